// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/attention.h"

#include "store/filter.h"

#include <QCryptographicHash>
#include <QtEndian>

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
    column<&Parked::digest>("digest"_L1),
    column<&Parked::more>("more"_L1),
};
constexpr RowTable attentionTable{"attention"_L1, attentionColumns};

qint64 digestOfPayload(const QByteArray &payload)
{
    return qFromBigEndian<qint64>(QCryptographicHash::hash(payload, QCryptographicHash::Sha256).constData());
}

QString beyondReason(int more)
{
    return u"%1 more messages of this station could not be booked. They are in the log of its messages; this is the "
           "first. Settle what waits here, and new ones are kept again."_s.arg(more);
}

} // namespace

const RowTable &Parked::table()
{
    return attentionTable;
}

qint64 Attention::park(Parked parked)
{
    parked.digest = digestOfPayload(parked.payload);
    // Stations repeat what they were not answered in time: the answer was sent, but perhaps not received.
    const qint64 known = db_.number(u"SELECT id FROM attention WHERE station = ? AND kind = ? AND digest IN (?, 0) "
                                    "AND payload = ? AND (time = ? OR resolved_at IS NULL)"_s,
                                    {parked.station, parked.kind, parked.digest, parked.payload, parked.time});
    if (known > 0)
        return known;
    const bool mayBeMany = parked.kind == "undecodable"_L1 || parked.kind == "unbookable"_L1;
    const qint64 counted = mayBeMany ? countBeyond(parked) : 0;
    const qint64 id = counted > 0 ? counted : db_.insert(parked);
    db_.noteChange(Table::Attention, parked.station, QString::number(id));
    return id;
}

qint64 Attention::gather(Parked parked)
{
    const auto waiting = db_.row<Parked>(u"WHERE station = ? AND kind = ? AND reason = ? AND resolved_at IS NULL "
                                         "ORDER BY id DESC LIMIT 1"_s,
                                         {parked.station, parked.kind, parked.reason});
    if (!waiting)
        return park(std::move(parked));
    parked.id = waiting->id;
    parked.more = waiting->more + 1;
    parked.digest = digestOfPayload(parked.payload);
    db_.update(parked);
    db_.noteChange(Table::Attention, parked.station, QString::number(parked.id));
    return parked.id;
}

/// The id of the row that stands for all that is too much, if there is one already; else `parked` may become it.
qint64 Attention::countBeyond(Parked &parked)
{
    const qint64 waiting = db_.number(u"SELECT count(*) FROM attention WHERE station = ? AND kind = ? "
                                      "AND resolved_at IS NULL"_s,
                                      {parked.station, parked.kind});
    if (waiting < mostUndecodable)
        return 0;
    const auto last = db_.row<Parked>(u"WHERE station = ? AND kind = ? AND resolved_at IS NULL "
                                      "ORDER BY id DESC LIMIT 1"_s,
                                      {parked.station, parked.kind});
    parked.more = last ? last->more + 1 : 1;
    parked.reason = beyondReason(parked.more);
    if (!last || last->more == 0)
        return 0;
    db_.run(u"UPDATE attention SET more = ?, reason = ?, received = ? WHERE id = ?"_s,
            {parked.more, parked.reason, parked.received, last->id});
    return last->id;
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
        settle(id, at);
    return resolved;
}

bool Attention::reopen(qint64 id)
{
    const bool reopened = db_.run(u"UPDATE attention SET resolved_at = NULL, resolution = '' "
                                  "WHERE id = ? AND resolved_at IS NOT NULL"_s,
                                  {id})
                          > 0;
    if (reopened)
        settle(id, std::nullopt);
    return reopened;
}

void Attention::settle(qint64 id, const std::optional<ocpp::Timestamp> &at)
{
    db_.noteChange(Table::Attention, {}, QString::number(id));
    if (db_.run(u"UPDATE security_events SET acknowledged = ? WHERE attention = ?"_s, {at, id}) > 0)
        db_.noteChange(Table::StationEvents);
}

int Attention::openCount()
{
    return static_cast<int>(db_.number(u"SELECT count(*) FROM attention WHERE resolved_at IS NULL"_s));
}

} // namespace store
