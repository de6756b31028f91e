// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/commandline.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using simulator::CommandLine;

class TestCommandLine : public QObject {
    Q_OBJECT

private slots:
    void hasDefaults();
    void namesTheStations();
    void readsEverything();
    void readsBehaviours();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void helps();
    void manualPageHasEveryOption();

private:
    static tl::expected<CommandLine, QString> parse(const QStringList &arguments)
    {
        return simulator::parseCommandLine(QStringList{u"stationmaster-sim"_s} + arguments, u"1.2.3"_s);
    }
};

void TestCommandLine::hasDefaults()
{
    const auto line = parse({});
    QVERIFY(line.has_value());
    QCOMPARE(line->fleet.stations.size(), 1);
    const simulator::StationOptions &station = line->fleet.stations.first();
    QCOMPARE(station.id, u"SIM-0001"_s);
    QCOMPARE(station.endpoint, QUrl(u"ws://127.0.0.1:9000/ocpp/"_s));
    QCOMPARE(station.subprotocol, u"ocpp1.6"_s);
    QCOMPARE(station.connectors, 2);
    QCOMPARE(station.speed, 1.0);
    QVERIFY(station.password.isEmpty());
    QCOMPARE(line->fleet.scenario.name, u"idle"_s);
    QCOMPARE(line->duration, 0ms);
    QVERIFY(!line->json);
}

void TestCommandLine::namesTheStations()
{
    const auto many = parse({u"--stations"_s, u"12000"_s, u"--prefix"_s, u"LOAD"_s});
    QCOMPARE(many->fleet.stations.size(), 12000);
    QCOMPARE(many->fleet.stations.first().id, u"LOAD00001"_s);
    QCOMPARE(many->fleet.stations.last().id, u"LOAD12000"_s);
    QSet<quint64> seeds;
    for (const auto &station : many->fleet.stations)
        seeds.insert(station.seed);
    QCOMPARE(seeds.size(), 12000);
    QCOMPARE(parse({u"--id"_s, u"GATE"_s})->fleet.stations.first().id, u"GATE"_s);
}

void TestCommandLine::readsEverything()
{
    const auto line = parse({u"--url"_s,
                             u"wss://example.org/x"_s,
                             u"--connectors"_s,
                             u"4"_s,
                             u"--password"_s,
                             u"pw"_s,
                             u"--id-tag"_s,
                             u"A"_s,
                             u"--id-tag"_s,
                             u"B"_s,
                             u"--heartbeat"_s,
                             u"30"_s,
                             u"--meter-interval"_s,
                             u"15"_s,
                             u"--speed"_s,
                             u"60"_s,
                             u"--seed"_s,
                             u"9"_s,
                             u"--duration"_s,
                             u"1.5"_s,
                             u"--scenario"_s,
                             u"day"_s,
                             u"--config"_s,
                             u"ResetRetries=3"_s,
                             u"--subprotocol"_s,
                             QString(),
                             u"--dc"_s,
                             u"--json"_s,
                             u"--quiet"_s,
                             u"--connect-rate"_s,
                             u"50"_s});
    QVERIFY2(line.has_value(), qPrintable(line ? QString() : line.error()));
    const simulator::StationOptions &station = line->fleet.stations.first();
    QCOMPARE(station.endpoint.scheme(), u"wss"_s);
    QCOMPARE(station.connectors, 4);
    QCOMPARE(station.password, "pw"_qba);
    QCOMPARE(line->fleet.idTags, (QStringList{u"A"_s, u"B"_s}));
    QCOMPARE(station.configuration.value(u"HeartbeatInterval"_s), u"30"_s);
    QCOMPARE(station.configuration.value(u"MeterValueSampleInterval"_s), u"15"_s);
    QCOMPARE(station.configuration.value(u"ResetRetries"_s), u"3"_s);
    QCOMPARE(station.speed, 60.0);
    QCOMPARE(line->duration, 1500ms);
    QVERIFY(line->fleet.scenario.traffic.has_value());
    QVERIFY(station.subprotocol.isEmpty());
    QVERIFY(station.hardware.directCurrent);
    QVERIFY(line->json && line->quiet);
    QCOMPARE(line->fleet.connectionsPerSecond, 50.0);
}

void TestCommandLine::readsBehaviours()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"b.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"Reset": "reject", "*": "slow:20"})");
    file.close();
    auto line = parse({u"--behaviour"_s, file.fileName(), u"--behave"_s, u"ClearCache=error:SecurityError"_s,
                       u"--behave"_s, u"DataTransfer.InstallCertificate=reject"_s});
    QVERIFY(line.has_value());
    simulator::Behaviours &behaviours = line->fleet.stations.first().behaviours;
    using Kind = simulator::Behaviour::Kind;
    QCOMPARE(behaviours.next(u"Reset"_s).kind, Kind::Reject);
    QCOMPARE(behaviours.next(u"UnlockConnector"_s).delay, 20ms);
    QCOMPARE(behaviours.next(u"ClearCache"_s).code, ocpp::ErrorCode::SecurityError);
    QCOMPARE(behaviours.next(u"DataTransfer"_s, u"InstallCertificate"_s).kind, Kind::Reject);
    QCOMPARE(behaviours.next(u"DataTransfer"_s, u"DeleteCertificate"_s).kind, Kind::Slow);
}

void TestCommandLine::saysWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("words");
    QTest::newRow("unknown") << QStringList{u"--nonsense"_s} << u"nonsense"_s;
    QTest::newRow("stray") << QStringList{u"day"_s} << u"\"day\" is not an option"_s;
    QTest::newRow("no number") << QStringList{u"--stations"_s, u"x"_s} << u"--stations x"_s;
    QTest::newRow("too many connectors") << QStringList{u"--connectors"_s, u"100"_s} << u"1 to 99"_s;
    QTest::newRow("url") << QStringList{u"--url"_s, u"http://x/"_s} << u"--url http://x/"_s;
    QTest::newRow("scenario") << QStringList{u"--scenario"_s, u"party"_s} << u"idle, day, session"_s;
    QTest::newRow("behave") << QStringList{u"--behave"_s, u"Heartbeat=reject"_s} << u"Heartbeat"_s;
    QTest::newRow("behave inside") << QStringList{u"--behave"_s, u"DataTransfer.Authorize=reject"_s}
                                   << u"DataTransfer.Authorize"_s; // stations ask that
    QTest::newRow("behaviour") << QStringList{u"--behaviour"_s, u"/nowhere"_s} << u"/nowhere"_s;
    QTest::newRow("config") << QStringList{u"--config"_s, u"Key"_s} << u"KEY=VALUE"_s;
    QTest::newRow("id of many") << QStringList{u"--id"_s, u"A"_s, u"--stations"_s, u"2"_s} << u"--prefix"_s;
}

void TestCommandLine::saysWhatIsWrong()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, words);
    const auto line = parse(arguments);
    QVERIFY(!line);
    QVERIFY2(line.error().contains(words), qPrintable(line.error()));
}

void TestCommandLine::helps()
{
    QVERIFY(parse({u"--help"_s})->message.contains(u"--scenario"_s));
    QCOMPARE(parse({u"--version"_s})->message, u"stationmaster-sim 1.2.3\n"_s);
}

void TestCommandLine::manualPageHasEveryOption()
{
    const QString page = parse({u"--man"_s})->message;
    QVERIFY(page.contains(u".TH STATIONMASTER\\-SIM 1 "_s));
    const QRegularExpression option(u"^  (?:-\\w, )?--([a-z-]+)"_s, QRegularExpression::MultilineOption);
    const QString help = parse({u"--help"_s})->message;
    int count = 0;
    for (auto each = option.globalMatch(help); each.hasNext();) {
        const QString name = each.next().captured(1);
        if (name == u"help"_s || name == u"version"_s)
            continue;
        const QString inRoff = u"\n\\fB\\-\\-"_s + QString(name).replace(u'-', u"\\-"_s) + u"\\fR"_s;
        QVERIFY2(page.contains(inRoff), qPrintable(name));
        ++count;
    }
    QVERIFY(count > 20);
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_sim_commandline.moc"
