// SPDX-License-Identifier: GPL-3.0-or-later
#include "charging/profilelist.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

/// One that is sound but for what is put in the place of a part of it.
QByteArray with(const QByteArray &part, const QByteArray &instead)
{
    QByteArray json = R"([{"connectorId":1,"csChargingProfiles":{"chargingProfileId":5,"stackLevel":0,
        "chargingProfilePurpose":"TxDefaultProfile","chargingProfileKind":"Absolute","chargingSchedule":{"duration":60,
        "startSchedule":"2026-01-01T00:00:00Z","chargingRateUnit":"A",
        "chargingSchedulePeriod":[{"startPeriod":0,"limit":16.5},{"startPeriod":30,"limit":6,"numberPhases":1}]}}}])";
    return json.replace(part, instead);
}

} // namespace

class TestProfileList : public QObject {
    Q_OBJECT

private slots:
    void reads();
    void readsWhatIsOnlyOdd_data();
    void readsWhatIsOnlyOdd();
    void says_data();
    void says();
    void saysAll();
};

void TestProfileList::reads()
{
    const auto profiles = charging::readProfiles(with("", ""));
    QVERIFY(profiles);
    QCOMPARE(profiles->size(), 1);
    QCOMPARE(profiles->first().connectorId, 1);
    const ocpp::ChargingProfile &profile = profiles->first().csChargingProfiles;
    QCOMPARE(profile.chargingProfileId, 5);
    QCOMPARE(profile.chargingSchedule.duration, std::optional(60));
    QCOMPARE(profile.chargingSchedule.chargingSchedulePeriod[0].limit, 16.5);
    QCOMPARE(profile.chargingSchedule.chargingSchedulePeriod[1].numberPhases, std::optional(1));
    QVERIFY(charging::readProfiles("[]"));
    const auto inBerlin = charging::readProfiles(with("2026-01-01T00:00:00Z", "2026-01-01T01:00+01:00"));
    QVERIFY(inBerlin);
    QCOMPARE(inBerlin->first().csChargingProfiles.chargingSchedule.startSchedule,
             profile.chargingSchedule.startSchedule);
}

void TestProfileList::readsWhatIsOnlyOdd_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("a duration of 0") << with("\"duration\":60", "\"duration\":0");
    QTest::newRow("no start") << with("\"startSchedule\":\"2026-01-01T00:00:00Z\",", "");
    QTest::newRow("recurring without a start") << with("\"Absolute\"", "\"Recurring\",\"recurrencyKind\":\"Daily\"")
                                                      .replace("\"startSchedule\":\"2026-01-01T00:00:00Z\",", "");
    QTest::newRow("a transaction that is not named") << with("TxDefaultProfile", "TxProfile");
    QTest::newRow("times as in 3.13.7") << with("2026-01-01T00:00:00Z", "2013-01-01T00:00Z");
    QTest::newRow("a time without a zone") << with("2026-01-01T00:00:00Z", "2026-01-01T00:00:00");
    QTest::newRow("recurring from long ago") << with("2026-01-01T00:00:00Z", "1970-01-01T00:00:00Z");
    QTest::newRow("never valid") << with(
        "\"stackLevel\":0", R"("stackLevel":0,"validFrom":"2026-01-02T00:00:00Z","validTo":"2026-01-01T00:00:00Z")");
}

void TestProfileList::readsWhatIsOnlyOdd()
{
    QFETCH(QByteArray, json);
    const auto profiles = charging::readProfiles(json);
    QVERIFY2(profiles, profiles ? "" : qPrintable(profiles.error().first().text));
}

void TestProfileList::says_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    const QString profile = u"/0/csChargingProfiles"_s;
    const QString period = profile + u"/chargingSchedule/chargingSchedulePeriod"_s;
    QTest::newRow("no JSON") << "[{]"_ba << QString() << u"at byte"_s;
    QTest::newRow("no text") << ""_ba << QString() << u"not JSON"_s;
    QTest::newRow("no array") << "{}"_ba << QString() << u"array of SetChargingProfile requests"_s;
    QTest::newRow("no object") << "[1]"_ba << u"/0"_s << u"Expected an object"_s;
    QTest::newRow("missing") << with("\"stackLevel\":0,", "") << profile + u"/stackLevel"_s
                             << u"is required, but missing. Add it"_s;
    QTest::newRow("unknown") << with("stackLevel", "stacklevel") << profile + u"/stackLevel"_s << u"missing"_s;
    QTest::newRow("misspelt") << with("\"duration\"", "\"Duration\"") << profile + u"/chargingSchedule/Duration"_s
                              << u"spelling"_s;
    QTest::newRow("kind of value") << with("16.5", "\"16.5\"") << period + u"/0/limit"_s << u"expected a number"_s;
    QTest::newRow("unit") << with("\"A\"", "\"kW\"") << profile + u"/chargingSchedule/chargingRateUnit"_s
                          << u"does not know"_s;
    QTest::newRow("time") << with("2026-01-01T00", "2026-13-01T00") << profile + u"/chargingSchedule/startSchedule"_s
                          << u"date and time"_s;
    QTest::newRow("decimals") << with("16.5", "16.55") << period + u"/0/limit"_s << u"more than one decimal"_s;
    QTest::newRow("no periods") << with(
        "[{\"startPeriod\":0,\"limit\":16.5},{\"startPeriod\":30,\"limit\":6,\"numberPhases\":1}]", "[]")
                                << period << u""_s;
    QTest::newRow("order") << with("\"startPeriod\":30", "\"startPeriod\":0") << period + u"/1/startPeriod"_s
                           << u"after the one before"_s;
    QTest::newRow("first") << with("\"startPeriod\":0", "\"startPeriod\":5") << period + u"/0/startPeriod"_s
                           << u"begins at 0"_s;
    QTest::newRow("phases") << with("\"numberPhases\":1", "\"numberPhases\":4") << period + u"/1/numberPhases"_s
                            << u""_s;
    QTest::newRow("negative duration") << with("\"duration\":60", "\"duration\":-1")
                                       << profile + u"/chargingSchedule/duration"_s << u""_s;
    QTest::newRow("connector") << with("\"connectorId\":1", "\"connectorId\":-1") << u"/0/connectorId"_s << u""_s;
    QTest::newRow("maximum on a connector")
        << with("TxDefaultProfile", "ChargePointMaxProfile") << u"/0/connectorId"_s << u"connector 0"_s;
    QTest::newRow("recurring how") << with("Absolute", "Recurring") << profile + u"/recurrencyKind"_s
                                   << u"Daily or Weekly"_s;
}

void TestProfileList::says()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, text);
    const auto profiles = charging::readProfiles(json);
    QVERIFY(!profiles);
    QTEST(profiles.error().first().path, "path");
    QVERIFY2(profiles.error().first().text.contains(text), qPrintable(profiles.error().first().text));
}

void TestProfileList::saysAll()
{
    const QByteArray one = with("\"stackLevel\":0,", "").chopped(1);
    const auto profiles = charging::readProfiles(one + ',' + with("16.5", "-1").sliced(1));
    QVERIFY(!profiles);
    QCOMPARE(profiles.error().size(), 2);
    QVERIFY(profiles.error()[1].path.startsWith("/1/"_L1));
}

QTEST_GUILESS_MAIN(TestProfileList)
#include "tst_profilelist.moc"
