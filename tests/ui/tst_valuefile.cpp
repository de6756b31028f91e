// SPDX-License-Identifier: GPL-3.0-or-later
// What configuration keys mean, what values they take, and configurations as files.
#include "ui/pages/stations/configuration/compareview.h"
#include "ui/pages/stations/configuration/valuecheck.h"
#include "ui/pages/stations/configuration/valuefile.h"

#include <QtTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using ui::KeyKind;

namespace {

store::ConfigurationKey reported(const QString &key, const QString &value, bool readonly = false)
{
    store::ConfigurationKey row;
    row.key = key;
    row.keyFolded = key.toCaseFolded();
    row.value = value;
    row.readonly = readonly;
    return row;
}

} // namespace

class TestValueFile : public QObject {
    Q_OBJECT

private slots:
    void standardKeysAreOrderedAndExplained();
    void keysKnowNoCase();
    void complaints_data();
    void complaints();
    void ownLimitOfTheStation();
    void jsonComesBack();
    void csvComesBack();
    void valuesAreNoFormulas();
    void cutCsvIsTold();
    void spreadsheetCsvIsRead();
    void strangeFilesAreRefused_data();
    void strangeFilesAreRefused();
    void differencesOnly();
};

void TestValueFile::standardKeysAreOrderedAndExplained()
{
    const auto keys = ui::standardKeys();
    QVERIFY(keys.size() > 45); // chapter 9 alone has 43
    QVERIFY(std::ranges::is_sorted(keys, [](const ui::KeyFacts &a, const ui::KeyFacts &b) {
        return QString(a.name).compare(b.name, Qt::CaseInsensitive) < 0;
    }));
    for (const ui::KeyFacts &facts : keys) {
        QVERIFY2(!facts.titleText().isEmpty() && facts.helpText().endsWith(u'.'), facts.name.data());
        QVERIFY2(!facts.clause.isEmpty() && facts.minimum <= facts.maximum, facts.name.data());
    }
}

void TestValueFile::keysKnowNoCase()
{
    QCOMPARE(ui::keyFacts(u"heartbeatINTERVAL")->name, "HeartbeatInterval"_L1);
    QVERIFY(!ui::keyFacts(u"VendorLed"));
    QCOMPARE(ui::keyFacts(u"LightIntensity")->rangeText(), u"0 to 100"_s + QChar::Nbsp + u"%"_s);
    QCOMPARE(ui::keyFacts(u"ResetRetries")->rangeText(), u"0 or more"_s);
}

void TestValueFile::complaints_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("yes") << u"LocalPreauthorize"_s << u"true"_s << true;
    QTest::newRow("maybe") << u"LocalPreauthorize"_s << u"maybe"_s << false;
    QTest::newRow("nothing chosen") << u"LocalPreauthorize"_s << QString() << false;
    QTest::newRow("number") << u"HeartbeatInterval"_s << u"300"_s << true;
    QTest::newRow("negative") << u"HeartbeatInterval"_s << u"-1"_s << false;
    QTest::newRow("above the range") << u"LightIntensity"_s << u"101"_s << false;
    QTest::newRow("no number") << u"HeartbeatInterval"_s << u"5 min"_s << false;
    QTest::newRow("unsafe profile") << u"SecurityProfile"_s << u"2"_s << false;
    QTest::newRow("empty list") << u"StopTxnSampledData"_s << QString() << true;
    QTest::newRow("list") << u"StopTxnSampledData"_s << u"Voltage, SoC"_s << true;
    QTest::newRow("comma too many") << u"StopTxnSampledData"_s << u"Voltage,"_s << false;
    QTest::newRow("twice") << u"StopTxnSampledData"_s << u"SoC,SoC"_s << false;
    QTest::newRow("password") << u"AuthorizationKey"_s << u"00112233445566778899aabbccddeeff"_s << true;
    QTest::newRow("odd password") << u"AuthorizationKey"_s << u"00112233445566778899aabbccddeeff0"_s << false;
    QTest::newRow("vendor's") << u"VendorText"_s << u"anything: at, all"_s << true;
    QTest::newRow("too long") << u"VendorText"_s << QString(501, u'x') << false;
}

void TestValueFile::complaints()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(bool, allowed);
    const ui::KeyFacts *facts = ui::keyFacts(key);
    const QString complaint = ui::valueComplaint(facts, facts ? facts->kind : KeyKind::Text, value);
    QCOMPARE(complaint.isEmpty(), allowed);
}

void TestValueFile::ownLimitOfTheStation()
{
    const ui::KeyFacts *facts = ui::keyFacts(u"StopTxnSampledData");
    const QList<ui::ConfigurationRow> configuration{{reported(u"stoptxnsampleddatamaxlength"_s, u"1"_s, true), nullptr, true}};
    const auto most = ui::mostItems(facts, configuration);
    QCOMPARE(most, 1);
    QVERIFY(!ui::valueComplaint(facts, KeyKind::List, u"Voltage,SoC"_s, most).isEmpty());
    QVERIFY(!ui::mostItems(facts, {}));
}

void TestValueFile::jsonComesBack()
{
    const QList<store::ConfigurationKey> keys{reported(u"HeartbeatInterval"_s, u"300"_s),
                                              reported(u"NumberOfConnectors"_s, u"2"_s, true),
                                              reported(u"FtpPassword"_s, u"hidden"_s), reported(u"Empty"_s, {})};
    const QByteArray file = ui::valuefile::toJson(u"CP1"_s, keys);
    QVERIFY(!file.contains("hidden"));
    QVERIFY(file.contains("NumberOfConnectors"));
    const auto values = ui::valuefile::parse(file);
    QVERIFY(values);
    QCOMPARE(*values, (QList<ui::WantedValue>{{u"HeartbeatInterval"_s, u"300"_s}, {u"Empty"_s, {}}}));
}

void TestValueFile::csvComesBack()
{
    const QString odd = u"a \"quoted\", text\nin two lines"_s;
    const QList<store::ConfigurationKey> keys{reported(u"Odd"_s, odd), reported(u"NumberOfConnectors"_s, u"2"_s, true)};
    const auto values = ui::valuefile::parse(ui::valuefile::toCsv(keys));
    QVERIFY(values);
    QCOMPARE(*values, (QList<ui::WantedValue>{{u"Odd"_s, odd}}));
}

void TestValueFile::valuesAreNoFormulas()
{
    const QList<store::ConfigurationKey> keys{reported(u"Greeting"_s, u"=1+1"_s), reported(u"Offset"_s, u"a;-5"_s)};
    const QByteArray csv = ui::valuefile::toCsv(keys);
    QCOMPARE(csv, "key,value,readonly\r\nGreeting,'=1+1,false\r\nOffset,\"a;'-5\",false\r\n"_ba);
    QCOMPARE(*ui::valuefile::parse(csv),
             (QList<ui::WantedValue>{{u"Greeting"_s, u"=1+1"_s}, {u"Offset"_s, u"a;-5"_s}}));
}

void TestValueFile::cutCsvIsTold()
{
    const auto values = ui::valuefile::parse("key,value\r\nHeartbeatInterval,60\r\nCpoName,\"L\r\n");
    QVERIFY(!values);
    QVERIFY2(values.error().contains(u"In line 3"_s), qPrintable(values.error()));
}

void TestValueFile::spreadsheetCsvIsRead()
{
    const auto values = ui::valuefile::parse("\xef\xbb\xbf" "key;value\r\nHeartbeatInterval;60\r\nCpoName;L\xc3\xa4" "den\r\n");
    QVERIFY(values);
    QCOMPARE(*values, (QList<ui::WantedValue>{{u"HeartbeatInterval"_s, u"60"_s}, {u"CpoName"_s, u"Läden"_s}}));
}

void TestValueFile::strangeFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("another table") << QByteArray("tag,name\nA,B\n");
    QTest::newRow("another object") << QByteArray(R"({"tags":[]})");
    QTest::newRow("binary") << QByteArray("\x00\x01\x02\xff", 4);
    QTest::newRow("cut") << QByteArray(R"({"configuration":[{"key":"A","va)");
    QTest::newRow("wrong types") << QByteArray(R"({"configuration":[{"key":1,"value":2},"x"]})");
}

void TestValueFile::strangeFilesAreRefused()
{
    QFETCH(QByteArray, content);
    const auto values = ui::valuefile::parse(content);
    QVERIFY(!values);
    QVERIFY(values.error().contains(u"There is no configuration in this file."_s));
}

void TestValueFile::differencesOnly()
{
    const auto found = ui::differences(
        {reported(u"HeartbeatInterval"_s, u"300"_s), reported(u"Same"_s, u"1"_s), reported(u"FtpPassword"_s, u"a"_s),
         reported(u"NumberOfConnectors"_s, u"2"_s, true), reported(u"OnlyHere"_s, u"x"_s)},
        {reported(u"heartbeatinterval"_s, u"60"_s), reported(u"Same"_s, u"1"_s), reported(u"FtpPassword"_s, u"b"_s),
         reported(u"NumberOfConnectors"_s, u"1"_s, true), reported(u"OnlyThere"_s, u"y"_s)});
    QStringList keys;
    QStringList portable;
    for (const ui::Difference &difference : found) {
        keys.append(difference.key.toLower());
        if (difference.portable)
            portable.append(difference.key.toLower());
    }
    QCOMPARE(keys, QStringList({u"heartbeatinterval"_s, u"numberofconnectors"_s, u"onlyhere"_s, u"onlythere"_s}));
    QCOMPARE(portable, QStringList({u"heartbeatinterval"_s, u"onlythere"_s}));
}

QTEST_GUILESS_MAIN(TestValueFile)
#include "tst_valuefile.moc"
