// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/availability.h"

namespace simulator {

using ocpp::AvailabilityStatus;

Availability::Availability(const Connectors &connectors, Transactions &transactions, StatusReports &reports)
    : connectors_(connectors), transactions_(transactions), reports_(reports)
{
}

Answer<ocpp::ChangeAvailability::Response>
Availability::handle(const ocpp::ChangeAvailability::Request &request)
{
    using Response = ocpp::ChangeAvailability::Response;
    Connector *connector = connectors_.find(request.connectorId);
    if (!connector)
        return Response{AvailabilityStatus::Rejected};
    const bool operative = request.type == ocpp::AvailabilityType::Operative;
    const bool waits = !operative && isInUse(*connector);
    return {Response{waits ? AvailabilityStatus::Scheduled : AvailabilityStatus::Accepted},
            [this, connector, operative] { set(*connector, operative); }};
}

bool Availability::isInUse(const Connector &connector) const
{
    if (connector.id == 0)
        return transactions_.anyRunning();
    // F8: a cable still in the outlet has to be taken out first.
    return connector.transaction || (connector.finishing && connector.hasCable());
}

void Availability::set(Connector &connector, bool operative)
{
    connector.operative = operative;
    if (connector.id == 0) // 5.2: the station and all its connectors
        connectors_.eachOutlet([&](Connector &outlet) { set(outlet, operative); });
    if (!operative)
        connector.authorisedTag.clear();
    reports_.refresh(connector);
}

void Availability::fault(Connector &connector, const Trouble &trouble)
{
    connector.faulted = true;
    connector.trouble = trouble;
    if (connector.id == 0)
        reports_.refresh(connector);
    else
        transactions_.refresh(connector);
}

void Availability::clearFault(Connector &connector)
{
    const bool warned = !connector.faulted;
    connector.faulted = false;
    if (warned) {
        reports_.warn(connector, {});
        return;
    }
    connector.trouble = {};
    if (connector.id == 0)
        reports_.refresh(connector);
    else
        transactions_.refresh(connector);
}

} // namespace simulator
