// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlitestatement.h"

#include <QSqlDatabase>
#include <QSqlDriver>

#include <sqlite3.h>

#include <utility>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace store {

namespace {

/// QSQLITE describes every column anew at each execution, and binds by text. On the connection that it opened, the
/// same statement costs a third (docs/adr/0007-sqlite-statements.md).
class SqliteStatement : public Statement {
public:
    explicit SqliteStatement(sqlite3 *db) : db_(db) {}
    ~SqliteStatement() override { sqlite3_finalize(statement_); }
    SqliteStatement(const SqliteStatement &) = delete;
    SqliteStatement &operator=(const SqliteStatement &) = delete;

    bool prepare(const QString &sql)
    {
        const QByteArray text = sql.toUtf8();
        return sqlite3_prepare_v3(db_, text.constData(), int(text.size()) + 1, SQLITE_PREPARE_PERSISTENT, &statement_,
                                  nullptr)
               == SQLITE_OK;
    }

    bool execute(std::span<QVariant> values) override
    {
        sqlite3_reset(statement_);
        bound_.clear();
        if (sqlite3_bind_parameter_count(statement_) != int(values.size())) {
            mismatch_ = true;
            return false;
        }
        bound_.reserve(values.size());
        for (int i = 1; QVariant & value : values)
            bind(i++, bound_.emplace_back(std::move(value)));
        step();
        fresh_ = true;
        return !failed();
    }

    bool next() override
    {
        if (!std::exchange(fresh_, false) && result_ == SQLITE_ROW)
            step();
        return result_ == SQLITE_ROW;
    }

    bool failed() const override { return mismatch_ || (result_ != SQLITE_ROW && result_ != SQLITE_DONE); }
    int rowsAffected() const override { return sqlite3_changes(db_); }
    void finish() override { sqlite3_reset(statement_); }

    QVariant value(int column) const override
    {
        switch (sqlite3_column_type(statement_, column)) {
        case SQLITE_INTEGER:
            return static_cast<qlonglong>(sqlite3_column_int64(statement_, column));
        case SQLITE_FLOAT:
            return sqlite3_column_double(statement_, column);
        case SQLITE_BLOB: {
            const void *bytes = sqlite3_column_blob(statement_, column);
            return QByteArray(static_cast<const char *>(bytes), sqlite3_column_bytes(statement_, column));
        }
        case SQLITE_NULL:
            return {};
        default: {
            const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(statement_, column));
            return QString::fromUtf8(text, sqlite3_column_bytes(statement_, column));
        }
        }
    }

    QSqlError error() const override
    {
        if (mismatch_)
            return QSqlError({}, u"The number of values does not fit the statement"_s, QSqlError::StatementError);
        return QSqlError({}, QString::fromUtf8(sqlite3_errmsg(db_)), QSqlError::StatementError,
                         QString::number(sqlite3_extended_errcode(db_)));
    }

private:
    void step() { result_ = sqlite3_step(statement_); }

    /// `value` stays where it is until the statement is executed again.
    void bind(int position, QVariant &value)
    {
        switch (value.isNull() ? QMetaType::UnknownType : value.typeId()) {
        case QMetaType::UnknownType:
            sqlite3_bind_null(statement_, position);
            break;
        case QMetaType::Bool:
        case QMetaType::Int:
        case QMetaType::LongLong:
            sqlite3_bind_int64(statement_, position, value.toLongLong());
            break;
        case QMetaType::Double:
            sqlite3_bind_double(statement_, position, value.toDouble());
            break;
        case QMetaType::QByteArray: {
            const auto &bytes = *static_cast<const QByteArray *>(value.constData());
            sqlite3_bind_blob(statement_, position, bytes.constData(), int(bytes.size()), SQLITE_STATIC);
            break;
        }
        default: {
            value = value.toString().toUtf8();
            const auto &text = *static_cast<const QByteArray *>(value.constData());
            sqlite3_bind_text(statement_, position, text.constData(), int(text.size()), SQLITE_STATIC);
        }
        }
    }

    sqlite3 *db_;
    sqlite3_stmt *statement_ = nullptr;
    std::vector<QVariant> bound_;
    int result_ = SQLITE_DONE;
    bool fresh_ = false; ///< the row that execute() found was not read yet
    bool mismatch_ = false; ///< SQLite itself would bind NULL to what is missing
};

constexpr int stepsBetweenLooks = 1000; // of SQLite's machine: well under a millisecond

sqlite3 *handleOf(const QSqlDriver &driver)
{
    const QVariant handle = driver.handle();
    return qstrcmp(handle.typeName(), "sqlite3*") == 0 ? *static_cast<sqlite3 *const *>(handle.constData()) : nullptr;
}

} // namespace

bool hasSqliteHandle(const QSqlDatabase &db)
{
    return handleOf(*db.driver()) != nullptr;
}

std::unique_ptr<Statement> prepareSqlite(QSqlDatabase &db, const QString &sql, QSqlError &error)
{
    auto statement = std::make_unique<SqliteStatement>(handleOf(*db.driver()));
    if (statement->prepare(sql))
        return statement;
    error = statement->error();
    return nullptr;
}

void interruptWhen(const QSqlDriver &driver, const std::stop_token &stop)
{
    sqlite3 *const db = handleOf(driver);
    if (!db)
        return;
    const auto isAsked = [](void *token) { return static_cast<const std::stop_token *>(token)->stop_requested() ? 1 : 0; };
    sqlite3_progress_handler(db, stepsBetweenLooks, isAsked, const_cast<std::stop_token *>(&stop));
}

} // namespace store
