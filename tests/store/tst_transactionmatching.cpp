// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/attention.h"
#include "store/books.h"
#include "store/idtags.h"
#include "store/metervalues.h"

using namespace Qt::Literals::StringLiterals;
using namespace store;
using namespace books;
using storetest::at;

class TestTransactionMatching : public QObject {
    Q_OBJECT
private slots:
    void initTestCase_data() { storetest::addBackends(); }
    void cleanupTestCase() { storetest::shutDown(); }

    void matchesALoneStart();
    void matchesByTag();
    void matchesByMeter();
    void matchesARepeatedStop();
    void doesNotMatchAcrossTimeOrMeter();
    void findsWhatRunsAtATime();
    void aSessionThatWasFollowedByAnotherIsOver();
    void aLateStopFindsTheForgottenSession();
    void theNextStartEndsAForgottenSession();
    void aLateStopCorrectsAForgottenSession();
    void aStartOutOfOrderDoesNotEndTheNewerOne();
    void aClockThatIsNotSetIsStillTheNewest();
    void theNextStartTellsTheEnergyOfAClosedOne();
    void anOpenOneShowsItsEnergySoFar();
    void lateMeterValuesCorrectTheEnergy();
    void readingsWithoutTransactionCount();
};

void TestTransactionMatching::matchesALoneStart()
{
    for (const qint64 unknown : {-1, 0}) {
        const auto db = books::fresh();
        const qint64 id = Transactions(*db).begin(start()).transaction.id;
        const Stopped stopped = Transactions(*db).stop(stopOf(unknown));
        VERIFY_OK(*db);
        QVERIFY((stopped.kind) == Stopped::Kind::Booked);
        QVERIFY(stopped.matched);
        QCOMPARE(stopped.transaction->id, id);
        QCOMPARE(Transactions(*db).find(id)->flags, QStringList{u"matched"_s});
        QCOMPARE(Transactions(*db).find(id)->energyWh, std::optional(7000.0));
    }
}

void TestTransactionMatching::matchesByTag()
{
    const auto db = books::fresh();
    IdTag child;
    child.tag = u"CHILD"_s;
    child.parentIdTag = u"FLEET"_s;
    IdTags(*db).save(child);
    Transactions(*db).begin(start(u"OTHER"_s, 10, 2000, 1));
    const qint64 id = Transactions(*db).begin(start(u"FLEET"_s, 0, 1000, 2)).transaction.id;
    Stop stop = stopOf(-1);
    stop.idTag = u"child"_s;
    QCOMPARE(Transactions(*db).stop(stop).transaction->id, id);
    VERIFY_OK(*db);
}

void TestTransactionMatching::matchesByMeter()
{
    const auto db = books::fresh();
    const qint64 id = Transactions(*db).begin(start(u"A"_s, 0, 1'200'000, 1)).transaction.id;
    Transactions(*db).begin(start(u"B"_s, 10, 5000, 2));
    QCOMPARE(Transactions(*db).stop(stopOf(-1, 3600, 1'204'000)).transaction->id, id);
    VERIFY_OK(*db);
}

void TestTransactionMatching::matchesARepeatedStop()
{
    const auto db = books::fresh();
    const qint64 id = Transactions(*db).begin(start()).transaction.id;
    Transactions(*db).begin(start(u"B"_s, 0, 1000, 2));
    Stop stop = stopOf(-1);
    stop.idTag = u"TAG"_s;
    Transactions(*db).stop(stop);
    const Stopped again = Transactions(*db).stop(stop);
    VERIFY_OK(*db);
    QVERIFY((again.kind) == Stopped::Kind::Repeated);
    QCOMPARE(again.transaction->id, id);
    QVERIFY(Transactions(*db).openOn(u"CP1"_s, 2));
}

void TestTransactionMatching::doesNotMatchAcrossTimeOrMeter()
{
    const auto db = books::fresh();
    Transactions(*db).begin(start());
    QVERIFY((Transactions(*db).stop(stopOf(-1, -10)).kind) == Stopped::Kind::Unmatched);
    QVERIFY((Transactions(*db).stop(stopOf(-1, 3600, 999)).kind) == Stopped::Kind::Unmatched);
    Stop elsewhere = stopOf(-1);
    elsewhere.station = u"CP2"_s;
    QVERIFY((Transactions(*db).stop(elsewhere).kind) == Stopped::Kind::Unmatched);
    QCOMPARE(Attention(*db).openCount(), 3);
    VERIFY_OK(*db);
}

void TestTransactionMatching::findsWhatRunsAtATime()
{
    const auto db = books::fresh();
    const qint64 first = Transactions(*db).begin(start()).transaction.id;
    Transactions(*db).stop(stopOf(first));
    const qint64 second = Transactions(*db).begin(start(u"B"_s, 4000, 8000)).transaction.id;
    QCOMPARE(Transactions(*db).runningAt(u"CP1"_s, 1, at(1000), at(9000))->id, first);
    QCOMPARE(Transactions(*db).runningAt(u"CP1"_s, 1, at(5000), at(9000))->id, second);
    QCOMPARE(Transactions(*db).runningAt(u"CP1"_s, 1, at(3900), at(9000))->id, second); // between: the open one
    QVERIFY(!Transactions(*db).runningAt(u"CP1"_s, 2, at(1000), at(9000)));
    VERIFY_OK(*db);
}

/// Its stop never came; the stop and the samples of now are not its own.
void TestTransactionMatching::aSessionThatWasFollowedByAnotherIsOver()
{
    const auto db = books::fresh();
    const qint64 forgotten = Transactions(*db).begin(start()).transaction.id;
    const qint64 next = Transactions(*db).begin(start(u"B"_s, 7200, 9000)).transaction.id;
    Transactions(*db).stop(stopOf(next, 9000, 10'000));
    QVERIFY(!Transactions(*db).candidateFor(stopOf(-1, 9500, 11'000)));
    QVERIFY((Transactions(*db).stop(stopOf(-1, 9500, 11'000)).kind) == Stopped::Kind::Unmatched);
    QVERIFY(!Transactions(*db).find(forgotten)->stoppedAt);
    QVERIFY(!Transactions(*db).runningAt(u"CP1"_s, 1, at(9500), at(9501)));
    QCOMPARE(Transactions(*db).runningAt(u"CP1"_s, 1, at(3600), at(9501))->id, forgotten);
    meter(*db, -1, 9500, 11'000);
    QVERIFY(MeterValues(*db).ofTransaction(forgotten).isEmpty());
    VERIFY_OK(*db);
}

void TestTransactionMatching::aLateStopFindsTheForgottenSession()
{
    const auto db = books::fresh();
    const qint64 forgotten = Transactions(*db).begin(start()).transaction.id;
    Transaction unset = start(u"B"_s, 7200, 9000); // its clock was not set yet
    unset.startedAt = ocpp::Timestamp(std::chrono::seconds(30));
    Transactions(*db).begin(unset);
    Stop late = stopOf(-1, 3600, 8000);
    late.received = at(8000);
    QCOMPARE(Transactions(*db).stop(late).transaction->id, forgotten);
    VERIFY_OK(*db);
}

void TestTransactionMatching::theNextStartEndsAForgottenSession()
{
    const auto db = books::fresh();
    const qint64 id = Transactions(*db).begin(start()).transaction.id;
    meter(*db, id, 900, 3000);
    const qint64 elsewhere = Transactions(*db).begin(start(u"C"_s, 10, 1000, 2)).transaction.id;
    const qint64 next = Transactions(*db).begin(start(u"B"_s, 7200, 9000)).transaction.id;
    VERIFY_OK(*db);
    const auto found = Transactions(*db).find(id);
    QCOMPARE(found->closedBy, u"nextStart"_s);
    QVERIFY(found->closeReason.contains(QString::number(next)));
    QCOMPARE(found->energyWh, std::optional(2000.0));
    QCOMPARE(found->energySource, u"lastReading"_s);
    QCOMPARE(found->flags, QStringList{u"lostStop"_s});
    QVERIFY(Transactions(*db).find(elsewhere)->isOpen());
    QVERIFY(Transactions(*db).find(next)->isOpen());
}

void TestTransactionMatching::aLateStopCorrectsAForgottenSession()
{
    const auto db = books::fresh();
    const qint64 id = Transactions(*db).begin(start()).transaction.id;
    Transactions(*db).begin(start(u"B"_s, 7200, 9000));
    QCOMPARE(Transactions(*db).find(id)->energySource, u"nextMeterStart"_s);
    QCOMPARE(Transactions(*db).find(id)->energyWh, std::optional(8000.0));
    QVERIFY((Transactions(*db).stop(stopOf(id)).kind) == Stopped::Kind::Corrected);
    QCOMPARE(Transactions(*db).find(id)->energyWh, std::optional(7000.0));
    QCOMPARE(Transactions(*db).find(id)->energySource, u"meterStop"_s);
    VERIFY_OK(*db);
}

void TestTransactionMatching::aStartOutOfOrderDoesNotEndTheNewerOne()
{
    const auto db = books::fresh();
    const qint64 newer = Transactions(*db).begin(start(u"B"_s, 7200, 9000)).transaction.id;
    Transaction history = start();
    history.startReceived = at(8000);
    const qint64 older = Transactions(*db).begin(history).transaction.id;
    VERIFY_OK(*db);
    QVERIFY(Transactions(*db).find(newer)->isOpen());
    QCOMPARE(Transactions(*db).find(older)->closedBy, u"nextStart"_s);
    QCOMPARE(Transactions(*db).find(older)->energyWh, std::optional(8000.0));
}

void TestTransactionMatching::aClockThatIsNotSetIsStillTheNewest()
{
    const auto db = books::fresh();
    const qint64 older = Transactions(*db).begin(start()).transaction.id;
    Transaction unset = start(u"B"_s, 0, 2000);
    unset.startedAt = ocpp::Timestamp(std::chrono::seconds(30));
    unset.startReceived = at(500);
    const qint64 newer = Transactions(*db).begin(unset).transaction.id;
    VERIFY_OK(*db);
    QVERIFY(Transactions(*db).find(newer)->isOpen());
    QCOMPARE(Transactions(*db).find(older)->closedBy, u"nextStart"_s);
}

void TestTransactionMatching::theNextStartTellsTheEnergyOfAClosedOne()
{
    const auto db = books::fresh();
    const qint64 id = Transactions(*db).begin(start()).transaction.id;
    Transactions(*db).close(id, u"operator"_s, u"stale"_s, at(5000));
    QCOMPARE(Transactions(*db).find(id)->energyWh, std::optional(0.0));
    Transactions(*db).begin(start(u"B"_s, 7200, 9000));
    QCOMPARE(Transactions(*db).find(id)->energyWh, std::optional(8000.0));
    QCOMPARE(Transactions(*db).find(id)->closedBy, u"operator"_s);
    VERIFY_OK(*db);
}

void TestTransactionMatching::anOpenOneShowsItsEnergySoFar()
{
    const auto db = books::fresh();
    const qint64 id = Transactions(*db).begin(start()).transaction.id;
    QVERIFY(!Transactions(*db).find(id)->energyWh); // a 0 would say that it was measured
    meter(*db, id, 900, 3000);
    QCOMPARE(Transactions(*db).find(id)->energyWh, std::optional(2000.0));
    QCOMPARE(Transactions(*db).find(id)->energySource, u"soFar"_s);
    QCOMPARE(Transactions(*db).list().first().energyWh, std::optional(2000.0));
    VERIFY_OK(*db);
}

void TestTransactionMatching::lateMeterValuesCorrectTheEnergy()
{
    const auto db = books::fresh();
    const qint64 id = Transactions(*db).begin(start()).transaction.id;
    Transactions(*db).close(id, u"operator"_s, u"stale"_s, at(5000));
    meter(*db, id, 900, 3000);
    QCOMPARE(Transactions(*db).find(id)->energyWh, std::optional(2000.0));
    QCOMPARE(Transactions(*db).find(id)->energySource, u"lastReading"_s);
    VERIFY_OK(*db);
}

void TestTransactionMatching::readingsWithoutTransactionCount()
{
    const auto db = books::fresh();
    const qint64 id = Transactions(*db).begin(start()).transaction.id;
    meter(*db, {}, 900, 3000);
    meter(*db, {}, 900, 99'000, 2);
    meter(*db, {}, -900, 10);
    Transactions(*db).close(id, u"operator"_s, u"stale"_s, at(5000));
    QCOMPARE(Transactions(*db).find(id)->energyWh, std::optional(2000.0));
    QCOMPARE(MeterValues(*db).ofTransaction(id).size(), 1);
    VERIFY_OK(*db);
}

QTEST_GUILESS_MAIN(TestTransactionMatching)
#include "tst_transactionmatching.moc"
