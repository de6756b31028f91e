// SPDX-License-Identifier: GPL-3.0-or-later
#include "charging/weekframe.h"

#include <QDateTime>

#include <algorithm>

namespace charging {
namespace {

using ocpp::Timestamp;
using std::chrono::minutes;

Timestamp timestampOf(const QDateTime &moment)
{
    return Timestamp(std::chrono::milliseconds(moment.toMSecsSinceEpoch()));
}

QDateTime utcOf(Timestamp time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), Qt::UTC);
}

/// What clocks show, as if it were UTC: a time that they show twice stays what it is.
QDateTime clockOf(Timestamp time, const QTimeZone &zone)
{
    return utcOf(time).addSecs(zone.offsetFromUtc(utcOf(time)));
}

/// Of the clocks, since Monday 0:00.
int clockMinute(Timestamp time, QDate monday, const QTimeZone &zone)
{
    const QDateTime shown = clockOf(time, zone);
    return int(monday.daysTo(shown.date())) * minutesPerDay + shown.time().msecsSinceStartOfDay() / 60'000;
}

} // namespace

WeekFrame::WeekFrame(QDate monday, const QTimeZone &zone) : monday_(monday), zone_(zone)
{
    for (std::size_t day = 0; day < days_.size(); ++day)
        days_[day] = timestampOf(monday.addDays(qint64(day)).startOfDay(zone));
    Timestamp from = begin();
    while (from < end()) {
        const auto next = zone.nextTransition(utcOf(from));
        const Timestamp to = next.atUtc.isValid() ? std::min(timestampOf(next.atUtc), end()) : end();
        stretches_.append({from, to, clockMinute(from, monday, zone)});
        from = to;
    }
}

int WeekFrame::seconds() const
{
    return int(std::chrono::duration_cast<std::chrono::seconds>(end() - begin()).count());
}

int WeekFrame::dayMinutes(int day) const
{
    return int(std::chrono::duration_cast<minutes>(dayBegin(day + 1) - dayBegin(day)).count());
}

int WeekFrame::minuteAt(Timestamp time) const
{
    const Timestamp inside = std::clamp(time, begin(), end() - minutes(1));
    const auto after = std::ranges::upper_bound(stretches_, inside, {}, &Stretch::from);
    const Stretch &stretch = *std::prev(after);
    const int passed = int(std::chrono::floor<minutes>(inside - stretch.from).count());
    return std::clamp(stretch.minute + passed, 0, minutesPerWeek - 1);
}

Timestamp WeekFrame::timeOf(int minute) const
{
    for (const Stretch &stretch : stretches_) {
        const Timestamp time = stretch.from + minutes(std::max(0, minute - stretch.minute));
        if (time < stretch.to)
            return time;
    }
    return end();
}

QList<Span> WeekFrame::shownOn(int day, Span clock) const
{
    QList<Span> shown;
    for (const Stretch &stretch : stretches_) {
        const Timestamp from = std::max(stretch.from, dayBegin(day));
        const Timestamp to = std::min(stretch.to, dayBegin(day + 1));
        const int first = stretch.minute + int((from - stretch.from) / minutes(1));
        const Span part{std::max(clock.from, first), std::min(clock.to, first + int((to - from) / minutes(1)))};
        const int shift = int((from - dayBegin(day)) / minutes(1)) - first;
        if (part.length() > 0)
            shown.append({part.from + shift, part.to + shift});
    }
    return shown;
}

QDate mondayOf(Timestamp time, const QTimeZone &zone)
{
    const QDate date = clockOf(time, zone).date();
    return date.addDays(1 - date.dayOfWeek());
}

} // namespace charging
