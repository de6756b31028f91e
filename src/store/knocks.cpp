// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/knocks.h"

#include "store/filter.h"
#include "store/stations.h"

using namespace Qt::Literals::StringLiterals;

namespace store {

namespace {

constexpr Column knockColumns[] = {
    column<&Knock::idKey>("id_key"_L1, ColumnRole::Key),
    column<&Knock::stationId>("station_id"_L1),
    column<&Knock::reason>("reason"_L1),
    column<&Knock::remoteAddress>("remote_address"_L1),
    column<&Knock::httpStatus>("http_status"_L1),
    column<&Knock::first>("first"_L1),
    column<&Knock::last>("last"_L1),
    column<&Knock::count>("count"_L1),
};
constexpr RowTable knockTable{"knocks"_L1, knockColumns};

} // namespace

const RowTable &Knock::table()
{
    return knockTable;
}

void Knocks::note(Knock knock)
{
    knock.idKey = folded(knock.stationId);
    const int known = db_.run(u"UPDATE knocks SET count = count + 1, station_id = ?, reason = ?, remote_address = ?, "
                              "http_status = ?, last = ? WHERE id_key = ?"_s,
                              {knock.stationId, knock.reason, knock.remoteAddress, knock.httpStatus, knock.last,
                               knock.idKey});
    if (known == 0 && db_.insertNew(knock))
        db_.run(u"DELETE FROM knocks WHERE id_key IN (SELECT id_key FROM knocks ORDER BY last DESC LIMIT 1000 "
                "OFFSET ?)"_s,
                {limit});
    db_.noteChange(Table::Knocks, {}, knock.stationId);
}

QList<Knock> Knocks::list(int most)
{
    Filter filter;
    filter.finish(u"ORDER BY last DESC, id_key"_s, most);
    return db_.rows<Knock>(filter.tail(), filter.values());
}

std::optional<Knock> Knocks::find(const QString &stationId)
{
    return db_.row<Knock>(u"WHERE id_key = ?"_s, {folded(stationId)});
}

bool Knocks::remove(const QString &stationId)
{
    const bool removed = db_.run(u"DELETE FROM knocks WHERE id_key = ?"_s, {folded(stationId)}) > 0;
    if (removed)
        db_.noteChange(Table::Knocks, {}, stationId);
    return removed;
}

} // namespace store
