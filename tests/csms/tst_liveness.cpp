// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginefixture.h"
#include "json.h"
#include "rawcaller.h"
#include "store/clock.h"
#include "teststation.h"

#include <QSemaphore>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// Behaviour 17 and 19, with intervals of a second.
class tst_Liveness : public QObject {
    Q_OBJECT

private slots:
    void deadPeerIsClosed();
    void everyFrameIsASignOfLife();
    void statusesAreAskedFor();
    void statusesAreNotAskedOfTheUnaccepted();
    void statusesAreNeverAskedForAtZero();
    void slowHandshakeIsClosed();
    void heartbeatsAskForNoCommit();

private:
    static csms::Policy impatient();
};

namespace {

// RFC 6455 5.2: a ping without content, as it comes from a server.
const QByteArray ping = QByteArray::fromHex("8900");

/// A masked text frame of less than 126 bytes.
QByteArray textFrame(const QByteArray &text)
{
    return QByteArray(1, char(0x81)) + char(0x80 | int(text.size())) + QByteArray(4, '\0') + text;
}

} // namespace

csms::Policy tst_Liveness::impatient()
{
    csms::Policy policy = EngineFixture::quietPolicy();
    policy.pingInterval = 1s;
    policy.missedPongs = 1;
    policy.acceptUnknown = true;
    return policy;
}

void tst_Liveness::deadPeerIsClosed()
{
    EngineFixture engine(impatient());
    TestStation living(u"LIVING"_s); // answers pings, and says nothing
    QVERIFY(living.connectTo(engine.port()));
    RawCaller dead(engine.port());
    dead.send(RawCaller::head("/DEAD"));
    QVERIFY(dead.until("\r\n\r\n").contains(" 101 "));
    QTRY_VERIFY(engine.station(u"DEAD"_s).online);
    QVERIFY(dead.untilClosed().contains(ping));
    QVERIFY(!dead.isOpen());
    QTRY_VERIFY(!engine.station(u"DEAD"_s).online);
    QVERIFY(engine.station(u"DEAD"_s).lastHeard.value() < store::now() - 1500ms); // not when it was given up
    QVERIFY(living.isConnected());
    QVERIFY(engine.station(u"LIVING"_s).online);
    QCOMPARE(living.call(u"Heartbeat"_s).type, 3);
}

// A station whose WebSocket library never answers pings, as some do, but that talks.
void tst_Liveness::everyFrameIsASignOfLife()
{
    EngineFixture engine(impatient());
    RawCaller talking(engine.port());
    talking.send(RawCaller::head("/TALKING"));
    QVERIFY(talking.until("\r\n\r\n").contains(" 101 "));
    RawCaller dead(engine.port());
    dead.send(RawCaller::head("/DEAD"));
    QVERIFY(dead.until("\r\n\r\n").contains(" 101 "));
    for (int i = 0; i < 3; ++i) {
        const QByteArray id = "\"id" + QByteArray::number(i) + '"';
        talking.send(textFrame("[2," + id + ",\"Heartbeat\",{}]"));
        QVERIFY(talking.until("[3," + id).contains("[3," + id));
        const qsizetype pings = talking.received().count(ping);
        QTRY_VERIFY_WITH_TIMEOUT(talking.received().count(ping) > pings, 10'000);
    }
    QVERIFY(talking.isOpen());
    QVERIFY(!dead.isOpen());
}

// What has to be kept waits for the database; the time of day does not.
void tst_Liveness::heartbeatsAskForNoCommit()
{
    EngineFixture engine(impatient());
    TestStation station(u"BEATING"_s);
    QVERIFY(station.connectTo(engine.port()));
    QCOMPARE(station.boot(), u"Accepted"_s);
    QSemaphore busy;
    auto working = engine.engine().writer().submit([&busy](store::Database &) { busy.acquire(); });
    const Answer beat = station.call(u"Heartbeat"_s);
    const QString pending = station.sendCall(u"Authorize"_s, R"({"idTag":"A"})"_json);
    QCOMPARE(beat.type, 3);
    QVERIFY(!beat.payload.value("currentTime"_L1).toString().isEmpty());
    busy.release();
    QVERIFY(working.result());
    QCOMPARE(station.answerTo(pending).type, 3);
    const auto logged = [&] {
        const auto frames = engine.frames(u"BEATING"_s);
        return std::ranges::count(frames, beat.messageId, &store::FrameRow::messageId);
    };
    QTRY_COMPARE(logged(), 2);
}

// Behaviour 19, E 3.22.
void tst_Liveness::statusesAreAskedFor()
{
    csms::Policy policy = EngineFixture::quietPolicy();
    policy.statusTriggerAfter = 1s;
    policy.acceptUnknown = true;
    EngineFixture engine(policy);
    TestStation telling(u"TELLING"_s);
    QVERIFY(telling.connectTo(engine.port()));
    QCOMPARE(telling.boot(), u"Accepted"_s);
    const QJsonObject status = R"({"connectorId":0,"errorCode":"NoError","status":"Available"})"_json;
    QCOMPARE(telling.call(u"StatusNotification"_s, status).type, 3);
    TestStation silent(u"SILENT"_s);
    QVERIFY(silent.connectTo(engine.port()));
    QCOMPARE(silent.boot(), u"Accepted"_s);
    const auto call = silent.waitForCall(u"TriggerMessage"_s);
    QVERIFY(call.has_value());
    QCOMPARE(call->payload, R"({"requestedMessage":"StatusNotification"})"_json);
    QCOMPARE(telling.call(u"Heartbeat"_s).type, 3);
    QVERIFY(telling.calls().isEmpty()); // who came earlier, and would have been asked by now
}

void tst_Liveness::statusesAreNotAskedOfTheUnaccepted()
{
    csms::Policy policy = EngineFixture::quietPolicy();
    policy.statusTriggerAfter = 1s;
    EngineFixture engine(policy);
    engine.addStation(u"PENDING"_s, [](store::Station &s) { s.registration = store::Registration::Pending; });
    engine.addStation(u"ACCEPTED"_s);
    TestStation pending(u"PENDING"_s);
    QVERIFY(pending.connectTo(engine.port()));
    QCOMPARE(pending.boot(), u"Pending"_s);
    TestStation accepted(u"ACCEPTED"_s);
    QVERIFY(accepted.connectTo(engine.port()));
    QCOMPARE(accepted.boot(), u"Accepted"_s);
    QVERIFY(accepted.waitForCall(u"TriggerMessage"_s));
    QCOMPARE(pending.boot(), u"Pending"_s);
    QVERIFY(pending.calls().isEmpty());
}

void tst_Liveness::statusesAreNeverAskedForAtZero()
{
    csms::Policy policy = EngineFixture::quietPolicy();
    policy.statusTriggerAfter = 0s;
    policy.configurationReadAfter = 1s;
    EngineFixture engine(policy);
    engine.addStation(u"SILENT"_s);
    TestStation silent(u"SILENT"_s);
    QVERIFY(silent.connectTo(engine.port()));
    QCOMPARE(silent.boot(), u"Accepted"_s);
    QVERIFY(silent.waitForCall(u"GetConfiguration"_s)); // which comes after what is due at once
    QVERIFY(silent.calls(u"TriggerMessage"_s).isEmpty());
}

void tst_Liveness::slowHandshakeIsClosed()
{
    csms::Policy policy = EngineFixture::quietPolicy();
    policy.handshakeTimeout = 1s;
    EngineFixture engine(policy);
    RawCaller slow(engine.port());
    slow.send("GET /ocpp/");
    QCOMPARE(slow.untilClosed(), QByteArray());
    QVERIFY(!slow.isOpen());
}

QTEST_GUILESS_MAIN(tst_Liveness)
#include "tst_liveness.moc"
