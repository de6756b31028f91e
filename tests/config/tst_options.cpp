// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/datadir.h"
#include "config/options.h"

#include <QDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using config::parseOptions;

class tst_Options : public QObject {
    Q_OBJECT

private slots:
    void defaults();
    void allOptions();
    void apiPort_data();
    void apiPort();
    void fileTls_data();
    void fileTls();
    void refusals_data();
    void refusals();
    void relativePathsBecomeAbsolute();
    void argumentsMeanTheSameInAnotherDirectory();
    void loginStartsTheSameInTheBackground();
    void helpNamesEveryOption();
    void manualNamesEveryOption();
    void versionIsPrinted();
    void givenOptionsAreNamed();
    void onlyTheWindowBeginsInTheBackground();
};

static QStringList commandLine(const QStringList &options)
{
    return QStringList{u"/usr/bin/stationmasterd"_s} + options;
}

void tst_Options::defaults()
{
    const auto options = parseOptions(commandLine({}));
    QVERIFY(options);
    QCOMPARE(options->dataDir, config::defaultDataDir());
    QCOMPARE(options->port, quint16(9000));
    QCOMPARE(options->bind, u"0.0.0.0"_s);
    QCOMPARE(options->apiPort, quint16(8180));
    QVERIFY(options->apiIsOn());
    QCOMPARE(options->database, u"sqlite"_s);
    QCOMPARE(options->logLevel, u"info"_s);
    QVERIFY(options->apiTokenFile.isEmpty());
    QCOMPARE(options->fileTlsPort, quint16(8182));
    QVERIFY(!options->fileTlsIsOn()); // without a certificate
    QVERIFY(!options->acceptUnknown);
    QVERIFY(!options->demo);
    QVERIFY(options->printAndExit.isEmpty());
}

void tst_Options::allOptions()
{
    const auto options = parseOptions(
        commandLine({u"--data-dir"_s, u"/data"_s, u"--port=0"_s, u"--bind"_s, u"::1"_s, u"--api-port"_s,
                     u"9999"_s, u"--api-token-file"_s, u"/t"_s, u"--database"_s, u"postgresql://a@b/c"_s,
                     u"--accept-unknown"_s, u"--demo"_s, u"--log-level"_s, u"debug"_s}));
    QVERIFY(options);
    QCOMPARE(options->dataDir, u"/data"_s);
    QCOMPARE(options->port, quint16(0));
    QCOMPARE(options->bind, u"::1"_s);
    QCOMPARE(options->apiPort, quint16(9999));
    QCOMPARE(options->apiTokenFile, u"/t"_s);
    QCOMPARE(options->database, u"postgresql://a@b/c"_s);
    QVERIFY(options->acceptUnknown);
    QVERIFY(options->demo);
    QCOMPARE(options->logLevel, u"debug"_s);
}

void tst_Options::apiPort_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<quint16>("port");
    QTest::addColumn<bool>("on");
    QTest::newRow("a port") << u"1234"_s << quint16(1234) << true;
    QTest::newRow("0 is off") << u"0"_s << quint16(0) << false;
    QTest::newRow("auto picks a free one") << u"auto"_s << quint16(0) << true;
}

void tst_Options::apiPort()
{
    QFETCH(QString, text);
    const auto options = parseOptions(commandLine({u"--api-port"_s, text}));
    QVERIFY(options);
    QTEST(options->apiPort, "port");
    QTEST(options->apiIsOn(), "on");
}

void tst_Options::fileTls_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("on");
    const QStringList both{u"--file-certificate=/c"_s, u"--file-key=/k"_s};
    QTest::newRow("both") << both << true;
    QTest::newRow("one, which is to be told") << both.mid(1) << true;
    QTest::newRow("a port alone") << QStringList{u"--file-tls-port=8443"_s} << false;
    QTest::newRow("switched off") << both + QStringList{u"--file-tls-port=0"_s} << false;
    QTest::newRow("a free port") << both + QStringList{u"--file-tls-port=auto"_s} << true;
}

void tst_Options::fileTls()
{
    QFETCH(QStringList, arguments);
    const auto options = parseOptions(commandLine(arguments));
    QVERIFY(options);
    QTEST(options->fileTlsIsOn(), "on");
    QCOMPARE(options->fileKey, arguments.contains(u"--file-key=/k"_s) ? u"/k"_s : QString());
}

void tst_Options::refusals_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named"); // what the error must name
    QTest::newRow("unknown option") << QStringList{u"--prot"_s} << u"prot"_s;
    QTest::newRow("missing value") << QStringList{u"--port"_s} << u"port"_s;
    QTest::newRow("not a number") << QStringList{u"--port"_s, u"abc"_s} << u"--port must be a number"_s;
    QTest::newRow("negative") << QStringList{u"--port=-1"_s} << u"--port must be a number"_s;
    QTest::newRow("too large") << QStringList{u"--api-port"_s, u"65536"_s} << u"--api-port must be"_s;
    QTest::newRow("empty directory") << QStringList{u"--data-dir"_s, QString()} << u"--data-dir must be"_s;
    QTest::newRow("unknown database") << QStringList{u"--database"_s, u"mysql://x"_s} << u"mysql://x"_s;
    QTest::newRow("unknown level") << QStringList{u"--log-level"_s, u"loud"_s}
                                   << u"debug, info, warning or error"_s;
    QTest::newRow("argument") << QStringList{u"start"_s} << u"start"_s;
    QTest::newRow("value for a switch") << QStringList{u"--demo=yes"_s} << u"demo"_s;
}

void tst_Options::refusals()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    const auto options = parseOptions(commandLine(arguments));
    QVERIFY(!options);
    QVERIFY2(options.error().contains(named), qPrintable(options.error()));
    QVERIFY2(options.error().contains(u"stationmasterd --help"_s), qPrintable(options.error()));
}

void tst_Options::relativePathsBecomeAbsolute()
{
    const auto options = parseOptions(commandLine({u"--data-dir"_s, u"here/"_s}));
    QVERIFY(options);
    QCOMPARE(options->dataDir, QDir::current().filePath(u"here"_s));
}

void tst_Options::argumentsMeanTheSameInAnotherDirectory()
{
    const auto here = [](const QString &path) { return QDir::current().filePath(path); };
    const QStringList given{u"--data-dir"_s, u"here/"_s,           u"--demo"_s,      u"--api-token-file=../tokens"_s,
                            u"--database"_s, u"sqlite:a.sqlite"_s, u"--log-level"_s, u"debug"_s};
    const QStringList wanted{u"--data-dir"_s,  here(u"here"_s),
                             u"--demo"_s,      u"--api-token-file="_s + QDir::cleanPath(here(u"../tokens"_s)),
                             u"--database"_s,  u"sqlite:"_s + here(u"a.sqlite"_s),
                             u"--log-level"_s, u"debug"_s};
    QCOMPARE(config::anywhere(commandLine(given)), commandLine(wanted));
    QCOMPARE(config::anywhere(commandLine(wanted)), commandLine(wanted));
    const QStringList others{u"--database=postgresql://a@b/c"_s, u"--bind"_s, u"--data-dir"_s, u"word"_s,
                             u"--data-dir"_s};
    QCOMPARE(config::anywhere(commandLine(others)), commandLine(others));
}

void tst_Options::loginStartsTheSameInTheBackground()
{
    const QString program = u"/usr/bin/stationmaster"_s;
    const QStringList command = config::atLogin(
        program, {u"./stationmaster"_s, u"--background"_s, u"--data-dir"_s, u"here"_s, u"--log-level=debug"_s});
    QCOMPARE(command, (QStringList{program, u"--data-dir"_s, QDir::current().filePath(u"here"_s),
                                   u"--log-level=debug"_s, u"--background"_s}));
    QCOMPARE(config::atLogin(program, command), command); // what was started at login is entered again
    const auto options = parseOptions(command);
    QVERIFY2(options, options ? "" : qPrintable(options.error()));
    QVERIFY(options->background);
    QCOMPARE(options->dataDir, QDir::current().filePath(u"here"_s));
    QCOMPARE(config::atLogin(program, {u"stationmaster"_s}), (QStringList{program, u"--background"_s}));
}

void tst_Options::helpNamesEveryOption()
{
    const auto options = parseOptions(commandLine({u"--help"_s}));
    QVERIFY(options);
    QVERIFY(options->printAndExit.startsWith(u"Usage: stationmasterd"_s));
    for (const config::Option &option : config::optionTable())
        QCOMPARE(options->printAndExit.contains(u"  --"_s + option.name), option.isFor(u"stationmasterd"_s));
}

void tst_Options::manualNamesEveryOption()
{
    const auto options = parseOptions(commandLine({u"--man"_s}));
    QVERIFY(options);
    QVERIFY(options->printAndExit.startsWith(u".TH STATIONMASTERD 1 "_s));
    for (const config::Option &option : config::optionTable()) {
        const QString escaped = QString(option.name).replace(u'-', u"\\-"_s);
        QCOMPARE(options->printAndExit.contains(u"\\fB\\-\\-%1\\fR"_s.arg(escaped)), option.isFor(u"stationmasterd"_s));
    }
}

void tst_Options::versionIsPrinted()
{
    const auto options = parseOptions(commandLine({u"--version"_s}));
    QVERIFY(options);
    QVERIFY(QRegularExpression(u"^stationmasterd \\d+\\.\\d+\\.\\d+\n$"_s)
                .match(options->printAndExit)
                .hasMatch());
}

void tst_Options::givenOptionsAreNamed()
{
    const auto options = parseOptions(commandLine({u"--port=9000"_s, u"--demo"_s}));
    QVERIFY(options);
    QCOMPARE(options->given, (QStringList{u"port"_s, u"demo"_s}));
}

void tst_Options::onlyTheWindowBeginsInTheBackground()
{
    const auto window = parseOptions({u"stationmaster"_s, u"--background"_s});
    QVERIFY(window && window->background);
    QVERIFY(!parseOptions(commandLine({u"--background"_s})));
    QVERIFY(!parseOptions(commandLine({u"--help"_s}))->printAndExit.contains(u"background"_s));
    QVERIFY(parseOptions({u"stationmaster"_s, u"--help"_s})->printAndExit.contains(u"--background"_s));
}

QTEST_GUILESS_MAIN(tst_Options)
#include "tst_options.moc"
