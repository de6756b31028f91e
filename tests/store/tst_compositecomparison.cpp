// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocpp/types.h"
#include "store/chargingprofiles.h"
#include "store/commands.h"
#include "store/compositecomparison.h"
#include "store/metervalues.h"
#include "store/sites.h"
#include "store/storetest.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;
using namespace store;
using storetest::at;

namespace {

const QString station = u"CP1"_s;

QJsonObject absolute(int id, double limit)
{
    return {
        {u"chargingProfileId"_s, id},
        {u"stackLevel"_s, 0},
        {u"chargingProfilePurpose"_s, u"TxDefaultProfile"_s},
        {u"chargingProfileKind"_s, u"Absolute"_s},
        {u"chargingSchedule"_s, QJsonObject{{u"startSchedule"_s, u"2026-11-01T00:00:00Z"_s},
                                            {u"chargingRateUnit"_s, u"A"_s},
                                            {u"chargingSchedulePeriod"_s,
                                             QJsonArray{QJsonObject{{u"startPeriod"_s, 0}, {u"limit"_s, limit}}}}}}};
}

CompositeWish hourFrom(qint64 seconds)
{
    CompositeWish wish;
    wish.connector = 1;
    wish.from = at(seconds);
    wish.duration = 3600;
    return wish;
}

void tell(Database &db, qint64 seconds, const QByteArray &schedule, const QString &unit = u"A"_s)
{
    CompositeSchedules(db).report({station, 1, unit, at(seconds), at(seconds), 3600, schedule});
}

void measure(Database &db, qint64 seconds, const QString &measurand, const QString &value)
{
    ocpp::SampledValue sample;
    sample.value = value;
    sample.measurand = measurand;
    MeterMessage message;
    message.station = station;
    message.connector = 1;
    message.received = at(seconds);
    message.values = {{at(seconds), {sample}}};
    MeterValues(db).add(message);
}

QList<double> loads(const CompositeComparison &comparison)
{
    QList<double> values;
    for (const MeasuredLoad &load : comparison.measured)
        values.append(load.value);
    return values;
}

} // namespace

class tst_CompositeComparison : public QObject {
    Q_OBJECT
private slots:
    void initTestCase_data() { storetest::addBackends(); }
    void cleanupTestCase() { storetest::shutDown(); }
    void init();
    void cleanup() { db_.reset(); }
    void nothingKnown();
    void whatLoadBalancingHandedOutCounts();
    void installedAndDesired();
    void toldOfThisTime();
    void unitOfTheStation();
    void measured();
    void measuredInWatts();
    void wiredAsItsPlaceSays();
    void whatAStationTells_data();
    void whatAStationTells();

private:
    std::unique_ptr<Database> db_;
};

void tst_CompositeComparison::init()
{
    db_ = storetest::freshDatabase();
    storetest::addStation(*db_, station);
}

void tst_CompositeComparison::whatLoadBalancingHandedOutCounts()
{
    const auto handOut = [this](double amps, bool isAcknowledged) {
        Command command;
        command.station = station;
        command.action = u"SetChargingProfile"_s;
        command.payload = R"({"connectorId":0,"csChargingProfiles":{"chargingProfileId":1900000002,"stackLevel":1,)"
                          R"("chargingProfilePurpose":"ChargePointMaxProfile","chargingProfileKind":"Absolute",)"
                          R"("chargingSchedule":{"chargingRateUnit":"A","chargingSchedulePeriod":)"
                          R"([{"startPeriod":0,"limit":)" + QByteArray::number(amps) + "}]}}}";
        command.created = at(0);
        SiteLimit limit;
        limit.station = station;
        limit.amps = amps;
        limit.command = db_->insert(command);
        limit.acknowledged = isAcknowledged;
        db_->insert(limit);
    };
    handOut(9, false);
    QVERIFY(!compositeOf(*db_, station, hourFrom(0))->composite.periods.first().limit);
    handOut(13, true);
    VERIFY_OK(*db_);
    QCOMPARE(compositeOf(*db_, station, hourFrom(0))->composite.periods.first().limit, 13.0);
}

void tst_CompositeComparison::nothingKnown()
{
    QVERIFY(!comparisonOf(*db_, u"NO"_s, hourFrom(0)));
    CompositeWish far = hourFrom(0);
    far.connector = 9;
    QVERIFY(!comparisonOf(*db_, station, far));
    const auto comparison = comparisonOf(*db_, u"cp1"_s, hourFrom(0));
    QVERIFY(comparison);
    QCOMPARE(comparison->station.id, station);
    QCOMPARE(comparison->installed.composite.periods.size(), 1);
    QVERIFY(!comparison->installed.composite.periods.first().limit);
    QVERIFY(!comparison->desired && !comparison->told && comparison->measured.isEmpty());
    QCOMPARE(knownConnectors(*db_, station), 1);
    VERIFY_OK(*db_);
}

void tst_CompositeComparison::installedAndDesired()
{
    ChargingProfiles(*db_).setAccepted(station, 1, absolute(7, 16), {}, at(0));
    auto comparison = comparisonOf(*db_, station, hourFrom(0));
    QCOMPARE(comparison->installed.composite.periods.first().limit, 16.0);
    QVERIFY(!comparison->desired); // it is the same
    QJsonObject wish = absolute(8, 10);
    wish.remove("chargingProfileId"_L1);
    wish.insert("stackLevel"_L1, 1);
    QVERIFY(ChargingProfiles(*db_).desire({station, 1, {}, wish}, at(10)));
    comparison = comparisonOf(*db_, station, hourFrom(0));
    QCOMPARE(comparison->installed.composite.periods.first().limit, 16.0);
    QVERIFY(comparison->desired);
    QCOMPARE(comparison->desired->periods.first().limit, 10.0);
    VERIFY_OK(*db_);
}

void tst_CompositeComparison::toldOfThisTime()
{
    tell(*db_, 1800, R"({"chargingRateUnit":"A","chargingSchedulePeriod":[{"startPeriod":0,"limit":13}]})");
    QVERIFY(comparisonOf(*db_, station, hourFrom(0))->told);
    QVERIFY(comparisonOf(*db_, station, hourFrom(5399))->told);
    QVERIFY(!comparisonOf(*db_, station, hourFrom(5400))->told);
    QVERIFY(!comparisonOf(*db_, station, hourFrom(-1800))->told);
    CompositeWish inWatts = hourFrom(0);
    inWatts.unit = ocpp::ChargingRateUnitType::W;
    QVERIFY(!comparisonOf(*db_, station, inWatts)->told); // it never told so
    VERIFY_OK(*db_);
}

void tst_CompositeComparison::unitOfTheStation()
{
    ChargingProfiles(*db_).setAccepted(station, 1, absolute(7, 16), {}, at(0));
    tell(*db_, 0, R"({"chargingRateUnit":"W","chargingSchedulePeriod":[{"startPeriod":0,"limit":7360}]})", u"W"_s);
    const auto comparison = comparisonOf(*db_, station, hourFrom(0));
    QCOMPARE(comparison->installed.composite.unit, ocpp::ChargingRateUnitType::W);
    QCOMPARE(comparison->installed.composite.periods.first().limit, 16 * 230.0 * 3);
    VERIFY_OK(*db_);
}

void tst_CompositeComparison::measured()
{
    measure(*db_, -1, u"Current.Import"_s, u"3"_s);
    measure(*db_, 0, u"Current.Import"_s, u"12.5"_s);
    measure(*db_, 60, u"Power.Active.Import"_s, u"6900"_s); // of three phases of 230 V
    measure(*db_, 120, u"SoC"_s, u"80"_s);
    measure(*db_, 3600, u"Current.Import"_s, u"4"_s);
    const auto comparison = comparisonOf(*db_, station, hourFrom(0));
    QCOMPARE(loads(*comparison), (QList<double>{12.5, 10}));
    QCOMPARE(comparison->measured.first().time, at(0));
    VERIFY_OK(*db_);
}

void tst_CompositeComparison::measuredInWatts()
{
    measure(*db_, 0, u"Power.Active.Import"_s, u"6900"_s);
    measure(*db_, 60, u"Current.Import"_s, u"10"_s);
    CompositeWish wish = hourFrom(0);
    wish.unit = ocpp::ChargingRateUnitType::W;
    QCOMPARE(loads(*comparisonOf(*db_, station, wish)), (QList<double>{6900, 6900}));
    VERIFY_OK(*db_);
}

void tst_CompositeComparison::wiredAsItsPlaceSays()
{
    SiteFuse fuse;
    fuse.name = u"Main"_s;
    fuse.limitL1 = fuse.limitL2 = fuse.limitL3 = 63;
    SiteMember member;
    member.station = station;
    member.fuse = fuse.name;
    member.phases = {u"L2"_s};
    member.voltage = 120;
    QVERIFY(Sites(*db_).save({u"Yard"_s, {fuse}, {member}}, at(0)));
    ChargingProfiles(*db_).setAccepted(station, 1, absolute(7, 16), {}, at(0));
    measure(*db_, 0, u"Current.Import"_s, u"10"_s);
    CompositeWish wish = hourFrom(0);
    wish.unit = ocpp::ChargingRateUnitType::W;
    const auto limit = [&] { return comparisonOf(*db_, station, wish)->installed.composite.periods.first().limit; };
    QCOMPARE(limit(), std::optional(16 * 120.0));
    QCOMPARE(loads(*comparisonOf(*db_, station, wish)), QList<double>{1200});
    wish.phases = 3;
    QCOMPARE(limit(), std::optional(16 * 120.0 * 3));
    wish.voltage = 230;
    QCOMPARE(limit(), std::optional(16 * 230.0 * 3));
    QCOMPARE(loads(*comparisonOf(*db_, station, wish)), QList<double>{6900});
    VERIFY_OK(*db_);
}

void tst_CompositeComparison::whatAStationTells_data()
{
    QTest::addColumn<QByteArray>("schedule");
    QTest::addColumn<int>("duration");
    QTest::addColumn<QString>("periods");
    QTest::newRow("as asked")
        << R"({"chargingRateUnit":"W","chargingSchedulePeriod":[{"startPeriod":0,"limit":13}]})"_ba << 3600
        << u"0:13"_s;
    QTest::newRow("shorter")
        << R"({"duration":60,"chargingRateUnit":"W","chargingSchedulePeriod":[{"startPeriod":0,"limit":13}]})"_ba << 60
        << u"0:13"_s;
    QTest::newRow("longer than asked")
        << R"({"duration":99999,"chargingRateUnit":"W","chargingSchedulePeriod":[{"startPeriod":0,"limit":13}]})"_ba
        << 3600 << u"0:13"_s;
    QTest::newRow("out of order")
        << R"({"chargingRateUnit":"W","chargingSchedulePeriod":[{"startPeriod":600,"limit":8},{"startPeriod":0,"limit":13}]})"_ba
        << 3600 << u"0:13 600:8"_s;
    QTest::newRow("nonsense") << R"({"chargingSchedulePeriod":5})"_ba << 3600 << QString();
    QTest::newRow("nothing") << QByteArray() << 3600 << QString();
}

void tst_CompositeComparison::whatAStationTells()
{
    QFETCH(QByteArray, schedule);
    const auto composite = compositeOf(CompositeSchedule{station, 1, u"W"_s, at(0), at(0), 3600, schedule});
    QStringList periods;
    for (const charging::CompositePeriod &period : composite.periods)
        periods.append(u"%1:%2"_s.arg(period.startPeriod).arg(*period.limit));
    QTEST(periods.join(u' '), "periods");
    QTEST(composite.duration, "duration");
    QCOMPARE(composite.unit, ocpp::ChargingRateUnitType::W);
}

QTEST_GUILESS_MAIN(tst_CompositeComparison)
#include "tst_compositecomparison.moc"
