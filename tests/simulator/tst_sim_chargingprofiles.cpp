// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/place.h"

using namespace simtest;

namespace {

QJsonObject schedule(const QJsonArray &limits, const QString &unit = u"A"_s)
{
    QJsonArray periods; // an hour each
    for (qsizetype i = 0; i < limits.size(); ++i)
        periods.append(QJsonObject{{u"startPeriod"_s, int(i) * 3600}, {u"limit"_s, limits[i]}});
    return {{u"chargingRateUnit"_s, unit}, {u"chargingSchedulePeriod"_s, periods}};
}

QJsonObject profile(int id, const QString &purpose, int level, const QJsonObject &chargingSchedule)
{
    return {{u"chargingProfileId"_s, id},
            {u"stackLevel"_s, level},
            {u"chargingProfilePurpose"_s, purpose},
            {u"chargingProfileKind"_s, u"Absolute"_s},
            {u"chargingSchedule"_s, chargingSchedule}};
}

const QString tx = u"TxProfile"_s;
const QString byDefault = u"TxDefaultProfile"_s;
const QString most = u"ChargePointMaxProfile"_s;

} // namespace

class TestChargingProfiles : public QObject {
    Q_OBJECT

private slots:
    void init() { start(defaultOptions()); }
    void cleanup();
    void keepsThemOverReboots();
    void forgetsThemAtAFactoryReset();
    void replacesTheSamePlaceAndId();
    void refusesWhatBreaksARule_data();
    void refusesWhatBreaksARule();
    void txProfileLivesWithItsTransaction();
    void clearsByFilter();
    void isNotSupportedWithoutTheFeature();
    void composite_data();
    void composite();
    void recurringDays();
    void compositeIsRefused();

private:
    void start(const simulator::StationOptions &options)
    {
        place_ = std::make_unique<Place>(options);
        QVERIFY(place_->boot());
    }
    QString ask(const QString &action, const QJsonObject &payload = {})
    {
        const auto reply = place_->central.ask(action, payload);
        return reply.errorCode.isEmpty() ? reply.payload.value("status"_L1).toString() : reply.errorCode;
    }
    QString set(int connector, const QJsonObject &profile)
    {
        return ask(u"SetChargingProfile"_s, {{u"connectorId"_s, connector}, {u"csChargingProfiles"_s, profile}});
    }
    /// "start:limit" of each period.
    QString plan(int connector, const QString &unit = u"A"_s, int duration = 4 * 3600)
    {
        const auto reply = place_->central.ask(
            u"GetCompositeSchedule"_s,
            {{u"connectorId"_s, connector}, {u"duration"_s, duration}, {u"chargingRateUnit"_s, unit}});
        QStringList periods;
        for (const QJsonValue &period : reply.payload["chargingSchedule"_L1]["chargingSchedulePeriod"_L1].toArray())
            periods.append(u"%1:%2"_s.arg(period["startPeriod"_L1].toInt()).arg(period["limit"_L1].toDouble()));
        return periods.join(u' ');
    }
    qsizetype kept() const { return place_->station.profiles().installed().size(); }

    std::unique_ptr<Place> place_;
};

void TestChargingProfiles::cleanup()
{
    QCOMPARE(place_->central.violations, QStringList());
    place_.reset();
}

// E 3.37.
void TestChargingProfiles::keepsThemOverReboots()
{
    QCOMPARE(set(0, profile(1, most, 0, schedule({16}))), u"Accepted"_s);
    place_->station.reboot();
    QVERIFY(place_->pass(30s));
    QCOMPARE(place_->station.bootsAccepted(), 2);
    QCOMPARE(kept(), 1);
}

void TestChargingProfiles::forgetsThemAtAFactoryReset()
{
    QCOMPARE(set(0, profile(1, most, 0, schedule({16}))), u"Accepted"_s);
    QVERIFY(place_->station.configure(u"MeterValueSampleInterval"_s, u"17"_s));
    place_->station.resetToFactory();
    QVERIFY(place_->pass(30s));
    QCOMPARE(place_->station.bootsAccepted(), 2);
    QCOMPARE(kept(), 0);
    QCOMPARE(place_->station.configuration().number("MeterValueSampleInterval"_L1), 60);
}

void TestChargingProfiles::replacesTheSamePlaceAndId()
{
    set(1, profile(1, byDefault, 0, schedule({16})));
    set(1, profile(2, byDefault, 0, schedule({10}))); // 3.13.2
    QCOMPARE(kept(), 1);
    set(1, profile(3, byDefault, 1, schedule({10})));
    set(2, profile(4, byDefault, 0, schedule({10})));
    set(0, profile(5, byDefault, 0, schedule({10})));
    QCOMPARE(kept(), 4);
    set(2, profile(3, byDefault, 2, schedule({10}))); // the same id
    QCOMPARE(kept(), 4);
}

void TestChargingProfiles::refusesWhatBreaksARule_data()
{
    QTest::addColumn<int>("connector");
    QTest::addColumn<QJsonObject>("what");
    QTest::addColumn<QString>("answer");
    const QString rejected = u"Rejected"_s;
    QTest::newRow("maximum on a connector") << 1 << profile(1, most, 0, schedule({16})) << rejected;
    QTest::newRow("transaction on connector 0") << 0 << profile(1, tx, 0, schedule({16})) << rejected;
    QTest::newRow("no transaction") << 1 << profile(1, tx, 0, schedule({16})) << rejected;
    QTest::newRow("level") << 1 << profile(1, byDefault, 4, schedule({16})) << rejected;
    QTest::newRow("unit") << 1 << profile(1, byDefault, 0, schedule({16}, u"W"_s)) << rejected;
    QTest::newRow("periods") << 1 << profile(1, byDefault, 0, schedule({16, 15, 14})) << rejected;
    QTest::newRow("connector") << 3 << profile(1, byDefault, 0, schedule({16}))
                               << u"PropertyConstraintViolation"_s; // E 3.39
    QTest::newRow("fits") << 1 << profile(1, byDefault, 3, schedule({16, 15})) << u"Accepted"_s;
}

void TestChargingProfiles::refusesWhatBreaksARule()
{
    QFETCH(int, connector);
    QFETCH(QJsonObject, what);
    auto options = defaultOptions();
    options.configuration = {{u"ChargeProfileMaxStackLevel"_s, u"3"_s},
                             {u"ChargingScheduleMaxPeriods"_s, u"2"_s},
                             {u"ChargingScheduleAllowedChargingRateUnit"_s, u"Current"_s},
                             {u"MaxChargingProfilesInstalled"_s, u"2"_s}};
    start(options);
    QTEST(set(connector, what), "answer");
    QCOMPARE(set(2, profile(10, byDefault, 0, schedule({16}))), u"Accepted"_s);
    if (kept() < 2)
        QCOMPARE(set(2, profile(11, byDefault, 1, schedule({16}))), u"Accepted"_s);
    QCOMPARE(set(2, profile(12, byDefault, 2, schedule({16}))), u"Rejected"_s); // no room
    QCOMPARE(set(2, profile(13, byDefault, 0, schedule({6}))), u"Accepted"_s); // takes no more
}

void TestChargingProfiles::txProfileLivesWithItsTransaction()
{
    QVERIFY(place_->charge(1));
    QJsonObject mine = profile(1, tx, 0, schedule({8}));
    mine.insert("transactionId"_L1, place_->transactionId() + 1);
    QCOMPARE(set(1, mine), u"Rejected"_s);
    mine.insert("transactionId"_L1, place_->transactionId());
    QCOMPARE(set(1, mine), u"Accepted"_s);
    set(1, profile(2, byDefault, 5, schedule({6})));
    QCOMPARE(plan(1), u"0:8"_s);
    place_->station.stopLocally(1);
    QTRY_COMPARE(kept(), 1);
    QCOMPARE(plan(1), u"0:6"_s);
}

void TestChargingProfiles::clearsByFilter()
{
    const auto fill = [this] {
        set(0, profile(1, most, 0, schedule({16})));
        set(0, profile(2, byDefault, 0, schedule({16})));
        set(1, profile(3, byDefault, 1, schedule({16})));
    };
    fill();
    QCOMPARE(ask(u"ClearChargingProfile"_s, {{u"id"_s, 3}, {u"connectorId"_s, 0}}), u"Accepted"_s); // E 3.26
    QCOMPARE(kept(), 2);
    QCOMPARE(ask(u"ClearChargingProfile"_s, {{u"id"_s, 3}}), u"Unknown"_s);
    fill();
    QCOMPARE(ask(u"ClearChargingProfile"_s, {{u"connectorId"_s, 0}, {u"chargingProfilePurpose"_s, byDefault}}),
             u"Accepted"_s);
    QCOMPARE(kept(), 2);
    QCOMPARE(ask(u"ClearChargingProfile"_s, {{u"connectorId"_s, 0}, {u"stackLevel"_s, 1}}), u"Unknown"_s);
    QCOMPARE(ask(u"ClearChargingProfile"_s), u"Accepted"_s);
    QCOMPARE(kept(), 0);
}

// E 3.39.
void TestChargingProfiles::isNotSupportedWithoutTheFeature()
{
    auto options = defaultOptions();
    options.configuration = {{u"SupportedFeatureProfiles"_s, u"Core"_s}};
    start(options);
    QCOMPARE(set(1, profile(1, byDefault, 0, schedule({16}))), u"NotSupported"_s);
    QCOMPARE(ask(u"ClearChargingProfile"_s), u"NotSupported"_s);
    QCOMPARE(ask(u"GetCompositeSchedule"_s, {{u"connectorId"_s, 1}, {u"duration"_s, 60}}), u"NotSupported"_s);
}

void TestChargingProfiles::composite_data()
{
    QTest::addColumn<QList<int>>("connectors");
    QTest::addColumn<QJsonArray>("profiles");
    QTest::addColumn<int>("connector");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("plan");
    const QJsonObject hour = [] {
        QJsonObject object = schedule({20});
        object.insert("duration"_L1, 3600);
        return object;
    }();
    QTest::newRow("nothing") << QList<int>{} << QJsonArray{} << 1 << u"A"_s << u"0:32"_s;
    QTest::newRow("nothing, station") << QList<int>{} << QJsonArray{} << 0 << u"W"_s << u"0:44160"_s;
    QTest::newRow("periods") << QList<int>{1} << QJsonArray{profile(1, byDefault, 0, schedule({16, 6, 6, 0}))} << 1
                             << u"A"_s << u"0:16 3600:6 10800:0"_s;
    QTest::newRow("in watts") << QList<int>{1} << QJsonArray{profile(1, byDefault, 0, schedule({16}))} << 1 << u"W"_s
                              << u"0:11040"_s;
    QTest::newRow("of watts") << QList<int>{1} << QJsonArray{profile(1, byDefault, 0, schedule({6900}, u"W"_s))} << 1
                              << u"A"_s << u"0:10"_s;
    QTest::newRow("another connector's") << QList<int>{2} << QJsonArray{profile(1, byDefault, 0, schedule({16}))} << 1
                                         << u"A"_s << u"0:32"_s;
    QTest::newRow("of all connectors") << QList<int>{0} << QJsonArray{profile(1, byDefault, 0, schedule({16}))} << 1
                                       << u"A"_s << u"0:16"_s;
    QTest::newRow("its own before that of all")
        << QList<int>{1, 0}
        << QJsonArray{profile(1, byDefault, 0, schedule({10})), profile(2, byDefault, 0, schedule({16}))} << 1 << u"A"_s
        << u"0:10"_s;
    QTest::newRow("its own before that of all, also when it is over")
        << QList<int>{1, 0} << QJsonArray{profile(1, byDefault, 0, hour), profile(2, byDefault, 0, schedule({16}))} << 1
        << u"A"_s << u"0:20 3600:32"_s;
    QTest::newRow("higher level, then the lower")
        << QList<int>{1, 1} << QJsonArray{profile(1, byDefault, 0, schedule({10, 9})), profile(2, byDefault, 1, hour)}
        << 1 << u"A"_s << u"0:20 3600:9"_s; // E 3.43
    QTest::newRow("capped") << QList<int>{1, 0}
                            << QJsonArray{profile(1, byDefault, 0, schedule({10, 20})),
                                          profile(2, most, 0, schedule({16}))}
                            << 1 << u"A"_s << u"0:10 3600:16"_s;
    QTest::newRow("the sum is capped") << QList<int>{1, 0}
                                       << QJsonArray{profile(1, byDefault, 0, schedule({10, 20})),
                                                     profile(2, most, 0, schedule({45}))}
                                       << 0 << u"A"_s << u"0:42 3600:45"_s;
}

void TestChargingProfiles::composite()
{
    QFETCH(QList<int>, connectors);
    QFETCH(QJsonArray, profiles);
    QFETCH(int, connector);
    QFETCH(QString, unit);
    for (qsizetype i = 0; i < connectors.size(); ++i)
        QCOMPARE(set(connectors[i], profiles[i].toObject()), u"Accepted"_s);
    QTEST(plan(connector, unit), "plan");
}

void TestChargingProfiles::recurringDays()
{
    QJsonObject daily = profile(1, byDefault, 0, schedule({6, 16}));
    daily.insert("chargingProfileKind"_L1, u"Recurring"_s);
    daily.insert("recurrencyKind"_L1, u"Daily"_s);
    QJsonObject when = daily["chargingSchedule"_L1].toObject();
    when.insert("startSchedule"_L1, u"2026-11-01T14:00:00Z"_s); // it is noon, some weeks later
    daily.insert("chargingSchedule"_L1, when);
    QCOMPARE(set(1, daily), u"Accepted"_s);
    QCOMPARE(plan(1, u"A"_s, 30 * 3600), u"0:16 7200:6 10800:16 93600:6 97200:16"_s);
}

void TestChargingProfiles::compositeIsRefused()
{
    QCOMPARE(ask(u"GetCompositeSchedule"_s, {{u"connectorId"_s, 3}, {u"duration"_s, 60}}), u"Rejected"_s);
}

QTEST_GUILESS_MAIN(TestChargingProfiles)
#include "tst_sim_chargingprofiles.moc"
