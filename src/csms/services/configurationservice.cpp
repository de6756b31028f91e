// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/services/configurationservice.h"

#include "config/password.h"
#include "ocpp/codec.h"
#include "ocpp/jsontext.h"
#include "store/chargingprofiles.h"
#include "store/configuration.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <vector>

using namespace Qt::Literals::StringLiterals;
using ocpp::ConfigurationStatus;
using store::ConfigurationState;

namespace csms::configuration {
namespace {

constexpr QLatin1StringView readOrigin = "configurationRead"_L1; // its topic's own commands are the changes

/// One of ours with the same content that still waits: asking twice would only make the queue longer.
bool isWaiting(store::Commands &commands, const QString &station, const QString &action, const QByteArray &payload)
{
    store::CommandFilter filter;
    filter.station = station;
    filter.action = action;
    filter.states = {store::CommandState::Queued, store::CommandState::Sent};
    const auto waiting = commands.list(filter);
    return std::ranges::any_of(waiting, [&](const store::Command &c) { return c.payload == payload; });
}

void queueReading(store::Database &db, const QString &station, const QStringList &keys, ocpp::Timestamp now)
{
    store::Commands commands(db);
    store::Command command;
    command.station = station;
    command.action = ocpp::GetConfiguration::action;
    command.payload = ocpp::compactBytes(ocpp::encode(ocpp::GetConfiguration::Request{keys}));
    command.origin = readOrigin;
    command.priority = store::Command::backgroundPriority;
    command.created = now;
    if (!isWaiting(commands, station, command.action, command.payload))
        commands.queue(command);
}

bool wasReadSinceBoot(store::Database &db, const store::Station &station)
{
    const auto keys = store::Configuration(db).list(station.id);
    return std::ranges::any_of(keys, [&](const store::ConfigurationKey &key) {
        return key.reportedAt && (!station.bootTime || *key.reportedAt >= *station.bootTime);
    });
}

bool readsEverything(const store::Command &command)
{
    return command.action == ocpp::GetConfiguration::action
           && QJsonDocument::fromJson(command.payload)["key"_L1].toArray().isEmpty();
}

/// A station that cannot list its keys may well take a new value.
bool wasReadInVain(store::Database &db, const store::Station &station)
{
    store::CommandFilter filter;
    filter.station = station.id;
    filter.action = ocpp::GetConfiguration::action;
    filter.limit = 20;
    const auto commands = store::Commands(db).list(filter);
    const auto last = std::ranges::find_if(commands, readsEverything);
    return last != commands.end() && isFinal(last->state)
           && (!station.bootTime || last->finishedAt.value_or(last->created) >= *station.bootTime);
}

/// Changing it would be refused.
void refuseReadonly(store::Database &db, const QString &station)
{
    store::Configuration configuration(db);
    for (const store::ConfigurationKey &key : configuration.pending(station)) {
        if (key.readonly)
            configuration.setState(station, key.key, ConfigurationState::Rejected);
    }
}

/// When each key was last tried in vain: without an answer, or with a CALLERROR. By folded key.
QHash<QString, ocpp::Timestamp> triedInVain(store::Database &db, const QString &station)
{
    store::CommandFilter filter;
    filter.station = station;
    filter.action = ocpp::ChangeConfiguration::action;
    filter.states = {store::CommandState::Error, store::CommandState::Timeout, store::CommandState::Unknown};
    filter.limit = 100;
    QHash<QString, ocpp::Timestamp> times;
    for (const store::Command &command : store::Commands(db).list(filter)) { // newest first
        const QString key = store::folded(QJsonDocument::fromJson(command.payload)["key"_L1].toString());
        if (!times.contains(key))
            times.insert(key, command.created);
    }
    return times;
}

struct Change {
    store::ConfigurationKey key;
    std::optional<ocpp::Timestamp> tried{}; ///< since it is desired
};

/// The one to ask for next: what was never tried, then what was tried longest ago, so that one does not keep the others
/// from being tried.
Change nextChange(store::Database &db, const QList<store::ConfigurationKey> &pending)
{
    const QHash<QString, ocpp::Timestamp> times = triedInVain(db, pending.first().station);
    std::vector<Change> changes;
    for (const store::ConfigurationKey &key : pending) {
        const auto time = times.constFind(key.keyFolded);
        const bool isTried = time != times.constEnd() && *time >= key.desiredAt;
        changes.push_back({key, isTried ? std::optional(*time) : std::nullopt});
    }
    return *std::ranges::min_element(changes, {}, &Change::tried);
}

QString namesOf(const QList<store::ConfigurationKey> &keys)
{
    QStringList names;
    for (const store::ConfigurationKey &key : keys)
        names.append(key.key);
    return names.join(u", "_s);
}

/// Desired keys that the full report left out are asked for by name, as many at a time as the station takes
/// (GetConfigurationMaxKeys, 9.1.8).
void askForMissing(Context &context, const QStringList &missing)
{
    const auto limit = store::Configuration(context.db).find(context.station.id, u"GetConfigurationMaxKeys"_s);
    const int most = std::max(1, limit && limit->value ? limit->value->toInt() : int(missing.size()));
    for (qsizetype first = 0; first < missing.size(); first += most)
        queueReading(context.db, context.station.id, missing.mid(first, most), context.received);
}

/// W A01: the key travels as hex and is used decoded. What is not hex was meant as it stands.
QByteArray passwordOf(const QString &authorizationKey)
{
    const QByteArray text = authorizationKey.toUtf8();
    const QByteArray bytes = QByteArray::fromHex(text);
    return bytes.toHex() == text.toLower() ? bytes : text;
}

/// Accepted: from now on only the new password is expected (J 6.2.2). Hashing stops the writer for some
/// hundredths of a second, once in the life of a key.
void adoptPassword(Context &context, const QString &authorizationKey)
{
    store::Stations stations(context.db);
    if (auto row = stations.find(context.station.id)) {
        row->passwordHash = config::hashPassword(passwordOf(authorizationKey));
        stations.save(*row);
    }
}

QStringList pendingKeys(Context &context)
{
    QStringList keys;
    for (const store::ConfigurationKey &key : store::Configuration(context.db).pending(context.station.id))
        keys.append(key.keyFolded);
    return keys;
}

void book(Context &context, const ocpp::GetConfiguration::Response &response)
{
    store::Configuration configuration(context.db);
    QList<store::ReportedKey> keys;
    for (const ocpp::KeyValue &entry : response.configurationKey) {
        const bool secret = ocpp::isSecretKey(entry.key);
        keys.append({entry.key, secret ? std::nullopt : entry.value, entry.readonly});
    }
    configuration.report(context.station.id, keys, context.received);
    configuration.reportUnknown(context.station.id, response.unknownKey, context.received);
}

void work(store::Database &db, const QString &station, ocpp::Timestamp now)
{
    refuseReadonly(db, station);
    reconciler::run(db, station, *reconciler::topicOf(QString(store::configurationTopic)), now);
}

/// The station's limits may be others now. What does not fit them any more may be queued behind the question for them: it
/// is withdrawn before the station gets it.
void recheckProfiles(Context &context)
{
    const QString &station = context.station.id;
    if (store::ChargingProfiles(context.db).recheck(station, context.received))
        reconciler::run(context.db, station, *reconciler::topicOf(QString(store::chargingProfilesTopic)),
                        context.received);
}

ConfigurationState stateAfter(ConfigurationStatus status)
{
    switch (status) {
    case ConfigurationStatus::Accepted:
        return ConfigurationState::InSync;
    case ConfigurationStatus::RebootRequired:
        return ConfigurationState::RebootRequired;
    case ConfigurationStatus::NotSupported:
        return ConfigurationState::NotSupported;
    case ConfigurationStatus::Rejected:
        break;
    }
    return ConfigurationState::Rejected;
}

} // namespace

void readIfNeeded(store::Database &db, const store::Station &station, ocpp::Timestamp now)
{
    if (station.registration != store::Registration::Accepted)
        return;
    refuseReadonly(db, station.id);
    if (station.online && !wasReadSinceBoot(db, station))
        queueReading(db, station.id, {}, now); // what is pending follows its answer
}

reconciler::Difference difference(store::Database &db, const store::Station &station, ocpp::Timestamp)
{
    QList<store::ConfigurationKey> pending;
    QList<store::ConfigurationKey> waiting;
    QList<store::ConfigurationKey> refused;
    const auto unsettled = store::Configuration(db).unsettled(station.id);
    for (const store::ConfigurationKey &key : unsettled) {
        const bool needsReboot = key.state == ConfigurationState::RebootRequired;
        (needsReboot ? waiting : key.state == ConfigurationState::Pending && !key.readonly ? pending : refused).append(key);
    }
    reconciler::Difference difference;
    difference.count = int(unsettled.size());
    if (!pending.isEmpty() && !wasReadSinceBoot(db, station) && !wasReadInVain(db, station)) {
        difference.reason = u"The station's configuration is read first."_s;
    } else if (!pending.isEmpty()) {
        const Change change = nextChange(db, pending);
        difference.next = reconciler::Step{
            ocpp::ChangeConfiguration::action,
            ocpp::encode(ocpp::ChangeConfiguration::Request{change.key.key, change.key.desired.value_or(QString())})};
        difference.isOtherWay = !change.tried;
        difference.reason = u"Keys are to be changed: %1."_s.arg(namesOf(pending));
    } else if (!waiting.isEmpty()) {
        difference.reason =
            u"Keys are valid after a restart: %1. Reset the station when no session runs."_s.arg(namesOf(waiting));
    } else if (!refused.isEmpty()) {
        difference.isHopeless = true;
        difference.reason = u"The station refuses keys: %1. Enter other values, or take the wishes back."_s.arg(
            namesOf(refused));
    }
    return difference;
}

void reported(Context &context, const store::Command &command, const ocpp::GetConfiguration::Response &response)
{
    store::Configuration configuration(context.db);
    const QStringList pendingBefore = pendingKeys(context);
    book(context, response);
    const bool asksForAll = readsEverything(command);
    // What a person asks by name may tell of a change that was made at the station, which is no refusal of ours.
    const bool readsBack = !asksForAll && command.origin == readOrigin;
    QStringList missing;
    for (const store::ConfigurationKey &key : configuration.pending(context.station.id)) {
        if (readsBack && !pendingBefore.contains(key.keyFolded))
            configuration.setState(context.station.id, key.key, ConfigurationState::Rejected);
        else if (asksForAll && !key.reportedAt && !ocpp::isSecretKey(key.key))
            missing.append(key.key);
    }
    askForMissing(context, missing);
    recheckProfiles(context);
    work(context.db, context.station.id, context.received);
}

void unanswered(store::Database &db, const store::Command &command, ocpp::Timestamp now)
{
    if (command.origin == readOrigin && readsEverything(command))
        work(db, command.station, now);
}

void changed(Context &context, const store::Command &command, const ocpp::ChangeConfiguration::Response &response)
{
    const QJsonObject payload = QJsonDocument::fromJson(command.payload).object();
    const QString key = payload["key"_L1].toString();
    const QString value = payload["value"_L1].toString();
    if (ocpp::isSecretKey(key) && value == "***"_L1)
        return; // so late that it is forgotten (store::Retention): the wish, if there was one, is sent again
    const bool taken = response.status == ConfigurationStatus::Accepted
                       || response.status == ConfigurationStatus::RebootRequired;
    store::Configuration configuration(context.db);
    const auto known = configuration.find(context.station.id, key);
    const bool isTheWish = known && known->desired == value;
    // A person who changes a desired value by a plain command means it: else we would change it back. But a command
    // older than the wish has been overtaken.
    const bool becomesTheWish = taken && known && known->desired && !isTheWish && command.created >= known->desiredAt;
    if (becomesTheWish)
        configuration.desire(context.station.id, key, value, context.received);
    if (isTheWish || becomesTheWish)
        configuration.setState(context.station.id, key, stateAfter(response.status));
    if (taken && key.compare(ocpp::passwordKey, Qt::CaseInsensitive) == 0)
        adoptPassword(context, value);
    // After RebootRequired a report would prove nothing: it is read after the boot.
    if (response.status == ConfigurationStatus::Accepted && !ocpp::isSecretKey(key))
        queueReading(context.db, context.station.id, {key}, context.received); // read back
}

bool tookUnanswered(Context &context, const QByteArray &password)
{
    store::Commands commands(context.db);
    const auto changes = commands.unansweredPasswords(context.station.id);
    const auto taken = std::ranges::find_if(changes, [&password](const store::Command &change) {
        const QString value = QJsonDocument::fromJson(change.payload)["value"_L1].toString();
        const bool isForgotten = value.isEmpty() || value == "***"_L1;
        return !isForgotten && config::equalInConstantTime(passwordOf(value), password);
    });
    constexpr auto accepted = store::CommandState::Accepted;
    if (taken == changes.end() || !commands.finish(taken->id, {accepted, {}, {}, context.received, true}))
        return false; // or it was answered just now
    changed(context, *taken, {ConfigurationStatus::Accepted});
    reconciler::ended(context.db, *taken, accepted, {}, context.received);
    return true;
}

} // namespace csms::configuration
