// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/attention.h"
#include "store/retention.h"
#include "store/securityevents.h"
#include "store/storetest.h"

using namespace Qt::Literals::StringLiterals;
using namespace store;
using storetest::at;

namespace {

SecurityEvent eventOf(const QString &type, qint64 seconds, const QString &techInfo = {})
{
    SecurityEvent row;
    row.station = u"CP1"_s;
    row.type = type;
    row.time = at(seconds);
    row.received = at(seconds + 1);
    row.techInfo = techInfo;
    return row;
}

const QString tamper = u"TamperDetectionActivated"_s;

} // namespace

class TestSecurityEvents : public QObject {
    Q_OBJECT
private slots:
    void initTestCase_data() { storetest::addBackends(); }
    void cleanupTestCase() { storetest::shutDown(); }

    void severities_data();
    void severities();
    void theSameIsBookedOnce();
    void alarmsGetAttention();
    void alarmsOfATypeGather();
    void acknowledged();
    void acknowledgedOnTheOverview();
    void pages();
    void inventedTypesAreGathered();
    void oldOnesGo();
    void ofAlarmsThatWaitTheNewestStays();
};

void TestSecurityEvents::severities_data()
{
    QTest::addColumn<QString>("severity");
    // W 8, the column CRITICAL.
    for (const char *type : {"FirmwareUpdated", "SettingSystemTime", "StartupOfTheDevice", "ResetOrReboot",
                             "SecurityLogWasCleared", "MemoryExhaustion", "TamperDetectionActivated"})
        QTest::newRow(type) << u"critical"_s;
    for (const char *type :
         {"FailedToAuthenticationAtCentralSystem", "CentralSystemFailedToAuthentication",
          "ReconfigurationOfSecurityParameters", "InvalidMessages", "AttemptedReplayAttacks", "InvalidFirmwareSignature",
          "InvalidFirmwareSigningCertificate", "InvalidCentralSystemCertificate", "InvalidChargePointCertificate",
          "InvalidTLSVersion", "InvalidTLSCipherSuite"})
        QTest::newRow(type) << u"normal"_s;
    QTest::newRow("VendorAlarm") << u"unknown"_s;
}

void TestSecurityEvents::severities()
{
    QCOMPARE(securityEventKinds().size(), 18);
    const auto db = storetest::freshDatabase();
    SecurityEvents events(*db);
    const auto booked = events.find(events.add(eventOf(QString::fromLatin1(QTest::currentDataTag()), 0)));
    VERIFY_OK(*db);
    QVERIFY(booked);
    QTEST(QString(toString(booked->severity)), "severity");
    QCOMPARE(booked->attention.has_value(), booked->isAlarming());
}

void TestSecurityEvents::theSameIsBookedOnce()
{
    const auto db = storetest::freshDatabase();
    SecurityEvents events(*db);
    const qint64 first = events.add(eventOf(tamper, 0, u"lid"_s));
    QCOMPARE(events.add(eventOf(tamper, 0, u"lid"_s)), first);
    QVERIFY(events.add(eventOf(tamper, 0, u"door"_s)) != first);
    QVERIFY(events.add(eventOf(tamper, 5, u"lid"_s)) != first);
    QCOMPARE(events.list({}).size(), 3);
    QCOMPARE(Attention(*db).list().first().more, 2);
}

void TestSecurityEvents::alarmsGetAttention()
{
    const auto db = storetest::freshDatabase();
    SecurityEvents events(*db);
    events.add(eventOf(tamper, 0, u"lid"_s));
    events.add(eventOf(u"InvalidMessages"_s, 1));
    events.add(eventOf(u"VendorAlarm"_s, 2));
    const QList<Parked> waiting = Attention(*db).list();
    QCOMPARE(waiting.size(), 2);
    QCOMPARE(waiting.last().kind, u"securityEvent"_s);
    QCOMPARE(waiting.last().reason, u"The tamper sensor was triggered (TamperDetectionActivated)."_s);
    QVERIFY(waiting.last().payload.contains("\"techInfo\":\"lid\""));
    QVERIFY(waiting.first().reason.contains(u"\"VendorAlarm\" is not one of"_s));
    QCOMPARE(events.waitingCount(u"CP1"_s), 2);
}

void TestSecurityEvents::alarmsOfATypeGather()
{
    const auto db = storetest::freshDatabase();
    SecurityEvents events(*db);
    for (int i = 0; i < 3; ++i)
        events.add(eventOf(u"StartupOfTheDevice"_s, i));
    SecurityEvent other = eventOf(u"StartupOfTheDevice"_s, 9);
    other.station = u"CP2"_s;
    events.add(other);
    const QList<Parked> waiting = Attention(*db).list({u"CP1"_s});
    QCOMPARE(waiting.size(), 1);
    QCOMPARE(waiting.first().more, 2);
    QCOMPARE(waiting.first().time, at(2));
    QCOMPARE(Attention(*db).openCount(), 2);
}

void TestSecurityEvents::acknowledged()
{
    const auto db = storetest::freshDatabase();
    SecurityEvents events(*db);
    events.add(eventOf(tamper, 0));
    const auto latest = events.find(events.add(eventOf(tamper, 1)));
    events.add(eventOf(u"VendorAlarm"_s, 2));
    QVERIFY(latest);
    QVERIFY(events.acknowledge(*latest, at(50)));
    QVERIFY(!events.acknowledge(*latest, at(51)));
    QCOMPARE(Attention(*db).openCount(), 1);
    QCOMPARE(events.waitingCount(u"CP1"_s), 1);
    for (const SecurityEvent &known : events.list({}))
        QCOMPARE(known.acknowledged, known.type == tamper ? std::optional(at(50)) : std::nullopt);
    // The next one is news again.
    events.add(eventOf(tamper, 60));
    QCOMPARE(Attention(*db).openCount(), 2);
    QCOMPARE(events.list({{}, true, true}).size(), 2);
}

void TestSecurityEvents::acknowledgedOnTheOverview()
{
    const auto db = storetest::freshDatabase();
    SecurityEvents events(*db);
    const qint64 id = events.add(eventOf(tamper, 0));
    const qint64 matter = Attention(*db).list().first().id;
    db->takeChanges();
    QVERIFY(Attention(*db).resolve(matter, u"seen"_s, at(50)));
    QVERIFY(touches(db->takeChanges(), quint32(Table::StationEvents)));
    QCOMPARE(events.find(id)->acknowledged, std::optional(at(50)));
    QVERIFY(Attention(*db).reopen(matter));
    QVERIFY(!events.find(id)->acknowledged);
}

void TestSecurityEvents::pages()
{
    const auto db = storetest::freshDatabase();
    SecurityEvents events(*db);
    for (int i = 0; i < 5; ++i)
        events.add(eventOf(i % 2 ? tamper : u"InvalidMessages"_s, i));
    SecurityEventFilter filter;
    filter.station = u"CP1"_s;
    filter.limit = 2;
    const auto first = events.list(filter);
    QCOMPARE(first.size(), 2);
    QCOMPARE(first.first().time, at(4));
    filter.after = first.last().id;
    QCOMPARE(events.list(filter).first().time, at(2));
    filter = {u"CP1"_s, true};
    QCOMPARE(events.list(filter).size(), 2);
}

void TestSecurityEvents::oldOnesGo()
{
    const auto db = storetest::freshDatabase();
    SecurityEvents events(*db);
    events.add(eventOf(u"InvalidMessages"_s, 0));
    const auto seen = events.find(events.add(eventOf(tamper, 1)));
    events.add(eventOf(u"VendorAlarm"_s, 2));
    QVERIFY(events.acknowledge(*seen, at(3)));
    events.add(eventOf(u"InvalidMessages"_s, 4));
    Retention(*db).step({}, at(366 * 86400));
    VERIFY_OK(*db);
    // What nobody has acknowledged stays, and so does the last.
    QStringList left;
    for (const SecurityEvent &row : events.list({}))
        left.append(row.type);
    QCOMPARE(left, QStringList({u"InvalidMessages"_s, u"VendorAlarm"_s}));
}

void TestSecurityEvents::inventedTypesAreGathered()
{
    const auto db = storetest::freshDatabase();
    SecurityEvents events(*db);
    constexpr int types = 200;
    for (int i = 0; i < types; ++i)
        events.add(eventOf(u"Alarm%1"_s.arg(i), i));
    events.add(eventOf(u"Alarm3"_s, types)); // has a matter of its own
    events.add(eventOf(tamper, types)); // the specification's have, too
    VERIFY_OK(*db);
    const QList<Parked> matters = Attention(*db).list();
    QCOMPARE(matters.size(), 22); // 20 of a type each, the rest, the tamper sensor
    QCOMPARE(matters.at(0).more, 0);
    QVERIFY2(matters.at(1).reason.contains(u"sends many"_s), qPrintable(matters.at(1).reason));
    QCOMPARE(matters.at(1).more, types - 20 - 1);
    QCOMPARE(matters.at(18).more, 1);
    QCOMPARE(events.waitingCount(u"CP1"_s), types + 2);
}

void TestSecurityEvents::ofAlarmsThatWaitTheNewestStays()
{
    const auto db = storetest::freshDatabase();
    SecurityEvents events(*db);
    for (int i = 0; i < 30; ++i)
        events.add(eventOf(i % 3 ? tamper : u"VendorAlarm"_s, i));
    events.add(eventOf(u"InvalidMessages"_s, 300 * 86400));
    Retention(*db).step({}, at(366 * 86400));
    VERIFY_OK(*db);
    QList<ocpp::Timestamp> left;
    for (const SecurityEvent &row : events.list({}))
        left.append(row.time);
    QCOMPARE(left, QList<ocpp::Timestamp>({at(300 * 86400), at(29), at(27)}));
    QCOMPARE(Attention(*db).list().size(), 2);
}

QTEST_GUILESS_MAIN(TestSecurityEvents)
#include "tst_securityevents.moc"
