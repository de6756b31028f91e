// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/place.h"

using namespace simtest;
using Code = ocpp::ChargePointErrorCode;

class TestAvailability : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aFreeConnectorChangesAtOnce();
    void theStateItIsInIsAccepted();
    void anUnknownConnectorIsRejected();
    void aChargingConnectorIsScheduled();
    void aScheduledChangeCanBeTakenBack();
    void theWholeStation();
    void theWholeStationWaitsForItsTransactions();
    void preparingGoesOverAvailable();
    void aWaitingCarIsServedWhenOperativeAgain();
    void survivesAReset();
    void nobodyChargesWhileUnavailable();
    void faultsAreToldWithTheirCode();
    void aFaultPausesTheTransaction();
    void aFaultOfTheControllerIsItsOwn();
    void aChangeDuringAFaultShowsAfterwards();
    void warningsDoNotChangeTheStatus();
    void shortStatusesAreNotTold();
    void onlyTheCurrentStatusIsToldAfterAnOutage();

private:
    QString change(int connector, const QString &type)
    {
        return place_->central.ask(u"ChangeAvailability"_s, {{u"connectorId"_s, connector}, {u"type"_s, type}})
            .payload.value("status"_L1)
            .toString();
    }
    QStringList statuses(int connector)
    {
        const bool settled = QTest::qWaitFor([this] { return place_->station.isQuiet(); });
        return settled ? place_->central.statuses(connector) : QStringList();
    }

    std::unique_ptr<Place> place_;
};

void TestAvailability::init()
{
    place_ = std::make_unique<Place>();
    QVERIFY(place_->boot());
    place_->central.forget();
}

void TestAvailability::cleanup()
{
    QCOMPARE(place_->central.violations, QStringList());
    place_.reset();
}

void TestAvailability::aFreeConnectorChangesAtOnce()
{
    QCOMPARE(change(1, u"Inoperative"_s), u"Accepted"_s);
    QTRY_COMPARE(place_->status(1), u"Unavailable"_s);
    QCOMPARE(change(1, u"Operative"_s), u"Accepted"_s);
    QTRY_COMPARE(place_->status(1), u"Available"_s);
    QCOMPARE(statuses(1), (QStringList{u"Unavailable"_s, u"Available"_s}));
    QCOMPARE(statuses(0), QStringList());
}

void TestAvailability::theStateItIsInIsAccepted()
{
    QCOMPARE(change(1, u"Operative"_s), u"Accepted"_s);
    change(1, u"Inoperative"_s);
    QCOMPARE(change(1, u"Inoperative"_s), u"Accepted"_s);
    QCOMPARE(statuses(1), QStringList{u"Unavailable"_s});
}

void TestAvailability::anUnknownConnectorIsRejected()
{
    QCOMPARE(change(3, u"Inoperative"_s), u"Rejected"_s);
}

void TestAvailability::aChargingConnectorIsScheduled()
{
    QVERIFY(place_->charge());
    QCOMPARE(change(1, u"Inoperative"_s), u"Scheduled"_s);
    QCOMPARE(change(1, u"Inoperative"_s), u"Scheduled"_s);
    QCOMPARE(place_->status(1), u"Charging"_s);
    place_->central.forget();
    place_->station.stopLocally(1);
    QCOMPARE(place_->status(1), u"Finishing"_s);
    place_->station.unplug(1); // F8
    QCOMPARE(statuses(1), (QStringList{u"Finishing"_s, u"Unavailable"_s}));
}

void TestAvailability::aScheduledChangeCanBeTakenBack()
{
    QVERIFY(place_->charge());
    QCOMPARE(change(1, u"Inoperative"_s), u"Scheduled"_s);
    QCOMPARE(change(1, u"Operative"_s), u"Accepted"_s);
    place_->station.unplug(1);
    QCOMPARE(statuses(1).last(), u"Available"_s);
}

void TestAvailability::theWholeStation()
{
    QCOMPARE(change(0, u"Inoperative"_s), u"Accepted"_s);
    for (int connector = 0; connector <= 2; ++connector)
        QTRY_COMPARE(statuses(connector), QStringList{u"Unavailable"_s});
    QCOMPARE(change(0, u"Operative"_s), u"Accepted"_s);
    for (int connector = 0; connector <= 2; ++connector)
        QTRY_COMPARE(statuses(connector).last(), u"Available"_s);
}

void TestAvailability::theWholeStationWaitsForItsTransactions()
{
    QVERIFY(place_->charge());
    place_->central.forget();
    QCOMPARE(change(0, u"Inoperative"_s), u"Scheduled"_s);
    QTRY_COMPARE(statuses(2), QStringList{u"Unavailable"_s});
    QCOMPARE(place_->status(0), u"Available"_s);
    place_->station.unplug(1);
    QCOMPARE(statuses(1), (QStringList{u"Finishing"_s, u"Unavailable"_s}));
    QCOMPARE(statuses(0), QStringList{u"Unavailable"_s});
}

void TestAvailability::preparingGoesOverAvailable()
{
    place_->station.plugIn(1);
    QCOMPARE(change(1, u"Inoperative"_s), u"Accepted"_s);
    QTRY_COMPARE(statuses(1), (QStringList{u"Preparing"_s, u"Available"_s, u"Unavailable"_s}));
}

void TestAvailability::aWaitingCarIsServedWhenOperativeAgain()
{
    change(1, u"Inoperative"_s);
    QTRY_COMPARE(place_->status(1), u"Unavailable"_s);
    place_->station.plugIn(1);
    place_->timeline.advance(5min);
    QCOMPARE(place_->status(1), u"Unavailable"_s);
    change(1, u"Operative"_s);
    QTRY_COMPARE(statuses(1), (QStringList{u"Unavailable"_s, u"Preparing"_s})); // H2
    QVERIFY(place_->charge());
}

void TestAvailability::survivesAReset()
{
    change(2, u"Inoperative"_s);
    place_->central.ask(u"Reset"_s, {{u"type"_s, u"Hard"_s}});
    place_->central.forget();
    place_->timeline.advance(5s);
    QVERIFY(place_->settled());
    QCOMPARE(statuses(1), QStringList{u"Available"_s});
    QCOMPARE(statuses(2), QStringList{u"Unavailable"_s});
}

void TestAvailability::nobodyChargesWhileUnavailable()
{
    change(1, u"Inoperative"_s);
    QTRY_COMPARE(place_->status(1), u"Unavailable"_s);
    place_->station.plugIn(1);
    place_->station.presentTag(1, u"TAG-1"_s);
    QVERIFY(place_->settled());
    QVERIFY(!place_->station.transaction(1));
    QCOMPARE(place_->central.count(u"Authorize"_s), 0);
}

void TestAvailability::faultsAreToldWithTheirCode()
{
    place_->station.fault(1, {Code::GroundFailure, u"relay"_s, u"E17"_s});
    QVERIFY(place_->settled());
    const QJsonObject told = place_->central.last(u"StatusNotification"_s);
    QCOMPARE(told.value("status"_L1).toString(), u"Faulted"_s);
    QCOMPARE(told.value("errorCode"_L1).toString(), u"GroundFailure"_s);
    QCOMPARE(told.value("info"_L1).toString(), u"relay"_s);
    QCOMPARE(told.value("vendorErrorCode"_L1).toString(), u"E17"_s);
    QCOMPARE(told.value("vendorId"_L1).toString(), place_->station.options().vendor);
    place_->station.clearFault(1);
    QVERIFY(place_->settled());
    const QJsonObject well = place_->central.last(u"StatusNotification"_s);
    QCOMPARE(well.value("status"_L1).toString(), u"Available"_s);
    QCOMPARE(well.value("errorCode"_L1).toString(), u"NoError"_s);
    QVERIFY(!well.contains("info"_L1));
}

void TestAvailability::aFaultPausesTheTransaction()
{
    QVERIFY(place_->charge());
    place_->timeline.advance(10min);
    place_->station.fault(1, {Code::HighTemperature, {}, {}});
    const double before = place_->station.connectors().find(1)->meter.registerWh();
    place_->timeline.advance(1h);
    QCOMPARE(place_->station.connectors().find(1)->meter.registerWh(), before);
    place_->station.clearFault(1);
    QCOMPARE(place_->status(1), u"Charging"_s);
    QVERIFY(place_->station.transaction(1));
    place_->timeline.advance(1min);
    QVERIFY(place_->station.connectors().find(1)->meter.registerWh() > before);
}

void TestAvailability::aFaultOfTheControllerIsItsOwn()
{
    place_->station.fault(0, {Code::InternalError, {}, {}});
    QCOMPARE(statuses(0), QStringList{u"Faulted"_s});
    QCOMPARE(statuses(1), QStringList());
    place_->station.clearFault(0);
    QCOMPARE(statuses(0).last(), u"Available"_s);
}

void TestAvailability::aChangeDuringAFaultShowsAfterwards()
{
    place_->station.fault(1, {Code::GroundFailure, {}, {}});
    QCOMPARE(change(1, u"Inoperative"_s), u"Accepted"_s);
    QCOMPARE(place_->status(1), u"Faulted"_s);
    place_->station.clearFault(1);
    QCOMPARE(statuses(1), (QStringList{u"Faulted"_s, u"Unavailable"_s}));
}

void TestAvailability::warningsDoNotChangeTheStatus()
{
    place_->station.warn(1, {Code::WeakSignal, {}, {}});
    QVERIFY(place_->settled());
    const QJsonObject told = place_->central.last(u"StatusNotification"_s);
    QCOMPARE(told.value("status"_L1).toString(), u"Available"_s);
    QCOMPARE(told.value("errorCode"_L1).toString(), u"WeakSignal"_s);
    place_->station.clearFault(1);
    QVERIFY(place_->settled());
    QCOMPARE(place_->central.last(u"StatusNotification"_s).value("errorCode"_L1).toString(), u"NoError"_s);
}

void TestAvailability::shortStatusesAreNotTold()
{
    place_->station.configure(u"MinimumStatusDuration"_s, u"10"_s);
    place_->station.plugIn(1);
    place_->timeline.advance(5s);
    place_->station.unplug(1);
    place_->timeline.advance(5s);
    place_->station.plugIn(1);
    const ocpp::Timestamp plugged = place_->timeline.now();
    place_->timeline.advance(9s);
    QCOMPARE(statuses(1), QStringList());
    place_->timeline.advance(1s);
    QCOMPARE(statuses(1), QStringList{u"Preparing"_s});
    QCOMPARE(place_->central.last(u"StatusNotification"_s).value("timestamp"_L1).toString(),
             ocpp::formatTimestamp(plugged));
}

void TestAvailability::onlyTheCurrentStatusIsToldAfterAnOutage()
{
    place_->station.goOffline();
    place_->station.plugIn(1);
    place_->station.unplug(1);
    place_->station.plugIn(2);
    place_->timeline.advance(2min);
    place_->station.goOnline();
    QVERIFY(place_->settled());
    QCOMPARE(statuses(0), QStringList());
    QCOMPARE(statuses(2), QStringList{u"Finishing"_s}); // 4.9, rule 3: no history
}

QTEST_GUILESS_MAIN(TestAvailability)
#include "tst_sim_availability.moc"
