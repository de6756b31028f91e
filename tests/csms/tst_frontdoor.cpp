// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/frontdoor.h"
#include "rawcaller.h"

#include <QRegularExpression>
#include <QTest>
#include <QWebSocket>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace csms;

/// The door alone, on the test's thread; the test decides who may come in.
class tst_FrontDoor : public QObject {
    Q_OBJECT

private slots:
    void init() { openDoor({}); }
    void cleanup();

    void letsIn();
    void echoesOneSubprotocol_data();
    void echoesOneSubprotocol();
    void findsTheStationInThePath_data();
    void findsTheStationInThePath();
    void readsAHeadInPieces_data();
    void readsAHeadInPieces();
    void largestHead();
    void turnsAway_data();
    void turnsAway();
    void refuses_data();
    void refuses();
    void verdictMayComeLater();
    void callerWhoHangsUpBeforeTheVerdict();
    void callerWhoTalksBeforeTheVerdict();
    void slowCallersAreClosed();
    void callersInTimeAreNotClosed();
    void waitingForTheVerdictIsNotSlow();
    void tooManyConnections();
    void everyoneWhoLeavesMakesRoom();
    void takesAStormOfConnections();
    void saysWhichPortIsTaken();
    void closesWithCallersAtTheDoor_data();
    void closesWithCallersAtTheDoor();

private:
    void openDoor(const FrontDoor::Limits &limits);
    /// One connection, closed again, for which nothing else was noted.
    bool visitIsPossible();

    std::unique_ptr<FrontDoor> door_;
    quint16 port_ = 0;
    std::optional<RefusalReason> refusal_;
    bool decidesLater_ = false;
    QList<FrontDoor::Verdict> verdicts_;
    QList<FrontDoor::Caller> welcomed_;
    std::vector<std::unique_ptr<QWebSocket>> sockets_;
    QStringList turnedAway_;
    std::function<void(QWebSocket *)> onWelcome_;
};

void tst_FrontDoor::openDoor(const FrontDoor::Limits &limits)
{
    const auto admit = [this](const FrontDoor::Caller &, const FrontDoor::Verdict &verdict) {
        if (decidesLater_)
            verdicts_.append(verdict);
        else
            verdict(refusal_);
    };
    const auto welcome = [this](QWebSocket *socket, const FrontDoor::Caller &caller) {
        sockets_.emplace_back(socket);
        welcomed_.append(caller);
        if (onWelcome_)
            onWelcome_(socket);
    };
    const auto turnedAway = [this](RefusalReason reason, const QString &address) {
        turnedAway_.append(toString(reason) + u' ' + address);
    };
    door_ = std::make_unique<FrontDoor>(limits, admit, welcome, turnedAway);
    const auto opened = door_->open(QHostAddress(QHostAddress::LocalHost), 0);
    QVERIFY2(opened.has_value(), opened ? "" : qPrintable(opened.error()));
    port_ = *opened;
}

void tst_FrontDoor::cleanup()
{
    sockets_.clear();
    door_.reset();
    refusal_.reset();
    decidesLater_ = false;
    verdicts_.clear();
    welcomed_.clear();
    turnedAway_.clear();
}

bool tst_FrontDoor::visitIsPossible()
{
    const QByteArray status = RawCaller::statusFor(port_, "/VISITOR");
    if (status != "101")
        return false;
    sockets_.pop_back();
    door_->noteDeparture();
    return true;
}

void tst_FrontDoor::letsIn()
{
    RawCaller caller(port_);
    caller.send(RawCaller::head("/ocpp/CP-1", RawCaller::basic("CP-1", "secret")));
    QVERIFY2(caller.until("\r\n\r\n").startsWith("HTTP/1.1 101 "), caller.received());
    QTRY_COMPARE(welcomed_.size(), 1);
    const FrontDoor::Caller &known = welcomed_.constFirst();
    QCOMPARE(known.handshake.stationId, u"CP-1"_s);
    QCOMPARE(known.handshake.credentials.value().password, "secret"_ba);
    QCOMPARE(known.remoteAddress, u"127.0.0.1"_s);
    QCOMPARE(known.localAddress, u"127.0.0.1"_s); // the Host header, as it came
    sockets_.front()->sendTextMessage(u"hello"_s);
    QVERIFY(caller.until("hello").endsWith("hello"));
    QVERIFY(turnedAway_.isEmpty());
}

// Behaviour 21: exactly one, the first that both know; none if there is none (J 3.2).
void tst_FrontDoor::echoesOneSubprotocol_data()
{
    QTest::addColumn<QByteArray>("offered");
    QTest::addColumn<QByteArray>("echoed");
    QTest::newRow("1.6") << "ocpp1.6"_ba
                         << "ocpp1.6"_ba;
    QTest::newRow("several") << "ocpp2.0.1, ocpp1.6, ocpp1.5"_ba
                             << "ocpp1.6"_ba;
    QTest::newRow("several without blanks") << "ocpp2.0.1,ocpp1.6"_ba
                                            << "ocpp1.6"_ba;
    QTest::newRow("in two headers") << "ocpp2.0.1\r\nSec-WebSocket-Protocol: ocpp1.6"_ba
                                    << "ocpp1.6"_ba;
    QTest::newRow("spelled otherwise") << "OCPP1.6J"_ba
                                       << "OCPP1.6J"_ba;
    QTest::newRow("two that are known") << "ocpp1.6j, ocpp1.6"_ba
                                        << "ocpp1.6j"_ba;
    QTest::newRow("twice the same") << "ocpp1.6, ocpp1.6"_ba
                                    << "ocpp1.6"_ba;
    QTest::newRow("unknown") << "ocpp2.0.1"_ba << QByteArray();
}

void tst_FrontDoor::echoesOneSubprotocol()
{
    QFETCH(QByteArray, offered);
    QFETCH(QByteArray, echoed);
    RawCaller caller(port_);
    caller.send(RawCaller::head("/CP-1", "Sec-WebSocket-Protocol: " + offered + "\r\n"));
    const QByteArray response = caller.until("\r\n\r\n");
    QVERIFY2(response.startsWith("HTTP/1.1 101 "), response);
    QList<QByteArray> echoes;
    for (const QByteArray &line : response.split('\n')) {
        if (line.toLower().startsWith("sec-websocket-protocol:"))
            echoes.append(line.mid(line.indexOf(':') + 1).trimmed());
    }
    QCOMPARE(echoes, echoed.isEmpty() ? QList<QByteArray>() : QList<QByteArray>{echoed});
    QTRY_COMPARE(welcomed_.size(), 1);
    QCOMPARE(sockets_.front()->subprotocol().toUtf8(), echoed);
}

// Behaviour 20; QWebSocketServer reads the same path with QUrl and must not find fault with it.
void tst_FrontDoor::findsTheStationInThePath_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("id");
    QTest::newRow("short") << "/CP-1"_ba << u"CP-1"_s;
    QTest::newRow("trailing slash") << "/ocpp/CP-1/"_ba << u"CP-1"_s;
    QTest::newRow("double slash") << "/ocpp//CP-1"_ba << u"CP-1"_s;
    QTest::newRow("leading double slash") << "//CP-1"_ba << u"CP-1"_s;
    QTest::newRow("leading double slash and ocpp") << "//ocpp/CP-1"_ba << u"CP-1"_s;
    QTest::newRow("percent-encoded") << "/ocpp/CP%20%231"_ba << u"CP #1"_s;
    QTest::newRow("colon") << "/ocpp/CP:1"_ba << u"CP:1"_s;
    QTest::newRow("query") << "/ocpp/CP-1?x=y"_ba << u"CP-1"_s;
}

void tst_FrontDoor::findsTheStationInThePath()
{
    QFETCH(QByteArray, path);
    QFETCH(QString, id);
    QCOMPARE(RawCaller::statusFor(port_, path), "101"_ba);
    QTRY_COMPARE(welcomed_.size(), 1);
    QCOMPARE(welcomed_.constFirst().handshake.stationId, id);
}

void tst_FrontDoor::readsAHeadInPieces_data()
{
    QTest::addColumn<qsizetype>("firstPiece");
    const QByteArray head = RawCaller::head("/CP-1");
    QTest::newRow("in the method") << qsizetype(2);
    QTest::newRow("after the method") << qsizetype(4);
    QTest::newRow("in a header") << head.indexOf("Upgrade") + 3;
    QTest::newRow("between CR and LF") << head.indexOf('\n');
    QTest::newRow("in the blank line") << head.size() - 2;
    QTest::newRow("before the last byte") << head.size() - 1;
}

void tst_FrontDoor::readsAHeadInPieces()
{
    QFETCH(qsizetype, firstPiece);
    const QByteArray head = RawCaller::head("/CP-1");
    RawCaller caller(port_);
    caller.send(head.first(firstPiece));
    QVERIFY(visitIsPossible()); // what came before the visit has been read
    QVERIFY(caller.isOpen());
    caller.send(head.sliced(firstPiece));
    QVERIFY2(caller.until("\r\n\r\n").startsWith("HTTP/1.1 101 "), caller.received());
}

void tst_FrontDoor::largestHead()
{
    const qsizetype rest = RawCaller::head("/CP-1", "X-Padding: \r\n").size();
    const QByteArray head =
        RawCaller::head("/CP-1", "X-Padding: " + QByteArray(maxHeadBytes - rest, 'x') + "\r\n");
    QCOMPARE(head.size(), maxHeadBytes);
    RawCaller caller(port_);
    caller.send(head);
    QVERIFY2(caller.until("\r\n\r\n").startsWith("HTTP/1.1 101 "), caller.received());
}

void tst_FrontDoor::turnsAway_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QString>("reason");
    QTest::newRow("garbage") << "hello\r\n"_ba
                             << "400"_ba << u"malformedRequest"_s;
    QTest::newRow("TLS") << QByteArray::fromHex("16030100f5010000f10303") << "400"_ba
                         << u"tlsSpoken"_s;
    QTest::newRow("one wrong byte") << "P"_ba
                                    << "400"_ba << u"malformedRequest"_s;
    QTest::newRow("endless line") << "GET /" + QByteArray(9000, 'x') << "431"_ba << u"headTooLarge"_s;
    QTest::newRow("endless headers") << "GET /CP-1 HTTP/1.1\r\n" + QByteArray("X-A: b\r\n").repeated(1200)
                                     << "431"_ba << u"headTooLarge"_s;
    QTest::newRow("browser") << "GET /ocpp/CP-1 HTTP/1.1\r\nHost: x\r\n\r\n"_ba
                             << "426"_ba << u"notWebSocket"_s;
    QTest::newRow("no identity") << RawCaller::head("/ocpp/") << "404"_ba << u"noIdentity"_s;
}

void tst_FrontDoor::turnsAway()
{
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, status);
    QFETCH(QString, reason);
    RawCaller caller(port_);
    caller.send(sent);
    const QByteArray response = caller.untilClosed();
    QVERIFY2(response.startsWith("HTTP/1.1 " + status + ' '), response);
    QVERIFY(!caller.isOpen());
    QCOMPARE(turnedAway_, QStringList{reason + u" 127.0.0.1"_s});
    QVERIFY(welcomed_.isEmpty());
}

void tst_FrontDoor::refuses_data()
{
    QTest::addColumn<RefusalReason>("reason");
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<bool>("asksForPassword");
    QTest::newRow("unknown") << RefusalReason::UnknownStation << "404"_ba << false;
    QTest::newRow("no password") << RefusalReason::PasswordMissing << "401"_ba << true;
    QTest::newRow("wrong password") << RefusalReason::PasswordWrong << "401"_ba << true;
}

void tst_FrontDoor::refuses()
{
    QFETCH(RefusalReason, reason);
    QFETCH(QByteArray, status);
    QFETCH(bool, asksForPassword);
    refusal_ = reason;
    RawCaller caller(port_);
    caller.send(RawCaller::head("/CP-1"));
    const QByteArray response = caller.untilClosed();
    QVERIFY2(response.startsWith("HTTP/1.1 " + status + ' '), response);
    QCOMPARE(response.contains("\r\nWWW-Authenticate: Basic "), asksForPassword);
    QVERIFY(!caller.isOpen());
    QVERIFY(welcomed_.isEmpty());
    QVERIFY(turnedAway_.isEmpty()); // whoever has a name was judged by admit, who knows of it
}

void tst_FrontDoor::verdictMayComeLater()
{
    decidesLater_ = true;
    RawCaller caller(port_);
    caller.send(RawCaller::head("/CP-1"));
    QTRY_COMPARE(verdicts_.size(), 1);
    QVERIFY(caller.isOpen());
    QVERIFY(caller.received().isEmpty());
    verdicts_.takeFirst()(std::nullopt);
    QVERIFY2(caller.until("\r\n\r\n").startsWith("HTTP/1.1 101 "), caller.received());
}

void tst_FrontDoor::callerWhoHangsUpBeforeTheVerdict()
{
    openDoor({.connections = 1});
    for (const auto &verdict :
         {std::optional<RefusalReason>(), std::optional(RefusalReason::UnknownStation)}) {
        decidesLater_ = true;
        RawCaller caller(port_);
        caller.send(RawCaller::head("/CP-1"));
        QTRY_COMPARE(verdicts_.size(), 1);
        caller.abort();
        decidesLater_ = false;
        QTRY_VERIFY(visitIsPossible()); // the only place is free again: the door knows that it is gone
        const qsizetype before = welcomed_.size();
        verdicts_.takeFirst()(verdict);
        QVERIFY(visitIsPossible());
        QCOMPARE(welcomed_.size(), before + 1); // the visitor
    }
}

// Whoever is not let in yet fills no memory; what it sends stays with it until then.
void tst_FrontDoor::callerWhoTalksBeforeTheVerdict()
{
    decidesLater_ = true;
    QTcpSocket caller;
    caller.connectToHost(QHostAddress(QHostAddress::LocalHost), port_);
    QVERIFY(caller.waitForConnected());
    caller.write(RawCaller::head("/CP-1"));
    QTRY_COMPARE(verdicts_.size(), 1);
    constexpr int frames = 10'000;
    for (int i = 0; i < frames; ++i)
        caller.write(QByteArray::fromHex("81fe00c800000000") + QByteArray(200, 'x')); // text, masked with zeros
    const auto atTheDoor = [this] {
        qint64 bytes = 0;
        for (const QTcpSocket *socket : door_->findChildren<QTcpSocket *>())
            bytes = std::max(bytes, socket->bytesAvailable());
        return bytes;
    };
    QTRY_COMPARE(atTheDoor(), 2 * maxHeadBytes);
    RawCaller other(port_);
    other.send(RawCaller::head("/CP-2"));
    QTRY_COMPARE(verdicts_.size(), 2);
    QCOMPARE(atTheDoor(), 2 * maxHeadBytes);
    int heard = 0;
    onWelcome_ = [&heard, this](QWebSocket *socket) {
        connect(socket, &QWebSocket::textMessageReceived, this, [&heard] { ++heard; });
    };
    verdicts_.takeFirst()(std::nullopt);
    QTRY_COMPARE(heard, frames);
    onWelcome_ = {};
}

void tst_FrontDoor::slowCallersAreClosed()
{
    openDoor({.handshakeTimeout = 0ms});
    RawCaller silent(port_);
    RawCaller slow(port_);
    slow.send(RawCaller::head("/CP-1").chopped(1));
    QVERIFY(visitIsPossible());
    door_->closeSlowCallers();
    silent.untilClosed();
    slow.untilClosed();
    QVERIFY(!silent.isOpen());
    QVERIFY(!slow.isOpen());
    QVERIFY(welcomed_.size() == 1); // the visitor
    QCOMPARE(turnedAway_, QStringList{u"malformedRequest 127.0.0.1"_s}); // once for both: there may be thousands
}

void tst_FrontDoor::callersInTimeAreNotClosed()
{
    openDoor({.handshakeTimeout = 1h});
    const QByteArray head = RawCaller::head("/CP-1");
    RawCaller caller(port_);
    caller.send(head.first(20));
    QVERIFY(visitIsPossible());
    door_->closeSlowCallers();
    caller.send(head.sliced(20));
    QVERIFY2(caller.until("\r\n\r\n").startsWith("HTTP/1.1 101 "), caller.received());
}

// Passwords are hashed slowly on purpose, and a writer may be busy: that is not the caller's fault.
void tst_FrontDoor::waitingForTheVerdictIsNotSlow()
{
    openDoor({.handshakeTimeout = 0ms});
    decidesLater_ = true;
    RawCaller caller(port_);
    caller.send(RawCaller::head("/CP-1"));
    QTRY_COMPARE(verdicts_.size(), 1);
    door_->closeSlowCallers();
    verdicts_.takeFirst()(std::nullopt);
    QVERIFY2(caller.until("\r\n\r\n").startsWith("HTTP/1.1 101 "), caller.received());
}

void tst_FrontDoor::tooManyConnections()
{
    openDoor({.connections = 2});
    RawCaller first(port_);
    first.send(RawCaller::head("/CP-1"));
    QVERIFY(first.until("\r\n\r\n").contains(" 101 "));
    RawCaller atTheDoor(port_);
    atTheDoor.send("GET ");
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^No more than 2 stations can be connected"_s));
    RawCaller third(port_);
    third.send(RawCaller::head("/CP-3"));
    const QByteArray response = third.untilClosed();
    QVERIFY2(response.startsWith("HTTP/1.1 503 "), response);
    QVERIFY(response.contains("\r\nRetry-After: "));
    door_->noteDeparture(); // the first
    QTRY_VERIFY(visitIsPossible());
}

void tst_FrontDoor::everyoneWhoLeavesMakesRoom()
{
    openDoor({.connections = 1});
    for (int i = 0; i < 3; ++i) {
        RawCaller garbage(port_);
        garbage.send("hello\r\n");
        QVERIFY(garbage.untilClosed().contains(" 400 "));
        QTRY_VERIFY(visitIsPossible());

        refusal_ = RefusalReason::UnknownStation;
        RawCaller unknown(port_);
        unknown.send(RawCaller::head("/CP-1"));
        QVERIFY(unknown.untilClosed().contains(" 404 "));
        refusal_.reset();
        QTRY_VERIFY(visitIsPossible());

        RawCaller tooMuch(port_); // let in by us, but not by QWebSocketServer
        tooMuch.send(RawCaller::head("/CP-1", QByteArray("X: y\r\n").repeated(200)));
        QVERIFY(!tooMuch.untilClosed().contains(" 101 "));
        QTRY_VERIFY(visitIsPossible());
    }
}

// The backlog: nobody accepts while this thread does not return to its event loop.
void tst_FrontDoor::takesAStormOfConnections()
{
    std::vector<std::unique_ptr<RawCaller>> callers;
    for (int i = 0; i < 300; ++i) {
        callers.push_back(std::make_unique<RawCaller>(port_));
        QVERIFY2(callers.back()->isOpen(), qPrintable(QString::number(i)));
        callers.back()->send(RawCaller::head("/CP-" + QByteArray::number(i)));
    }
    QTRY_COMPARE(welcomed_.size(), 300);
}

void tst_FrontDoor::saysWhichPortIsTaken()
{
    FrontDoor second({}, {}, {}, {});
    const quint16 port = port_;
    const auto opened = second.open(QHostAddress(QHostAddress::LocalHost), port);
    QVERIFY(!opened.has_value());
    QVERIFY2(opened.error().contains(QString::number(port)), qPrintable(opened.error()));
    QVERIFY2(opened.error().contains(u"--port"_s), qPrintable(opened.error()));
}

void tst_FrontDoor::closesWithCallersAtTheDoor_data()
{
    QTest::addColumn<bool>("isDestroyed");
    QTest::newRow("destroyed") << true;
    QTest::newRow("shut") << false;
}

void tst_FrontDoor::closesWithCallersAtTheDoor()
{
    QFETCH(bool, isDestroyed);
    decidesLater_ = true;
    RawCaller half(port_);
    half.send("GET ");
    RawCaller waiting(port_);
    waiting.send(RawCaller::head("/CP-1"));
    QTRY_COMPARE(verdicts_.size(), 1);
    if (isDestroyed)
        door_.reset();
    else
        door_->shut();
    half.untilClosed();
    waiting.untilClosed();
    QVERIFY(!half.isOpen());
    QVERIFY(!waiting.isOpen());
    if (door_)
        verdicts_.takeFirst()(std::nullopt); // too late
    QVERIFY(welcomed_.isEmpty());
    QVERIFY(turnedAway_.isEmpty());
}

QTEST_GUILESS_MAIN(tst_FrontDoor)
#include "tst_frontdoor.moc"
