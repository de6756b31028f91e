// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/timestamp.h"

#include <QDate>
#include <QLocale>

#include <optional>

namespace ui {

/// The spans of time that a person asks for: those of the sessions' beginnings, but for ChargedToday. Settings keep the
/// numbers.
enum class Period {
    All,
    Today,
    Yesterday,
    ThisWeek,
    LastWeek,
    ThisMonth,
    LastMonth,
    Dates,
    ChargedToday, ///< whenever they began
};

/// Whole local days: `from` is the beginning of the first, `to` the end of the last.
struct DaySpan {
    std::optional<ocpp::Timestamp> from;
    std::optional<ocpp::Timestamp> to;
};

/// `today` is the local date; weeks begin as the locale says. For Dates see daysBetween().
DaySpan spanOf(Period period, QDate today, Qt::DayOfWeek weekBegins = QLocale().firstDayOfWeek());
/// Both days belong to it; in either order.
DaySpan daysBetween(QDate first, QDate last);

} // namespace ui
