// SPDX-License-Identifier: GPL-3.0-or-later
#include "charging/stationlimits.h"

using namespace Qt::Literals::StringLiterals;

namespace charging {
namespace {

std::optional<int> numberOf(const std::optional<QString> &value)
{
    bool isNumber = false;
    const int number = value.value_or(QString()).trimmed().toInt(&isNumber);
    return isNumber && number >= 0 ? std::optional(number) : std::nullopt;
}

std::optional<bool> flagOf(const std::optional<QString> &value)
{
    const QString word = value.value_or(QString()).trimmed().toLower();
    return word == "true"_L1 || word == "false"_L1 ? std::optional(word == "true"_L1) : std::nullopt;
}

/// E 3.88: the key says "Current" and "Power" for what schedules call "A" and "W". Some stations write those.
std::optional<QStringList> unitsOf(const std::optional<QString> &value)
{
    QStringList units;
    for (const QString &item : value.value_or(QString()).split(u',', Qt::SkipEmptyParts)) {
        const QString word = item.trimmed().toLower();
        if (word == "current"_L1 || word == "a"_L1)
            units.append(u"A"_s);
        else if (word == "power"_L1 || word == "w"_L1)
            units.append(u"W"_s);
    }
    return units.isEmpty() ? std::nullopt : std::optional(units);
}

} // namespace

StationLimits stationLimits(const KeyLookup &valueOf)
{
    StationLimits limits;
    limits.maxStackLevel = numberOf(valueOf("ChargeProfileMaxStackLevel"_L1));
    limits.rateUnits = unitsOf(valueOf("ChargingScheduleAllowedChargingRateUnit"_L1));
    limits.maxPeriods = numberOf(valueOf("ChargingScheduleMaxPeriods"_L1));
    limits.maxInstalled = numberOf(valueOf("MaxChargingProfilesInstalled"_L1));
    limits.switchesPhases = flagOf(valueOf("ConnectorSwitch3to1PhaseSupported"_L1));
    limits.connectors = numberOf(valueOf("NumberOfConnectors"_L1));
    return limits;
}

} // namespace charging
