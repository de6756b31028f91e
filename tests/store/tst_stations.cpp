// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/clock.h"
#include "store/commands.h"
#include "store/connectors.h"
#include "store/knocks.h"
#include "store/nodes.h"
#include "store/storetest.h"

using namespace Qt::Literals::StringLiterals;
using namespace store;
using storetest::at;

namespace {

StatusChange status(int connector, const QString &text, std::optional<ocpp::Timestamp> said, ocpp::Timestamp received)
{
    StatusChange change;
    change.station = u"CP1"_s;
    change.connector = connector;
    change.status = text;
    change.errorCode = u"NoError"_s;
    change.statusTime = said;
    change.received = received;
    return change;
}

} // namespace

class TestStations : public QObject {
    Q_OBJECT
private slots:
    void initTestCase_data() { storetest::addBackends(); }
    void cleanupTestCase() { storetest::shutDown(); }
    void savesAndFindsCaseInsensitively();
    void savingAgainKeepsWhatWasReported();
    void listsInPages();
    void removesWithWhatBelongsToIt();
    void aNewStationStopsKnocking();
    void onlineOnlyWithALivingNode();
    void theNewestSocketWins();
    void aLeavingNodeTakesItsStationsOffline();
    void heardNeverMovesBackwards();
    void heardIsOnline();
    void booksTheDrift();

    void aStatusIsBookedOnceAndShown();
    void historyNeverOverwritesANewerStatus();
    void aClockThatIsNotSetCountsAsNow();
    void aClockAheadDoesNotBlock();
    void aRepeatedStatusIsNoNewHistory();
    void historyComesInPages();
    void liveValuesKeepWhatIsNotSaid();
    void olderLiveValuesAreIgnored();
    void theEndOfALoadIsZero();
};

void TestStations::savesAndFindsCaseInsensitively()
{
    const auto db = storetest::freshDatabase();
    Station station;
    station.id = u"Fähre-1"_s;
    station.registration = Registration::Pending;
    station.securityProfile = 1;
    station.passwordHash = u"hash"_s;
    station.description = u"by the gate"_s;
    station.site = u"north"_s;
    station.callTimeoutSeconds = 45;
    station.zonelessIsLocal = true;
    station.tagSuffix = u"_serial"_s;
    Stations(*db).save(station);
    const auto found = Stations(*db).find(u"FÄHRE-1"_s);
    VERIFY_OK(*db);
    QVERIFY(found);
    QCOMPARE(found->id, station.id);
    QVERIFY((found->registration) == Registration::Pending);
    QCOMPARE(found->securityProfile, 1);
    QCOMPARE(found->passwordHash, u"hash"_s);
    QCOMPARE(found->description, u"by the gate"_s);
    QCOMPARE(found->site, u"north"_s);
    QCOMPARE(found->callTimeoutSeconds, 45);
    QCOMPARE(found->zonelessIsLocal, true);
    QCOMPARE(found->tagSuffix, u"_serial"_s);
    QVERIFY(found->created > at(-100LL * 365 * 86400));
    QVERIFY(!found->online && !found->lastHeard && !found->bootTime && !found->clockDriftMs);
    QVERIFY(!Stations(*db).find(u"CP2"_s));
}

void TestStations::savingAgainKeepsWhatWasReported()
{
    const auto db = storetest::freshDatabase();
    storetest::addStation(*db, u"CP1"_s);
    const auto before = Stations(*db).find(u"CP1"_s);
    Stations(*db).reportBoot(u"CP1"_s, {.vendor = u"Acme"_s, .model = u"One"_s, .firmwareVersion = u"1.2"_s}, at(5));
    Station again;
    again.id = u"cp1"_s;
    again.description = u"new words"_s;
    Stations(*db).save(again);
    VERIFY_OK(*db);
    const auto found = Stations(*db).find(u"CP1"_s);
    QCOMPARE(found->id, u"CP1"_s);
    QCOMPARE(found->description, u"new words"_s);
    QCOMPARE(found->vendor, u"Acme"_s);
    QCOMPARE(found->firmwareVersion, u"1.2"_s);
    QCOMPARE(found->bootTime, std::optional(at(5)));
    QCOMPARE(found->created, before->created);
    QCOMPARE(Stations(*db).list().size(), 1);
}

void TestStations::listsInPages()
{
    const auto db = storetest::freshDatabase();
    for (const QString &id : {u"b"_s, u"C"_s, u"a"_s, u"D"_s})
        storetest::addStation(*db, id);
    const auto ids = [&](const StationFilter &filter) {
        QStringList list;
        for (const Station &station : Stations(*db).list(filter))
            list.append(station.id);
        return list.join(u' ');
    };
    QCOMPARE(ids({}), u"a b C D"_s);
    QCOMPARE(ids({.limit = 3}), u"a b C"_s);
    QCOMPARE(ids({.after = u"C"_s, .limit = 3}), u"D"_s);
    QCOMPARE(ids({.after = u"D"_s}), QString());
    VERIFY_OK(*db);
}

void TestStations::removesWithWhatBelongsToIt()
{
    const auto db = storetest::freshDatabase();
    storetest::addStation(*db, u"CP1"_s);
    storetest::addStation(*db, u"CP2"_s);
    Connectors(*db).report(status(1, u"Available"_s, at(0), at(0)));
    Command command;
    command.station = u"CP1"_s;
    command.created = at(0);
    Commands(*db).queue(command);
    QVERIFY(Stations(*db).remove(u"cp1"_s));
    VERIFY_OK(*db);
    QVERIFY(!Stations(*db).find(u"CP1"_s));
    QVERIFY(Stations(*db).find(u"CP2"_s));
    QVERIFY(Connectors(*db).list().isEmpty());
    QVERIFY(Connectors(*db).history(u"CP1"_s).isEmpty());
    QVERIFY(Commands(*db).list().isEmpty());
    QVERIFY(!Stations(*db).remove(u"CP1"_s));
}

void TestStations::aNewStationStopsKnocking()
{
    const auto db = storetest::freshDatabase();
    Knocks(*db).note({.stationId = u"CP1"_s, .first = at(0), .last = at(0)});
    QCOMPARE(Knocks(*db).list().size(), 1);
    storetest::addStation(*db, u"cp1"_s);
    QVERIFY(Knocks(*db).list().isEmpty());
    VERIFY_OK(*db);
}

void TestStations::onlineOnlyWithALivingNode()
{
    const auto db = storetest::freshDatabase();
    storetest::addStation(*db, u"CP1"_s);
    Stations(*db).setOnline(u"CP1"_s, {.remoteAddress = u"10.0.0.5"_s,
                                       .localAddress = u"csms:9000"_s,
                                       .subprotocol = u"ocpp1.6"_s,
                                       .node = u"n1"_s,
                                       .since = at(0)});
    QVERIFY(!Stations(*db).find(u"CP1"_s)->online);
    Nodes(*db).renew({u"n1"_s, u"host"_s, now() + std::chrono::minutes(1)});
    const auto online = Stations(*db).find(u"CP1"_s);
    QVERIFY(online->online);
    QCOMPARE(online->connectedAt, std::optional(at(0)));
    QCOMPARE(online->remoteAddress, u"10.0.0.5"_s);
    QCOMPARE(online->localAddress, u"csms:9000"_s);
    QCOMPARE(online->subprotocol, u"ocpp1.6"_s);
    QCOMPARE(Stations(*db).onlineCount(), 1);
    QVERIFY(Stations(*db).list().first().online);
    Nodes(*db).renew({u"n1"_s, u"host"_s, now() - std::chrono::seconds(1)});
    QVERIFY(!Stations(*db).find(u"CP1"_s)->online);
    QVERIFY(!Stations(*db).list().first().online);
    QCOMPARE(Stations(*db).onlineCount(), 0);
    QCOMPARE(Nodes(*db).dead(now()).size(), 1);
    VERIFY_OK(*db);
}

void TestStations::theNewestSocketWins()
{
    const auto db = storetest::freshDatabase();
    storetest::addStation(*db, u"CP1"_s);
    Nodes(*db).renew({u"n1"_s, u"host"_s, now() + std::chrono::minutes(1)});
    Nodes(*db).renew({u"n2"_s, u"other"_s, now() + std::chrono::minutes(1)});
    Stations(*db).setOnline(u"CP1"_s, {.node = u"n1"_s, .since = at(0)});
    Stations(*db).setOnline(u"CP1"_s, {.node = u"n1"_s, .since = at(10)});
    Stations(*db).setOffline(u"CP1"_s, u"n1"_s, at(0), at(9)); // the old socket's close comes late
    QVERIFY(Stations(*db).find(u"CP1"_s)->online);
    Stations(*db).setOnline(u"CP1"_s, {.node = u"n2"_s, .since = at(20)});
    Stations(*db).setOffline(u"CP1"_s, u"n1"_s, at(10), at(21)); // it went over to another node
    QVERIFY(Stations(*db).find(u"CP1"_s)->online);
    Stations(*db).setOffline(u"CP1"_s, u"n2"_s, at(20), at(30));
    QVERIFY(!Stations(*db).find(u"CP1"_s)->online);
    QCOMPARE(Stations(*db).find(u"CP1"_s)->lastHeard, std::optional(at(30)));
    VERIFY_OK(*db);
}

void TestStations::aLeavingNodeTakesItsStationsOffline()
{
    const auto db = storetest::freshDatabase();
    for (const QString &id : {u"CP1"_s, u"CP2"_s}) {
        storetest::addStation(*db, id);
        Nodes(*db).renew({u"n-"_s + id, u"host"_s, now() + std::chrono::minutes(1)});
        Stations(*db).setOnline(id, {.node = u"n-"_s + id, .since = at(0)});
    }
    Command command;
    command.station = u"CP1"_s;
    command.created = at(0);
    const qint64 id = Commands(*db).queue(command);
    QVERIFY(Commands(*db).markSent(id, u"m1"_s, at(1)));
    Nodes(*db).leave(u"n-CP1"_s);
    VERIFY_OK(*db);
    QVERIFY(!Stations(*db).find(u"CP1"_s)->online);
    QVERIFY(Stations(*db).find(u"CP2"_s)->online);
    QVERIFY((Commands(*db).find(id)->state) == CommandState::Unknown);
    QCOMPARE(Nodes(*db).list().size(), 1);
}

void TestStations::heardNeverMovesBackwards()
{
    const auto db = storetest::freshDatabase();
    storetest::addStation(*db, u"CP1"_s);
    Stations(*db).setOnline(u"CP1"_s, {.node = u"n"_s, .since = at(1)});
    Stations(*db).heard(u"n"_s, {{u"CP1"_s, at(10)}, {u"CP1"_s, at(5)}, {u"nobody"_s, at(7)}});
    QCOMPARE(Stations(*db).find(u"CP1"_s)->lastHeard, std::optional(at(10)));
    VERIFY_OK(*db);
}

/// Whoever took its node for dead; but not one that another node holds by now.
void TestStations::heardIsOnline()
{
    const auto db = storetest::freshDatabase();
    for (const QString &node : {u"n"_s, u"m"_s})
        Nodes(*db).renew({node, node, now() + std::chrono::hours(1)});
    for (const QString &id : {u"CP1"_s, u"MOVED"_s}) {
        storetest::addStation(*db, id);
        Stations(*db).setOnline(id, {.node = u"n"_s, .since = at(1)});
    }
    Stations(*db).markNodeOffline(u"n"_s);
    Stations(*db).setOnline(u"MOVED"_s, {.node = u"m"_s, .since = at(2)});
    Stations(*db).setOffline(u"MOVED"_s, u"m"_s, at(3), at(3));
    db->takeChanges();
    Stations(*db).heard(u"n"_s, {{u"CP1"_s, at(1)}, {u"MOVED"_s, at(5)}});
    QCOMPARE(db->takeChanges(), (ChangeSet{{Table::Stations, u"CP1"_s, liveSide}}));
    QVERIFY(Stations(*db).find(u"CP1"_s)->online);
    QVERIFY(!Stations(*db).find(u"MOVED"_s)->online);
    QCOMPARE(Stations(*db).find(u"MOVED"_s)->lastHeard, std::optional(at(3)));
    Stations(*db).heard(u"n"_s, {{u"CP1"_s, at(1)}});
    QVERIFY(db->takeChanges().isEmpty());
    VERIFY_OK(*db);
}

void TestStations::booksTheDrift()
{
    const auto db = storetest::freshDatabase();
    storetest::addStation(*db, u"CP1"_s);
    Stations(*db).reportClockDrift(u"CP1"_s, std::chrono::milliseconds(-300'000));
    QCOMPARE(Stations(*db).find(u"CP1"_s)->clockDriftMs, std::optional<qint64>(-300'000));
    VERIFY_OK(*db);
}

void TestStations::aStatusIsBookedOnceAndShown()
{
    const auto db = storetest::freshDatabase();
    storetest::addStation(*db, u"CP1"_s);
    StatusChange faulted = status(1, u"Faulted"_s, at(10), at(11));
    faulted.errorCode = u"GroundFailure"_s;
    faulted.info = u"wet"_s;
    faulted.vendorId = u"Acme"_s;
    faulted.vendorErrorCode = u"E7"_s;
    QVERIFY(Connectors(*db).report(faulted));
    const auto connector = Connectors(*db).find(u"CP1"_s, 1);
    VERIFY_OK(*db);
    QVERIFY(connector);
    QCOMPARE(connector->status, u"Faulted"_s);
    QCOMPARE(connector->errorCode, u"GroundFailure"_s);
    QCOMPARE(connector->info, u"wet"_s);
    QCOMPARE(connector->vendorId, u"Acme"_s);
    QCOMPARE(connector->vendorErrorCode, u"E7"_s);
    QCOMPARE(connector->statusTime, std::optional(at(10)));
    QCOMPARE(connector->received, std::optional(at(11)));
    QCOMPARE(Connectors(*db).history(u"CP1"_s).size(), 1);
}

void TestStations::historyNeverOverwritesANewerStatus()
{
    const auto db = storetest::freshDatabase();
    storetest::addStation(*db, u"CP1"_s);
    QVERIFY(Connectors(*db).report(status(1, u"Available"_s, at(100), at(100))));
    QVERIFY(!Connectors(*db).report(status(1, u"Charging"_s, at(50), at(101))));
    QCOMPARE(Connectors(*db).find(u"CP1"_s, 1)->status, u"Available"_s);
    QCOMPARE(Connectors(*db).history(u"CP1"_s).size(), 2);
    QVERIFY(Connectors(*db).report(status(1, u"Preparing"_s, at(100), at(102)))); // the same second, sent later
    QVERIFY(Connectors(*db).report(status(1, u"Finishing"_s, {}, at(103))));
    QCOMPARE(Connectors(*db).find(u"CP1"_s, 1)->status, u"Finishing"_s);
    VERIFY_OK(*db);
}

void TestStations::aClockThatIsNotSetCountsAsNow()
{
    const auto db = storetest::freshDatabase();
    storetest::addStation(*db, u"CP1"_s);
    Connectors(*db).report(status(1, u"Charging"_s, at(100), at(100)));
    const ocpp::Timestamp year1970{std::chrono::seconds(7)};
    QVERIFY(Connectors(*db).report(status(1, u"Available"_s, year1970, at(200))));
    const auto connector = Connectors(*db).find(u"CP1"_s, 1);
    QCOMPARE(connector->status, u"Available"_s);
    QCOMPARE(connector->statusTime, std::optional(year1970));
    VERIFY_OK(*db);
}

void TestStations::aClockAheadDoesNotBlock()
{
    const auto db = storetest::freshDatabase();
    storetest::addStation(*db, u"CP1"_s);
    Connectors(*db).report(status(1, u"Charging"_s, at(7200), at(100)));
    QVERIFY(Connectors(*db).report(status(1, u"Available"_s, at(150), at(150))));
    QCOMPARE(Connectors(*db).find(u"CP1"_s, 1)->status, u"Available"_s);
    VERIFY_OK(*db);
}

void TestStations::aRepeatedStatusIsNoNewHistory()
{
    const auto db = storetest::freshDatabase();
    storetest::addStation(*db, u"CP1"_s);
    Connectors(*db).report(status(1, u"Charging"_s, at(100), at(100)));
    Connectors(*db).report(status(1, u"Charging"_s, at(100), at(130))); // the answer got lost
    Connectors(*db).report(status(2, u"Charging"_s, at(100), at(131)));
    QCOMPARE(Connectors(*db).history(u"CP1"_s, 1).size(), 1);
    QCOMPARE(Connectors(*db).history(u"CP1"_s).size(), 2);
    VERIFY_OK(*db);
}

void TestStations::historyComesInPages()
{
    const auto db = storetest::freshDatabase();
    storetest::addStation(*db, u"CP1"_s);
    for (int i = 0; i < 5; ++i)
        Connectors(*db).report(status(1, QString::number(i), at(i), at(i)));
    const auto first = Connectors(*db).history(u"CP1"_s, 1, 2);
    QCOMPARE(first.size(), 2);
    QCOMPARE(first.first().status, u"4"_s);
    const auto second = Connectors(*db).history(u"CP1"_s, 1, 10, first.last().id);
    QCOMPARE(second.size(), 3);
    QCOMPARE(second.first().status, u"2"_s);
    VERIFY_OK(*db);
}

void TestStations::liveValuesKeepWhatIsNotSaid()
{
    const auto db = storetest::freshDatabase();
    storetest::addStation(*db, u"CP1"_s);
    Connectors(*db).measure(u"CP1"_s, 1, {at(0), 1000.0, 7200.0, 16.0, 230.0, 40.0});
    Connectors(*db).measure(u"CP1"_s, 1, {at(10), 1020.0, {}, {}, {}, {}});
    VERIFY_OK(*db);
    const auto connector = Connectors(*db).find(u"CP1"_s, 1);
    QVERIFY(connector);
    QCOMPARE(connector->energyWh, std::optional(1020.0));
    QCOMPARE(connector->powerW, std::optional(7200.0));
    QCOMPARE(connector->currentA, std::optional(16.0));
    QCOMPARE(connector->voltageV, std::optional(230.0));
    QCOMPARE(connector->socPercent, std::optional(40.0));
    QCOMPARE(connector->meterTime, std::optional(at(10)));
    QCOMPARE(connector->status, QString());
}

void TestStations::olderLiveValuesAreIgnored()
{
    const auto db = storetest::freshDatabase();
    storetest::addStation(*db, u"CP1"_s);
    Connectors(*db).measure(u"CP1"_s, 1, {at(10), 1020.0, 7200.0, {}, {}, {}});
    Connectors(*db).measure(u"CP1"_s, 1, {at(0), 1000.0, 3600.0, {}, {}, {}});
    QCOMPARE(Connectors(*db).find(u"CP1"_s, 1)->powerW, std::optional(7200.0));
    VERIFY_OK(*db);
}

void TestStations::theEndOfALoadIsZero()
{
    const auto db = storetest::freshDatabase();
    storetest::addStation(*db, u"CP1"_s);
    Connectors(*db).measure(u"CP1"_s, 1, {at(10), 1020.0, 7200.0, 16.0, {}, {}});
    const auto end = [&](std::optional<ocpp::Timestamp> time) {
        Connectors(*db).endLoad(u"CP1"_s, 1, time);
        return *Connectors(*db).find(u"CP1"_s, 1);
    };
    const Connector connector = end(at(5)); // the clock was set back, or a sample came ahead of its time
    QCOMPARE(connector.powerW, std::optional(0.0));
    QCOMPARE(connector.currentA, std::optional(0.0));
    QCOMPARE(connector.energyWh, std::optional(1020.0));
    QCOMPARE(connector.meterTime, std::optional(at(10)));
    QCOMPARE(end(std::nullopt).meterTime, std::optional(at(10)));
    QCOMPARE(end(at(20)).meterTime, std::optional(at(20)));
    Connectors(*db).measure(u"CP1"_s, 1, {at(15), 1020.0, 7200.0, 16.0, {}, {}}); // history
    QCOMPARE(Connectors(*db).find(u"CP1"_s, 1)->powerW, std::optional(0.0));
    Connectors(*db).endLoad(u"CP1"_s, 2, std::nullopt); // never measured
    QCOMPARE(Connectors(*db).find(u"CP1"_s, 2)->powerW, std::optional(0.0));
    QVERIFY(!Connectors(*db).find(u"CP1"_s, 2)->meterTime);
    VERIFY_OK(*db);
}

QTEST_GUILESS_MAIN(TestStations)
#include "tst_stations.moc"
