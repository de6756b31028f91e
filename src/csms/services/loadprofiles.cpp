// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/services/loadprofiles.h"

#include "store/readings.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace csms::loadprofiles {
namespace {

using charging::LimitKind;

constexpr QLatin1StringView maximumPurpose{"ChargePointMaxProfile"};

bool knowsAmperes(const charging::StationLimits &limits)
{
    return !limits.rateUnits || limits.rateUnits->isEmpty() || limits.rateUnits->contains("A"_L1);
}

/// A limit in W is for all phases together (7.13), and nobody promises how a car spreads it: all of it on one phase must be
/// safe, unless the station is known to draw evenly.
double inWatts(const store::SiteMember &member, double amps)
{
    const double phases = member.drawsEvenly ? double(member.phases.size()) : 1;
    return charging::roundedDown(amps * member.voltage * phases);
}

std::optional<int> phaseOf(const std::optional<QString> &phase)
{
    if (!phase || phase->size() < 2 || phase->at(0) != u'L' || (phase->size() > 2 && !phase->endsWith("-N"_L1)))
        return std::nullopt;
    const int index = phase->at(1).digitValue() - 1;
    return index >= 0 && index < 3 ? std::optional(index) : std::nullopt;
}

/// One measurand, phase by phase; nothing if no phase is named.
std::optional<Currents> byPhase(const ocpp::MeterValue &value, QLatin1StringView measurand, double divisor)
{
    std::optional<Currents> currents;
    for (const ocpp::SampledValue &sample : value.sampledValue) {
        const auto phase = phaseOf(sample.phase);
        if (!phase || sample.measurand.value_or(QString()) != measurand || sample.format == "SignedData"_L1)
            continue;
        bool isNumber = false;
        const double number = sample.value.toDouble(&isNumber) * (sample.unit == "kW"_L1 ? 1000 : 1);
        if (!isNumber || !std::isfinite(number))
            continue;
        currents = currents.value_or(Currents());
        currents->amps[std::size_t(*phase)] = std::max(0.0, number / divisor);
        currents->named |= 1 << *phase;
    }
    return currents;
}

Currents evenly(double amps, qsizetype phases)
{
    Currents all{{}, 7};
    std::fill_n(all.amps.begin(), std::min<qsizetype>(phases, 3), std::max(0.0, amps));
    return all;
}

} // namespace

std::optional<Levels> levelsOf(const charging::StationLimits &limits)
{
    const int highest = limits.maxStackLevel.value_or(1);
    return highest < 1 ? std::nullopt : std::optional(Levels{highest - 1, highest, limits.maxStackLevel.has_value()});
}

int profileIdOf(LimitKind kind)
{
    return kind == LimitKind::Fallback ? store::fallbackProfileId : store::shareProfileId;
}

/// A fallback began long ago by any clock, also by one that was not set since the power came back. A share is short by its
/// duration, too: by such a clock it has not begun.
QJsonObject setting(const store::SiteMember &member, const charging::HeldLimit &limit, const Levels &levels,
                    const charging::StationLimits &limits, ocpp::Timestamp now)
{
    const bool inAmperes = knowsAmperes(limits);
    const bool isShare = limit.kind == LimitKind::Share;
    const double rate = inAmperes ? charging::roundedDown(limit.amps) : inWatts(member, limit.amps);
    const auto start = std::chrono::floor<std::chrono::seconds>(isShare ? now - limit.margin : ocpp::Timestamp());
    QJsonObject schedule{{u"chargingRateUnit"_s, inAmperes ? u"A"_s : u"W"_s},
                         {u"startSchedule"_s, ocpp::formatTimestamp(start)},
                         {u"chargingSchedulePeriod"_s,
                          QJsonArray{QJsonObject{{u"startPeriod"_s, 0}, {u"limit"_s, rate}}}}};
    QJsonObject profile{{u"chargingProfileId"_s, profileIdOf(limit.kind)},
                        {u"stackLevel"_s, isShare ? levels.share : levels.fallback},
                        {u"chargingProfilePurpose"_s, maximumPurpose},
                        {u"chargingProfileKind"_s, u"Absolute"_s}};
    if (isShare) {
        schedule.insert("duration"_L1, qint64(std::chrono::ceil<std::chrono::seconds>(limit.until - start).count()));
        profile.insert("validTo"_L1, ocpp::formatTimestamp(limit.until));
    }
    profile.insert("chargingSchedule"_L1, schedule);
    return {{u"connectorId"_s, 0}, {u"csChargingProfiles"_s, profile}};
}

QJsonObject clearing(const Levels &levels)
{
    QJsonObject clear{{u"connectorId"_s, 0}, {u"chargingProfilePurpose"_s, maximumPurpose}};
    if (levels.isHighest)
        clear.insert("stackLevel"_L1, levels.share);
    return clear;
}

bool touchesOurs(const QJsonObject &set)
{
    const QJsonObject profile = set["csChargingProfiles"_L1].toObject();
    const int id = profile["chargingProfileId"_L1].toInt();
    return id == store::fallbackProfileId || id == store::shareProfileId
           || profile["chargingProfilePurpose"_L1] == maximumPurpose;
}

bool isAtOrAbove(const QJsonObject &set, const Levels &levels)
{
    const QJsonObject profile = set["csChargingProfiles"_L1].toObject();
    return profile["chargingProfilePurpose"_L1] == maximumPurpose && profile["stackLevel"_L1].toInt() >= levels.fallback;
}

bool clearsOurs(const QJsonObject &clear)
{
    if (clear.contains("id"_L1)) {
        const int id = clear["id"_L1].toInt();
        return id == store::fallbackProfileId || id == store::shareProfileId;
    }
    return clear["connectorId"_L1].toInt() == 0
           && clear["chargingProfilePurpose"_L1].toString(maximumPurpose) == maximumPurpose;
}

std::optional<Currents> currents(const ocpp::MeterValue &value, const store::SiteMember &member)
{
    if (const auto amps = byPhase(value, "Current.Import"_L1, 1))
        return amps;
    const store::Reading reading = store::readingOf(value);
    if (reading.currentA)
        return evenly(*reading.currentA, member.phases.size());
    if (const auto amps = byPhase(value, "Power.Active.Import"_L1, reading.voltageV.value_or(member.voltage)))
        return amps;
    if (reading.powerW)
        return evenly(*reading.powerW / (member.voltage * double(member.phases.size())), member.phases.size());
    return std::nullopt;
}

} // namespace csms::loadprofiles
