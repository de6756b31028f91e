// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/authorization.h"
#include "simulator/metering.h"
#include "simulator/reservations.h"
#include "simulator/statusreports.h"

namespace simulator {

/// Transactions from start to stop (4.8, 4.10), and RemoteStopTransaction.
class Transactions {
public:
    Transactions(Timeline &timeline, const Connectors &connectors, const ConfigurationKeys &configuration,
                 const StationClock &clock, const StationOptions &options, const Registration &registration,
                 Authorization &authorization, Reservations &reservations, OfflineQueue &queue, Metering &metering,
                 StatusReports &reports);

    /// The cable is in, the tag is good.
    void start(Connector &connector, const QString &idTag, const QString &parentIdTag);
    /// `idTag` is who stops it; empty: nobody did (4.10).
    void stop(Connector &connector, ocpp::Reason reason, const QString &idTag = {});
    void stopAll(ocpp::Reason reason);
    bool anyRunning() const;
    /// The condition of the meter has changed: contactor, status.
    void refresh(Connector &connector);

    Answer<ocpp::RemoteStopTransaction::Response> handle(const ocpp::RemoteStopTransaction::Request &request);

    Event<const TransactionPtr &> began;
    Event<const TransactionPtr &> acknowledged;
    Event<const TransactionPtr &> ended;

private:
    void startAnswered(const TransactionPtr &transaction, const ocpp::StartTransaction::Response &response);
    void deauthorise(Connector &connector);
    bool allowanceUsedUp(const Connector &connector) const;
    void watch(Connector &connector);
    Connector *running(const TransactionPtr &transaction) const;

    const Connectors &connectors_;
    const ConfigurationKeys &configuration_;
    const StationClock &clock_;
    const StationOptions &options_;
    const Registration &registration_;
    Authorization &authorization_;
    Reservations &reservations_;
    OfflineQueue &queue_;
    Metering &metering_;
    StatusReports &reports_;
    std::vector<std::unique_ptr<Alarm>> watches_; // by connector number
};

} // namespace simulator
