// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/timeaxis.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace plot {

using namespace std::chrono_literals;

namespace {

using std::chrono::milliseconds;

constexpr std::array<milliseconds, 14> stepsOfADay{1s,    5s, 15s, 1min, 5min, 10min, 15min,
                                                   30min, 1h, 2h,  3h,   4h,   6h,    12h};
constexpr std::array stepsOfDays{1, 2, 7, 14, 28, 91, 364};

ocpp::Timestamp beginOf(QDate date, const QTimeZone &zone)
{
    return momentOf(date.startOfDay(zone));
}

/// By the clock on the wall: where it is put back a round hour comes twice, where it is put forward one may be missing.
void addTicksOfDay(QList<ocpp::Timestamp> &ticks, QDate date, milliseconds step, const QTimeZone &zone)
{
    const milliseconds stride = std::min<milliseconds>(step, 30min);
    const ocpp::Timestamp end = beginOf(date.addDays(1), zone);
    int last = -1;
    for (ocpp::Timestamp at = beginOf(date, zone); at < end; at += stride) {
        const int wall = localTime(at, zone).time().msecsSinceStartOfDay();
        if (wall % step.count() != 0 || (step > 1h && wall == last))
            continue;
        ticks.append(at);
        last = wall;
    }
}

QList<ocpp::Timestamp> ticksOfDays(ocpp::Timestamp from, ocpp::Timestamp to, int most, const QTimeZone &zone)
{
    const QDate first = localTime(from, zone).date();
    const qint64 days = first.daysTo(localTime(to, zone).date()) + 1;
    const auto fitting = std::ranges::find_if(stepsOfDays, [&](int step) { return days / step <= most; });
    const qint64 step = fitting == stepsOfDays.end() ? days / most + 1 : *fitting;
    QList<ocpp::Timestamp> ticks;
    for (qint64 at = 0; at < days; at += step)
        ticks.append(beginOf(first.addDays(at), zone));
    return ticks;
}

} // namespace

QDateTime localTime(ocpp::Timestamp time, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), zone);
}

ocpp::Timestamp momentOf(const QDateTime &time)
{
    return ocpp::Timestamp(milliseconds(time.toMSecsSinceEpoch()));
}

QList<ocpp::Timestamp> timeTicks(ocpp::Timestamp from, ocpp::Timestamp to, int most, const QTimeZone &zone)
{
    if (to <= from || most < 1)
        return {};
    QList<ocpp::Timestamp> ticks;
    const auto fitting =
        std::ranges::find_if(stepsOfADay, [&](milliseconds step) { return (to - from) / step <= most; });
    if (fitting == stepsOfADay.end()) {
        ticks = ticksOfDays(from, to, most, zone);
    } else if (*fitting < 1min) { // no clock is put on by less
        for (ocpp::Timestamp at = std::chrono::ceil<std::chrono::minutes>(from) - 1min; at <= to; at += *fitting)
            ticks.append(at);
    } else {
        for (QDate date = localTime(from, zone).date(); beginOf(date, zone) <= to; date = date.addDays(1))
            addTicksOfDay(ticks, date, *fitting, zone);
    }
    ticks.removeIf([&](ocpp::Timestamp tick) { return tick < from || tick > to; });
    return ticks;
}

QList<ocpp::Timestamp> dayBoundaries(ocpp::Timestamp from, ocpp::Timestamp to, const QTimeZone &zone)
{
    QList<ocpp::Timestamp> days;
    for (QDate date = localTime(from, zone).date().addDays(1); beginOf(date, zone) < to; date = date.addDays(1))
        days.append(beginOf(date, zone));
    return days;
}

double niceStep(double highest)
{
    const double rough = std::max(highest, 0.1) / 4;
    const double power = std::pow(10, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (rough <= factor * power)
            return factor * power;
    }
    return 10 * power;
}

} // namespace plot
