// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/transactions.h"

namespace simulator {

/// One that the station keeps.
struct InstalledProfile {
    int connector = 0;
    ocpp::ChargingProfile profile;
};

/// The Smart Charging profile: keeps charging profiles within the limits that its configuration keys tell, over reboots
/// (E 3.37), and says what they amount to (5.7). It does not hold the outlets to them.
class ChargingProfiles {
public:
    ChargingProfiles(const Connectors &connectors, const ConfigurationKeys &configuration, const StationClock &clock,
                     const StationOptions &options, Transactions &transactions);

    Answer<ocpp::SetChargingProfile::Response> handle(const ocpp::SetChargingProfile::Request &request);
    Answer<ocpp::ClearChargingProfile::Response> handle(const ocpp::ClearChargingProfile::Request &request);
    Answer<ocpp::GetCompositeSchedule::Response> handle(const ocpp::GetCompositeSchedule::Request &request);

    /// A factory reset.
    void forget() { installed_.clear(); }
    const QList<InstalledProfile> &installed() const { return installed_; }

private:
    bool isSupported() const;
    bool fitsPlace(int connector, const ocpp::ChargingProfile &profile) const;
    bool fitsLimits(const ocpp::ChargingProfile &profile) const;
    bool hasRoom(int connector, const ocpp::ChargingProfile &profile) const;
    bool allowsUnit(ocpp::ChargingRateUnitType unit) const;
    void keep(int connector, const ocpp::ChargingProfile &profile);
    void began(const TransactionPtr &transaction);
    void ended(const TransactionPtr &transaction);

    const Connectors &connectors_;
    const ConfigurationKeys &configuration_;
    const StationClock &clock_;
    const StationOptions &options_;
    QList<InstalledProfile> installed_;
};

} // namespace simulator
