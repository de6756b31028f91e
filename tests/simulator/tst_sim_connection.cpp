// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/place.h"

#include <QTcpServer>
#include <QTcpSocket>

using namespace simtest;

namespace {

/// Looks at the HTTP head of each handshake and answers it with a status, without an upgrade.
class Doorman : public QObject {
public:
    explicit Doorman(const QByteArray &answer) : answer_(answer)
    {
        server_.listen(QHostAddress::LocalHost);
        connect(&server_, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = server_.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                heads += socket->readAll();
                socket->write(answer_);
                socket->disconnectFromHost();
            });
        });
    }

    QUrl endpoint() const { return QUrl(u"ws://127.0.0.1:%1/ocpp"_s.arg(server_.serverPort())); }

    QList<QByteArray> heads;

private:
    QByteArray answer_;
    QTcpServer server_;
};

} // namespace

class TestConnection : public QObject {
    Q_OBJECT

private slots:
    void handshakeCarriesIdentityPasswordAndSubprotocol();
    void noSubprotocolAndPasswordWhenThereAreNone();
    void triesAgainAfterARefusal();
    void backsOffWhileNobodyListens();
    void aHandshakeThatNeverEndsIsGivenUp();
    void changesItsPasswordAndReconnects();
    void sendsOneCallAtATime();
    void idsAreNeverUsedTwice();
    void survivesGarbage();
    void anUnreadableAnswerEndsTheCall();
    void aLateAnswerIsHarmless();
    void pingsAfterAReboot();
    void endsALineWithoutPongs();

private:
    static simulator::StationOptions optionsFor(const QUrl &endpoint)
    {
        simulator::StationOptions options = defaultOptions();
        options.endpoint = endpoint;
        return options;
    }

    simulator::ManualTimeline timeline_{noon};
    simulator::SilentJournal journal_;
};

void TestConnection::handshakeCarriesIdentityPasswordAndSubprotocol()
{
    Doorman doorman("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");
    simulator::StationOptions options = optionsFor(doorman.endpoint());
    options.id = u"Züri 1/2"_s;
    options.password = "secret:with colon";
    simulator::Station station(options, timeline_, journal_);
    station.switchOn();
    QTRY_COMPARE(doorman.heads.size(), 1);
    const QByteArray head = doorman.heads.first();
    QVERIFY2(head.startsWith("GET /ocpp/Z%C3%BCri%201%2F2 HTTP/1.1\r\n"), head);
    const QByteArray credentials = QByteArray("Züri 1/2:secret:with colon").toBase64();
    QVERIFY2(head.contains("Authorization: Basic " + credentials), head);
    QVERIFY2(head.contains("Sec-WebSocket-Protocol: ocpp1.6\r\n"), head);
}

void TestConnection::noSubprotocolAndPasswordWhenThereAreNone()
{
    Doorman doorman("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    simulator::StationOptions options = optionsFor(doorman.endpoint());
    options.subprotocol.clear();
    simulator::Station station(options, timeline_, journal_);
    station.switchOn();
    QTRY_COMPARE(doorman.heads.size(), 1);
    QVERIFY(!doorman.heads.first().contains("Authorization"));
    QVERIFY(!doorman.heads.first().contains("Sec-WebSocket-Protocol"));
}

void TestConnection::triesAgainAfterARefusal()
{
    Doorman doorman("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    simulator::Station station(optionsFor(doorman.endpoint()), timeline_, journal_);
    station.switchOn();
    QTRY_COMPARE(doorman.heads.size(), 1);
    // The next attempt, and nothing else: until the refusal is heard it is the end of waiting for an answer.
    QTRY_VERIFY(timeline_.planned() == 1 && *timeline_.nextDue() <= timeline_.now() + 1s);
    timeline_.advance(1s);
    QTRY_COMPARE(doorman.heads.size(), 2);
}

void TestConnection::backsOffWhileNobodyListens()
{
    Place place;
    place.central.stopListening();
    const auto lost = [&place] { return place.journal.count(u"the connection is lost"_s); };
    place.station.switchOn();
    for (int attempt = 0; attempt < 12; ++attempt) {
        QTRY_COMPARE(lost(), attempt + 1);
        QCOMPARE(place.timeline.planned(), 1U); // the next attempt, and nothing else
        // Each pause is between half and all of 1 s, 2 s, 4 s, ... up to 120 s (JE 3.4).
        const auto longest = std::min<std::chrono::milliseconds>(1s * (1 << attempt), 120s);
        const auto pause = *place.timeline.nextDue() - place.timeline.now();
        QVERIFY2(pause >= longest / 2 && pause <= longest, qPrintable(QString::number(pause.count())));
        place.timeline.advance(pause);
    }
    QTRY_COMPARE(lost(), 13);
    place.central.listenAgain();
    place.timeline.advance(*place.timeline.nextDue() - place.timeline.now());
    QVERIFY(place.settled());
}

void TestConnection::aHandshakeThatNeverEndsIsGivenUp()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    int knocks = 0;
    connect(&silent, &QTcpServer::newConnection, this, [&] { ++knocks; });
    simulator::Station station(optionsFor(QUrl(u"ws://127.0.0.1:%1/"_s.arg(silent.serverPort()))), timeline_, journal_);
    station.switchOn();
    QTRY_COMPARE(knocks, 1);
    timeline_.advance(20s);
    timeline_.advance(1s);
    QTRY_COMPARE(knocks, 2);
}

void TestConnection::changesItsPasswordAndReconnects()
{
    simulator::StationOptions options = defaultOptions();
    options.password = "old";
    Place place(options);
    QVERIFY(place.boot());
    const auto authorization = [&] { return place.central.line()->request().rawHeader("Authorization"); };
    QCOMPARE(authorization(), "Basic " + QByteArray("CP1:old").toBase64());
    const QByteArray key = QByteArray::fromHex("00ff3a2233445566778899aabbccddeeff001122");
    const auto changed = place.central.ask(
        u"ChangeConfiguration"_s, {{u"key"_s, u"AuthorizationKey"_s}, {u"value"_s, QString::fromLatin1(key.toHex())}});
    QCOMPARE(changed.payload.value("status"_L1).toString(), u"Accepted"_s);
    QTRY_COMPARE(place.central.lines(), 2);
    QVERIFY(place.settled());
    QCOMPARE(authorization(), "Basic " + ("CP1:" + key).toBase64());
    QCOMPARE(place.central.count(u"BootNotification"_s), 1); // W A01: a reconnect, not a reboot
    QTRY_COMPARE(place.central.openLines(), 1);
}

void TestConnection::sendsOneCallAtATime()
{
    Place place;
    QVERIFY(place.boot());
    place.central.forget();
    place.central.ignore(u"StatusNotification"_s);
    place.station.plugIn(1);
    place.station.plugIn(2);
    place.central.ask(u"ClearCache"_s); // the other direction stays free
    QCOMPARE(place.central.calls.size(), 1);
    place.timeline.advance(30s); // MessageTimeout
    QTRY_COMPARE(place.central.calls.size(), 2);
}

void TestConnection::idsAreNeverUsedTwice()
{
    Place place;
    QVERIFY(place.boot());
    QVERIFY(place.charge());
    place.station.goOffline();
    place.station.stopLocally(1);
    place.station.goOnline();
    QVERIFY(place.settled());
    QCOMPARE(place.central.lines(), 2);
    QCOMPARE(place.central.count(u"StopTransaction"_s), 1);
    QSet<QString> ids;
    for (const CentralSystem::Call &call : place.central.calls) {
        QVERIFY(call.messageId.size() <= 36);
        ids.insert(call.messageId);
    }
    QCOMPARE(ids.size(), place.central.calls.size());
}

void TestConnection::survivesGarbage()
{
    Place place;
    QVERIFY(place.boot());
    for (const auto text :
         {"", "hello", "{}", "[]", "[2]", "[9,\"x\",{}]", "[3,\"nobody\",{}]", "[4]", "[2,\"x\",7,{}]"})
        place.central.sendText(QString::fromLatin1(text));
    QCOMPARE(place.central.ask(u"Nonsense"_s).errorCode, u"NotImplemented"_s);
    QCOMPARE(place.central.ask(u"Heartbeat"_s).errorCode, u"NotSupported"_s);
    QCOMPARE(place.central.ask(u"Reset"_s, {{u"type"_s, u"Sideways"_s}}).errorCode, u"PropertyConstraintViolation"_s);
    QCOMPARE(place.central.ask(u"ClearCache"_s).payload.value("status"_L1).toString(), u"Accepted"_s);
    QCOMPARE(place.central.lines(), 1);
}

void TestConnection::anUnreadableAnswerEndsTheCall()
{
    Place place;
    place.central.answer(u"BootNotification"_s, {{u"status"_s, 7}});
    place.station.switchOn();
    QTRY_COMPARE(place.central.count(u"BootNotification"_s), 1);
    QTRY_VERIFY(place.station.isQuiet());
    place.central.answerAsUsual(u"BootNotification"_s);
    place.timeline.advance(60s);
    QTRY_VERIFY(place.station.isAccepted());
}

void TestConnection::aLateAnswerIsHarmless()
{
    Place place;
    QVERIFY(place.boot());
    place.central.forget();
    place.central.ignore(u"StatusNotification"_s);
    QString late;
    connect(place.central.line(), &QWebSocket::textMessageReceived, this,
            [&](const QString &text) { late = ocpp::parseFrame(text.toUtf8())->messageId; });
    place.station.plugIn(1);
    QTRY_VERIFY(!late.isEmpty());
    const QString id = late;
    place.timeline.advance(30s);
    QVERIFY(place.station.isQuiet());
    place.central.answerAsUsual(u"StatusNotification"_s);
    place.central.sendText(QString::fromUtf8(ocpp::resultFrame(id, {})));
    place.station.unplug(1);
    QVERIFY(place.settled());
    QCOMPARE(place.central.statuses(1), (QStringList{u"Preparing"_s, u"Available"_s}));
}

void TestConnection::pingsAfterAReboot()
{
    Place place;
    QVERIFY(place.boot());
    place.central.ask(u"ChangeConfiguration"_s, {{u"key"_s, u"WebSocketPingInterval"_s}, {u"value"_s, u"20"_s}});
    const std::size_t planned = place.timeline.planned();
    place.central.ask(u"Reset"_s, {{u"type"_s, u"Soft"_s}});
    place.timeline.advance(2s);
    QTRY_COMPARE(place.central.count(u"BootNotification"_s), 2);
    QVERIFY(place.settled());
    QCOMPARE(place.timeline.planned(), planned + 1); // the next ping
    for (int i = 0; i < 5; ++i) {
        place.timeline.advance(20s);
        place.central.ask(u"ClearCache"_s); // the pong came before this answer
    }
    QCOMPARE(place.central.lines(), 2);
}

void TestConnection::endsALineWithoutPongs()
{
    simulator::StationOptions options = defaultOptions();
    options.configuration = {{u"WebSocketPingInterval"_s, u"20"_s}};
    Place place(options);
    QVERIFY(place.boot());
    // No event loop between the two: the pong has no chance to be read.
    place.timeline.advance(40s);
    QTRY_VERIFY((place.timeline.advance(1s), place.central.lines() == 2));
    QVERIFY(place.settled());
}

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_sim_connection.moc"
