// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/transactions/timeticks.h"

#include "plot/timeaxis.h"
#include "ui/text/format.h"

#include <QLocale>

#include <array>

namespace ui {
namespace {

using namespace std::chrono_literals;

constexpr std::array<std::chrono::minutes, 13> steps{1min, 2min, 5min, 10min, 15min, 30min,  1h,
                                                     2h,   3h,   6h,   12h,   24h,   7 * 24h};

QDateTime local(ocpp::Timestamp time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count());
}

std::chrono::milliseconds stepFor(std::chrono::milliseconds span, int most)
{
    for (const auto step : steps) {
        if (span / step < most)
            return step;
    }
    const auto week = std::chrono::milliseconds(steps.back());
    return week * (span / week / most + 1);
}

QString textOf(const QDateTime &time)
{
    return time.time() == QTime(0, 0) ? QLocale().toString(time.date(), QLocale::ShortFormat)
                                      : format::timeOfDay(time.time());
}

} // namespace

QList<TimeTick> timeTicks(ocpp::Timestamp from, ocpp::Timestamp to, int most)
{
    const std::chrono::milliseconds step = stepFor(to - from, most);
    // Counted from the midnight before, so that the marks stand on round times of the day.
    ocpp::Timestamp at = plot::momentOf(local(from).date().startOfDay());
    QList<TimeTick> ticks;
    for (at += (from - at) / step * step; at <= to; at += step) {
        if (at >= from)
            ticks.append({at, textOf(local(at))});
    }
    return ticks;
}

QList<ocpp::Timestamp> dayBoundaries(ocpp::Timestamp from, ocpp::Timestamp to)
{
    return plot::dayBoundaries(from, to, QTimeZone::systemTimeZone());
}

} // namespace ui
