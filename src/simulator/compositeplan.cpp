// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/compositeplan.h"

#include <algorithm>
#include <cmath>

namespace simulator {

using namespace std::chrono_literals;
using ocpp::ChargingProfileKindType;
using ocpp::ChargingRateUnitType;

namespace {

std::chrono::seconds recurrenceOf(const ocpp::ChargingProfile &profile)
{
    const bool weekly = profile.recurrencyKind == ocpp::RecurrencyKindType::Weekly;
    return weekly ? std::chrono::seconds(7 * 24h) : std::chrono::seconds(24h);
}

bool isValidAt(const ocpp::ChargingProfile &profile, ocpp::Timestamp time)
{
    return time >= profile.validFrom.value_or(time) && (!profile.validTo || time < *profile.validTo);
}

/// One decimal (7.14), never more than was found.
double inTenths(double rate)
{
    return std::floor(rate * 10 + 1e-6) / 10;
}

} // namespace

CompositePlan::CompositePlan(const QList<InstalledProfile> &profiles, const Connectors &connectors,
                             const Hardware &hardware, ocpp::Timestamp now)
    : profiles_(profiles), connectors_(connectors), hardware_(hardware), now_(now)
{
}

ocpp::ChargingSchedule CompositePlan::schedule(int connector, ChargingRateUnitType unit,
                                               std::chrono::seconds span) const
{
    ocpp::ChargingSchedule schedule;
    schedule.duration = int(span.count());
    schedule.chargingRateUnit = unit;
    for (const ocpp::Timestamp time : moments(now_ + span)) {
        const double watts = wattsAt(connector, time);
        const double rate =
            inTenths(unit == ChargingRateUnitType::W ? watts : watts / wattsPerAmpere(hardware_.phases));
        auto &periods = schedule.chargingSchedulePeriod;
        if (periods.isEmpty() || periods.last().limit != rate)
            periods.append({int(std::chrono::floor<std::chrono::seconds>(time - now_).count()), rate, {}});
    }
    return schedule;
}

/// Whenever something may change before `end`; now is one of them.
std::set<ocpp::Timestamp> CompositePlan::moments(ocpp::Timestamp end) const
{
    std::set<ocpp::Timestamp> moments{now_};
    for (const InstalledProfile &kept : profiles_)
        addMoments(moments, kept, end);
    moments.erase(moments.begin(), moments.find(now_));
    moments.erase(moments.lower_bound(std::max(end, now_ + 1ms)), moments.end());
    return moments;
}

void CompositePlan::addMoments(std::set<ocpp::Timestamp> &moments, const InstalledProfile &kept,
                               ocpp::Timestamp end) const
{
    const ocpp::ChargingProfile &profile = kept.profile;
    for (const auto &limit : {profile.validFrom, profile.validTo}) {
        if (limit)
            moments.insert(*limit);
    }
    const bool recurs = profile.chargingProfileKind == ChargingProfileKindType::Recurring;
    for (ocpp::Timestamp start = startOf(kept, now_); start < end; start += recurrenceOf(profile)) {
        for (const auto &period : profile.chargingSchedule.chargingSchedulePeriod)
            moments.insert(start + std::chrono::seconds(period.startPeriod));
        if (profile.chargingSchedule.duration)
            moments.insert(start + std::chrono::seconds(*profile.chargingSchedule.duration));
        if (!recurs)
            break;
    }
}

/// Of the schedule that `time` belongs to.
ocpp::Timestamp CompositePlan::startOf(const InstalledProfile &kept, ocpp::Timestamp time) const
{
    const ocpp::ChargingProfile &profile = kept.profile;
    const auto &start = profile.chargingSchedule.startSchedule;
    const Connector *const outlet = connectors_.outlet(kept.connector);
    if (!start || profile.chargingProfileKind == ChargingProfileKindType::Relative)
        return outlet && outlet->transaction ? outlet->transaction->startedAt : now_; // what starts now, begins now
    if (profile.chargingProfileKind == ChargingProfileKindType::Absolute || time < *start)
        return *start;
    const auto length = recurrenceOf(profile);
    return *start + (time - *start) / length * length;
}

double CompositePlan::wattsAt(int connector, ocpp::Timestamp time) const
{
    double watts = 0;
    if (connector > 0)
        watts = outletWattsAt(connector, time);
    else
        connectors_.eachOutlet([&](const Connector &outlet) { watts += outletWattsAt(outlet.id, time); });
    return std::min(watts, limitAt(Purpose::ChargePointMaxProfile, 0, time).value_or(watts));
}

double CompositePlan::outletWattsAt(int connector, ocpp::Timestamp time) const
{
    const auto own = limitAt(Purpose::TxProfile, connector, time);
    const auto limit = own ? own : limitAt(Purpose::TxDefaultProfile, connector, time);
    return std::min(hardware_.maxPowerW, limit.value_or(hardware_.maxPowerW));
}

std::optional<double> CompositePlan::limitAt(Purpose purpose, int connector, ocpp::Timestamp time) const
{
    std::optional<double> limit;
    int highest = -1;
    for (const InstalledProfile &kept : profiles_) {
        const bool concerns = kept.connector == 0 || kept.connector == connector;
        if (!concerns || kept.profile.chargingProfilePurpose != purpose || kept.profile.stackLevel <= highest
            || isReplaced(kept, connector))
            continue;
        if (const auto found = limitOf(kept, time)) {
            limit = found;
            highest = kept.profile.stackLevel;
        }
    }
    return limit;
}

/// 3.13.1: of one level, the connector's own replaces that of all connectors, also when it says nothing.
bool CompositePlan::isReplaced(const InstalledProfile &kept, int connector) const
{
    return kept.connector != connector && std::ranges::any_of(profiles_, [&](const InstalledProfile &own) {
               return own.connector == connector && own.profile.stackLevel == kept.profile.stackLevel
                      && own.profile.chargingProfilePurpose == kept.profile.chargingProfilePurpose;
           });
}

/// In watts; nothing when it says nothing about this moment, so that the next lower level applies (E 3.43).
std::optional<double> CompositePlan::limitOf(const InstalledProfile &kept, ocpp::Timestamp time) const
{
    const ocpp::ChargingSchedule &schedule = kept.profile.chargingSchedule;
    const std::chrono::seconds offset = std::chrono::floor<std::chrono::seconds>(time - startOf(kept, time));
    if (!isValidAt(kept.profile, time) || offset < 0s
        || (schedule.duration && offset >= std::chrono::seconds(*schedule.duration)))
        return std::nullopt;
    std::optional<double> limit;
    for (const auto &period : schedule.chargingSchedulePeriod) {
        const double factor = schedule.chargingRateUnit == ChargingRateUnitType::A
                                  ? wattsPerAmpere(std::min(period.numberPhases.value_or(3), hardware_.phases))
                                  : 1;
        if (std::chrono::seconds(period.startPeriod) <= offset)
            limit = period.limit * factor;
    }
    return limit;
}

double CompositePlan::wattsPerAmpere(int phases) const
{
    return Meter::nominalVoltageV * phases; // 7.12
}

} // namespace simulator
