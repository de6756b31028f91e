// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/behaviour.h"

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QUrl>

#include <chrono>

namespace simulator {

/// What every outlet of a station can do.
struct Hardware {
    bool directCurrent = false;
    int phases = 3; // 1 or 3; of the grid side for direct current
    double maxPowerW = 22080; // per outlet
    bool fixedCable = false; // no lock at the station's side
};

/// All that makes one station different from another.
struct StationOptions {
    QString id; // as in the URL
    QUrl endpoint; // ws://host:port/ocpp/ without the id (J 3.1.1)
    QString subprotocol{QLatin1StringView("ocpp1.6")}; // empty: none is offered
    QByteArray password; // empty: no Basic authentication

    // BootNotification.req (6.3); empty texts are left out, except vendor and model
    QString vendor{QLatin1StringView("Nordkai Ladetechnik")};
    QString model{QLatin1StringView("Kai Two 22")};
    QString serial;
    QString firmwareVersion{QLatin1StringView("1.4.2")};
    QString iccid;
    QString imsi;
    QString meterType;
    QString meterSerial;

    int connectors = 2; // 1..99
    Hardware hardware;
    /// Initial configuration values by key. A key that the specification does not know becomes a vendor's own
    /// text.
    QMap<QString, QString> configuration;
    Behaviours behaviours;

    double speed = 1; // how much faster than real time energy flows, samples are due and scripts run
    quint64 seed = 1;
    double initialRegisterWh = 0; // the energy meters' reading; each connector adds a little
    std::chrono::milliseconds clockError{0}; // until the first answer that tells the time
    std::chrono::milliseconds rebootDuration{2000};
    std::chrono::milliseconds bootRetry{60000}; // when the central system leaves the interval to us (4.2)
    std::chrono::milliseconds reconnectFirst{1000};
    std::chrono::milliseconds reconnectLongest{120000};
    std::chrono::milliseconds handshakeTimeout{20000};
};

} // namespace simulator
