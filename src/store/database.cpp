// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"

#include "store/connection.h"

#include <QSqlDriver>

using namespace Qt::Literals::StringLiterals;

namespace store {

Database::Database(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}

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

bool Database::execute(Statement &statement, std::span<const Value> values)
{
    boundValues_.clear();
    for (const Value &value : values)
        boundValues_.push_back(value.variant());
    return execute(statement, boundValues_);
}

bool Database::execute(Statement &statement, std::span<QVariant> values)
{
    if (statement.execute(values))
        return true;
    fail(connection_->explain(statement.error()));
    statement.finish();
    return false;
}

/// SQLite reads row by row: what it cannot read looks like the end of the rows.
void Database::finish(Statement &statement)
{
    if (statement.failed())
        fail(connection_->explain(statement.error()));
    statement.finish();
}

Statement *Database::executed(const QString &sql, std::span<const Value> values)
{
    if (error_)
        return nullptr;
    Statement *statement = connection_->prepared(nullptr, sql);
    if (!statement)
        fail(connection_->explain(connection_->lastError));
    return statement && execute(*statement, values) ? statement : nullptr;
}

int Database::run(const QString &sql, Values values)
{
    Statement *statement = executed(sql, {values.begin(), values.size()});
    return statement ? statement->rowsAffected() : 0;
}

QVariant Database::value(const QString &sql, Values values)
{
    Statement *statement = executed(sql, {values.begin(), values.size()});
    if (!statement)
        return {};
    const QVariant result = statement->next() ? statement->value(0) : QVariant();
    finish(*statement);
    return result;
}

qint64 Database::number(const QString &sql, Values values)
{
    return value(sql, values).toLongLong();
}

void Database::each(const QString &sql, Values values, const std::function<void(const ResultRow &)> &row)
{
    Statement *statement = executed(sql, {values.begin(), values.size()});
    if (!statement)
        return;
    while (statement->next())
        row(*statement);
    finish(*statement);
}

// ---- rows

void Database::select(const RowTable &table, const QString &tail, std::span<const Value> values, const RowMaker &make)
{
    flush(table);
    if (error_)
        return;
    Statement *statement = connection_->prepared(&table, tail);
    if (!statement)
        return fail(connection_->explain(connection_->lastError));
    if (!execute(*statement, values))
        return;
    while (statement->next()) {
        void *row = make();
        if (!row)
            break;
        for (int i = 0; const Column &column : table.columns)
            column.read(row, statement->value(i++));
    }
    finish(*statement);
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
        Statement *statement = executed(sql, written(table, row));
        return statement ? statement->rowsAffected() : 0;
    }
    Statement *statement = executed(sql, written(table, row));
    if (!statement)
        return 0;
    const qint64 id = statement->next() ? statement->value(0).toLongLong() : 0;
    finish(*statement);
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
    Statement *statement = executed(connection_->texts(table).update, values);
    return statement && statement->rowsAffected() > 0;
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

void Database::flush(QLatin1StringView table)
{
    for (const auto &[each, buffer] : connection_->appended) {
        if (each->name == table)
            flush(*each);
    }
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
            Statement *statement = connection_->preparedRows(table, rows);
            if (!statement)
                return fail(connection_->explain(connection_->lastError));
            execute(*statement, std::span(buffer.values).subspan(at, step));
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
