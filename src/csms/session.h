// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csms/delivery.h"
#include "csms/stationentry.h"
#include "ocpp/timestamp.h"

#include <array>
#include <memory>

class QWebSocket;

namespace csms {

/// One open connection of a station. Passive: the switchboard acts. Lives on the socket thread.
class Session {
public:
    using Clock = std::chrono::steady_clock;

    struct Outstanding {
        OutgoingCall call;
        Clock::time_point deadline;
    };

    Session(ConnectionId id, StationEntryPointer station, std::unique_ptr<QWebSocket> socket);
    ~Session();

    const ConnectionId id;
    StationEntryPointer station;
    /// As what the station takes itself: by the last BootNotification.conf, before that by its registration when it
    /// connected. An operator's decision is only ours until it boots (4.2).
    store::Registration told;
    std::unique_ptr<QWebSocket> socket;

    // Liveness (behaviour 17)
    Clock::time_point lastHeard;
    ocpp::Timestamp lastHeardAt; ///< the same moment for people
    bool heardSinceReport = true;
    int pingsMissed = 0;
    void hear(ocpp::Timestamp at);

    // Our CALLs (behaviour 14): one at a time
    std::optional<Outstanding> outstanding;
    bool commandsWaiting = false; ///< the database may have some
    bool takingCommand = false; ///< the writer is looking for one
    Clock::time_point triggeredUntil{}; ///< until then what comes may be what a trigger asked for

    // The station's CALLs
    int unanswered = 0;
    int unbooked = 0; ///< its other frames that the writer has not booked yet
    /// True if a CALL with this message id came lately on this connection (JE 3.7).
    bool repeats(const QString &messageId);

    // What is still to be done after the connection or the acceptance; unset: nothing
    std::optional<Clock::time_point> backlogDue;
    std::optional<Clock::time_point> statusDue;
    std::optional<Clock::time_point> configurationDue;

private:
    std::array<size_t, 8> recentIds_{}; // hashes; a ring
    size_t nextId_ = 0;
};

} // namespace csms
