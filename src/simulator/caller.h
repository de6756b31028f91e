// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/connection.h"
#include "simulator/registration.h"

#include "ocpp/codec.h"
#include "ocpp/frame.h"

#include <deque>
#include <functional>

namespace simulator {

/// Why a request of the station has no CALLRESULT.
struct CallFailure {
    enum class Kind {
        NotAllowed, ///< not accepted by the central system yet, or offline: it was not sent (4.2)
        Disconnected, ///< the line was lost while waiting
        TimedOut, ///< no answer within MessageTimeout (E 3.83)
        Refused, ///< CALLERROR
        Unreadable ///< a CALLRESULT that makes no sense
    };
    Kind kind = Kind::NotAllowed;
    QString text;

    /// The central system was there and did not process the message (3.7.1).
    bool isFailureToProcess() const { return kind != Kind::NotAllowed && kind != Kind::Disconnected; }
};

template<class M>
using Reply = tl::expected<typename M::Response, CallFailure>;

/// The station's own requests: one at a time on the line, the others wait (J 4.1.1).
class Caller {
public:
    enum class When {
        Accepted, ///< only when the central system has accepted the station
        Always ///< BootNotification, and what a TriggerMessage asks for (4.2)
    };

    Caller(Timeline &timeline, Connection &connection, const Registration &registration,
           const StationOptions &options, Journal &journal);

    /// `then` is called exactly once, possibly at once.
    template<class M>
    void call(const typename M::Request &request, std::function<void(const Reply<M> &)> then = {},
              When when = When::Accepted)
    {
        enqueue({M::action, ocpp::encode(request), when, [then = std::move(then)](const RawReply &raw) {
                     if (then)
                         then(decoded<M>(raw));
                 }});
    }

    /// A CALLRESULT or CALLERROR has come. False: nobody waits for it.
    bool settle(const ocpp::Frame &frame);
    /// Nothing waits and nothing is under way.
    bool isIdle() const { return !current_ && waiting_.empty(); }
    /// Whether requests are possible now.
    bool isOnline() const { return connection_.isOpen() && registration_.isAccepted(); }
    void setTimeout(std::chrono::seconds timeout) { timeout_ = timeout; }
    void lineLost();

    /// Something that was under way is over.
    Event<> settled;

private:
    using RawReply = tl::expected<QJsonObject, CallFailure>;
    struct Call {
        QString action;
        QJsonObject payload;
        When when = When::Accepted;
        std::function<void(const RawReply &)> then;
        QString messageId{};
    };

    template<class M>
    static Reply<M> decoded(const RawReply &raw)
    {
        if (!raw)
            return tl::unexpected(raw.error());
        QList<ocpp::Finding> findings;
        auto response = ocpp::decode<typename M::Response>(*raw, findings);
        if (!response)
            return tl::unexpected(CallFailure{CallFailure::Kind::Unreadable, response.error().text});
        return std::move(*response);
    }

    void enqueue(Call call);
    bool mayBeSent(const Call &call) const;
    void sendNext();
    void finish(const RawReply &reply);
    QString nextMessageId();

    Timeline &timeline_;
    Connection &connection_;
    const Registration &registration_;
    const StationOptions &options_;
    Journal &journal_;
    std::deque<Call> waiting_;
    std::optional<Call> current_;
    Alarm deadline_;
    std::chrono::seconds timeout_{30};
    QString idPrefix_;
    quint64 lastId_ = 0;
};

} // namespace simulator
