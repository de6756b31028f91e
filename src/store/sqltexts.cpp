// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqltexts.h"

#include <QStringList>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace store {

namespace {

QStringList names(const RowTable &table, bool (*wanted)(ColumnRole))
{
    QStringList result;
    for (const Column &column : table.columns) {
        if (wanted(column.role))
            result.append(column.name);
    }
    return result;
}

bool any(ColumnRole) { return true; }
bool isWritten(ColumnRole role) { return role != ColumnRole::Generated; }
bool isPlain(ColumnRole role) { return role == ColumnRole::Plain; }
bool isKey(ColumnRole role) { return role != ColumnRole::Plain; }

QString tuple(qsizetype size)
{
    return u"("_s + QStringList(size, u"?"_s).join(u", "_s) + u")"_s;
}

QString assignments(const QStringList &columns, const QString &format, const QString &separator)
{
    QStringList parts;
    for (const QString &column : columns)
        parts.append(format.arg(column));
    return parts.join(separator);
}

QString conflictClause(const QStringList &keys, const QStringList &plain)
{
    const QString target = u" ON CONFLICT (%1) DO "_s.arg(keys.join(u", "_s));
    return target + (plain.isEmpty() ? u"NOTHING"_s
                                     : u"UPDATE SET "_s + assignments(plain, u"%1 = excluded.%1"_s, u", "_s));
}

} // namespace

SqlTexts::SqlTexts(const RowTable &table)
{
    const QStringList keys = names(table, isKey);
    const QStringList plain = names(table, isPlain);
    select = u"SELECT %1 FROM %2 "_s.arg(names(table, any).join(u", "_s), table.name);
    insert = insertRows(table, 1);
    insertNew = insert + u" ON CONFLICT DO NOTHING"_s;
    generatesId = std::cmp_not_equal(names(table, isWritten).size(), table.columns.size());
    if (generatesId) {
        insert += u" RETURNING id"_s;
        insertNew += u" RETURNING id"_s;
    }
    if (!plain.isEmpty())
        update = u"UPDATE %1 SET %2 WHERE %3"_s.arg(table.name, assignments(plain, u"%1 = ?"_s, u", "_s),
                                                    assignments(keys, u"%1 = ?"_s, u" AND "_s));
    save = insertRows(table, 1) + conflictClause(keys, plain);
}

QString SqlTexts::insertRows(const RowTable &table, int rows)
{
    const QStringList columns = names(table, isWritten);
    return u"INSERT INTO %1 (%2) VALUES "_s.arg(table.name, columns.join(u", "_s))
           + QStringList(rows, tuple(columns.size())).join(u", "_s);
}

} // namespace store
