// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/place.h"

using namespace simtest;

class TestBooting : public QObject {
    Q_OBJECT

private slots:
    void init() { place_ = std::make_unique<Place>(); }
    void cleanup();
    void saysWhatItIs();
    void tellsAllStatusesOnceAccepted();
    void takesTheHeartbeatIntervalOver();
    void setsItsClock();
    void pendingSendsNothingElse();
    void pendingAnswersRequests();
    void pendingMaySendWhatIsTriggered();
    void pendingBootsEarlierWhenTriggered();
    void rejectedDoesNotAnswer();
    void retriesAfterTheInterval_data();
    void retriesAfterTheInterval();
    void waitsByItselfWhenTheIntervalIsZero();
    void retriesAfterAnError();
    void retriesWhenNothingIsAnswered();
    void keepsTheIntervalAcrossAReconnect();
    void doesNotBootAgainAfterAReconnect();
    void heartbeatsWhenItHasNothingElseToSay();

private:
    void bootAs(const QString &status, int interval)
    {
        place_->central.answer(
            u"BootNotification"_s,
            {{u"status"_s, status}, {u"currentTime"_s, ocpp::formatTimestamp(noon)}, {u"interval"_s, interval}});
        place_->station.switchOn();
        QTRY_COMPARE(place_->central.count(u"BootNotification"_s), 1);
        // An answered call proves that the answer before it has arrived, too.
        QTRY_VERIFY(place_->station.isQuiet());
    }

    std::unique_ptr<Place> place_;
};

void TestBooting::cleanup()
{
    QCOMPARE(place_->central.violations, QStringList());
    place_.reset();
}

void TestBooting::saysWhatItIs()
{
    simulator::StationOptions options = defaultOptions();
    options.serial = u"S-1"_s;
    options.meterType = u"M"_s;
    place_ = std::make_unique<Place>(options);
    QVERIFY(place_->boot());
    const QJsonObject boot = place_->central.last(u"BootNotification"_s);
    QCOMPARE(boot.value("chargePointVendor"_L1).toString(), options.vendor);
    QCOMPARE(boot.value("chargePointModel"_L1).toString(), options.model);
    QCOMPARE(boot.value("chargePointSerialNumber"_L1).toString(), u"S-1"_s);
    QCOMPARE(boot.value("firmwareVersion"_L1).toString(), options.firmwareVersion);
    QCOMPARE(boot.value("meterType"_L1).toString(), u"M"_s);
    QVERIFY(!boot.contains("imsi"_L1));
    QCOMPARE(place_->central.calls.first().action, u"BootNotification"_s);
}

void TestBooting::tellsAllStatusesOnceAccepted()
{
    QVERIFY(place_->boot());
    QCOMPARE(place_->central.actions(), (QStringList{u"BootNotification"_s, u"StatusNotification"_s,
                                                     u"StatusNotification"_s, u"StatusNotification"_s}));
    for (int connector = 0; connector <= 2; ++connector)
        QCOMPARE(place_->central.statuses(connector), QStringList{u"Available"_s});
    QCOMPARE(place_->central.last(u"StatusNotification"_s).value("errorCode"_L1).toString(), u"NoError"_s);
}

void TestBooting::takesTheHeartbeatIntervalOver()
{
    bootAs(u"Accepted"_s, 42);
    QCOMPARE(place_->station.configuration().number("HeartbeatInterval"_L1), 42);
}

void TestBooting::setsItsClock()
{
    simulator::StationOptions options = defaultOptions();
    options.clockError = -20000h; // switched on for the first time
    place_ = std::make_unique<Place>(options);
    QVERIFY(place_->boot());
    QCOMPARE(place_->station.now(), noon);
}

void TestBooting::pendingSendsNothingElse()
{
    bootAs(u"Pending"_s, 600);
    place_->station.plugIn(1);
    place_->station.presentTag(1, u"TAG-1"_s);
    place_->timeline.advance(500s);
    QCOMPARE(place_->central.ask(u"GetConfiguration"_s).errorCode, QString());
    QCOMPARE(place_->central.actions(), QStringList{u"BootNotification"_s});
    QVERIFY(!place_->station.transaction(1)); // 4.2.1: never accepted, no charging
}

void TestBooting::pendingAnswersRequests()
{
    bootAs(u"Pending"_s, 600);
    const auto changed =
        place_->central.ask(u"ChangeConfiguration"_s, {{u"key"_s, u"ResetRetries"_s}, {u"value"_s, u"2"_s}});
    QCOMPARE(changed.payload.value("status"_L1).toString(), u"Accepted"_s);
    // 4.2: not allowed while pending.
    const auto start = place_->central.ask(u"RemoteStartTransaction"_s, {{u"idTag"_s, u"A"_s}});
    QCOMPARE(start.payload.value("status"_L1).toString(), u"Rejected"_s);
    const auto stop = place_->central.ask(u"RemoteStopTransaction"_s, {{u"transactionId"_s, 1}});
    QCOMPARE(stop.payload.value("status"_L1).toString(), u"Rejected"_s);
}

void TestBooting::pendingMaySendWhatIsTriggered()
{
    bootAs(u"Pending"_s, 600);
    const QJsonObject trigger{{u"requestedMessage"_s, u"StatusNotification"_s}, {u"connectorId"_s, 1}};
    QCOMPARE(place_->central.ask(u"TriggerMessage"_s, trigger).payload.value("status"_L1).toString(), u"Accepted"_s);
    QTRY_COMPARE(place_->central.statuses(1), QStringList{u"Available"_s});
}

void TestBooting::pendingBootsEarlierWhenTriggered()
{
    bootAs(u"Pending"_s, 600);
    place_->central.answerAsUsual(u"BootNotification"_s);
    place_->central.ask(u"TriggerMessage"_s, {{u"requestedMessage"_s, u"BootNotification"_s}});
    QTRY_VERIFY(place_->station.isAccepted());
    QVERIFY(place_->settled());
    place_->timeline.advance(601s); // the old interval is no more
    QVERIFY(place_->settled());
    QCOMPARE(place_->central.count(u"BootNotification"_s), 2);
}

void TestBooting::rejectedDoesNotAnswer()
{
    bootAs(u"Rejected"_s, 600);
    const QString request = place_->central.send(u"GetConfiguration"_s);
    // The next boot comes over the same line, after that request: had it been answered, it would have been
    // before.
    place_->central.answerAsUsual(u"BootNotification"_s);
    place_->timeline.advance(600s);
    QVERIFY(place_->settled());
    QVERIFY(!place_->central.hasReplyTo(request));
    QCOMPARE(place_->central.lines(), 1);
}

void TestBooting::retriesAfterTheInterval_data()
{
    QTest::addColumn<QString>("status");
    QTest::newRow("pending") << u"Pending"_s;
    QTest::newRow("rejected") << u"Rejected"_s;
}

void TestBooting::retriesAfterTheInterval()
{
    QFETCH(QString, status);
    bootAs(status, 90);
    place_->timeline.advance(89s);
    QVERIFY(place_->station.isQuiet()); // nothing is even under way
    place_->timeline.advance(1s);
    QTRY_COMPARE(place_->central.count(u"BootNotification"_s), 2);
}

void TestBooting::waitsByItselfWhenTheIntervalIsZero()
{
    bootAs(u"Rejected"_s, 0);
    place_->timeline.advance(59s);
    QVERIFY(place_->station.isQuiet());
    place_->timeline.advance(1s);
    QTRY_COMPARE(place_->central.count(u"BootNotification"_s), 2);
}

void TestBooting::retriesAfterAnError()
{
    place_->central.fail(u"BootNotification"_s, ocpp::ErrorCode::InternalError, 1);
    place_->station.switchOn();
    QTRY_COMPARE(place_->central.count(u"BootNotification"_s), 1);
    QTRY_VERIFY(place_->station.isQuiet());
    place_->timeline.advance(60s);
    QTRY_VERIFY(place_->station.isAccepted());
}

void TestBooting::retriesWhenNothingIsAnswered()
{
    place_->central.ignore(u"BootNotification"_s);
    place_->station.switchOn();
    QTRY_COMPARE(place_->central.count(u"BootNotification"_s), 1);
    place_->central.answerAsUsual(u"BootNotification"_s);
    place_->timeline.advance(90s); // MessageTimeout and a wait
    QTRY_VERIFY(place_->station.isAccepted());
}

void TestBooting::keepsTheIntervalAcrossAReconnect()
{
    bootAs(u"Rejected"_s, 300);
    place_->central.line()->abort();
    QTRY_COMPARE(place_->central.openLines(), 0);
    QTRY_VERIFY((place_->timeline.advance(1s), place_->central.lines() == 2));
    QVERIFY(place_->station.isQuiet());
    QCOMPARE(place_->central.count(u"BootNotification"_s), 1);
    place_->timeline.advance(300s);
    QTRY_COMPARE(place_->central.count(u"BootNotification"_s), 2);
}

void TestBooting::doesNotBootAgainAfterAReconnect()
{
    QVERIFY(place_->boot());
    place_->central.forget();
    place_->station.goOffline();
    place_->station.plugIn(1);
    place_->station.goOnline();
    QVERIFY(place_->settled());
    // J 5.4, and 4.9: only what changed is told.
    QCOMPARE(place_->central.actions(), QStringList{u"StatusNotification"_s});
    QCOMPARE(place_->central.statuses(1), QStringList{u"Preparing"_s});
}

void TestBooting::heartbeatsWhenItHasNothingElseToSay()
{
    QVERIFY(place_->boot());
    place_->station.configure(u"ConnectionTimeOut"_s, u"0"_s); // else it would tell Finishing after a minute
    place_->timeline.advance(299s);
    QCOMPARE(place_->central.count(u"Heartbeat"_s), 0);
    place_->station.plugIn(1); // a sign of life
    QVERIFY(place_->settled());
    place_->timeline.advance(2s);
    QVERIFY(place_->station.isQuiet());
    place_->timeline.advance(297s);
    QVERIFY(place_->settled());
    place_->timeline.advance(1s);
    QTRY_VERIFY(place_->central.count(u"Heartbeat"_s) == 1);
    QVERIFY(place_->settled());
    const QJsonObject change{{u"key"_s, u"HeartbeatInterval"_s}, {u"value"_s, u"10"_s}};
    place_->central.ask(u"ChangeConfiguration"_s, change);
    place_->timeline.advance(10s);
    QTRY_COMPARE(place_->central.count(u"Heartbeat"_s), 2);
}

QTEST_GUILESS_MAIN(TestBooting)
#include "tst_sim_booting.moc"
