// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/heartbeats.h"

namespace simulator {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

Heartbeats::Heartbeats(Timeline &timeline, const ConfigurationKeys &configuration,
                       const Connection &connection, StationClock &clock, Caller &caller)
    : timeline_(timeline), configuration_(configuration), connection_(connection), clock_(clock),
      caller_(caller), due_(timeline)
{
}

void Heartbeats::start()
{
    lastHeartbeat_ = timeline_.now();
    if (const auto interval = configuration_.seconds("HeartbeatInterval"_L1); interval > 0s)
        due_.start(interval, [this] { check(); });
    else
        stop();
}

void Heartbeats::check()
{
    const std::chrono::milliseconds interval = configuration_.seconds("HeartbeatInterval"_L1);
    const auto quiet = timeline_.now() - connection_.lastSent();
    const bool clockIsOld = timeline_.now() - lastHeartbeat_ >= 24h;
    if (quiet >= interval || clockIsOld)
        tellNow(Caller::When::Accepted);
    const auto rest = quiet >= interval ? interval : interval - quiet;
    due_.start(rest, [this] { check(); });
}

void Heartbeats::tellNow(Caller::When when)
{
    lastHeartbeat_ = timeline_.now();
    caller_.call<ocpp::Heartbeat>(
        {},
        [this](const Reply<ocpp::Heartbeat> &reply) {
            if (reply)
                clock_.synchronise(reply->currentTime);
        },
        when);
}

} // namespace simulator
