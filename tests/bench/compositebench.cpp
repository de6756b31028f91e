// SPDX-License-Identifier: GPL-3.0-or-later
// How long composite schedules take to compute: compositebench [ROUNDS]
#include "charging/composite.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <vector>

namespace {

using namespace std::chrono_literals;

constexpr int day = 86400;
constexpr ocpp::Timestamp monday(1'767'571'200s); // 2026-01-05

/// A level of a stack: each day, or each week, some hours with some steps.
charging::PlacedProfile level(int connector, int index, int periods)
{
    charging::PlacedProfile placed;
    placed.connectorId = connector;
    ocpp::ChargingProfile &profile = placed.csChargingProfiles;
    profile.chargingProfileId = index + 1;
    profile.stackLevel = index;
    profile.chargingProfilePurpose = ocpp::ChargingProfilePurposeType::TxDefaultProfile;
    profile.chargingProfileKind = ocpp::ChargingProfileKindType::Recurring;
    profile.recurrencyKind = index % 5 == 4 ? ocpp::RecurrencyKindType::Weekly : ocpp::RecurrencyKindType::Daily;
    profile.chargingSchedule.startSchedule = monday - 30 * 24h + std::chrono::minutes(index * 67 % 1440);
    const int length = index == 0 ? day : 4 * 3600;
    if (index > 0)
        profile.chargingSchedule.duration = length;
    profile.chargingSchedule.chargingRateUnit = ocpp::ChargingRateUnitType::A;
    for (int i = 0; i < periods; ++i)
        profile.chargingSchedule.chargingSchedulePeriod.append({i * (length / periods), 6.0 + (index + i) % 26, {}});
    return placed;
}

QList<charging::PlacedProfile> stack(int connector, int levels, int periods)
{
    QList<charging::PlacedProfile> profiles;
    for (int i = 0; i < levels; ++i)
        profiles.append(level(connector, i, periods));
    return profiles;
}

/// Microseconds: the median of the rounds.
template<class Work>
double timeOf(int rounds, Work work)
{
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        times.push_back(double(timer.nsecsElapsed()) / 1000);
    }
    std::ranges::sort(times);
    return times[times.size() / 2];
}

} // namespace

int main(int argc, char *argv[])
{
    const int rounds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 1000;
    constexpr auto amperes = ocpp::ChargingRateUnitType::A;
    qsizetype periods = 0;
    for (const int steps : {4, 24, 96}) {
        const auto profiles = stack(1, 20, steps);
        const double us =
            timeOf(rounds, [&] { periods = charging::composite(profiles, 1, monday, day, amperes).periods.size(); });
        std::printf("24 h, 20 stacked recurring profiles of %d periods: %.1f us, %lld periods\n", steps, us,
                    static_cast<long long>(periods));
    }
    std::vector<QList<charging::PlacedProfile>> site;
    for (int connector = 1; connector <= 1000; ++connector)
        site.push_back(stack(connector, 20, 24));
    const double us = timeOf(std::max(1, rounds / 200), [&] {
        periods = 0;
        for (int connector = 1; connector <= 1000; ++connector)
            periods += charging::composite(site[std::size_t(connector - 1)], connector, monday, 7 * day, amperes)
                           .periods.size();
    });
    std::printf("a week for 1000 connectors of 20 such profiles: %.0f ms, %lld periods\n", us / 1000,
                static_cast<long long>(periods));
    return 0;
}
