// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/logblocks.h"

using namespace Qt::Literals::StringLiterals;

namespace store {

namespace {

/// `last`: an expression.
QString idsBetween(QLatin1StringView table, const QString &last)
{
    // CROSS JOIN: SQLite then walks the blocks and looks each one up in the index.
    return u"id IN (WITH RECURSIVE block(number) AS (SELECT CAST(? AS BIGINT) / 1024 UNION ALL "
           "SELECT number + 1 FROM block WHERE number < %2 / 1024) "
           "SELECT entry.id FROM block CROSS JOIN %1 entry "
           "WHERE entry.id / 1024 = block.number AND entry.station = ?)"_s.arg(table, last);
}

} // namespace

QString idsOfStation(QLatin1StringView table)
{
    return idsBetween(table, u"CAST(? AS BIGINT)"_s);
}

QString idsOfStationSince(QLatin1StringView table)
{
    return idsBetween(table, u"(SELECT max(id) FROM %1)"_s.arg(table));
}

qint64 lastWrittenId(Database &db, QLatin1StringView table)
{
    return db.number(u"SELECT max(id) FROM %1"_s.arg(table));
}

qint64 lastId(Database &db, QLatin1StringView table)
{
    db.flush(table);
    return lastWrittenId(db, table);
}

qint64 firstIdAt(Database &db, QLatin1StringView table, QLatin1StringView timeColumn, ocpp::Timestamp time)
{
    db.flush(table);
    // In one statement: a server is a round trip away.
    const QString middle = u"(low + (high - low) / 2)"_s;
    const QString isBefore = u"(SELECT probe.%1 FROM %2 probe WHERE probe.id >= %3 ORDER BY probe.id LIMIT 1) "
                             "< ?"_s.arg(timeColumn, table, middle);
    return db.number(u"WITH RECURSIVE search(low, high) AS ("
                     "SELECT CAST(1 AS BIGINT), COALESCE((SELECT max(id) FROM %1), 0) + 1 UNION ALL "
                     "SELECT CASE WHEN %2 THEN %3 + 1 ELSE low END, CASE WHEN %2 THEN high ELSE %3 END "
                     "FROM search WHERE low < high) SELECT max(low) FROM search"_s.arg(table, isBefore, middle),
                     {time, time});
}

} // namespace store
