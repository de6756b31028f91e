// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/findings.h"

#include "store/filter.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace store {

namespace {

constexpr Column findingColumns[] = {
    column<&FindingRow::id>("id"_L1, ColumnRole::Generated),
    column<&FindingRow::station>("station"_L1),
    column<&FindingRow::first>("first"_L1),
    column<&FindingRow::last>("last"_L1),
    column<&FindingRow::count>("count"_L1),
    column<&FindingRow::code>("code"_L1),
    column<&FindingRow::path>("path"_L1),
    column<&FindingRow::place>("place"_L1),
    column<&FindingRow::text>("text"_L1),
    column<&FindingRow::clause>("clause"_L1),
    column<&FindingRow::action>("action"_L1),
    column<&FindingRow::frameId>("frame_id"_L1),
};
constexpr RowTable findingTable{"findings"_L1, findingColumns};

/// Both are the station's words and part of a key: no index takes any length.
constexpr qsizetype longestPart = 200;

/// "/meterValue/3/sampledValue/0/value" -> "/meterValue/*/sampledValue/*/value".
QString placeOf(const QString &path)
{
    QStringList steps = path.split(u'/');
    for (QString &step : steps) {
        if (!step.isEmpty() && std::ranges::all_of(step, [](QChar c) { return c >= u'0' && c <= u'9'; }))
            step = u"*"_s;
    }
    return steps.join(u'/');
}

} // namespace

const RowTable &FindingRow::table()
{
    return findingTable;
}

void Findings::note(const FindingRow &finding)
{
    const QString place = placeOf(finding.path).left(longestPart);
    const QString action = finding.action.left(longestPart);
    const int known = db_.run(u"UPDATE findings SET count = count + 1, last = ?, frame_id = ?, path = ?, text = ? "
                              "WHERE station = ? AND action = ? AND code = ? AND clause = ? AND place = ?"_s,
                              {finding.last, finding.frameId, finding.path, finding.text, finding.station,
                               action, finding.code, finding.clause, place});
    if (known == 0) {
        FindingRow fresh = finding;
        fresh.place = place;
        fresh.action = action;
        db_.insertNew(fresh);
        db_.run(u"DELETE FROM findings WHERE id IN (SELECT id FROM findings WHERE station = ? "
                "ORDER BY last DESC, id DESC LIMIT 1000 OFFSET ?)"_s,
                {finding.station, mostPerStation});
    }
    db_.noteChange(Table::Findings, finding.station);
}

QList<FindingRow> Findings::list(const QString &station, int limit)
{
    Filter filter;
    filter.where(u"station = ?"_s, {station});
    filter.finish(u"ORDER BY last DESC, id DESC"_s, limit);
    return db_.rows<FindingRow>(filter.tail(), filter.values());
}

int Findings::count(const QString &station)
{
    return static_cast<int>(db_.number(u"SELECT count(*) FROM findings WHERE station = ?"_s, {station}));
}

QHash<QString, int> Findings::counts()
{
    QHash<QString, int> counts;
    db_.each(u"SELECT station, count(*) FROM findings GROUP BY station"_s, {},
             [&counts](const ResultRow &row) { counts.insert(row.value(0).toString(), row.value(1).toInt()); });
    return counts;
}

void Findings::clear(const QString &station)
{
    if (db_.run(u"DELETE FROM findings WHERE station = ?"_s, {station}) > 0)
        db_.noteChange(Table::Findings, station);
}

} // namespace store
