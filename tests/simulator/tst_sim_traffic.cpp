// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/connectorstatus.h"
#include "simulator/place.h"
#include "simulator/traffic.h"

using namespace simtest;
using Status = ocpp::ChargePointStatus;

class TestTraffic : public QObject {
    Q_OBJECT

private slots:
    void readsItsShape();
    void aLivelyDayIsLegal();
    void theSameSeedGivesTheSameDay();
    void aQuietPlaceIsQuiet();

private:
    struct Day {
        QStringList starts;
        QStringList reasons;
        QSet<QString> statuses;
        QStringList illegal;
        int outages = 0;
    };
    static Day play(quint64 seed, std::chrono::hours hours);
};

TestTraffic::Day TestTraffic::play(quint64 seed, std::chrono::hours hours)
{
    Day day;
    Place place;
    simulator::TrafficShape shape;
    shape.pauseMinutes = 5;
    shape.stayMinutesLeast = 5;
    shape.stayMinutesMost = 30;
    shape.faultsPerHour = 1;
    shape.offlinePerHour = 1;
    shape.offlineMinutes = 3;
    simulator::Traffic traffic(place.station, place.timeline, shape, {u"TAG-1"_s, u"TAG-2"_s}, seed);
    QHash<int, Status> last;
    place.station.changed.listen([&] {
        for (int connector = 1; connector <= 2; ++connector) {
            const Status before = last.value(connector, Status::Available);
            const Status now = *place.station.status(connector);
            if (before != now && !simulator::mayFollow(before, now))
                day.illegal += ocpp::toString(before) + " to "_L1 + ocpp::toString(now);
            last.insert(connector, now);
            day.statuses.insert(ocpp::toString(now));
        }
    });
    if (!place.boot())
        return day;
    place.station.configure(u"MeterValueSampleInterval"_s, u"600"_s);
    traffic.start();
    for (auto passed = 0min; passed < hours; passed += 1min) {
        if (!place.pass(1min))
            return day;
        day.outages += place.station.isOnline() ? 0 : 1;
    }
    for (const QJsonObject &start : place.central.all(u"StartTransaction"_s))
        day.starts += start.value("idTag"_L1).toString() + start.value("timestamp"_L1).toString().left(16);
    for (const QJsonObject &stop : place.central.all(u"StopTransaction"_s))
        day.reasons += stop.value("reason"_L1).toString();
    day.illegal += place.central.violations;
    return day;
}

void TestTraffic::readsItsShape()
{
    const auto shape = simulator::TrafficShape::fromJson({{u"pauseMinutes"_s, 7}, {u"strangers"_s, 0.5}});
    QCOMPARE(shape->pauseMinutes, 7.0);
    QCOMPARE(shape->strangers, 0.5);
    QVERIFY(!simulator::TrafficShape::fromJson({{u"pauseMinutes"_s, u"seven"_s}}));
}

void TestTraffic::aLivelyDayIsLegal()
{
    const Day day = play(42, 8h);
    QCOMPARE(day.illegal, QStringList());
    QVERIFY2(day.starts.size() > 15, qPrintable(QString::number(day.starts.size())));
    QVERIFY(day.reasons.contains(u"Local"_s));
    QVERIFY(day.reasons.contains(u"EVDisconnected"_s));
    for (const auto status :
         {"Available"_L1, "Preparing"_L1, "Charging"_L1, "SuspendedEVSE"_L1, "Finishing"_L1, "Faulted"_L1})
        QVERIFY2(day.statuses.contains(status), status.data());
    QVERIFY(day.outages > 0);
}

void TestTraffic::theSameSeedGivesTheSameDay()
{
    const Day one = play(7, 3h);
    const Day again = play(7, 3h);
    const Day other = play(8, 3h);
    QVERIFY(!one.starts.isEmpty());
    QCOMPARE(again.starts, one.starts);
    QVERIFY(other.starts != one.starts);
}

void TestTraffic::aQuietPlaceIsQuiet()
{
    Place place;
    simulator::TrafficShape shape;
    shape.firstMinutes = 600;
    shape.faultsPerHour = 0;
    shape.offlinePerHour = 0;
    simulator::Traffic traffic(place.station, place.timeline, shape, {}, 1);
    QVERIFY(place.boot());
    place.central.forget();
    traffic.start();
    QVERIFY(place.pass(2min));
    QCOMPARE(place.central.calls.size(), 0);
}

QTEST_GUILESS_MAIN(TestTraffic)
#include "tst_sim_traffic.moc"
