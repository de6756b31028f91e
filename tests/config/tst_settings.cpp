// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/settings.h"

#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using config::Setting;
using config::Settings;

class tst_Settings : public QObject {
    Q_OBJECT

private slots:
    void missingFileGivesDefaults();
    void everySettingSurvives();
    void defaultsAreInRange();
    void badValuesKeepTheDefault_data();
    void badValuesKeepTheDefault();
    void unknownKeysAreKept();
    void defaultsAreNotWritten();
    void addresses_data();
    void addresses();
    void settingsFillWhatTheCommandLineLeavesOpen();
    void commandLineCountsMore();
    void everyOptionOfASettingExists();
    void unwritableDirectoryIsReported();
};

static void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

void tst_Settings::missingFileGivesDefaults()
{
    const QTemporaryDir dir;
    const auto loaded = config::loadSettings(dir.path());
    QCOMPARE(loaded.settings, Settings());
    QCOMPARE(loaded.problems, QStringList());
}

// The maximum of every number, the opposite of every switch: a row that points at another member fails here.
void tst_Settings::everySettingSurvives()
{
    const QTemporaryDir dir;
    Settings settings;
    for (const Setting &setting : config::settingTable()) {
        if (const auto *number = std::get_if<int Settings::*>(&setting.target))
            settings.**number = setting.maximum;
        else if (const auto *flag = std::get_if<bool Settings::*>(&setting.target))
            settings.**flag ^= true;
        else if (setting.key == "fileServerUrl"_L1)
            settings.fileServerUrl = u"https://files.example/stations/"_s;
        else if (setting.isFile)
            settings.*std::get<QString Settings::*>(setting.target) = "/etc/stationmaster/"_L1 + setting.key;
        else if (setting.isWebUrl)
            settings.*std::get<QString Settings::*>(setting.target) = "https://pki.example/"_L1 + setting.key;
        else
            settings.*std::get<QString Settings::*>(setting.target) = u"192.168.1.5"_s;
    }
    QVERIFY(config::saveSettings(dir.path(), settings));
    const auto loaded = config::loadSettings(dir.path());
    QCOMPARE(loaded.problems, QStringList());
    QCOMPARE(loaded.settings, settings);
}

void tst_Settings::defaultsAreInRange()
{
    QSet<QString> keys;
    const Settings defaults;
    for (const Setting &setting : config::settingTable()) {
        keys.insert(setting.key);
        QVERIFY2(!setting.help.isEmpty() && !setting.help.endsWith(u'.'), setting.key.data());
        if (const auto *number = std::get_if<int Settings::*>(&setting.target))
            QVERIFY2(defaults.**number >= setting.minimum && defaults.**number <= setting.maximum, setting.key.data());
    }
    QCOMPARE(size_t(keys.size()), config::settingTable().size());
}

void tst_Settings::badValuesKeepTheDefault_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("problem");
    QTest::newRow("text") << "pingIntervalSeconds=soon\n"_ba
                          << u"pingIntervalSeconds must be a number from 5 to 3600"_s;
    QTest::newRow("empty") << "pingIntervalSeconds=\n"_ba << u"pingIntervalSeconds must be"_s;
    QTest::newRow("too small") << "pingIntervalSeconds=0\n"_ba << u"not \"0\"; 30 is used"_s;
    QTest::newRow("too large") << "maxFrameBytes=99999999999\n"_ba << u"maxFrameBytes must be"_s;
    QTest::newRow("list") << "pingIntervalSeconds=1,2\n"_ba << u"pingIntervalSeconds must be"_s;
    QTest::newRow("address") << "bind=everywhere\n"_ba << u"bind must be an IP address, not \"everywhere\"; 0.0.0.0"_s;
    QTest::newRow("address of five parts") << "bind=1.2.3.4.5\n"_ba << u"bind must be an IP address"_s;
    QTest::newRow("address too large") << "bind=1.2.3.256\n"_ba << u"bind must be an IP address"_s;
    QTest::newRow("no web address") << "estUrl=ftp://pki.example/\n"_ba
                                    << u"estUrl must be empty, or an address that begins with http://"_s;
    QTest::newRow("no whole path") << "fileKey=key.pem\n"_ba
                                   << u"fileKey must be empty, or the whole path of a file, not \"key.pem\""_s;
    QTest::newRow("switch") << "newStationsPending=maybe\n"_ba << u"newStationsPending must be true or false"_s;
}

void tst_Settings::badValuesKeepTheDefault()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, problem);
    const QTemporaryDir dir;
    write(dir.filePath(u"settings.ini"_s), content);
    const auto loaded = config::loadSettings(dir.path());
    QCOMPARE(loaded.settings, Settings());
    QCOMPARE(loaded.problems.size(), 1);
    QVERIFY2(loaded.problems.first().contains(problem), qPrintable(loaded.problems.first()));
}

void tst_Settings::unknownKeysAreKept()
{
    const QTemporaryDir dir;
    write(dir.filePath(u"settings.ini"_s), "fromANewerVersion=7\nmissedPongs=3\n");
    const auto loaded = config::loadSettings(dir.path());
    QCOMPARE(loaded.settings.missedPongs, 3);
    QVERIFY(config::saveSettings(dir.path(), loaded.settings));
    QFile file(dir.filePath(u"settings.ini"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("fromANewerVersion=7"));
}

void tst_Settings::defaultsAreNotWritten()
{
    const QTemporaryDir dir;
    Settings settings;
    settings.missedPongs = 7;
    settings.port = 9100;
    QVERIFY(config::saveSettings(dir.path(), settings));
    settings.port = Settings().port;
    QVERIFY(config::saveSettings(dir.path(), settings));
    QFile file(dir.filePath(u"settings.ini"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().trimmed(), "[General]\nmissedPongs=7"_ba);
}

void tst_Settings::addresses_data()
{
    QTest::addColumn<QString>("text");
    for (const auto &text : {u"0.0.0.0"_s, u"192.168.1.5"_s, u"255.255.255.255"_s, u"::"_s, u"::1"_s,
                             u"fe80::1ff:fe23:4567:890a"_s, u"::ffff:192.168.1.5"_s})
        QTest::newRow(qPrintable(text)) << text;
}

void tst_Settings::addresses()
{
    QFETCH(QString, text);
    const auto bind = std::ranges::find(config::settingTable(), "bind"_L1, &Setting::key);
    Settings settings;
    QVERIFY(config::assign(settings, *bind, text));
    QCOMPARE(settings.bind, text);
}

void tst_Settings::settingsFillWhatTheCommandLineLeavesOpen()
{
    Settings settings;
    settings.port = 9100;
    settings.bind = u"192.168.1.5"_s;
    settings.acceptUnknown = true;
    settings.apiPort = 0;
    const auto options = config::withSettings(*config::parseOptions({u"stationmaster"_s}), settings);
    QCOMPARE(options.port, quint16(9100));
    QCOMPARE(options.bind, u"192.168.1.5"_s);
    QVERIFY(options.acceptUnknown);
    QVERIFY(!options.apiIsOn());
    QVERIFY(!options.fileTlsIsOn()); // no files: not the working directory either
    QVERIFY(options.fileCertificate.isEmpty());
    settings.fileCertificate = u"/etc/files.pem"_s;
    settings.fileKey = u"/etc/files.key"_s;
    settings.fileTlsPort = 8443;
    const auto secure = config::withSettings(*config::parseOptions({u"stationmaster"_s}), settings);
    QVERIFY(secure.fileTlsIsOn());
    QCOMPARE(secure.fileCertificate, u"/etc/files.pem"_s);
    QCOMPARE(secure.fileKey, u"/etc/files.key"_s);
    QCOMPARE(secure.fileTlsPort, quint16(8443));
}

void tst_Settings::commandLineCountsMore()
{
    Settings settings;
    settings.port = 9100;
    settings.bind = u"192.168.1.5"_s;
    settings.apiPort = 8181;
    const auto given = config::parseOptions(
        {u"stationmaster"_s, u"--port=9000"_s, u"--api-port=auto"_s, u"--accept-unknown"_s});
    const auto options = config::withSettings(*given, settings);
    QCOMPARE(options.port, quint16(9000));
    QCOMPARE(options.bind, u"192.168.1.5"_s);
    QVERIFY(options.apiPortIsAutomatic);
    QVERIFY(options.acceptUnknown);
}

void tst_Settings::everyOptionOfASettingExists()
{
    int withOption = 0;
    for (const Setting &setting : config::settingTable()) {
        withOption += setting.option.isEmpty() ? 0 : 1;
        QVERIFY2(setting.option.isEmpty() || config::findOption(setting.option), setting.key.data());
    }
    QCOMPARE(withOption, 8);
}

// A file where the directory should be: refused for every user, root too.
void tst_Settings::unwritableDirectoryIsReported()
{
    const QTemporaryDir dir;
    write(dir.filePath(u"file"_s), "x");
    Settings settings;
    settings.missedPongs = 7;
    const auto saved = config::saveSettings(dir.filePath(u"file"_s), settings);
    QVERIFY(!saved);
    QVERIFY(saved.error().contains(u"settings.ini"_s));
}

QTEST_GUILESS_MAIN(tst_Settings)
#include "tst_settings.moc"
