// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/enums.h"
#include "ocpp/timestamp.h"

#include <QList>

#include <optional>

namespace plot {

/// Whose word a line is.
enum class Source {
    Computed, ///< from the profiles that the station has
    Desired, ///< what would be, with profiles that it does not have yet
    Reported, ///< by the station (GetCompositeSchedule)
    Measured, ///< by its meter
};
inline constexpr int sourceCount = 4;

struct Point {
    ocpp::Timestamp time{};
    std::optional<double> value{}; ///< nothing: no limit, or nothing measured, from here on
    bool operator==(const Point &) const = default;
};

/// A limit holds from its point to the next; a measured value is that of its moment.
struct Line {
    Source source{};
    QList<Point> points{}; ///< in order of time
    ocpp::Timestamp end{};

    [[nodiscard]] bool isEmpty() const { return points.isEmpty() || end <= points.first().time; }
    /// End of what begins with this point.
    [[nodiscard]] ocpp::Timestamp endOf(qsizetype point) const;
    /// Before the first point, after the end and where there is nothing: nothing.
    [[nodiscard]] std::optional<double> valueAt(ocpp::Timestamp time) const;
};

/// What is likely behind it when two lines differ.
enum class Cause {
    StationAllowsLess, ///< a limit of its own, or a profile that we do not know of
    StationAllowsMore, ///< it does not have the profiles, or does not heed them
    HourOff, ///< the same, shifted by whole hours: daylight saving or a time zone
    WouldBeLess, ///< the what-if allows less
    WouldBeMore,
    TakesMore, ///< the meter shows more than is allowed
    TakesLess, ///< the car takes much less than it may
};
inline constexpr int causeCount = 7;

struct Difference {
    ocpp::Timestamp from{};
    ocpp::Timestamp to{};
    Source one{}; ///< the limit
    Source other{};
    Cause cause{};
    bool operator==(const Difference &) const = default;
};

/// Where `other` differs from the limits of `one` by more than rounding explains, in order of time. Limits are compared
/// at each moment that both know; "no limit" is more than any. Cars that take nothing are not told of.
QList<Difference> differencesBetween(const Line &one, const Line &other, ocpp::ChargingRateUnitType unit);

} // namespace plot
