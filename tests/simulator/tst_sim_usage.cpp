// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/place.h"

using namespace simtest;

class TestUsage : public QObject {
    Q_OBJECT

private slots:
    void init() { use(defaultOptions()); }
    void cleanup();
    void anAuthorisedTagWaitsForACable();
    void aCableWaitsForATag();
    void theSecondPresentationCancels();
    void unpluggingCancels();
    void remoteStartOnAPluggedConnector();
    void remoteStartWaitsForACable();
    void remoteStartIsAuthorisedIfSoConfigured();
    void remoteStartIsNotMadeWhenAuthorisationFails();
    void remoteStartChoosesTheConnectorWithACar();
    void remoteStartTakesAChargingProfile();
    void remoteStartIsRejected_data();
    void remoteStartIsRejected();
    void connectorZeroIsNoConnector_data();
    void connectorZeroIsNoConnector();
    void remoteStartAfterATransaction();
    void disconnectingTheCarStops();
    void disconnectingTheCarKeepsTheCableLocked();
    void disconnectingTheCarPauses();
    void unlockStopsTheTransactionFirst();
    void unlockFailsWhenJammed();
    void unlockIsNotSupported_data();
    void unlockIsNotSupported();

private:
    void use(const simulator::StationOptions &options)
    {
        place_ = std::make_unique<Place>(options);
        QVERIFY(place_->boot());
        place_->central.forget();
    }
    QString remoteStart(const QJsonObject &payload)
    {
        return place_->central.ask(u"RemoteStartTransaction"_s, payload).payload.value("status"_L1).toString();
    }
    QString unlock(int connector)
    {
        return place_->central.ask(u"UnlockConnector"_s, {{u"connectorId"_s, connector}})
            .payload.value("status"_L1)
            .toString();
    }
    QJsonObject lastStatus() const { return place_->central.last(u"StatusNotification"_s); }

    std::unique_ptr<Place> place_;
};

void TestUsage::cleanup()
{
    QCOMPARE(place_->central.violations, QStringList());
    place_.reset();
}

void TestUsage::anAuthorisedTagWaitsForACable()
{
    place_->station.presentTag(1, u"TAG-1"_s);
    QTRY_COMPARE(place_->status(1), u"Preparing"_s);
    QVERIFY(place_->pass(59s));
    QCOMPARE(place_->status(1), u"Preparing"_s);
    QVERIFY(place_->pass(1s)); // ConnectionTimeOut, B1
    QCOMPARE(place_->status(1), u"Available"_s);
    place_->station.plugIn(1);
    QVERIFY(!place_->station.transaction(1));
}

void TestUsage::aCableWaitsForATag()
{
    place_->station.plugIn(1);
    QVERIFY(place_->pass(60s));
    QCOMPARE(place_->status(1), u"Finishing"_s); // B6, E 3.20
    place_->station.unplug(1);
    QVERIFY(place_->settled());
    QCOMPARE(place_->central.statuses(1), (QStringList{u"Preparing"_s, u"Finishing"_s, u"Available"_s}));
}

void TestUsage::theSecondPresentationCancels()
{
    place_->station.presentTag(1, u"TAG-1"_s);
    QTRY_COMPARE(place_->status(1), u"Preparing"_s);
    place_->station.presentTag(1, u"TAG-1"_s);
    QCOMPARE(place_->status(1), u"Available"_s);
}

void TestUsage::unpluggingCancels()
{
    place_->station.plugIn(1);
    place_->station.unplug(1);
    QVERIFY(place_->pass(2min)); // the time-out is off
    QCOMPARE(place_->central.statuses(1), (QStringList{u"Preparing"_s, u"Available"_s}));
}

void TestUsage::remoteStartOnAPluggedConnector()
{
    place_->station.plugIn(1);
    QCOMPARE(remoteStart({{u"connectorId"_s, 1}, {u"idTag"_s, u"APP-7"_s}}), u"Accepted"_s);
    QTRY_COMPARE(place_->central.count(u"StartTransaction"_s), 1);
    QCOMPARE(place_->central.last(u"StartTransaction"_s).value("idTag"_L1).toString(), u"APP-7"_s);
    QCOMPARE(place_->central.count(u"Authorize"_s), 0); // AuthorizeRemoteTxRequests is false
}

void TestUsage::remoteStartWaitsForACable()
{
    QCOMPARE(remoteStart({{u"connectorId"_s, 2}, {u"idTag"_s, u"APP-7"_s}}), u"Accepted"_s);
    QTRY_COMPARE(place_->status(2), u"Preparing"_s);
    QVERIFY(place_->pass(30s));
    place_->station.plugIn(2);
    QTRY_COMPARE(place_->central.count(u"StartTransaction"_s), 1);
    QCOMPARE(remoteStart({{u"connectorId"_s, 1}, {u"idTag"_s, u"APP-8"_s}}), u"Accepted"_s);
    QTRY_COMPARE(place_->status(1), u"Preparing"_s);
    QVERIFY(place_->pass(60s));
    QCOMPARE(place_->status(1), u"Available"_s);
}

void TestUsage::remoteStartIsAuthorisedIfSoConfigured()
{
    place_->station.configure(u"AuthorizeRemoteTxRequests"_s, u"true"_s);
    place_->station.plugIn(1);
    QCOMPARE(remoteStart({{u"idTag"_s, u"APP-7"_s}}), u"Accepted"_s);
    QTRY_COMPARE(place_->central.count(u"StartTransaction"_s), 1);
    QCOMPARE(place_->central.count(u"Authorize"_s), 1);
}

void TestUsage::remoteStartIsNotMadeWhenAuthorisationFails()
{
    place_->station.configure(u"AuthorizeRemoteTxRequests"_s, u"true"_s);
    place_->central.answer(u"Authorize"_s, {{u"idTagInfo"_s, QJsonObject{{u"status"_s, u"Invalid"_s}}}});
    place_->station.plugIn(1);
    QCOMPARE(remoteStart({{u"connectorId"_s, 1}, {u"idTag"_s, u"APP-7"_s}}), u"Accepted"_s); // "will try"
    QTRY_COMPARE(place_->central.count(u"Authorize"_s), 1);
    QVERIFY(place_->settled());
    QCOMPARE(place_->central.count(u"StartTransaction"_s), 0);
}

void TestUsage::remoteStartChoosesTheConnectorWithACar()
{
    place_->station.plugIn(2);
    QCOMPARE(remoteStart({{u"idTag"_s, u"APP-7"_s}}), u"Accepted"_s);
    QTRY_COMPARE(place_->central.count(u"StartTransaction"_s), 1);
    QCOMPARE(place_->central.last(u"StartTransaction"_s).value("connectorId"_L1).toInt(), 2);
}

void TestUsage::remoteStartTakesAChargingProfile()
{
    const QJsonObject period{{u"startPeriod"_s, 0}, {u"limit"_s, 0}};
    const QJsonObject profile{{u"chargingProfileId"_s, 1},
                              {u"stackLevel"_s, 0},
                              {u"chargingProfilePurpose"_s, u"TxProfile"_s},
                              {u"chargingProfileKind"_s, u"Relative"_s},
                              {u"chargingSchedule"_s, QJsonObject{{u"chargingRateUnit"_s, u"A"_s},
                                                                  {u"chargingSchedulePeriod"_s, QJsonArray{period}}}}};
    place_->station.plugIn(1);
    QCOMPARE(remoteStart({{u"idTag"_s, u"APP-7"_s}, {u"chargingProfile"_s, profile}}), u"Accepted"_s);
    QTRY_COMPARE(place_->status(1), u"Charging"_s);
    QCOMPARE(place_->station.profiles().installed().size(), 1); // E 3.42
    place_->station.stopLocally(1);
    QTRY_COMPARE(place_->station.profiles().installed().size(), 0);
}

void TestUsage::remoteStartIsRejected_data()
{
    QTest::addColumn<QString>("condition");
    QTest::addColumn<int>("connector");
    QTest::newRow("no such connector") << QString() << 3;
    QTest::newRow("charging") << u"charging"_s << 1;
    QTest::newRow("faulted") << u"faulted"_s << 1;
    QTest::newRow("unavailable") << u"unavailable"_s << 1;
    QTest::newRow("another waits") << u"waiting"_s << 1;
}

void TestUsage::remoteStartIsRejected()
{
    QFETCH(QString, condition);
    QFETCH(int, connector);
    if (condition == "charging"_L1)
        QVERIFY(place_->charge());
    if (condition == "faulted"_L1)
        place_->station.fault(1, {ocpp::ChargePointErrorCode::GroundFailure, {}, {}});
    if (condition == "unavailable"_L1)
        place_->central.ask(u"ChangeAvailability"_s, {{u"connectorId"_s, 1}, {u"type"_s, u"Inoperative"_s}});
    if (condition == "waiting"_L1)
        QCOMPARE(remoteStart({{u"connectorId"_s, 1}, {u"idTag"_s, u"FIRST"_s}}), u"Accepted"_s);
    QCOMPARE(remoteStart({{u"connectorId"_s, connector}, {u"idTag"_s, u"APP-7"_s}}), u"Rejected"_s);
}

void TestUsage::connectorZeroIsNoConnector_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QJsonObject>("payload");
    const QJsonObject controller{{u"connectorId"_s, 0}};
    QTest::newRow("unlock") << u"UnlockConnector"_s << controller;
    QTest::newRow("start") << u"RemoteStartTransaction"_s
                           << QJsonObject{{u"connectorId"_s, 0}, {u"idTag"_s, u"APP-7"_s}};
}

/// 6.33, 6.53: greater than 0. Started at any connector instead, somebody else's car would charge.
void TestUsage::connectorZeroIsNoConnector()
{
    QFETCH(QString, action);
    QFETCH(QJsonObject, payload);
    place_->station.plugIn(1);
    QCOMPARE(place_->central.ask(action, payload).errorCode, u"PropertyConstraintViolation"_s);
    QVERIFY(place_->settled());
    QVERIFY(!place_->station.transaction(1));
}

void TestUsage::remoteStartAfterATransaction()
{
    QVERIFY(place_->charge());
    place_->station.stopLocally(1);
    QVERIFY(place_->settled());
    QCOMPARE(remoteStart({{u"connectorId"_s, 1}, {u"idTag"_s, u"APP-7"_s}}), u"Accepted"_s);
    QTRY_COMPARE(place_->status(1), u"Charging"_s);
    QVERIFY(place_->settled());
    // F2: from Finishing over Preparing.
    QCOMPARE(place_->central.statuses(1),
             (QStringList{u"Preparing"_s, u"Charging"_s, u"Finishing"_s, u"Preparing"_s, u"Charging"_s}));
}

void TestUsage::disconnectingTheCarStops()
{
    QVERIFY(place_->charge());
    place_->central.forget();
    place_->station.unplug(1);
    QVERIFY(place_->settled());
    QCOMPARE(place_->central.last(u"StopTransaction"_s).value("reason"_L1).toString(), u"EVDisconnected"_s);
    QCOMPARE(place_->central.statuses(1), (QStringList{u"Finishing"_s, u"Available"_s}));
    const QJsonObject finishing = place_->central.all(u"StatusNotification"_s).first();
    QCOMPARE(finishing.value("info"_L1).toString(), u"EV side disconnected"_s); // 4.9
    QCOMPARE(finishing.value("errorCode"_L1).toString(), u"NoError"_s);
    QVERIFY(!lastStatus().contains("info"_L1));
}

void TestUsage::disconnectingTheCarKeepsTheCableLocked()
{
    place_->station.configure(u"UnlockConnectorOnEVSideDisconnect"_s, u"false"_s);
    QVERIFY(place_->charge());
    place_->station.unplug(1);
    QCOMPARE(place_->status(1), u"Finishing"_s);
    QVERIFY(!place_->station.transaction(1));
    place_->station.plugIn(1); // the lock is closed: nobody can use it
    QCOMPARE(place_->status(1), u"Finishing"_s);
    place_->station.presentTag(1, u"TAG-1"_s);
    QCOMPARE(place_->status(1), u"Available"_s);
}

void TestUsage::disconnectingTheCarPauses()
{
    place_->station.configure(u"StopTransactionOnEVSideDisconnect"_s, u"false"_s);
    QVERIFY(place_->charge());
    place_->station.unplug(1);
    QVERIFY(place_->settled());
    QCOMPARE(lastStatus().value("status"_L1).toString(), u"SuspendedEV"_s);
    QCOMPARE(lastStatus().value("info"_L1).toString(), u"EV side disconnected"_s);
    QVERIFY(place_->station.transaction(1));
    place_->station.plugIn(1);
    QCOMPARE(place_->status(1), u"Charging"_s);
    QVERIFY(place_->settled());
    QVERIFY(!lastStatus().contains("info"_L1));
    QCOMPARE(place_->central.count(u"StartTransaction"_s), 1);
}

void TestUsage::unlockStopsTheTransactionFirst()
{
    QVERIFY(place_->charge());
    place_->central.forget();
    QCOMPARE(unlock(1), u"Unlocked"_s);
    // 5.18: the stop was on its way before the answer.
    QCOMPARE(place_->central.last(u"StopTransaction"_s).value("reason"_L1).toString(), u"UnlockCommand"_s);
    place_->station.unplug(1);
    QCOMPARE(place_->status(1), u"Available"_s);
    QCOMPARE(unlock(1), u"Unlocked"_s); // nothing to unlock is no failure
}

void TestUsage::unlockFailsWhenJammed()
{
    place_->station.setJammed(1, true);
    QCOMPARE(unlock(1), u"UnlockFailed"_s);
    place_->station.setJammed(1, false);
    QCOMPARE(unlock(1), u"Unlocked"_s);
}

void TestUsage::unlockIsNotSupported_data()
{
    QTest::addColumn<int>("connector");
    QTest::addColumn<bool>("fixedCable");
    QTest::newRow("unknown connector") << 3 << false; // E 3.87
    QTest::newRow("no lock") << 1 << true;
}

void TestUsage::unlockIsNotSupported()
{
    QFETCH(int, connector);
    QFETCH(bool, fixedCable);
    simulator::StationOptions options = defaultOptions();
    options.hardware.fixedCable = fixedCable;
    use(options);
    QCOMPARE(unlock(connector), u"NotSupported"_s);
}

QTEST_GUILESS_MAIN(TestUsage)
#include "tst_sim_usage.moc"
