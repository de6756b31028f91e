// SPDX-License-Identifier: GPL-3.0-or-later
// What a station allows bounds the drawing; what it cannot take is said, with a way out.
#include "store/clock.h"
#include "ui/pages/schedules/drawnproblems.h"
#include "ui/pages/schedules/scheduledocument.h"
#include "ui/uifixture.h"

using namespace Qt::Literals::StringLiterals;
using charging::Span;
using charging::WeekPlan;
using ocpp::ChargingProfilePurposeType;
using ui::Layer;

namespace {

constexpr int hour = 60; // min

Layer layerOf(const WeekPlan &plan, ChargingProfilePurposeType purpose = ChargingProfilePurposeType::TxDefaultProfile)
{
    Layer layer;
    layer.name = u"Drawn"_s;
    layer.like.chargingProfilePurpose = purpose;
    layer.plan = plan;
    return layer;
}

Layer named(const QString &name, int level, const WeekPlan &plan)
{
    Layer layer = layerOf(plan);
    layer.name = name;
    layer.like.stackLevel = level;
    return layer;
}

WeekPlan flat(double limit)
{
    WeekPlan plan;
    plan.draw({0, plan.cycle()}, {limit, {}});
    return plan;
}

/// Each drawn one with its level, the highest first.
QString levelsOf(const ui::ScheduleDocument &document)
{
    QStringList texts;
    for (const Layer &layer : document.layers()) {
        if (layer.isDrawn)
            texts.append(u"%1 %2"_s.arg(layer.name).arg(layer.level()));
    }
    return texts.join(u", "_s);
}

/// Goes the way out that has this name; false: there is none.
bool mend(ui::ScheduleDocument &document, const QString &action)
{
    const QList<ui::DrawnProblem> problems = drawnProblems(document);
    const auto found = std::ranges::find(problems, action, &ui::DrawnProblem::action);
    if (found == problems.end())
        return false;
    found->mend(document);
    return true;
}

} // namespace

class TestDrawnProblems : public QObject {
    Q_OBJECT

private slots:
    void tooManyPeriodsAreMerged();
    void profileOfASessionNeedsOne();
    void newLayerIsInTheStationsUnit();
    void unitIsConvertedAsTheStationIsWired();
    void axisFollowsTheStationsLayer();
    void whatHidesIsPutBelow();
    void whatNeverCountsIsDeleted();
    void stationsLayerStaysWhereItIs();
    void validityInThePastIsTold();
    void whatCannotBeDrawnIsCheckedToo();
    void longerThanItsRecurrence();
};

/// The shorter of two neighbours gives way, and what is left open stays so.
void TestDrawnProblems::tooManyPeriodsAreMerged()
{
    ui::ScheduleDocument document(QTimeZone("Europe/Berlin"));
    document.setPlace({.station = u"CP1"_s, .limits = {.maxPeriods = 3}});
    WeekPlan plan;
    plan.draw({6 * hour, 8 * hour}, {16, {}});
    plan.draw({8 * hour, 9 * hour}, {6, {}});
    plan.draw({9 * hour, 14 * hour}, {32, {}});
    plan.draw({14 * hour, 17 * hour}, {20, {}});
    plan.draw({17 * hour, 21 * hour}, {10, {}});
    document.add(layerOf(plan), {});
    QVERIFY(mend(document, u"Merge the shortest steps"_s));
    const WeekPlan &merged = *document.selected()->plan;
    QCOMPARE(merged.stepAt(7 * hour), (charging::Step{{6 * hour, 14 * hour}, {32, {}}}));
    QCOMPARE(merged.stepAt(15 * hour), (charging::Step{{14 * hour, 17 * hour}, {20, {}}}));
    QCOMPARE(merged.stepAt(18 * hour), (charging::Step{{17 * hour, 21 * hour}, {10, {}}}));
    QVERIFY(!merged.strokeAt(3 * hour).limit);
    QVERIFY(!mend(document, u"Merge the shortest steps"_s));
    document.history().undo();
    QVERIFY(*document.selected()->plan == plan);
}

void TestDrawnProblems::profileOfASessionNeedsOne()
{
    ui::ScheduleDocument document(QTimeZone("Europe/Berlin"));
    WeekPlan plan;
    plan.draw({0, plan.cycle()}, {16, {}});
    document.setPlace({.station = u"CP1"_s, .transaction = 17});
    document.add(layerOf(plan, ChargingProfilePurposeType::TxProfile), {});
    QVERIFY(!mend(document, u"For every session"_s)); // it is for the one that runs
    document.setPlace({.station = u"CP1"_s});
    QVERIFY(mend(document, u"For every session"_s));
    QCOMPARE(document.selected()->purpose(), ChargingProfilePurposeType::TxDefaultProfile);
    QVERIFY(!mend(document, u"For every session"_s));
}

void TestDrawnProblems::newLayerIsInTheStationsUnit()
{
    ui::ScheduleDocument document(QTimeZone("Europe/Berlin"));
    document.setPlace({.station = u"CP1"_s, .limits = {.rateUnits = QStringList{u"W"_s}}});
    QCOMPARE(document.unit(), WeekPlan::Unit::W);
    QCOMPARE(document.composite().unit, WeekPlan::Unit::W);
    document.edit(u"Draw"_s, [](WeekPlan &plan) { plan.draw({0, plan.cycle()}, {11'000, {}}); });
    QCOMPARE(document.selected()->unit(), WeekPlan::Unit::W);
    QVERIFY(!mend(document, u"Convert to watt"_s));
    document.setPlace({.station = u"CP2"_s, .limits = {.rateUnits = QStringList{u"A"_s, u"W"_s}}});
    document.remove(document.selectedId(), {});
    QCOMPARE(document.unit(), WeekPlan::Unit::A);
}

void TestDrawnProblems::unitIsConvertedAsTheStationIsWired()
{
    ui::ScheduleDocument document(QTimeZone("Europe/Berlin"));
    const ui::SchedulePlace place{
        .station = u"CP1"_s, .limits = {.rateUnits = QStringList{u"W"_s}}, .wiring = charging::Wiring{120, 1}};
    document.setPlace(place);
    WeekPlan plan;
    plan.draw({0, plan.cycle()}, {16, {}});
    document.add(layerOf(plan), {});
    WeekPlan cap(charging::Repeats::Daily, WeekPlan::Unit::W);
    cap.draw({0, cap.cycle()}, {1200, {}});
    document.add(layerOf(cap, ChargingProfilePurposeType::ChargePointMaxProfile), {});
    QCOMPARE(document.composite().periods.first().limit, std::optional(1200.0)); // W
    QCOMPARE(document.fullLimit(WeekPlan::Unit::A), 10.0);
    document.remove(document.selectedId(), {});
    QCOMPARE(document.composite().periods.first().limit, std::optional(16.0)); // A
    QVERIFY(mend(document, u"Convert to watt"_s));
    QCOMPARE(document.selected()->plan->highest(), 1920.0);
}

/// The first layer of a place is selected: what comes of all is at once in its unit.
void TestDrawnProblems::axisFollowsTheStationsLayer()
{
    ui::ScheduleDocument document(QTimeZone("Europe/Berlin"));
    WeekPlan plan(charging::Repeats::Daily, WeekPlan::Unit::W);
    plan.draw({0, plan.cycle()}, {11'040, {}});
    Layer installed = layerOf(plan);
    installed.isDrawn = false;
    installed.like = charging::profilesOf(plan, installed.like, document.week()).first();
    document.setPlace({.station = u"CP1"_s, .layers = {installed}});
    QCOMPARE(document.unit(), WeekPlan::Unit::W);
    QCOMPARE(document.composite().unit, WeekPlan::Unit::W);
    QCOMPARE(document.highest(), 11'040.0);
}

/// E 3.7: what does not end belongs below what does.
void TestDrawnProblems::whatHidesIsPutBelow()
{
    ui::ScheduleDocument document(QTimeZone("Europe/Berlin"));
    document.setWeek(QDate(2026, 11, 23)); // without a change of the clocks
    WeekPlan office;
    office.draw({8 * hour, 12 * hour}, {16, {}});
    document.add(named(u"Office"_s, 0, office), {});
    document.add(named(u"Base"_s, 1, flat(32)), {});
    const auto atNine = [&] { return document.composite().periods.at(document.periodAt(9 * 3600)).limit; };
    QCOMPARE(atNine(), std::optional(32.0));
    QVERIFY(mend(document, u"Put it below “Office”"_s));
    QCOMPARE(levelsOf(document), u"Office 1, Base 0"_s);
    QCOMPARE(atNine(), std::optional(16.0));
    QVERIFY(drawnProblems(document).isEmpty());
    document.history().undo();
    QCOMPARE(levelsOf(document), u"Base 1, Office 0"_s);
}

/// Of two that do not end the order is no way out.
void TestDrawnProblems::whatNeverCountsIsDeleted()
{
    ui::ScheduleDocument document(QTimeZone("Europe/Berlin"));
    document.add(named(u"Old"_s, 0, flat(10)), {});
    document.add(named(u"Base"_s, 1, flat(32)), {});
    QVERIFY(mend(document, u"Delete “Old”"_s));
    QCOMPARE(levelsOf(document), u"Base 1"_s);
    QVERIFY(drawnProblems(document).isEmpty());
    document.history().undo();
    QCOMPARE(levelsOf(document), u"Base 1, Old 0"_s);
}

void TestDrawnProblems::stationsLayerStaysWhereItIs()
{
    ui::ScheduleDocument document(QTimeZone("Europe/Berlin"));
    Layer installed = named(u"Installed"_s, 0, flat(10));
    installed.isDrawn = false;
    installed.like = charging::profilesOf(*installed.plan, installed.like, document.week()).first();
    document.setPlace({.station = u"CP1"_s, .layers = {installed}});
    document.add(named(u"Base"_s, 1, flat(32)), {});
    const QList<ui::DrawnProblem> problems = drawnProblems(document);
    QCOMPARE(problems.size(), 1);
    QVERIFY2(problems.first().text.contains(u"below it “Installed” never counts"_s), qPrintable(problems.first().text));
    QVERIFY(problems.first().action.isEmpty());
}

void TestDrawnProblems::validityInThePastIsTold()
{
    ui::ScheduleDocument document(QTimeZone("Europe/Berlin"));
    Layer layer = layerOf(flat(16));
    layer.like.validTo = store::now() - std::chrono::hours(1);
    document.add(layer, {});
    QVERIFY(mend(document, u"Remove the end"_s));
    QVERIFY(!document.selected()->like.validTo);
    layer.like.validFrom = store::now() + std::chrono::hours(2);
    layer.like.validTo = store::now() + std::chrono::hours(1);
    document.add(layer, {});
    QVERIFY(mend(document, u"Remove the end"_s)); // before it begins
    QVERIFY(!document.selected()->like.validTo && document.selected()->like.validFrom);
}

/// It is sent as it is, so that it matters what speaks against it.
void TestDrawnProblems::whatCannotBeDrawnIsCheckedToo()
{
    ui::ScheduleDocument document(QTimeZone("Europe/Berlin"));
    ocpp::ChargingProfile relative;
    relative.chargingProfilePurpose = ChargingProfilePurposeType::TxDefaultProfile;
    relative.chargingProfileKind = ocpp::ChargingProfileKindType::Relative;
    relative.chargingSchedule.chargingRateUnit = WeekPlan::Unit::A;
    relative.chargingSchedule.chargingSchedulePeriod = {{0, 4, {}}, {3600, 16, 1}, {7200, 16, 3}};
    document.add(ui::layerOf(relative, u"From the plug on"_s, document.week()), {});
    QVERIFY(!document.selected()->plan);
    const auto schedule = [&] { return document.selected()->like.chargingSchedule; };
    const auto drawn = [&] { return document.shapeOf(document.selectedId()).periods.first().limit; };
    QCOMPARE(drawn(), std::optional(4.0));
    QVERIFY(mend(document, u"Round to 0 or 6 A"_s));
    QCOMPARE(schedule().chargingSchedulePeriod.first().limit, 6.0);
    QCOMPARE(drawn(), std::optional(6.0));
    QVERIFY(mend(document, u"Same phases everywhere"_s));
    for (const ocpp::ChargingSchedulePeriod &period : schedule().chargingSchedulePeriod)
        QVERIFY(!period.numberPhases);
    QVERIFY(drawnProblems(document).isEmpty());
}

/// E 3.43. What is drawn is never longer; what does not begin on a minute is not drawn.
void TestDrawnProblems::longerThanItsRecurrence()
{
    ui::ScheduleDocument document(QTimeZone("Europe/Berlin"));
    ocpp::ChargingProfile daily;
    daily.chargingProfilePurpose = ChargingProfilePurposeType::TxDefaultProfile;
    daily.chargingProfileKind = ocpp::ChargingProfileKindType::Recurring;
    daily.recurrencyKind = ocpp::RecurrencyKindType::Daily;
    daily.chargingSchedule.startSchedule = document.week().begin() + std::chrono::seconds(30);
    daily.chargingSchedule.chargingRateUnit = WeekPlan::Unit::A;
    daily.chargingSchedule.duration = 90'000;
    daily.chargingSchedule.chargingSchedulePeriod = {{0, 16, {}}};
    document.add(ui::layerOf(daily, u"Long day"_s, document.week()), {});
    QVERIFY(!document.selected()->plan);
    QVERIFY(mend(document, u"Shorten to the recurrence"_s));
    QCOMPARE(document.selected()->like.chargingSchedule.duration, std::optional(86'400));
    QVERIFY(!mend(document, u"Shorten to the recurrence"_s));
}

UI_TEST_MAIN(TestDrawnProblems)
#include "tst_drawnproblems.moc"
