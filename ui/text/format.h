// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/timestamp.h"

#include <QString>
#include <QTime>

#include <optional>

/// Values as a person reads them, in the locale in use (QLocale()).
namespace ui::format {

/// The text as it is, with each number held to the unit that follows it: "5 min" is not broken at the end of a line.
/// All durations and sizes below are so.
QString unbroken(QString text);

QString power(double watts);     ///< "7.4 kW"; below 1 kW "640 W"
QString energy(double wattHours); ///< "12.34 kWh"
QString current(double amperes); ///< "16.0 A"
QString voltage(double volts);   ///< "230 V"
QString percent(double value);   ///< "64 %"
QString bytes(qint64 count);

/// The time of day to the minute, with AM and PM where the locale has them.
QString timeOfDay(QTime time);
/// The same of minutes since midnight, 0..1440. The end of a day is "24:00"; with AM and PM it is midnight.
QString timeOfDay(int minutes);
/// Of full hours no more than a scale needs: "22:00", "10 PM".
QString hourOfDay(int hour);
/// What timeOfDay() wrote, in minutes again, where midnight with AM and PM is 0; below 0: it is none of that.
int minutesOfDay(const QString &text);
/// For QDateTimeEdit: the locale's date with a year of four digits, as two would not say which century is meant, and its
/// time of day to the second.
QString dateTimeEditFormat();

/// "just now", "3 min ago" below an hour; then "14:32", "yesterday 14:32", or the date.
QString ago(ocpp::Timestamp then, ocpp::Timestamp now);
/// Local time of day with seconds when `then` is today, else with the date.
QString clock(ocpp::Timestamp then, ocpp::Timestamp now);
/// Local time to the millisecond: for the log of messages.
QString exactClock(ocpp::Timestamp time);
/// Local date and time.
QString dateTime(ocpp::Timestamp time);
/// Local day of the week and time to the second, "Tue 14:32:08": within a session the date says no more.
QString weekdayTime(ocpp::Timestamp time);
/// All that weekdayTime() can be as wide as: each day of the week, two digits everywhere, late in the day.
QStringList widestWeekdayTimes();
/// The same moment as it stands on the wire, for tooltips: "2026-11-22T19:41:00Z (UTC)".
QString utc(ocpp::Timestamp time);
/// "2 s", "4 min", "3 h"; rounded down, never negative.
QString span(std::chrono::milliseconds duration);

/// "45 s", "1 h 23 min", "2 d 4 h": the two largest units; never negative.
QString duration(std::chrono::milliseconds duration);
/// Local time to the minute: "14:32" today, "yesterday 14:32", else with the date.
QString moment(ocpp::Timestamp then, ocpp::Timestamp now);

} // namespace ui::format
