// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/place.h"
#include "simulator/scenariorun.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>

using namespace simtest;

class TestScenario : public QObject {
    Q_OBJECT

private slots:
    void builtInScenariosAreFine();
    void readsAFile();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void stepsRunAtTheirTimes();
    void speedCompressesSteps();
    void stepsOfOtherStationsAreLeftOut();
    void roundsAreRepeated();
    void jitterIsRepeatable();
    void waitsUntilSomethingHappens();
    void failsWhenItDoesNotHappen();
    void beginsBeforeAcceptanceIfSoWanted();
    void playsASession();
    void everyActionDoesSomething_data();
    void everyActionDoesSomething();

private:
    static QJsonObject object(const char *json) { return QJsonDocument::fromJson(json).object(); }

    /// Plays a scenario at the place's station; the time is moved by the test.
    struct Play {
        Play(Place &place, const simulator::Scenario &story, int number = 1)
            : scenario(story), run(place.station, number, place.timeline, scenario, {u"TAG-1"_s, u"TAG-2"_s})
        {
            run.finished.listen([this] { ++finished; });
            run.start();
        }
        simulator::Scenario scenario;
        simulator::ScenarioRun run;
        int finished = 0;
    };
    static simulator::Scenario story(const char *json)
    {
        return simulator::parseScenario(object(json)).value();
    }
};

void TestScenario::builtInScenariosAreFine()
{
    QCOMPARE(simulator::builtInScenarios(), (QStringList{u"idle"_s, u"day"_s, u"session"_s}));
    for (const QString &name : simulator::builtInScenarios()) {
        const auto scenario = simulator::loadScenario(name);
        QVERIFY2(scenario.has_value(), qPrintable(name));
        QVERIFY(!scenario->description.isEmpty());
    }
    QVERIFY(simulator::loadScenario(u"day"_s)->traffic.has_value());
    QVERIFY(simulator::loadScenario(u"session"_s)->exits);
}

void TestScenario::readsAFile()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"story.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"steps": [{"at": 5, "do": "plug", "connector": 2}]})");
    file.close();
    const auto scenario = simulator::loadScenario(file.fileName());
    QVERIFY(scenario.has_value());
    QCOMPARE(scenario->steps.size(), 1);
    QCOMPARE(scenario->steps.first().atSeconds, std::optional(5.0));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{");
    file.close();
    QVERIFY(simulator::loadScenario(file.fileName()).error().contains(file.fileName()));
}

void TestScenario::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *json, const char *words) {
        QTest::newRow(name) << QByteArray(json) << QString::fromLatin1(words);
    };
    row("unknown action", R"({"steps": [{"do": "wait"}, {"do": "fly"}]})", "step 2: \"fly\"");
    row("no action", R"({"steps": [{"at": 1}]})", "step 1");
    row("unknown parameter", R"({"steps": [{"do": "plug", "colour": 1}]})", "plug does not know \"colour\"");
    row("unknown member", R"({"step": []})", "\"step\"");
    row("behaviour", R"({"steps": [{"do": "behave", "action": "Reset", "as": "odd"}]})", "\"odd\"");
    row("files", R"({"steps": [{"do": "files", "as": "odd"}]})", "\"odd\"");
    row("certificates", R"({"steps": [{"do": "certificates", "as": "reject"}]})", "\"reject\"");
    row("traffic", R"({"traffic": {"cars": 3}})", "\"cars\"");
    row("traffic value", R"({"traffic": {"pauseMinutes": -3}})", "\"pauseMinutes\"");
}

void TestScenario::saysWhatIsWrong()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, words);
    const auto scenario = simulator::parseScenario(object(json.constData()));
    QVERIFY(!scenario);
    QVERIFY2(scenario.error().contains(words), qPrintable(scenario.error()));
}

void TestScenario::stepsRunAtTheirTimes()
{
    Place place;
    Play play(place, story(R"({"steps": [{"at": 5, "do": "plug"}, {"after": 3, "do": "unplug"},
                                         {"at": 20, "do": "plug", "connector": 2}]})"));
    QVERIFY(place.boot());
    place.timeline.advance(4999ms);
    QCOMPARE(place.status(1), u"Available"_s);
    place.timeline.advance(1ms);
    QCOMPARE(place.status(1), u"Preparing"_s);
    place.timeline.advance(3s);
    QCOMPARE(place.status(1), u"Available"_s);
    place.timeline.advance(11999ms);
    QCOMPARE(play.finished, 0);
    place.timeline.advance(1ms);
    QCOMPARE(place.status(2), u"Preparing"_s);
    QCOMPARE(play.finished, 1);
    QCOMPARE(play.run.failure(), QString());
}

void TestScenario::speedCompressesSteps()
{
    simulator::StationOptions options = defaultOptions();
    options.speed = 60;
    Place place(options);
    Play play(place, story(R"({"steps": [{"at": 600, "do": "plug"}]})"));
    QVERIFY(place.boot());
    place.timeline.advance(9999ms);
    QCOMPARE(place.status(1), u"Available"_s);
    place.timeline.advance(1ms);
    QCOMPARE(place.status(1), u"Preparing"_s);
}

void TestScenario::stepsOfOtherStationsAreLeftOut()
{
    Place place;
    Play play(
        place,
        story(R"({"steps": [{"do": "plug", "station": 1}, {"do": "plug", "connector": 2, "station": 7}]})"),
        7);
    QVERIFY(place.boot());
    place.timeline.advance(1s);
    QCOMPARE(place.status(1), u"Available"_s);
    QCOMPARE(place.status(2), u"Preparing"_s);
    QCOMPARE(play.finished, 1);
}

void TestScenario::roundsAreRepeated()
{
    Place place;
    Play play(place,
              story(R"({"loop": 3, "steps": [{"at": 10, "do": "plug"}, {"at": 20, "do": "unplug"}]})"));
    QVERIFY(place.boot());
    place.central.forget();
    place.timeline.advance(100s);
    QVERIFY(place.settled());
    QCOMPARE(place.central.statuses(1).count(u"Preparing"_s), 3);
    QCOMPARE(play.finished, 1);
}

void TestScenario::jitterIsRepeatable()
{
    QList<QStringList> runs;
    for (int i = 0; i < 2; ++i) {
        Place place;
        Play play(
            place,
            story(
                R"({"loop": 20, "steps": [{"jitter": 30, "do": "authorize", "tag": "any", "connector": "any"},
                                                         {"after": 100, "do": "wait"}]})"));
        QVERIFY(place.boot());
        QStringList tags;
        for (int minute = 0; minute < 50; ++minute) {
            place.timeline.advance(1min);
            QVERIFY(place.settled());
        }
        for (const QJsonObject &payload : place.central.all(u"Authorize"_s))
            tags += payload.value("idTag"_L1).toString();
        runs += tags;
    }
    QCOMPARE(runs.first(), runs.last());
    QVERIFY(runs.first().contains(u"TAG-1"_s));
    QVERIFY(runs.first().contains(u"TAG-2"_s));
}

void TestScenario::waitsUntilSomethingHappens()
{
    Place place;
    Play play(
        place,
        story(R"({"steps": [{"do": "awaitStatus", "connector": 2, "is": "Faulted"}, {"do": "plug"}]})"));
    QVERIFY(place.boot());
    place.timeline.advance(20s);
    QCOMPARE(place.status(1), u"Available"_s);
    place.station.fault(2, {});
    place.timeline.advance(0ms);
    QCOMPARE(place.status(1), u"Preparing"_s);
    QCOMPARE(play.finished, 1);
}

void TestScenario::failsWhenItDoesNotHappen()
{
    Place place;
    Play play(
        place,
        story(R"({"steps": [{"do": "wait"}, {"do": "awaitTransaction", "timeout": 10}, {"do": "plug"}]})"));
    QVERIFY(place.boot());
    place.timeline.advance(9s);
    QCOMPARE(play.finished, 0);
    place.timeline.advance(1s);
    QCOMPARE(play.finished, 1);
    QCOMPARE(play.run.failure(), u"step 2 (awaitTransaction) was not reached in time"_s);
    QCOMPARE(place.status(1), u"Available"_s);
}

void TestScenario::beginsBeforeAcceptanceIfSoWanted()
{
    Place place;
    Play play(place,
              story(R"({"from": "switchOn", "steps": [{"at": 1, "do": "plug"}, {"do": "awaitAccepted"}]})"));
    place.timeline.advance(1s);
    QCOMPARE(place.status(1), u"Preparing"_s);
    QVERIFY(place.boot());
    place.timeline.advance(0ms);
    QCOMPARE(play.finished, 1);
}

void TestScenario::playsASession()
{
    Place place;
    Play play(place, simulator::loadScenario(u"session"_s).value());
    QVERIFY(place.boot());
    for (int second = 0; second < 200 && play.finished == 0; ++second) {
        place.timeline.advance(1s);
        QVERIFY(place.settled());
    }
    QCOMPARE(play.finished, 1);
    QCOMPARE(play.run.failure(), QString());
    QCOMPARE(place.central.count(u"StartTransaction"_s), 1);
    QCOMPARE(place.central.count(u"StopTransaction"_s), 1);
    QCOMPARE(place.central.statuses(1).last(), u"Available"_s);
}

void TestScenario::everyActionDoesSomething_data()
{
    QTest::addColumn<QByteArray>("step");
    QTest::addColumn<QString>("seen"); // in the station's next messages: "action member value"
    const auto row = [](const char *step, const char *seen) {
        QTest::newRow(seen) << QByteArray(step) << QString::fromLatin1(seen);
    };
    row(R"({"do": "plug", "connector": 2})", "StatusNotification status Preparing");
    row(R"({"do": "unplug"})", "StopTransaction reason EVDisconnected");
    row(R"({"do": "authorize", "tag": "OTHER"})", "Authorize idTag OTHER");
    row(R"({"do": "stop"})", "StopTransaction reason Local");
    row(R"({"do": "emergencyStop"})", "StopTransaction reason EmergencyStop");
    row(R"({"do": "setPower", "kw": 0})", "StatusNotification status SuspendedEV");
    row(R"({"do": "setLimit", "kw": 0})", "StatusNotification status SuspendedEVSE");
    row(R"({"do": "suspend", "by": "ev"})", "StatusNotification info ");
    row(R"({"do": "fault", "code": "HighTemperature"})", "StatusNotification errorCode HighTemperature");
    row(R"({"do": "warn", "code": "WeakSignal"})", "StatusNotification errorCode WeakSignal");
    row(R"({"do": "reset"})", "StopTransaction reason Reboot");
    row(R"({"do": "dataTransfer", "vendorId": "a.b", "messageId": "m", "data": "d"})",
        "DataTransfer messageId m");
    row(R"({"do": "plugAndCharge"}, {"do": "contract", "connector": 2, "emaid": "DE1"})",
        "DataTransfer messageId Authorize");
    row(R"({"do": "plugAndCharge", "as": "older"}, {"do": "certificateStatus"})",
        "DataTransfer messageId GetCertificateStatus");
    row(R"({"do": "plugAndCharge"}, {"do": "evCertificate"})", "DataTransfer messageId Get15118EVCertificate");
    row(R"({"do": "plugAndCharge"}, {"do": "signV2gCertificate"})", "DataTransfer messageId SignCertificate");
}

void TestScenario::everyActionDoesSomething()
{
    QFETCH(QByteArray, step);
    QFETCH(QString, seen);
    Place place;
    Play play(place, story(("{\"steps\": [{\"at\": 60, \"do\": \"wait\"}, " + step + "]}").constData()));
    QVERIFY(place.boot());
    QVERIFY(place.charge());
    place.central.forget();
    place.timeline.advance(60s);
    const QString action = seen.section(u' ', 0, 0);
    QTRY_VERIFY(place.central.count(action) > 0);
    QCOMPARE(place.central.all(action).first().value(seen.section(u' ', 1, 1)).toString(),
             seen.section(u' ', 2));
    QCOMPARE(place.central.violations, QStringList());
}

QTEST_GUILESS_MAIN(TestScenario)
#include "tst_sim_scenario.moc"
