// SPDX-License-Identifier: GPL-3.0-or-later
// What a station allows bounds the drawing; what it cannot take is said, with a way out.
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

UI_TEST_MAIN(TestDrawnProblems)
#include "tst_drawnproblems.moc"
