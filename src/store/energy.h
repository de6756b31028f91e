// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/timestamp.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace store {

/// A reading of the import register, in Wh.
struct RegisterReading {
    ocpp::Timestamp time{};
    double wh = 0;
};

/// Everything that is known about the energy of one session.
struct EnergyEvidence {
    RegisterReading start{};                    ///< StartTransaction.req
    std::optional<RegisterReading> stop{};      ///< StopTransaction.req
    QList<RegisterReading> readings{};          ///< in order of time
    std::chrono::milliseconds lasted{};        ///< from the start to the stop by our clock; the station's may be set back
    bool over = false;                        ///< ended, even if no stop is known (lost, closed by hand)
    std::optional<RegisterReading> nextStart{}; ///< meterStart of the next session on this connector
};

/// How the kWh of a session were derived (behaviour 10).
struct Energy {
    std::optional<double> wh = 0; ///< nothing: still charging, and nothing was measured yet
    /// "meterStop"       meterStop - meterStart, nothing odd in between
    /// "run"             sum of the monotonic runs between resets or after false zeros
    /// "lastReading"     no usable stop: up to the last good reading
    /// "nextMeterStart"  lost stop without readings: up to the next session's start
    /// "meterStart"      lost stop and nothing else known: 0
    /// "soFar"           still charging: up to the last good reading
    /// empty             still charging, and no good reading yet
    QString source{};
    /// registerReset, falseZero, outlier, lostStop, doubtful; in this order, each at most once.
    QStringList flags{};

    friend bool operator==(const Energy &, const Energy &) = default;
};

/// More than any 1.6 station delivers through one connector: a register that climbs faster did not measure.
constexpr double plausibleMaximumW = 500'000;

/// Pure; any thread.
Energy deriveEnergy(const EnergyEvidence &evidence);

} // namespace store
