// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/timestamp.h"

#include <optional>

namespace ocpp {
struct MeterValue;
}

namespace store {

/// What one MeterValue says in figures, in base units.
struct Reading {
    ocpp::Timestamp time{};
    std::optional<double> energyWh{}; ///< Energy.Active.Import.Register
    std::optional<double> powerW{};   ///< Power.Active.Import
    std::optional<double> currentA{}; ///< Current.Import; the largest phase when there is no total
    std::optional<double> voltageV{}; ///< mean of the phases
    std::optional<double> socPercent{};
};

/// Reads the figures (behaviour 25): defaults filled in, kWh and kW converted, phases summed only if there is
/// no total, SignedData and texts that are no numbers left alone. Measured at the outlet; other locations only
/// count for SoC. Pure; any thread.
Reading readingOf(const ocpp::MeterValue &value);

} // namespace store
