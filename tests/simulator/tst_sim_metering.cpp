// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/place.h"

using namespace simtest;

class TestMetering : public QObject {
    Q_OBJECT

private slots:
    void init() { use(defaultOptions()); }
    void cleanup();
    void samplesPeriodically();
    void samplesWhatIsConfigured();
    void noIntervalMeansNoSamples();
    void aChangedIntervalHoldsAtOnce();
    void nothingIsSampledWithoutATransaction();
    void clockAlignedValuesComeOnTheClock();
    void clockAlignedValuesOfTheMainMeter();
    void transactionDataHasBeginAndEnd();
    void noTransactionDataIfSoConfigured();
    void transactionDataIsBounded();
    void speedCompressesTheMeter();
    void registersNeverFall();
    void aFalseRegisterIsReported();
    void directCurrentReportsTheStateOfCharge();

private:
    void use(const simulator::StationOptions &options)
    {
        place_ = std::make_unique<Place>(options);
        QVERIFY(place_->boot());
    }
    void set(const char *key, const QString &value)
    {
        QVERIFY(place_->station.configure(QString::fromLatin1(key), value));
    }
    QList<QJsonObject> values() const { return place_->central.all(u"MeterValues"_s); }
    static QJsonObject sampleOf(const QJsonObject &request, QLatin1StringView measurand)
    {
        for (const QJsonValue value : request.value("meterValue"_L1)[0]["sampledValue"_L1].toArray()) {
            if (value["measurand"_L1] == measurand)
                return value.toObject();
        }
        return {};
    }
    static double number(const QJsonObject &request, QLatin1StringView measurand)
    {
        return sampleOf(request, measurand).value("value"_L1).toString().toDouble();
    }
    static QStringList contexts(const QJsonArray &meterValues)
    {
        QStringList contexts;
        for (const QJsonValue value : meterValues)
            contexts += value["sampledValue"_L1][0]["context"_L1].toString();
        return contexts;
    }

    std::unique_ptr<Place> place_;
};

void TestMetering::cleanup()
{
    QCOMPARE(place_->central.violations, QStringList());
    place_.reset();
}

void TestMetering::samplesPeriodically()
{
    QVERIFY(place_->charge(1, {.acPowerW = 11040}));
    QVERIFY(place_->pass(3min));
    QCOMPARE(values().size(), 3);
    const QJsonObject second = values().at(1);
    QCOMPARE(second.value("connectorId"_L1).toInt(), 1);
    QCOMPARE(second.value("transactionId"_L1).toInt(), 101);
    QCOMPARE(second["meterValue"_L1][0]["timestamp"_L1].toString(), u"2026-11-22T12:02:00Z"_s);
    QCOMPARE(number(second, "Energy.Active.Import.Register"_L1), 1000 + 368);
    QCOMPARE(number(second, "Power.Active.Import"_L1), 11040);
    QCOMPARE(number(second, "Current.Import"_L1), 16);
    QCOMPARE(sampleOf(second, "Current.Import"_L1).value("phase"_L1).toString(), u"L1"_s);
    QCOMPARE(sampleOf(second, "Voltage"_L1).value("phase"_L1).toString(), u"L1-N"_s);
    QCOMPARE(sampleOf(second, "Voltage"_L1).value("context"_L1).toString(), u"Sample.Periodic"_s);
    QVERIFY(sampleOf(second, "SoC"_L1).isEmpty()); // an AC outlet does not know it
}

void TestMetering::samplesWhatIsConfigured()
{
    set("MeterValuesSampledData", u"Voltage.L2, Energy.Active.Import.Interval"_s);
    QVERIFY(place_->charge(1, {.acPowerW = 12000}));
    QVERIFY(place_->pass(2min));
    QCOMPARE(values().last()["meterValue"_L1][0]["sampledValue"_L1].toArray().size(), 2);
    QCOMPARE(number(values().last(), "Energy.Active.Import.Interval"_L1), 200);
}

void TestMetering::noIntervalMeansNoSamples()
{
    set("MeterValueSampleInterval", u"0"_s);
    QVERIFY(place_->charge());
    QVERIFY(place_->pass(1h));
    QCOMPARE(values().size(), 0);
}

void TestMetering::aChangedIntervalHoldsAtOnce()
{
    QVERIFY(place_->charge());
    const QJsonObject change{{u"key"_s, u"MeterValueSampleInterval"_s}, {u"value"_s, u"10"_s}};
    place_->central.ask(u"ChangeConfiguration"_s, change);
    place_->timeline.advance(10s);
    QTRY_COMPARE(values().size(), 1);
}

void TestMetering::nothingIsSampledWithoutATransaction()
{
    QVERIFY(place_->charge());
    place_->station.unplug(1);
    QVERIFY(place_->pass(10min));
    QCOMPARE(values().size(), 0);
}

void TestMetering::clockAlignedValuesComeOnTheClock()
{
    set("MeterValueSampleInterval", u"0"_s);
    QVERIFY(place_->charge());
    QVERIFY(place_->pass(100s));
    set("ClockAlignedDataInterval", u"900"_s);
    QVERIFY(place_->pass(30min));
    QCOMPARE(values().size(), 6); // connectors 0, 1 and 2, at 12:15 and 12:30
    const QJsonObject charging = values().first();
    QCOMPARE(charging["meterValue"_L1][0]["timestamp"_L1].toString(), u"2026-11-22T12:15:00Z"_s);
    QCOMPARE(contexts(charging["meterValue"_L1].toArray()), QStringList{u"Sample.Clock"_s});
    QCOMPARE(charging.value("transactionId"_L1).toInt(), 101); // E 3.16
    QVERIFY(!values().at(1).contains("transactionId"_L1));
}

void TestMetering::clockAlignedValuesOfTheMainMeter()
{
    set("ClockAlignedDataInterval", u"900"_s);
    QVERIFY(place_->pass(15min));
    const QJsonObject main = values().last();
    QCOMPARE(main.value("connectorId"_L1).toInt(), 0);
    QVERIFY(!main.contains("transactionId"_L1));
    QCOMPARE(number(main, "Energy.Active.Import.Register"_L1), 1000 + 2000);
    QCOMPARE(sampleOf(main, "Energy.Active.Import.Register"_L1).value("location"_L1).toString(), u"Inlet"_s);
}

void TestMetering::transactionDataHasBeginAndEnd()
{
    set("StopTxnSampledData", u"Energy.Active.Import.Register,Power.Active.Import"_s);
    QVERIFY(place_->charge());
    QVERIFY(place_->pass(150s));
    place_->station.stopLocally(1);
    QVERIFY(place_->settled());
    const QJsonObject stop = place_->central.last(u"StopTransaction"_s);
    const QJsonArray data = stop.value("transactionData"_L1).toArray();
    QCOMPARE(contexts(data), (QStringList{u"Transaction.Begin"_s, u"Sample.Periodic"_s, u"Sample.Periodic"_s,
                                          u"Transaction.End"_s})); // E 3.14
    const QJsonValue first = data.first()["sampledValue"_L1][0]["value"_L1];
    const QJsonValue last = data.last()["sampledValue"_L1][0]["value"_L1];
    QCOMPARE(first.toString(), QString::number(place_->central.last(u"StartTransaction"_s)["meterStart"_L1].toInt()));
    QCOMPARE(last.toString(), QString::number(stop["meterStop"_L1].toInt()));
}

void TestMetering::noTransactionDataIfSoConfigured()
{
    set("StopTxnSampledData", {});
    QVERIFY(place_->charge());
    QVERIFY(place_->pass(150s));
    place_->station.stopLocally(1);
    QVERIFY(place_->settled());
    QVERIFY(!place_->central.last(u"StopTransaction"_s).contains("transactionData"_L1)); // 3.16.5
}

void TestMetering::transactionDataIsBounded()
{
    set("MeterValuesSampledData", {});
    set("MeterValueSampleInterval", u"10"_s);
    QVERIFY(place_->charge());
    QVERIFY(place_->pass(2h));
    place_->station.stopLocally(1);
    QVERIFY(place_->settled());
    const QJsonArray data = place_->central.last(u"StopTransaction"_s).value("transactionData"_L1).toArray();
    QCOMPARE(data.size(), 400);
    QCOMPARE(contexts(data).first(), u"Transaction.Begin"_s);
    QCOMPARE(contexts(data).last(), u"Transaction.End"_s);
}

void TestMetering::speedCompressesTheMeter()
{
    simulator::StationOptions options = defaultOptions();
    options.speed = 60;
    use(options);
    QVERIFY(place_->charge(1, {.acPowerW = 12000}));
    place_->timeline.advance(10s);
    QVERIFY(place_->settled());
    QCOMPARE(values().size(), 10);
    QCOMPARE(number(values().last(), "Energy.Active.Import.Register"_L1), 1000 + 2000);
    // Times stay real ones.
    QCOMPARE(values().last()["meterValue"_L1][0]["timestamp"_L1].toString(), u"2026-11-22T12:00:10Z"_s);
}

void TestMetering::registersNeverFall()
{
    double last = 0;
    for (int session = 0; session < 3; ++session) {
        QVERIFY(place_->charge());
        QVERIFY(place_->pass(7min + session * 1s));
        place_->station.unplug(1);
        QVERIFY(place_->settled());
        const double start = place_->central.last(u"StartTransaction"_s).value("meterStart"_L1).toDouble();
        const double stop = place_->central.last(u"StopTransaction"_s).value("meterStop"_L1).toDouble();
        QVERIFY(session == 0 || start == last); // E 3.78
        QVERIFY(stop > start);
        last = stop;
    }
}

void TestMetering::aFalseRegisterIsReported()
{
    QVERIFY(place_->charge());
    place_->station.setRegister(1, 0);
    QVERIFY(place_->pass(60s));
    QVERIFY(number(values().last(), "Energy.Active.Import.Register"_L1) < 1000);
}

void TestMetering::directCurrentReportsTheStateOfCharge()
{
    simulator::StationOptions options = defaultOptions();
    options.hardware = {.directCurrent = true, .maxPowerW = 60000, .fixedCable = true};
    use(options);
    QVERIFY(place_->charge(1, {.batteryWh = 60000, .socPercent = 20}));
    QVERIFY(place_->pass(10min));
    QCOMPARE(number(values().last(), "SoC"_L1), 37);
    QVERIFY(!sampleOf(values().last(), "Current.Import"_L1).contains("phase"_L1));
}

QTEST_GUILESS_MAIN(TestMetering)
#include "tst_sim_metering.moc"
