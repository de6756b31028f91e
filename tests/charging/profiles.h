// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charging/composite.h"

// Short ways to write charging profiles in tests.
namespace chargingtest {

inline constexpr auto maximum = ocpp::ChargingProfilePurposeType::ChargePointMaxProfile;
inline constexpr auto byDefault = ocpp::ChargingProfilePurposeType::TxDefaultProfile;
inline constexpr auto ofTransaction = ocpp::ChargingProfilePurposeType::TxProfile;

inline ocpp::Timestamp time(const QString &text)
{
    return ocpp::parseTimestamp(text, ocpp::Zone::Utc)->value;
}

struct Made : charging::PlacedProfile {
    Made(int connector, ocpp::ChargingProfilePurposeType purpose, int id, int level)
    {
        connectorId = connector;
        csChargingProfiles.chargingProfileId = id;
        csChargingProfiles.chargingProfilePurpose = purpose;
        csChargingProfiles.stackLevel = level;
        csChargingProfiles.chargingProfileKind = ocpp::ChargingProfileKindType::Relative;
    }
    Made &in(ocpp::ChargingRateUnitType unit)
    {
        csChargingProfiles.chargingSchedule.chargingRateUnit = unit;
        return *this;
    }
    Made &at(int second, double limit, std::optional<int> phases = {})
    {
        csChargingProfiles.chargingSchedule.chargingSchedulePeriod.append({second, limit, phases});
        return *this;
    }
    Made &lasts(int duration)
    {
        csChargingProfiles.chargingSchedule.duration = duration;
        return *this;
    }
    Made &absolute(const QString &start)
    {
        csChargingProfiles.chargingProfileKind = ocpp::ChargingProfileKindType::Absolute;
        csChargingProfiles.chargingSchedule.startSchedule = time(start);
        return *this;
    }
    Made &recurs(ocpp::RecurrencyKindType kind, const QString &start)
    {
        absolute(start);
        csChargingProfiles.chargingProfileKind = ocpp::ChargingProfileKindType::Recurring;
        csChargingProfiles.recurrencyKind = kind;
        return *this;
    }
    Made &daily(const QString &start) { return recurs(ocpp::RecurrencyKindType::Daily, start); }
    Made &weekly(const QString &start) { return recurs(ocpp::RecurrencyKindType::Weekly, start); }
    Made &valid(std::optional<ocpp::Timestamp> from, std::optional<ocpp::Timestamp> to)
    {
        csChargingProfiles.validFrom = from;
        csChargingProfiles.validTo = to;
        return *this;
    }
    Made &of(int transaction)
    {
        csChargingProfiles.transactionId = transaction;
        return *this;
    }
    Made &atLeast(double rate)
    {
        csChargingProfiles.chargingSchedule.minChargingRate = rate;
        return *this;
    }
};

} // namespace chargingtest
