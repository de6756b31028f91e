// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"
#include "store/dialect.h"
#include "store/sqltexts.h"
#include "store/statement.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlError>

#include <unordered_map>

namespace store {

/// Rows of a log that wait to be written in bulk.
struct AppendBuffer {
    std::vector<QVariant> values; ///< row after row
    std::vector<QVariant> earlier; ///< written inside the savepoint, but posted before it
    std::size_t mark = 0; ///< values.size() when the savepoint began
};

/// The driver's side of a Database: the QtSql connection, its prepared statements, generated texts and
/// gathered rows.
class Database::Connection {
public:
    Connection(const Location &location, Access access);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    const Location location;
    const Access access;
    const Dialect &dialect;
    QSqlDatabase db;
    bool inSavepoint = false;
    std::unordered_map<const RowTable *, AppendBuffer> appended;

    /// The prepared statement for this text; null (see lastError) if it cannot be prepared. With a table the
    /// text is the tail of its SELECT.
    Statement *prepared(const RowTable *table, const QString &text);
    Statement *preparedRows(const RowTable &table, int rows);
    const SqlTexts &texts(const RowTable &table);
    QSqlError lastError;
    /// What the driver's error means. QtSql says nothing when the connection was lost before.
    Error explain(const QSqlError &said) const;

private:
    using StatementKey = std::pair<const RowTable *, QString>;
    struct Recent {
        StatementKey key;
        Statement *statement = nullptr;
    };
    Statement *prepareNew(const StatementKey &key);

    QString name_;
    QHash<StatementKey, std::shared_ptr<Statement>> statements_;
    std::unordered_map<const void *, Recent> recent_; ///< by the text's address
    std::unordered_map<const RowTable *, SqlTexts> texts_;
};

} // namespace store
