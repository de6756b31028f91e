// SPDX-License-Identifier: GPL-3.0-or-later
// Sites: the books about what stations were told.
#include "ocpp/codec.h"
#include "store/commands.h"
#include "store/sites.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace store {
namespace {

/// `limit`, counting whenever it or the other one may count.
SiteLimit spanning(SiteLimit limit, const SiteLimit &other)
{
    if (!limit.until || !other.until)
        return limit;
    using std::chrono::milliseconds;
    const auto first = std::min(*limit.until - milliseconds(limit.marginMs), *other.until - milliseconds(other.marginMs));
    const auto last = std::max(*limit.until + milliseconds(limit.marginMs), *other.until + milliseconds(other.marginMs));
    limit.marginMs = (last - first).count() / 2 + 1;
    limit.until = first + milliseconds(limit.marginMs);
    return limit;
}

} // namespace

QList<SiteLimit> Sites::limits(const QString &station)
{
    return db_.rows<SiteLimit>(u"WHERE station = ? ORDER BY id"_s, {station});
}

QList<charging::PlacedProfile> Sites::installed(const QString &station)
{
    QList<charging::PlacedProfile> placed;
    for (const SiteLimit &limit : limits(station)) {
        const auto command = limit.acknowledged ? Commands(db_).find(limit.command) : std::nullopt;
        if (!command)
            continue;
        QList<ocpp::Finding> findings;
        const QJsonObject request = QJsonDocument::fromJson(command->payload).object();
        if (const auto read = ocpp::decode<charging::PlacedProfile>(request, findings))
            placed.append(*read);
    }
    return placed;
}

QHash<QString, QList<SiteLimit>> Sites::limitsOf(const QString &nameKey)
{
    QHash<QString, QList<SiteLimit>> byStation;
    const auto rows = db_.rows<SiteLimit>(
        u"WHERE station IN (SELECT station FROM site_members WHERE site = ?) ORDER BY id"_s, {nameKey});
    for (const SiteLimit &row : rows)
        byStation[row.station].append(row);
    return byStation;
}

QHash<QString, Station> Sites::stations(const QString &nameKey)
{
    QHash<QString, Station> byId;
    for (const Station &row : db_.rows<Station>(u"WHERE id IN (SELECT station FROM site_members WHERE site = ?)"_s, {nameKey}))
        byId.insert(row.id, row);
    return byId;
}

QHash<QString, QList<Connector>> Sites::connectors(const QString &nameKey)
{
    QHash<QString, QList<Connector>> byStation;
    const auto rows = db_.rows<Connector>(u"WHERE station IN (SELECT station FROM site_members WHERE site = ?) AND "
                                          "connector > 0 ORDER BY station, connector"_s,
                                          {nameKey});
    for (const Connector &row : rows)
        byStation[row.station].append(row);
    return byStation;
}

QHash<QString, QString> Sites::stackLevels(const QString &nameKey)
{
    QHash<QString, QString> byStation;
    db_.each(u"SELECT station, value FROM configuration WHERE key_folded = ? AND value IS NOT NULL AND station IN "
             "(SELECT station FROM site_members WHERE site = ?)"_s,
             {folded(u"ChargeProfileMaxStackLevel"_s), nameKey}, [&byStation](const ResultRow &row) {
                 byStation.insert(row.value(0).toString(), row.value(1).toString());
             });
    return byStation;
}

void Sites::addLimit(const SiteLimit &limit)
{
    db_.insert(limit);
    note(limit.station);
}

void Sites::acknowledge(const SiteLimit &limit)
{
    db_.run(u"DELETE FROM site_limits WHERE station = ? AND kind = ? AND id < ?"_s, {limit.station, limit.kind, limit.id});
    db_.run(u"UPDATE site_limits SET acknowledged = ? WHERE id = ?"_s, {true, limit.id});
    note(limit.station);
}

void Sites::dropLimit(qint64 id)
{
    const QString station = db_.value(u"DELETE FROM site_limits WHERE id = ? RETURNING station"_s, {id}).toString();
    if (!station.isEmpty())
        note(station);
}

void Sites::dropLimits(const QString &station, charging::LimitKind kind, qint64 before)
{
    const int gone = db_.run(u"DELETE FROM site_limits WHERE station = ? AND kind = ? AND command < ?"_s,
                             {station, kind, before});
    if (gone > 0)
        note(station);
}

/// The newest becomes all of them: from when the first may have ended to when the last has for certain.
void Sites::doubt(const SiteLimit &limit)
{
    db_.run(u"UPDATE site_limits SET acknowledged = ?, doubted = ? WHERE id = ?"_s, {false, true, limit.id});
    QList<SiteLimit> all = limits(limit.station);
    all.removeIf([&limit](const SiteLimit &other) { return !other.doubted || other.kind != limit.kind; });
    if (all.isEmpty())
        return;
    SiteLimit merged = all.takeLast();
    for (const SiteLimit &other : std::as_const(all)) {
        merged.amps = std::max(merged.amps, other.amps);
        merged = spanning(merged, other);
        dropLimit(other.id);
    }
    db_.run(u"UPDATE site_limits SET amps = ?, valid_until = ?, margin_ms = ? WHERE id = ?"_s,
            {merged.amps, merged.until, merged.marginMs, merged.id});
    note(limit.station);
}

void Sites::doubtAll(const QString &station)
{
    for (const SiteLimit &limit : limits(station)) {
        const auto command = limit.doubted ? std::nullopt : Commands(db_).find(limit.command);
        const bool isStillQueued = command && command->state == CommandState::Queued;
        if (!limit.doubted && !isStillQueued)
            doubt(limit);
    }
}

void Sites::needClearing(const QString &station)
{
    const auto before = member(station);
    if (!before)
        return;
    const auto command = before->clearCommand == 0 ? std::nullopt : Commands(db_).find(before->clearCommand);
    const bool isStillQueued = command && command->state == CommandState::Queued;
    setClearing(station, isStillQueued ? before->clearCommand : 0);
}

void Sites::setClearing(const QString &station, qint64 command)
{
    if (db_.run(u"UPDATE site_members SET needs_clearing = ?, clear_command = ? WHERE station = ?"_s,
                {true, command, station}) > 0)
        note(station);
}

void Sites::clearingDone(const QString &station, qint64 command)
{
    if (db_.run(u"UPDATE site_members SET needs_clearing = ?, clear_command = ? WHERE station = ? AND clear_command = ?"_s,
                {false, 0, station, command}) > 0)
        note(station);
}

QStringList Sites::formerMembers()
{
    QStringList stations;
    db_.each(u"SELECT DISTINCT station FROM site_limits WHERE station NOT IN (SELECT station FROM site_members)"_s, {},
             [&stations](const ResultRow &row) { stations.append(row.value(0).toString()); });
    return stations;
}

} // namespace store
