// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/transactions.h"

namespace simulator {

/// What people do at a connector, and what the central system does in their place: plugging, tags, remote
/// starts, unlocking.
class Usage {
public:
    Usage(const Connectors &connectors, const ConfigurationKeys &configuration, const Registration &registration,
          const StationOptions &options, Authorization &authorization, const Reservations &reservations,
          Transactions &transactions, Metering &metering, StatusReports &reports);

    void plugIn(Connector &connector, const Vehicle &vehicle);
    void unplug(Connector &connector);
    void presentTag(Connector &connector, const QString &idTag);
    /// The car's contract was accepted (Plug & Charge): it charges as by a tag.
    void acceptContract(Connector &connector, const QString &emaid);
    /// The status of this connector has changed.
    void limitPreparing(Connector &connector);

    Answer<ocpp::RemoteStartTransaction::Response> handle(const ocpp::RemoteStartTransaction::Request &request);
    Answer<ocpp::UnlockConnector::Response> handle(const ocpp::UnlockConnector::Request &request);

private:
    void usageTimedOut(Connector &connector);
    void cancelUsage(Connector &connector);
    void authorised(Connector &connector, const QString &idTag, const QString &parentIdTag);
    void askToStart(Connector &connector, const QString &idTag);
    void askToStop(Connector &connector, const QString &idTag);
    void leaveDuringTransaction(Connector &connector);
    Connector *chosen(const std::optional<int> &connectorId) const;
    static bool isFree(const Connector &connector);

    const Connectors &connectors_;
    const ConfigurationKeys &configuration_;
    const Registration &registration_;
    const StationOptions &options_;
    Authorization &authorization_;
    const Reservations &reservations_;
    Transactions &transactions_;
    Metering &metering_;
    StatusReports &reports_;
};

} // namespace simulator
