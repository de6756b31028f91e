// SPDX-License-Identifier: GPL-3.0-or-later
#include "charging/weekprofile.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace charging {
namespace {

using ocpp::ChargingProfile;
using ocpp::ChargingProfileKindType;
using ocpp::ChargingSchedulePeriod;
using ocpp::RecurrencyKindType;
using ocpp::Timestamp;
using std::chrono::minutes;
using std::chrono::seconds;

// ---- To the wire

/// From where to where a plan says something.
QList<Span> spokenStretches(const WeekPlan &plan)
{
    const QList<Span> gaps = plan.gaps();
    if (plan.isEmpty())
        return {};
    if (plan.repeats() != Repeats::Once) {
        QList<Span> stretches;
        for (qsizetype i = 0; i < gaps.size(); ++i) {
            const bool isLast = i + 1 == gaps.size();
            const int length = (isLast ? gaps.first().from + plan.cycle() : gaps[i + 1].from) - gaps[i].to;
            const int from = gaps[i].to % plan.cycle(); // the last one may reach over the seam
            stretches.append({from, from + length});
        }
        return gaps.isEmpty() ? QList<Span>{{0, plan.cycle()}} : stretches;
    }
    const QList<Step> steps = plan.steps();
    const auto speaks = [](const Step &step) { return step.stroke.limit.has_value(); };
    int from = std::ranges::find_if(steps, speaks)->span.from;
    QList<Span> stretches;
    for (const Span &gap : gaps) {
        stretches.append({from, gap.from});
        from = gap.to;
    }
    const auto last = std::find_if(steps.crbegin(), steps.crend(), speaks);
    stretches.append({from, last->span.to});
    return stretches;
}

void appendPeriod(QList<ChargingSchedulePeriod> &periods, int second, const Stroke &stroke)
{
    const bool isSame =
        !periods.isEmpty() && periods.last().limit == *stroke.limit && periods.last().numberPhases == stroke.phases;
    if (!isSame)
        periods.append({second, *stroke.limit, stroke.phases});
}

/// A Monday before the week, of a week in which clocks are not changed: what is counted from there is local time.
Timestamp evenMonday(const WeekFrame &week)
{
    constexpr int enough = 20; // weeks; clocks are changed twice a year
    for (int back = 1; back < enough; ++back) {
        const WeekFrame before(week.monday().addDays(qint64{-7} * back), week.zone());
        const bool isWhole = before.stretches().size() == 1 && before.stretches().first().minute == 0;
        if (isWhole && before.end() - before.begin() == minutes(minutesPerWeek))
            return before.begin();
    }
    return week.begin() - minutes(minutesPerWeek);
}

ChargingProfile recurringProfile(const WeekPlan &plan, const Span &stretch, ChargingProfile profile, Timestamp monday)
{
    const bool isDaily = plan.repeats() == Repeats::Daily;
    profile.chargingProfileKind = ChargingProfileKindType::Recurring;
    profile.recurrencyKind = isDaily ? RecurrencyKindType::Daily : RecurrencyKindType::Weekly;
    ocpp::ChargingSchedule &schedule = profile.chargingSchedule;
    schedule.startSchedule = monday + minutes(stretch.from);
    if (stretch.length() < plan.cycle()) // else one follows the other
        schedule.duration = stretch.length() * 60;
    for (int at = stretch.from; at < stretch.to;) {
        const Step step = plan.stepAt(at);
        appendPeriod(schedule.chargingSchedulePeriod, (at - stretch.from) * 60, step.stroke);
        at = step.span.to;
    }
    return profile;
}

/// What clocks show twice happens twice; a profile that ends in such an hour ends in the second one.
ChargingProfile singleProfile(const WeekPlan &plan, const Span &stretch, ChargingProfile profile, const WeekFrame &own)
{
    profile.chargingProfileKind = ChargingProfileKindType::Absolute;
    profile.recurrencyKind = std::nullopt;
    ocpp::ChargingSchedule &schedule = profile.chargingSchedule;
    const Timestamp start = own.timeOf(stretch.from);
    Timestamp end = start;
    for (const WeekFrame::Stretch &part : own.stretches()) {
        const int shown = part.minute + int((part.to - part.from) / minutes(1));
        for (int at = std::max(part.minute, stretch.from); at < std::min(shown, stretch.to);) {
            const Step step = plan.stepAt(at);
            const Timestamp from = part.from + minutes(at - part.minute);
            if (step.stroke.limit)
                appendPeriod(schedule.chargingSchedulePeriod, int((from - start) / seconds(1)), step.stroke);
            at = step.span.to;
            end = part.from + minutes(std::min({at, shown, stretch.to}) - part.minute);
        }
    }
    schedule.startSchedule = start;
    schedule.duration = int((end - start) / seconds(1));
    return profile;
}

// ---- From the wire

bool isWholeMinute(Timestamp time)
{
    return time.time_since_epoch() % minutes(1) == Timestamp::duration::zero();
}

bool isOnMinutes(const ocpp::ChargingSchedule &schedule)
{
    const bool isStartWhole = !schedule.startSchedule || isWholeMinute(*schedule.startSchedule);
    return isStartWhole && schedule.duration.value_or(0) % 60 == 0
           && std::ranges::all_of(schedule.chargingSchedulePeriod,
                                  [](const ChargingSchedulePeriod &period) { return period.startPeriod % 60 == 0; });
}

/// Calls `each` with the beginning and end of each period, in minutes from the start.
template<class Each>
void eachPeriod(const ocpp::ChargingSchedule &schedule, int minutesInAll, Each each)
{
    const QList<ChargingSchedulePeriod> &periods = schedule.chargingSchedulePeriod;
    for (qsizetype i = 0; i < periods.size(); ++i) {
        const int from = periods[i].startPeriod / 60;
        const int to = i + 1 < periods.size() ? periods[i + 1].startPeriod / 60 : minutesInAll;
        if (std::min(to, minutesInAll) > from)
            each(from, std::min(to, minutesInAll), Stroke{periods[i].limit, periods[i].numberPhases});
    }
}

WeekPlan recurringPlan(const ChargingProfile &profile, const QTimeZone &zone)
{
    const ocpp::ChargingSchedule &schedule = profile.chargingSchedule;
    const bool isWeekly = profile.recurrencyKind == RecurrencyKindType::Weekly;
    WeekPlan plan(isWeekly ? Repeats::Weekly : Repeats::Daily, schedule.chargingRateUnit);
    const Timestamp start = *schedule.startSchedule;
    const WeekFrame week(mondayOf(start, zone), zone);
    const int first = week.minuteAt(start) % plan.cycle();
    const int length = std::min(plan.cycle(), schedule.duration.value_or(plan.cycle() * 60) / 60);
    eachPeriod(schedule, length, [&](int from, int to, const Stroke &stroke) {
        plan.draw({first + from, first + to}, stroke);
    });
    return plan;
}

tl::expected<WeekPlan, Undrawable> endlessPlan(const ocpp::ChargingSchedule &schedule, const WeekFrame &week)
{
    const ChargingSchedulePeriod &last = schedule.chargingSchedulePeriod.last();
    if (*schedule.startSchedule + seconds(last.startPeriod) > week.begin())
        return tl::unexpected(Undrawable::Long);
    WeekPlan plan(Repeats::Daily, schedule.chargingRateUnit);
    plan.draw({0, plan.cycle()}, {last.limit, last.numberPhases});
    return plan;
}

tl::expected<WeekPlan, Undrawable> singlePlan(const ocpp::ChargingSchedule &schedule, const QTimeZone &zone)
{
    const Timestamp start = *schedule.startSchedule;
    const WeekFrame own(mondayOf(start, zone), zone);
    if (start + seconds(*schedule.duration) > own.end())
        return tl::unexpected(Undrawable::Long);
    WeekPlan plan(Repeats::Once, schedule.chargingRateUnit, own.monday());
    eachPeriod(schedule, *schedule.duration / 60, [&](int from, int to, const Stroke &stroke) {
        for (const WeekFrame::Stretch &part : own.stretches()) {
            const Timestamp begin = std::max(part.from, start + minutes(from));
            const Timestamp end = std::min(part.to, start + minutes(to));
            if (begin < end)
                plan.draw({part.minute + int((begin - part.from) / minutes(1)),
                           part.minute + int((end - part.from) / minutes(1))},
                          stroke);
        }
    });
    return plan;
}

} // namespace

QList<ChargingProfile> profilesOf(const WeekPlan &plan, const ChargingProfile &like, const WeekFrame &week)
{
    ChargingProfile blank = like;
    blank.chargingSchedule.chargingRateUnit = plan.unit();
    blank.chargingSchedule.chargingSchedulePeriod.clear();
    blank.chargingSchedule.duration.reset();
    QList<ChargingProfile> profiles;
    if (plan.repeats() == Repeats::Once) {
        const WeekFrame own(plan.monday(), week.zone());
        for (const Span &stretch : spokenStretches(plan))
            profiles.append(singleProfile(plan, stretch, blank, own));
        return profiles;
    }
    const WeekPlan drawn = plan.areDaysEqual() ? plan.repeating(Repeats::Daily) : plan;
    const Timestamp monday = evenMonday(week);
    for (const Span &stretch : spokenStretches(drawn))
        profiles.append(recurringProfile(drawn, stretch, blank, monday));
    return profiles;
}

tl::expected<WeekPlan, Undrawable> planOf(const ChargingProfile &profile, const WeekFrame &week)
{
    const ocpp::ChargingSchedule &schedule = profile.chargingSchedule;
    if (schedule.chargingSchedulePeriod.isEmpty())
        return tl::unexpected(Undrawable::Empty);
    if (profile.chargingProfileKind == ChargingProfileKindType::Relative)
        return tl::unexpected(Undrawable::Relative);
    if (!schedule.startSchedule)
        return tl::unexpected(Undrawable::NoStart);
    const bool recurs = profile.chargingProfileKind == ChargingProfileKindType::Recurring;
    if (!recurs && !schedule.duration)
        return endlessPlan(schedule, week);
    if (!isOnMinutes(schedule))
        return tl::unexpected(Undrawable::Seconds);
    if (recurs)
        return recurringPlan(profile, week.zone());
    return singlePlan(schedule, week.zone());
}

// ---- Templates

namespace {

constexpr int hourMinutes = 60;

/// A share of all, where a car charges.
double shareOf(double full, double share, WeekPlan::Unit unit)
{
    return snappedLimit(full * share, unit, unit == WeekPlan::Unit::W ? 100 : 1);
}

WeekPlan nightTariff(WeekPlan::Unit unit, double full)
{
    WeekPlan plan(Repeats::Daily, unit);
    plan.draw({0, minutesPerDay}, {leastLimit(unit), {}});
    plan.draw({22 * hourMinutes, 30 * hourMinutes}, {full, {}});
    return plan;
}

WeekPlan officeHours(WeekPlan::Unit unit, double full)
{
    WeekPlan plan(Repeats::Weekly, unit);
    plan.draw({0, minutesPerWeek}, {full, {}});
    for (int weekday = 0; weekday < 5; ++weekday)
        plan.draw({weekday * minutesPerDay + 7 * hourMinutes, weekday * minutesPerDay + 18 * hourMinutes},
                  {shareOf(full, 0.5, unit), {}});
    return plan;
}

WeekPlan solarNoon(WeekPlan::Unit unit, double full)
{
    constexpr std::pair<int, double> hours[] = {{0, 0},    {8, 0.2},  {9, 0.4},  {10, 0.6}, {11, 0.8}, {12, 1},
                                                {14, 0.8}, {15, 0.6}, {16, 0.4}, {17, 0.2}, {18, 0}};
    WeekPlan plan(Repeats::Daily, unit);
    for (const auto &[hour, share] : hours)
        plan.draw({hour * hourMinutes, minutesPerDay}, {share > 0 ? shareOf(full, share, unit) : 0, {}});
    return plan;
}

WeekPlan siteCap(WeekPlan::Unit unit, double full)
{
    WeekPlan plan(Repeats::Daily, unit);
    plan.draw({0, minutesPerDay}, {full, {}});
    return plan;
}

} // namespace

WeekPlan templatePlan(PlanTemplate which, WeekPlan::Unit unit, double full)
{
    switch (which) {
    case PlanTemplate::NightTariff:
        return nightTariff(unit, full);
    case PlanTemplate::OfficeHours:
        return officeHours(unit, full);
    case PlanTemplate::SolarNoon:
        return solarNoon(unit, full);
    case PlanTemplate::SiteCap:
        break;
    }
    return siteCap(unit, full);
}

} // namespace charging
