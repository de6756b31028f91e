// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/attention.h"

#include "store/filter.h"

using namespace Qt::Literals::StringLiterals;

namespace store {

namespace {

constexpr Column attentionColumns[] = {
    column<&Parked::id>("id"_L1, ColumnRole::Generated),
    column<&Parked::station>("station"_L1),
    column<&Parked::kind>("kind"_L1),
    column<&Parked::time>("time"_L1),
    column<&Parked::received>("received"_L1),
    column<&Parked::reason>("reason"_L1),
    column<&Parked::payload>("payload"_L1),
    column<&Parked::resolvedAt>("resolved_at"_L1),
    column<&Parked::resolution>("resolution"_L1),
};
constexpr RowTable attentionTable{"attention"_L1, attentionColumns};

} // namespace

const RowTable &Parked::table()
{
    return attentionTable;
}

qint64 Attention::park(const Parked &parked)
{
    // Stations repeat what they were not answered in time: the answer was sent, but perhaps not received.
    const qint64 known = db_.number(u"SELECT id FROM attention WHERE station = ? AND kind = ? AND payload = ? "
                                    "AND (time = ? OR resolved_at IS NULL)"_s,
                                    {parked.station, parked.kind, parked.payload, parked.time});
    if (known > 0)
        return known;
    const qint64 id = db_.insert(parked);
    db_.noteChange(Table::Attention, parked.station, QString::number(id));
    return id;
}

std::optional<Parked> Attention::find(qint64 id)
{
    return db_.row<Parked>(u"WHERE id = ?"_s, {id});
}

QList<Parked> Attention::list(const AttentionFilter &filter)
{
    Filter where;
    if (!filter.station.isEmpty())
        where.where(u"station = ?"_s, {filter.station});
    if (!filter.resolvedToo)
        where.where(u"resolved_at IS NULL"_s, {});
    if (filter.after > 0)
        where.where(u"id < ?"_s, {filter.after});
    where.finish(u"ORDER BY id DESC"_s, filter.limit);
    return db_.rows<Parked>(where.tail(), where.values());
}

bool Attention::resolve(qint64 id, const QString &resolution, ocpp::Timestamp at)
{
    const bool resolved = db_.run(u"UPDATE attention SET resolved_at = ?, resolution = ? "
                                  "WHERE id = ? AND resolved_at IS NULL"_s,
                                  {at, resolution, id})
                          > 0;
    if (resolved)
        db_.noteChange(Table::Attention, {}, QString::number(id));
    return resolved;
}

bool Attention::reopen(qint64 id)
{
    const bool reopened = db_.run(u"UPDATE attention SET resolved_at = NULL, resolution = '' "
                                  "WHERE id = ? AND resolved_at IS NOT NULL"_s,
                                  {id})
                          > 0;
    if (reopened)
        db_.noteChange(Table::Attention, {}, QString::number(id));
    return reopened;
}

int Attention::openCount()
{
    return static_cast<int>(db_.number(u"SELECT count(*) FROM attention WHERE resolved_at IS NULL"_s));
}

} // namespace store
