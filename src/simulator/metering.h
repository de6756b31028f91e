// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/connector.h"
#include "simulator/measurands.h"
#include "simulator/offlinequeue.h"
#include "simulator/stationclock.h"

namespace simulator {

/// Meter values: periodic during a transaction, clock-aligned always, with the transaction's stop, and on
/// demand (3.16, 4.7). Also lets the energy flow: nobody else tells the meters how much time went by.
class Metering {
public:
    Metering(Timeline &timeline, const Connectors &connectors, const ConfigurationKeys &configuration,
             const StationClock &clock, const StationOptions &options, OfflineQueue &queue, Caller &caller);

    /// Brings a meter up to date; before every change of its condition, and before it is read.
    void catchUp(Connector &connector);
    /// A transaction has begun at this connector.
    void begin(Connector &connector);
    /// The transaction of this connector ends now: what goes into StopTransaction.transactionData.
    QList<ocpp::MeterValue> end(Connector &connector);
    /// TriggerMessage: the latest values of MeterValuesSampledData, not through the queue (E 3.46).
    void tellNow(Connector &connector);
    /// The station has booted, or a key has changed.
    void replan();
    void keyChanged(QLatin1StringView key);

private:
    struct Outlet {
        explicit Outlet(Timeline &timeline) : sampling(timeline) {}
        Alarm sampling;
        ocpp::Timestamp upToDate{};
        double lastSampledWh = 0;
    };

    void planSample(Connector &connector);
    void takeSample(Connector &connector);
    void planAligned();
    void takeAligned();
    void report(Connector &connector, const Reading &reading, QLatin1StringView key,
                QLatin1StringView context);
    void keep(Connector &connector, const Reading &reading, QLatin1StringView key, QLatin1StringView context);
    Reading read(Connector &connector);
    Reading readMain();
    ocpp::MeterValue valueOf(const Connector &connector, const Reading &reading, const QStringList &items,
                             QLatin1StringView context) const;

    Timeline &timeline_;
    const Connectors &connectors_;
    const ConfigurationKeys &configuration_;
    const StationClock &clock_;
    const StationOptions &options_;
    OfflineQueue &queue_;
    Caller &caller_;
    std::vector<std::unique_ptr<Outlet>> outlets_; // by connector number
    Alarm aligned_;
};

} // namespace simulator
