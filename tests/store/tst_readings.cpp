// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/readings.h"

#include "ocpp/types.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace store;

namespace {

struct Sample {
    QString value;
    QString measurand{};
    QString unit{};
    QString phase{};
    QString location{};
    QString format{};
};

std::optional<QString> unlessEmpty(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

Reading readingFrom(const QList<Sample> &samples)
{
    ocpp::MeterValue value;
    for (const Sample &sample : samples) {
        ocpp::SampledValue sampled;
        sampled.value = sample.value;
        sampled.measurand = unlessEmpty(sample.measurand);
        sampled.unit = unlessEmpty(sample.unit);
        sampled.phase = unlessEmpty(sample.phase);
        sampled.location = unlessEmpty(sample.location);
        sampled.format = unlessEmpty(sample.format);
        value.sampledValue.append(sampled);
    }
    return readingOf(value);
}

const QString energy = u"Energy.Active.Import.Register"_s;
const QString power = u"Power.Active.Import"_s;
const QString current = u"Current.Import"_s;
const QString voltage = u"Voltage"_s;

} // namespace

/// Behaviour 25.
class TestReadings : public QObject {
    Q_OBJECT
private slots:
    void energyIn_data();
    void energyIn();
    void powerIsSummedOverPhases();
    void currentIsTheLargestPhase();
    void voltageIsTheMeanToNeutral();
    void socComesFromTheCar();
    void aMainMeterMeasuresAtTheInlet();
    void othersAreLeftAlone();
};

void TestReadings::energyIn_data()
{
    QTest::addColumn<QList<Sample>>("samples");
    QTest::addColumn<double>("wh"); // -1: none
    QTest::newRow("all defaults") << QList<Sample>{{u"1234"_s}} << 1234.0;
    QTest::newRow("Wh") << QList<Sample>{{u"1234.5"_s, energy, u"Wh"_s}} << 1234.5;
    QTest::newRow("kWh") << QList<Sample>{{u"1.2345"_s, energy, u"kWh"_s}} << 1234.5;
    QTest::newRow("blanks") << QList<Sample>{{u" 12 "_s}} << 12.0;
    QTest::newRow("total beside phases") << QList<Sample>{{u"10"_s, energy, {}, u"L1"_s}, {u"33"_s, energy}} << 33.0;
    QTest::newRow("phases only") << QList<Sample>{{u"10"_s, energy, {}, u"L1"_s},
                                                  {u"11"_s, energy, {}, u"L2"_s},
                                                  {u"12"_s, energy, {}, u"L3"_s}}
                                 << 33.0;
    QTest::newRow("phases to neutral") << QList<Sample>{{u"10"_s, energy, {}, u"L1-N"_s},
                                                        {u"11"_s, energy, {}, u"L2-N"_s}}
                                       << 21.0;
    QTest::newRow("both kinds of phases count once") << QList<Sample>{{u"10"_s, energy, {}, u"L1"_s},
                                                                      {u"10"_s, energy, {}, u"L1-N"_s}}
                                                     << 10.0;
    QTest::newRow("neutral and phase to phase say nothing") << QList<Sample>{{u"10"_s, energy, {}, u"N"_s},
                                                                             {u"10"_s, energy, {}, u"L1-L2"_s}}
                                                            << -1.0;
    QTest::newRow("mixed units") << QList<Sample>{{u"1"_s, energy, u"kWh"_s, u"L1"_s}, {u"500"_s, energy, u"Wh"_s, u"L2"_s}}
                                 << 1500.0;
    QTest::newRow("signed data") << QList<Sample>{{u"123456"_s, energy, {}, {}, {}, u"SignedData"_s}} << -1.0;
    QTest::newRow("no number") << QList<Sample>{{u"OCMF|{}"_s}} << -1.0;
    QTest::newRow("nan") << QList<Sample>{{u"nan"_s}} << -1.0;
    QTest::newRow("inf") << QList<Sample>{{u"inf"_s}} << -1.0;
    QTest::newRow("beyond every meter") << QList<Sample>{{u"1e308"_s, energy, u"kWh"_s}} << -1.0;
    QTest::newRow("with an exponent") << QList<Sample>{{u"1.5e3"_s}} << 1500.0;
    QTest::newRow("empty") << QList<Sample>{{u""_s}} << -1.0;
    QTest::newRow("the car's own") << QList<Sample>{{u"10"_s, energy, {}, {}, u"EV"_s}} << -1.0;
    QTest::newRow("outlet before inlet") << QList<Sample>{{u"99"_s, energy, {}, {}, u"Inlet"_s}, {u"10"_s}} << 10.0;
    QTest::newRow("signed beside plain") << QList<Sample>{{u"AAFF"_s, energy, {}, {}, {}, u"SignedData"_s}, {u"10"_s}}
                                         << 10.0;
}

void TestReadings::energyIn()
{
    QFETCH(QList<Sample>, samples);
    QFETCH(double, wh);
    const Reading reading = readingFrom(samples);
    QCOMPARE(reading.energyWh.value_or(-1), wh);
}

void TestReadings::powerIsSummedOverPhases()
{
    const Reading reading = readingFrom({{u"2.3"_s, power, u"kW"_s, u"L1"_s}, {u"2300"_s, power, u"W"_s, u"L2"_s}});
    QCOMPARE(reading.powerW, std::optional(4600.0));
    QVERIFY(!reading.energyWh);
}

void TestReadings::currentIsTheLargestPhase()
{
    const Reading phases = readingFrom({{u"10"_s, current, {}, u"L1"_s}, {u"16"_s, current, {}, u"L2"_s}, {u"0"_s, current, {}, u"L3"_s}});
    QCOMPARE(phases.currentA, std::optional(16.0));
    QCOMPARE(readingFrom({{u"32"_s, current}}).currentA, std::optional(32.0));
}

void TestReadings::voltageIsTheMeanToNeutral()
{
    const Reading reading = readingFrom({{u"230"_s, voltage, {}, u"L1-N"_s},
                                         {u"232"_s, voltage, {}, u"L2-N"_s},
                                         {u"400"_s, voltage, {}, u"L1-L2"_s}});
    QCOMPARE(reading.voltageV, std::optional(231.0));
}

void TestReadings::socComesFromTheCar()
{
    QCOMPARE(readingFrom({{u"81"_s, u"SoC"_s, u"Percent"_s, {}, u"EV"_s}}).socPercent, std::optional(81.0));
}

void TestReadings::aMainMeterMeasuresAtTheInlet()
{
    QCOMPARE(readingFrom({{u"99"_s, energy, {}, {}, u"Inlet"_s}}).energyWh, std::optional(99.0));
}

void TestReadings::othersAreLeftAlone()
{
    const Reading reading = readingFrom({{u"50"_s, u"Frequency"_s}, {u"1"_s, u"My.Own"_s, u"furlong"_s}});
    QVERIFY(!reading.energyWh && !reading.powerW && !reading.currentA && !reading.voltageV && !reading.socPercent);
}

QTEST_APPLESS_MAIN(TestReadings)
#include "tst_readings.moc"
