// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/metervalues.h"
#include "store/transactions.h"

namespace ui {

/// What is known of a session at one moment.
struct MeterPoint {
    ocpp::Timestamp time{};
    std::optional<double> powerW{};
    std::optional<double> energyWh{}; ///< since the start
    bool afterGap = false; ///< more time has passed since the point before than values usually take
};

/// A session's meter over time.
struct MeterCurve {
    QList<MeterPoint> points; ///< in order of time
    bool powerIsDerived = false; ///< no power was reported: means between readings of the meter, each up to its point
    ocpp::Timestamp from{};
    ocpp::Timestamp to{};
    bool isRunning = false; ///< the session is open: `to` is now

    [[nodiscard]] bool isEmpty() const { return points.size() < 2; }
    /// "From 14:02 to 15:25: 12.34 kWh. Power up to 7.4 kW, 6.8 kW on average." For a screen reader and as a caption.
    [[nodiscard]] QString summary() const;
};

/// Resets, false zeros and implausible jumps of the meter do not go into the curve. Any thread.
MeterCurve curveOf(const store::Transaction &transaction, const QList<store::MeterValue> &values, ocpp::Timestamp now);

} // namespace ui
