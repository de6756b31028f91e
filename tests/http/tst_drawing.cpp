// SPDX-License-Identifier: GPL-3.0-or-later
// Composite schedules as files to hand over, drawn by the real stationmasterctl.
#include "http/apifixture.h"
#include "store/chargingprofiles.h"
#include "store/compositeschedules.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray profile =
    R"({"connectorId":1,"profile":{"chargingProfileKind":"Absolute","chargingProfilePurpose":"TxDefaultProfile",
        "stackLevel":0,"chargingSchedule":{"startSchedule":"2026-03-10T12:00:00Z","chargingRateUnit":"A",
        "chargingSchedulePeriod":[{"startPeriod":0,"limit":16},{"startPeriod":3600,"limit":10}]}}})";
const QByteArray question =
    "/stations/Säule%201/composite-schedule?connectorId=1&from=2026-03-10T12:00:00Z&duration=7200";

void drawWith(http::ControlApi::Parameters &parameters, const QString &program)
{
    parameters.drawingProgram = program;
}

} // namespace

class tst_Drawing : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void formats_data();
    void formats();
    void kept();
    void keptBesideWhatTheWiresMean();
    void allConnectors();
    void readersMayAsk();
    void programIsMissing();
    void programFails();
    void programHangs();
    void manyAtOnce();
    void stopsWithTheEngine();

private:
    QString script(const QByteArray &lines) const;
    static void enter(ApiFixture &fixture);

    ApiFixture fixture_{[](auto &parameters) { drawWith(parameters, QStringLiteral(CTL_PROGRAM)); }};
};

void tst_Drawing::enter(ApiFixture &fixture)
{
    fixture.addStation(u"Säule 1"_s);
    QCOMPARE(fixture.put("/stations/Säule%201/charging-profiles", profile).status, 200);
}

void tst_Drawing::initTestCase()
{
    enter(fixture_);
}

/// A program that does this instead of drawing.
QString tst_Drawing::script(const QByteArray &lines) const
{
    const QString path = fixture_.filePath(u"program"_s);
    QFile::remove(path);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write("#!/bin/sh\n" + lines + '\n');
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return path;
}

void tst_Drawing::formats_data()
{
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("begin");
    QTest::newRow("svg") << "svg"_ba
                         << "image/svg+xml"_ba
                         << "<?xml "_ba;
    QTest::newRow("png") << "png"_ba
                         << "image/png"_ba
                         << "\x89PNG\r\n\x1a\n"_ba;
    QTest::newRow("pdf") << "pdf"_ba
                         << "application/pdf"_ba
                         << "%PDF-1."_ba;
    QTest::newRow("xlsx") << "xlsx"_ba
                          << "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"_ba
                          << "PK\x03\x04"_ba;
}

void tst_Drawing::formats()
{
    QFETCH(QByteArray, format);
    QFETCH(QByteArray, begin);
    const auto reply = fixture_.get(question + "&size=600x300&format=" + format);
    QVERIFY2(reply.status == 200, reply.body.constData());
    QTEST(reply.contentType, "type");
    QVERIFY(reply.body.startsWith(begin));
    QCOMPARE(reply.disposition,
             "attachment; filename*=UTF-8''composite-Säule-1-1." + format); // as the client decodes it
    if (format == "svg") {
        QVERIFY(reply.body.contains("Säule 1 · Connector 1"));
        QVERIFY(reply.body.contains(">16 A<"));
        QVERIFY(reply.body.contains("viewBox=\"0 0 600 300\""));
    }
}

void tst_Drawing::kept()
{
    QVERIFY(fixture_.write([](store::Database &db) {
        store::CompositeSchedules(db).report(
            {u"Säule 1"_s, 1, u"A"_s, moment(0), moment(0), 3600,
             R"({"chargingRateUnit":"A","chargingSchedulePeriod":[{"startPeriod":0,"limit":13}]})"});
    }));
    const auto reply = fixture_.get("/stations/Säule%201/composite-schedule?connectorId=1&source=kept&format=svg");
    QVERIFY2(reply.status == 200, reply.body.constData());
    // Beside what is computed of the profiles that the station has; it has none.
    for (const char *text : {">13 A<", ">reported<", ">computed<", "The station allows less"})
        QVERIFY2(reply.body.contains(text), text);
}

/// 16 A are 1920 W at one phase of 120 V: as in the window nothing differs.
void tst_Drawing::keptBesideWhatTheWiresMean()
{
    const QString program = script("exec cat"); // what is to be drawn
    ApiFixture fixture([&](auto &parameters) { drawWith(parameters, program); });
    fixture.addStation(u"CP"_s);
    QCOMPARE(fixture
                 .put("/sites/Yard", R"({"fuses":[{"name":"Main","amps":63}],
                      "members":[{"station":"CP","fuse":"Main","phases":["L1"],"voltage":120}]})")
                 .status,
             201);
    QVERIFY(fixture.write([](store::Database &db) {
        const QByteArray accepted =
            R"({"chargingProfileId":7,"stackLevel":0,"chargingProfilePurpose":"TxDefaultProfile",
                "chargingProfileKind":"Absolute","chargingSchedule":{"startSchedule":"2026-01-01T00:00:00Z",
                "chargingRateUnit":"A","chargingSchedulePeriod":[{"startPeriod":0,"limit":16}]}})";
        store::ChargingProfiles(db).setAccepted(u"CP"_s, 1, QJsonDocument::fromJson(accepted).object(), {}, moment(0));
        store::CompositeSchedules(db).report(
            {u"CP"_s, 1, u"W"_s, moment(0), moment(0), 3600,
             R"({"chargingRateUnit":"W","chargingSchedulePeriod":[{"startPeriod":0,"limit":1920}]})"});
    }));
    const auto reply = fixture.get("/stations/CP/composite-schedule?connectorId=1&source=kept&format=svg");
    QVERIFY2(reply.status == 200, reply.body.constData());
    const QJsonObject picture = reply.json()["pictures"_L1][0].toObject();
    const QJsonArray lines = picture["lines"_L1].toArray();
    QCOMPARE(lines.size(), 2);
    for (const QJsonValue &line : lines)
        QCOMPARE(line["points"_L1][0][1].toDouble(), 1920.0);
    QVERIFY(picture["differences"_L1].isArray() && picture["differences"_L1].toArray().isEmpty());
}

void tst_Drawing::allConnectors()
{
    QCOMPARE(fixture_
                 .put("/stations/Säule%201/charging-profiles",
                      QByteArray(profile).replace("\"connectorId\":1", "\"connectorId\":2"))
                 .status,
             200);
    const auto reply = fixture_.get(QByteArray(question).replace("connectorId=1", "connectorId=all") + "&format=svg");
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.body.contains("Connector 1<") && reply.body.contains("Connector 2<"));
    QVERIFY(reply.disposition.endsWith("-all.svg"));
}

void tst_Drawing::readersMayAsk()
{
    QCOMPARE(fixture_.get(question + "&format=svg", "read-token").status, 200);
    QCOMPARE(fixture_.get(question + "&format=svg", "").status, 401);
}

void tst_Drawing::programIsMissing()
{
    ApiFixture fixture([](auto &parameters) { drawWith(parameters, u"/no/such/program"_s); });
    enter(fixture);
    const auto reply = fixture.get(question + "&format=png");
    QCOMPARE(reply.status, 501);
    QCOMPARE(reply.errorCode(), u"cannotDraw"_s);
    QVERIFY(reply.errorMessage().contains(u"/no/such/program"_s));
    QCOMPARE(fixture.get(question + "&format=csv").status, 200);
}

void tst_Drawing::programFails()
{
    ApiFixture fixture(
        [this](auto &parameters) { drawWith(parameters, script("cat >/dev/null; echo 'No ink.' >&2; exit 3")); });
    enter(fixture);
    const auto reply = fixture.get(question + "&format=png");
    QCOMPARE(reply.status, 500);
    QVERIFY2(reply.errorMessage().contains(u"could not draw: No ink."_s), qPrintable(reply.errorMessage()));
    script("exit 3"); // without reading what it gets
    QVERIFY(fixture.get(question + "&format=png").errorMessage().contains(u"without a word"_s));
    script("kill -9 $$");
    QCOMPARE(fixture.get(question + "&format=png").status, 500);
}

void tst_Drawing::programHangs()
{
    ApiFixture fixture([this](auto &parameters) {
        drawWith(parameters, script("exec sleep 100"));
        parameters.drawingPatience = std::chrono::milliseconds(300);
    });
    enter(fixture);
    QElapsedTimer timer;
    timer.start();
    const auto reply = fixture.get(question + "&format=png");
    QCOMPARE(reply.status, 504);
    QVERIFY(reply.errorMessage().contains(u"not drawn within"_s));
    QVERIFY(timer.elapsed() < 10'000);
}

/// Two draw, the others wait; short requests are answered meanwhile.
void tst_Drawing::manyAtOnce()
{
    const QString log = fixture_.filePath(u"log"_s);
    ApiFixture fixture([&](auto &parameters) {
        const QByteArray file = log.toUtf8();
        drawWith(parameters,
                 script("cat >/dev/null; echo + >>" + file + "; sleep 0.2; echo - >>" + file + "; echo drawn"));
    });
    enter(fixture);
    std::atomic<int> done = 0;
    std::vector<std::jthread> clients;
    for (int i = 0; i < 6; ++i)
        clients.emplace_back([&] { done += fixture.get(question + "&format=png").body == "drawn\n" ? 1 : 0; });
    QCOMPARE(fixture.get("/health").status, 200);
    clients.clear(); // joins
    QCOMPARE(done, 6);
    QFile file(log);
    QVERIFY(file.open(QIODevice::ReadOnly));
    int running = 0;
    int most = 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        running += line == "+" ? 1 : line == "-" ? -1 : 0;
        most = std::max(most, running);
    }
    QCOMPARE(most, 2);
}

void tst_Drawing::stopsWithTheEngine()
{
    const QString begun = fixture_.filePath(u"begun"_s);
    ApiFixture fixture(
        [&](auto &parameters) { drawWith(parameters, script("touch " + begun.toUtf8() + "; exec sleep 100")); });
    enter(fixture);
    ApiFixture::Reply reply;
    std::jthread client([&] { reply = fixture.get(question + "&format=png"); });
    QTRY_VERIFY(QFile::exists(begun));
    QElapsedTimer timer;
    timer.start();
    fixture.api().stop();
    client.join();
    QVERIFY(timer.elapsed() < 10'000);
    QCOMPARE(reply.status, 503);
}

QTEST_GUILESS_MAIN(tst_Drawing)
#include "tst_drawing.moc"
