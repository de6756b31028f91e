// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/logblocks.h"

using namespace Qt::Literals::StringLiterals;

namespace store {

QString idsOfStation(QLatin1StringView table)
{
    // CROSS JOIN: SQLite then walks the blocks and looks each one up in the index.
    return u"id IN (WITH RECURSIVE block(number) AS (SELECT CAST(? AS BIGINT) / 1024 UNION ALL "
           "SELECT number + 1 FROM block WHERE number < CAST(? AS BIGINT) / 1024) "
           "SELECT entry.id FROM block CROSS JOIN %1 entry "
           "WHERE entry.id / 1024 = block.number AND entry.station = ?)"_s.arg(table);
}

qint64 lastId(Database &db, QLatin1StringView table)
{
    db.flush();
    return db.number(u"SELECT max(id) FROM %1"_s.arg(table));
}

qint64 firstIdAt(Database &db, QLatin1StringView table, QLatin1StringView timeColumn, ocpp::Timestamp time)
{
    const QString timeOf = u"SELECT %1 FROM %2 WHERE id >= ? ORDER BY id LIMIT 1"_s.arg(timeColumn, table);
    qint64 low = 1;
    qint64 high = lastId(db, table) + 1;
    while (low < high && db.ok()) {
        const qint64 middle = low + (high - low) / 2;
        ocpp::Timestamp found;
        readValue(db.value(timeOf, {middle}), found);
        if (found < time)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

} // namespace store
