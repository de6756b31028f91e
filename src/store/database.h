// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/changes.h"
#include "store/columns.h"
#include "store/error.h"
#include "store/location.h"
#include "store/statement.h"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

class QSqlDriver;

namespace store {

class Dialect;
struct Migration;

enum class Access {
    ReadWrite, ///< creates and migrates the database
    ReadOnly, ///< never writes; refuses a database that was not migrated yet
};

/// One connection, for one thread: the one that opened it.
///
/// Errors are sticky, as in QDataStream: after a failed statement error() is set, and every later statement
/// does nothing and gives nothing, so that handlers need no checks in between. Whoever owns the transaction
/// looks once and takes the error. Statements are prepared once and cached by their text; pass literals
/// (u"..."_s) or texts built once, never texts built per call.
class Database {
public:
    /// Opens and, with ReadWrite, migrates. On any error nothing was written to the file.
    static Outcome<std::unique_ptr<Database>> open(const Location &location, Access access = Access::ReadWrite);
    /// As the program would that knows only these steps of the schema.
    static Outcome<std::unique_ptr<Database>> open(const Location &location, Access access,
                                                   std::span<const Migration> steps);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    const Location &location() const;
    Backend backend() const;
    const Dialect &dialect() const;
    /// For subscriptions only (change feed).
    QSqlDriver *driver() const;

    // Statements
    /// Rows affected; 0 after an error.
    int run(const QString &sql, Values values = {});
    /// Unprepared, for what cannot be prepared everywhere: CREATE, ALTER, VACUUM, LISTEN, PRAGMA.
    bool define(const QString &sql);
    /// First column of the first row; invalid when there is none.
    QVariant value(const QString &sql, Values values = {});
    /// As value(), as a number; 0 when there is none.
    qint64 number(const QString &sql, Values values = {});
    /// Calls `row` for each row. It must not run the same statement again.
    void each(const QString &sql, Values values, const std::function<void(const ResultRow &)> &row);

    // Rows. `tail` follows "SELECT columns FROM table", such as u"WHERE station = ? ORDER BY id"_s.
    template<StoredRow Row>
    QList<Row> rows(const QString &tail, Values values = {})
    {
        QList<Row> result;
        select(Row::table(), tail, {values.begin(), values.size()},
               [&result]() -> void * { return &result.emplaceBack(); });
        return result;
    }
    template<StoredRow Row>
    QList<Row> rows(const QString &tail, const std::vector<Value> &values)
    {
        QList<Row> result;
        select(Row::table(), tail, values, [&result]() -> void * { return &result.emplaceBack(); });
        return result;
    }
    /// The first row, if there is one.
    template<StoredRow Row>
    std::optional<Row> row(const QString &tail, Values values = {})
    {
        std::optional<Row> result;
        select(Row::table(), tail, {values.begin(), values.size()},
               [&result]() -> void * { return result ? nullptr : &result.emplace(); });
        return result;
    }
    /// Inserts; the generated id, or 0 for a table without one.
    template<StoredRow Row>
    qint64 insert(const Row &row)
    {
        return insertRow(Row::table(), &row, false);
    }
    /// Inserts unless a unique index has it already: the generated id (1 for a table without one), or nothing.
    template<StoredRow Row>
    std::optional<qint64> insertNew(const Row &row)
    {
        const qint64 id = insertRow(Row::table(), &row, true);
        return id == 0 ? std::nullopt : std::optional(id);
    }
    /// All plain columns, by key. False if there is no such row.
    template<StoredRow Row>
    bool update(const Row &row)
    {
        return updateRow(Row::table(), &row);
    }
    /// Insert or update, by key.
    template<StoredRow Row>
    void save(const Row &row)
    {
        saveRow(Row::table(), &row);
    }
    /// Appends a row of a log. Kept in memory and written in multi-row statements, at the latest before the
    /// commit or before this table is read. Follows savepoints.
    template<StoredRow Row>
    void append(const Row &row)
    {
        appendRow(Row::table(), &row);
    }

    // Errors
    bool ok() const { return !error_; }
    /// A statement failed since the transaction or savepoint began, even if its error was taken.
    bool hasFailed() const { return failed_; }
    const std::optional<Error> &error() const { return error_; }
    /// A transaction in which a statement failed is not committed, even if the error was taken.
    std::optional<Error> takeError();
    /// Fails by hand: keeps the first error.
    void fail(Error error);

    // Transactions (the Writer's business, and the tests')
    void begin();
    /// False (and error() set) if it was not committed; the transaction is rolled back then.
    bool commit();
    void rollback();
    void savepoint();
    void release();
    void rollbackToSavepoint();
    /// begin, work, commit in one; for tools and tests. False if rolled back.
    bool transaction(const std::function<void()> &work);
    /// Writes what append() has gathered.
    void flush();
    /// The same for one table: the rows of the others may still share a statement with later ones.
    void flush(QLatin1StringView table);

    // Changes
    void noteChange(Table table, const QString &station = {}, const QString &key = {});
    /// What was changed since the last take, without what was rolled back.
    ChangeSet takeChanges();

private:
    class Connection;
    explicit Database(std::unique_ptr<Connection> connection);
    static Outcome<std::unique_ptr<Database>> connect(const Location &location, Access access);
    static Outcome<std::unique_ptr<Database>> openOnce(const Location &location, Access access,
                                                       std::span<const Migration> steps);
    static Outcome<void> probe(const Location &location, Access access, std::span<const Migration> steps);

    using RowMaker = std::function<void *()>;
    void select(const RowTable &table, const QString &tail, std::span<const Value> values, const RowMaker &make);
    qint64 insertRow(const RowTable &table, const void *row, bool unlessThere);
    bool updateRow(const RowTable &table, const void *row);
    void saveRow(const RowTable &table, const void *row);
    void appendRow(const RowTable &table, const void *row);
    void flush(const RowTable &table);
    bool execute(Statement &statement, std::span<const Value> values);
    bool execute(Statement &statement, std::span<QVariant> values);
    void finish(Statement &statement);
    Statement *executed(const QString &sql, std::span<const Value> values);
    bool plain(const QString &sql);
    bool control(const QString &sql);
    bool refuseIgnoredFailure();

    std::unique_ptr<Connection> connection_;
    std::vector<QVariant> boundValues_; ///< kept for its memory
    std::optional<Error> error_;
    bool failed_ = false; ///< a statement failed since the transaction or savepoint began
    ChangeCollector changes_;
    ChangeSet jobChanges_;
};

} // namespace store
