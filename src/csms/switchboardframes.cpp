// SPDX-License-Identifier: GPL-3.0-or-later
// What the switchboard does with frames: each becomes a job of the writer, and what the writer committed leaves.
#include "csms/switchboard.h"

#include "csms/handlers/handlers.h"
#include "csms/jobs/answerjob.h"
#include "csms/jobs/commandjobs.h"
#include "csms/jobs/inboundjob.h"
#include "csms/jobs/signingjobs.h"
#include "csms/vendors/vendorhandlers.h"
#include "ocpp/jsontext.h"
#include "store/clock.h"

#include <QWebSocket>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace csms {
namespace {

constexpr int tolerableBurst = 200; // frames of one station that wait for the writer; the rule is one CALL (J 4.1.1)
constexpr int unhurriedBurst = 20; // Heartbeats whose frames are not in the log yet; more wait for their commit
constexpr std::chrono::minutes triggerPatience{1}; // a Heartbeat that was asked for comes soon
constexpr qsizetype rawBytesKept = 4096; // of a malformed frame: enough to see what it was
constexpr qint64 unreadBytes = 1 << 20; // that a station may leave in our buffer; the largest of our calls take a tenth

bool isTrigger(const QString &action)
{
    return action == ocpp::TriggerMessage::action || action == ocpp::ExtendedTriggerMessage::action;
}

constexpr int mostSigning = 4; // at a time

/// A Heartbeat in order, of an accepted station that waits for nothing else: what it gets back is the time.
bool asksForTheTimeOnly(const Session &session, const Inbound &call)
{
    const auto *request = std::get_if<ocpp::AnyRequest>(&call.content);
    return request && std::holds_alternative<ocpp::Heartbeat::Request>(*request) && call.findings.isEmpty()
           && session.unanswered == 1 && session.unbooked < unhurriedBurst && session.triggeredUntil < Session::Clock::now()
           && session.station->registration == store::Registration::Accepted;
}

/// What has to be asked outside. For a station that is not accepted nobody asks anything: it gets no answer to it.
std::optional<Question> questionIn(const Session &session, const Inbound &call)
{
    const auto *request = std::get_if<ocpp::AnyRequest>(&call.content);
    const auto *transfer = request ? std::get_if<ocpp::DataTransfer::Request>(request) : nullptr;
    const bool isHeard = transfer && session.station->registration == store::Registration::Accepted;
    return isHeard ? vendors::questionOf(*transfer) : std::nullopt;
}

bool concernsConfiguration(const QString &action)
{
    return action == ocpp::GetConfiguration::action || action == ocpp::ChangeConfiguration::action;
}

/// What the log keeps of a frame that cannot be read: in it nothing can be masked.
QByteArray keptOf(const QByteArray &raw, const Session &session)
{
    const QByteArray words = raw.toLower();
    const bool mayHoldSecrets = words.contains("configurationkey") || words.contains("authorizationkey")
                                || (session.outstanding && concernsConfiguration(session.outstanding->call.action));
    return mayHoldSecrets ? "(" + QByteArray::number(raw.size()) + " bytes, not kept: they may hold a secret)"
                          : raw.left(rawBytesKept);
}

} // namespace

// ---- Frames in

void Switchboard::receive(Session &session, const QString &text)
{
    const bool afterPause = Clock::now() - session.lastHeard >= policy_.pauseBeforeLive;
    session.hear(store::now());
    ++metrics_.framesIn;
    QByteArray utf8 = text.toUtf8();
    auto frame = ocpp::parseFrame(utf8);
    if (!frame && isAnsweredInAnyCase(frame.error().action))
        receiveWithoutPayload(session, frame.error(), afterPause);
    else if (!frame)
        receiveUnusable(session, utf8, frame.error());
    else if (frame->type == ocpp::MessageType::Call)
        receiveCall(session, std::move(utf8), std::move(*frame), afterPause);
    else
        receiveAnswer(session, std::move(utf8), std::move(*frame));
}

void Switchboard::receiveCall(Session &session, QByteArray text, ocpp::Frame frame, bool afterPause)
{
    ++metrics_.callsIn[Metrics::indexOf(frame.action)];
    Inbound inbound{session.id, session.station,          session.lastHeardAt, std::move(text), {}, {}, {},
                    {},         std::move(frame.findings)};
    noteArrival(session, frame, inbound.findings);
    const ocpp::Zone zone = session.station->zonelessIsLocal ? ocpp::Zone::Local : ocpp::Zone::Utc;
    if (auto request = ocpp::decodeRequest(frame.action, frame.payload, inbound.findings, {zone}))
        inbound.content = std::move(*request);
    else
        inbound.content = std::move(request.error());
    inbound.messageId = std::move(frame.messageId);
    inbound.action = std::move(frame.action);
    inbound.payload = std::move(frame.payload);
    inbound.afterPause = afterPause;
    if (asksForTheTimeOnly(session, inbound))
        return answerAtOnce(session, std::move(inbound));
    if (const auto question = questionIn(session, inbound))
        consultAbout(std::move(inbound), *question);
    else
        post<InboundJob>(policy_, std::move(inbound));
    dropIfFlooding(session);
}

/// The frame is in order but for its payload, which is a list, say: kept like any other nonsense (behaviour 1).
void Switchboard::receiveWithoutPayload(Session &session, const ocpp::BadFrame &bad, bool afterPause)
{
    ++metrics_.malformedFrames;
    ++metrics_.callsIn[Metrics::indexOf(bad.action)];
    const QJsonObject kept{{u"payload"_s, bad.payload}};
    Inbound inbound{session.id,
                    session.station,
                    session.lastHeardAt,
                    ocpp::compactBytes(kept),
                    bad.messageId,
                    bad.action,
                    kept,
                    bad.fault,
                    {},
                    afterPause};
    noteArrival(session, {.messageId = bad.messageId, .action = bad.action}, inbound.findings);
    post<InboundJob>(policy_, std::move(inbound));
    dropIfFlooding(session);
}

/// The message is handled when all is known; the station waits for this answer with its next CALL (J 4.1.1).
void Switchboard::consultAbout(Inbound inbound, const Question &question)
{
    const auto waiting = std::make_shared<Inbound>(std::move(inbound));
    consult(*provider_, policy_.plugAndCharge.contractRoots, question, [this, waiting](Consultation found) {
        waiting->consulted = std::move(found);
        post<InboundJob>(policy_, std::move(*waiting));
    });
}

/// The next are taken when an answer came: then the time that each is given is not spent in a queue.
void Switchboard::takeSigning()
{
    if (takingSigning_) {
        moreSigning_ = true;
    } else if (signing_ < mostSigning) {
        takingSigning_ = true;
        // Two exchanges, and something to book them. After that it was lost on the way, in a restart.
        post<TakeSigningJob>(mostSigning - signing_, 2 * policy_.plugAndCharge.patience + std::chrono::seconds(30));
    }
}

void Switchboard::sign(const QList<store::SigningOrder> &orders)
{
    takingSigning_ = false;
    if (!provider_)
        return; // it is being closed
    signing_ += int(orders.size());
    for (const store::SigningOrder &order : orders) {
        provider_->sign(order.csr.toLatin1(), [this, id = order.id](const Provider::Signed &outcome) {
            --signing_;
            post<SignedJob>(id, outcome);
            takeSigning();
        });
    }
    if (std::exchange(moreSigning_, false))
        takeSigning();
}

/// Nobody may fill the memory while the writer is busy. True if the session is gone.
bool Switchboard::dropIfFlooding(Session &session)
{
    if (session.unanswered + session.unbooked <= tolerableBurst)
        return false;
    note(session, u"More frames than can be worked off; the connection was closed."_s, u"J 4.1.1"_s);
    drop(session.id, QWebSocketProtocol::CloseCodePolicyViolated, u"Too many frames at a time (J 4.1.1)."_s);
    return true;
}

/// A Heartbeat leaves nothing behind but its frames. A thousand idle stations would ask for a hundred commits a second.
void Switchboard::answerAtOnce(Session &session, Inbound inbound)
{
    const ocpp::Timestamp now = store::now();
    ++session.unbooked;
    QByteArray frame = ocpp::resultFrame(inbound.messageId, ocpp::encode(ocpp::Heartbeat::Response{now}));
    writer_.postUnhurried(std::make_unique<AnsweredCallJob>(*outbox_, policy_, std::move(inbound), frame, now));
    deliver({session.id, std::move(frame)});
}

void Switchboard::noteArrival(Session &session, const ocpp::Frame &frame, QList<ocpp::Finding> &findings)
{
    if (session.repeats(frame.messageId))
        findings.append({ocpp::ErrorCode::ProtocolError, u"/1"_s,
                         u"The message id was used before on this connection."_s, u"J 4.1.4"_s});
    if (session.unanswered++ > 0)
        findings.append({ocpp::ErrorCode::ProtocolError,
                         {},
                         u"A CALL came before the one before it was answered."_s,
                         u"J 4.1.1"_s});
    if (session.backlogDue)
        session.backlogDue = session.lastHeard; // it speaks: what waited may go
    if (frame.action == ocpp::StatusNotification::action)
        session.statusDue.reset();
}

void Switchboard::receiveAnswer(Session &session, QByteArray text, ocpp::Frame frame)
{
    Answer answer{session.id, session.station, session.lastHeardAt, std::move(text), {}, std::move(frame)};
    if (session.outstanding && session.outstanding->call.messageId == answer.frame.messageId)
        answer.call = std::exchange(session.outstanding, std::nullopt)->call;
    ++session.unbooked;
    post<AnswerJob>(policy_, std::move(answer));
    if (!dropIfFlooding(session))
        takeCommand(session);
}

void Switchboard::receiveUnusable(Session &session, const QByteArray &raw, const ocpp::BadFrame &bad)
{
    ++metrics_.malformedFrames;
    QByteArray kept = keptOf(raw, session);
    const bool endsOurCall =
        !bad.answerable && session.outstanding && session.outstanding->call.messageId == bad.messageId;
    std::optional<OutgoingCall> call;
    if (endsOurCall)
        call = std::exchange(session.outstanding, std::nullopt)->call;
    ++(bad.answerable ? session.unanswered : session.unbooked);
    post<BadFrameJob>(
        BadFrameJob::Received{session.id, session.station, session.lastHeardAt, std::move(kept), bad, call});
    if (!dropIfFlooding(session))
        takeCommand(session);
}

// ---- Frames out

void Switchboard::deliver(Delivery delivery)
{
    Session *const session = find(delivery.connection);
    if (!session) {
        if (delivery.call)
            post<UnsentCallJob>(delivery.call->commandId); // it never left: back into the queue
        return;
    }
    if (delivery.call)
        return sendCall(*session, std::move(delivery));
    session->unanswered = std::max(0, session->unanswered - 1);
    if (delivery.toldAtBoot)
        session->told = *delivery.toldAtBoot;
    if (delivery.toldAtBoot == store::Registration::Accepted) {
        session->commandsWaiting = true; // what waited for this
        if (policy_.statusTriggerAfter > policy_.statusTriggerAfter.zero())
            session->statusDue = Clock::now() + policy_.statusTriggerAfter;
        session->configurationDue = Clock::now() + policy_.configurationReadAfter;
    }
    if (session->backlogDue && *session->backlogDue <= Clock::now()) {
        session->backlogDue.reset();
        session->commandsWaiting = true;
    }
    takeCommand(*session);
    send(*session, delivery.frame);
}

void Switchboard::leaveUnanswered(ConnectionId connection)
{
    if (Session *const session = find(connection))
        session->unanswered = std::max(0, session->unanswered - 1);
}

void Switchboard::keepApart(Inbound inbound)
{
    post<InboundJob>(policy_, std::move(inbound));
}

void Switchboard::noteBooked(ConnectionId connection)
{
    if (Session *const session = find(connection))
        session->unbooked = std::max(0, session->unbooked - 1);
}

/// To be called last: a broken connection ends the session in here.
void Switchboard::send(Session &session, const QByteArray &frame)
{
    ++metrics_.framesOut;
    session.socket->sendTextMessage(QString::fromUtf8(frame));
    dropIfUnread(session);
}

/// Our answers, and the pongs that the socket sends by itself, must not fill the memory. True if the session is gone.
bool Switchboard::dropIfUnread(Session &session)
{
    if (session.socket->bytesToWrite() <= unreadBytes)
        return false;
    note(session, u"It sends but does not read what is sent to it; the connection was closed."_s, {});
    drop(session.id, QWebSocketProtocol::CloseCodePolicyViolated, u"What was sent is not being read."_s);
    return true;
}

void Switchboard::sendCall(Session &session, Delivery delivery)
{
    session.takingCommand = false;
    ++metrics_.callsOut[Metrics::indexOf(delivery.call->action)];
    const auto deadline = Clock::now() + delivery.call->timeout;
    if (isTrigger(delivery.call->action))
        session.triggeredUntil = deadline + triggerPatience;
    session.outstanding = Session::Outstanding{std::move(*delivery.call), deadline};
    send(session, delivery.frame);
}

} // namespace csms
