// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/statement.h"

#include "store/sqlitestatement.h"

#include <QSqlDatabase>
#include <QSqlQuery>

namespace store {

namespace {

class QtStatement : public Statement {
public:
    explicit QtStatement(const QSqlDatabase &db) : query_(db) {}

    bool prepare(const QString &sql) { return query_.prepare(sql); }
    QVariant value(int column) const override { return query_.value(column); }
    bool next() override { return query_.next(); }
    bool failed() const override { return query_.lastError().isValid(); }
    int rowsAffected() const override { return query_.numRowsAffected(); }
    void finish() override { query_.finish(); }
    QSqlError error() const override { return query_.lastError(); }

    bool execute(std::span<QVariant> values) override
    {
        for (int i = 0; QVariant & value : values)
            query_.bindValue(i++, value);
        return query_.exec();
    }

private:
    QSqlQuery query_;
};

} // namespace

std::unique_ptr<Statement> Statement::prepare(QSqlDatabase &db, const QString &sql, QSqlError &error)
{
    if (hasSqliteHandle(db))
        return prepareSqlite(db, sql, error);
    auto statement = std::make_unique<QtStatement>(db);
    if (statement->prepare(sql))
        return statement;
    error = statement->error();
    return nullptr;
}

} // namespace store
