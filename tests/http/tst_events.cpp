// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/apifixture.h"
#include "http/rawsocket.h"
#include "store/changefeed.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace Qt::Literals::StringLiterals;

class tst_Events : public QObject {
    Q_OBJECT

private slots:
    void changesArrive();
    void heartbeatsKeepItAlive();
    void itEndsInOrderAtStop();
    void manyEndInOrderWhileTheySpeak();
    void streamsAreLimited();
    void aClientThatLeftGivesItsPlaceBack();
    void manyStreamsDoNotHoldOthersUp();
    void changesOfOtherProcessesArrive();
    void ownChangesArriveOnce();
};

static const QByteArray lastChunk = "0\r\n\r\n"; // RFC 9112, 7.1

static QByteArray eventsRequest()
{
    return "GET /api/v1/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer read-token\r\n\r\n";
}

void tst_Events::changesArrive()
{
    ApiFixture fixture;
    RawSocket socket(fixture.port());
    socket.send(eventsRequest());
    const QByteArray head = socket.readUntil(": changes follow");
    QVERIFY(head.startsWith("HTTP/1.1 200 OK\r\n"));
    QVERIFY(head.contains("Content-Type: text/event-stream\r\n"));
    QVERIFY(head.contains("Cache-Control: no-store\r\n"));
    fixture.addStation(u"CP"_s);
    const QByteArray events = socket.readUntil("\n\n\r\n");
    QVERIFY2(events.contains("event: change\ndata: {\"key\":"), events.constData());
    QVERIFY2(events.contains("\"station\":\"CP\",\"table\":\"stations\"}\n\n"), events.constData());
}

void tst_Events::heartbeatsKeepItAlive()
{
    ApiFixture fixture([](http::ControlApi::Parameters &parameters) {
        parameters.heartbeat = std::chrono::milliseconds(50);
    });
    RawSocket socket(fixture.port());
    socket.send(eventsRequest());
    QVERIFY(socket.readUntil(": still here\n\n").contains(": still here\n\n"));
    QVERIFY(socket.readUntil(": still here\n\n").contains(": still here\n\n"));
}

void tst_Events::itEndsInOrderAtStop()
{
    ApiFixture fixture;
    RawSocket socket(fixture.port());
    socket.send(eventsRequest());
    socket.readUntil(": changes follow");
    QElapsedTimer timer;
    timer.start();
    fixture.api().stop();
    QVERIFY(timer.elapsed() < 5'000);
    QCOMPARE(socket.readAll(), lastChunk);
    QVERIFY(socket.isClosed());
}

// The end may find a stream at any place of its loop.
void tst_Events::manyEndInOrderWhileTheySpeak()
{
    ApiFixture fixture(
        [](http::ControlApi::Parameters &parameters) { parameters.heartbeat = std::chrono::milliseconds(0); });
    std::vector<std::unique_ptr<RawSocket>> streams;
    for (int i = 0; i < 12; ++i) {
        streams.push_back(std::make_unique<RawSocket>(fixture.port()));
        streams.back()->send(eventsRequest());
        QVERIFY(streams.back()->readUntil(": still here").startsWith("HTTP/1.1 200"));
    }
    std::thread end([&fixture] { fixture.api().stop(); });
    int inOrder = 0;
    for (const auto &stream : streams)
        inOrder += stream->readAll().endsWith(lastChunk) ? 1 : 0;
    end.join();
    QCOMPARE(inOrder, int(streams.size()));
}

void tst_Events::streamsAreLimited()
{
    ApiFixture fixture([](http::ControlApi::Parameters &parameters) { parameters.streams = 1; });
    RawSocket first(fixture.port());
    first.send(eventsRequest());
    first.readUntil(": changes follow");
    const auto refused = fixture.get("/events");
    QCOMPARE(refused.status, 503);
    QCOMPARE(refused.errorCode(), u"tooManyStreams"_s);
}

void tst_Events::aClientThatLeftGivesItsPlaceBack()
{
    ApiFixture fixture([](http::ControlApi::Parameters &parameters) {
        parameters.streams = 1;
        parameters.heartbeat = std::chrono::milliseconds(50); // writing is how its leaving is noticed
    });
    {
        RawSocket first(fixture.port());
        first.send(eventsRequest());
        first.readUntil(": changes follow");
        first.close();
    }
    const auto opened = [&fixture] {
        RawSocket next(fixture.port());
        next.send(eventsRequest());
        return next.readUntil("\r\n").startsWith("HTTP/1.1 200");
    };
    bool hasPlace = false; // QTRY_VERIFY asks again after it has seen the truth
    QTRY_VERIFY_WITH_TIMEOUT(hasPlace || (hasPlace = opened()), 10'000);
}

void tst_Events::manyStreamsDoNotHoldOthersUp()
{
    ApiFixture fixture;
    std::vector<std::unique_ptr<RawSocket>> streams;
    for (int i = 0; i < 16; ++i) {
        streams.push_back(std::make_unique<RawSocket>(fixture.port()));
        streams.back()->send(eventsRequest());
        QVERIFY(streams.back()->readUntil(": changes follow").startsWith("HTTP/1.1 200"));
    }
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(fixture.get("/health").status, 200);
    QVERIFY(timer.elapsed() < 2'000);
    fixture.addStation(u"CP"_s);
    for (const auto &stream : streams)
        QVERIFY(stream->readUntil("\"table\":\"stations\"").contains("\"table\":\"stations\""));
}

// The feed speaks in the thread it lives in; here that is this one.
void tst_Events::changesOfOtherProcessesArrive()
{
    ApiFixture other;
    store::ChangeFeed feed(other.parameters().location);
    ApiFixture fixture([&feed](http::ControlApi::Parameters &parameters) { parameters.changeFeed = &feed; });
    RawSocket socket(fixture.port());
    socket.send(eventsRequest());
    socket.readUntil(": changes follow");
    emit feed.changedElsewhere({{store::Table::Knocks, {}, u"stranger"_s}});
    const QByteArray events = socket.readUntil("\n\n\r\n");
    QVERIFY2(events.contains("{\"key\":\"stranger\",\"station\":null,\"table\":\"knocks\"}"),
             events.constData());
}

// The feed repeats what its writer commits.
void tst_Events::ownChangesArriveOnce()
{
    std::unique_ptr<store::ChangeFeed> feed;
    ApiFixture fixture([&feed](http::ControlApi::Parameters &parameters) {
        feed = std::make_unique<store::ChangeFeed>(parameters.writer);
        parameters.changeFeed = feed.get();
    });
    RawSocket socket(fixture.port());
    socket.send(eventsRequest());
    socket.readUntil(": changes follow");
    fixture.addStation(u"FIRST"_s);
    QVERIFY(socket.readUntil("\"station\":\"FIRST\"").contains("\"station\":\"FIRST\""));
    QCoreApplication::processEvents();
    fixture.addStation(u"SECOND"_s);
    const QByteArray events = socket.readUntil("\"station\":\"SECOND\"");
    QVERIFY2(events.contains("SECOND") && !events.contains("\"station\":\"FIRST\""), events.constData());
}

QTEST_GUILESS_MAIN(tst_Events)
#include "tst_events.moc"
