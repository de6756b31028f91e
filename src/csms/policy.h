// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charging/loadpacing.h"

#include <QByteArray>
#include <QString>

#include <chrono>

namespace csms {

/// Of whom Plug & Charge learns what it needs to know. PEM is the content, not the file.
struct PlugAndChargePolicy {
    QString ocspUrl{}; ///< asked about all certificates; empty: whoever is named with the certificate
    QString estUrl{}; ///< signs what stations ask for; empty: it waits for somebody who brings a certificate
    QString evCertificateUrl{}; ///< makes contract certificates; empty: nobody does
    bool askPrivateResponders = false; ///< those of private networks, too, that stations name
    std::chrono::seconds patience{10}; ///< for one answer
    bool acceptUnverified = false; ///< contracts whose certificates nobody knows anything about
    QByteArray contractRoots{}; ///< PEM; at which the chains of vehicles have to end
    QByteArray serverRoots{}; ///< PEM; trusted for TLS besides those of the system
    QByteArray clientCertificate{}; ///< PEM; for servers that want to know who asks
    QByteArray clientKey{}; ///< PEM
};

/// In which times sites are looked after (services/loadbalancer.h).
struct LoadBalancingPolicy {
    charging::LoadPacing pacing{};
    std::chrono::milliseconds lookEvery{5000}; ///< when nothing happens; the engine's clock ticks once a second
    std::chrono::milliseconds lateAnswers{30'000}; ///< one that came too late is waited for that long
    std::chrono::milliseconds firstPauseAfterRefusal{30'000}; ///< doubled each time
    std::chrono::milliseconds longestPauseAfterRefusal{3'600'000};
    std::chrono::milliseconds meterDelay{5000}; ///< after a raise, until when meter values show what was before
};

/// What the owner decided for the whole engine. Values, copied into both threads at start.
struct Policy {
    std::chrono::seconds heartbeatInterval{300}; ///< handed out with an accepted BootNotification
    std::chrono::seconds bootRetryInterval{30}; ///< handed out while pending or rejected (behaviour 18)
    std::chrono::seconds pingInterval{30}; ///< silence after which a station is pinged
    int missedPongs = 2; ///< in a row: then it is gone (behaviour 17)
    std::chrono::seconds connectionTimeOut{60}; ///< for stations that do not report ConnectionTimeOut
    std::chrono::seconds handshakeTimeout{10}; ///< to deliver the request head
    std::chrono::seconds statusTriggerAfter{10}; ///< E 3.22: statuses are asked for when none came; 0: never
    std::chrono::seconds configurationReadAfter{5}; ///< the configuration is read this long after acceptance
    int configurationReadsPerSecond = 20; ///< over all stations, so that a storm is not doubled
    std::chrono::seconds backlogAfter{3}; ///< old commands wait so long for a BootNotification
    std::chrono::milliseconds pauseBeforeLive{5000}; ///< what comes sooner may have waited in the station's queue
    quint64 frameBytes = 262'144; ///< larger frames and messages close the connection
    qsizetype connections = 20'000; ///< at a time; fewer where the system allows fewer open files
    bool acceptUnknown = false; ///< stations nobody entered are registered, without a password
    bool newStationsPending = false; ///< and are held Pending for onboarding
    PlugAndChargePolicy plugAndCharge{};
    LoadBalancingPolicy loadBalancing{};
};

} // namespace csms
