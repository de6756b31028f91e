// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"

#include "store/connection.h"

#include <QSqlDriver>
#include <QSqlError>

using namespace Qt::Literals::StringLiterals;

namespace store {

Database::Database(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) { }

Database::~Database() = default;

const Location &Database::location() const
{
    return connection_->location;
}

Backend Database::backend() const
{
    return connection_->location.backend;
}

const Dialect &Database::dialect() const
{
    return connection_->dialect;
}

QSqlDriver *Database::driver() const
{
    return connection_->db.driver();
}

// ---- statements

bool Database::execute(QSqlQuery &query, std::span<const Value> values)
{
    boundValues_.clear();
    for (const Value &value : values)
        boundValues_.push_back(value.variant());
    return execute(query, boundValues_);
}

bool Database::execute(QSqlQuery &query, std::span<QVariant> values)
{
    Connection::bind(query, values);
    if (query.exec())
        return true;
    fail(connection_->dialect.explain(query.lastError(), connection_->location));
    query.finish();
    return false;
}

QSqlQuery *Database::executed(const QString &sql, std::span<const Value> values)
{
    if (error_)
        return nullptr;
    QSqlQuery *query = connection_->prepared(nullptr, sql);
    if (!query)
        fail(connection_->dialect.explain(connection_->lastError, connection_->location));
    return query && execute(*query, values) ? query : nullptr;
}

int Database::run(const QString &sql, Values values)
{
    QSqlQuery *query = executed(sql, {values.begin(), values.size()});
    return query ? query->numRowsAffected() : 0;
}

QVariant Database::value(const QString &sql, Values values)
{
    QSqlQuery *query = executed(sql, {values.begin(), values.size()});
    if (!query)
        return {};
    const QVariant result = query->next() ? query->value(0) : QVariant();
    query->finish();
    return result;
}

qint64 Database::number(const QString &sql, Values values)
{
    return value(sql, values).toLongLong();
}

void Database::each(const QString &sql, Values values, const std::function<void(const QSqlQuery &)> &row)
{
    QSqlQuery *query = executed(sql, {values.begin(), values.size()});
    if (!query)
        return;
    while (query->next())
        row(*query);
    query->finish();
}

// ---- rows

void Database::select(const RowTable &table, const QString &tail, std::span<const Value> values,
                      const RowMaker &make)
{
    flush(table);
    if (error_)
        return;
    QSqlQuery *query = connection_->prepared(&table, tail);
    if (!query)
        return fail(connection_->dialect.explain(connection_->lastError, connection_->location));
    if (!execute(*query, values))
        return;
    while (query->next()) {
        void *row = make();
        if (!row)
            break;
        for (int i = 0; const Column &column : table.columns)
            column.read(row, query->value(i++));
    }
    query->finish();
}

namespace {

std::vector<Value> written(const RowTable &table, const void *row)
{
    std::vector<Value> values;
    values.reserve(table.columns.size());
    for (const Column &column : table.columns) {
        if (column.role != ColumnRole::Generated)
            values.push_back(column.write(row));
    }
    return values;
}

} // namespace

qint64 Database::insertRow(const RowTable &table, const void *row, bool unlessThere)
{
    const SqlTexts &texts = connection_->texts(table);
    const QString &sql = unlessThere ? texts.insertNew : texts.insert;
    if (!texts.generatesId) {
        QSqlQuery *query = executed(sql, written(table, row));
        return query ? query->numRowsAffected() : 0;
    }
    QSqlQuery *query = executed(sql, written(table, row));
    if (!query)
        return 0;
    const qint64 id = query->next() ? query->value(0).toLongLong() : 0;
    query->finish();
    return id;
}

bool Database::updateRow(const RowTable &table, const void *row)
{
    std::vector<Value> values;
    for (const bool keys : {false, true}) {
        for (const Column &column : table.columns) {
            if ((column.role != ColumnRole::Plain) == keys)
                values.push_back(column.write(row));
        }
    }
    QSqlQuery *query = executed(connection_->texts(table).update, values);
    return query && query->numRowsAffected() > 0;
}

void Database::saveRow(const RowTable &table, const void *row)
{
    executed(connection_->texts(table).save, written(table, row));
}

void Database::appendRow(const RowTable &table, const void *row)
{
    if (error_)
        return;
    std::vector<QVariant> &values = connection_->appended[&table].values;
    for (const Column &column : table.columns) {
        if (column.role != ColumnRole::Generated)
            values.push_back(column.write(row).take());
    }
}

void Database::flush()
{
    for (const auto &[table, buffer] : connection_->appended)
        flush(*table);
}

void Database::flush(const RowTable &table)
{
    const auto found = connection_->appended.find(&table);
    if (found == connection_->appended.end() || found->second.values.empty() || error_)
        return;
    AppendBuffer &buffer = found->second;
    if (connection_->inSavepoint)
        buffer.earlier.insert(buffer.earlier.end(), buffer.values.begin(),
                              buffer.values.begin() + static_cast<std::ptrdiff_t>(buffer.mark));
    const std::size_t width = table.columns.size() - (connection_->texts(table).generatesId ? 1 : 0);
    std::size_t at = 0;
    for (const int rows : {32, 8, 1}) { // few statements to prepare, few to run
        for (const std::size_t step = width * rows; !error_ && buffer.values.size() - at >= step; at += step) {
            QSqlQuery *query = connection_->preparedRows(table, rows);
            if (!query)
                return fail(connection_->dialect.explain(connection_->lastError, connection_->location));
            execute(*query, std::span(buffer.values).subspan(at, step));
        }
    }
    buffer.values.clear();
    buffer.mark = 0;
}

// ---- errors

std::optional<Error> Database::takeError()
{
    return std::exchange(error_, std::nullopt);
}

void Database::fail(Error error)
{
    failed_ = true;
    if (!error_)
        error_ = std::move(error);
}

} // namespace store
