// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/chargingprofiles.h"

#include "simulator/compositeplan.h"

#include <algorithm>

namespace simulator {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using ocpp::ChargingProfilePurposeType;
using ocpp::ChargingProfileStatus;
using ocpp::ChargingRateUnitType;

namespace {

// Nobody plans further ahead.
constexpr int longestPlanSeconds = 31 * 86400;

ocpp::Fault noSmartCharging()
{
    return {ocpp::ErrorCode::NotSupported, {}, u"this station has no smart charging"_s}; // E 3.39
}

bool isSamePlace(const InstalledProfile &kept, int connector, const ocpp::ChargingProfile &profile)
{
    // 3.13.2: there is one for each purpose and level.
    return kept.connector == connector && kept.profile.stackLevel == profile.stackLevel
           && kept.profile.chargingProfilePurpose == profile.chargingProfilePurpose;
}

bool isReplaced(const InstalledProfile &kept, int connector, const ocpp::ChargingProfile &profile)
{
    return kept.profile.chargingProfileId == profile.chargingProfileId || isSamePlace(kept, connector, profile);
}

bool isMeant(const ocpp::ClearChargingProfile::Request &request, const InstalledProfile &kept)
{
    if (request.id) // E 3.26: then the other fields are ignored
        return kept.profile.chargingProfileId == *request.id;
    return kept.connector == request.connectorId.value_or(kept.connector)
           && kept.profile.stackLevel == request.stackLevel.value_or(kept.profile.stackLevel)
           && kept.profile.chargingProfilePurpose
                  == request.chargingProfilePurpose.value_or(kept.profile.chargingProfilePurpose);
}

} // namespace

ChargingProfiles::ChargingProfiles(const Connectors &connectors, const ConfigurationKeys &configuration,
                                   const StationClock &clock, const StationOptions &options, Transactions &transactions)
    : connectors_(connectors), configuration_(configuration), clock_(clock), options_(options)
{
    transactions.began.listen([this](const TransactionPtr &transaction) { began(transaction); });
    transactions.ended.listen([this](const TransactionPtr &transaction) { ended(transaction); });
}

bool ChargingProfiles::isSupported() const
{
    return configuration_.list("SupportedFeatureProfiles"_L1).contains(u"SmartCharging"_s);
}

Answer<ocpp::SetChargingProfile::Response> ChargingProfiles::handle(const ocpp::SetChargingProfile::Request &request)
{
    using Response = ocpp::SetChargingProfile::Response;
    if (!isSupported())
        return noSmartCharging();
    if (!connectors_.find(request.connectorId)) // E 3.39
        return ocpp::Fault{ocpp::ErrorCode::PropertyConstraintViolation, u"/connectorId"_s,
                           u"there is no such connector"_s};
    const ocpp::ChargingProfile &profile = request.csChargingProfiles;
    if (!fitsPlace(request.connectorId, profile) || !fitsLimits(profile) || !hasRoom(request.connectorId, profile))
        return Response{ChargingProfileStatus::Rejected};
    keep(request.connectorId, profile);
    return Response{ChargingProfileStatus::Accepted};
}

/// 3.13.1.
bool ChargingProfiles::fitsPlace(int connector, const ocpp::ChargingProfile &profile) const
{
    switch (profile.chargingProfilePurpose) {
    case ChargingProfilePurposeType::ChargePointMaxProfile:
        return connector == 0;
    case ChargingProfilePurposeType::TxDefaultProfile:
        return true;
    case ChargingProfilePurposeType::TxProfile:
        break;
    }
    const Connector *const outlet = connectors_.outlet(connector);
    const TransactionPtr transaction = outlet ? outlet->transaction : nullptr;
    return transaction && (!profile.transactionId || transaction->id == profile.transactionId);
}

bool ChargingProfiles::fitsLimits(const ocpp::ChargingProfile &profile) const
{
    const auto &periods = profile.chargingSchedule.chargingSchedulePeriod;
    const bool ascends = std::ranges::is_sorted(periods, {}, &ocpp::ChargingSchedulePeriod::startPeriod);
    return profile.stackLevel >= 0 && profile.stackLevel <= configuration_.number("ChargeProfileMaxStackLevel"_L1)
           && !periods.isEmpty() && periods.first().startPeriod == 0 && ascends
           && periods.size() <= configuration_.number("ChargingScheduleMaxPeriods"_L1)
           && allowsUnit(profile.chargingSchedule.chargingRateUnit);
}

bool ChargingProfiles::hasRoom(int connector, const ocpp::ChargingProfile &profile) const
{
    const auto others = std::ranges::count_if(
        installed_, [&](const InstalledProfile &kept) { return !isReplaced(kept, connector, profile); });
    return others < configuration_.number("MaxChargingProfilesInstalled"_L1);
}

bool ChargingProfiles::allowsUnit(ChargingRateUnitType unit) const
{
    const QString word = unit == ChargingRateUnitType::A ? u"Current"_s : u"Power"_s; // E 3.88
    return configuration_.list("ChargingScheduleAllowedChargingRateUnit"_L1).contains(word);
}

void ChargingProfiles::keep(int connector, const ocpp::ChargingProfile &profile)
{
    installed_.removeIf([&](const InstalledProfile &kept) { return isReplaced(kept, connector, profile); });
    installed_.append({connector, profile});
}

void ChargingProfiles::began(const TransactionPtr &transaction)
{
    Connector *const outlet = connectors_.outlet(transaction->connector);
    if (outlet && outlet->plannedProfile && isSupported() && fitsLimits(*outlet->plannedProfile))
        keep(outlet->id, *outlet->plannedProfile); // E 3.42: a SetChargingProfile of the same level replaces it
    if (outlet)
        outlet->plannedProfile.reset();
}

void ChargingProfiles::ended(const TransactionPtr &transaction)
{
    installed_.removeIf([&](const InstalledProfile &kept) {
        return kept.connector == transaction->connector
               && kept.profile.chargingProfilePurpose == ChargingProfilePurposeType::TxProfile;
    });
}

Answer<ocpp::ClearChargingProfile::Response>
ChargingProfiles::handle(const ocpp::ClearChargingProfile::Request &request)
{
    using Response = ocpp::ClearChargingProfile::Response;
    if (!isSupported())
        return noSmartCharging();
    const auto cleared = installed_.removeIf([&](const InstalledProfile &kept) { return isMeant(request, kept); });
    return Response{cleared > 0 ? ocpp::ClearChargingProfileStatus::Accepted
                                : ocpp::ClearChargingProfileStatus::Unknown};
}

Answer<ocpp::GetCompositeSchedule::Response>
ChargingProfiles::handle(const ocpp::GetCompositeSchedule::Request &request)
{
    using Response = ocpp::GetCompositeSchedule::Response;
    if (!isSupported())
        return noSmartCharging();
    const auto usual = allowsUnit(ChargingRateUnitType::A) ? ChargingRateUnitType::A : ChargingRateUnitType::W;
    const auto unit = request.chargingRateUnit.value_or(usual);
    if (!connectors_.find(request.connectorId) || !allowsUnit(unit))
        return Response{ocpp::GetCompositeScheduleStatus::Rejected, {}, {}, {}};
    const std::chrono::seconds span(std::min(request.duration, longestPlanSeconds));
    const ocpp::Timestamp now = std::chrono::floor<std::chrono::seconds>(clock_.now());
    const CompositePlan plan(installed_, connectors_, options_.hardware, now);
    return Response{ocpp::GetCompositeScheduleStatus::Accepted, request.connectorId, now,
                    plan.schedule(request.connectorId, unit, span)};
}

} // namespace simulator
