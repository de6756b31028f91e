// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace charging {

/// What a station says about its own smart charging (9.4). Nothing: it did not say, and all goes.
struct StationLimits {
    std::optional<int> maxStackLevel{}; ///< ChargeProfileMaxStackLevel: the highest level, itself allowed
    std::optional<QStringList> rateUnits{}; ///< "A", "W": from ChargingScheduleAllowedChargingRateUnit
    std::optional<int> maxPeriods{}; ///< ChargingScheduleMaxPeriods
    std::optional<int> maxInstalled{}; ///< MaxChargingProfilesInstalled
    std::optional<bool> switchesPhases{}; ///< ConnectorSwitch3to1PhaseSupported
    std::optional<int> connectors{}; ///< NumberOfConnectors
};

/// The value of a configuration key, as the station reported it.
using KeyLookup = std::function<std::optional<QString>(QLatin1StringView key)>;

/// What cannot be read counts as not said.
StationLimits stationLimits(const KeyLookup &valueOf);

} // namespace charging
