// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/services/configurationservice.h"

#include "config/password.h"
#include "ocpp/codec.h"
#include "store/clock.h"
#include "store/configuration.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;
using ocpp::ConfigurationStatus;
using store::ConfigurationState;

namespace csms::configuration {
namespace {

constexpr QLatin1StringView origin = "configuration"_L1;
constexpr auto passwordKey = "AuthorizationKey"_L1;

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

template<class M>
void queue(store::Database &db, const QString &station, const typename M::Request &request, ocpp::Timestamp now)
{
    store::Commands commands(db);
    store::Command command;
    command.station = station;
    command.action = M::action;
    command.payload = QJsonDocument(ocpp::encode(request)).toJson(QJsonDocument::Compact);
    command.origin = origin;
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

/// Of our own changes that still wait, those to another value: sent after the new wish they would undo it.
void withdrawOlderWishes(store::Database &db, const store::ConfigurationKey &key, ocpp::Timestamp now)
{
    store::CommandFilter filter;
    filter.station = key.station;
    filter.action = ocpp::ChangeConfiguration::action;
    filter.states = {store::CommandState::Queued};
    store::Commands commands(db);
    for (const store::Command &command : commands.list(filter)) {
        const QJsonObject payload = QJsonDocument::fromJson(command.payload).object();
        if (command.origin == origin && store::folded(payload["key"_L1].toString()) == key.keyFolded
            && payload["value"_L1].toString() != key.desired)
            commands.cancel(command.id, now);
    }
}

void changePending(store::Database &db, const QString &station, ocpp::Timestamp now)
{
    for (const store::ConfigurationKey &key : store::Configuration(db).pending(station)) {
        if (key.readonly) {
            store::Configuration(db).setState(station, key.key, ConfigurationState::Rejected);
        } else if (key.desired) {
            withdrawOlderWishes(db, key, now);
            queue<ocpp::ChangeConfiguration>(db, station, {key.key, *key.desired}, now);
        }
    }
}

/// Desired keys that the full report left out are asked for by name, as many at a time as the station takes
/// (GetConfigurationMaxKeys, 9.1.8).
void askForMissing(Context &context, const QStringList &missing)
{
    const auto limit = store::Configuration(context.db).find(context.station.id, u"GetConfigurationMaxKeys"_s);
    const int most = std::max(1, limit && limit->value ? limit->value->toInt() : int(missing.size()));
    for (qsizetype first = 0; first < missing.size(); first += most)
        queue<ocpp::GetConfiguration>(context.db, context.station.id, {missing.mid(first, most)}, context.received);
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

bool readsEverything(const store::Command &command)
{
    return QJsonDocument::fromJson(command.payload)["key"_L1].toArray().isEmpty();
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

void reconcile(store::Database &db, const QString &station, ocpp::Timestamp now)
{
    const auto row = store::Stations(db).find(station);
    if (!row || row->registration != store::Registration::Accepted)
        return;
    if (!wasReadSinceBoot(db, *row))
        queue<ocpp::GetConfiguration>(db, station, {}, now); // what is pending follows its answer
    else
        changePending(db, station, now);
}

void reported(Context &context, const store::Command &command, const ocpp::GetConfiguration::Response &response)
{
    store::Configuration configuration(context.db);
    const QStringList pendingBefore = pendingKeys(context);
    book(context, response);
    const bool asksForAll = readsEverything(command);
    // What a person asks by name may tell of a change that was made at the station, which is no refusal of ours.
    const bool readsBack = !asksForAll && command.origin == origin;
    QStringList missing;
    for (const store::ConfigurationKey &key : configuration.pending(context.station.id)) {
        if (readsBack && !pendingBefore.contains(key.keyFolded))
            configuration.setState(context.station.id, key.key, ConfigurationState::Rejected);
        else if (asksForAll && !key.reportedAt && !ocpp::isSecretKey(key.key))
            missing.append(key.key);
    }
    askForMissing(context, missing);
    changePending(context.db, context.station.id, context.received);
}

void unanswered(store::Database &db, const store::Command &command, ocpp::Timestamp now)
{
    const bool isOurs = command.origin == origin && command.action == ocpp::GetConfiguration::action;
    if (isOurs && readsEverything(command))
        changePending(db, command.station, now);
}

void changed(Context &context, const store::Command &command, const ocpp::ChangeConfiguration::Response &response)
{
    const QJsonObject payload = QJsonDocument::fromJson(command.payload).object();
    const QString key = payload["key"_L1].toString();
    const QString value = payload["value"_L1].toString();
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
    if (taken && key.compare(passwordKey, Qt::CaseInsensitive) == 0)
        adoptPassword(context, value);
    // After RebootRequired a report would prove nothing: it is read after the boot.
    if (response.status == ConfigurationStatus::Accepted && !ocpp::isSecretKey(key))
        queue<ocpp::GetConfiguration>(context.db, context.station.id, {{key}}, context.received); // read back
}

} // namespace csms::configuration
