// SPDX-License-Identifier: GPL-3.0-or-later
#include "charging/loadworld.h"

#include <QElapsedTimer>
#include <QTest>

using namespace std::chrono_literals;
using namespace loadtest;

namespace {

constexpr double silent = -1;

/// Stations of 32 A beneath one fuse, with their fallback.
World worldOf(double fuse, int stations)
{
    World world;
    world.addFuse(-1, fuse);
    for (int i = 0; i < stations; ++i)
        world.addStation(0);
    world.chooseFallbacks();
    world.settle();
    return world;
}

QList<double> allowed(const World &world)
{
    QList<double> amps;
    for (const Outlet &outlet : world.outlets)
        amps.append(outlet.allows(world.now));
    return amps;
}

} // namespace

class TestLoadPlan : public QObject {
    Q_OBJECT

private slots:
    void withoutCarsAllKeepTheirFallback()
    {
        World world = worldOf(32, 2);
        QCOMPARE(allowed(world), (QList<double>{6, 6}));
        const qint64 sent = world.sent;
        world.now += 1h;
        world.settle();
        QCOMPARE(world.sent, sent); // nobody lacks anything: nothing is said
    }
    void twoCarsShareAndOneGetsAllWhenTheOtherStops()
    {
        World world = worldOf(32, 2);
        world.setDemand(0, 0, CarDemand::Charging);
        world.setDemand(1, 0, CarDemand::Charging);
        world.settle();
        QCOMPARE(allowed(world), (QList<double>{16, 16}));
        world.setDemand(1, 0, CarDemand::None);
        const Timestamp left = world.now;
        while (world.outlets[0].allows(world.now) < 32 && world.now - left < 1min) {
            world.plan();
            world.answerAll();
            QVERIFY(world.excess() <= 0.01);
            world.now += 1s;
        }
        QVERIFY(world.now - left < 10s);
        QCOMPARE(world.outlets[1].allows(world.now), 0.0);
    }
    void nobodyGetsMoreBeforeTheOtherTookLess()
    {
        World world = worldOf(32, 2);
        world.setDemand(0, 0, CarDemand::Charging);
        world.settle();
        QVERIFY(world.outlets[0].allows(world.now) >= 26);
        world.setDemand(1, 0, CarDemand::Charging);
        world.site.stations[1].priority = 3;
        const auto plan = world.plan();
        QCOMPARE(plan.orders.size(), 1); // the first is lowered
        QCOMPARE(plan.orders[0].station, 0);
        world.now += 1s;
        QVERIFY(world.plan().orders.isEmpty()); // unanswered
        world.answerAll();
        QVERIFY(!world.plan().orders.isEmpty());
    }
    void aSilentStationIsFreeWhenItsShareIsOver()
    {
        World world = worldOf(32, 2);
        world.setDemand(0, 0, CarDemand::Charging);
        world.setDemand(1, 0, CarDemand::Charging);
        world.settle();
        world.loseConnection(0);
        world.setDemand(0, 0, CarDemand::None);
        for (int i = 0; i < 15 * 60; ++i, world.now += 1s) {
            world.plan();
            world.answer(1, true, true);
            QVERIFY(world.excess() <= 0.01);
        }
        QCOMPARE(world.outlets[0].allows(world.now), 6.0); // its fallback
        QCOMPARE(world.outlets[1].allows(world.now), 26.0);
    }
    void aRefusalChangesNothing()
    {
        World world = worldOf(32, 2);
        world.setDemand(0, 0, CarDemand::Charging);
        world.settle();
        const double before = world.outlets[0].allows(world.now);
        world.setDemand(1, 0, CarDemand::Charging);
        for (int i = 0; i < 60; ++i, world.now += 1s) {
            world.plan();
            world.answer(0, false, true);
            world.answer(1, true, true);
            QVERIFY(world.excess() <= 0.01);
        }
        QCOMPARE(world.outlets[0].allows(world.now), before);
    }
    void withoutItsFallbackAStationCountsInFull()
    {
        World world;
        world.addFuse(-1, 40);
        world.addStation(0);
        world.addStation(0);
        world.chooseFallbacks();
        world.site.stations[1].isReachable = false; // never seen
        world.setDemand(0, 0, CarDemand::Charging);
        world.settle();
        QCOMPARE(world.outlets[0].allows(world.now), 8.0);
    }
    void anIdleSiteIsSilentWhenTheComputerIsOff()
    {
        World world = worldOf(20, 3);
        for (int i = 0; i < 3; ++i)
            world.setDemand(i, 0, CarDemand::Charging);
        world.settle();
        world.now += 1h; // nobody renews anything
        QCOMPARE(allowed(world), (QList<double>{6, 6, 6}));
    }
    void sharesAreRenewedInTime()
    {
        World world = worldOf(20, 4); // one of them has no fallback
        for (int i = 0; i < 4; ++i)
            world.setDemand(i, 0, CarDemand::Charging);
        world.settle();
        const qint64 sent = world.sent;
        int idle = 0;
        for (int i = 0; i < 3600; ++i, world.now += 1s) {
            world.plan();
            world.answerAll();
            QVERIFY(world.excess() <= 0.01);
            double sum = 0;
            for (const double amps : allowed(world))
                sum += amps;
            idle += sum < 17.9 ? 1 : 0; // one gives way before the next one comes
        }
        QVERIFY2(idle < 20, qPrintable(QString::number(idle)));
        QVERIFY2(world.sent - sent < 4 * 30, qPrintable(QString::number(world.sent - sent)));
    }
    void aShorterPaceEndsSharesSooner()
    {
        World world = worldOf(32, 1);
        world.site.pacing.epoch = world.site.pacing.shortest = 5s;
        world.site.pacing.clockMargin = world.site.pacing.marginStep = 100ms;
        world.setDemand(0, 0, CarDemand::Charging);
        world.settle();
        QCOMPARE(allowed(world), (QList<double>{32}));
        world.now += 11s;
        QCOMPARE(allowed(world), (QList<double>{6}));
        QCOMPARE(charging::marginOf(250ms, world.site.pacing), milliseconds(400));
    }
    void carsThatDoNotFitTakeTurns()
    {
        World world = worldOf(13, 3);
        QList<double> hours{0, 0, 0};
        for (int i = 0; i < 3; ++i)
            world.setDemand(i, 0, CarDemand::Charging);
        for (int i = 0; i < 3 * 3600; ++i, world.now += 1s) {
            world.plan();
            world.answerAll();
            for (int s = 0; s < 3; ++s)
                hours[s] += world.outlets[s].allows(world.now) >= 6 ? 1 / 3600.0 : 0;
        }
        for (const double charged : hours)
            QVERIFY2(charged > 1.6 && charged < 2.4, qPrintable(QString::number(charged)));
    }
    void whatACarDoesNotUseAnotherGets()
    {
        World world = worldOf(32, 2);
        world.setDemand(0, 0, CarDemand::Charging);
        world.setDemand(1, 0, CarDemand::Charging);
        world.settle();
        world.site.stations[0].cars[0].measured = 7;
        world.settle();
        QCOMPARE(allowed(world), (QList<double>{10, 22}));
        for (int i = 0; i < 60; ++i, world.now += 1s) { // it wants more after all
            world.site.stations[0].cars[0].measured = world.outlets[0].allows(world.now) - 0.2;
            world.plan();
            world.answerAll();
        }
        QCOMPARE(allowed(world), (QList<double>{16, 16}));
    }
    /// Its meter values may be missing: what it draws is in the base load that a meter shows, and counts once more.
    void aCarNobodyMeasuresCountsWithItsWholeLimit()
    {
        World world;
        world.addFuse(-1, 42, 10);
        world.addStation(0);
        world.addStation(0);
        world.chooseFallbacks();
        world.setDemand(0, 0, CarDemand::Charging);
        world.setDemand(1, 0, CarDemand::Charging);
        world.settle();
        QCOMPARE(allowed(world), (QList<double>{16, 16}));
        world.site.stations[1].cars[0].measured = 7;
        world.settle();
        QCOMPARE(allowed(world), (QList<double>{22, 10}));
        world.site.stations[1].cars[0].measured.reset();
        world.settle();
        QCOMPARE(allowed(world), (QList<double>{16, 16}));
        QCOMPARE(world.plan().fuses[0].handedOut, (charging::PhaseAmps{32, 32, 32}));
    }
    void aPausedCarKeepsItsMinimum()
    {
        World world = worldOf(32, 2);
        world.setDemand(0, 0, CarDemand::Charging);
        world.setDemand(1, 0, CarDemand::Paused);
        world.settle();
        QCOMPARE(allowed(world), (QList<double>{26, 6}));
    }
    void aCarThatPausesForLongGivesWay()
    {
        World world = worldOf(13, 3);
        world.site.stations[0].priority = 3;
        world.setDemand(0, 0, CarDemand::Paused);
        world.setDemand(1, 0, CarDemand::Charging);
        world.setDemand(2, 0, CarDemand::Charging);
        world.site.stations[0].cars[0].demandSince = world.now;
        world.settle();
        QVERIFY(world.outlets[0].allows(world.now) >= 6);
        world.now += 11min;
        world.settle();
        world.settle();
        QCOMPARE(world.outlets[0].allows(world.now), 0.0);
        QVERIFY(world.outlets[1].allows(world.now) >= 6 && world.outlets[2].allows(world.now) >= 6);
        world.setDemand(0, 0, CarDemand::Charging);
        world.site.stations[0].cars[0].demandSince = world.now;
        world.settle();
        QVERIFY(world.outlets[0].allows(world.now) >= 6);
    }
    void aClockNobodyKnowsIsNotBelieved()
    {
        World world = worldOf(32, 1);
        world.site.stations[0].clockDrift = charging::loadpacing::unknownClock;
        world.setDemand(0, 0, CarDemand::Charging);
        world.settle();
        QCOMPARE(allowed(world), (QList<double>{6}));
        QCOMPARE(charging::marginOf(0ms), milliseconds(10s));
        QCOMPARE(charging::marginOf(-4321ms), milliseconds(20s));
    }
    void aStationWithAWrongClockKeepsItsFallback()
    {
        World world = worldOf(32, 1);
        world.site.stations[0].clockDrift = -10min;
        world.setDemand(0, 0, CarDemand::Charging);
        world.settle();
        QCOMPARE(allowed(world), (QList<double>{6}));
    }

    void aLargeSiteIsPlannedQuickly()
    {
        std::mt19937 random(7);
        World world;
        world.addFuse(-1, 2000);
        for (int feeder = 0; feeder < 10; ++feeder)
            world.addFuse(0, 250);
        for (int i = 0; i < 200; ++i) {
            world.addStation(1 + i % 10);
            world.site.stations[i].clockDrift = milliseconds(int(random() % 60'000));
            world.setDemand(i, 0, CarDemand::Charging);
        }
        world.chooseFallbacks();
        qint64 longest = 0;
        for (int i = 0; i < 20; ++i, world.now += 1s) {
            QElapsedTimer timer;
            timer.start();
            world.plan();
            longest = std::max(longest, timer.elapsed());
            world.answerAll();
        }
        qInfo("The longest of 20 looks at 200 stations took %lld ms.", longest);
        QVERIFY(longest < 1000);
        QVERIFY(world.excess() <= 0.01);
        QVERIFY(world.sent > 200);
    }

    void fallbacksFitByPriority()
    {
        charging::FallbackWish low;
        charging::FallbackWish high;
        high.priority = 2;
        charging::FallbackWish own;
        own.wanted = 4;
        const QList<charging::Fuse> fuses{{-1, {14, 14, 14}, {1, 1, 1}}};
        QCOMPARE(charging::chosenFallbacks(fuses, {low, high, own}), (QList<double>{0, 6, 4}));
        QCOMPARE(charging::excess(fuses, {low, high, own}, {6, 6, 10})[0][2], 9.0 - 0.001);
    }
    void whatMayBeHeldIsCounted_data()
    {
        QTest::addColumn<QList<double>>("limits"); // in the order of sending; those below 0 are answered
        QTest::addColumn<double>("most");
        QTest::newRow("nothing") << QList<double>{} << 32.0;
        QTest::newRow("unanswered") << QList<double>{6} << 32.0;
        QTest::newRow("answered") << QList<double>{6, silent} << 6.0;
        QTest::newRow("another unanswered") << QList<double>{6, silent, 16} << 16.0;
        QTest::newRow("less unanswered") << QList<double>{16, silent, 6} << 16.0;
        QTest::newRow("two unanswered, the last answered") << QList<double>{6, silent, 16, 10, silent} << 10.0;
    }
    void whatMayBeHeldIsCounted()
    {
        QFETCH(QList<double>, limits);
        charging::Holding holding(32, {});
        qint64 key = 0;
        for (const double amps : limits) {
            if (amps == silent)
                holding.acknowledged(key);
            else
                holding.sent({++key, LimitKind::Fallback, amps});
        }
        QTEST(holding.mayDraw(Timestamp()), "most");
    }
    void aShareEndsWithinTheMargin()
    {
        charging::Holding holding(32, {});
        holding.sent({1, LimitKind::Fallback, 6, {}, {}, true});
        const Timestamp end(1000s);
        holding.sent({2, LimitKind::Share, 16, end, 10s, true});
        QCOMPARE(holding.mayDraw(end + 9s), 16.0);
        QCOMPARE(holding.mayDraw(end + 10s), 6.0);
        holding.sent({3, LimitKind::Share, 0, end, 10s, true});
        holding.acknowledged(3);
        QCOMPARE(holding.mayDraw(end - 11s), 0.0);
        QCOMPARE(holding.mayDraw(end - 10s), 6.0);
    }
};

QTEST_APPLESS_MAIN(TestLoadPlan)
#include "tst_loadplan.moc"
