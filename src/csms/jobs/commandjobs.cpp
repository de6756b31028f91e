// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/jobs/commandjobs.h"

#include "csms/framelog.h"
#include "csms/handlers/authorization.h"
#include "csms/services/commandend.h"
#include "csms/services/configurationservice.h"
#include "csms/services/firmwareservice.h"
#include "csms/services/loadbalancer.h"
#include "csms/services/profileservice.h"
#include "csms/services/reconciler.h"
#include "csms/services/reservationservice.h"
#include "csms/services/stationfileservice.h"
#include "csms/switchboard.h"
#include "ocpp/frame.h"
#include "ocpp/jsontext.h"
#include "ocpp/messages.h"
#include "store/clock.h"
#include "store/contracts.h"
#include "store/idtags.h"
#include "store/transactions.h"

#include <QJsonDocument>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;
using store::CommandState;

namespace csms {
namespace {

/// Tools test with it how a station refuses: what goes through the API is not guarded (api.md).
constexpr QLatin1StringView unguardedOrigin = "api"_L1;

/// 4.2, behaviour 18.
QString registrationHindrance(const store::Station &station, const QString &action)
{
    const bool startsOrStops = action == ocpp::RemoteStartTransaction::action
                               || action == ocpp::RemoteStopTransaction::action;
    if (station.registration == store::Registration::Pending && startsOrStops)
        return u"Not sent: the station is Pending and must not start or stop transactions (4.2). Accept it first."_s;
    return {};
}

/// Behaviour 11: the tag would only be told ConcurrentTx at the station, with the car plugged in.
QString limitHindrance(store::Database &db, const StationEntry &station, const QJsonObject &remoteStart)
{
    const QString tag = ownTag(station, remoteStart["idTag"_L1].toString());
    const auto known = store::IdTags(db).find(tag);
    if (!known || !known->maxConcurrent)
        return {};
    if (store::Transactions(db).openCount(tag) + store::Contracts(db).openSessions(tag) < *known->maxConcurrent)
        return {};
    return u"Not sent: %1 has as many sessions open as it may, %2. End one first, or allow it more."_s.arg(known->tag)
        .arg(*known->maxConcurrent);
}

/// E 3.40.
QString bootHindrance(const store::Station &station, store::Registration told, const QJsonObject &trigger)
{
    const bool asksForBoot = trigger["requestedMessage"_L1].toString() == "BootNotification"_L1;
    const bool knows = station.registration == store::Registration::Accepted && told == station.registration;
    if (!asksForBoot || !knows)
        return {};
    return u"Not sent: a station that is accepted must not be asked for a BootNotification (E 3.40). A Reset makes it "
           "send one."_s;
}

/// Why this station must not get this command now; empty if it may.
QString hindrance(store::Database &db, const store::Station &row, const StationEntry &station,
                  store::Registration told, const store::Command &command)
{
    if (const QString reason = registrationHindrance(row, command.action); !reason.isEmpty())
        return reason;
    if (command.origin == unguardedOrigin)
        return {};
    const QJsonObject payload = QJsonDocument::fromJson(command.payload).object();
    if (command.action == ocpp::RemoteStartTransaction::action) {
        const QString limit = limitHindrance(db, station, payload);
        return limit.isEmpty() ? profiles::remoteStartHindrance(payload) : limit;
    }
    if (command.action == ocpp::ReserveNow::action)
        return reservations::hindrance(db, row, command, store::now());
    const bool triggers =
        command.action == ocpp::TriggerMessage::action || command.action == ocpp::ExtendedTriggerMessage::action;
    return triggers ? bootHindrance(row, told, payload) : QString();
}

/// Where a file is found, or is to be brought, is said as late as can be: a command may wait for a station for days, which
/// then comes by another address. The error says why it is not sent.
tl::expected<QJsonObject, QString> payloadOf(store::Database &db, const store::Station &row, const store::Command &command)
{
    if (command.origin == store::Firmware::topic)
        return firmware::payloadNow(db, row, command, store::now());
    if (command.action == ocpp::GetDiagnostics::action || command.action == ocpp::GetLog::action)
        return stationfiles::payloadNow(db, row, command, store::now());
    return QJsonDocument::fromJson(command.payload).object();
}

/// What a person does not wait for, and what is of no use later.
void queueTrigger(store::Database &db, const StationEntry &station, QLatin1StringView message, const QString &origin)
{
    store::Command command;
    command.station = station.id;
    command.action = ocpp::TriggerMessage::action;
    command.payload = ocpp::compactBytes({{u"requestedMessage"_s, message}});
    command.origin = origin;
    command.priority = store::Command::backgroundPriority;
    command.created = store::now();
    command.expires = command.created + std::chrono::minutes(1);
    store::Commands(db).queue(command);
}

void reconcileAll(store::Database &db, const store::Station &station)
{
    const ocpp::Timestamp now = store::now();
    configuration::readIfNeeded(db, station, now);
    reconciler::runAll(db, station.id, now);
}

} // namespace

TakeCommandJob::TakeCommandJob(Outbox &outbox, StationEntryPointer station, ConnectionId connection,
                               store::Registration told, QString node)
    : EngineJob(outbox), station_(std::move(station)), connection_(connection), told_(told), node_(std::move(node))
{
}

void TakeCommandJob::run(store::Database &db)
{
    delivery_.reset();
    const auto row = store::Stations(db).find(station_->id);
    livesElsewhere_ = row && row->online && row->node != node_;
    if (!row || livesElsewhere_ || row->registration == store::Registration::Rejected)
        return; // behaviour 18: a rejected station gets nothing; its commands wait
    store::Commands commands(db);
    // Behaviour 18: accepted here, but Pending for itself as long as it has not heard of it.
    const bool mustWait = row->registration == store::Registration::Accepted && told_ != row->registration;
    const auto reach = mustWait ? store::Commands::Reach::NoRemoteStartOrStop : store::Commands::Reach::All;
    while (const auto command = commands.next(station_->id, store::now(), reach)) {
        QString reason = hindrance(db, *row, *station_, told_, *command);
        if (reason.isEmpty()) {
            const auto payload = payloadOf(db, *row, *command);
            if (payload)
                return send(db, *command, *payload);
            reason = payload.error();
        }
        commands.refuse(command->id, reason, store::now());
        reconciler::ended(db, *command, CommandState::Error, reason, store::now());
        if (!db.ok())
            return;
    }
}

void TakeCommandJob::send(store::Database &db, const store::Command &command, const QJsonObject &payload)
{
    const QString messageId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const ocpp::Timestamp now = store::now();
    if (!store::Commands(db).markSent(command.id, messageId, now))
        return;
    if (command.origin == store::Firmware::topic)
        firmware::sent(db, command, now);
    loadbalancer::sent(db, command, now);
    delivery_ = Delivery{connection_, ocpp::callFrame(messageId, command.action, payload),
                         OutgoingCall{command.id, messageId, command.action, station_->callTimeout}};
    store::Frames(db).append({0, station_->id, now, false, 2, messageId, command.action,
                              maskedRequest(command.action, payload), {}});
}

void TakeCommandJob::committed()
{
    if (delivery_)
        outbox_.put(std::move(*delivery_));
    else if (livesElsewhere_)
        outbox_.put([connection = connection_](Switchboard &board) {
            board.drop(connection, QWebSocketProtocol::CloseCodePolicyViolated, u"Replaced by a newer connection."_s);
        });
    else
        outbox_.put([connection = connection_](Switchboard &board) { board.noCommand(connection); });
}

void TakeCommandJob::failed(const store::Error &error)
{
    EngineJob::failed(error);
    outbox_.put([connection = connection_](Switchboard &board) { board.askLater(connection); });
}

void LostCallJob::run(store::Database &db)
{
    endCommand(db, command_, {CommandState::Unknown, {},
                              u"The connection broke before the answer; it may have been done."_s, store::now(), false});
}

void UnsentCallJob::run(store::Database &db)
{
    store::Commands(db).requeue(command_);
    if (const auto command = store::Commands(db).find(command_))
        firmware::unsent(db, *command);
}

void TimeoutJob::run(store::Database &db)
{
    const QString text = u"No answer within %1 s. A later one is still taken."_s.arg(station_->callTimeout.count());
    const ocpp::Timestamp now = store::now();
    endCommand(db, command_, {CommandState::Timeout, {}, text, now, false});
    if (const auto command = store::Commands(db).find(command_); command && command->state == CommandState::Timeout)
        configuration::unanswered(db, *command, now);
}

void AskStatusJob::run(store::Database &db)
{
    queueTrigger(db, *station_, "StatusNotification"_L1, u"statusRequest"_s);
}

void AskBootJob::run(store::Database &db)
{
    queueTrigger(db, *station_, "BootNotification"_L1, u"bootRequest"_s);
}

void ReconcileJob::run(store::Database &db)
{
    const auto station = store::Stations(db).find(station_);
    if (station && (!station->online || station->node == node_))
        reconcileAll(db, *station);
}

void ReconcileOnlineJob::run(store::Database &db)
{
    for (const store::Station &station : store::Stations(db).list()) {
        if (station.online && station.node == node_)
            reconcileAll(db, station);
    }
}

} // namespace csms
