// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/host/enginepolicy.h"

namespace app {

csms::Policy policyFrom(const config::Settings &settings, const config::Options &options)
{
    csms::Policy policy;
    policy.heartbeatInterval = std::chrono::seconds(settings.heartbeatIntervalSeconds);
    policy.bootRetryInterval = std::chrono::seconds(settings.retryIntervalSeconds);
    policy.pingInterval = std::chrono::seconds(settings.pingIntervalSeconds);
    policy.missedPongs = settings.missedPongs;
    policy.handshakeTimeout = std::chrono::seconds(settings.handshakeTimeoutSeconds);
    policy.statusTriggerAfter = std::chrono::seconds(settings.statusTriggerAfterSeconds);
    policy.connectionTimeOut = std::chrono::seconds(settings.connectionTimeOutSeconds);
    policy.frameBytes = quint64(settings.maxFrameBytes);
    policy.connections = settings.maxConnections;
    policy.newStationsPending = settings.newStationsPending;
    policy.acceptUnknown = options.acceptUnknown;
    return policy;
}

store::RetentionPolicy retentionFrom(const config::Settings &settings)
{
    const std::chrono::days history(settings.statusHistoryRetentionDays);
    return {.frames = std::chrono::days(settings.frameRetentionDays),
            .meterValues = std::chrono::days(settings.meterValueRetentionDays),
            .statusHistory = history,
            .stationEvents = history,
            .commands = std::chrono::days(settings.commandRetentionDays),
            .seenTags = history,
            .attention = history};
}

} // namespace app
