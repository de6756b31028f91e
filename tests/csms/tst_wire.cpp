// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginefixture.h"
#include "json.h"
#include "rawcaller.h"
#include "teststation.h"

#include <QSemaphore>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// Behaviour 24: whatever comes is handled, logged and harmless.
class tst_Wire : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void brokenCallsAreAnswered_data();
    void brokenCallsAreAnswered();
    void noiseIsNotAnswered_data();
    void noiseIsNotAnswered();
    void strangeButClear_data();
    void strangeButClear();
    void messageIdsAreEchoed_data();
    void messageIdsAreEchoed();
    void repeatedMessageIdIsHandled();
    void secondCallBeforeTheAnswer();
    void tooManyFramesAtATime_data();
    void tooManyFramesAtATime();
    void binaryFramesAreNoted();
    void oversizedFramesClose();
    void brokenUtf8Closes();
    void closingIsNoBreach_data();
    void closingIsNoBreach();
    void unreadAnswersClose();
    void unreadPongsClose();
    void fullDiskIsAnsweredBySilence();
    void findingsKnowTheirFrame();
    void changingValuesAreOneFinding();
    void fragmentsAreOneMessage();
    void framesSentWithTheHead_data();
    void framesSentWithTheHead();
    void hugeRawTextIsCut();
    void logSaysWhatCameAndWent();

private:
    bool isAlive() { return station_->call(u"Heartbeat"_s).type == 3; }
    /// What was sent to the station after `text`, before the answer to a later Heartbeat, which is sent when as
    /// many as expected have come.
    QStringList repliesTo(const QString &text, qsizetype expected);

    std::unique_ptr<EngineFixture> engine_;
    std::unique_ptr<TestStation> station_;
};

namespace {

/// A client's frame, masked with zeros (RFC 6455 5.2). Up to 65,535 bytes.
QByteArray clientFrame(int firstByte, const QByteArray &payload)
{
    const int size = int(payload.size());
    QByteArray head(1, char(firstByte));
    if (size < 126)
        head += char(0x80 | size);
    else
        head += QByteArray(1, char(0x80 | 126)) + char(size >> 8) + char(size & 0xff);
    return head + QByteArray(4, '\0') + payload;
}

} // namespace

void tst_Wire::init()
{
    csms::Policy policy = EngineFixture::quietPolicy();
    policy.frameBytes = 20'000;
    engine_ = std::make_unique<EngineFixture>(policy);
    engine_->addStation(u"CP-1"_s);
    station_ = std::make_unique<TestStation>(u"CP-1"_s);
    QVERIFY(station_->connectTo(engine_->port()));
    QCOMPARE(station_->boot(), u"Accepted"_s);
}

void tst_Wire::cleanup()
{
    station_.reset();
    engine_.reset();
}

QStringList tst_Wire::repliesTo(const QString &text, qsizetype expected)
{
    const qsizetype before = station_->received().size();
    station_->sendText(text);
    if (!station_->waitUntil([&] { return station_->received().size() >= before + expected; }) || !isAlive())
        return {u"the connection is dead"_s};
    QStringList replies = station_->received().mid(before);
    replies.removeLast(); // the Heartbeat's
    return replies;
}

// J 4.2.3; "-1" where no id can be read.
void tst_Wire::brokenCallsAreAnswered_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("code");
    const auto formation = u"FormationViolation"_s;
    const auto protocol = u"ProtocolError"_s;
    QTest::newRow("cut off") << uR"([2,"7","Heartbeat",{)"_s << u"7"_s << formation;
    QTest::newRow("cut off in the id") << uR"([2,"7)"_s << u"-1"_s << formation;
    QTest::newRow("cut off after the type") << u"[2"_s << u"-1"_s << formation;
    QTest::newRow("wrong comma") << uR"([2,"7","Heartbeat",{"a":1,}])"_s << u"7"_s << formation;
    QTest::newRow("single quotes") << u"[2,'7','Heartbeat',{}]"_s << u"-1"_s << formation;
    QTest::newRow("text after it") << uR"([2,"7","Heartbeat",{}] x)"_s << u"7"_s << formation;
    QTest::newRow("too deep") << uR"([2,"7","Heartbeat",{"a":)"_s + QString(5000, u'[') << u"7"_s << formation;
    QTest::newRow("nothing but the type") << u"[2]"_s << u"-1"_s << protocol;
    QTest::newRow("no action") << uR"([2,"7"])"_s << u"7"_s << protocol;
    QTest::newRow("id is an object") << uR"([2,{},"Heartbeat",{}])"_s << u"-1"_s << formation;
    QTest::newRow("id is null") << uR"([2,null,"Heartbeat",{}])"_s << u"-1"_s << formation;
    QTest::newRow("action is a number") << uR"([2,"7",5,{}])"_s << u"7"_s << formation;
    QTest::newRow("payload is a list") << uR"([2,"7","Heartbeat",[]])"_s << u"7"_s << formation;
    QTest::newRow("payload is a text") << uR"([2,"7","Heartbeat","{}"])"_s << u"7"_s << formation;
    QTest::newRow("payload is a number") << uR"([2,"7","Heartbeat",0])"_s << u"7"_s << formation;
    QTest::newRow("unknown action") << uR"([2,"7","Dance",{}])"_s << u"7"_s << u"NotImplemented"_s;
    QTest::newRow("empty action") << uR"([2,"7","",{}])"_s << u"7"_s << u"NotImplemented"_s;
    QTest::newRow("our own action") << uR"([2,"7","ClearCache",{}])"_s << u"7"_s << u"NotSupported"_s;
}

void tst_Wire::brokenCallsAreAnswered()
{
    QFETCH(QString, text);
    QFETCH(QString, id);
    QFETCH(QString, code);
    const QStringList replies = repliesTo(text, 1);
    QCOMPARE(replies.size(), 1);
    const QJsonArray reply = QJsonDocument::fromJson(replies.constFirst().toUtf8()).array();
    QCOMPARE(reply.size(), 5); // J 4.2.3
    QCOMPARE(reply[0].toInt(), 4);
    QCOMPARE(reply[1].toString(), id);
    QCOMPARE(reply[2].toString(), code);
    QVERIFY(!reply[3].toString().isEmpty() && reply[3].toString().size() <= 255);
    QVERIFY(reply[4].isObject());
    QCOMPARE(engine_->findings(u"CP-1"_s).size(), 1);
    QCOMPARE(engine_->findings(u"CP-1"_s).constFirst().code, code);
}

void tst_Wire::noiseIsNotAnswered_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("a blank") << u" "_s;
    QTest::newRow("a word") << u"hello"_s;
    QTest::newRow("an object") << uR"({"2":"7"})"_s;
    QTest::newRow("null") << u"null"_s;
    QTest::newRow("an empty list") << u"[]"_s;
    QTest::newRow("brackets without end") << QString(10'000, u'[');
    QTest::newRow("unknown type") << uR"([5,"7","Heartbeat",{}])"_s; // J 4.1.3: to be ignored
    QTest::newRow("negative type") << uR"([-2,"7","Heartbeat",{}])"_s;
    QTest::newRow("half a type") << uR"([2.5,"7","Heartbeat",{}])"_s;
    QTest::newRow("type is null") << uR"([null,"7","Heartbeat",{}])"_s;
    QTest::newRow("stray result") << uR"([3,"7",{"status":"Accepted"}])"_s;
    QTest::newRow("stray error") << uR"([4,"7","GenericError","",{}])"_s;
    QTest::newRow("result without an id") << u"[3]"_s;
    QTest::newRow("result with a list") << uR"([3,"7",[]])"_s;
    QTest::newRow("error without anything") << u"[4]"_s;
    QTest::newRow("cut off result") << uR"([3,"7",{)"_s;
}

void tst_Wire::noiseIsNotAnswered()
{
    QFETCH(QString, text);
    QCOMPARE(repliesTo(text, 0), QStringList());
    QVERIFY(!engine_->findings(u"CP-1"_s).isEmpty());
    const auto frames = engine_->frames(u"CP-1"_s);
    const bool isLogged =
        std::ranges::any_of(frames, [](const store::FrameRow &f) { return f.incoming && !f.finding.isEmpty(); });
    QVERIFY(isLogged);
}

// Behaviour 23: accepted, and recorded.
void tst_Wire::strangeButClear_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("payload is null") << uR"([2,"7","Heartbeat",null])"_s;
    QTest::newRow("no payload") << uR"([2,"7","Heartbeat"])"_s;
    QTest::newRow("one element more") << uR"([2,"7","Heartbeat",{},"x"])"_s;
    QTest::newRow("id is a number") << uR"([2,7,"Heartbeat",{}])"_s;
    QTest::newRow("unknown member") << uR"([2,"7","Heartbeat",{"x":1}])"_s;
    QTest::newRow("NUL at the end") << uR"([2,"7","Heartbeat",{}])"_s + QChar(0);
}

void tst_Wire::strangeButClear()
{
    QFETCH(QString, text);
    const QStringList replies = repliesTo(text, 1);
    QCOMPARE(replies.size(), 1);
    const QJsonArray reply = QJsonDocument::fromJson(replies.constFirst().toUtf8()).array();
    QCOMPARE(reply[0].toInt(), 3);
    QCOMPARE(reply[1], QJsonValue(u"7"_s));
    QCOMPARE(engine_->findings(u"CP-1"_s).size(), 1);
}

void tst_Wire::messageIdsAreEchoed_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("isFine");
    QTest::newRow("UUID") << u"f2b1c0de-0000-4000-8000-000000000001"_s << true;
    QTest::newRow("37 characters") << QString(37, u'x') << false; // J 4.1.4
    QTest::newRow("1000 characters") << QString(1000, u'x') << false;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("quotes and braces") << u"\"{}\\[]\n"_s << true;
    QTest::newRow("beyond the basic plane") << u"⚡🚗"_s << true;
}

void tst_Wire::messageIdsAreEchoed()
{
    QFETCH(QString, id);
    QFETCH(bool, isFine);
    const QJsonArray call{2, id, u"Heartbeat"_s, QJsonObject()};
    const QStringList replies = repliesTo(QString::fromUtf8(QJsonDocument(call).toJson()), 1);
    QCOMPARE(replies.size(), 1);
    const QJsonArray reply = QJsonDocument::fromJson(replies.constFirst().toUtf8()).array();
    QCOMPARE(reply[0].toInt(), 3);
    QCOMPARE(reply[1].toString(), id);
    QCOMPARE(engine_->findings(u"CP-1"_s).isEmpty(), isFine);
}

void tst_Wire::repeatedMessageIdIsHandled()
{
    QCOMPARE(station_->call(u"Heartbeat"_s, {}, u"same"_s).type, 3);
    QCOMPARE(station_->call(u"Authorize"_s, R"({"idTag":"TAG"})"_json, u"same"_s).type, 3);
    QVERIFY2(engine_->findingTexts(u"CP-1"_s).contains(u"message id"_s), qPrintable(engine_->findingTexts(u"CP-1"_s)));
    TestStation again(u"CP-1"_s);
    QVERIFY(again.connectTo(engine_->port()));
    QCOMPARE(again.call(u"Heartbeat"_s, {}, u"same"_s).type, 3);
    QCOMPARE(engine_->findings(u"CP-1"_s).size(), 1); // J 4.1.4 speaks of one connection
    QCOMPARE(engine_->findings(u"CP-1"_s).constFirst().count, 1);
}

// J 4.1.1, tolerated: all are answered, in order.
void tst_Wire::secondCallBeforeTheAnswer()
{
    QStringList ids;
    for (int i = 0; i < 20; ++i)
        ids.append(station_->sendCall(u"Authorize"_s, R"({"idTag":"A"})"_json));
    QCOMPARE(station_->answerTo(ids.constLast()).type, 3);
    QStringList answered;
    for (const QString &text : station_->received().mid(1))
        answered.append(QJsonDocument::fromJson(text.toUtf8()).array()[1].toString());
    QCOMPARE(answered, ids);
    QVERIFY2(engine_->findingTexts(u"CP-1"_s).contains(u"before"_s), qPrintable(engine_->findingTexts(u"CP-1"_s)));
}

// The writer is held up, so that no answer comes: nobody may fill the memory meanwhile.
void tst_Wire::tooManyFramesAtATime_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("calls") << uR"([2,"7","Authorize",{"idTag":"A"}])"_s;
    QTest::newRow("broken calls") << uR"([2,"7"])"_s;
    QTest::newRow("noise") << u"hello"_s;
    QTest::newRow("answers nobody waits for") << uR"([3,"7",{}])"_s;
    QTest::newRow("heartbeats") << uR"([2,"7","Heartbeat",{}])"_s;
}

void tst_Wire::tooManyFramesAtATime()
{
    QFETCH(QString, text);
    engine_->addStation(u"CP-2"_s);
    TestStation other(u"CP-2"_s);
    QVERIFY(other.connectTo(engine_->port()));
    QSemaphore held;
    auto holding = engine_->engine().writer().submit([&held](store::Database &) { held.acquire(); });
    for (int i = 0; i < 1000; ++i)
        station_->sendText(text);
    const QString patient = other.sendCall(u"Authorize"_s, R"({"idTag":"A"})"_json);
    const bool closed = station_->waitForClose();
    held.release();
    holding.waitForFinished();
    QVERIFY(closed);
    QCOMPARE(station_->closeCode(), 1008);
    QCOMPARE(other.answerTo(patient).type, 3);
    QVERIFY2(engine_->findingTexts(u"CP-1"_s).contains(u"More frames"_s), qPrintable(engine_->findingTexts(u"CP-1"_s)));
    QVERIFY(station_->connectTo(engine_->port()));
    QVERIFY(isAlive());
}

// J 4.1.2: OCPP-J sends text frames only.
void tst_Wire::binaryFramesAreNoted()
{
    const qsizetype before = station_->received().size();
    station_->sendBinary(R"([2,"7","Heartbeat",{}])");
    station_->sendBinary({});
    QVERIFY(isAlive());
    QCOMPARE(station_->received().size(), before + 1);
    QVERIFY2(engine_->findingTexts(u"CP-1"_s).contains(u"binary"_s), qPrintable(engine_->findingTexts(u"CP-1"_s)));
}

void tst_Wire::oversizedFramesClose()
{
    engine_->addStation(u"CP-2"_s);
    TestStation other(u"CP-2"_s);
    QVERIFY(other.connectTo(engine_->port()));
    const QJsonObject large{{u"vendorId"_s, u"v"_s}, {u"data"_s, QString(19'000, u'x')}};
    QCOMPARE(station_->call(u"DataTransfer"_s, large).type, 3);
    station_->sendCall(u"DataTransfer"_s, with(large, "data"_L1, QString(20'001, u'x')));
    QVERIFY(station_->waitForClose());
    QCOMPARE(station_->closeCode(), 1009);
    QTRY_VERIFY2(engine_->findingTexts(u"CP-1"_s).contains(u"larger than 20000 bytes"_s),
                 qPrintable(engine_->findingTexts(u"CP-1"_s)));
    QCOMPARE(other.call(u"Heartbeat"_s).type, 3);
    QTRY_VERIFY(!engine_->station(u"CP-1"_s).online);
    QVERIFY(station_->connectTo(engine_->port()));
    QVERIFY(isAlive());
}

// RFC 6455 8.1: 1007.
void tst_Wire::brokenUtf8Closes()
{
    RawCaller caller(engine_->port());
    caller.send(RawCaller::head("/CP-1"));
    QVERIFY(caller.until("\r\n\r\n").contains(" 101 "));
    caller.send(clientFrame(0x81, "[2,\"7\",\"Heartbeat\",{\"a\":\"\xff\xfe\"}]"));
    const QByteArray end = caller.untilClosed();
    QVERIFY2(end.contains(QByteArray::fromHex("03ef")), end.toHex());
    QTRY_VERIFY2(engine_->findingTexts(u"CP-1"_s).contains(u"UTF-8"_s), qPrintable(engine_->findingTexts(u"CP-1"_s)));
    TestStation again(u"CP-1"_s);
    QVERIFY(again.connectTo(engine_->port()));
    QCOMPARE(again.call(u"Heartbeat"_s).type, 3);
}

// The same codes, said by the station: it finds fault with us, or is only going.
void tst_Wire::closingIsNoBreach_data()
{
    QTest::addColumn<int>("code");
    for (const int code : {1000, 1002, 1007, 1009})
        QTest::addRow("%d", code) << code;
}

void tst_Wire::closingIsNoBreach()
{
    QFETCH(int, code);
    RawCaller caller(engine_->port());
    caller.send(RawCaller::head("/CP-1"));
    QVERIFY(caller.until("\r\n\r\n").contains(" 101 "));
    QTRY_VERIFY(engine_->station(u"CP-1"_s).online);
    const char bytes[] = {char(code >> 8), char(code & 0xff)};
    caller.send(clientFrame(0x88, QByteArray(bytes, 2)));
    caller.untilClosed();
    QTRY_VERIFY(!engine_->station(u"CP-1"_s).online);
    QVERIFY2(engine_->findings(u"CP-1"_s).isEmpty(), qPrintable(engine_->findingTexts(u"CP-1"_s)));
}

// Else whoever does not read fills our memory with answers.
void tst_Wire::unreadAnswersClose()
{
    QTcpSocket deaf;
    deaf.setReadBufferSize(1);
    deaf.connectToHost(QHostAddress(QHostAddress::LocalHost), engine_->port());
    QVERIFY(deaf.waitForConnected());
    deaf.setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, 4096);
    deaf.write(RawCaller::head("/CP-1"));
    const QByteArray id(9'000, 'i'); // comes back with the answer
    const auto answered = [this] {
        return engine_->onStore([](store::Database &db) {
            return db.number(u"SELECT count(*) FROM frames WHERE NOT incoming AND length(message_id) = 9000"_s);
        });
    };
    const auto isNoted = [this] { return engine_->findingTexts(u"CP-1"_s).contains(u"does not read"_s); };
    for (qint64 sent = 0; sent < 2'000 && !isNoted(); sent += 100) { // never too many unanswered ones
        for (int i = 0; i < 100; ++i)
            deaf.write(clientFrame(0x81, "[2,\"" + id + "\",\"Heartbeat\",{}]"));
        QTRY_VERIFY(answered() == sent + 100 || isNoted());
    }
    QVERIFY(isNoted());
    QTRY_VERIFY(!engine_->station(u"CP-1"_s).online);
    QVERIFY(station_->connectTo(engine_->port()));
    QVERIFY(isAlive());
}

// The socket answers pings by itself: nobody hears of them.
void tst_Wire::unreadPongsClose()
{
    QTcpSocket deaf;
    deaf.setReadBufferSize(1);
    deaf.connectToHost(QHostAddress(QHostAddress::LocalHost), engine_->port());
    QVERIFY(deaf.waitForConnected());
    deaf.setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, 4096);
    deaf.write(RawCaller::head("/CP-1"));
    const QByteArray pings = clientFrame(0x89, QByteArray(125, 'p')).repeated(4'000);
    const auto isNoted = [this] { return engine_->findingTexts(u"CP-1"_s).contains(u"does not read"_s); };
    for (int i = 0; i < 60 && !isNoted(); ++i) { // the system's own buffers take some of it
        deaf.write(pings);
        QTRY_VERIFY(deaf.bytesToWrite() == 0 || isNoted());
    }
    QTRY_VERIFY(isNoted());
    QTRY_VERIFY(!engine_->station(u"CP-1"_s).online);
    QVERIFY(station_->connectTo(engine_->port()));
    QVERIFY(isAlive());
}

// A CALLERROR counts as an attempt, after some of which a station drops its message (3.7.1).
void tst_Wire::fullDiskIsAnsweredBySilence()
{
    const auto limit = [this](qint64 pages) {
        engine_->onStore([pages](store::Database &db) {
            db.value(u"PRAGMA max_page_count = %1"_s.arg(pages ? pages : db.number(u"PRAGMA page_count"_s)));
        });
    };
    const QJsonObject large{{u"vendorId"_s, u"v"_s}, {u"data"_s, QString(19'000, u'x')}};
    static std::atomic<int> refused = 0; // on the writer thread
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &text) {
        refused += text.contains(u"is full"_s) ? 1 : 0;
    });
    const auto listening = qScopeGuard([] { qInstallMessageHandler(nullptr); });
    limit(0);
    const qsizetype before = station_->received().size();
    const QString unheard = station_->sendCall(u"DataTransfer"_s, large);
    QTRY_COMPARE(refused, 1);
    station_->sendText(uR"([2,"broken","%1"])"_s.arg(QString(19'000, u'x')));
    QTRY_COMPARE(refused, 2);
    limit(1'000'000);
    QVERIFY(isAlive());
    QVERIFY2(station_->received().size() == before + 1, qPrintable(station_->received().mid(before).join(u'\n')));
    QCOMPARE(station_->call(u"DataTransfer"_s, large, unheard).type, 3); // and what is repeated is kept
    QCOMPARE(engine_->findingTexts(u"CP-1"_s).count(u"before the one before"_s), 0);
}

void tst_Wire::findingsKnowTheirFrame()
{
    QCOMPARE(station_->call(u"Heartbeat"_s, {{u"color"_s, 1}}, u"odd"_s).type, 3);
    const QList<store::FindingRow> findings = engine_->findings(u"CP-1"_s);
    QVERIFY2(findings.size() == 1, qPrintable(engine_->findingTexts(u"CP-1"_s)));
    QVERIFY(findings.constFirst().frameId.has_value());
    const auto frame = engine_->onStore(
        [id = *findings.constFirst().frameId](store::Database &db) { return store::Frames(db).find(id); });
    QVERIFY(frame.has_value());
    QCOMPARE(frame->messageId, u"odd"_s);
    QVERIFY(!findings.constFirst().clause.isEmpty());
}

// Behaviour 22's everyday case: the station that does not know its time zone says so with every message.
void tst_Wire::changingValuesAreOneFinding()
{
    for (int second = 10; second < 20; ++second) {
        const QJsonObject status{{u"connectorId"_s, 1},
                                 {u"errorCode"_s, u"NoError"_s},
                                 {u"status"_s, u"Available"_s},
                                 {u"timestamp"_s, u"2024-05-01T10:00:%1"_s.arg(second)}};
        QCOMPARE(station_->call(u"StatusNotification"_s, status).type, 3);
    }
    const QList<store::FindingRow> findings = engine_->findings(u"CP-1"_s);
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings.constFirst().count, 10);
    QVERIFY2(findings.constFirst().text.contains(u"10:00:19"_s), qPrintable(findings.constFirst().text));
}

void tst_Wire::fragmentsAreOneMessage()
{
    RawCaller caller(engine_->port());
    caller.send(RawCaller::head("/CP-1"));
    QVERIFY(caller.until("\r\n\r\n").contains(" 101 "));
    caller.send(clientFrame(0x01, R"([2,"frag)"));
    caller.send(clientFrame(0x00, R"(ment","Heart)"));
    caller.send(clientFrame(0x89, "ping")); // a control frame may come in between
    caller.send(clientFrame(0x80, R"(beat",{}])"));
    QVERIFY2(caller.until(R"([3,"fragment",{"currentTime":)").contains(R"([3,"fragment",)"), caller.received());
    QVERIFY(caller.received().contains(QByteArray::fromHex("8a04") + "ping")); // the pong
}

// Some stations do not wait for the handshake to be answered; a verdict that takes time must not lose them either.
void tst_Wire::framesSentWithTheHead_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<qsizetype>("cut"); // where the first packet ends, seen from the end
    const QByteArray known = "/CP-1";
    const QByteArray unknown = "/CP-9"; // has to be registered first
    QTest::newRow("in one packet") << known << qsizetype(0);
    QTest::newRow("in one packet, unknown") << unknown << qsizetype(0);
    QTest::newRow("half a frame") << known << qsizetype(12);
    QTest::newRow("half a frame, unknown") << unknown << qsizetype(12);
    QTest::newRow("one and a half") << unknown << qsizetype(1);
}

void tst_Wire::framesSentWithTheHead()
{
    QFETCH(QByteArray, path);
    QFETCH(qsizetype, cut);
    csms::Policy policy = EngineFixture::quietPolicy();
    policy.acceptUnknown = true;
    EngineFixture engine(policy);
    engine.addStation(u"CP-1"_s);
    const QByteArray bytes = RawCaller::head(path) + clientFrame(0x81, R"([2,"first","Heartbeat",{}])")
                             + clientFrame(0x81, R"([2,"second","Heartbeat",{}])");
    RawCaller caller(engine.port());
    caller.send(bytes.chopped(cut));
    QVERIFY(caller.until("\r\n\r\n").contains(" 101 "));
    caller.send(bytes.last(cut));
    const QByteArray received = caller.until(R"([3,"second")");
    QCOMPARE(received.count(R"([3,"first")"), 1);
    QCOMPARE(received.count(R"([3,"second")"), 1);
}

void tst_Wire::hugeRawTextIsCut()
{
    QCOMPARE(repliesTo(u"x"_s + QString(15'000, u'y'), 0), QStringList());
    const auto frames = engine_->frames(u"CP-1"_s);
    const auto raw = std::ranges::find(frames, 0, &store::FrameRow::type);
    QVERIFY(raw != frames.end());
    QVERIFY(raw->payload.startsWith("xyyyy"));
    QVERIFY(raw->payload.size() < 5000);
}

void tst_Wire::logSaysWhatCameAndWent()
{
    station_->answer(u"ClearCache"_s, R"({"status":"Accepted"})"_json);
    QCOMPARE(station_->call(u"Authorize"_s, R"({"idTag":"TAG"})"_json, u"a"_s).type, 3);
    QCOMPARE(station_->call(u"Dance"_s, {}, u"b"_s).type, 4);
    const qint64 id = engine_->command(u"CP-1"_s, u"ClearCache"_s);
    QTRY_COMPARE(engine_->stateOf(id), u"accepted"_s);
    QStringList log;
    for (const store::FrameRow &f : engine_->frames(u"CP-1"_s).mid(2)) { // after the boot
        const QString what = u"%1 %2 %3"_s.arg(f.incoming ? u"in"_s : u"out"_s).arg(f.type).arg(f.action);
        log.append(f.type == 2 && f.finding.isEmpty() ? what + u' ' + QString::fromUtf8(f.payload) : what);
        QVERIFY(!f.messageId.isEmpty());
    }
    QCOMPARE(log, (QStringList{uR"(in 2 Authorize {"idTag":"TAG"})"_s, u"out 3 Authorize"_s, u"in 2 Dance"_s,
                               u"out 4 Dance"_s, u"out 2 ClearCache {}"_s, u"in 3 ClearCache"_s}));
}

QTEST_GUILESS_MAIN(tst_Wire)
#include "tst_wire.moc"
