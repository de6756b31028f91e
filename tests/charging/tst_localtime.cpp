// SPDX-License-Identifier: GPL-3.0-or-later
#include "charging/localtime.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// Behaviour 35.
class TestLocalTime : public QObject {
    Q_OBJECT

private slots:
    void recurringKeepsItsTimeOfDay_data();
    void recurringKeepsItsTimeOfDay();
    void othersStay();

private:
    static ocpp::Timestamp time(const QString &text) { return ocpp::parseTimestamp(text, ocpp::Zone::Utc)->value; }
    static ocpp::ChargingProfile from(const QString &start)
    {
        ocpp::ChargingProfile profile;
        profile.chargingProfileKind = ocpp::ChargingProfileKindType::Recurring;
        profile.recurrencyKind = ocpp::RecurrencyKindType::Daily;
        profile.chargingSchedule.startSchedule = time(start);
        return profile;
    }
};

void TestLocalTime::recurringKeepsItsTimeOfDay_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("sent");
    QTest::newRow("winter in winter") << "Europe/Berlin"_ba << u"2026-01-10T21:00:00Z"_s << u"2026-02-01T12:00:00Z"_s
                                      << u"2026-01-10T21:00:00Z"_s;
    QTest::newRow("winter in summer") << "Europe/Berlin"_ba << u"2026-01-10T21:00:00Z"_s << u"2026-07-01T12:00:00Z"_s
                                      << u"2026-01-10T20:00:00Z"_s;
    QTest::newRow("summer in winter") << "Europe/Berlin"_ba << u"2026-07-10T20:00:00Z"_s << u"2026-12-01T12:00:00Z"_s
                                      << u"2026-07-10T21:00:00Z"_s;
    QTest::newRow("the hour before") << "Europe/Berlin"_ba << u"2026-01-10T21:00:00Z"_s << u"2026-03-29T00:59:59Z"_s
                                     << u"2026-01-10T21:00:00Z"_s;
    QTest::newRow("the hour after") << "Europe/Berlin"_ba << u"2026-01-10T21:00:00Z"_s << u"2026-03-29T01:00:00Z"_s
                                    << u"2026-01-10T20:00:00Z"_s;
    QTest::newRow("no summer time") << "UTC"_ba << u"2026-01-10T21:00:00Z"_s << u"2026-07-01T12:00:00Z"_s
                                    << u"2026-01-10T21:00:00Z"_s;
}

void TestLocalTime::recurringKeepsItsTimeOfDay()
{
    QFETCH(QByteArray, zone);
    QFETCH(QString, start);
    QFETCH(QString, now);
    const auto sent = charging::asOf(from(start), time(now), QTimeZone(zone));
    QTEST(ocpp::formatTimestamp(*sent.chargingSchedule.startSchedule), "sent");
}

void TestLocalTime::othersStay()
{
    ocpp::ChargingProfile profile = from(u"2026-01-10T21:00:00Z"_s);
    profile.chargingProfileKind = ocpp::ChargingProfileKindType::Absolute;
    const QTimeZone berlin("Europe/Berlin");
    QVERIFY(berlin.isValid());
    QCOMPARE(charging::asOf(profile, time(u"2026-07-01T12:00:00Z"_s), berlin).chargingSchedule.startSchedule,
             profile.chargingSchedule.startSchedule);
    profile.chargingProfileKind = ocpp::ChargingProfileKindType::Recurring;
    profile.chargingSchedule.startSchedule.reset();
    QVERIFY(!charging::asOf(profile, time(u"2026-07-01T12:00:00Z"_s), berlin).chargingSchedule.startSchedule);
}

QTEST_GUILESS_MAIN(TestLocalTime)
#include "tst_localtime.moc"
