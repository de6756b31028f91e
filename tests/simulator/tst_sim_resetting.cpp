// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/place.h"

using namespace simtest;

class TestResetting : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void softStopsFirst();
    void softDoesNotWaitForEver();
    void hardStopsAfterwards();
    void aSecondResetIsRejected();
    void localReboot();
    void staysAwayWhenItIsOffline();
    void aRunningTransactionOfNobodyIsLeft();

private:
    QString reset(const QString &type)
    {
        return place_->central.ask(u"Reset"_s, {{u"type"_s, type}}).payload.value("status"_L1).toString();
    }
    QString stopReason() const
    {
        return place_->central.last(u"StopTransaction"_s).value("reason"_L1).toString();
    }

    std::unique_ptr<Place> place_;
};

void TestResetting::init()
{
    place_ = std::make_unique<Place>();
    QVERIFY(place_->boot());
    place_->central.forget();
}

void TestResetting::cleanup()
{
    QCOMPARE(place_->central.violations, QStringList());
    place_.reset();
}

void TestResetting::softStopsFirst()
{
    QVERIFY(place_->charge(1));
    QVERIFY(place_->charge(2));
    QCOMPARE(reset(u"Soft"_s), u"Accepted"_s);
    QTRY_COMPARE(place_->central.count(u"StopTransaction"_s), 2);
    QCOMPARE(stopReason(), u"SoftReset"_s);
    QTRY_COMPARE(place_->central.openLines(), 0);
    QCOMPARE(place_->central.count(u"BootNotification"_s), 0);
    place_->timeline.advance(2s);
    QVERIFY(place_->settled());
    QCOMPARE(place_->central.count(u"BootNotification"_s), 1);
    QCOMPARE(place_->central.statuses(1).last(), u"Finishing"_s); // the cable is still in
}

void TestResetting::softDoesNotWaitForEver()
{
    QVERIFY(place_->charge());
    place_->central.ignore(u"StopTransaction"_s);
    QCOMPARE(reset(u"Soft"_s), u"Accepted"_s);
    QTRY_COMPARE(place_->central.count(u"StopTransaction"_s), 1);
    place_->timeline.advance(10s);
    QTRY_COMPARE(place_->central.openLines(), 0);
    place_->central.answerAsUsual(u"StopTransaction"_s);
    place_->timeline.advance(2s);
    QVERIFY(place_->settled());
    QCOMPARE(place_->central.count(u"StopTransaction"_s), 2); // 5.14: it was queued
}

void TestResetting::hardStopsAfterwards()
{
    QVERIFY(place_->charge());
    QCOMPARE(reset(u"Hard"_s), u"Accepted"_s);
    QTRY_COMPARE(place_->central.openLines(), 0);
    QCOMPARE(place_->central.count(u"StopTransaction"_s), 0);
    place_->timeline.advance(2s);
    QVERIFY(place_->settled());
    QCOMPARE(stopReason(), u"HardReset"_s);
    const QStringList actions = place_->central.actions();
    QVERIFY(actions.indexOf(u"BootNotification"_s) < actions.indexOf(u"StopTransaction"_s));
    QCOMPARE(place_->central.last(u"StopTransaction"_s).value("timestamp"_L1).toString(),
             ocpp::formatTimestamp(noon)); // when it stopped, not when it was told
}

void TestResetting::aSecondResetIsRejected()
{
    QVERIFY(place_->charge());
    place_->central.ignore(u"StopTransaction"_s);
    QCOMPARE(reset(u"Soft"_s), u"Accepted"_s);
    QCOMPARE(reset(u"Hard"_s), u"Rejected"_s);
}

void TestResetting::localReboot()
{
    QVERIFY(place_->charge());
    place_->station.reboot();
    QTRY_COMPARE(place_->central.openLines(), 0);
    QCOMPARE(stopReason(), u"Reboot"_s);
    place_->timeline.advance(2s);
    QVERIFY(place_->settled());
    QCOMPARE(place_->station.bootsAccepted(), 2);
}

void TestResetting::staysAwayWhenItIsOffline()
{
    place_->station.goOffline();
    place_->station.reboot();
    place_->timeline.advance(1min);
    QCOMPARE(place_->timeline.planned(), 0U); // no attempt, no heartbeat
    place_->station.goOnline();
    QVERIFY(place_->settled());
    QCOMPARE(place_->central.count(u"BootNotification"_s), 1);
}

void TestResetting::aRunningTransactionOfNobodyIsLeft()
{
    QVERIFY(place_->charge());
    place_->station.losePower(1h);
    QVERIFY(!place_->station.transaction(1));
    QTRY_COMPARE(place_->central.openLines(), 0);
    place_->timeline.advance(59min);
    QCOMPARE(place_->central.lines(), 1);
    place_->timeline.advance(1min);
    QVERIFY(place_->settled());
    QCOMPARE(stopReason(), u"PowerLoss"_s);
}

QTEST_GUILESS_MAIN(TestResetting)
#include "tst_sim_resetting.moc"
