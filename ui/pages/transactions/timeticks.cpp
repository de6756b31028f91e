// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/transactions/timeticks.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {
namespace {

using namespace std::chrono_literals;

constexpr std::array<std::chrono::minutes, 13> steps{1min, 2min, 5min, 10min, 15min, 30min,  1h,
                                                     2h,   3h,   6h,   12h,   24h,   7 * 24h};

QDateTime local(ocpp::Timestamp time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count());
}

ocpp::Timestamp moment(const QDateTime &time)
{
    return ocpp::Timestamp(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
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
    const QLocale locale;
    return time.time() == QTime(0, 0) ? locale.toString(time.date(), QLocale::ShortFormat)
                                      : locale.toString(time.time(), QLocale::ShortFormat);
}

} // namespace

QList<TimeTick> timeTicks(ocpp::Timestamp from, ocpp::Timestamp to, int most)
{
    const std::chrono::milliseconds step = stepFor(to - from, most);
    // Counted from the midnight before, so that the marks stand on round times of the day.
    ocpp::Timestamp at = moment(local(from).date().startOfDay());
    QList<TimeTick> ticks;
    for (at += (from - at) / step * step; at <= to; at += step) {
        if (at >= from)
            ticks.append({at, textOf(local(at))});
    }
    return ticks;
}

QList<ocpp::Timestamp> dayBoundaries(ocpp::Timestamp from, ocpp::Timestamp to)
{
    QList<ocpp::Timestamp> days;
    for (QDate day = local(from).date().addDays(1); moment(day.startOfDay()) < to; day = day.addDays(1))
        days.append(moment(day.startOfDay()));
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

} // namespace ui
