// SPDX-License-Identifier: GPL-3.0-or-later
// For systems whose Qt carries an SQLite of its own: two libraries on one file lose each other's locks.
#include "store/sqlitestatement.h"

namespace store {

bool hasSqliteHandle(const QSqlDatabase &)
{
    return false;
}

std::unique_ptr<Statement> prepareSqlite(QSqlDatabase &, const QString &, QSqlError &)
{
    Q_UNREACHABLE();
    return nullptr;
}

void interruptWhen(const QSqlDriver &, const std::stop_token &) {}

} // namespace store
