// SPDX-License-Identifier: GPL-3.0-or-later
// What the meter chart is drawn from: curve, time axis, periods.
#include "ui/pages/transactions/metercurve.h"
#include "ui/pages/transactions/period.h"
#include "ui/pages/transactions/timeticks.h"
#include "ui/uifixture.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const ocpp::Timestamp begin = ocpp::parseTimestamp(u"2026-11-22T10:00:00Z", ocpp::Zone::Utc)->value;

store::Transaction session()
{
    store::Transaction transaction;
    transaction.id = 1;
    transaction.startedAt = begin;
    transaction.meterStartWh = 1'000'000;
    return transaction;
}

store::MeterValue value(std::chrono::minutes after, std::optional<double> wh, std::optional<double> powerW = {})
{
    store::MeterValue result;
    result.time = begin + after;
    result.energyWh = wh;
    result.powerW = powerW;
    return result;
}

QDate day(const std::optional<ocpp::Timestamp> &time)
{
    return QDateTime::fromMSecsSinceEpoch(time->time_since_epoch().count()).date();
}

} // namespace

class TestSessionCurve : public QObject {
    Q_OBJECT

private slots:
    void energyCountsFromTheStart();
    void resetsAndFalseZerosAreNotDrawn();
    void endedSessionEndsWithItsEnd();
    void gapsAreGaps();
    void powerIsDerivedWhereNoneCame();
    void summaryTellsWhatIsSeen();
    void ticksAreRound();
    void midnightsAreMarked();
    void periods();
};

void TestSessionCurve::energyCountsFromTheStart()
{
    const ui::MeterCurve curve =
        ui::curveOf(session(), {value(10min, 1'001'000, 6000), value(20min, 1'002'000, 6000)}, begin + 25min);
    QCOMPARE(curve.points.size(), 3);
    QCOMPARE(*curve.points.at(0).energyWh, 0.0);
    QCOMPARE(*curve.points.at(2).energyWh, 2000.0);
    QVERIFY(curve.isRunning && curve.to == begin + 25min);
    QVERIFY(!curve.powerIsDerived);
}

void TestSessionCurve::resetsAndFalseZerosAreNotDrawn()
{
    const ui::MeterCurve curve = ui::curveOf(
        session(),
        {value(10min, 0), value(20min, 1'002'000), value(30min, 1'003'000), value(40min, 500), value(50min, 1'500)},
        begin + 1h);
    QCOMPARE(*curve.points.at(1).energyWh, 0.0);
    for (const ui::MeterPoint &point : curve.points)
        QVERIFY(point.energyWh.value_or(0) < 10'000);
    QCOMPARE(*curve.points.at(3).energyWh, 3'000.0); // the zero was none
    QCOMPARE(*curve.points.last().energyWh, 4'000.0); // the reset was one
}

void TestSessionCurve::endedSessionEndsWithItsEnd()
{
    store::Transaction ended = session();
    ended.stoppedAt = begin + 30min;
    ended.energyWh = 3000;
    const ui::MeterCurve curve = ui::curveOf(ended, {value(10min, 1'001'000, 6000)}, begin + 5h);
    QVERIFY(!curve.isRunning);
    QVERIFY(curve.to == begin + 30min);
}

void TestSessionCurve::gapsAreGaps()
{
    QList<store::MeterValue> values;
    for (const auto minute : {1min, 2min, 3min, 4min, 34min, 35min})
        values.append(value(minute, 1'000'000 + 100.0 * double(minute.count()), 6000));
    const ui::MeterCurve curve = ui::curveOf(session(), values, begin + 36min);
    QList<qsizetype> gaps;
    for (qsizetype i = 0; i < curve.points.size(); ++i) {
        if (curve.points.at(i).afterGap)
            gaps.append(i);
    }
    QCOMPARE(gaps, QList<qsizetype>{5});
}

void TestSessionCurve::powerIsDerivedWhereNoneCame()
{
    const ui::MeterCurve curve = ui::curveOf(session(), {value(30min, 1'003'000), value(60min, 1'003'000)}, begin + 1h);
    QVERIFY(curve.powerIsDerived);
    QCOMPARE(*curve.points.at(1).powerW, 6000.0);
    QCOMPARE(*curve.points.at(2).powerW, 0.0);
}

void TestSessionCurve::summaryTellsWhatIsSeen()
{
    const ui::MeterCurve curve =
        ui::curveOf(session(), {value(30min, 1'003'000, 7400), value(60min, 1'006'000, 5000)}, begin + 1h);
    QVERIFY2(curve.summary().contains(u"6.00\u00a0kWh"_s), qPrintable(curve.summary()));
    QVERIFY2(curve.summary().contains(u"up to 7.4\u00a0kW, 6.0\u00a0kW on average"_s), qPrintable(curve.summary()));
    QCOMPARE(ui::curveOf(session(), {}, begin + 1h).summary(), u"No meter values yet."_s);
}

void TestSessionCurve::ticksAreRound()
{
    const QList<ui::TimeTick> ticks = ui::timeTicks(begin + 7min, begin + 2h, 5);
    QVERIFY(ticks.size() >= 2 && ticks.size() <= 5);
    for (const ui::TimeTick &tick : ticks)
        QCOMPARE((tick.time - begin) % 30min, 0ms);
    QVERIFY(ui::timeTicks(begin, begin + 90 * 24h, 5).size() <= 5);
    QVERIFY(!ui::timeTicks(begin, begin, 5).isEmpty());
}

void TestSessionCurve::midnightsAreMarked()
{
    QCOMPARE(ui::dayBoundaries(begin, begin + 60h).size(),
             2 + int(day(begin + 60h).dayOfYear() - day(begin).dayOfYear() > 2));
    QVERIFY(ui::dayBoundaries(begin, begin + 1min).isEmpty());
}

void TestSessionCurve::periods()
{
    // 22 November 2026 is a Sunday: where weeks begin on Monday it ends one.
    const QDate sunday(2026, 11, 22);
    QCOMPARE(day(ui::spanOf(ui::Period::ThisWeek, sunday, Qt::Monday).from), QDate(2026, 11, 16));
    QCOMPARE(day(ui::spanOf(ui::Period::ThisWeek, sunday, Qt::Sunday).from), sunday);
    QCOMPARE(day(ui::spanOf(ui::Period::LastWeek, sunday, Qt::Monday).to), QDate(2026, 11, 16));
    const ui::DaySpan month = ui::spanOf(ui::Period::LastMonth, QDate(2026, 3, 31));
    QCOMPARE(day(month.from), QDate(2026, 2, 1));
    QCOMPARE(day(month.to), QDate(2026, 3, 1));
    QVERIFY(!ui::spanOf(ui::Period::All, sunday).from);
    const ui::DaySpan swapped = ui::daysBetween(QDate(2026, 5, 9), QDate(2026, 5, 7));
    QCOMPARE(day(swapped.from), QDate(2026, 5, 7));
    QCOMPARE(day(swapped.to), QDate(2026, 5, 10));
}

UI_TEST_MAIN(TestSessionCurve)
#include "tst_sessioncurve.moc"
