// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/statusreports.h"

#include "simulator/connectorstatus.h"

namespace simulator {

using namespace Qt::Literals::StringLiterals;
using Status = ocpp::ChargePointStatus;

StatusReports::StatusReports(const Connectors &connectors, const ConfigurationKeys &configuration,
                             const StationClock &clock, const StationOptions &options, Caller &caller)
    : connectors_(connectors), configuration_(configuration), clock_(clock), options_(options),
      caller_(caller)
{
    for (int id = 0; id <= connectors_.count(); ++id)
        connectors_.find(id)->statusSince = clock_.now();
}

void StatusReports::refresh(Connector &connector)
{
    const Status target = conditionOf(connector);
    if (connector.status == target)
        return;
    const QList<Status> way = connector.id == 0 ? QList<Status>{target} : wayTo(connector.status, target);
    for (const Status status : way)
        enter(connector, status);
    if (connector.id > 0)
        refresh(connectors_.controller());
}

void StatusReports::refreshAll()
{
    for (int id = 0; id <= connectors_.count(); ++id)
        refresh(*connectors_.find(id));
}

Status StatusReports::conditionOf(const Connector &connector) const
{
    if (connector.id == 0)
        return conditionOfController();
    if (connector.faulted)
        return Status::Faulted;
    if (connector.transaction)
        return duringTransaction(connector);
    if (connector.finishing && connector.hasCable())
        return Status::Finishing;
    if (!connector.operative)
        return Status::Unavailable;
    if (connector.hasCable() || !connector.authorisedTag.isEmpty())
        return Status::Preparing;
    return connector.reserved ? Status::Reserved : Status::Available;
}

Status StatusReports::duringTransaction(const Connector &connector)
{
    // 4.9: SuspendedEVSE takes precedence over SuspendedEV.
    const bool withheld = connector.transaction->blocked || connector.meter.offeredW() <= 0;
    if (connector.meter.isPluggedIn() && withheld)
        return Status::SuspendedEVSE;
    return connector.meter.carAsks() ? Status::Charging : Status::SuspendedEV;
}

Status StatusReports::conditionOfController() const
{
    const Connector &controller = connectors_.controller();
    if (controller.faulted)
        return Status::Faulted;
    bool charges = false;
    connectors_.eachOutlet([&](const Connector &outlet) { charges = charges || outlet.transaction; });
    // 5.2: scheduled until the last transaction has finished.
    return controller.operative || charges ? Status::Available : Status::Unavailable;
}

void StatusReports::enter(Connector &connector, Status status)
{
    connector.status = status;
    connector.statusSince = clock_.now();
    changed(connector);
    const auto minimum = configuration_.seconds("MinimumStatusDuration"_L1);
    if (minimum.count() > 0)
        connector.settling.start(minimum, [this, &connector] { settle(connector); });
    else
        tell(connector, Caller::When::Accepted);
}

void StatusReports::settle(Connector &connector)
{
    if (connector.told != connector.status)
        tell(connector, Caller::When::Accepted);
}

void StatusReports::tellAll()
{
    for (int id = 0; id <= connectors_.count(); ++id) {
        Connector &connector = *connectors_.find(id);
        connector.told.reset();
        refresh(connector);
        connector.settling.stop();
        settle(connector);
    }
}

void StatusReports::tellChanges()
{
    for (int id = 0; id <= connectors_.count(); ++id) {
        if (Connector &connector = *connectors_.find(id); !connector.settling.isSet())
            settle(connector);
    }
}

void StatusReports::tellNow(Connector &connector)
{
    tell(connector, Caller::When::Always);
}

void StatusReports::warn(Connector &connector, const Trouble &trouble)
{
    connector.trouble = trouble;
    tell(connector, Caller::When::Accepted);
}

void StatusReports::tell(Connector &connector, Caller::When when)
{
    ocpp::StatusNotification::Request request;
    request.connectorId = connector.id;
    request.status = connector.status;
    request.timestamp = connector.statusSince;
    request.errorCode = connector.trouble.code;
    if (const QString info = connector.trouble.info.isEmpty() ? connector.remark : connector.trouble.info;
        !info.isEmpty())
        request.info = info;
    if (!connector.trouble.vendorErrorCode.isEmpty()) {
        request.vendorId = options_.vendor;
        request.vendorErrorCode = connector.trouble.vendorErrorCode;
    }
    const auto before = std::exchange(connector.told, connector.status);
    caller_.call<ocpp::StatusNotification>(
        request,
        [&connector, before](const Reply<ocpp::StatusNotification> &reply) {
            if (!reply && reply.error().kind == CallFailure::Kind::NotAllowed)
                connector.told = before;
            else if (!reply && reply.error().kind == CallFailure::Kind::Disconnected)
                connector.told.reset(); // nobody knows whether it got there
        },
        when);
}

} // namespace simulator
