// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/jobs/commandjobs.h"

#include "csms/framelog.h"
#include "csms/services/configurationservice.h"
#include "csms/switchboard.h"
#include "ocpp/frame.h"
#include "ocpp/messages.h"
#include "store/clock.h"

#include <QJsonDocument>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;
using store::CommandState;

namespace csms {
namespace {

/// Why a station in this state must not get this command; empty if it may (4.2, behaviour 18).
QString hindrance(const store::Station &station, const QString &action)
{
    const bool startsOrStops = action == ocpp::RemoteStartTransaction::action
                               || action == ocpp::RemoteStopTransaction::action;
    if (station.registration == store::Registration::Pending && startsOrStops)
        return u"Not sent: the station is Pending and must not start or stop transactions (4.2). Accept it first."_s;
    return {};
}

} // namespace

TakeCommandJob::TakeCommandJob(Outbox &outbox, StationEntryPointer station, ConnectionId connection)
    : EngineJob(outbox), station_(std::move(station)), connection_(connection)
{
}

void TakeCommandJob::run(store::Database &db)
{
    delivery_.reset();
    const auto row = store::Stations(db).find(station_->id);
    if (!row || row->registration == store::Registration::Rejected)
        return; // behaviour 18: a rejected station gets nothing; its commands wait
    store::Commands commands(db);
    while (const auto command = commands.next(station_->id, store::now())) {
        const QString reason = hindrance(*row, command->action);
        if (reason.isEmpty())
            return send(db, *command);
        commands.refuse(command->id, reason, store::now());
        if (!db.ok())
            return;
    }
}

void TakeCommandJob::send(store::Database &db, const store::Command &command)
{
    const QString messageId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const ocpp::Timestamp now = store::now();
    if (!store::Commands(db).markSent(command.id, messageId, now))
        return;
    const QJsonObject payload = QJsonDocument::fromJson(command.payload).object();
    delivery_ = Delivery{connection_, ocpp::callFrame(messageId, command.action, payload),
                         OutgoingCall{command.id, messageId, command.action, station_->callTimeout}};
    store::Frames(db).append({0, station_->id, now, false, 2, messageId, command.action,
                              maskedRequest(command.action, payload), {}});
}

void TakeCommandJob::committed()
{
    if (delivery_)
        outbox_.put(std::move(*delivery_));
    else
        outbox_.put([connection = connection_](Switchboard &board) { board.noCommand(connection); });
}

void TakeCommandJob::failed(const store::Error &error)
{
    EngineJob::failed(error);
    outbox_.put([connection = connection_](Switchboard &board) { board.noCommand(connection); });
}

void LostCallJob::run(store::Database &db)
{
    store::Commands(db).finish(command_, {CommandState::Unknown, {},
                                          u"The connection broke before the answer; it may have been done."_s,
                                          store::now(), false});
}

void UnsentCallJob::run(store::Database &db)
{
    store::Commands(db).requeue(command_);
}

void TimeoutJob::run(store::Database &db)
{
    const QString text = u"No answer within %1 s. A later one is still taken."_s.arg(station_->callTimeout.count());
    store::Commands(db).finish(command_, {CommandState::Timeout, {}, text, store::now(), false});
}

void AskStatusJob::run(store::Database &db)
{
    store::Command command;
    command.station = station_->id;
    command.action = ocpp::TriggerMessage::action;
    command.payload = R"({"requestedMessage":"StatusNotification"})"_ba;
    command.origin = u"statusRequest"_s;
    command.priority = store::Command::backgroundPriority;
    command.created = store::now();
    command.expires = command.created + std::chrono::minutes(1);
    store::Commands(db).queue(command);
}

void ReconcileConfigurationJob::run(store::Database &db)
{
    configuration::reconcile(db, station_, store::now());
}

} // namespace csms
