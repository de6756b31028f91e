// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/caller.h"
#include "simulator/configurationkeys.h"
#include "simulator/connector.h"
#include "simulator/stationclock.h"

namespace simulator {

/// Status follows from condition, and changes are told to the central system (4.9).
class StatusReports {
public:
    StatusReports(const Connectors &connectors, const ConfigurationKeys &configuration, const StationClock &clock,
                  const StationOptions &options, Caller &caller);

    /// The condition of a connector has changed.
    void refresh(Connector &connector);
    void refreshAll();
    /// E 3.22: after acceptance everything is told.
    void tellAll();
    /// Back online without a boot: what changed meanwhile is told, history is not (4.9).
    void tellChanges();
    /// TriggerMessage; sent also while the registration is pending.
    void tellNow(Connector &connector);
    /// A condition that is not a fault: charging goes on (4.9).
    void warn(Connector &connector, const Trouble &trouble);

    Event<Connector &> changed;

private:
    ocpp::ChargePointStatus conditionOf(const Connector &connector) const;
    ocpp::ChargePointStatus conditionOfController() const;
    static ocpp::ChargePointStatus duringTransaction(const Connector &connector);
    void enter(Connector &connector, ocpp::ChargePointStatus status);
    void settle(Connector &connector);
    void tell(Connector &connector, Caller::When when);

    const Connectors &connectors_;
    const ConfigurationKeys &configuration_;
    const StationClock &clock_;
    const StationOptions &options_;
    Caller &caller_;
};

} // namespace simulator
