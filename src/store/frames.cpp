// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/frames.h"

#include "store/filter.h"
#include "store/logblocks.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace store {

namespace {

constexpr Column frameColumns[] = {
    column<&FrameRow::id>("id"_L1, ColumnRole::Generated),
    column<&FrameRow::station>("station"_L1),
    column<&FrameRow::time>("time"_L1),
    column<&FrameRow::incoming>("incoming"_L1),
    column<&FrameRow::type>("type"_L1),
    column<&FrameRow::messageId>("message_id"_L1),
    column<&FrameRow::action>("action"_L1),
    column<&FrameRow::payload>("payload"_L1),
    column<&FrameRow::finding>("finding"_L1),
};
constexpr RowTable frameTable{"frames"_L1, frameColumns};

constexpr QLatin1StringView frameLog{"frames"};
/// Rows are written nearly in the order of their times: nodes and batches differ by seconds at most.
constexpr std::chrono::minutes disorder{1};
constexpr qint64 firstStride = 8192;

} // namespace

const RowTable &FrameRow::table()
{
    return frameTable;
}

void Frames::append(const FrameRow &frame)
{
    db_.append(frame);
    db_.noteChange(Table::Frames, frame.station);
}

qint64 Frames::insert(const FrameRow &frame)
{
    db_.noteChange(Table::Frames, frame.station);
    return db_.insert(frame);
}

std::optional<FrameRow> Frames::find(qint64 id)
{
    return db_.row<FrameRow>(u"WHERE id = ?"_s, {id});
}

namespace {

Filter conditionsOf(const FrameFilter &filter)
{
    Filter where;
    if (!filter.action.isEmpty())
        where.where(u"action = ?"_s, {filter.action});
    if (!filter.messageId.isEmpty())
        where.where(u"message_id = ?"_s, {filter.messageId});
    if (filter.incoming)
        where.where(u"incoming = ?"_s, {*filter.incoming});
    if (filter.type)
        where.where(u"type = ?"_s, {*filter.type});
    if (filter.findingsOnly)
        where.where(u"finding <> ''"_s, {});
    if (filter.from)
        where.where(u"time >= ?"_s, {*filter.from});
    if (filter.to)
        where.where(u"time < ?"_s, {*filter.to});
    return where;
}

} // namespace

/// Walks the log from one end of [first, last] in growing strides, until there are enough rows.
QList<FrameRow> Frames::gather(const FrameFilter &filter, qint64 first, qint64 last, bool newestFirst)
{
    static const QString ofStation = idsOfStation(frameLog) + u" AND id BETWEEN ? AND ?"_s;
    QList<FrameRow> rows;
    for (qint64 stride = firstStride; first <= last && db_.ok(); stride *= 4) {
        if (filter.station.isEmpty())
            stride = last - first + 1; // every row counts: no need to search
        const qint64 from = newestFirst ? std::max(first, last - stride + 1) : first;
        const qint64 to = newestFirst ? last : std::min(last, first + stride - 1);
        Filter where = conditionsOf(filter);
        if (filter.station.isEmpty())
            where.where(u"id BETWEEN ? AND ?"_s, {from, to});
        else
            where.where(ofStation, {from, to, filter.station, from, to});
        const int wanted = filter.limit > 0 ? filter.limit - static_cast<int>(rows.size()) : 0;
        where.finish(newestFirst ? u"ORDER BY id DESC"_s : u"ORDER BY id"_s, wanted);
        rows += db_.rows<FrameRow>(where.tail(), where.values());
        if (filter.limit > 0 && rows.size() >= filter.limit)
            break;
        (newestFirst ? last : first) = newestFirst ? from - 1 : to + 1;
    }
    return rows;
}

QList<FrameRow> Frames::list(const FrameFilter &filter)
{
    const qint64 last = filter.after > 0 ? filter.after - 1 : lastId(db_, frameLog);
    const qint64 first = filter.from ? firstIdSince(*filter.from) : db_.number(u"SELECT min(id) FROM frames"_s);
    return gather(filter, std::max<qint64>(first, 1), last, true);
}

QList<FrameRow> Frames::since(const QString &station, ocpp::Timestamp since, int limit, qint64 after)
{
    FrameFilter filter;
    filter.station = station;
    filter.from = since;
    filter.limit = limit;
    return gather(filter, std::max(firstIdSince(since), after + 1), lastId(db_, frameLog), false);
}

qint64 Frames::firstIdSince(ocpp::Timestamp time)
{
    return firstIdAt(db_, frameLog, "time"_L1, time - disorder);
}

} // namespace store
