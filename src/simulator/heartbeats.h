// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/caller.h"
#include "simulator/configurationkeys.h"
#include "simulator/stationclock.h"

namespace simulator {

/// A sign of life after HeartbeatInterval seconds in which the station said nothing else (4.6, 9.1.10), and
/// at least once a day for the clock (J 5.3).
class Heartbeats {
public:
    Heartbeats(Timeline &timeline, const ConfigurationKeys &configuration, const Connection &connection,
               StationClock &clock, Caller &caller);

    /// Accepted, back online, or the interval has changed.
    void start();
    void stop() { due_.stop(); }
    void tellNow(Caller::When when);

private:
    void check();

    Timeline &timeline_;
    const ConfigurationKeys &configuration_;
    const Connection &connection_;
    StationClock &clock_;
    Caller &caller_;
    ocpp::Timestamp lastHeartbeat_{};
    Alarm due_;
};

} // namespace simulator
