// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/demosite.h"
#include "simulator/fleet.h"
#include "simulator/place.h"

using namespace simtest;

class TestFleet : public QObject {
    Q_OBJECT

private slots:
    void manyStationsPlayOneScenario();
    void reportsWhoFailed();
    void firstConnectionsAreSpread();
    void stationsTakeLeave();
    void idleStationsPlanLittle();
    void theDemoSiteIsLively();
    void theDemoSiteStopsAndStartsAgain();

private:
    static ocpp::Timestamp systemTime()
    {
        return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
    }
    static simulator::FleetOptions optionsFor(const CentralSystem &central, int count, const QString &scenario)
    {
        simulator::StationOptions model = defaultOptions();
        model.endpoint = central.endpoint();
        simulator::FleetOptions options;
        options.stations = simulator::numbered(model, u"F"_s, count);
        options.scenario = simulator::loadScenario(scenario).value();
        options.idTags = {u"TAG-1"_s};
        options.connectionsPerSecond = 0;
        return options;
    }
};

void TestFleet::manyStationsPlayOneScenario()
{
    constexpr int count = 100;
    simulator::WallTimeline timeline;
    simulator::SilentJournal journal;
    CentralSystem central(systemTime);
    simulator::FleetOptions options = optionsFor(central, count, u"session"_s);
    for (simulator::StationOptions &station : options.stations)
        station.speed = 600;
    simulator::Fleet fleet(options, timeline, journal);
    bool finished = false;
    fleet.finished.listen([&] { finished = true; });
    fleet.start();
    QTRY_VERIFY_WITH_TIMEOUT(finished, 30000);
    QCOMPARE(fleet.failures(), QStringList());
    QCOMPARE(fleet.accepted(), count);
    QCOMPARE(fleet.transactionsBegun(), count);
    QCOMPARE(fleet.queuedMessages(), 0U);
    QCOMPARE(central.count(u"StopTransaction"_s), count);
    QCOMPARE(central.violations, QStringList());
}

void TestFleet::reportsWhoFailed()
{
    simulator::ManualTimeline timeline(noon);
    simulator::SilentJournal journal;
    CentralSystem central([&] { return timeline.now(); });
    central.answer(u"Authorize"_s, {{u"idTagInfo"_s, QJsonObject{{u"status"_s, u"Invalid"_s}}}});
    simulator::Fleet fleet(optionsFor(central, 2, u"session"_s), timeline, journal);
    bool finished = false;
    fleet.finished.listen([&] { finished = true; });
    fleet.start();
    timeline.advance(0ms);
    QTRY_COMPARE(fleet.accepted(), 2);
    timeline.advance(40s);
    QVERIFY(finished);
    QCOMPARE(fleet.failures(), (QStringList{u"F0001: step 3 (awaitTransaction) was not reached in time"_s,
                                            u"F0002: step 3 (awaitTransaction) was not reached in time"_s}));
}

void TestFleet::firstConnectionsAreSpread()
{
    simulator::ManualTimeline timeline(noon);
    simulator::SilentJournal journal;
    CentralSystem central([&] { return timeline.now(); });
    simulator::FleetOptions options = optionsFor(central, 5, u"idle"_s);
    options.connectionsPerSecond = 2;
    simulator::Fleet fleet(options, timeline, journal);
    fleet.start();
    timeline.advance(0ms);
    QTRY_COMPARE(fleet.accepted(), 1);
    timeline.advance(1s);
    QTRY_COMPARE(fleet.accepted(), 3);
    timeline.advance(1s);
    QTRY_COMPARE(fleet.accepted(), 5);
    QVERIFY(fleet.find(u"F0005"_s) != nullptr);
    QVERIFY(fleet.find(u"F0006"_s) == nullptr);
}

void TestFleet::stationsTakeLeave()
{
    simulator::ManualTimeline timeline(noon);
    simulator::SilentJournal journal;
    CentralSystem central([&] { return timeline.now(); });
    simulator::Fleet fleet(optionsFor(central, 3, u"idle"_s), timeline, journal);
    fleet.start();
    timeline.advance(0ms);
    QTRY_COMPARE(fleet.accepted(), 3);
    fleet.leave();
    QTRY_COMPARE(central.openLines(), 0);
    timeline.advance(10min);
    QCOMPARE(central.lines(), 3);
}

void TestFleet::idleStationsPlanLittle()
{
    simulator::ManualTimeline timeline(noon);
    simulator::SilentJournal journal;
    CentralSystem central([&] { return timeline.now(); });
    simulator::Fleet fleet(optionsFor(central, 20, u"idle"_s), timeline, journal);
    fleet.start();
    timeline.advance(0ms);
    const auto quiet = [&] {
        return std::all_of(fleet.stations().begin(), fleet.stations().end(),
                           [](const auto &station) { return station->isOnline() && station->isQuiet(); });
    };
    QTRY_VERIFY(quiet());
    timeline.advance(1ms);
    QCOMPARE(timeline.planned(), 20U); // one heartbeat each
}

void TestFleet::theDemoSiteIsLively()
{
    CentralSystem central(systemTime);
    simulator::DemoSite site(central.endpoint());
    QCOMPARE(simulator::DemoSite::stations().size(), 6);
    QVERIFY(simulator::DemoSite::people().size() >= 4);
    site.start();
    QVERIFY(site.isRunning());
    QTRY_COMPARE_WITH_TIMEOUT(central.count(u"BootNotification"_s), 6, 15000);
    QSet<QString> ids;
    for (const CentralSystem::Call &call : central.calls)
        ids.insert(call.station);
    for (const simulator::StationOptions &station : simulator::DemoSite::stations())
        QVERIFY2(ids.contains(station.id), qPrintable(station.id));
    site.stop();
    QVERIFY(!site.isRunning());
    QTRY_COMPARE(central.openLines(), 0);
    QCOMPARE(central.violations, QStringList());
}

void TestFleet::theDemoSiteStopsAndStartsAgain()
{
    CentralSystem central(systemTime);
    simulator::DemoSite site(central.endpoint(), 5);
    site.stop(); // nothing to stop
    for (int i = 1; i <= 2; ++i) {
        central.forget();
        site.start();
        site.start(); // once is enough
        QTRY_VERIFY(central.count(u"BootNotification"_s) > 0);
        site.stop();
        QTRY_COMPARE(central.openLines(), 0);
        QVERIFY(central.count(u"BootNotification"_s) <= simulator::DemoSite::stations().size());
    }
}

QTEST_GUILESS_MAIN(TestFleet)
#include "tst_sim_fleet.moc"
