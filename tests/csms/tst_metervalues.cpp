// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginefixture.h"
#include "json.h"
#include "store/connectors.h"
#include "store/metervalues.h"
#include "teststation.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// Behaviour 5, 7, 25.
class tst_MeterValues : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void figures_data();
    void figures();
    void everythingIsKept();
    void aBadSampleLeavesTheRest();
    void connectorZeroIsTheMainMeter();
    void belongToTheirTransaction();
    void withoutAcknowledgedStart_data();
    void withoutAcknowledgedStart();
    void unknownTransactionIsAnswered();
    void stopEndsTheLoad();
    void afterTheStopNothingIsRevived();
    void historyDoesNotOverwriteLiveValues();
    void sameTwiceIsOnce();

private:
    int start(int connector = 1);
    Answer send(int connector, const QString &time, const QByteArray &samples,
                std::optional<int> transaction = {});
    store::Connector connector(int number);
    QList<store::MeterValue> all();
    QList<store::MeterValue> of(int transaction);

    std::unique_ptr<EngineFixture> engine_;
    std::unique_ptr<TestStation> station_;
};

void tst_MeterValues::init()
{
    engine_ = std::make_unique<EngineFixture>();
    engine_->addStation(u"CP-1"_s);
    station_ = std::make_unique<TestStation>(u"CP-1"_s);
    QVERIFY(station_->connectTo(engine_->port()));
    QCOMPARE(station_->boot(), u"Accepted"_s);
}

void tst_MeterValues::cleanup()
{
    station_.reset();
    engine_.reset();
}

int tst_MeterValues::start(int connector)
{
    const QJsonObject request =
        R"({"idTag":"TAG","meterStart":1000,"timestamp":"2024-05-01T10:00:00Z"})"_json;
    const Answer answer = station_->call(u"StartTransaction"_s, with(request, "connectorId"_L1, connector));
    return answer.payload[u"transactionId"_s].toInt();
}

/// `samples`: the JSON array sampledValue.
Answer tst_MeterValues::send(int connector, const QString &time, const QByteArray &samples,
                             std::optional<int> transaction)
{
    const QJsonObject value{{u"timestamp"_s, time},
                            {u"sampledValue"_s, QJsonDocument::fromJson(samples).array()}};
    QJsonObject request{{u"connectorId"_s, connector}, {u"meterValue"_s, QJsonArray{value}}};
    if (transaction)
        request.insert(u"transactionId"_s, *transaction);
    return station_->call(u"MeterValues"_s, request);
}

store::Connector tst_MeterValues::connector(int number)
{
    return engine_->onStore([number](store::Database &db) {
        return store::Connectors(db).find(u"CP-1"_s, number).value_or(store::Connector());
    });
}

QList<store::MeterValue> tst_MeterValues::all()
{
    store::MeterValueFilter filter;
    filter.station = u"CP-1"_s;
    return engine_->onStore([filter](store::Database &db) { return store::MeterValues(db).list(filter); });
}

QList<store::MeterValue> tst_MeterValues::of(int transaction)
{
    return engine_->onStore(
        [=](store::Database &db) { return store::MeterValues(db).ofTransaction(transaction); });
}

void tst_MeterValues::figures_data()
{
    QTest::addColumn<QByteArray>("samples");
    QTest::addColumn<double>("energyWh"); // -1: none
    QTest::addColumn<double>("powerW");
    const auto power = [](const char *rest) {
        return QByteArray(R"({"measurand":"Power.Active.Import",)") + rest + '}';
    };
    QTest::newRow("defaults") << R"([{"value":"1500"}])"_ba << 1500.0 << -1.0;
    QTest::newRow("kWh") << R"([{"value":"1.5","unit":"kWh"}])"_ba << 1500.0 << -1.0;
    QTest::newRow("register named")
        << R"([{"value":"2","measurand":"Energy.Active.Import.Register","unit":"Wh"}])"_ba << 2.0 << -1.0;
    QTest::newRow("other register") << R"([{"value":"2","measurand":"Energy.Active.Export.Register"}])"_ba
                                    << -1.0 << -1.0;
    QTest::newRow("power") << '[' + power(R"("value":"11000")") + ']' << -1.0 << 11000.0;
    QTest::newRow("kW") << '[' + power(R"("value":"11","unit":"kW")") + ']' << -1.0 << 11000.0;
    const QByteArray phases = power(R"("value":"1000","phase":"L1")") + ','
                              + power(R"("value":"2000","phase":"L2")") + ','
                              + power(R"("value":"3000","phase":"L3")");
    QTest::newRow("phases are summed") << '[' + phases + ']' << -1.0 << 6000.0;
    QTest::newRow("but not with a total")
        << '[' + phases + ',' + power(R"("value":"5900")") + ']' << -1.0 << 5900.0;
    QTest::newRow("signed data") << R"([{"value":"1500","format":"SignedData"}])"_ba << -1.0 << -1.0;
    QTest::newRow("signed and raw") << R"([{"value":"OCMF|77","format":"SignedData"},{"value":"1500"}])"_ba
                                    << 1500.0 << -1.0;
    QTest::newRow("no number") << R"([{"value":"n/a"}])"_ba << -1.0 << -1.0;
    QTest::newRow("a bare number") << R"([{"value":1500}])"_ba << 1500.0 << -1.0;
}

void tst_MeterValues::figures()
{
    QFETCH(QByteArray, samples);
    QFETCH(double, energyWh);
    QFETCH(double, powerW);
    QCOMPARE(send(1, u"2024-05-01T10:30:00Z"_s, samples).payload, QJsonObject());
    QCOMPARE(all().size(), 1);
    const store::MeterValue value = all().constFirst();
    QCOMPARE(value.energyWh.value_or(-1), energyWh);
    QCOMPARE(value.powerW.value_or(-1), powerW);
    QCOMPARE(connector(1).energyWh.value_or(-1), energyWh);
    QCOMPARE(connector(1).powerW.value_or(-1), powerW);
}

void tst_MeterValues::everythingIsKept()
{
    const auto samples = R"([{"value":"OCMF|{\"a\":1}","format":"SignedData","context":"Transaction.Begin"},
        {"value":"3","measurand":"Vendor.Humidity","unit":"Percent"},{"value":"4","unit":"Furlong"},
        {"value":"230.1","measurand":"Voltage","phase":"L1-N","unit":"V","location":"Inlet"}])"_ba;
    QCOMPARE(send(1, u"2024-05-01T10:30:00Z"_s, samples).type, 3);
    QCOMPARE(QJsonDocument::fromJson(all().constFirst().samples), QJsonDocument::fromJson(samples));
}

// What can be read counts; the rest is told as a finding.
void tst_MeterValues::aBadSampleLeavesTheRest()
{
    const int transaction = start();
    const QByteArray samples = R"([{"value":"1500"},{"value":{}}])";
    QCOMPARE(send(1, u"2024-05-01T10:30:00Z"_s, samples, transaction).type, 3);
    QCOMPARE(of(transaction).size(), 1);
    QCOMPARE(of(transaction).constFirst().energyWh, 1500.0);
    QVERIFY(engine_->parked(u"CP-1"_s).isEmpty());
    QVERIFY(engine_->findingTexts(u"CP-1"_s).contains(u"/meterValue/0/sampledValue/1/value"_s));
}

void tst_MeterValues::connectorZeroIsTheMainMeter()
{
    QCOMPARE(send(0, u"2024-05-01T10:30:00Z"_s, R"([{"value":"900000"}])").type, 3);
    QCOMPARE(all().constFirst().connector, 0);
    QCOMPARE(connector(0).energyWh, 900000.0);
}

void tst_MeterValues::belongToTheirTransaction()
{
    const int first = start(1);
    const int second = start(2);
    QCOMPARE(send(1, u"2024-05-01T10:30:00Z"_s, R"([{"value":"3000"}])", first).type, 3);
    QCOMPARE(of(first).size(), 1);
    QVERIFY(of(second).isEmpty());
    QCOMPARE(engine_->transactions(u"CP-1"_s)[0].energyWh, 2000.0); // so far
}

// Behaviour 5; E 3.18, 3.54.
void tst_MeterValues::withoutAcknowledgedStart_data()
{
    QTest::addColumn<int>("id");
    QTest::newRow("-1") << -1;
    QTest::newRow("0") << 0;
}

void tst_MeterValues::withoutAcknowledgedStart()
{
    QFETCH(int, id);
    start(1);
    const int wanted = start(2);
    QCOMPARE(send(2, u"2024-05-01T10:30:00Z"_s, R"([{"value":"3000"}])", id).type, 3);
    QCOMPARE(of(wanted).size(), 1);
    QCOMPARE(of(wanted).constFirst().transactionId, wanted);
    QCOMPARE(all().size(), 1);
    QVERIFY(engine_->parked(u"CP-1"_s).isEmpty());
}

void tst_MeterValues::unknownTransactionIsAnswered()
{
    QCOMPARE(send(1, u"2024-05-01T10:30:00Z"_s, R"([{"value":"3000"}])", 4711).type, 3);
    QCOMPARE(all().size(), 1);
    QVERIFY(!all().constFirst().transactionId);
    QVERIFY(engine_->transactions(u"CP-1"_s).isEmpty());
}

// Behaviour 7.
void tst_MeterValues::stopEndsTheLoad()
{
    const int id = start();
    const auto load = R"([{"value":"2000"},{"value":"7000","measurand":"Power.Active.Import"},
        {"value":"16","measurand":"Current.Import"}])"_ba;
    send(1, u"2024-05-01T10:30:00Z"_s, load, id);
    QCOMPARE(connector(1).powerW, 7000.0);
    QCOMPARE(connector(1).currentA, 16.0);
    const QJsonObject stop = R"({"meterStop":6000,"timestamp":"2024-05-01T11:00:00Z"})"_json;
    QCOMPARE(station_->call(u"StopTransaction"_s, with(stop, "transactionId"_L1, id)).type, 3);
    QCOMPARE(connector(1).powerW, 0.0);
    QCOMPARE(connector(1).currentA, 0.0);
}

void tst_MeterValues::afterTheStopNothingIsRevived()
{
    const int id = start();
    const QJsonObject stop = R"({"meterStop":6000,"timestamp":"2024-05-01T11:00:00Z"})"_json;
    station_->call(u"StopTransaction"_s, with(stop, "transactionId"_L1, id));
    const auto load = R"([{"value":"6500"},{"value":"7000","measurand":"Power.Active.Import"}])"_ba;
    QCOMPARE(send(1, u"2024-05-01T11:00:30Z"_s, load, id).type, 3);
    QCOMPARE(connector(1).powerW.value_or(0), 0.0);
    QCOMPARE(engine_->transactions(u"CP-1"_s).size(), 1);
    const store::Transaction row = engine_->transactions(u"CP-1"_s).constFirst();
    QVERIFY(!row.isOpen());
    QCOMPARE(row.energyWh, 5000.0);
    QCOMPARE(of(id).size(), 1);
}

// Behaviour 9.
void tst_MeterValues::historyDoesNotOverwriteLiveValues()
{
    send(1, u"2024-05-01T12:00:00Z"_s, R"([{"value":"5","measurand":"Power.Active.Import"}])");
    send(1, u"2024-05-01T11:00:00Z"_s, R"([{"value":"7000","measurand":"Power.Active.Import"}])");
    QCOMPARE(connector(1).powerW, 5.0);
    QCOMPARE(all().size(), 2);
}

void tst_MeterValues::sameTwiceIsOnce()
{
    const auto samples = R"([{"value":"2000"}])"_ba;
    send(1, u"2024-05-01T10:30:00Z"_s, samples);
    send(1, u"2024-05-01T10:30:00Z"_s, samples);
    send(1, u"2024-05-01T12:30:00.000+02:00"_s, samples);
    QCOMPARE(all().size(), 1);
}

QTEST_GUILESS_MAIN(tst_MeterValues)
#include "tst_metervalues.moc"
