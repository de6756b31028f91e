// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection.h"

#include <QSqlError>
#include <QSqlQuery>

using namespace Qt::Literals::StringLiterals;

namespace store {

bool Database::plain(const QString &sql)
{
    QSqlQuery query(connection_->db);
    if (query.exec(sql))
        return true;
    fail(connection_->explain(query.lastError()));
    return false;
}

bool Database::define(const QString &sql)
{
    return !error_ && plain(sql);
}

/// PostgreSQL does not PREPARE transaction control; SQLite saves a third of its time by it.
bool Database::control(const QString &sql)
{
    if (backend() == Backend::Sqlite) {
        Statement *statement = connection_->prepared(nullptr, sql);
        return statement && execute(*statement, std::span<QVariant>());
    }
    return plain(sql);
}

void Database::begin()
{
    if (error_)
        return;
    failed_ = false;
    const bool reading = connection_->access == Access::ReadOnly;
    control(reading ? connection_->dialect.beginReading() : connection_->dialect.beginWriting());
}

/// On PostgreSQL a COMMIT after a failed statement rolls back without saying so.
bool Database::refuseIgnoredFailure()
{
    if (failed_ && !error_)
        fail({Error::Kind::Other, u"A failed statement was passed over; its transaction is not committed."_s, {}});
    return error_.has_value();
}

bool Database::commit()
{
    flush();
    if (refuseIgnoredFailure() || !control(u"COMMIT"_s)) {
        rollback();
        return false;
    }
    changes_.add(std::exchange(jobChanges_, {}));
    return true;
}

void Database::rollback()
{
    const std::optional<Error> reason = takeError();
    control(u"ROLLBACK"_s);
    error_ = reason; // a failing ROLLBACK says nothing new: SQLite may have rolled back by itself
    failed_ = false;
    connection_->inSavepoint = false;
    connection_->appended.clear();
    jobChanges_.clear();
    changes_.take();
}

void Database::savepoint()
{
    if (error_ || !control(u"SAVEPOINT job"_s))
        return;
    connection_->inSavepoint = true;
    for (auto &[table, buffer] : connection_->appended)
        buffer.mark = buffer.values.size();
}

void Database::release()
{
    if (refuseIgnoredFailure() || !control(u"RELEASE SAVEPOINT job"_s))
        return;
    connection_->inSavepoint = false;
    for (auto &[table, buffer] : connection_->appended)
        buffer.earlier.clear();
    changes_.add(std::exchange(jobChanges_, {}));
}

void Database::rollbackToSavepoint()
{
    const std::optional<Error> reason = takeError();
    const bool restored = control(u"ROLLBACK TO SAVEPOINT job"_s) && control(u"RELEASE SAVEPOINT job"_s);
    if (!restored)
        return; // the new error concerns the whole transaction
    error_ = reason;
    failed_ = false;
    connection_->inSavepoint = false;
    jobChanges_.clear();
    for (auto &[table, buffer] : connection_->appended) {
        buffer.values.resize(buffer.mark);
        buffer.values.insert(buffer.values.begin(), buffer.earlier.begin(), buffer.earlier.end());
        buffer.earlier.clear();
    }
}

bool Database::transaction(const std::function<void()> &work)
{
    begin();
    if (!error_)
        work();
    return !error_ ? commit() : (rollback(), false);
}

void Database::noteChange(Table table, const QString &station, const QString &key)
{
    jobChanges_.append(Change{table, station, key});
}

ChangeSet Database::takeChanges()
{
    changes_.add(std::exchange(jobChanges_, {}));
    return changes_.take();
}

} // namespace store
