// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/transactions/period.h"

#include <QDateTime>

#include <algorithm>

namespace ui {
namespace {

/// A day may have 23 or 25 hours, and where the clock jumps at midnight it begins at one.
ocpp::Timestamp beginningOf(QDate day)
{
    return ocpp::Timestamp(std::chrono::milliseconds(day.startOfDay().toMSecsSinceEpoch()));
}

} // namespace

DaySpan daysBetween(QDate first, QDate last)
{
    const auto [from, to] = std::minmax(first, last);
    return {beginningOf(from), beginningOf(to.addDays(1))};
}

DaySpan spanOf(Period period, QDate today, Qt::DayOfWeek weekBegins)
{
    const QDate week = today.addDays(-((today.dayOfWeek() - weekBegins + 7) % 7));
    const QDate month(today.year(), today.month(), 1);
    switch (period) {
    case Period::All:
    case Period::Dates:
        return {};
    case Period::Today:
    case Period::ChargedToday:
        return daysBetween(today, today);
    case Period::Yesterday:
        return daysBetween(today.addDays(-1), today.addDays(-1));
    case Period::ThisWeek:
        return daysBetween(week, week.addDays(6));
    case Period::LastWeek:
        return daysBetween(week.addDays(-7), week.addDays(-1));
    case Period::ThisMonth:
        return daysBetween(month, month.addMonths(1).addDays(-1));
    case Period::LastMonth:
        return daysBetween(month.addMonths(-1), month.addDays(-1));
    }
    return {};
}

} // namespace ui
