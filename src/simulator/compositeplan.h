// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/chargingprofiles.h"

#include <set>

namespace simulator {

/// What the installed profiles amount to (3.13.3), from `now` on: for each outlet the TxProfile, else the
/// TxDefaultProfile, of the highest stack level that says something at that moment; without one what the hardware gives.
/// The whole station is the sum of its outlets. A ChargePointMaxProfile caps each of them and the sum.
class CompositePlan {
public:
    CompositePlan(const QList<InstalledProfile> &profiles, const Connectors &connectors, const Hardware &hardware,
                  ocpp::Timestamp now);

    ocpp::ChargingSchedule schedule(int connector, ocpp::ChargingRateUnitType unit, std::chrono::seconds span) const;

private:
    using Purpose = ocpp::ChargingProfilePurposeType;

    std::set<ocpp::Timestamp> moments(ocpp::Timestamp end) const;
    void addMoments(std::set<ocpp::Timestamp> &moments, const InstalledProfile &kept, ocpp::Timestamp end) const;
    ocpp::Timestamp startOf(const InstalledProfile &kept, ocpp::Timestamp time) const;
    double wattsAt(int connector, ocpp::Timestamp time) const;
    double outletWattsAt(int connector, ocpp::Timestamp time) const;
    std::optional<double> limitAt(Purpose purpose, int connector, ocpp::Timestamp time) const;
    bool isReplaced(const InstalledProfile &kept, int connector) const;
    std::optional<double> limitOf(const InstalledProfile &kept, ocpp::Timestamp time) const;
    double wattsPerAmpere(int phases) const;

    const QList<InstalledProfile> &profiles_;
    const Connectors &connectors_;
    const Hardware &hardware_;
    const ocpp::Timestamp now_;
};

} // namespace simulator
