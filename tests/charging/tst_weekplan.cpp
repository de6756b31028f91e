// SPDX-License-Identifier: GPL-3.0-or-later
// Weeks as they are drawn: the operations, and the way to the wire and back.
#include "charging/composite.h"
#include "charging/localtime.h"
#include "charging/profilecheck.h"
#include "charging/weekprofile.h"

#include <QTest>

#include <random>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using charging::Repeats;
using charging::Span;
using charging::Step;
using charging::Stroke;
using charging::Undrawable;
using charging::WeekFrame;
using charging::WeekPlan;
using ocpp::ChargingProfile;
using ocpp::ChargingRateUnitType;

namespace {

constexpr int hour = 60; // min

/// Weeks with and without a change of the clocks, also by half an hour and at midnight.
const QList<std::pair<QDate, QByteArray>> &weeks()
{
    static const QList<std::pair<QDate, QByteArray>> all{
        {QDate(2026, 11, 23), "Europe/Berlin"},      {QDate(2026, 3, 23), "Europe/Berlin"},
        {QDate(2026, 10, 19), "Europe/Berlin"},      {QDate(2026, 3, 30), "Europe/Berlin"},
        {QDate(2026, 3, 30), "Australia/Lord_Howe"}, {QDate(2026, 9, 28), "Australia/Lord_Howe"},
        {QDate(2026, 8, 31), "America/Santiago"},    {QDate(2026, 3, 30), "America/Santiago"},
        {QDate(2026, 12, 28), "Asia/Kathmandu"},     {QDate(2026, 1, 5), "UTC"}};
    return all;
}

class Dice {
public:
    explicit Dice(quint32 seed) : random_(seed) {}
    int number(int from, int to) { return std::uniform_int_distribution(from, to)(random_); }
    bool chance(int percent) { return number(1, 100) <= percent; }

    Stroke stroke()
    {
        if (chance(25))
            return {};
        return {number(0, 320) / 10.0, chance(20) ? std::optional(number(1, 3)) : std::nullopt};
    }
    Span span(const WeekPlan &plan)
    {
        const int from = number(0, plan.cycle() - 1);
        return {from, from + number(1, chance(50) ? 300 : plan.cycle())};
    }
    WeekPlan plan(QDate monday)
    {
        const Repeats repeats = Repeats(number(0, 2));
        const auto unit = chance(80) ? ChargingRateUnitType::A : ChargingRateUnitType::W;
        WeekPlan plan(repeats, unit, repeats == Repeats::Once ? monday : QDate());
        for (int i = number(1, 12); i > 0; --i)
            plan.draw(span(plan), stroke());
        return plan;
    }

private:
    std::mt19937 random_;
};

QList<charging::PlacedProfile> placed(const QList<ChargingProfile> &profiles)
{
    QList<charging::PlacedProfile> all;
    for (qsizetype i = 0; i < profiles.size(); ++i) {
        ChargingProfile profile = profiles[i];
        profile.chargingProfilePurpose = ocpp::ChargingProfilePurposeType::TxDefaultProfile;
        profile.chargingProfileId = profile.stackLevel = int(i); // each piece has its own place
        all.append({1, profile});
    }
    return all;
}

/// As the engine issues them: anew when the offset changes.
charging::Composite issued(const QList<ChargingProfile> &profiles, const WeekFrame &week, ChargingRateUnitType unit)
{
    const auto at = [&](ocpp::Timestamp moment) {
        QList<ChargingProfile> moved;
        for (const ChargingProfile &profile : profiles)
            moved.append(charging::asOf(profile, moment, week.zone()));
        return placed(moved);
    };
    return charging::composite(at, 1, week.begin(), week.seconds(), unit, {}, week.zone());
}

/// The first minute of the week at which the composite is not what was drawn; -1: none.
int difference(const WeekPlan &plan, const charging::Composite &composite, const WeekFrame &week)
{
    qsizetype period = 0;
    for (int passed = 0; passed < week.seconds() / 60; ++passed) {
        while (period + 1 < composite.periods.size() && composite.periods[period + 1].startPeriod <= passed * 60)
            ++period;
        const int minute = week.minuteAt(week.begin() + std::chrono::minutes(passed));
        const Stroke drawn = plan.strokeAt(minute);
        const bool isTwice = week.shownOn(minute / charging::minutesPerDay, {minute, minute + 1}).size() > 1;
        if (isTwice && !drawn.limit && plan.repeats() == Repeats::Once)
            continue; // one profile cannot end, begin again and end within an hour: it goes on
        const auto &found = composite.periods[period];
        const int phases = drawn.limit ? drawn.phases.value_or(3) : 3;
        if (found.limit != drawn.limit || found.numberPhases.value_or(3) != phases)
            return passed;
    }
    return -1;
}

/// Without what a person cannot see: edges between equals.
QList<Stroke> minutesOf(const WeekPlan &plan)
{
    QList<Stroke> strokes;
    for (int minute = 0; minute < plan.cycle(); ++minute)
        strokes.append(plan.strokeAt(minute));
    return strokes;
}

WeekPlan night()
{
    WeekPlan plan;
    plan.draw({22 * hour, 30 * hour}, {32, {}});
    return plan;
}

} // namespace

class TestWeekPlan : public QObject {
    Q_OBJECT

private slots:
    void drawingReplacesWhatWasThere();
    void drawingGoesOverTheSeam();
    void edgesMoveBetweenTheirNeighbours();
    void edgesMoveOverMidnight();
    void splitAndMerge();
    void limitsAndPhasesAreSetApart();
    void daysAreCopied();
    void repetitionIsChanged();
    void gapsAreFound();
    void snapping();
    void daysOf23And25Hours();
    void nightBecomesADailyProfile();
    void weekBecomesAWeeklyProfile();
    void unitIsConverted();
    void whatCannotBeDrawnIsSaid();
    void endlessOneIsDrawnAsItsLastLimit();
    void templatesAreWithoutProblems();
    void planIsWhatTheStationDoes();
    void operationsKeepOrder();
};

void TestWeekPlan::drawingReplacesWhatWasThere()
{
    WeekPlan plan;
    QVERIFY(plan.isEmpty());
    plan.draw({0, 1440}, {10, {}});
    plan.draw({6 * hour, 8 * hour}, {16, {}});
    plan.draw({7 * hour, 9 * hour}, {20, 1});
    QCOMPARE(plan.steps().size(), 4);
    QCOMPARE(plan.stepAt(7 * hour), (Step{{7 * hour, 9 * hour}, {20, 1}}));
    QCOMPARE(plan.stepAt(1440 + 6 * hour), (Step{{1440 + 6 * hour, 1440 + 7 * hour}, {16, {}}}));
    plan.draw({7 * hour, 9 * hour}, {16, {}}); // grows together with what stands beside it
    QCOMPARE(plan.stepAt(8 * hour).span, (Span{6 * hour, 9 * hour}));
    QCOMPARE(plan.highest(), 16.0);
}

void TestWeekPlan::drawingGoesOverTheSeam()
{
    WeekPlan plan = night();
    QCOMPARE(plan.strokeAt(0).limit, 32.0);
    QCOMPARE(plan.strokeAt(6 * hour), Stroke());
    QCOMPARE(plan.strokeAt(23 * hour).limit, 32.0);
    QCOMPARE(plan.steps().size(), 3);
    QVERIFY(!plan.isEdge(0));
    WeekPlan once(Repeats::Once, ChargingRateUnitType::A, QDate(2026, 11, 23));
    once.draw({6 * 1440, 8 * 1440}, {16, {}});
    QCOMPARE(once.strokeAt(0), Stroke()); // it does not come round
    QCOMPARE(once.strokeAt(charging::minutesPerWeek - 1).limit, 16.0);
}

void TestWeekPlan::edgesMoveBetweenTheirNeighbours()
{
    WeekPlan plan = night();
    QCOMPARE(plan.moveEdge(6 * hour, 7 * hour), 7 * hour);
    QCOMPARE(plan.strokeAt(7 * hour - 1).limit, 32.0);
    QCOMPARE(plan.moveEdge(7 * hour, 23 * hour, 15), 22 * hour - 15);
    QCOMPARE(plan.moveEdge(5 * hour, 6 * hour), 5 * hour); // there is none
    QCOMPARE(plan.strokeAt(22 * hour).limit, 32.0);
}

void TestWeekPlan::edgesMoveOverMidnight()
{
    WeekPlan plan = night();
    QCOMPARE(plan.moveEdge(22 * hour, 25 * hour), 25 * hour);
    QCOMPARE(plan.gaps(), (QList<Span>{{6 * hour, 25 * hour}}));
    QCOMPARE(plan.moveEdge(hour, -2 * hour), -2 * hour);
    QCOMPARE(plan.gaps(), (QList<Span>{{6 * hour, 22 * hour}}));
}

void TestWeekPlan::splitAndMerge()
{
    WeekPlan plan = night();
    plan.split(hour);
    QVERIFY(plan.isEdge(hour));
    QCOMPARE(plan.strokeAt(hour).limit, 32.0);
    QCOMPARE(plan.moveEdge(hour, 2 * hour), 2 * hour);
    QVERIFY(!plan.isEdge(hour));
    QVERIFY(plan.isEdge(2 * hour));
    plan.setLimit({2 * hour, 6 * hour}, 16);
    plan.merge(3 * hour);
    QCOMPARE(plan.stepAt(3 * hour), (Step{{-2 * hour, 6 * hour}, {32, {}}}));
    plan.merge(7 * hour); // the silence
    QCOMPARE(plan.gaps(), QList<Span>());
    plan.setLimit({0, hour}, 10);
    plan.merge(0); // over midnight
    QCOMPARE(plan.strokeAt(30).limit, 32.0);
    plan.merge(0); // there is only one step left
    QCOMPARE(plan.steps().size(), 1);
}

void TestWeekPlan::limitsAndPhasesAreSetApart()
{
    WeekPlan plan = night();
    plan.setPhases({0, 1440}, 1);
    QCOMPARE(plan.strokeAt(23 * hour), (Stroke{32, 1}));
    QCOMPARE(plan.strokeAt(12 * hour), Stroke());
    plan.setLimit({0, 3 * hour}, 16);
    QCOMPARE(plan.strokeAt(hour), (Stroke{16, 1}));
    plan.setLimit({hour, 2 * hour}, {});
    QCOMPARE(plan.strokeAt(hour), Stroke());
    QCOMPARE(plan.pieces(), 2);
}

void TestWeekPlan::daysAreCopied()
{
    WeekPlan plan(Repeats::Weekly);
    plan.draw({22 * hour, 24 * hour}, {32, {}});
    plan.copyDay(0, {1, 6});
    QCOMPARE(plan.strokeAt(6 * 1440 + 23 * hour).limit, 32.0);
    QCOMPARE(plan.day(1), plan.day(0));
    QVERIFY(!plan.areDaysEqual());
    plan.copyDay(0, {2, 3, 4, 5});
    QVERIFY(plan.areDaysEqual());
    plan.setDay(6, {{{0, 1440}, {}}});
    QVERIFY(!plan.areDaysEqual());
    QVERIFY(night().areDaysEqual());
}

void TestWeekPlan::repetitionIsChanged()
{
    WeekPlan weekly = night().repeating(Repeats::Weekly);
    QCOMPARE(weekly.strokeAt(3 * 1440 + 23 * hour).limit, 32.0);
    QVERIFY(weekly.areDaysEqual());
    weekly.draw({1440, 2 * 1440}, {8, {}});
    QCOMPARE(weekly.repeating(Repeats::Daily, 1).strokeAt(0).limit, 8.0);
    QCOMPARE(weekly.repeating(Repeats::Daily), night());
    const WeekPlan once = weekly.repeating(Repeats::Once, 0, QDate(2026, 11, 23));
    QCOMPARE(once.monday(), QDate(2026, 11, 23));
    QCOMPARE(once.steps(), weekly.steps());
}

void TestWeekPlan::gapsAreFound()
{
    QCOMPARE(night().gaps(), (QList<Span>{{6 * hour, 22 * hour}}));
    QCOMPARE(night().pieces(), 1);
    WeekPlan weekly = night().repeating(Repeats::Weekly);
    QCOMPARE(weekly.pieces(), 7);
    weekly.fillGaps({10, {}});
    QCOMPARE(weekly.pieces(), 1);
    QCOMPARE(weekly.strokeAt(12 * hour).limit, 10.0);
    WeekPlan once(Repeats::Once, ChargingRateUnitType::A, QDate(2026, 11, 23));
    once.draw({hour, 2 * hour}, {16, {}});
    QCOMPARE(once.pieces(), 1);
    once.draw({3 * hour, 4 * hour}, {16, {}});
    QCOMPARE(once.gaps(), (QList<Span>{{2 * hour, 3 * hour}}));
    QCOMPARE(once.pieces(), 2);
}

void TestWeekPlan::snapping()
{
    QCOMPARE(charging::snappedMinute(67, 15), 60);
    QCOMPARE(charging::snappedMinute(68, 15), 75);
    QCOMPARE(charging::snappedLimit(2.9, ChargingRateUnitType::A, 1), 0.0);
    QCOMPARE(charging::snappedLimit(3.1, ChargingRateUnitType::A, 1), 6.0);
    QCOMPARE(charging::snappedLimit(5.9, ChargingRateUnitType::A, 1), 6.0);
    QCOMPARE(charging::snappedLimit(15.6, ChargingRateUnitType::A, 1), 16.0);
    QCOMPARE(charging::snappedLimit(15.64, ChargingRateUnitType::A, 0.1), 15.6);
    QCOMPARE(charging::snappedLimit(3456, ChargingRateUnitType::W, 100), 3500.0);
    QCOMPARE(charging::snappedLimit(200, ChargingRateUnitType::W, 100), 0.0);
}

void TestWeekPlan::daysOf23And25Hours()
{
    const QTimeZone berlin("Europe/Berlin");
    const WeekFrame spring(QDate(2026, 3, 23), berlin);
    QCOMPARE(spring.dayMinutes(6), 23 * hour);
    QCOMPARE(spring.minuteAt(spring.dayBegin(6) + 2h), 6 * 1440 + 3 * hour);
    QCOMPARE(spring.timeOf(6 * 1440 + 2 * hour + 30), spring.dayBegin(6) + 2h);
    const WeekFrame autumn(QDate(2026, 10, 19), berlin);
    QCOMPARE(autumn.dayMinutes(6), 25 * hour);
    QCOMPARE(autumn.minuteAt(autumn.dayBegin(6) + 3h), 6 * 1440 + 2 * hour);
    QCOMPARE(autumn.timeOf(6 * 1440 + 2 * hour), autumn.dayBegin(6) + 2h);
    QCOMPARE(autumn.shownOn(6, {6 * 1440 + 2 * hour, 6 * 1440 + 4 * hour}),
             (QList<Span>{{2 * hour, 3 * hour}, {3 * hour, 5 * hour}}));
    QCOMPARE(spring.shownOn(6, {6 * 1440 + 2 * hour, 6 * 1440 + 3 * hour}), QList<Span>());
    QCOMPARE(autumn.seconds(), 7 * 86'400 + 3600);
    QCOMPARE(charging::mondayOf(autumn.end() - 1ms, berlin), QDate(2026, 10, 19));
}

void TestWeekPlan::nightBecomesADailyProfile()
{
    const WeekFrame week(QDate(2026, 3, 30), QTimeZone("Europe/Berlin"));
    const auto profiles = charging::profilesOf(night(), {}, week);
    QCOMPARE(profiles.size(), 1);
    const ChargingProfile &profile = profiles.first();
    QCOMPARE(profile.chargingProfileKind, ocpp::ChargingProfileKindType::Recurring);
    QCOMPARE(profile.recurrencyKind, ocpp::RecurrencyKindType::Daily);
    QCOMPARE(profile.chargingSchedule.duration, 8 * 3600);
    // Counted from a week in which clocks are not changed: 16 March, 22:00 in winter time.
    QCOMPARE(ocpp::formatTimestamp(*profile.chargingSchedule.startSchedule), u"2026-03-16T21:00:00Z"_s);
    QCOMPARE(profile.chargingSchedule.chargingSchedulePeriod.size(), 1);
    QCOMPARE(charging::planOf(profile, week).value(), night());
}

void TestWeekPlan::weekBecomesAWeeklyProfile()
{
    const WeekFrame week(QDate(2026, 11, 23), QTimeZone("Europe/Berlin"));
    WeekPlan plan(Repeats::Weekly, ChargingRateUnitType::W);
    plan.draw({0, charging::minutesPerWeek}, {11'000, {}});
    plan.draw({5 * 1440, 6 * 1440}, {22'000, 3});
    plan.split(30);
    const auto profiles = charging::profilesOf(plan, {}, week);
    QCOMPARE(profiles.size(), 1);
    const ocpp::ChargingSchedule &schedule = profiles.first().chargingSchedule;
    QCOMPARE(profiles.first().recurrencyKind, ocpp::RecurrencyKindType::Weekly);
    QVERIFY(!schedule.duration);
    QCOMPARE(schedule.chargingSchedulePeriod.size(), 3); // a split that changes nothing is not sent
    QCOMPARE(ocpp::formatTimestamp(*schedule.startSchedule), u"2026-11-15T23:00:00Z"_s);
    QCOMPARE(minutesOf(charging::planOf(profiles.first(), week).value()), minutesOf(plan));
    const auto daily = charging::profilesOf(night().repeating(Repeats::Weekly), {}, week);
    QCOMPARE(daily.size(), 1); // all days are equal
    QCOMPARE(daily.first().recurrencyKind, ocpp::RecurrencyKindType::Daily);
}

void TestWeekPlan::unitIsConverted()
{
    const WeekPlan watts = night().in(ChargingRateUnitType::W, 690);
    QCOMPARE(watts.unit(), ChargingRateUnitType::W);
    QCOMPARE(watts.highest(), 22'080.0);
    QCOMPARE(watts.in(ChargingRateUnitType::A, 1 / 690.0), night());
}

void TestWeekPlan::whatCannotBeDrawnIsSaid()
{
    const WeekFrame week(QDate(2026, 11, 23), QTimeZone("Europe/Berlin"));
    ChargingProfile profile = charging::profilesOf(night(), {}, week).first();
    const auto why = [&](const ChargingProfile &one) {
        const auto plan = charging::planOf(one, week);
        return plan ? std::nullopt : std::optional(plan.error());
    };
    QCOMPARE(why(profile), std::nullopt);
    ChargingProfile other = profile;
    other.chargingProfileKind = ocpp::ChargingProfileKindType::Relative;
    QCOMPARE(why(other), Undrawable::Relative);
    other = profile;
    other.chargingSchedule.startSchedule.reset();
    QCOMPARE(why(other), Undrawable::NoStart);
    other = profile;
    other.chargingSchedule.chargingSchedulePeriod.append({90, 10, {}});
    QCOMPARE(why(other), Undrawable::Seconds);
    other = profile;
    other.chargingProfileKind = ocpp::ChargingProfileKindType::Absolute;
    other.chargingSchedule.duration = 8 * 86'400;
    QCOMPARE(why(other), Undrawable::Long);
    other.chargingSchedule.chargingSchedulePeriod.clear();
    QCOMPARE(why(other), Undrawable::Empty);
}

void TestWeekPlan::endlessOneIsDrawnAsItsLastLimit()
{
    const WeekFrame week(QDate(2026, 11, 23), QTimeZone("Europe/Berlin"));
    ChargingProfile profile;
    profile.chargingProfileKind = ocpp::ChargingProfileKindType::Absolute;
    profile.chargingSchedule.startSchedule = week.begin() - 100h;
    profile.chargingSchedule.chargingSchedulePeriod = {{0, 10, {}}, {3600, 16, {}}};
    const auto plan = charging::planOf(profile, week);
    QVERIFY(plan);
    QCOMPARE(plan->repeats(), Repeats::Daily);
    QCOMPARE(plan->steps(), (QList<Step>{{{0, 1440}, {16, {}}}}));
    profile.chargingSchedule.startSchedule = week.begin();
    QCOMPARE(charging::planOf(profile, week).error(), Undrawable::Long);
}

void TestWeekPlan::templatesAreWithoutProblems()
{
    using enum charging::PlanTemplate;
    const WeekFrame week(QDate(2026, 11, 23), QTimeZone("Europe/Berlin"));
    for (const auto which : {NightTariff, OfficeHours, SolarNoon, SiteCap}) {
        for (const auto &[unit, full] :
             {std::pair{ChargingRateUnitType::A, 32.0}, {ChargingRateUnitType::W, 22'000.0}}) {
            const WeekPlan plan = charging::templatePlan(which, unit, full);
            QCOMPARE(plan.highest(), full);
            const auto profiles = charging::profilesOf(plan, {}, week);
            QCOMPARE(profiles.size(), 1);
            QCOMPARE(charging::problemsOf(profiles.first(), {}).size(), 0);
            QCOMPARE(minutesOf(charging::planOf(profiles.first(), week).value()),
                     minutesOf(plan.areDaysEqual() ? plan.repeating(Repeats::Daily) : plan));
        }
    }
}

/// Both ways: what is drawn is what a station does, minute by minute, and what is read from the wire is what was drawn.
void TestWeekPlan::planIsWhatTheStationDoes()
{
    constexpr int cases = 1500;
    const quint32 first = 20'261'123;
    for (int i = 0; i < cases; ++i) {
        Dice dice(first + quint32(i));
        const auto &[monday, zone] = weeks().at(dice.number(0, int(weeks().size()) - 1));
        const WeekFrame week(monday, QTimeZone(zone));
        const WeekPlan plan = dice.plan(monday);
        const QList<ChargingProfile> profiles = charging::profilesOf(plan, {}, week);
        const QString where = u"seed %1, %2, week of %3"_s.arg(first + quint32(i))
                                  .arg(QString::fromLatin1(zone), monday.toString(Qt::ISODate));
        QVERIFY2(profiles.size() <= plan.pieces(), qPrintable(where));
        const int wrong = difference(plan, issued(profiles, week, plan.unit()), week);
        QVERIFY2(wrong < 0, qPrintable(u"%1: minute %2"_s.arg(where).arg(wrong)));
        if (profiles.size() != 1)
            continue;
        auto back = charging::planOf(profiles.first(), week);
        QVERIFY2(back, qPrintable(where));
        const WeekPlan read = back->repeats() == plan.repeats() ? *back : back->repeating(plan.repeats());
        // In the hour that clocks leave out nothing can be said once.
        if (plan.repeats() != Repeats::Once || week.stretches().size() == 1)
            QVERIFY2(minutesOf(read) == minutesOf(plan), qPrintable(where));
    }
    qInfo("%d plans, seeds %u to %u: composite and way back agree", cases, first, first + cases - 1);
}

void TestWeekPlan::operationsKeepOrder()
{
    const quint32 seed = 4711;
    Dice dice(seed);
    WeekPlan plan = dice.plan(QDate(2026, 11, 23));
    for (int i = 0; i < 5000; ++i) {
        if (i % 50 == 0)
            plan = dice.plan(QDate(2026, 11, 23));
        const Span span = dice.span(plan);
        switch (dice.number(0, 6)) {
        case 0:
            plan.draw(span, dice.stroke());
            break;
        case 1:
            plan.setLimit(span, dice.stroke().limit);
            break;
        case 2:
            plan.setPhases(span, dice.number(1, 3));
            break;
        case 3:
            plan.split(span.from);
            break;
        case 4:
            plan.merge(span.from);
            break;
        case 5:
            plan.moveEdge(plan.stepAt(span.from).span.from, span.to, 5);
            break;
        default:
            plan.copyDay(dice.number(0, 6), {dice.number(0, 6)});
            break;
        }
        int at = 0;
        for (const Step &step : plan.steps()) {
            QVERIFY2(step.span.from == at && step.span.length() > 0, qPrintable(u"seed %1, %2"_s.arg(seed).arg(i)));
            QVERIFY(step.stroke.limit || !step.stroke.phases);
            at = step.span.to;
        }
        QCOMPARE(at, plan.cycle());
    }
}

QTEST_APPLESS_MAIN(TestWeekPlan)
#include "tst_weekplan.moc"
