// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overview/attentionitem.h"

#include "store/configuration.h"
#include "store/contracts.h"
#include "store/inbox.h"
#include "store/reconciliations.h"
#include "ui/models/sleepingdemo.h"
#include "ui/pages/connect/knockrow.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using Kind = AttentionItem::Kind;

constexpr auto missingAfter = 2min; // a restart takes about a minute
constexpr auto endlessAfterOffline = 1h; // a station that comes back tells the end of its sessions by itself
constexpr auto endlessAfterFree = 5min; // the status often overtakes the stop
constexpr auto endlessAfterSilence = 12h;
constexpr auto driftWorthSaying = 5min; // behaviour 22
constexpr auto commandRemembered = 10min;
constexpr auto tagRemembered = std::chrono::days(30);
constexpr auto orderRemembered = std::chrono::days(30); // one that was not signed, or not taken
constexpr auto demoComesWithin = 20s;
constexpr int mostParked = 50;
constexpr int mostTags = 20;

bool isAway(const store::Station &station, const Watch &watch, std::chrono::milliseconds patience)
{
    return !station.online && station.lastHeard
           && watch.now - std::max(*station.lastHeard, watch.listening) >= patience;
}

bool isFault(const QString &errorCode)
{
    return !errorCode.isEmpty() && errorCode != "NoError"_L1;
}

void findFaults(const Site &site, QList<AttentionItem> &items)
{
    for (const store::Station &station : site.stations) {
        if (!station.online)
            continue; // then that is the matter
        for (const store::Connector &connector : site.connectors.value(station.id)) {
            const bool faulted = connector.status == "Faulted"_L1;
            if (!faulted && !isFault(connector.errorCode))
                continue;
            AttentionItem item{.kind = faulted ? Kind::Fault : Kind::Warning};
            item.station = station.id;
            item.connector = connector.connector;
            item.since = connector.received;
            item.code = connector.errorCode;
            item.detail = QStringList{connector.vendorErrorCode, connector.info}.join(u' ').trimmed();
            items.append(item);
        }
    }
}

void findMissing(const Site &site, const Watch &watch, QList<AttentionItem> &items)
{
    for (const store::Station &station : site.stations) {
        if (site.sleeping.contains(station.id))
            continue;
        AttentionItem item;
        item.station = station.id;
        item.online = station.online;
        if (station.registration == store::Registration::Pending) {
            item.kind = Kind::Pending;
            item.since = station.created;
            item.detail = QStringList{station.vendor, station.model}.join(u' ').trimmed();
            items.append(item);
        } else if (station.registration == store::Registration::Accepted && isAway(station, watch, missingAfter)) {
            item.kind = Kind::Offline;
            item.since = station.lastHeard;
            item.sessionRuns = !site.open.value(station.id).isEmpty();
            items.append(item);
        }
    }
}

void findKnocks(store::Database &db, QList<AttentionItem> &items)
{
    QList<KnockRow> strangers = readKnocks(db);
    strangers.removeIf([](const KnockRow &row) { return !row.isAcceptable(); });
    if (strangers.isEmpty())
        return;
    AttentionItem item{.kind = Kind::Knocks};
    item.station = strangers.first().knock.stationId;
    item.since = strangers.first().knock.last;
    item.count = int(strangers.size());
    items.append(item);
}

void findEndless(store::Database &db, const Site &site, const Watch &watch, QList<AttentionItem> &items)
{
    for (const QList<store::Transaction> &sessions : site.open) {
        for (const store::Transaction &session : sessions) {
            if (site.sleeping.contains(session.station) || !isEndless(site, session, watch))
                continue;
            const store::Station *station = site.find(session.station);
            AttentionItem item{.kind = Kind::Endless};
            item.station = session.station;
            item.connector = session.connector;
            item.since = session.startedAt;
            item.code = session.idTag;
            item.id = session.id;
            item.online = station && station->online;
            if (const auto whole = store::Transactions(db).find(session.id))
                item.energyWh = whole->energyWh;
            items.append(item);
        }
    }
}

Kind kindOf(const store::Parked &parked)
{
    if (parked.kind == "securityEvent"_L1)
        return Kind::SecurityEvent;
    return parked.kind == "unmatchedStop"_L1 ? Kind::UnmatchedStop : Kind::Parked;
}

void tellEvent(const store::Parked &parked, AttentionItem &item)
{
    const QJsonObject event = QJsonDocument::fromJson(parked.payload).object();
    item.code = event["type"_L1].toString();
    item.detail = event["techInfo"_L1].toString();
    item.count = parked.more + 1;
}

void findParked(store::Database &db, Matters &matters)
{
    store::AttentionFilter filter;
    filter.limit = mostParked;
    const QList<store::Parked> waiting = store::Attention(db).list(filter);
    matters.unread += std::max(0, store::Attention(db).openCount() - int(waiting.size()));
    for (const store::Parked &parked : waiting) {
        AttentionItem item{.kind = kindOf(parked)};
        item.station = parked.station;
        item.since = parked.received;
        item.code = parked.kind;
        item.detail = parked.reason;
        item.id = parked.id;
        if (item.kind == Kind::SecurityEvent)
            tellEvent(parked, item);
        if (const auto session = store::Inbox(db).sessionFor(parked)) {
            item.candidate = session->id;
            item.connector = session->connector;
        }
        matters.items.append(item);
    }
}

std::optional<store::Command> latestCommand(store::Database &db, const QString &station, const QString &action,
                                            const Watch &watch)
{
    store::CommandFilter filter;
    filter.station = station;
    filter.action = action;
    filter.limit = 1;
    const QList<store::Command> latest = store::Commands(db).list(filter);
    const bool fresh = !latest.isEmpty() && watch.now - latest.first().created < commandRemembered;
    return fresh ? std::optional(latest.first()) : std::nullopt;
}

void findSettings(store::Database &db, const Site &site, const Watch &watch, QList<AttentionItem> &items)
{
    QHash<QString, int> waiting;
    for (const store::ConfigurationKey &key : store::Configuration(db).stuck()) {
        if (key.state == store::ConfigurationState::RebootRequired) {
            ++waiting[key.station];
            continue;
        }
        AttentionItem item{.kind = Kind::RefusedKey};
        item.station = key.station;
        item.since = key.desiredAt;
        item.code = key.key;
        item.desired = key.isSecret() ? QString() : key.desired.value_or(QString());
        item.detail = key.state == store::ConfigurationState::NotSupported ? QString() : key.value.value_or(QString());
        item.count = key.state == store::ConfigurationState::NotSupported ? 0 : 1;
        items.append(item);
    }
    for (auto it = waiting.constBegin(); it != waiting.constEnd(); ++it) {
        const store::Station *station = site.find(it.key());
        AttentionItem item{.kind = Kind::Restart};
        item.station = it.key();
        item.count = it.value();
        item.online = station && station->online;
        item.sessionRuns = !site.open.value(it.key()).isEmpty();
        item.command = latestCommand(db, it.key(), u"Reset"_s, watch);
        items.append(item);
    }
}

/// Refused keys are matters of their own.
bool isToldByKeys(store::Database &db, const store::Reconciliation &row)
{
    return row.topic == store::configurationTopic && store::Configuration(db).pending(row.station).isEmpty();
}

void findStuck(store::Database &db, const Site &site, QList<AttentionItem> &items)
{
    for (const store::Reconciliation &row : store::Reconciliations(db).stuck()) {
        const store::Station *station = site.find(row.station);
        if (!station || row.paused || site.sleeping.contains(row.station) || isToldByKeys(db, row))
            continue;
        AttentionItem item{.kind = Kind::Stuck};
        item.station = row.station;
        item.since = row.changed;
        item.code = row.topic;
        item.detail = row.reason;
        item.online = station->online;
        items.append(item);
    }
}

void findOrders(store::Database &db, const Site &site, const Watch &watch, QList<AttentionItem> &items)
{
    for (const store::SigningOrder &order : store::SigningOrders(db).needingAPerson(watch.now)) {
        const store::Station *station = site.find(order.station);
        const bool isForgotten = order.ended && watch.now - *order.ended > orderRemembered;
        if (!station || isForgotten || site.sleeping.contains(order.station))
            continue;
        AttentionItem item{.kind = Kind::Signing};
        item.station = order.station;
        item.since = order.ended.value_or(order.received);
        item.code = toString(order.state);
        item.detail = order.reason;
        item.id = order.id;
        item.online = station->online;
        items.append(item);
    }
}

void findClocks(store::Database &db, const Site &site, const Watch &watch, QList<AttentionItem> &items)
{
    for (const store::Station &station : site.stations) {
        const qint64 drift = station.clockDriftMs.value_or(0);
        if (!station.online || std::abs(drift) < std::chrono::milliseconds(driftWorthSaying).count())
            continue;
        AttentionItem item{.kind = Kind::Clock};
        item.station = station.id;
        item.driftMs = drift;
        item.command = latestCommand(db, station.id, u"TriggerMessage"_s, watch);
        items.append(item);
    }
}

void findTags(store::Database &db, const Watch &watch, Matters &matters)
{
    const ocpp::Timestamp since = watch.now - tagRemembered;
    int waiting = store::SeenTags(db).countSince(since);
    for (const store::SeenTag &tag : store::SeenTags(db).list(mostTags)) {
        if (tag.lastSeen < since)
            break;
        --waiting;
        AttentionItem item{.kind = Kind::Tag};
        item.station = tag.station;
        item.since = tag.lastSeen;
        item.code = tag.tag;
        item.count = tag.count;
        matters.items.append(item);
    }
    matters.unread += std::max(0, waiting);
}

/// The six of it are one matter. One that has just been started needs a moment.
void findDemo(const Site &site, const Watch &watch, QList<AttentionItem> &items)
{
    if (site.sleeping.isEmpty() || watch.now < watch.listening + demoComesWithin)
        return;
    AttentionItem item{.kind = Kind::Demo};
    item.count = int(site.sleeping.size());
    item.online = watch.canStartDemo;
    items.append(item);
}

} // namespace

QString AttentionItem::key() const
{
    return u"%1|%2|%3|%4|%5"_s.arg(int(kind))
        .arg(kind == Kind::Knocks || kind == Kind::Tag ? QString() : station)
        .arg(kind == Kind::Fault || kind == Kind::Warning ? connector : 0)
        .arg(kind == Kind::RefusedKey || kind == Kind::Stuck || kind == Kind::Tag ? code : QString())
        .arg(id);
}

const store::Station *Site::find(const QString &id) const
{
    const auto place = places.constFind(id);
    return place == places.constEnd() ? nullptr : &stations.at(*place);
}

const store::Connector *Site::find(const QString &station, int connector) const
{
    const auto known = connectors.constFind(station);
    if (known == connectors.constEnd())
        return nullptr;
    const auto place = std::ranges::find(*known, connector, &store::Connector::connector);
    return place == known->constEnd() ? nullptr : &*place;
}

Site readSite(store::Database &db)
{
    Site site;
    site.stations = store::Stations(db).list();
    for (qsizetype place = 0; place < site.stations.size(); ++place)
        site.places.insert(site.stations.at(place).id, place);
    site.sleeping = sleepingDemo(site.stations);
    for (const store::Connector &connector : store::Connectors(db).list())
        site.connectors[connector.station].append(connector);
    for (const store::Transaction &session :
         db.rows<store::Transaction>(u"WHERE stopped_at IS NULL AND closed_by = '' ORDER BY id"_s))
        site.open[session.station].append(session);
    return site;
}

bool isEndless(const Site &site, const store::Transaction &session, const Watch &watch)
{
    const store::Station *station = site.find(session.station);
    if (!station)
        return true;
    if (!station->online)
        return isAway(*station, watch, endlessAfterOffline);
    const store::Connector *connector = site.find(session.station, session.connector);
    if (!connector)
        return watch.now - session.startReceived >= endlessAfterSilence;
    const auto heard = std::max({session.startReceived, connector->received.value_or(session.startReceived),
                                 connector->sampleTime.value_or(session.startReceived)});
    if (connector->status == "Available"_L1 && connector->received && *connector->received > session.startReceived)
        return watch.now - *connector->received >= endlessAfterFree;
    return watch.now - heard >= endlessAfterSilence;
}

Matters findAttention(store::Database &db, const Site &site, const Watch &watch)
{
    Matters matters;
    QList<AttentionItem> &items = matters.items;
    findFaults(site, items);
    findMissing(site, watch, items);
    findKnocks(db, items);
    findEndless(db, site, watch, items);
    findParked(db, matters);
    findSettings(db, site, watch, items);
    findStuck(db, site, items);
    findOrders(db, site, watch, items);
    findClocks(db, site, watch, items);
    findTags(db, watch, matters);
    findDemo(site, watch, items);
    std::ranges::stable_sort(items, [](const AttentionItem &a, const AttentionItem &b) {
        return std::pair(a.kind, a.since.value_or(ocpp::Timestamp::min()))
               < std::pair(b.kind, b.since.value_or(ocpp::Timestamp::min()));
    });
    return matters;
}

} // namespace ui
