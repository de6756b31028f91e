// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/stations.h"

#include "store/clock.h"
#include "store/commands.h"
#include "store/filter.h"
#include "store/words.h"

#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace store {

namespace {

/// A drift that differs less from the last one is the network's jitter.
constexpr qint64 driftWorthNotingMs = 2000;

constexpr Word<Registration> registrations[] = {
    {Registration::Accepted, "accepted"_L1},
    {Registration::Pending, "pending"_L1},
    {Registration::Rejected, "rejected"_L1},
};

constexpr Column stationColumns[] = {
    column<&Station::id>("id"_L1, ColumnRole::Key),
    column<&Station::idKey>("id_key"_L1),
    column<&Station::registration>("registration"_L1),
    column<&Station::securityProfile>("security_profile"_L1),
    column<&Station::passwordHash>("password_hash"_L1),
    column<&Station::description>("description"_L1),
    column<&Station::site>("site"_L1),
    column<&Station::callTimeoutSeconds>("call_timeout_seconds"_L1),
    column<&Station::zonelessIsLocal>("zoneless_is_local"_L1),
    column<&Station::tagSuffix>("tag_suffix"_L1),
    column<&Station::created>("created"_L1),
    column<&Station::vendor>("vendor"_L1),
    column<&Station::model>("model"_L1),
    column<&Station::serial>("serial"_L1),
    column<&Station::chargeBoxSerial>("charge_box_serial"_L1),
    column<&Station::firmwareVersion>("firmware_version"_L1),
    column<&Station::iccid>("iccid"_L1),
    column<&Station::imsi>("imsi"_L1),
    column<&Station::meterType>("meter_type"_L1),
    column<&Station::meterSerial>("meter_serial"_L1),
    column<&Station::bootTime>("boot_time"_L1),
    column<&Station::online>("online"_L1),
    column<&Station::connectedAt>("connected_at"_L1),
    column<&Station::lastHeard>("last_heard"_L1),
    column<&Station::remoteAddress>("remote_address"_L1),
    column<&Station::localAddress>("local_address"_L1),
    column<&Station::subprotocol>("subprotocol"_L1),
    column<&Station::node>("node"_L1),
    column<&Station::clockDriftMs>("clock_drift_ms"_L1),
};

constexpr RowTable stationTable{"stations"_L1, stationColumns};

} // namespace

QLatin1StringView toString(Registration registration)
{
    return wordOf(registrations, registration);
}

bool fromString(QStringView text, Registration &registration)
{
    return fromWord(registrations, text, registration);
}

QString folded(const QString &text)
{
    // A third of a page is what PostgreSQL takes into an index, and a station may send anything.
    constexpr qsizetype longestKey = 255;
    QString key = text.toCaseFolded();
    if (key.size() > longestKey)
        key.truncate(key[longestKey - 1].isHighSurrogate() ? longestKey - 1 : longestKey);
    return key;
}

const RowTable &Station::table()
{
    return stationTable;
}

std::optional<Station> Stations::find(const QString &id)
{
    QList<Station> found = db_.rows<Station>(u"WHERE id_key = ?"_s, {folded(id)});
    trustLivingNodes(found);
    return found.isEmpty() ? std::nullopt : std::optional(found.takeFirst());
}

QList<Station> Stations::list(const StationFilter &filter)
{
    Filter where;
    if (!filter.after.isEmpty())
        where.where(u"id_key > ?"_s, {folded(filter.after)});
    where.finish(u"ORDER BY id_key"_s, filter.limit);
    QList<Station> found = db_.rows<Station>(where.tail(), where.values());
    trustLivingNodes(found);
    return found;
}

/// A node that died keeps its stations "online" in the rows: they count while its lease runs.
void Stations::trustLivingNodes(QList<Station> &stations)
{
    if (std::none_of(stations.begin(), stations.end(), [](const Station &station) { return station.online; }))
        return;
    QSet<QString> living;
    db_.each(u"SELECT id FROM nodes WHERE lease_until > ?"_s, {now()},
             [&living](const ResultRow &row) { living.insert(row.value(0).toString()); });
    for (Station &station : stations)
        station.online = station.online && living.contains(station.node);
}

void Stations::save(Station station)
{
    station.idKey = folded(station.id);
    if (const std::optional<Station> known = find(station.id)) {
        station.id = known->id;
        db_.run(u"UPDATE stations SET registration = ?, security_profile = ?, password_hash = ?, description = ?, "
                "site = ?, call_timeout_seconds = ?, zoneless_is_local = ?, tag_suffix = ? WHERE id_key = ?"_s,
                {station.registration, station.securityProfile, station.passwordHash, station.description,
                 station.site, station.callTimeoutSeconds, station.zonelessIsLocal, station.tagSuffix,
                 station.idKey});
        if (station.passwordHash != known->passwordHash)
            Commands(db_).forgetPasswords(known->id);
    } else {
        if (station.created == ocpp::Timestamp())
            station.created = now();
        db_.insert(station);
        db_.run(u"DELETE FROM knocks WHERE id_key = ?"_s, {station.idKey});
        db_.noteChange(Table::Knocks, {}, station.id);
    }
    db_.noteChange(Table::Stations, station.id);
}

bool Stations::remove(const QString &id)
{
    const std::optional<Station> station = find(id);
    if (!station)
        return false;
    db_.run(u"DELETE FROM stations WHERE id = ?"_s, {station->id});
    for (const Table table : {Table::Stations, Table::Connectors, Table::StatusHistory, Table::Commands,
                              Table::Findings, Table::Configuration, Table::Reservations, Table::LocalLists})
        db_.noteChange(table, station->id);
    return db_.ok();
}

void Stations::reportBoot(const QString &id, const BootFacts &facts, ocpp::Timestamp received)
{
    db_.run(u"UPDATE stations SET vendor = ?, model = ?, serial = ?, charge_box_serial = ?, firmware_version = ?, "
            "iccid = ?, imsi = ?, meter_type = ?, meter_serial = ?, boot_time = ? WHERE id = ?"_s,
            {facts.vendor, facts.model, facts.serial, facts.chargeBoxSerial, facts.firmwareVersion, facts.iccid,
             facts.imsi, facts.meterType, facts.meterSerial, received, id});
    db_.noteChange(Table::Stations, id, liveSide);
}

void Stations::reportClockDrift(const QString &id, std::chrono::milliseconds drift)
{
    const qint64 ms = drift.count();
    const int changed = db_.run(u"UPDATE stations SET clock_drift_ms = ? WHERE id = ? "
                                "AND (clock_drift_ms IS NULL OR abs(clock_drift_ms - ?) > ?)"_s,
                                {ms, id, ms, driftWorthNotingMs});
    if (changed > 0)
        db_.noteChange(Table::Stations, id, liveSide);
}

void Stations::setOnline(const QString &id, const StationLink &link)
{
    db_.run(u"UPDATE stations SET online = TRUE, connected_at = ?, last_heard = ?, remote_address = ?, "
            "local_address = ?, subprotocol = ?, node = ? WHERE id = ?"_s,
            {link.since, link.since, link.remoteAddress, link.localAddress, link.subprotocol, link.node, id});
    db_.noteChange(Table::Stations, id, liveSide);
}

void Stations::setOffline(const QString &id, const QString &node, ocpp::Timestamp since,
                          ocpp::Timestamp lastHeard)
{
    const int changed = db_.run(u"UPDATE stations SET online = FALSE, last_heard = ? "
                                "WHERE id = ? AND node = ? AND online = TRUE AND connected_at <= ?"_s,
                                {lastHeard, id, node, since});
    if (changed > 0)
        db_.noteChange(Table::Stations, id, liveSide);
}

void Stations::heard(const QString &node, const QList<std::pair<QString, ocpp::Timestamp>> &stations)
{
    for (const auto &[id, at] : stations) {
        const int changed = db_.run(u"UPDATE stations SET last_heard = ?, online = TRUE WHERE id = ? AND node = ? "
                                    "AND (last_heard IS NULL OR last_heard < ? OR online = FALSE)"_s,
                                    {at, id, node, at});
        if (changed > 0)
            db_.noteChange(Table::Stations, id, liveSide);
    }
}

void Stations::markNodeOffline(const QString &node)
{
    Commands(db_).forgetSentByNode(node, now());
    const int changed = db_.run(u"UPDATE stations SET online = FALSE WHERE node = ? AND online = TRUE"_s, {node});
    if (changed > 0)
        db_.noteChange(Table::Stations);
}

int Stations::count()
{
    return static_cast<int>(db_.number(u"SELECT count(*) FROM stations"_s));
}

int Stations::onlineCount()
{
    return static_cast<int>(db_.number(u"SELECT count(*) FROM stations WHERE online = TRUE AND node IN "
                                       "(SELECT id FROM nodes WHERE lease_until > ?)"_s,
                                       {now()}));
}

} // namespace store
