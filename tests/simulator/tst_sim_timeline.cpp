// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/random.h"
#include "simulator/stationclock.h"
#include "simulator/timeline.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace simulator;

class TestTimeline : public QObject {
    Q_OBJECT

private slots:
    void runsTasksInOrderOfTime();
    void runsEachTaskAtItsOwnMoment();
    void forgetsWhatIsCancelled();
    void alarmIsReplacedAndStopped();
    void alarmMayBeStartedFromItsOwnTask();
    void wallTimeRunsTasks();
    void wallTimeRunsAnEarlierTaskFirst();
    void clockIsSetOnlyWhenItIsWrong();
    void randomnessIsRepeatable();

private:
    ManualTimeline timeline_{ocpp::Timestamp(1000s)};
};

void TestTimeline::runsTasksInOrderOfTime()
{
    QList<int> order;
    timeline_.after(3s, [&] { order += 3; });
    timeline_.after(1s, [&] { order += 1; });
    timeline_.after(1s, [&] { order += 2; });
    timeline_.advance(2s);
    QCOMPARE(order, (QList<int>{1, 2}));
    timeline_.advance(1s);
    QCOMPARE(order, (QList<int>{1, 2, 3}));
    QCOMPARE(timeline_.planned(), 0U);
}

void TestTimeline::runsEachTaskAtItsOwnMoment()
{
    const ocpp::Timestamp start = timeline_.now();
    QList<qint64> moments;
    timeline_.after(10s, [&] {
        moments += (timeline_.now() - start).count();
        timeline_.after(5s, [&] { moments += (timeline_.now() - start).count(); });
    });
    timeline_.advance(60s);
    QCOMPARE(moments, (QList<qint64>{10000, 15000}));
    QCOMPARE(timeline_.now() - start, 60s);
}

void TestTimeline::forgetsWhatIsCancelled()
{
    bool ran = false;
    const auto ticket = timeline_.after(1s, [&] { ran = true; });
    timeline_.cancel(ticket);
    timeline_.advance(2s);
    QVERIFY(!ran);
}

void TestTimeline::alarmIsReplacedAndStopped()
{
    int first = 0;
    int second = 0;
    {
        Alarm alarm(timeline_);
        alarm.start(1s, [&] { ++first; });
        alarm.start(2s, [&] { ++second; });
        timeline_.advance(3s);
        QCOMPARE(first, 0);
        QCOMPARE(second, 1);
        QVERIFY(!alarm.isSet());
        alarm.start(1s, [&] { ++second; });
    }
    timeline_.advance(3s);
    QCOMPARE(second, 1);
}

void TestTimeline::alarmMayBeStartedFromItsOwnTask()
{
    Alarm alarm(timeline_);
    int count = 0;
    std::function<void()> again = [&] {
        if (++count < 5)
            alarm.start(1s, again);
    };
    alarm.start(1s, again);
    timeline_.advance(10s);
    QCOMPARE(count, 5);
}

void TestTimeline::wallTimeRunsTasks()
{
    WallTimeline wall;
    const ocpp::Timestamp start = wall.now();
    std::optional<ocpp::Timestamp> ran;
    wall.after(30ms, [&] { ran = wall.now(); });
    QTRY_VERIFY(ran.has_value());
    QVERIFY(*ran - start >= 30ms);
}

void TestTimeline::wallTimeRunsAnEarlierTaskFirst()
{
    WallTimeline wall;
    QList<int> order;
    wall.after(60ms, [&] { order += 2; });
    wall.after(20ms, [&] { order += 1; });
    QTRY_COMPARE(order, (QList<int>{1, 2}));
}

void TestTimeline::clockIsSetOnlyWhenItIsWrong()
{
    StationClock clock(timeline_, -90min);
    QCOMPARE(clock.now(), timeline_.now() - 90min);
    clock.synchronise(timeline_.now());
    QCOMPARE(clock.now(), timeline_.now());
    clock.synchronise(timeline_.now() + 300ms); // what a slow network makes of it
    QCOMPARE(clock.now(), timeline_.now());
}

void TestTimeline::randomnessIsRepeatable()
{
    Random one(7);
    Random other(7);
    Random different(8);
    bool differs = false;
    for (int i = 0; i < 1000; ++i) {
        const double fraction = one.fraction();
        QVERIFY(fraction >= 0 && fraction < 1);
        QCOMPARE(fraction, other.fraction());
        differs = differs || fraction != different.fraction();
        const int whole = one.whole(3, 5);
        QVERIFY(whole >= 3 && whole <= 5);
        QCOMPARE(other.whole(3, 5), whole);
        QVERIFY(one.waiting(10) >= 0);
        other.waiting(10);
    }
    QVERIFY(differs);
}

QTEST_GUILESS_MAIN(TestTimeline)
#include "tst_sim_timeline.moc"
