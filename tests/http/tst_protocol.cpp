// SPDX-License-Identifier: GPL-3.0-or-later
// What no well-behaved client sends, over a bare socket.
#include "http/apifixture.h"
#include "http/rawsocket.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace Qt::Literals::StringLiterals;

class tst_Protocol : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void connectionsAreKept();
    void pipelinedRequestsAreAnsweredInOrder();
    void notHttp_data();
    void notHttp();
    void aLongAddressIsRefused();
    void aLongHeadIsRefused();
    void aSlowHeadIsGivenUp();
    void aSlowBodyIsGivenUp();
    void anIdleConnectionIsClosed();
    void aLargeBodyIsRefused_data();
    void aLargeBodyIsRefused();
    void aBodyOfOneMebibyteIsRead();
    void aCompressedBombIsRefused();
    void formsAreRefused();
    void aMissingBodyIsNotWaitedFor();
    void chunkedBodiesAreRead();
    void headHasNoBody();
    void rangesAreIgnored();
    void descriptorsBeyondSelectAreServed();
    void idleConnectionsDoNotDelayStop();

private:
    QByteArray exchange(const QByteArray &request);
    QByteArray put(const QByteArray &headers, const QByteArray &body);

    std::unique_ptr<ApiFixture> fixture_;
};

void tst_Protocol::initTestCase()
{
    fixture_ = std::make_unique<ApiFixture>([](http::ControlApi::Parameters &parameters) {
        parameters.connections.request = std::chrono::milliseconds(1'500);
        parameters.connections.keepAlive = std::chrono::milliseconds(1'500);
    });
}

// Until the server closes: requests that end well must ask for it.
QByteArray tst_Protocol::exchange(const QByteArray &request)
{
    RawSocket socket(fixture_->port());
    socket.send(request);
    return socket.readAll();
}

QByteArray tst_Protocol::put(const QByteArray &headers, const QByteArray &body)
{
    return exchange(
        "PUT /api/v1/stations/RAW HTTP/1.1\r\nConnection: close\r\nAuthorization: Bearer control-token\r\n"
        + headers + "\r\n" + body);
}

void tst_Protocol::connectionsAreKept()
{
    RawSocket socket(fixture_->port());
    for (int i = 0; i < 50; ++i) {
        socket.send("GET /api/v1/health HTTP/1.1\r\nHost: x\r\n\r\n");
        QVERIFY(socket.readUntil("}\n").startsWith("HTTP/1.1 200"));
    }
}

void tst_Protocol::pipelinedRequestsAreAnsweredInOrder()
{
    const QByteArray answers = exchange(
        "GET /api/v1/health HTTP/1.1\r\n\r\nGET /api/v1/nowhere HTTP/1.1\r\nConnection: close\r\n\r\n");
    QVERIFY(answers.startsWith("HTTP/1.1 200"));
    QVERIFY(answers.contains("HTTP/1.1 404"));
    QCOMPARE(answers.count("HTTP/1.1 "), 2);
}

void tst_Protocol::notHttp_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("garbage") << QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\r\n", 11);
    QTest::newRow("words") << "hello there\r\n\r\n"_ba;
    QTest::newRow("another version") << "GET / HTTP/3.0\r\n\r\n"_ba;
    QTest::newRow("unknown method") << "BREW /api/v1/health HTTP/1.1\r\n\r\n"_ba;
    QTest::newRow("cut") << "GET /api/v1/health HTTP/1.1\r\nHost: "_ba;
}

void tst_Protocol::notHttp()
{
    QFETCH(QByteArray, request);
    const QByteArray answer = exchange(request);
    QVERIFY2(answer.startsWith("HTTP/1.1 400 "), answer.constData());
    QVERIFY(answer.contains("{\"error\":{\"code\":\"badRequest\""));
    QCOMPARE(answer.count("HTTP/1.1 "), 1);
    QCOMPARE(fixture_->get("/health").status, 200);
}

void tst_Protocol::aLongAddressIsRefused()
{
    for (const int length : {1'025, 7'000, 9'000}) {
        const QByteArray answer = exchange("GET /" + QByteArray(length, 'A') + " HTTP/1.1\r\n\r\n");
        QVERIFY2(answer.startsWith("HTTP/1.1 414 "), answer.left(200).constData());
        QVERIFY(answer.contains("addressTooLong"));
    }
    const QByteArray longest =
        exchange("GET /" + QByteArray(1'000, 'A') + " HTTP/1.1\r\nConnection: close\r\n\r\n");
    QVERIFY2(longest.startsWith("HTTP/1.1 404 "), longest.left(200).constData());
}

void tst_Protocol::aLongHeadIsRefused()
{
    QByteArray request = "GET /api/v1/health HTTP/1.1\r\n";
    for (int i = 0; i < 3'000; ++i)
        request += "X-" + QByteArray::number(i) + ": a header among too many\r\n";
    const QByteArray answer = exchange(request + "\r\n");
    QVERIFY2(answer.startsWith("HTTP/1.1 400 "), answer.left(200).constData());
    QVERIFY(answer.contains("32 KiB"));
}

// One byte now and then keeps many servers waiting for ever.
void tst_Protocol::aSlowHeadIsGivenUp()
{
    RawSocket socket(fixture_->port());
    QElapsedTimer timer;
    timer.start();
    socket.send("GET /api/v1/health HTTP/1.1\r\n");
    QByteArray answer;
    while (answer.isEmpty() && timer.elapsed() < 15'000) {
        socket.send("X");
        answer = socket.readUntil("\r\n", 100);
    }
    QVERIFY2(answer.startsWith("HTTP/1.1 400 "), answer.constData());
    QVERIFY(timer.elapsed() >= 1'400);
}

void tst_Protocol::aSlowBodyIsGivenUp()
{
    QElapsedTimer timer;
    timer.start();
    const QByteArray answer = put("Content-Length: 100\r\n", "{\"site\":");
    QVERIFY2(answer.startsWith("HTTP/1.1 400 "), answer.constData());
    QVERIFY(timer.elapsed() >= 1'400 && timer.elapsed() < 15'000);
    QCOMPARE(fixture_->get("/stations/RAW").status, 404);
}

void tst_Protocol::anIdleConnectionIsClosed()
{
    RawSocket socket(fixture_->port());
    QElapsedTimer timer;
    timer.start();
    QVERIFY(socket.readAll().isEmpty());
    QVERIFY(socket.isClosed());
    QVERIFY(timer.elapsed() < 15'000);
}

void tst_Protocol::aLargeBodyIsRefused_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("body");
    const QByteArray large(1'100'000, ' ');
    QTest::newRow("announced") << "Content-Length: 1100000\r\n"_ba << large;
    QTest::newRow("chunked") << "Transfer-Encoding: chunked\r\n"_ba
                             << QByteArray::number(large.size(), 16) + "\r\n" + large + "\r\n0\r\n\r\n";
}

void tst_Protocol::aLargeBodyIsRefused()
{
    QFETCH(QByteArray, headers);
    QFETCH(QByteArray, body);
    const QByteArray answer = put(headers, body);
    QVERIFY2(answer.startsWith("HTTP/1.1 413 "), answer.left(200).constData());
    QVERIFY(answer.contains("bodyTooLarge"));
    QCOMPARE(fixture_->get("/health").status, 200);
}

void tst_Protocol::aBodyOfOneMebibyteIsRead()
{
    const QByteArray body = R"({"site":"Hof"})" + QByteArray(1024 * 1024 - 14, ' ');
    const QByteArray answer = put("Content-Length: 1048576\r\n", body);
    QVERIFY2(answer.startsWith("HTTP/1.1 201 "), answer.left(200).constData());
    fixture_->del("/stations/RAW");
}

void tst_Protocol::aCompressedBombIsRefused()
{
    // qCompress writes a length and a zlib stream, which "deflate" is.
    const QByteArray bomb = qCompress(QByteArray(64 * 1024 * 1024, ' ')).sliced(4);
    QVERIFY(bomb.size() < 100'000);
    const QByteArray answer =
        put("Content-Encoding: deflate\r\nContent-Length: " + QByteArray::number(bomb.size()) + "\r\n", bomb);
    QVERIFY2(answer.startsWith("HTTP/1.1 413 "), answer.left(200).constData());
}

void tst_Protocol::formsAreRefused()
{
    const QByteArray answer =
        put("Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 5\r\n", "--x--");
    QVERIFY2(answer.startsWith("HTTP/1.1 415 "), answer.left(200).constData());
    QVERIFY(answer.contains("badMediaType"));
}

void tst_Protocol::aMissingBodyIsNotWaitedFor()
{
    QElapsedTimer timer;
    timer.start();
    const QByteArray answer = put({}, {});
    QVERIFY2(answer.startsWith("HTTP/1.1 201 "), answer.left(200).constData());
    QVERIFY(timer.elapsed() < 1'400);
    fixture_->del("/stations/RAW");
}

void tst_Protocol::chunkedBodiesAreRead()
{
    const QByteArray answer =
        put("Transfer-Encoding: chunked\r\n", "8\r\n{\"site\":\r\n6\r\n\"Hof\"}\r\n0\r\n\r\n");
    QVERIFY2(answer.startsWith("HTTP/1.1 201 "), answer.left(200).constData());
    QCOMPARE(fixture_->get("/stations/RAW").json().value("site"_L1).toString(), u"Hof"_s);
    fixture_->del("/stations/RAW");
}

void tst_Protocol::headHasNoBody()
{
    const QByteArray answer = exchange("HEAD /api/v1/health HTTP/1.1\r\nConnection: close\r\n\r\n");
    QVERIFY(answer.startsWith("HTTP/1.1 200 "));
    QVERIFY(answer.endsWith("\r\n\r\n"));
}

void tst_Protocol::rangesAreIgnored()
{
    for (const QByteArray &range : {"bytes=0-3"_ba, "bytes=2-4,6-7"_ba, "bytes=99999-"_ba}) {
        const QByteArray answer =
            exchange("GET /api/v1/health HTTP/1.1\r\nConnection: close\r\nRange: " + range + "\r\n\r\n");
        QVERIFY2(answer.startsWith("HTTP/1.1 200 "), answer.constData());
        QVERIFY2(answer.endsWith("}\n") && answer.contains("\r\n\r\n{"), answer.constData());
    }
    const QByteArray answer = exchange("GET /api/v1/health HTTP/1.1\r\nRange: cats=1-2\r\n\r\n");
    QVERIFY2(answer.startsWith("HTTP/1.1 416 "), answer.constData());
}

// Many systems allow 1024 open files at first, and more on request.
static void allowManyFiles()
{
#ifdef Q_OS_UNIX
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = std::max<rlim_t>(limit.rlim_cur, std::min<rlim_t>(limit.rlim_max, 2'000));
    setrlimit(RLIMIT_NOFILE, &limit);
#endif
}

// An engine with thousands of stations has no small descriptors left; select() would fail with them.
void tst_Protocol::descriptorsBeyondSelectAreServed()
{
    allowManyFiles();
    std::vector<std::unique_ptr<QFile>> files;
    while (files.empty() || files.back()->handle() < 1'100) {
        files.push_back(std::make_unique<QFile>(QCoreApplication::applicationFilePath()));
        QVERIFY2(files.back()->open(QIODevice::ReadOnly), "allow this test at least 1200 open files");
    }
    RawSocket socket(fixture_->port());
    socket.send("GET /api/v1/health HTTP/1.1\r\n\r\n");
    const QByteArray answer = socket.readUntil("}\n");
    QVERIFY2(answer.startsWith("HTTP/1.1 200 "), answer.constData());
}

void tst_Protocol::idleConnectionsDoNotDelayStop()
{
    ApiFixture fixture([](http::ControlApi::Parameters &parameters) {
        parameters.connections.keepAlive = std::chrono::seconds(60);
    });
    RawSocket idle(fixture.port());
    RawSocket used(fixture.port());
    used.send("GET /api/v1/health HTTP/1.1\r\n\r\n");
    used.readUntil("}\n");
    RawSocket half(fixture.port());
    half.send("GET /api");
    QElapsedTimer timer;
    timer.start();
    fixture.api().stop();
    QVERIFY(timer.elapsed() < 5'000);
}

QTEST_GUILESS_MAIN(tst_Protocol)
#include "tst_protocol.moc"
