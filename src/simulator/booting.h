// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/caller.h"
#include "simulator/configurationkeys.h"
#include "simulator/stationclock.h"

namespace simulator {

/// From power-on to acceptance: BootNotification, again after the interval, until the central system says yes
/// (4.2).
class Booting {
public:
    Booting(Timeline &timeline, const StationOptions &options, ConfigurationKeys &configuration,
            Registration &registration, StationClock &clock, Connection &connection, Caller &caller,
            Journal &journal);

    /// The station starts anew: nothing is known about its registration.
    void restart();
    /// The line is open.
    void lineOpened();
    void lineLost();
    /// TriggerMessage: earlier than the interval says (4.2).
    void tellNow();
    /// From the next BootNotification on.
    void setFirmwareVersion(const QString &version) { firmwareVersion_ = version; }

    /// Accepted for the first time since the boot.
    Event<> accepted;
    /// The line is back and the station still accepted: no second BootNotification (J 5.4).
    Event<> resumed;

private:
    void send();
    void answered(const Reply<ocpp::BootNotification> &reply);
    void retryAfter(int seconds);
    ocpp::BootNotification::Request request() const;

    const StationOptions &options_;
    ConfigurationKeys &configuration_;
    Registration &registration_;
    StationClock &clock_;
    Connection &connection_;
    Caller &caller_;
    Journal &journal_;
    QString firmwareVersion_;
    bool underWay_ = false;
    Alarm retry_;
};

} // namespace simulator
