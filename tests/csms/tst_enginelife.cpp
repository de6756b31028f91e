// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginefixture.h"
#include "json.h"
#include "rawcaller.h"
#include "store/clock.h"
#include "store/nodes.h"
#include "teststation.h"

#include <QFile>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// Start, stop, and what stays over a restart.
class tst_EngineLife : public QObject {
    Q_OBJECT

private slots:
    void stopSaysGoodbye();
    void stopWithManyStations();
    void stopsOnceAndWithoutAStart();
    void restartTakesUpWhatWaited();
    void restartAfterACrash();
    void startSaysWhatIsWrong_data();
    void startSaysWhatIsWrong();
    void portInUse();
    void answeredIsCommitted();
    void comesBackFromTheDead();
    void takesOverFromAnotherNode();
    void leavesTheCommandsToTheNodeWhereTheStationIs();
    void counts();
    void stormOfStations();
};

void tst_EngineLife::stopSaysGoodbye()
{
    EngineFixture engine;
    engine.addStation(u"CP-1"_s);
    TestStation station(u"CP-1"_s);
    QVERIFY(station.connectTo(engine.port()));
    QCOMPARE(station.boot(), u"Accepted"_s);
    const qint64 id = engine.command(u"CP-1"_s, u"ClearCache"_s);
    QVERIFY(station.waitForCall(u"ClearCache"_s));
    engine.stop();
    QVERIFY(station.waitForClose());
    QCOMPARE(station.closeCode(), 1001);
    auto db = store::Database::open(engine.location(), store::Access::ReadOnly);
    QVERIFY(db.has_value());
    QVERIFY(!store::Stations(**db).find(u"CP-1"_s).value().online);
    QCOMPARE(QString(toString(store::Commands(**db).find(id).value().state)), u"unknown"_s);
    QVERIFY(store::Nodes(**db).list().isEmpty());
}

void tst_EngineLife::stopWithManyStations()
{
    csms::Policy policy = EngineFixture::quietPolicy();
    policy.acceptUnknown = true;
    EngineFixture engine(policy);
    std::vector<std::unique_ptr<TestStation>> stations;
    for (int i = 0; i < 20; ++i) {
        stations.push_back(std::make_unique<TestStation>(u"CP-%1"_s.arg(i)));
        QVERIFY(stations.back()->connectTo(engine.port()));
    }
    RawCaller atTheDoor(engine.port());
    atTheDoor.send("GET ");
    engine.stop();
    for (const auto &station : stations) {
        QVERIFY(station->waitForClose());
        QCOMPARE(station->closeCode(), 1001);
    }
    atTheDoor.untilClosed();
    QVERIFY(!atTheDoor.isOpen());
    auto db = store::Database::open(engine.location(), store::Access::ReadOnly);
    QVERIFY(db.has_value());
    QCOMPARE((*db)->number(u"SELECT count(*) FROM stations WHERE online"_s), 0);
    QCOMPARE((*db)->number(u"SELECT count(*) FROM stations"_s), 20);
}

void tst_EngineLife::stopsOnceAndWithoutAStart()
{
    EngineFixture engine;
    engine.stop();
    engine.stop();
    csms::EngineOptions options;
    options.location = engine.location();
    csms::Engine neverStarted(options);
    neverStarted.stop();
    engine.restart();
    engine.addStation(u"CP-1"_s);
    TestStation station(u"CP-1"_s);
    QVERIFY(station.connectTo(engine.port()));
}

void tst_EngineLife::restartTakesUpWhatWaited()
{
    EngineFixture engine;
    engine.addStation(u"CP-1"_s);
    const qint64 id = engine.command(u"CP-1"_s, u"ClearCache"_s);
    engine.restart();
    TestStation station(u"CP-1"_s);
    station.answer(u"ClearCache"_s, R"({"status":"Accepted"})"_json);
    QVERIFY(station.connectTo(engine.port()));
    QCOMPARE(station.boot(), u"Accepted"_s);
    QTRY_COMPARE(engine.stateOf(id), u"accepted"_s);
}

// As if the program had been killed: the rows still say that all is well.
void tst_EngineLife::restartAfterACrash()
{
    EngineFixture engine;
    engine.addStation(u"CP-1"_s);
    const qint64 id = engine.command(u"CP-1"_s, u"ClearCache"_s);
    engine.stop();
    auto db = store::Database::open(engine.location());
    QVERIFY(db.has_value());
    QVERIFY((*db)->transaction([&] {
        store::StationLink link;
        link.node = u"node"_s;
        link.since = store::now();
        store::Stations(**db).setOnline(u"CP-1"_s, link);
        store::Commands(**db).markSent(id, u"lost"_s, store::now());
    }));
    db->reset();
    engine.restart();
    QVERIFY(!engine.station(u"CP-1"_s).online);
    QCOMPARE(engine.stateOf(id), u"unknown"_s);
}

void tst_EngineLife::startSaysWhatIsWrong_data()
{
    QTest::addColumn<QString>("bind");
    QTest::addColumn<bool>("badFile");
    QTest::addColumn<QString>("said");
    QTest::newRow("no address") << u"localhost:9000"_s << false << u"localhost:9000"_s;
    QTest::newRow("address of somebody else") << u"192.0.2.1"_s << false << u"192.0.2.1"_s;
    QTest::newRow("not a database") << u"127.0.0.1"_s << true << u"other.sqlite"_s;
}

void tst_EngineLife::startSaysWhatIsWrong()
{
    QFETCH(QString, bind);
    QFETCH(bool, badFile);
    QFETCH(QString, said);
    QTemporaryDir directory;
    csms::EngineOptions options;
    options.location.file = directory.filePath(u"other.sqlite"_s);
    options.bind = bind;
    options.port = 0;
    if (badFile) {
        QFile file(options.location.file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(4096, 'x'));
    }
    csms::Engine engine(options);
    const auto started = engine.start();
    QVERIFY(!started.has_value());
    QVERIFY2(started.error().contains(said), qPrintable(started.error()));
}

void tst_EngineLife::portInUse()
{
    EngineFixture first;
    QTemporaryDir directory;
    csms::EngineOptions options;
    options.location.file = directory.filePath(u"other.sqlite"_s);
    options.bind = u"127.0.0.1"_s;
    options.port = first.port();
    csms::Engine second(options);
    const auto started = second.start();
    QVERIFY(!started.has_value());
    QVERIFY2(started.error().contains(QString::number(first.port())), qPrintable(started.error()));
}

// Promise 1: seen by another connection the moment the answer is there.
void tst_EngineLife::answeredIsCommitted()
{
    EngineFixture engine;
    engine.addStation(u"CP-1"_s);
    TestStation station(u"CP-1"_s);
    QVERIFY(station.connectTo(engine.port()));
    auto db = store::Database::open(engine.location(), store::Access::ReadOnly);
    QVERIFY(db.has_value());
    for (int i = 0; i < 20; ++i) {
        const QJsonObject start =
            R"({"connectorId":1,"idTag":"TAG","timestamp":"2024-05-01T10:00:00Z"})"_json;
        const Answer answer = station.call(u"StartTransaction"_s, with(start, "meterStart"_L1, i));
        const qint64 id = answer.payload[u"transactionId"_s].toInt();
        QCOMPARE((*db)->number(u"SELECT count(*) FROM transactions WHERE id = ?"_s, {id}), 1);
    }
}

// Another node on the same database takes one for dead that was only suspended.
void tst_EngineLife::comesBackFromTheDead()
{
    EngineFixture engine;
    for (const QString &id : {u"CP-1"_s, u"CP-2"_s, u"MOVED"_s})
        engine.addStation(id);
    TestStation station(u"CP-1"_s);
    TestStation gone(u"CP-2"_s);
    TestStation moved(u"MOVED"_s);
    for (TestStation *each : {&station, &gone, &moved}) {
        QVERIFY(each->connectTo(engine.port()));
        QCOMPARE(each->boot(), u"Accepted"_s);
    }
    gone.abort();
    QTRY_VERIFY(!engine.station(u"CP-2"_s).online);
    const qint64 id = engine.command(u"CP-1"_s, u"ClearCache"_s);
    const auto call = station.waitForCall(u"ClearCache"_s);
    QVERIFY(call.has_value());
    engine.onStore([](store::Database &db) {
        store::Nodes(db).leave(u"node"_s);
        store::Nodes(db).renew({u"other"_s, u"other"_s, store::now() + 1h});
        store::Stations(db).setOnline(u"MOVED"_s, {.node = u"other"_s, .since = store::now()});
    });
    QVERIFY(!engine.station(u"CP-1"_s).online);
    QCOMPARE(engine.stateOf(id), u"unknown"_s);
    QTRY_VERIFY_WITH_TIMEOUT(engine.station(u"CP-1"_s).online, 15'000);
    QVERIFY(!engine.station(u"CP-2"_s).online);
    QCOMPARE(engine.station(u"MOVED"_s).node, u"other"_s);
    station.reply(*call, R"({"status":"Accepted"})"_json); // and nothing of what it held is lost
    QTRY_COMPARE(engine.stateOf(id), u"accepted"_s);
    QVERIFY(engine.command(id).late);
}

// Behaviour 15, after a failover: the node that sent it is gone, and the station is not one of its own any more.
void tst_EngineLife::takesOverFromAnotherNode()
{
    EngineFixture engine;
    engine.addStation(u"CP-1"_s);
    const qint64 id = engine.command(u"CP-1"_s, u"ClearCache"_s);
    engine.onStore([id](store::Database &db) {
        store::Stations(db).setOnline(u"CP-1"_s, {.node = u"other"_s, .since = store::now()});
        store::Commands(db).markSent(id, u"m1"_s, store::now());
    });
    TestStation station(u"CP-1"_s);
    QVERIFY(station.connectTo(engine.port()));
    QTRY_COMPARE(engine.stateOf(id), u"unknown"_s);
    QCOMPARE(engine.station(u"CP-1"_s).node, u"node"_s);
    station.reply({u"m1"_s, u"ClearCache"_s, {}}, R"({"status":"Accepted"})"_json); // it kept the answer for us
    QTRY_COMPARE(engine.stateOf(id), u"accepted"_s);
    QVERIFY(engine.command(id).late);
}

// Behaviour 16, across nodes: the connection here is half open, and would take commands that nobody reads.
void tst_EngineLife::leavesTheCommandsToTheNodeWhereTheStationIs()
{
    EngineFixture engine;
    engine.addStation(u"CP-1"_s);
    TestStation station(u"CP-1"_s);
    QVERIFY(station.connectTo(engine.port()));
    QCOMPARE(station.boot(), u"Accepted"_s);
    engine.onStore([](store::Database &db) {
        store::Nodes(db).renew({u"other"_s, u"other"_s, store::now() + 1h});
        store::Stations(db).setOnline(u"CP-1"_s, {.node = u"other"_s, .since = store::now()});
    });
    const qint64 id = engine.command(u"CP-1"_s, u"ClearCache"_s);
    QVERIFY(station.waitForClose());
    QCOMPARE(station.closeCode(), 1008);
    QCOMPARE(engine.stateOf(id), u"queued"_s);
    QVERIFY(station.calls().isEmpty());
    QVERIFY(engine.station(u"CP-1"_s).online); // at the other node
}

void tst_EngineLife::counts()
{
    EngineFixture engine;
    engine.addStation(u"CP-1"_s);
    const csms::Metrics &metrics = engine.engine().metrics();
    {
        TestStation station(u"CP-1"_s);
        QVERIFY(station.connectTo(engine.port()));
        QCOMPARE(station.boot(), u"Accepted"_s);
        QCOMPARE(station.call(u"Heartbeat"_s).type, 3);
        QCOMPARE(station.call(u"Dance"_s).type, 4);
        station.sendText(u"noise"_s);
        QCOMPARE(station.call(u"Heartbeat"_s).type, 3);
        QVERIFY(engine.command(u"CP-1"_s, u"ClearCache"_s) > 0);
        QVERIFY(station.waitForCall(u"ClearCache"_s));
        QCOMPARE(metrics.connectionsOpen.load(), 1u);
    }
    QTRY_COMPARE(metrics.connectionsOpen.load(), 0u);
    QCOMPARE(RawCaller::statusFor(engine.port(), "/CP-9"), "404"_ba);
    QCOMPARE(RawCaller::statusFor(engine.port(), "/"), "404"_ba);
    QCOMPARE(metrics.connectionsOpened.load(), 1u);
    QCOMPARE(metrics.connectionsRefused.load(), 2u);
    QCOMPARE(metrics.framesIn.load(), 5u);
    QCOMPARE(metrics.framesOut.load(), 5u);
    QCOMPARE(metrics.malformedFrames.load(), 1u);
    QCOMPARE(metrics.callsIn[csms::Metrics::indexOf(u"Heartbeat"_s)].load(), 2u);
    QCOMPARE(metrics.callsIn[csms::Metrics::indexOf(u"Dance"_s)].load(), 1u);
    QCOMPARE(metrics.callsOut[csms::Metrics::indexOf(u"ClearCache"_s)].load(), 1u);
}

void tst_EngineLife::stormOfStations()
{
    csms::Policy policy = EngineFixture::quietPolicy();
    policy.acceptUnknown = true;
    EngineFixture engine(policy);
    std::vector<std::unique_ptr<RawCaller>> callers;
    for (int i = 0; i < 200; ++i) {
        callers.push_back(std::make_unique<RawCaller>(engine.port()));
        callers.back()->send(RawCaller::head("/CP-" + QByteArray::number(i)));
    }
    for (const auto &caller : callers)
        QVERIFY2(caller->until("\r\n\r\n").contains(" 101 "), caller->received());
    QTRY_COMPARE(engine.engine().metrics().connectionsOpen.load(), 200u);
    QTRY_COMPARE(engine.onStore([](store::Database &db) { return store::Stations(db).onlineCount(); }), 200);
}

QTEST_GUILESS_MAIN(tst_EngineLife)
#include "tst_enginelife.moc"
