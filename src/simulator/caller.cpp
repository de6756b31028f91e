// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/caller.h"

#include "simulator/framelog.h"

namespace simulator {

using namespace Qt::Literals::StringLiterals;

Caller::Caller(Timeline &timeline, Connection &connection, const Registration &registration,
               const StationOptions &options, Journal &journal)
    : timeline_(timeline), connection_(connection), registration_(registration), options_(options),
      journal_(journal), deadline_(timeline)
{
    // JE 3.1, 3.7: an id is never used twice by the same station, also not after it was switched off.
    idPrefix_ = QString::number(timeline.now().time_since_epoch().count(), 36) + u'-'
                + QString::number(options.seed % 46656, 36) + u'-';
}

void Caller::enqueue(Call call)
{
    if (!mayBeSent(call)) {
        call.then(tl::unexpected(CallFailure{CallFailure::Kind::NotAllowed, u"offline or not accepted"_s}));
        return;
    }
    waiting_.push_back(std::move(call));
    sendNext();
}

bool Caller::mayBeSent(const Call &call) const
{
    return connection_.isOpen() && (call.when == When::Always || registration_.isAccepted());
}

void Caller::sendNext()
{
    if (current_ || waiting_.empty() || !connection_.isOpen())
        return;
    current_ = std::move(waiting_.front());
    waiting_.pop_front();
    current_->messageId = nextMessageId();
    logCall(journal_, {options_.id, timeline_.now(), true}, current_->messageId, current_->action,
            current_->payload);
    deadline_.start(timeout_, [this] {
        finish(tl::unexpected(CallFailure{CallFailure::Kind::TimedOut, u"no answer in time"_s}));
    });
    connection_.send(ocpp::callFrame(current_->messageId, current_->action, current_->payload));
}

bool Caller::settle(const ocpp::Frame &frame)
{
    if (!current_ || current_->messageId != frame.messageId)
        return false;
    if (frame.type == ocpp::MessageType::CallResult)
        finish(frame.payload);
    else
        finish(tl::unexpected(
            CallFailure{CallFailure::Kind::Refused, frame.errorCode + u": "_s + frame.errorDescription}));
    return true;
}

void Caller::finish(const RawReply &reply)
{
    deadline_.stop();
    const Call call = std::move(*std::exchange(current_, std::nullopt));
    if (!reply)
        journal_.note(options_.id, u"%1 failed: %2"_s.arg(call.action, reply.error().text));
    // Calls that the answer leads to line up behind those that wait already.
    call.then(reply);
    sendNext();
    settled();
}

void Caller::lineLost()
{
    deadline_.stop();
    std::deque<Call> lost = std::exchange(waiting_, {});
    if (auto call = std::exchange(current_, std::nullopt))
        lost.push_front(std::move(*call));
    for (const Call &call : lost)
        call.then(tl::unexpected(CallFailure{CallFailure::Kind::Disconnected, u"the connection was lost"_s}));
}

QString Caller::nextMessageId()
{
    return idPrefix_ + QString::number(++lastId_, 36);
}

} // namespace simulator
