// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/transactions.h"

namespace simulator {

/// Whether connectors may be used: ChangeAvailability (5.2), and faults, which nobody asked for.
class Availability {
public:
    Availability(const Connectors &connectors, Transactions &transactions, StatusReports &reports);

    Answer<ocpp::ChangeAvailability::Response> handle(const ocpp::ChangeAvailability::Request &request);

    /// A transaction goes on when the fault is cleared (I3); energy does not flow meanwhile.
    void fault(Connector &connector, const Trouble &trouble);
    /// Back to the state before, if that still is the condition.
    void clearFault(Connector &connector);

private:
    void set(Connector &connector, bool operative);
    bool isInUse(const Connector &connector) const;

    const Connectors &connectors_;
    Transactions &transactions_;
    StatusReports &reports_;
};

} // namespace simulator
