// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/apifixture.h"
#include "store/commands.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class tst_Service : public QObject {
    Q_OBJECT

private slots:
    void health();
    void metrics();
    void openApi();
    void aTakenPortIsRefused();
    void aMissingDatabaseIsRefused();
    void stopAndStartAgain();
    void readingSeesWhatWasAnswered();
};

void tst_Service::health()
{
    ApiFixture fixture;
    const auto reply = fixture.get("/health");
    QCOMPARE(reply.status, 200);
    const QString database =
        fixture.parameters().location.backend == store::Backend::Sqlite ? u"sqlite"_s : u"postgresql"_s;
    QCOMPARE(reply.json(), (QJsonObject{{u"status"_s, u"ok"_s},
                                        {u"version"_s, u"1.2.3"_s},
                                        {u"stationsOnline"_s, 0},
                                        {u"database"_s, database}}));
}

void tst_Service::metrics()
{
    ApiFixture fixture([](http::ControlApi::Parameters &parameters) {
        parameters.metrics = [] {
            return QList<http::Metric>{
                {"messages_total",
                 "Messages",
                 http::Metric::Type::Counter,
                 {{http::label("action", "Heartbeat") + ',' + http::label("direction", "in"), 42}}}};
        };
    });
    fixture.addStation(u"CP"_s);
    fixture.post("/stations/CP/commands", R"({"action":"ClearCache"})");
    const auto reply = fixture.get("/metrics");
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.contentType.startsWith("text/plain; version=0.0.4"));
    QVERIFY(reply.body.contains("# TYPE stationmaster_messages_total counter\n"
                                "stationmaster_messages_total{action=\"Heartbeat\",direction=\"in\"} 42\n"));
    QVERIFY(reply.body.contains("\nstationmaster_stations_online 0\n"));
    QVERIFY(reply.body.contains("\nstationmaster_commands{state=\"queued\"} 1\n"));
    QVERIFY(reply.body.contains("\nstationmaster_commands{state=\"accepted\"} 0\n"));
    QTRY_VERIFY(fixture.get("/metrics").body.contains("\nstationmaster_writer_queue 0\n")); // the command may still wait
}

void tst_Service::openApi()
{
    ApiFixture fixture;
    const auto reply = fixture.get("/openapi.json");
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.contentType, "application/json"_ba);
    QCOMPARE(reply.json().value("info"_L1).toObject().value("version"_L1).toString(), u"1.2.3"_s);
    QVERIFY(reply.json().value("paths"_L1).toObject().contains("/api/v1/stations/{id}"_L1));
}

void tst_Service::aTakenPortIsRefused()
{
    ApiFixture fixture;
    http::ControlApi::Parameters parameters = fixture.parameters();
    parameters.port = fixture.port();
    http::ControlApi second(parameters);
    const auto started = second.start();
    QVERIFY(!started);
    QVERIFY(started.error().contains(QString::number(fixture.port())));
    QCOMPARE(fixture.get("/health").status, 200);
}

void tst_Service::aMissingDatabaseIsRefused()
{
    ApiFixture fixture;
    http::ControlApi::Parameters parameters = fixture.parameters();
    parameters.location = *store::parseLocation(u"sqlite:"_s + fixture.filePath(u"missing.sqlite"_s), {});
    http::ControlApi second(parameters);
    const auto started = second.start();
    QVERIFY(!started);
    QVERIFY(!started.error().isEmpty());
}

void tst_Service::stopAndStartAgain()
{
    ApiFixture fixture;
    fixture.api().stop();
    fixture.api().stop();
    QCOMPARE(fixture.get("/health").status, 0);
    http::ControlApi::Parameters parameters = fixture.parameters();
    parameters.port = fixture.port();
    http::ControlApi second(parameters);
    const auto started = second.start();
    QVERIFY2(started.has_value(), started ? "" : qPrintable(started.error()));
    QCOMPARE(*started, fixture.port());
    QCOMPARE(fixture.get("/health").status, 200);
}

// A commit that is done is seen by the very next request, whichever of the readers answers it.
void tst_Service::readingSeesWhatWasAnswered()
{
    ApiFixture fixture;
    for (int i = 0; i < 200; ++i) {
        fixture.addStation(u"S%1"_s.arg(i));
        QCOMPARE(fixture.get("/stations/S" + QByteArray::number(i)).status, 200);
    }
}

QTEST_GUILESS_MAIN(tst_Service)
#include "tst_service.moc"
