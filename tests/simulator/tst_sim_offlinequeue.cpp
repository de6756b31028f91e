// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/place.h"

using namespace simtest;

class TestOfflineQueue : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aSessionOfflineIsDeliveredInOrder();
    void aTransactionStartedOfflineGetsItsIdLater();
    void whatIsUnderWayIsSentAgain();
    void otherMessagesDoNotWait();
    void failuresAreRetriedWithGrowingPauses();
    void afterTheLastAttemptTheNextMessageFollows();
    void silenceCountsAsFailure();
    void aLostLineIsNoFailure();
    void survivesAReset();
    void aStartRefusedLaterStopsTheTransaction();

private:
    QStringList transactionMessages() const
    {
        QStringList actions;
        for (const QString &action : place_->central.actions()) {
            if (action == "StartTransaction"_L1 || action == "MeterValues"_L1 || action == "StopTransaction"_L1)
                actions += action;
        }
        return actions;
    }

    std::unique_ptr<Place> place_;
};

void TestOfflineQueue::init()
{
    place_ = std::make_unique<Place>();
    QVERIFY(place_->boot());
    place_->station.configure(u"AllowOfflineTxForUnknownId"_s, u"true"_s);
    place_->central.forget();
}

void TestOfflineQueue::cleanup()
{
    QCOMPARE(place_->central.violations, QStringList());
    place_.reset();
}

void TestOfflineQueue::aSessionOfflineIsDeliveredInOrder()
{
    place_->station.goOffline();
    place_->station.plugIn(1);
    place_->station.presentTag(1, u"TAG-9"_s);
    QVERIFY(place_->station.transaction(1));
    place_->timeline.advance(150s);
    place_->station.stopLocally(1);
    place_->station.unplug(1);
    QCOMPARE(place_->station.queued(), 4U);
    place_->timeline.advance(3h);
    place_->station.goOnline();
    QVERIFY(place_->settled());
    QCOMPARE(transactionMessages(),
             (QStringList{u"StartTransaction"_s, u"MeterValues"_s, u"MeterValues"_s, u"StopTransaction"_s}));
    QCOMPARE(place_->central.last(u"StartTransaction"_s).value("timestamp"_L1).toString(), u"2026-11-22T12:00:00Z"_s);
    QCOMPARE(place_->central.last(u"StopTransaction"_s).value("timestamp"_L1).toString(), u"2026-11-22T12:02:30Z"_s);
    // The id that the answer to the start told goes into what was measured before.
    QCOMPARE(place_->central.last(u"MeterValues"_s).value("transactionId"_L1).toInt(), 101);
    QCOMPARE(place_->central.last(u"StopTransaction"_s).value("transactionId"_L1).toInt(), 101);
}

void TestOfflineQueue::aTransactionStartedOfflineGetsItsIdLater()
{
    place_->station.goOffline();
    place_->station.plugIn(1);
    place_->station.presentTag(1, u"TAG-9"_s);
    place_->timeline.advance(1min);
    place_->station.goOnline();
    QVERIFY(place_->settled());
    const auto reply = place_->central.ask(u"RemoteStopTransaction"_s, {{u"transactionId"_s, 101}});
    QCOMPARE(reply.payload.value("status"_L1).toString(), u"Accepted"_s);
}

void TestOfflineQueue::whatIsUnderWayIsSentAgain()
{
    place_->central.ignore(u"StartTransaction"_s);
    place_->station.plugIn(1);
    place_->station.presentTag(1, u"TAG-9"_s);
    QTRY_COMPARE(place_->central.count(u"StartTransaction"_s), 1);
    place_->central.answerAsUsual(u"StartTransaction"_s);
    place_->station.goOffline();
    place_->station.goOnline();
    QVERIFY(place_->settled());
    const QList<QJsonObject> starts = place_->central.all(u"StartTransaction"_s);
    QCOMPARE(starts.size(), 2);
    QCOMPARE(starts.first(), starts.last()); // so that the central system can tell (behaviour 3)
}

void TestOfflineQueue::otherMessagesDoNotWait()
{
    QVERIFY(place_->charge());
    place_->central.fail(u"MeterValues"_s, ocpp::ErrorCode::InternalError);
    place_->timeline.advance(60s);
    QTRY_COMPARE(place_->central.count(u"MeterValues"_s), 1);
    QVERIFY(QTest::qWaitFor([this] { return place_->station.queued() == 1; }));
    place_->central.forget();
    place_->station.plugIn(2);
    place_->station.stopLocally(1);
    QTRY_COMPARE(place_->central.statuses(2), QStringList{u"Preparing"_s});
    QTRY_COMPARE(place_->central.statuses(1), QStringList{u"Finishing"_s});
    QCOMPARE(transactionMessages(), QStringList()); // the stop waits behind the meter values (3.7)
}

void TestOfflineQueue::failuresAreRetriedWithGrowingPauses()
{
    place_->station.configure(u"TransactionMessageRetryInterval"_s, u"60"_s);
    place_->central.fail(u"StartTransaction"_s, ocpp::ErrorCode::InternalError, 2);
    place_->station.configure(u"MeterValueSampleInterval"_s, u"0"_s);
    place_->station.plugIn(1);
    place_->station.presentTag(1, u"TAG-9"_s);
    QTRY_COMPARE(place_->central.count(u"StartTransaction"_s), 1);
    QTRY_VERIFY(!place_->station.isQuiet());
    const auto attemptsAfter = [&](std::chrono::seconds pause) {
        place_->central.ask(u"ClearCache"_s); // the refusal has arrived before this
        place_->timeline.advance(pause);
        place_->central.ask(u"ClearCache"_s);
        return place_->central.count(u"StartTransaction"_s);
    };
    QCOMPARE(attemptsAfter(59s), 1);
    QCOMPARE(attemptsAfter(1s), 2);
    QCOMPARE(attemptsAfter(119s), 2); // 3.7.1: multiplied by the number of transmissions
    QCOMPARE(attemptsAfter(1s), 3);
    QVERIFY(place_->settled());
    QCOMPARE(place_->transactionId(), 101);
}

void TestOfflineQueue::afterTheLastAttemptTheNextMessageFollows()
{
    QVERIFY(place_->charge());
    place_->station.configure(u"TransactionMessageAttempts"_s, u"2"_s);
    place_->station.configure(u"TransactionMessageRetryInterval"_s, u"0"_s);
    place_->central.fail(u"MeterValues"_s, ocpp::ErrorCode::InternalError);
    place_->timeline.advance(60s);
    place_->station.stopLocally(1);
    QTRY_VERIFY((place_->timeline.advance(0s), place_->central.count(u"StopTransaction"_s) == 1));
    QCOMPARE(place_->central.count(u"MeterValues"_s), 2);
    QVERIFY(place_->settled());
}

void TestOfflineQueue::silenceCountsAsFailure()
{
    place_->station.configure(u"TransactionMessageAttempts"_s, u"1"_s);
    place_->central.ignore(u"StartTransaction"_s);
    place_->station.plugIn(1);
    place_->station.presentTag(1, u"TAG-9"_s);
    QTRY_COMPARE(place_->central.count(u"StartTransaction"_s), 1);
    place_->timeline.advance(30s);
    QCOMPARE(place_->station.queued(), 0U); // 4.8
    QVERIFY(place_->station.transaction(1));
}

void TestOfflineQueue::aLostLineIsNoFailure()
{
    place_->station.configure(u"TransactionMessageAttempts"_s, u"1"_s);
    place_->central.ignore(u"StartTransaction"_s);
    place_->station.plugIn(1);
    place_->station.presentTag(1, u"TAG-9"_s);
    for (int attempt = 1; attempt <= 3; ++attempt) {
        QTRY_COMPARE(place_->central.count(u"StartTransaction"_s), attempt);
        place_->station.goOffline();
        QCOMPARE(place_->station.queued(), 1U);
        place_->station.goOnline();
    }
}

void TestOfflineQueue::survivesAReset()
{
    place_->station.goOffline();
    place_->station.plugIn(1);
    place_->station.presentTag(1, u"TAG-9"_s);
    place_->station.losePower(10s);
    QVERIFY(!place_->station.transaction(1));
    place_->timeline.advance(10s);
    place_->station.goOnline();
    QVERIFY(place_->settled());
    QCOMPARE(place_->central.actions().first(), u"BootNotification"_s);
    QCOMPARE(transactionMessages(), (QStringList{u"StartTransaction"_s, u"StopTransaction"_s}));
    QCOMPARE(place_->central.last(u"StopTransaction"_s).value("reason"_L1).toString(), u"PowerLoss"_s);
}

void TestOfflineQueue::aStartRefusedLaterStopsTheTransaction()
{
    place_->central.answerStart(u"Blocked"_s);
    place_->station.goOffline();
    place_->station.plugIn(1);
    place_->station.presentTag(1, u"TAG-9"_s);
    place_->timeline.advance(1h);
    place_->station.goOnline();
    QTRY_COMPARE(place_->central.count(u"StopTransaction"_s), 1);
    const QJsonObject stop = place_->central.last(u"StopTransaction"_s);
    QCOMPARE(stop.value("reason"_L1).toString(), u"DeAuthorized"_s); // 3.5.4
    QCOMPARE(stop.value("timestamp"_L1).toString(), u"2026-11-22T13:00:00Z"_s);
}

QTEST_GUILESS_MAIN(TestOfflineQueue)
#include "tst_sim_offlinequeue.moc"
