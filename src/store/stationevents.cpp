// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/stationevents.h"

#include "store/filter.h"

using namespace Qt::Literals::StringLiterals;

namespace store {

namespace {

constexpr Column eventColumns[] = {
    column<&StationEvent::id>("id"_L1, ColumnRole::Generated),
    column<&StationEvent::station>("station"_L1),
    column<&StationEvent::kind>("kind"_L1),
    column<&StationEvent::status>("status"_L1),
    column<&StationEvent::text>("text"_L1),
    column<&StationEvent::time>("time"_L1),
    column<&StationEvent::received>("received"_L1),
};
constexpr RowTable eventTable{"station_events"_L1, eventColumns};

} // namespace

const RowTable &StationEvent::table()
{
    return eventTable;
}

qint64 StationEvents::add(const StationEvent &event)
{
    const qint64 id = db_.insert(event);
    db_.noteChange(Table::StationEvents, event.station, QString::number(id));
    return id;
}

QList<StationEvent> StationEvents::list(const StationEventFilter &filter)
{
    Filter where;
    if (!filter.station.isEmpty())
        where.where(u"station = ?"_s, {filter.station});
    if (!filter.kind.isEmpty())
        where.where(u"kind = ?"_s, {filter.kind});
    if (filter.after > 0)
        where.where(u"id < ?"_s, {filter.after});
    where.finish(u"ORDER BY id DESC"_s, filter.limit);
    return db_.rows<StationEvent>(where.tail(), where.values());
}

} // namespace store
