// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/place.h"

using namespace simtest;

class TestTransactions : public QObject {
    Q_OBJECT

private slots:
    void init() { use(defaultOptions()); }
    void cleanup();
    void aSessionFromPlugToUnplug();
    void theTagMayComeFirst();
    void anotherTagOfTheGroupStops();
    void aStrangersTagDoesNotStop();
    void carThatIsFullIsSuspended();
    void stationThatOffersNothingIsSuspendedFirst();
    void invalidTagStopsTheTransaction();
    void invalidTagOnlyBlocksEnergy();
    void invalidTagGetsItsAllowance();
    void emergencyStop();
    void remoteStopEndsTheTransaction();
    void remoteStopOfAnotherTransactionIsRejected();
    void unacknowledgedTransactionsAreMinusOne();

private:
    void use(const simulator::StationOptions &options)
    {
        place_ = std::make_unique<Place>(options);
        QVERIFY(place_->boot());
        place_->central.forget();
    }
    QJsonObject stop() const { return place_->central.last(u"StopTransaction"_s); }

    std::unique_ptr<Place> place_;
};

void TestTransactions::cleanup()
{
    QCOMPARE(place_->central.violations, QStringList());
    place_.reset();
}

void TestTransactions::aSessionFromPlugToUnplug()
{
    simulator::StationOptions options = defaultOptions();
    options.initialRegisterWh = 4000.7;
    use(options);
    place_->station.plugIn(1, {.socPercent = 20, .acPowerW = 11000});
    place_->timeline.advance(10s);
    place_->station.presentTag(1, u"TAG-1"_s);
    QTRY_VERIFY(place_->station.transaction(1));
    QVERIFY(place_->settled());

    const QJsonObject start = place_->central.last(u"StartTransaction"_s);
    QCOMPARE(start.value("connectorId"_L1).toInt(), 1);
    QCOMPARE(start.value("idTag"_L1).toString(), u"TAG-1"_s);
    QCOMPARE(start.value("meterStart"_L1).toInt(), 5000);
    QCOMPARE(start.value("timestamp"_L1).toString(), u"2026-11-22T12:00:10Z"_s);
    QVERIFY(!start.contains("reservationId"_L1));

    QVERIFY(place_->pass(1h));
    place_->station.presentTag(1, u"tag-1"_s); // the same tag: nobody is asked (4.1)
    QVERIFY(place_->settled());
    QCOMPARE(place_->central.count(u"Authorize"_s), 1);
    QCOMPARE(stop().value("meterStop"_L1).toInt(), 16000);
    QCOMPARE(stop().value("transactionId"_L1).toInt(), 101);
    QCOMPARE(stop().value("reason"_L1).toString(), u"Local"_s);
    QCOMPARE(stop().value("idTag"_L1).toString(), u"tag-1"_s);
    QCOMPARE(stop().value("timestamp"_L1).toString(), u"2026-11-22T13:00:10Z"_s);

    place_->station.unplug(1);
    QVERIFY(place_->settled());
    QCOMPARE(place_->central.statuses(1), (QStringList{u"Preparing"_s, u"Charging"_s, u"Finishing"_s, u"Available"_s}));
    QCOMPARE(place_->central.statuses(2), QStringList());
}

void TestTransactions::theTagMayComeFirst()
{
    place_->station.presentTag(1, u"TAG-1"_s);
    QTRY_COMPARE(place_->status(1), u"Preparing"_s);
    QVERIFY(!place_->station.transaction(1));
    place_->station.plugIn(1);
    QVERIFY(place_->station.transaction(1));
    QVERIFY(place_->settled());
    QCOMPARE(place_->central.statuses(1), (QStringList{u"Preparing"_s, u"Charging"_s}));
}

void TestTransactions::anotherTagOfTheGroupStops()
{
    place_->central.answer(
        u"Authorize"_s, {{u"idTagInfo"_s, QJsonObject{{u"status"_s, u"Accepted"_s}, {u"parentIdTag"_s, u"FAMILY"_s}}}});
    place_->central.answerStart(u"Accepted"_s, u"family"_s);
    QVERIFY(place_->charge());
    place_->station.presentTag(1, u"TAG-2"_s);
    QVERIFY(place_->settled());
    QCOMPARE(stop().value("idTag"_L1).toString(), u"TAG-2"_s);
}

void TestTransactions::aStrangersTagDoesNotStop()
{
    QVERIFY(place_->charge());
    place_->station.presentTag(1, u"TAG-2"_s); // valid, but 3.10: no parent is no group
    QVERIFY(place_->settled());
    QCOMPARE(place_->central.count(u"Authorize"_s), 2);
    QVERIFY(place_->station.transaction(1));
}

void TestTransactions::carThatIsFullIsSuspended()
{
    QVERIFY(place_->charge(1, {.batteryWh = 10000, .socPercent = 70, .targetPercent = 80, .acPowerW = 11000}));
    QCOMPARE(place_->status(1), u"Charging"_s);
    QVERIFY(place_->pass(10min));
    QCOMPARE(place_->status(1), u"SuspendedEV"_s);
    QVERIFY(place_->station.transaction(1));
    QCOMPARE(place_->central.statuses(1).last(), u"SuspendedEV"_s);
}

void TestTransactions::stationThatOffersNothingIsSuspendedFirst()
{
    QVERIFY(place_->charge());
    place_->station.setDemand(1, 0);
    QCOMPARE(place_->status(1), u"SuspendedEV"_s);
    place_->station.setOffer(1, 0); // 4.9: SuspendedEVSE has precedence
    QCOMPARE(place_->status(1), u"SuspendedEVSE"_s);
    place_->station.setDemand(1, std::nullopt);
    QCOMPARE(place_->status(1), u"SuspendedEVSE"_s);
    const double before = place_->station.connectors().find(1)->meter.registerWh();
    QVERIFY(place_->pass(1h));
    QCOMPARE(place_->station.connectors().find(1)->meter.registerWh(), before);
    place_->station.setOffer(1, std::nullopt);
    QCOMPARE(place_->status(1), u"Charging"_s);
}

void TestTransactions::invalidTagStopsTheTransaction()
{
    place_->central.answerStart(u"Blocked"_s);
    place_->station.plugIn(1);
    place_->station.presentTag(1, u"TAG-1"_s);
    QTRY_COMPARE(place_->central.count(u"StopTransaction"_s), 1);
    QCOMPARE(stop().value("reason"_L1).toString(), u"DeAuthorized"_s);
    QCOMPARE(stop().value("transactionId"_L1).toInt(), 101);
    QVERIFY(!stop().contains("idTag"_L1));
    QCOMPARE(place_->status(1), u"Finishing"_s);
}

void TestTransactions::invalidTagOnlyBlocksEnergy()
{
    place_->station.configure(u"StopTransactionOnInvalidId"_s, u"false"_s);
    place_->central.answerStart(u"Invalid"_s);
    QVERIFY(place_->charge());
    QCOMPARE(place_->status(1), u"SuspendedEVSE"_s);
    const double before = place_->station.connectors().find(1)->meter.registerWh();
    QVERIFY(place_->pass(1h));
    QCOMPARE(place_->station.connectors().find(1)->meter.registerWh(), before);
    QVERIFY(place_->station.transaction(1));
}

void TestTransactions::invalidTagGetsItsAllowance()
{
    place_->station.configure(u"StopTransactionOnInvalidId"_s, u"false"_s);
    place_->station.configure(u"MaxEnergyOnInvalidId"_s, u"1000"_s);
    place_->central.answerStart(u"Invalid"_s);
    QVERIFY(place_->charge(1, {.acPowerW = 11000}));
    QCOMPARE(place_->status(1), u"Charging"_s);
    QVERIFY(place_->pass(1h));
    QCOMPARE(place_->status(1), u"SuspendedEVSE"_s);
    const double used = place_->station.connectors().find(1)->meter.registerWh() - 1000;
    QVERIFY2(used >= 1000 && used < 1100, qPrintable(QString::number(used)));
}

void TestTransactions::emergencyStop()
{
    QVERIFY(place_->charge());
    place_->station.emergencyStop(1);
    QVERIFY(place_->settled());
    QCOMPARE(stop().value("reason"_L1).toString(), u"EmergencyStop"_s);
}

void TestTransactions::remoteStopEndsTheTransaction()
{
    QVERIFY(place_->charge(2));
    const auto reply =
        place_->central.ask(u"RemoteStopTransaction"_s, {{u"transactionId"_s, place_->transactionId(2)}});
    QCOMPARE(reply.payload.value("status"_L1).toString(), u"Accepted"_s);
    QTRY_COMPARE(place_->central.count(u"StopTransaction"_s), 1);
    QCOMPARE(stop().value("reason"_L1).toString(), u"Remote"_s);
    QVERIFY(place_->settled());
    QCOMPARE(place_->central.statuses(2).last(), u"Finishing"_s);
}

void TestTransactions::remoteStopOfAnotherTransactionIsRejected()
{
    QVERIFY(place_->charge());
    const auto reply = place_->central.ask(u"RemoteStopTransaction"_s, {{u"transactionId"_s, 9999}});
    QCOMPARE(reply.payload.value("status"_L1).toString(), u"Rejected"_s);
    QVERIFY(place_->station.transaction(1));
}

void TestTransactions::unacknowledgedTransactionsAreMinusOne()
{
    place_->station.configure(u"TransactionMessageAttempts"_s, u"1"_s);
    place_->central.fail(u"StartTransaction"_s, ocpp::ErrorCode::InternalError);
    place_->station.plugIn(1);
    place_->station.presentTag(1, u"TAG-1"_s);
    QTRY_COMPARE(place_->central.count(u"StartTransaction"_s), 1);
    QVERIFY(place_->settled());
    QVERIFY(place_->pass(60s));
    place_->station.stopLocally(1);
    QTRY_COMPARE(place_->central.count(u"StopTransaction"_s), 1);
    QCOMPARE(place_->central.last(u"MeterValues"_s).value("transactionId"_L1).toInt(), -1); // E 3.18
    QCOMPARE(stop().value("transactionId"_L1).toInt(), -1);
}

QTEST_GUILESS_MAIN(TestTransactions)
#include "tst_sim_transactions.moc"
