// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/measurands.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace simulator;

class TestMeter : public QObject {
    Q_OBJECT

private slots:
    void nothingFlowsWithoutContactorOrCar();
    void energyIsPowerTimesTime();
    void theSmallestOfCarOutletAndLimitCounts();
    void aFullCarAsksForNothing();
    void chargingGetsSlowerAboveEightyPercent();
    void aSinglePhaseCarUsesOnePhase();
    void directCurrentKnowsTheStateOfCharge();
    void registersGrowEvenly();
    void measurandsAreParsed_data();
    void measurandsAreParsed();
    void samplesSayWhatTheyAre();
    void phasesAreReportedOneByOne();
    void aPhaseCanBeChosen();
    void directCurrentHasNoPhases();

private:
    static Meter charging(const Hardware &hardware, const Vehicle &vehicle)
    {
        Meter meter(hardware, 5000);
        meter.plugIn(vehicle);
        meter.energise(true);
        return meter;
    }
    static ocpp::SampledValue only(const Meter &meter, const QString &item)
    {
        return sample(readingOf(meter), {item}, "Sample.Periodic"_L1, "Outlet"_L1).value(0);
    }
};

void TestMeter::nothingFlowsWithoutContactorOrCar()
{
    Meter meter({}, 5000);
    meter.energise(true);
    meter.pass(1h);
    meter.energise(false);
    meter.plugIn({});
    QVERIFY(meter.carAsks());
    meter.pass(1h);
    QCOMPARE(meter.registerWh(), 5000.0);
}

void TestMeter::energyIsPowerTimesTime()
{
    Meter meter = charging({}, {.batteryWh = 60000, .socPercent = 10, .acPowerW = 11000});
    QCOMPARE(meter.powerW(), 11000.0);
    meter.pass(30min);
    QVERIFY(qAbs(meter.registerWh() - 10500) < 0.01);
}

void TestMeter::theSmallestOfCarOutletAndLimitCounts()
{
    Meter meter = charging({.maxPowerW = 7000}, {.acPowerW = 11000});
    QCOMPARE(meter.powerW(), 7000.0);
    meter.offer(4000);
    QCOMPARE(meter.powerW(), 4000.0);
    meter.demand(1500);
    QCOMPARE(meter.powerW(), 1500.0);
    meter.offer(0);
    QCOMPARE(meter.powerW(), 0.0);
    meter.offer(std::nullopt);
    meter.demand(std::nullopt);
    QCOMPARE(meter.powerW(), 7000.0);
}

void TestMeter::aFullCarAsksForNothing()
{
    Meter meter =
        charging({}, {.batteryWh = 10000, .socPercent = 75, .targetPercent = 80, .acPowerW = 10000});
    QVERIFY(meter.carAsks());
    meter.pass(2h);
    QVERIFY(!meter.carAsks());
    QCOMPARE(meter.powerW(), 0.0);
    QVERIFY(meter.registerWh() >= 5500);
    QVERIFY(meter.registerWh() < 5600); // it stops within a step of the target
}

void TestMeter::chargingGetsSlowerAboveEightyPercent()
{
    QVERIFY(charging({}, {.socPercent = 95}).powerW() < charging({}, {.socPercent = 79}).powerW() / 3);
}

void TestMeter::aSinglePhaseCarUsesOnePhase()
{
    const Meter meter = charging({}, {.acPowerW = 7360, .phases = 1});
    QCOMPARE(meter.activePhases(), 1);
    QCOMPARE(meter.currentA(meter.powerW()), 32.0);
}

void TestMeter::directCurrentKnowsTheStateOfCharge()
{
    const Vehicle vehicle{.socPercent = 42};
    QVERIFY(!charging({}, vehicle).socPercent());
    QCOMPARE(charging({.directCurrent = true}, vehicle).socPercent(), std::optional(42.0));
}

void TestMeter::registersGrowEvenly()
{
    Meter once = charging({.maxPowerW = 22000}, {.socPercent = 60, .acPowerW = 22000});
    Meter often = once;
    once.pass(1h);
    for (int i = 0; i < 120; ++i)
        often.pass(30s);
    QVERIFY(qAbs(once.registerWh() - often.registerWh()) < 1);
}

void TestMeter::measurandsAreParsed_data()
{
    QTest::addColumn<QString>("item");
    QTest::addColumn<bool>("supported");
    QTest::addColumn<int>("phase");
    QTest::newRow("register") << u"Energy.Active.Import.Register"_s << true << 0;
    QTest::newRow("phase") << u"Current.Import.L2"_s << true << 2;
    QTest::newRow("voltage phase") << u"Voltage.L1"_s << true << 1;
    QTest::newRow("voltage phase as reported") << u"Voltage.L3-N"_s << true << 3;
    QTest::newRow("no phase of it") << u"SoC.L1"_s << false << 0;
    QTest::newRow("no such phase") << u"Voltage.L4"_s << false << 0;
    QTest::newRow("not of this meter") << u"RPM"_s << false << 0;
    QTest::newRow("case") << u"voltage"_s << false << 0;
    QTest::newRow("empty") << QString() << false << 0;
}

void TestMeter::measurandsAreParsed()
{
    QFETCH(QString, item);
    QFETCH(bool, supported);
    const auto choice = parseMeasurand(item);
    QCOMPARE(choice.has_value(), supported);
    if (choice)
        QTEST(choice->phase, "phase");
}

void TestMeter::samplesSayWhatTheyAre()
{
    Meter meter = charging({.directCurrent = true}, {.socPercent = 41.6});
    meter.setRegister(7654.9);
    const ocpp::SampledValue energy = only(meter, u"Energy.Active.Import.Register"_s);
    QCOMPARE(energy.value, u"7654"_s); // never more than the register shows
    QCOMPARE(energy.unit.value_or(QString()), u"Wh"_s);
    QCOMPARE(energy.context.value_or(QString()), u"Sample.Periodic"_s);
    QCOMPARE(energy.location.value_or(QString()), u"Outlet"_s);
    const ocpp::SampledValue soc = only(meter, u"SoC"_s);
    QCOMPARE(soc.value, u"42"_s);
    QCOMPARE(soc.location.value_or(QString()), u"EV"_s);
    QCOMPARE(only(meter, u"Temperature"_s).unit.value_or(QString()), u"Celcius"_s);
    QVERIFY(!only(meter, u"Frequency"_s).unit);
}

void TestMeter::phasesAreReportedOneByOne()
{
    const Meter meter = charging({}, {.acPowerW = 11040, .phases = 3});
    const auto values =
        sample(readingOf(meter), {u"Current.Import"_s, u"Voltage"_s}, "Trigger"_L1, "Outlet"_L1);
    QStringList phases;
    for (const ocpp::SampledValue &value : values)
        phases += value.phase.value_or(QString());
    QCOMPARE(phases, (QStringList{u"L1"_s, u"L2"_s, u"L3"_s, u"L1-N"_s, u"L2-N"_s, u"L3-N"_s}));
    QCOMPARE(values.first().value, u"16.0"_s);
    // One phase of hardware is one phase of values.
    QCOMPARE(sample(readingOf(Meter({.phases = 1}, 0)), {u"Voltage"_s}, "Trigger"_L1, "Outlet"_L1).size(), 1);
}

void TestMeter::aPhaseCanBeChosen()
{
    const auto values =
        sample(readingOf(charging({}, {.phases = 1})), {u"Current.Import.L2"_s}, "Trigger"_L1, "Outlet"_L1);
    QCOMPARE(values.size(), 1);
    QCOMPARE(values.first().phase.value_or(QString()), u"L2"_s);
    QCOMPARE(values.first().measurand.value_or(QString()), u"Current.Import"_s);
    QCOMPARE(values.first().value, u"0.0"_s); // the car loads L1 only
}

void TestMeter::directCurrentHasNoPhases()
{
    const Meter meter =
        charging({.directCurrent = true, .maxPowerW = 150000}, {.socPercent = 50, .dcPowerW = 76000});
    const ocpp::SampledValue current = only(meter, u"Current.Import"_s);
    QVERIFY(!current.phase);
    QCOMPARE(current.value, u"200.0"_s); // 76 kW at 380 V
    QCOMPARE(only(meter, u"Voltage"_s).value, u"380.0"_s);
}

QTEST_GUILESS_MAIN(TestMeter)
#include "tst_sim_meter.moc"
