// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/requests.h"

#include "simulator/framelog.h"

#include <algorithm>

namespace simulator {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Finds the block with a handler for this request. A message without one does not compile.
template<class Request, class First, class... Rest>
auto handledBy(const Request &request, First &first, Rest &...rest)
{
    if constexpr (requires { first.handle(request); })
        return first.handle(request);
    else
        return handledBy(request, rest...);
}

/// An optional member that lenient reading left out, because it makes no sense. Without it the request would mean
/// something else: a start at any connector instead of connector 0.
const ocpp::Finding *leftOut(const QList<ocpp::Finding> &findings, const QJsonObject &understood)
{
    const auto found = std::find_if(findings.begin(), findings.end(), [&](const ocpp::Finding &finding) {
        const bool isMember = finding.code != ocpp::ErrorCode::FormationViolation && finding.path.count(u'/') == 1;
        return isMember && !understood.contains(finding.path.sliced(1));
    });
    return found == findings.end() ? nullptr : &*found;
}

/// Of a DataTransfer; else empty.
QString messageIdIn(const ocpp::Frame &frame)
{
    return frame.action == ocpp::DataTransfer::action ? frame.payload["messageId"_L1].toString() : QString();
}

} // namespace

Requests::Requests(Timeline &timeline, const StationOptions &options, Journal &journal, Blocks &blocks)
    : timeline_(timeline), options_(options), journal_(journal), blocks_(blocks), behaviours_(options.behaviours)
{
}

void Requests::arrived(const ocpp::Frame &frame)
{
    logCall(journal_, {options_.id, timeline_.now(), false}, frame.messageId, frame.action, frame.payload);
    // 4.2: while rejected, a station does not respond at all.
    if (!blocks_.registration.isRejected())
        meet(behaviours_.next(frame.action, messageIdIn(frame)), frame);
}

void Requests::arrived(const ocpp::BadFrame &frame)
{
    if (frame.answerable && !blocks_.registration.isRejected())
        sendError(frame.messageId, frame.fault);
}

void Requests::meet(const Behaviour &behaviour, const ocpp::Frame &frame)
{
    switch (behaviour.kind) {
    case Behaviour::Kind::Accept:
        handle(frame);
        break;
    case Behaviour::Kind::Reject:
        refuse(behaviour, frame);
        break;
    case Behaviour::Kind::Error:
        sendError(frame.messageId, {behaviour.code, {}, u"this station was told to fail here"_s});
        break;
    case Behaviour::Kind::Silent:
        break;
    case Behaviour::Kind::Slow:
        handleLater(frame, behaviour.delay);
        break;
    case Behaviour::Kind::Drop:
        blocks_.connection.lose();
        break;
    case Behaviour::Kind::Reboot:
        handle(frame);
        blocks_.resetting.restart(ocpp::Reason::Reboot, true);
        break;
    }
}

void Requests::handleLater(const ocpp::Frame &frame, std::chrono::milliseconds delay)
{
    timeline_.after(delay, [this, frame, alive = std::weak_ptr(alive_), line = blocks_.connection.generation()] {
        // An answer on another line than the question's would answer nothing.
        if (!alive.expired() && blocks_.connection.isOpen() && blocks_.connection.generation() == line)
            handle(frame);
    });
}

void Requests::handle(const ocpp::Frame &frame)
{
    QList<ocpp::Finding> findings;
    const auto command = ocpp::decodeCommand(frame.action, frame.payload, findings);
    if (!command) {
        sendError(frame.messageId, command.error());
        return;
    }
    Blocks &b = blocks_;
    std::visit(
        [&](const auto &request) {
            if (const ocpp::Finding *finding = leftOut(findings, ocpp::encode(request)))
                return sendError(frame.messageId, {finding->code, finding->path, finding->text});
            answer(frame, handledBy(request, b.configuration, b.authorization, b.transactions, b.profiles, b.usage,
                                    b.availability, b.resetting, b.triggering, b.files, b.localList, b.reservations,
                                    b.certificates, b.plugAndCharge));
        },
        *command);
}

template<class Response>
void Requests::answer(const ocpp::Frame &frame, const Answer<Response> &answer)
{
    if (!answer.result) {
        sendError(frame.messageId, answer.result.error());
        return;
    }
    sendResult(frame, ocpp::encode(*answer.result));
    if (answer.afterwards)
        answer.afterwards();
}

void Requests::refuse(const Behaviour &behaviour, const ocpp::Frame &frame)
{
    if (const auto payload = behaviour.isOfContent ? refusalOfContent(frame.payload) : refusalOf(frame.action))
        sendResult(frame, *payload);
    else
        sendError(frame.messageId, {ocpp::ErrorCode::GenericError, {}, u"this station was told to refuse"_s});
}

void Requests::sendResult(const ocpp::Frame &frame, const QJsonObject &payload)
{
    logResult(journal_, {options_.id, timeline_.now(), true}, frame.messageId, frame.action, payload);
    blocks_.connection.send(ocpp::resultFrame(frame.messageId, payload));
}

void Requests::sendError(const QString &messageId, const ocpp::Fault &fault)
{
    logError(journal_, {options_.id, timeline_.now(), true}, messageId, fault);
    blocks_.connection.send(ocpp::errorFrame(messageId, fault.code, fault.text));
}

} // namespace simulator
