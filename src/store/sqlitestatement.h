// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/statement.h"

#include <stop_token>

class QSqlDriver;

namespace store {

/// Whether SQLite's own calls may be made on this open connection. Not where Qt's driver carries a library of its own,
/// nor on another database.
bool hasSqliteHandle(const QSqlDatabase &db);

/// As Statement::prepare(), for a connection that hasSqliteHandle().
std::unique_ptr<Statement> prepareSqlite(QSqlDatabase &db, const QString &sql, QSqlError &error);

/// Ends what runs on this connection as soon as `stop` asks for it; `stop` outlives the connection. Of no effect without
/// a handle.
void interruptWhen(const QSqlDriver &driver, const std::stop_token &stop);

} // namespace store
