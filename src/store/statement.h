// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlError>
#include <QVariant>

#include <memory>
#include <span>

class QSqlDatabase;

namespace store {

/// What a statement gives, one row after the other.
class ResultRow {
public:
    virtual ~ResultRow() = default;
    /// A null QVariant for NULL. `column` counts from 0.
    virtual QVariant value(int column) const = 0;
};

/// One prepared statement of a connection, on that connection's thread. It is executed, then read row by row, then
/// finished; a finished one holds no lock and may be executed again.
class Statement : public ResultRow {
public:
    /// Null, with `error` set, if the text cannot be prepared. `db` must be open and must outlive the statement.
    static std::unique_ptr<Statement> prepare(QSqlDatabase &db, const QString &sql, QSqlError &error);

    /// Binds by position and moves the values away. False after an error.
    virtual bool execute(std::span<QVariant> values) = 0;
    /// False after the last row.
    virtual bool next() = 0;
    /// Whether the last step ended by an error, which error() tells, and not after the last row.
    virtual bool failed() const = 0;
    /// By the last execution, if it was INSERT, UPDATE or DELETE.
    virtual int rowsAffected() const = 0;
    virtual void finish() = 0;
    virtual QSqlError error() const = 0;
};

} // namespace store
