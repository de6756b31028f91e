// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/jobs/inboundjob.h"

#include "csms/framelog.h"
#include "csms/handlers/handlers.h"
#include "csms/services/commandend.h"
#include "csms/services/outcomes.h"
#include "csms/switchboard.h"
#include "csms/vendors/vendorhandlers.h"
#include "ocpp/codec.h"
#include "store/clock.h"
#include "store/commands.h"

using namespace Qt::Literals::StringLiterals;
using ocpp::ErrorCode;

namespace csms {
namespace {

void logCall(store::Database &db, const Inbound &call, const QList<ocpp::Finding> &findings)
{
    logArrival(db,
               {.station = call.station->id,
                .time = call.received,
                .type = 2,
                .messageId = call.messageId,
                .action = call.action,
                .payload = payloadText(call.text)},
               findings);
}

void logAnswer(store::Database &db, const Inbound &call, ocpp::Timestamp time, int type, const QByteArray &payload)
{
    store::Frames(db).append({0, call.station->id, time, false, type, call.messageId, call.action, payload, {}});
}

} // namespace

InboundJob::InboundJob(Outbox &outbox, const Policy &policy, Inbound inbound)
    : EngineJob(outbox), policy_(policy), inbound_(std::move(inbound))
{
}

void InboundJob::run(store::Database &db)
{
    Context context{db, *inbound_.station, policy_, inbound_.received, inbound_.payload, inbound_.afterPause};
    QList<ocpp::Finding> findings = inbound_.findings;
    if (inbound_.consulted)
        context.consulted = &*inbound_.consulted;
    const auto result = answer(context);
    toldAtBoot_ = context.toldAtBoot;
    findings += context.findings;
    const auto *fault = std::get_if<ocpp::Fault>(&inbound_.content);
    if (fault && fault->code != ErrorCode::InternalError) // that is ours
        findings.append(asFinding(*fault));
    logCall(db, inbound_, findings);
    if (result) {
        frame_ = ocpp::resultFrame(inbound_.messageId, *result);
        logAnswer(db, inbound_, store::now(), 3, payloadText(frame_));
    } else {
        const ocpp::Fault &refusal = result.error();
        const QJsonObject details = refusal.path.isEmpty() ? QJsonObject() : QJsonObject{{u"path"_s, refusal.path}};
        frame_ = ocpp::errorFrame(inbound_.messageId, refusal.code, refusal.text, details);
        logAnswer(db, inbound_, store::now(), 4, frame_);
    }
}

tl::expected<QJsonObject, ocpp::Fault> InboundJob::answer(Context &context)
{
    const bool isBoot = inbound_.action == ocpp::BootNotification::action;
    if (!isBoot && !isAccepted(context.db) && !isAskedFor(context)) {
        return tl::unexpected(ocpp::Fault{
            ErrorCode::SecurityError, {}, u"The station is not accepted yet; BootNotification comes first."_s});
    }
    if (const auto *fault = std::get_if<ocpp::Fault>(&inbound_.content)) {
        if (auto parked = parkUndecodable(context, inbound_.action, *fault))
            return *parked;
        return tl::unexpected(*fault);
    }
    auto result = std::visit([&](const auto &request) { return ocpp::encode(handle(context, request)); },
                             std::get<ocpp::AnyRequest>(inbound_.content));
    outcomes::messageArrived(context, inbound_.action);
    return result;
}

/// JE 3.10. The snapshot may be a moment old, so a refusal is checked against the row.
bool InboundJob::isAccepted(store::Database &db) const
{
    if (inbound_.station->registration == store::Registration::Accepted)
        return true;
    const auto row = store::Stations(db).find(inbound_.station->id);
    return row && row->registration == store::Registration::Accepted;
}

/// 4.2: what a Pending station was told by a trigger to send, and nothing else.
bool InboundJob::isAskedFor(Context &context) const
{
    const auto row = store::Stations(context.db).find(inbound_.station->id);
    return row && row->registration == store::Registration::Pending && outcomes::isAskedFor(context, inbound_.action);
}

void InboundJob::committed()
{
    outbox_.put(Delivery{inbound_.connection, std::move(frame_), {}, toldAtBoot_});
}

/// Rolled back: nothing was kept, so nothing may be acknowledged. A CALLERROR counts as an attempt, after some of which
/// a station gives its message up (3.7.1): only silence keeps it until the database is well again.
void InboundJob::failed(const store::Error &error)
{
    EngineJob::failed(error);
    if (error.concernsWholeDatabase()) {
        outbox_.put([id = inbound_.connection](Switchboard &board) { board.leaveUnanswered(id); });
        return;
    }
    const bool isNew = std::holds_alternative<ocpp::AnyRequest>(inbound_.content);
    if (isNew && isAnsweredInAnyCase(inbound_.action)) {
        inbound_.content = ocpp::Fault{ErrorCode::InternalError, {}, error.text};
        const auto kept = std::make_shared<Inbound>(std::move(inbound_));
        outbox_.put([kept](Switchboard &board) { board.keepApart(std::move(*kept)); });
        return;
    }
    outbox_.put(
        Delivery{inbound_.connection, ocpp::errorFrame(inbound_.messageId, ErrorCode::InternalError,
                                                       u"The central system could not process this message."_s)});
}

AnsweredCallJob::AnsweredCallJob(Outbox &outbox, const Policy &policy, Inbound inbound, QByteArray answer,
                                 ocpp::Timestamp answered)
    : EngineJob(outbox), policy_(policy), inbound_(std::move(inbound)), answer_(std::move(answer)), answered_(answered)
{
}

void AnsweredCallJob::run(store::Database &db)
{
    logCall(db, inbound_, inbound_.findings);
    logAnswer(db, inbound_, answered_, 3, payloadText(answer_));
    Context context{db, *inbound_.station, policy_, inbound_.received, inbound_.payload};
    outcomes::messageArrived(context, inbound_.action);
}

void AnsweredCallJob::finished(const store::Error *error)
{
    EngineJob::finished(error);
    noteBooked(inbound_.connection);
}

void BadFrameJob::run(store::Database &db)
{
    const ocpp::Fault &fault = received_.bad.fault;
    const QList<ocpp::Finding> findings{{fault.code, fault.path, fault.text, u"J 4.2"_s}};
    logArrival(db,
               {.station = received_.station->id,
                .time = received_.at,
                .messageId = received_.bad.messageId,
                .payload = received_.raw},
               findings);
    if (received_.endedCall)
        endCall(db, received_.endedCall->commandId);
    if (!received_.bad.answerable)
        return;
    frame_ = ocpp::errorFrame(received_.bad.messageId, fault.code, fault.text);
    store::Frames(db).append(
        {0, received_.station->id, store::now(), false, 4, received_.bad.messageId, {}, frame_, {}});
}

void BadFrameJob::endCall(store::Database &db, qint64 command) const
{
    endCommand(db, command, {store::CommandState::Error, {}, received_.bad.fault.text, received_.at, false});
    if (const auto ended = store::Commands(db).find(command); ended && ended->state == store::CommandState::Error)
        vendors::failed(db, *ended, received_.bad.fault.text, received_.at);
}

void BadFrameJob::committed()
{
    if (received_.bad.answerable)
        outbox_.put(Delivery{received_.connection, std::move(frame_)});
    else
        noteBooked(received_.connection);
}

void BadFrameJob::failed(const store::Error &error)
{
    EngineJob::failed(error);
    if (received_.bad.answerable)
        outbox_.put([id = received_.connection](Switchboard &board) { board.leaveUnanswered(id); });
    else
        noteBooked(received_.connection);
}

} // namespace csms
