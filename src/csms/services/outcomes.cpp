// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/services/outcomes.h"

#include "csms/services/profileservice.h"
#include "ocpp/messages.h"
#include "store/clock.h"
#include "store/configuration.h"
#include "store/connectors.h"
#include "store/frames.h"
#include "store/stationtime.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace csms::outcomes {
namespace {

constexpr std::chrono::seconds networkMargin = 15s;
// Stations tell the time in seconds, and their drift is known within two.
constexpr std::chrono::seconds clockMargin = 30s;
// Nobody was offline for longer: such a time tells of a clock that begins at its firmware's date.
constexpr std::chrono::seconds oldestInQueue = 30 * 24h;

struct Waiting {
    QLatin1StringView action;
    std::chrono::seconds patience;
    QLatin1StringView inVain;
};

constexpr std::array waitings{
    Waiting{ocpp::RemoteStartTransaction::action, 0s, "notStarted"_L1}, // ConnectionTimeOut (9.1.6)
    Waiting{ocpp::RemoteStopTransaction::action, 120s, "notStopped"_L1},
    Waiting{ocpp::Reset::action, 300s, "notRebooted"_L1},
    Waiting{ocpp::ChangeAvailability::action, 60s, "notApplied"_L1},
    Waiting{ocpp::TriggerMessage::action, 60s, "notArrived"_L1},
    Waiting{ocpp::ExtendedTriggerMessage::action, 300s, "notArrived"_L1}, // a new key takes small stations minutes
    Waiting{ocpp::DataTransfer::action, 300s, "notArrived"_L1}, // a vendor's TriggerMessage
};

/// What a trigger asks for by another name than that of the message, or by one name of two.
struct Triggered {
    QLatin1StringView asked;
    QLatin1StringView action;
};
constexpr std::array triggered{
    Triggered{"SignChargePointCertificate"_L1, ocpp::SignCertificate::action},
    Triggered{ocpp::FirmwareStatusNotification::action, ocpp::SignedFirmwareStatusNotification::action},
};

// A scheduled change waits for the end of a session; nobody charges for longer.
constexpr std::chrono::seconds scheduledPatience = 7 * 24h;

const Waiting *waitingFor(QStringView action)
{
    const auto it = std::ranges::find_if(waitings, [action](const Waiting &w) { return action == w.action; });
    return it == waitings.end() ? nullptr : &*it;
}

QJsonObject payloadOf(const store::Command &command)
{
    return QJsonDocument::fromJson(command.payload).object();
}

std::chrono::seconds connectionTimeOut(Context &context)
{
    const auto key = store::Configuration(context.db).find(context.station.id, u"ConnectionTimeOut"_s);
    const int reported = key && key->value ? key->value->toInt() : 0;
    return reported > 0 ? std::chrono::seconds(reported) : context.policy.connectionTimeOut;
}

/// Whether it had happened before the command was sent: it waited in the station's queue, and is no answer to it
/// (behaviour 9).
bool isOlder(Context &context, const std::optional<ocpp::Timestamp> &said, const store::Command &command)
{
    if (!said || !command.sentAt)
        return false;
    const auto row = store::Stations(context.db).find(context.station.id);
    const std::chrono::milliseconds drift(row ? row->clockDriftMs.value_or(0) : 0);
    const auto age = *command.sentAt - store::believedTime(*said - drift, context.received);
    return age > clockMargin && age < oldestInQueue;
}

bool isAbout(const store::Command &command, const store::Transaction &transaction)
{
    const QJsonObject payload = payloadOf(command);
    const bool sameTag = store::folded(payload["idTag"_L1].toString()) == transaction.idTagKey;
    const int connector = payload["connectorId"_L1].toInt(transaction.connector); // the station's choice if absent
    return sameTag && connector == transaction.connector;
}

bool fulfils(const QJsonObject &wanted, ocpp::ChargePointStatus status)
{
    const bool unavailable = status == ocpp::ChargePointStatus::Unavailable;
    return (wanted["type"_L1].toString() == "Inoperative"_L1) == unavailable;
}

/// Whether the connector that is meant, or with 0 every known one, is as wanted.
bool isSo(Context &context, const QJsonObject &wanted)
{
    const int meant = wanted["connectorId"_L1].toInt();
    bool isAny = false;
    for (const store::Connector &c : store::Connectors(context.db).list(context.station.id)) {
        const auto status = ocpp::fromString<ocpp::ChargePointStatus>(c.status);
        if (c.connector == 0 || !status || (meant != 0 && meant != c.connector))
            continue;
        if (!fulfils(wanted, *status))
            return false;
        isAny = true;
    }
    return isAny;
}

/// A status of connector 0 speaks for the whole station, one of another connector for itself.
bool isApplied(Context &context, const QJsonObject &wanted, const ocpp::StatusNotification::Request &seen)
{
    const int meant = wanted["connectorId"_L1].toInt();
    const bool isAbout = meant == 0 || meant == seen.connectorId;
    return isAbout && fulfils(wanted, seen.status) && (seen.connectorId == meant || isSo(context, wanted));
}

/// Whether it is the message that this trigger asks for. Without a connector in either of them any one is.
bool isAskedBy(const QJsonObject &trigger, QStringView action, const QJsonObject &message)
{
    const QString asked = trigger["requestedMessage"_L1].toString();
    const bool isByName = asked == action || std::ranges::any_of(triggered, [&](const Triggered &t) {
        return asked == t.asked && action == t.action;
    });
    const QJsonValue connector = trigger["connectorId"_L1];
    const QJsonValue told = message["connectorId"_L1];
    return isByName && (connector.isUndefined() || told.isUndefined() || connector.toInt() == told.toInt());
}

/// When it was made, as it says; of several readings the last.
std::optional<ocpp::Timestamp> timeOf(Context &context, const QJsonObject &message)
{
    const ocpp::Zone zone = context.station.zonelessIsLocal ? ocpp::Zone::Local : ocpp::Zone::Utc;
    std::optional<ocpp::Timestamp> latest;
    const auto read = [&](const QJsonValue &said) {
        if (const auto time = ocpp::parseTimestamp(said.toString(), zone))
            latest = std::max(latest.value_or(time->value), time->value);
    };
    read(message["timestamp"_L1]);
    const QJsonArray readings = message["meterValue"_L1].toArray();
    for (const QJsonValue &reading : readings)
        read(reading["timestamp"_L1]);
    return latest;
}

/// 7.35: readings that were asked for say so, if they say a context at all.
bool isReadForAnotherReason(const QJsonObject &message)
{
    bool saysAnother = false;
    const QJsonArray readings = message["meterValue"_L1].toArray();
    for (const QJsonValue &reading : readings) {
        const QJsonArray samples = reading["sampledValue"_L1].toArray();
        for (const QJsonValue &sample : samples) {
            const QString said = sample["context"_L1].toString();
            if (said == "Trigger"_L1)
                return false;
            saysAnother = saysAnother || !said.isEmpty();
        }
    }
    return saysAnother;
}

/// What the station sends by itself, or had in its queue, is not what the trigger led to.
bool isTriggeredBy(Context &context, const store::Command &command, QStringView action, const QJsonObject &message)
{
    return isAskedBy(payloadOf(command), action, message) && !isReadForAnotherReason(message)
           && !isOlder(context, timeOf(context, message), command);
}

bool isTrigger(const store::Command &command)
{
    return command.action == ocpp::TriggerMessage::action || command.action == ocpp::ExtendedTriggerMessage::action;
}

bool startedBy(Context &context, const store::Command &command, const store::Transaction &transaction)
{
    return isAbout(command, transaction) && !isOlder(context, transaction.startedAt, command);
}

/// The start may have overtaken the answer to its own RemoteStartTransaction.
void lookForEarlyStart(Context &context, const store::Command &command)
{
    store::TransactionFilter filter;
    filter.station = context.station.id;
    filter.state = store::TransactionState::Open;
    for (const store::Transaction &transaction : store::Transactions(context.db).list(filter)) {
        const bool sinceSent = transaction.startReceived >= command.sentAt.value_or(command.created);
        if (sinceSent && startedBy(context, command, transaction))
            return transactionStarted(context, transaction);
    }
}

/// Likewise the stop.
void lookForEarlyStop(Context &context, const store::Command &command)
{
    const auto transaction = store::Transactions(context.db).find(payloadOf(command)["transactionId"_L1].toInteger());
    if (transaction && transaction->station == context.station.id && transaction->stoppedAt)
        transactionStopped(context, *transaction);
}

/// The status may have overtaken the answer to its own ChangeAvailability; and a connector that is as wanted already
/// has none to send.
void lookForEarlyStatus(Context &context, const store::Command &command)
{
    const QJsonObject wanted = payloadOf(command);
    const auto whole = store::Connectors(context.db).find(context.station.id, 0);
    const auto status = ocpp::fromString<ocpp::ChargePointStatus>(whole ? whole->status : QString());
    const bool sinceSent = whole && whole->received && command.sentAt && *whole->received >= *command.sentAt;
    const bool speaksForAll = wanted["connectorId"_L1].toInt() == 0 && status && sinceSent && fulfils(wanted, *status);
    if (speaksForAll || isSo(context, wanted))
        store::Commands(context.db).setOutcome(command.id, u"applied"_s);
}

/// Likewise what a trigger asked for; the log knows what came since.
void lookForEarlyMessage(Context &context, const store::Command &command)
{
    store::FrameFilter filter;
    filter.station = context.station.id;
    filter.incoming = true;
    filter.type = 2;
    filter.from = command.sentAt.value_or(command.created);
    filter.limit = 20;
    for (const store::FrameRow &frame : store::Frames(context.db).list(filter)) {
        const QJsonObject message = QJsonDocument::fromJson(frame.payload).object();
        if (isTriggeredBy(context, command, frame.action, message))
            return store::Commands(context.db).setOutcome(command.id, u"arrived"_s);
    }
}

} // namespace

void messageArrived(Context &context, QStringView action)
{
    store::Commands commands(context.db);
    for (const store::Command &command : commands.awaitingOutcome(context.station.id)) {
        const bool sinceSent = context.received >= command.sentAt.value_or(command.created);
        if (isTrigger(command) && sinceSent && isTriggeredBy(context, command, action, context.payload))
            commands.setOutcome(command.id, u"arrived"_s);
    }
}

bool isAskedFor(Context &context, QStringView action)
{
    constexpr int latest = 20;
    store::CommandFilter filter;
    filter.station = context.station.id;
    filter.states = {store::CommandState::Accepted};
    filter.limit = latest;
    const auto commands = store::Commands(context.db).list(filter);
    return std::ranges::any_of(commands, [&](const store::Command &command) {
        const QJsonObject trigger = payloadOf(command);
        // 5.17: without a connector each of them sends one.
        const bool mayBeOneOfMany =
            trigger["connectorId"_L1].isUndefined() && context.payload.contains("connectorId"_L1);
        return isTrigger(command) && command.outcomeDue >= context.received
               && (command.outcome.isEmpty() || mayBeOneOfMany) && isAskedBy(trigger, action, context.payload);
    });
}

void booted(Context &context)
{
    store::Commands commands(context.db);
    for (const store::Command &command : commands.awaitingOutcome(context.station.id, ocpp::Reset::action))
        commands.setOutcome(command.id, u"rebooted"_s);
}

void statusReported(Context &context, const ocpp::StatusNotification::Request &status)
{
    store::Commands commands(context.db);
    for (const store::Command &command : commands.awaitingOutcome(context.station.id, ocpp::ChangeAvailability::action)) {
        if (isApplied(context, payloadOf(command), status) && !isOlder(context, status.timestamp, command))
            commands.setOutcome(command.id, u"applied"_s);
    }
}

void transactionStarted(Context &context, const store::Transaction &transaction)
{
    store::Commands commands(context.db);
    for (const store::Command &command :
         commands.awaitingOutcome(context.station.id, ocpp::RemoteStartTransaction::action)) {
        if (!startedBy(context, command, transaction))
            continue;
        profiles::startedWithProfile(context, command, transaction);
        return commands.setOutcome(command.id, u"transactionStarted:%1"_s.arg(transaction.id));
    }
}

void transactionStopped(Context &context, const store::Transaction &transaction)
{
    store::Commands commands(context.db);
    for (const store::Command &command :
         commands.awaitingOutcome(context.station.id, ocpp::RemoteStopTransaction::action)) {
        if (payloadOf(command)["transactionId"_L1].toInteger() == transaction.id)
            commands.setOutcome(command.id, u"transactionStopped:%1"_s.arg(transaction.id));
    }
}

void follow(Context &context, const store::Command &command, bool scheduled)
{
    const Waiting *const waiting = waitingFor(command.action);
    if (!waiting)
        return;
    const bool isStart = command.action == ocpp::RemoteStartTransaction::action;
    const auto patience = scheduled ? scheduledPatience : isStart ? connectionTimeOut(context) : waiting->patience;
    store::Commands(context.db).expectOutcome(command.id, context.received + patience + networkMargin);
    if (isStart)
        lookForEarlyStart(context, command);
    else if (command.action == ocpp::RemoteStopTransaction::action)
        lookForEarlyStop(context, command);
    else if (command.action == ocpp::ChangeAvailability::action && !scheduled)
        lookForEarlyStatus(context, command);
    else if (waiting->inVain == "notArrived"_L1)
        lookForEarlyMessage(context, command);
}

void giveUpDue(store::Database &db, ocpp::Timestamp now)
{
    store::Commands commands(db);
    for (const store::Command &command : commands.outcomesDue(now)) {
        if (const Waiting *const waiting = waitingFor(command.action))
            commands.setOutcome(command.id, waiting->inVain);
    }
}

} // namespace csms::outcomes
