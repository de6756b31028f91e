// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocpp/timestamp.h"

#include <QTest>

using namespace ocpp;
using namespace std::chrono;
using namespace Qt::StringLiterals;

class TestTimestamp : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void missingZoneIsLocalWhenAskedFor();
    void formats_data();
    void formats();
    void everyMillisecondSurvives();
};

// A zone with daylight saving, so that local time is not UTC by chance; spelled out, for machines without tzdata.
void TestTimestamp::initTestCase()
{
    qputenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3");
}

void TestTimestamp::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("msecs");
    QTest::addColumn<bool>("zoneMissing");
    QTest::addColumn<bool>("irregular");

    const auto row = [](const char *text, qint64 msecs, bool zoneMissing = false, bool irregular = false) {
        QTest::newRow(text) << QString::fromLatin1(text) << msecs << zoneMissing << irregular;
    };
    row("2026-11-22T19:41:00Z", 1795376460000);
    row("2026-11-22T19:41:00.123Z", 1795376460123);
    row("2026-11-22T19:41:00.1Z", 1795376460100);
    row("2026-11-22T19:41:00.1239999999999999999999Z", 1795376460123);
    row("2026-11-22t19:41:00z", 1795376460000);
    row("2026-11-22T20:41:00+01:00", 1795376460000);
    row("2026-11-22T08:11:00-11:30", 1795376460000);
    row("2026-11-22T19:41:00-00:00", 1795376460000);
    row("1970-01-01T00:00:00Z", 0);
    row("1969-12-31T23:59:59.999Z", -1);
    row("2024-02-29T00:00:00Z", 1709164800000);
    row("2000-02-29T00:00:00Z", 951782400000);
    row("0000-01-01T00:00:00Z", -62167219200000);
    row("9999-12-31T23:59:59.999Z", 253402300799999);
    // leap seconds: the first moment of the next minute
    row("2016-12-31T23:59:60Z", 1483228800000);
    row("2016-12-31T23:59:60.5Z", 1483228800500);
    row("2016-12-31T15:59:60-08:00", 1483228800000);
    row("2016-12-31T23:59:60+01:00", 1483225200000, false, true);
    // clear, but not RFC 3339
    row("2026-11-22T19:41:00", 1795376460000, true);
    row("2026-11-22T19:41:00.5", 1795376460500, true);
    row("2026-11-22 19:41:00Z", 1795376460000, false, true);
    row("2026-11-22T19:41:00,5Z", 1795376460500, false, true);
    row("2026-11-22T19:41Z", 1795376460000, false, true);
    row("2026-11-22T20:41:00+01", 1795376460000, false, true);
    row("2026-11-22T20:41:00+0100", 1795376460000, false, true);
    row("2026-11-22 19:41", 1795376460000, true, true);
}

void TestTimestamp::reads()
{
    QFETCH(const QString, text);
    QFETCH(const qint64, msecs);
    QFETCH(const bool, zoneMissing);
    QFETCH(const bool, irregular);
    const std::optional<ParsedTimestamp> parsed = parseTimestamp(text, Zone::Utc);
    QVERIFY(parsed.has_value());
    QCOMPARE(qint64(parsed->value.time_since_epoch().count()), msecs);
    QCOMPARE(parsed->zoneMissing, zoneMissing);
    QCOMPARE(parsed->irregular, irregular);
    QCOMPARE(parsed->isStrict(), !zoneMissing && !irregular);
}

void TestTimestamp::refuses_data()
{
    QTest::addColumn<QString>("text");
    const char *const texts[] = {"",
                                 "Z",
                                 "now",
                                 "2026-11-22",
                                 "19:41:00Z",
                                 "2026-11-22T",
                                 "2026-11-22Z",
                                 "2026-11-22T19",
                                 "2026-11-22T19Z",
                                 "2026-11-22T24:00:00Z",
                                 "2026-11-22T19:60:00Z",
                                 "2026-11-22T19:41:61Z",
                                 "2026-11-22T19:41:60Z",
                                 "2026-11-22T12:59:60Z",
                                 "2026-00-22T19:41:00Z",
                                 "2026-13-22T19:41:00Z",
                                 "2026-11-00T19:41:00Z",
                                 "2026-11-31T19:41:00Z",
                                 "2023-02-29T19:41:00Z",
                                 "1900-02-29T19:41:00Z",
                                 "26-11-22T19:41:00Z",
                                 "2026-1-22T19:41:00Z",
                                 "12026-11-22T19:41:00Z",
                                 "-2026-11-22T19:41:00Z",
                                 "+2026-11-22T19:41:00Z",
                                 " 2026-11-22T19:41:00Z",
                                 "2026-11-22T19:41:00Z ",
                                 "2026-11-22T19:41:00ZZ",
                                 "2026-11-22T19:41:00.Z",
                                 "2026-11-22T19:41:00+24:00",
                                 "2026-11-22T19:41:00+01:60",
                                 "2026-11-22T19:41:00+1",
                                 "2026-11-22T19:41:00+01:",
                                 "2026-11-22T19:41:00+",
                                 "2026-11-22TT19:41:00Z",
                                 "2026/11/22T19:41:00Z",
                                 "20261122T194100Z",
                                 "1795376460"};
    for (const char *const text : texts)
        QTest::newRow(text) << QString::fromLatin1(text);
    QTest::newRow("full-width digit") << u"2026-11-22T1９:41:00Z"_s;
    QTest::newRow("NUL inside") << QString(u"2026-11-22T19:41:00Z"_s + QChar(0));
}

void TestTimestamp::refuses()
{
    QFETCH(const QString, text);
    QVERIFY(!parseTimestamp(text, Zone::Utc));
    QVERIFY(!parseTimestamp(text, Zone::Local));
}

void TestTimestamp::missingZoneIsLocalWhenAskedFor()
{
    const auto utc = [](const char *text) {
        return parseTimestamp(QString::fromLatin1(text), Zone::Utc)->value;
    };
    const auto local = [](const char *text) {
        return parseTimestamp(QString::fromLatin1(text), Zone::Local)->value;
    };
    QCOMPARE(local("2026-01-15T12:00:00.5") - utc("2026-01-15T12:00:00.5"), milliseconds(hours(-1)));
    QCOMPARE(local("2026-07-15T12:00:00") - utc("2026-07-15T12:00:00"), milliseconds(hours(-2)));
    QCOMPARE(local("2026-07-15T12:00:00Z"), utc("2026-07-15T12:00:00Z"));
    QCOMPARE(local("2016-12-31T23:59:60"), utc("2016-12-31T23:00:00Z"));
}

void TestTimestamp::formats_data()
{
    QTest::addColumn<qint64>("msecs");
    QTest::addColumn<QString>("text");
    QTest::newRow("whole second") << qint64(1795376460000) << u"2026-11-22T19:41:00Z"_s;
    QTest::newRow("milliseconds") << qint64(1795376460123) << u"2026-11-22T19:41:00.123Z"_s;
    QTest::newRow("zeros kept") << qint64(1795376460010) << u"2026-11-22T19:41:00.010Z"_s;
    QTest::newRow("epoch") << qint64(0) << u"1970-01-01T00:00:00Z"_s;
    QTest::newRow("before the epoch") << qint64(-1) << u"1969-12-31T23:59:59.999Z"_s;
    QTest::newRow("too early") << std::numeric_limits<qint64>::min() << u"0000-01-01T00:00:00Z"_s;
    QTest::newRow("too late") << std::numeric_limits<qint64>::max() << u"9999-12-31T23:59:59.999Z"_s;
}

void TestTimestamp::formats()
{
    QFETCH(const qint64, msecs);
    QFETCH(const QString, text);
    QCOMPARE(formatTimestamp(Timestamp(milliseconds(msecs))), text);
}

void TestTimestamp::everyMillisecondSurvives()
{
    const Timestamp begin = sys_days(year(1999) / 12 / 30);
    // A step that is prime to every unit of time, over thirty years.
    for (Timestamp time = begin; time < begin + days(30 * 365); time += milliseconds(86'399'017)) {
        const std::optional<ParsedTimestamp> parsed = parseTimestamp(formatTimestamp(time), Zone::Utc);
        QVERIFY(parsed && parsed->isStrict());
        QCOMPARE(parsed->value, time);
    }
}

QTEST_APPLESS_MAIN(TestTimestamp)
#include "tst_timestamp.moc"
