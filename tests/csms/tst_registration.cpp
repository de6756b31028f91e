// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginefixture.h"
#include "json.h"
#include "rawcaller.h"
#include "teststation.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using store::Registration;

/// Behaviour 16, 18, 20, 21.
class tst_Registration : public QObject {
    Q_OBJECT

private slots:
    void unknownStationKnocks();
    void knockEndsWithTheRegistration();
    void unknownStationIsRegistered();
    void newStationsMayBePending();
    void bootIsBooked();
    void comesAndGoes();
    void idKnowsNoCase();
    void pendingMayNotTransact();
    void pendingMayBeConfigured();
    void pendingMaySendWhatItIsAskedFor();
    void acceptedAtOnce();
    void acceptedButNotToldYet();
    void acceptedAgainBeforeItNoticed();
    void rejectedGetsNothing();
    void rejectedAtOnce();
    void newestSocketWins();
    void replacedSocketsAreCountedOnce();
    void callOfAReplacedSocketIsUnknown();
    void missingSubprotocolIsTolerated();
    void unknownSubprotocolIsClosed();
    void removedStationIsClosed();

private:
    static std::function<void(store::Station &)> as(Registration registration)
    {
        return [registration](store::Station &station) { station.registration = registration; };
    }
};

void tst_Registration::unknownStationKnocks()
{
    EngineFixture engine;
    QCOMPARE(RawCaller::statusFor(engine.port(), "/ocpp/CP-9"), "404"_ba);
    QTRY_VERIFY(engine.knock(u"CP-9"_s));
    const store::Knock first = *engine.knock(u"CP-9"_s);
    QCOMPARE(first.stationId, u"CP-9"_s);
    QCOMPARE(first.reason, u"unknownStation"_s);
    QCOMPARE(first.httpStatus, 404);
    QCOMPARE(first.remoteAddress, u"127.0.0.1"_s);
    QCOMPARE(first.count, 1);
    QCOMPARE(RawCaller::statusFor(engine.port(), "/cp-9/"), "404"_ba);
    QTRY_COMPARE(engine.knock(u"CP-9"_s)->count, 2);
}

void tst_Registration::knockEndsWithTheRegistration()
{
    EngineFixture engine;
    QCOMPARE(RawCaller::statusFor(engine.port(), "/ocpp/CP-9"), "404"_ba);
    QTRY_VERIFY(engine.knock(u"CP-9"_s));
    engine.addStation(u"CP-9"_s);
    QVERIFY(!engine.knock(u"CP-9"_s));
    TestStation station(u"CP-9"_s);
    QVERIFY(station.connectTo(engine.port())); // at once, without a word to the engine
    QCOMPARE(station.boot(), u"Accepted"_s);
    QVERIFY(!engine.knock(u"CP-9"_s));
}

void tst_Registration::unknownStationIsRegistered()
{
    csms::Policy policy = EngineFixture::quietPolicy();
    policy.acceptUnknown = true;
    policy.heartbeatInterval = 123s;
    EngineFixture engine(policy);
    TestStation station(u"CP-9"_s);
    QVERIFY(station.connectTo(engine.port()));
    const Answer boot =
        station.call(u"BootNotification"_s, R"({"chargePointVendor":"V","chargePointModel":"M"})"_json);
    QCOMPARE(boot.payload[u"status"_s].toString(), u"Accepted"_s);
    QCOMPARE(boot.payload[u"interval"_s].toInt(), 123);
    QVERIFY(boot.payload[u"currentTime"_s].toString().endsWith(u'Z'));
    const store::Station row = engine.station(u"CP-9"_s);
    QVERIFY(row.registration == Registration::Accepted);
    QVERIFY(row.passwordHash.isEmpty());
    QVERIFY(!engine.knock(u"CP-9"_s));
}

void tst_Registration::newStationsMayBePending()
{
    csms::Policy policy = EngineFixture::quietPolicy();
    policy.acceptUnknown = true;
    policy.newStationsPending = true;
    policy.bootRetryInterval = 45s;
    EngineFixture engine(policy);
    TestStation station(u"CP-9"_s);
    QVERIFY(station.connectTo(engine.port()));
    const Answer boot =
        station.call(u"BootNotification"_s, R"({"chargePointVendor":"V","chargePointModel":"M"})"_json);
    QCOMPARE(boot.payload[u"status"_s].toString(), u"Pending"_s);
    QCOMPARE(boot.payload[u"interval"_s].toInt(), 45);
    QVERIFY(engine.station(u"CP-9"_s).registration == Registration::Pending);
}

void tst_Registration::bootIsBooked()
{
    EngineFixture engine;
    engine.addStation(u"CP-1"_s);
    TestStation station(u"CP-1"_s);
    QVERIFY(station.connectTo(engine.port()));
    const QJsonObject boot = R"({"chargePointVendor":"Vendor","chargePointModel":"Model",
        "chargePointSerialNumber":"S1","chargeBoxSerialNumber":"B1","firmwareVersion":"1.2","iccid":"I1",
        "imsi":"I2","meterType":"T1","meterSerialNumber":"M1"})"_json;
    QCOMPARE(station.call(u"BootNotification"_s, boot).type, 3);
    const store::Station row = engine.station(u"CP-1"_s);
    QCOMPARE((QStringList{row.vendor, row.model, row.serial, row.chargeBoxSerial, row.firmwareVersion,
                          row.iccid, row.imsi, row.meterType, row.meterSerial}),
             (QStringList{u"Vendor"_s, u"Model"_s, u"S1"_s, u"B1"_s, u"1.2"_s, u"I1"_s, u"I2"_s, u"T1"_s,
                          u"M1"_s}));
    QVERIFY(row.bootTime.has_value());
}

void tst_Registration::comesAndGoes()
{
    EngineFixture engine;
    engine.addStation(u"CP-1"_s);
    TestStation station(u"CP-1"_s);
    QVERIFY(station.connectTo(engine.port()));
    QCOMPARE(station.boot(), u"Accepted"_s);
    store::Station row = engine.station(u"CP-1"_s);
    QVERIFY(row.online);
    QVERIFY(row.connectedAt.has_value());
    QCOMPARE(row.remoteAddress, u"127.0.0.1"_s);
    QCOMPARE(row.localAddress, u"127.0.0.1:%1"_s.arg(engine.port()));
    QCOMPARE(row.subprotocol, u"ocpp1.6"_s);
    station.abort();
    QTRY_VERIFY(!engine.station(u"CP-1"_s).online);
    row = engine.station(u"CP-1"_s);
    QVERIFY(row.lastHeard >= row.bootTime); // behaviour 17: the last frame, not the end of the connection
    QCOMPARE(row.vendor, u"Vendor"_s);
}

void tst_Registration::idKnowsNoCase()
{
    EngineFixture engine;
    engine.addStation(u"Säule-1"_s);
    TestStation station(u"SÄULE-1"_s);
    QVERIFY(station.connectTo(engine.port()));
    QCOMPARE(station.boot(), u"Accepted"_s);
    QVERIFY(engine.station(u"säule-1"_s).online);
    QCOMPARE(engine.station(u"säule-1"_s).id, u"Säule-1"_s);
    QVERIFY(!engine.frames(u"Säule-1"_s).isEmpty()); // booked under the name that was entered
    QVERIFY(engine.command(u"säule-1"_s, u"ClearCache"_s) > 0);
    QVERIFY(station.waitForCall(u"ClearCache"_s));
}

// Behaviour 18, JE 3.10.
void tst_Registration::pendingMayNotTransact()
{
    EngineFixture engine;
    engine.addStation(u"CP-1"_s, as(Registration::Pending));
    TestStation station(u"CP-1"_s);
    QVERIFY(station.connectTo(engine.port()));
    QCOMPARE(station.boot(), u"Pending"_s);
    QCOMPARE(station.call(u"Heartbeat"_s).errorCode, u"SecurityError"_s);
    const QJsonObject start =
        R"({"connectorId":1,"idTag":"TAG","meterStart":0,"timestamp":"2024-05-01T10:00:00Z"})"_json;
    QCOMPARE(station.call(u"StartTransaction"_s, start).errorCode, u"SecurityError"_s);
    QCOMPARE(station.call(u"StartTransaction"_s, without(start, "idTag"_L1)).errorCode, u"SecurityError"_s);
    QVERIFY(engine.transactions(u"CP-1"_s).isEmpty());
    QVERIFY(engine.parked(u"CP-1"_s).isEmpty());

    const qint64 id = engine.command(u"CP-1"_s, u"RemoteStartTransaction"_s, R"({"idTag":"TAG"})"_json);
    QTRY_COMPARE(engine.stateOf(id), u"error"_s);
    QVERIFY2(engine.command(id).error.contains(u"Pending"_s), qPrintable(engine.command(id).error));
    const qint64 stop = engine.command(u"CP-1"_s, u"RemoteStopTransaction"_s, R"({"transactionId":1})"_json);
    QTRY_COMPARE(engine.stateOf(stop), u"error"_s);
    QVERIFY(station.calls().isEmpty());
    QVERIFY(station.isConnected());
}

void tst_Registration::pendingMayBeConfigured()
{
    EngineFixture engine;
    engine.addStation(u"CP-1"_s, as(Registration::Pending));
    TestStation station(u"CP-1"_s);
    station.answer(u"GetConfiguration"_s, R"({"configurationKey":[]})"_json);
    station.answer(u"ChangeConfiguration"_s, R"({"status":"Accepted"})"_json);
    station.answer(u"TriggerMessage"_s, R"({"status":"Accepted"})"_json);
    QVERIFY(station.connectTo(engine.port()));
    QCOMPARE(station.boot(), u"Pending"_s);
    const QList<qint64> ids{
        engine.command(u"CP-1"_s, u"GetConfiguration"_s),
        engine.command(u"CP-1"_s, u"ChangeConfiguration"_s,
                       R"({"key":"HeartbeatInterval","value":"5"})"_json),
        engine.command(u"CP-1"_s, u"TriggerMessage"_s, R"({"requestedMessage":"BootNotification"})"_json)};
    for (const qint64 id : ids)
        QTRY_COMPARE(engine.stateOf(id), u"accepted"_s);
}

/// 4.2: no message "unless it has been instructed ... with a TriggerMessage.req".
void tst_Registration::pendingMaySendWhatItIsAskedFor()
{
    EngineFixture engine;
    engine.addStation(u"CP-1"_s, as(Registration::Pending));
    TestStation station(u"CP-1"_s);
    QVERIFY(station.connectTo(engine.port()));
    QCOMPARE(station.boot(), u"Pending"_s);
    const auto status = [&station](int connector) {
        return station.call(
            u"StatusNotification"_s,
            {{u"connectorId"_s, connector}, {u"errorCode"_s, u"NoError"_s}, {u"status"_s, u"Available"_s}});
    };
    const auto trigger = [&](const QString &answer, const QJsonObject &payload) {
        station.answer(u"TriggerMessage"_s, {{u"status"_s, answer}});
        const qint64 id = engine.command(u"CP-1"_s, u"TriggerMessage"_s, payload);
        [&] { QTRY_VERIFY(store::isFinal(engine.command(id).state)); }();
        return id;
    };
    trigger(u"Rejected"_s, R"({"requestedMessage":"StatusNotification","connectorId":1})"_json);
    QCOMPARE(status(1).errorCode, u"SecurityError"_s);
    const qint64 first = trigger(u"Accepted"_s, R"({"requestedMessage":"StatusNotification","connectorId":1})"_json);
    QCOMPARE(status(2).errorCode, u"SecurityError"_s);
    QCOMPARE(status(1).type, 3);
    QCOMPARE(engine.outcomeOf(first), u"arrived"_s);
    QCOMPARE(status(1).errorCode, u"SecurityError"_s); // it was asked for one
    const qint64 all = trigger(u"Accepted"_s, R"({"requestedMessage":"StatusNotification"})"_json);
    QCOMPARE(status(0).type, 3);
    QCOMPARE(status(1).type, 3);
    QCOMPARE(engine.outcomeOf(all), u"arrived"_s);
    QCOMPARE(station.call(u"Heartbeat"_s).errorCode, u"SecurityError"_s);
    engine.changeStation(u"CP-1"_s, as(Registration::Rejected));
    QCOMPARE(status(1).errorCode, u"SecurityError"_s);
}

void tst_Registration::acceptedAtOnce()
{
    EngineFixture engine;
    engine.addStation(u"CP-1"_s, as(Registration::Pending));
    TestStation station(u"CP-1"_s);
    QVERIFY(station.connectTo(engine.port()));
    QCOMPARE(station.boot(), u"Pending"_s);
    engine.changeStation(u"CP-1"_s, as(Registration::Accepted));
    QCOMPARE(station.boot(), u"Accepted"_s); // on the same connection
    QCOMPARE(station.call(u"Heartbeat"_s).type, 3);
}

// Behaviour 18, 4.2: for itself it is Pending until it has heard of the operator's decision.
void tst_Registration::acceptedButNotToldYet()
{
    EngineFixture engine;
    engine.addStation(u"CP-1"_s, as(Registration::Pending));
    TestStation station(u"CP-1"_s);
    QVERIFY(station.connectTo(engine.port()));
    QCOMPARE(station.boot(), u"Pending"_s);
    for (const QString &action : {u"TriggerMessage"_s, u"ClearCache"_s, u"RemoteStartTransaction"_s})
        station.answer(action, R"({"status":"Accepted"})"_json);
    engine.changeStation(u"CP-1"_s, as(Registration::Accepted));
    const qint64 start = engine.command(u"CP-1"_s, u"RemoteStartTransaction"_s, R"({"idTag":"TAG"})"_json);
    const qint64 other = engine.command(u"CP-1"_s, u"ClearCache"_s);
    const auto trigger = station.waitForCall(u"TriggerMessage"_s);
    QVERIFY(trigger.has_value());
    QCOMPARE(trigger->payload, R"({"requestedMessage":"BootNotification"})"_json);
    QTRY_COMPARE(engine.stateOf(other), u"accepted"_s);
    QCOMPARE(engine.stateOf(start), u"queued"_s);
    QVERIFY(station.calls(u"RemoteStartTransaction"_s).isEmpty());
    QCOMPARE(station.boot(), u"Accepted"_s);
    QTRY_COMPARE(engine.stateOf(start), u"accepted"_s);
    const qint64 boot =
        engine.command(u"CP-1"_s, u"TriggerMessage"_s, R"({"requestedMessage":"BootNotification"})"_json);
    QTRY_COMPARE(engine.stateOf(boot), u"error"_s); // E 3.40 again
    QCOMPARE(station.calls(u"TriggerMessage"_s).size(), 1);
}

// It was never told otherwise, and would never boot to hear that all is well.
void tst_Registration::acceptedAgainBeforeItNoticed()
{
    EngineFixture engine;
    engine.addStation(u"CP-1"_s);
    TestStation station(u"CP-1"_s);
    QVERIFY(station.connectTo(engine.port()));
    QCOMPARE(station.boot(), u"Accepted"_s);
    engine.changeStation(u"CP-1"_s, as(Registration::Rejected));
    QTRY_COMPARE(station.call(u"Heartbeat"_s).errorCode, u"SecurityError"_s);
    engine.changeStation(u"CP-1"_s, as(Registration::Accepted));
    QVERIFY(engine.command(u"CP-1"_s, u"RemoteStartTransaction"_s, R"({"idTag":"TAG"})"_json) > 0);
    QVERIFY(station.waitForCall(u"RemoteStartTransaction"_s));
    QVERIFY(station.calls(u"TriggerMessage"_s).isEmpty());
}

void tst_Registration::rejectedGetsNothing()
{
    EngineFixture engine;
    engine.addStation(u"CP-1"_s, as(Registration::Rejected));
    engine.addStation(u"CP-2"_s);
    TestStation rejected(u"CP-1"_s);
    TestStation other(u"CP-2"_s);
    QVERIFY(rejected.connectTo(engine.port()));
    QVERIFY(other.connectTo(engine.port()));
    QCOMPARE(rejected.boot(), u"Rejected"_s);
    QCOMPARE(rejected.call(u"Heartbeat"_s).errorCode, u"SecurityError"_s);
    const qint64 id = engine.command(u"CP-1"_s, u"GetConfiguration"_s);
    QVERIFY(engine.command(u"CP-2"_s, u"GetConfiguration"_s) > 0);
    QVERIFY(other.waitForCall(u"GetConfiguration"_s)); // by now the other one's would have come too
    QVERIFY(rejected.calls().isEmpty());
    QCOMPARE(engine.stateOf(id), u"queued"_s);

    engine.changeStation(u"CP-1"_s, as(Registration::Accepted));
    QCOMPARE(rejected.boot(), u"Accepted"_s);
    QVERIFY(rejected.waitForCall(u"GetConfiguration"_s)); // what waited goes
}

void tst_Registration::rejectedAtOnce()
{
    EngineFixture engine;
    engine.addStation(u"CP-1"_s);
    TestStation station(u"CP-1"_s);
    QVERIFY(station.connectTo(engine.port()));
    QCOMPARE(station.boot(), u"Accepted"_s);
    QCOMPARE(station.call(u"Heartbeat"_s).type, 3);
    engine.changeStation(u"CP-1"_s, as(Registration::Rejected));
    QTRY_COMPARE(station.call(u"Heartbeat"_s).errorCode, u"SecurityError"_s);
    QCOMPARE(station.boot(), u"Rejected"_s);
}

// Behaviour 16.
void tst_Registration::newestSocketWins()
{
    EngineFixture engine;
    engine.addStation(u"CP-1"_s);
    TestStation older(u"CP-1"_s);
    QVERIFY(older.connectTo(engine.port()));
    QCOMPARE(older.boot(), u"Accepted"_s);
    TestStation newer(u"cp-1"_s);
    QVERIFY(newer.connectTo(engine.port()));
    QVERIFY(older.waitForClose());
    QCOMPARE(newer.call(u"Heartbeat"_s).type, 3);
    QVERIFY(engine.station(u"CP-1"_s).online);
    QCOMPARE(engine.engine().metrics().connectionsOpen.load(), 1u);
    QVERIFY(engine.command(u"CP-1"_s, u"ClearCache"_s) > 0);
    QVERIFY(newer.waitForCall(u"ClearCache"_s));
    QVERIFY(older.calls().isEmpty());
    QVERIFY(engine.station(u"CP-1"_s).online);
}

// The limit on connections must neither fill up nor wear away.
void tst_Registration::replacedSocketsAreCountedOnce()
{
    csms::Policy policy = EngineFixture::quietPolicy();
    policy.acceptUnknown = true;
    policy.connections = 3;
    EngineFixture engine(policy);
    std::vector<std::unique_ptr<TestStation>> stations;
    for (int i = 0; i < 6; ++i) {
        stations.push_back(std::make_unique<TestStation>(u"CP-1"_s));
        QVERIFY2(stations.back()->connectTo(engine.port()), qPrintable(QString::number(i)));
        QCOMPARE(stations.back()->call(u"Heartbeat"_s).type, 3);
    }
    TestStation second(u"CP-2"_s);
    QVERIFY(second.connectTo(engine.port()));
    TestStation third(u"CP-3"_s);
    QVERIFY(third.connectTo(engine.port()));
    QCOMPARE(RawCaller::statusFor(engine.port(), "/CP-4"), "503"_ba);
    second.abort();
    QTRY_COMPARE(RawCaller::statusFor(engine.port(), "/CP-4"), "101"_ba);
}

// Behaviour 15.
void tst_Registration::callOfAReplacedSocketIsUnknown()
{
    EngineFixture engine;
    engine.addStation(u"CP-1"_s);
    TestStation older(u"CP-1"_s);
    QVERIFY(older.connectTo(engine.port()));
    QCOMPARE(older.boot(), u"Accepted"_s);
    const qint64 id = engine.command(u"CP-1"_s, u"ClearCache"_s);
    QVERIFY(older.waitForCall(u"ClearCache"_s));
    TestStation newer(u"CP-1"_s);
    QVERIFY(newer.connectTo(engine.port()));
    QTRY_COMPARE(engine.stateOf(id), u"unknown"_s);
    QVERIFY(newer.calls().isEmpty()); // not sent a second time
}

// Behaviour 21.
void tst_Registration::missingSubprotocolIsTolerated()
{
    EngineFixture engine;
    engine.addStation(u"CP-1"_s);
    TestStation station(u"CP-1"_s);
    QVERIFY(station.connectTo(engine.port(), {.subprotocols = {}}));
    QCOMPARE(station.subprotocol(), QString());
    QCOMPARE(station.boot(), u"Accepted"_s);
    QVERIFY2(engine.findingTexts(u"CP-1"_s).contains(u"subprotocol"_s),
             qPrintable(engine.findingTexts(u"CP-1"_s)));
}

// J 3.2: the handshake is completed without the header, then the connection is closed at once.
void tst_Registration::unknownSubprotocolIsClosed()
{
    EngineFixture engine;
    engine.addStation(u"CP-1"_s);
    RawCaller caller(engine.port());
    caller.send(RawCaller::head("/CP-1", "Sec-WebSocket-Protocol: ocpp2.0.1\r\n"));
    const QByteArray response = caller.untilClosed();
    QVERIFY2(response.startsWith("HTTP/1.1 101 "), response);
    QVERIFY2(!response.toLower().contains("sec-websocket-protocol"), response);
    QVERIFY(!caller.isOpen());
    QTRY_VERIFY(engine.knock(u"CP-1"_s));
    QCOMPARE(engine.knock(u"CP-1"_s)->reason, u"unknownSubprotocol"_s);
    QVERIFY(!engine.station(u"CP-1"_s).online);

    RawCaller eager(engine.port()); // does not wait for the answer, and speaks another language
    eager.send(RawCaller::head("/CP-1", "Sec-WebSocket-Protocol: ocpp2.0.1\r\n") + "\x81\x82....ab");
    QVERIFY(eager.untilClosed().contains(" 101 "));
    QVERIFY(!eager.isOpen());

    TestStation station(u"CP-1"_s);
    QVERIFY(station.connectTo(engine.port(), {.subprotocols = {u"ocpp2.0.1"_s, u"ocpp1.6"_s}}));
    QCOMPARE(station.subprotocol(), u"ocpp1.6"_s);
    QCOMPARE(station.boot(), u"Accepted"_s);
}

void tst_Registration::removedStationIsClosed()
{
    EngineFixture engine;
    engine.addStation(u"CP-1"_s);
    TestStation station(u"CP-1"_s);
    QVERIFY(station.connectTo(engine.port()));
    QCOMPARE(station.boot(), u"Accepted"_s);
    QVERIFY(engine.onStore([](store::Database &db) { return store::Stations(db).remove(u"CP-1"_s); }));
    QVERIFY(station.waitForClose());
    QCOMPARE(station.closeCode(), 1008);
    QTRY_COMPARE(RawCaller::statusFor(engine.port(), "/CP-1"), "404"_ba);
}

QTEST_GUILESS_MAIN(tst_Registration)
#include "tst_registration.moc"
