// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/difference.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace plot {

using namespace std::chrono_literals;

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity(); // as a limit: none
constexpr double roundedAmpere = 0.15; // stations round to one decimal (7.14), some from watts
constexpr double roundedWatt = 60;
constexpr double roundedShare = 0.01;
constexpr double meterShare = 0.05; // meters and limits are this exact
constexpr double littleShare = 0.6; // of the limit: below that the car takes less
constexpr auto shortestTaking = 5min; // the car ramps up, the station reacts
constexpr int mostHours = 14; // from UTC

/// Time over which both lines stay as they are.
struct Stretch {
    ocpp::Timestamp from{};
    ocpp::Timestamp to{};
    std::optional<double> one{};
    std::optional<double> other{};
};

void addTimes(QList<ocpp::Timestamp> &times, const Line &line)
{
    for (const Point &point : line.points)
        times.append(point.time);
    times.append(line.end);
}

/// Walks along a line; the moments asked for only grow.
class Walker {
public:
    explicit Walker(const Line &line) : line_(line) {}

    std::optional<double> valueAt(ocpp::Timestamp time)
    {
        while (next_ < line_.points.size() && line_.points.at(next_).time <= time)
            ++next_;
        return next_ > 0 ? line_.points.at(next_ - 1).value : std::nullopt;
    }

private:
    const Line &line_;
    qsizetype next_ = 0;
};

QList<Stretch> stretchesOf(const Line &one, const Line &other)
{
    if (one.isEmpty() || other.isEmpty())
        return {};
    const ocpp::Timestamp begin = std::max(one.points.first().time, other.points.first().time);
    const ocpp::Timestamp end = std::min(one.end, other.end);
    QList<ocpp::Timestamp> times{begin, end};
    addTimes(times, one);
    addTimes(times, other);
    std::ranges::sort(times);
    times.erase(std::unique(times.begin(), times.end()), times.end());
    Walker first(one);
    Walker second(other);
    QList<Stretch> stretches;
    for (qsizetype i = 0; i + 1 < times.size(); ++i) {
        if (times[i] >= begin && times[i + 1] <= end)
            stretches.append({times[i], times[i + 1], first.valueAt(times[i]), second.valueAt(times[i])});
    }
    return stretches;
}

double toleranceFor(double limit, ocpp::ChargingRateUnitType unit)
{
    const double rounded = unit == ocpp::ChargingRateUnitType::A ? roundedAmpere : roundedWatt;
    return std::isfinite(limit) ? std::max(rounded, limit * roundedShare) : rounded;
}

/// Below 0: `other` allows less; 0: the same.
int comparedLimits(const Stretch &stretch, ocpp::ChargingRateUnitType unit)
{
    const double one = stretch.one.value_or(infinite);
    const double other = stretch.other.value_or(infinite);
    if (one == other || std::abs(other - one) <= toleranceFor(std::min(one, other), unit))
        return 0;
    return other < one ? -1 : 1;
}

std::optional<Cause> causeOfTaking(const Stretch &stretch, ocpp::ChargingRateUnitType unit)
{
    if (!stretch.one || !stretch.other)
        return std::nullopt;
    const double limit = *stretch.one;
    const double taken = *stretch.other;
    const double little = toleranceFor(limit, unit);
    if (taken > limit * (1 + meterShare) + 3 * little)
        return Cause::TakesMore;
    if (taken > little && taken < limit * littleShare)
        return Cause::TakesLess;
    return std::nullopt;
}

std::optional<Cause> causeOf(const Stretch &stretch, Source other, ocpp::ChargingRateUnitType unit)
{
    if (other == Source::Measured)
        return causeOfTaking(stretch, unit);
    const int compared = comparedLimits(stretch, unit);
    if (compared == 0)
        return std::nullopt;
    if (other == Source::Desired)
        return compared < 0 ? Cause::WouldBeLess : Cause::WouldBeMore;
    return compared < 0 ? Cause::StationAllowsLess : Cause::StationAllowsMore;
}

Line shifted(Line line, std::chrono::hours by)
{
    for (Point &point : line.points)
        point.time += by;
    line.end += by;
    return line;
}

bool isFlat(const Line &line)
{
    return std::ranges::all_of(line.points, [&line](const Point &p) { return p.value == line.points.first().value; });
}

/// Shifted by whole hours, would it say the same throughout? What is left to compare must be much, and go up and down,
/// or anything would agree.
bool agreesShifted(const Line &one, const Line &other, ocpp::ChargingRateUnitType unit, std::chrono::hours by)
{
    const QList<Stretch> stretches = stretchesOf(one, shifted(other, by));
    if (stretches.isEmpty() || stretches.last().to - stretches.first().from < (one.end - one.points.first().time) / 2)
        return false;
    int steps = 0;
    for (qsizetype i = 1; i < stretches.size(); ++i)
        steps += stretches.at(i).one != stretches.at(i - 1).one ? 1 : 0;
    return steps >= 2
           && std::ranges::all_of(stretches, [unit](const Stretch &s) { return comparedLimits(s, unit) == 0; });
}

bool isHoursOff(const Line &one, const Line &other, ocpp::ChargingRateUnitType unit)
{
    if (isFlat(one) || isFlat(other))
        return false;
    for (int hours = 1; hours <= mostHours; ++hours) {
        if (agreesShifted(one, other, unit, std::chrono::hours(hours))
            || agreesShifted(one, other, unit, std::chrono::hours(-hours)))
            return true;
    }
    return false;
}

void append(QList<Difference> &differences, const Difference &next)
{
    if (!differences.isEmpty() && differences.last().to == next.from && differences.last().cause == next.cause)
        differences.last().to = next.to;
    else
        differences.append(next);
}

} // namespace

ocpp::Timestamp Line::endOf(qsizetype point) const
{
    return point + 1 < points.size() ? std::min(points.at(point + 1).time, end) : end;
}

std::optional<double> Line::valueAt(ocpp::Timestamp time) const
{
    if (time >= end)
        return std::nullopt;
    const auto after = std::ranges::upper_bound(points, time, {}, &Point::time);
    return after == points.begin() ? std::nullopt : std::prev(after)->value;
}

QList<Difference> differencesBetween(const Line &one, const Line &other, ocpp::ChargingRateUnitType unit)
{
    QList<Difference> differences;
    for (const Stretch &stretch : stretchesOf(one, other)) {
        if (const auto cause = causeOf(stretch, other.source, unit))
            append(differences, {stretch.from, stretch.to, one.source, other.source, *cause});
    }
    if (other.source == Source::Measured) {
        differences.removeIf([](const Difference &d) { return d.to - d.from < shortestTaking; });
    } else if (other.source == Source::Reported && !differences.isEmpty() && isHoursOff(one, other, unit)) {
        for (Difference &difference : differences)
            difference.cause = Cause::HourOff;
    }
    return differences;
}

} // namespace plot
