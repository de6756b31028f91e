// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/attention.h"
#include "store/books.h"
#include "store/connectors.h"
#include "store/metervalues.h"
#include "store/transactionbook.h"

#include <QSet>

#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace store;
using namespace books;
using storetest::at;

class TestTransactions : public QObject {
    Q_OBJECT
private slots:
    void initTestCase_data() { storetest::addBackends(); }
    void cleanupTestCase() { storetest::shutDown(); }

    void beginsWithEverything();
    void aRepeatedStartIsTheSame();
    void startsDifferInEveryPart();
    void idsAreNeverUsedTwice();
    void twoConnectionsBeginOnce();
    void stopsAndCounts();
    void aStopWithoutReasonIsLocal();
    void theSameStopAgainChangesNothing();
    void anotherStopIsKeptApart();
    void theStationsStopCorrectsTheOperator();
    void anUnknownStopIsParkedOnce();
    void anotherStationsTransactionIsUnknown();
    void aStopEndsTheLiveLoad();
    void aStopOfAClockThatIsBehindEndsTheLiveLoad();
    void anOperatorsEndDoesNotHideWhatIsMeasured();
    void aStopLeavesTheNextSessionsLoadAlone();
    void transactionDataCountsForTheEnergy();
    void aClockThatWasSetBackLosesNothing();
    void operatorClosesOnlyOpenOnes();
    void countsOpenOnesPerTag();
    void lists_data();
    void lists();
    void pages();
    void bookIsInTheOrderOfStarts();
    void bookTellsWhatChargedSince();
};

void TestTransactions::beginsWithEverything()
{
    const auto db = books::fresh();
    Transaction begun = start();
    begun.reservationId = 7;
    const Begun result = Transactions(*db).begin(begun);
    Transactions(*db).setStatus(result.transaction.id, u"Accepted"_s, u"Fleet"_s);
    VERIFY_OK(*db);
    QVERIFY(!result.repeated);
    QVERIFY(result.transaction.id > 0);
    const auto found = Transactions(*db).find(result.transaction.id);
    QVERIFY(found);
    QCOMPARE(found->station, u"CP1"_s);
    QCOMPARE(found->connector, 1);
    QCOMPARE(found->idTag, u"TAG"_s);
    QCOMPARE(found->startedAt, at(0));
    QCOMPARE(found->startReceived, at(1));
    QCOMPARE(found->meterStartWh, 1000);
    QCOMPARE(found->reservationId, std::optional(7));
    QCOMPARE(found->status, u"Accepted"_s);
    QCOMPARE(found->parentIdTag, u"Fleet"_s);
    QVERIFY(found->isOpen());
    QVERIFY(!found->stoppedAt && !found->meterStopWh);
}

void TestTransactions::aRepeatedStartIsTheSame()
{
    const auto db = books::fresh();
    const Begun first = Transactions(*db).begin(start());
    Transaction again = start(u"tag"_s);
    again.startReceived = at(500);
    const Begun second = Transactions(*db).begin(again);
    VERIFY_OK(*db);
    QVERIFY(second.repeated);
    QCOMPARE(second.transaction.id, first.transaction.id);
    QCOMPARE(second.transaction.startReceived, at(1));
    Transactions(*db).stop(stopOf(first.transaction.id));
    QCOMPARE(Transactions(*db).begin(start()).transaction.id, first.transaction.id);
    QCOMPARE(Transactions(*db).list().size(), 1);
}

void TestTransactions::startsDifferInEveryPart()
{
    const auto db = books::fresh();
    Transaction otherStation = start();
    otherStation.station = u"CP2"_s;
    QSet<qint64> ids;
    for (const Transaction &transaction : {start(), otherStation, start(u"OTHER"_s), start(u"TAG"_s, 1),
                                           start(u"TAG"_s, 0, 1001), start(u"TAG"_s, 0, 1000, 2)})
        ids.insert(Transactions(*db).begin(transaction).transaction.id);
    VERIFY_OK(*db);
    QCOMPARE(ids.size(), 6);
}

void TestTransactions::idsAreNeverUsedTwice()
{
    const auto db = books::fresh();
    const qint64 first = Transactions(*db).begin(start()).transaction.id;
    db->run(u"DELETE FROM transactions WHERE id = ?"_s, {first});
    const qint64 second = Transactions(*db).begin(start()).transaction.id;
    VERIFY_OK(*db);
    QVERIFY(second > first);
    QVERIFY(second <= std::numeric_limits<qint32>::max());
}

void TestTransactions::twoConnectionsBeginOnce()
{
    const Location location = storetest::freshLocation();
    const auto db = storetest::open(location);
    QList<qint64> ids[2];
    const auto beginAll = [&location](QList<qint64> &begun) {
        const auto own = storetest::open(location);
        for (int i = 0; i < 20; ++i) {
            own->transaction([&] { begun.append(Transactions(*own).begin(start(u"TAG"_s, i)).transaction.id); });
            VERIFY_OK(*own);
        }
    };
    std::thread other([&] { beginAll(ids[1]); });
    beginAll(ids[0]);
    other.join();
    QCOMPARE(ids[0].size(), 20);
    QCOMPARE(ids[0], ids[1]);
    QCOMPARE(Transactions(*db).list().size(), 20);
}

void TestTransactions::stopsAndCounts()
{
    const auto db = books::fresh();
    const qint64 id = Transactions(*db).begin(start()).transaction.id;
    Stop stop = stopOf(id);
    stop.idTag = u"tag2"_s;
    stop.reason = u"EVDisconnected"_s;
    const Stopped stopped = Transactions(*db).stop(stop);
    VERIFY_OK(*db);
    QVERIFY((stopped.kind) == Stopped::Kind::Booked);
    QVERIFY(!stopped.matched);
    const auto found = Transactions(*db).find(id);
    QCOMPARE(found->stoppedAt, std::optional(at(3600)));
    QCOMPARE(found->stopReceived, std::optional(at(3601)));
    QCOMPARE(found->meterStopWh, std::optional<qint64>(8000));
    QCOMPARE(found->energyWh, std::optional(7000.0));
    QCOMPARE(found->energySource, u"meterStop"_s);
    QCOMPARE(found->stopReason, u"EVDisconnected"_s);
    QCOMPARE(found->stopIdTag, u"tag2"_s);
    QCOMPARE(found->flags, QStringList());
    QVERIFY(!found->isOpen());
    QCOMPARE(stopped.transaction->energyWh, found->energyWh);
}

void TestTransactions::aStopWithoutReasonIsLocal()
{
    const auto db = books::fresh();
    const qint64 id = Transactions(*db).begin(start()).transaction.id;
    QCOMPARE(Transactions(*db).stop(stopOf(id)).transaction->stopReason, u"Local"_s);
    VERIFY_OK(*db);
}

void TestTransactions::theSameStopAgainChangesNothing()
{
    const auto db = books::fresh();
    const qint64 id = Transactions(*db).begin(start()).transaction.id;
    Transactions(*db).stop(stopOf(id));
    Stop again = stopOf(id);
    again.received = at(9999);
    const Stopped stopped = Transactions(*db).stop(again);
    VERIFY_OK(*db);
    QVERIFY((stopped.kind) == Stopped::Kind::Repeated);
    QCOMPARE(stopped.transaction->stopReceived, std::optional(at(3601)));
    QCOMPARE(Attention(*db).openCount(), 0);
}

void TestTransactions::anotherStopIsKeptApart()
{
    const auto db = books::fresh();
    const qint64 id = Transactions(*db).begin(start()).transaction.id;
    Transactions(*db).stop(stopOf(id));
    const Stopped stopped = Transactions(*db).stop(stopOf(id, 5000, 9000));
    Transactions(*db).stop(stopOf(id, 5000, 9000));
    VERIFY_OK(*db);
    QVERIFY((stopped.kind) == Stopped::Kind::Repeated);
    QCOMPARE(Transactions(*db).find(id)->energyWh, std::optional(7000.0));
    const QList<Parked> parked = Attention(*db).list();
    QCOMPARE(parked.size(), 1);
    QCOMPARE(parked.first().kind, u"repeatedStop"_s);
    QCOMPARE(parked.first().payload, "5000");
}

void TestTransactions::theStationsStopCorrectsTheOperator()
{
    const auto db = books::fresh();
    const qint64 id = Transactions(*db).begin(start()).transaction.id;
    QVERIFY(Transactions(*db).close(id, u"operator"_s, u"stale"_s, at(10'000)));
    const auto closed = Transactions(*db).find(id);
    QVERIFY(!closed->isOpen());
    QVERIFY(!closed->stoppedAt);
    QCOMPARE(closed->energySource, u"meterStart"_s);
    QCOMPARE(closed->flags, QStringList{u"lostStop"_s});
    QCOMPARE(closed->stopReceived, std::optional(at(10'000)));
    const Stopped stopped = Transactions(*db).stop(stopOf(id));
    VERIFY_OK(*db);
    QVERIFY((stopped.kind) == Stopped::Kind::Corrected);
    const auto found = Transactions(*db).find(id);
    QCOMPARE(found->stoppedAt, std::optional(at(3600)));
    QCOMPARE(found->energyWh, std::optional(7000.0));
    QCOMPARE(found->energySource, u"meterStop"_s);
    QCOMPARE(found->flags, QStringList());
    QCOMPARE(found->closedBy, u"operator"_s);
    QCOMPARE(found->closeReason, u"stale"_s);
    QVERIFY((Transactions(*db).stop(stopOf(id)).kind) == Stopped::Kind::Repeated);
}

void TestTransactions::anUnknownStopIsParkedOnce()
{
    const auto db = books::fresh();
    const Stopped stopped = Transactions(*db).stop(stopOf(4711));
    Transactions(*db).stop(stopOf(4711));
    VERIFY_OK(*db);
    QVERIFY((stopped.kind) == Stopped::Kind::Unmatched);
    QVERIFY(!stopped.transaction);
    QVERIFY(Transactions(*db).list().isEmpty());
    const QList<Parked> parked = Attention(*db).list();
    QCOMPARE(parked.size(), 1);
    QCOMPARE(parked.first().kind, u"unmatchedStop"_s);
    QCOMPARE(parked.first().station, u"CP1"_s);
    QCOMPARE(parked.first().time, at(3600));
    QCOMPARE(parked.first().payload, "3600");
    QVERIFY(Attention(*db).resolve(parked.first().id, u"seen"_s, at(9000)));
    QVERIFY(!Attention(*db).resolve(parked.first().id, u"twice"_s, at(9001)));
    QCOMPARE(Attention(*db).openCount(), 0);
    QCOMPARE(Attention(*db).list({.resolvedToo = true}).first().resolution, u"seen"_s);
}

void TestTransactions::anotherStationsTransactionIsUnknown()
{
    const auto db = books::fresh();
    const qint64 id = Transactions(*db).begin(start()).transaction.id;
    Stop stop = stopOf(id);
    stop.station = u"CP2"_s;
    QVERIFY((Transactions(*db).stop(stop).kind) == Stopped::Kind::Unmatched);
    QVERIFY(Transactions(*db).find(id)->isOpen());
    VERIFY_OK(*db);
}

void TestTransactions::aStopEndsTheLiveLoad()
{
    const auto db = books::fresh();
    const qint64 id = Transactions(*db).begin(start()).transaction.id;
    Connectors(*db).measure(u"CP1"_s, 1, {at(1800), 4000.0, 7200.0, 16.0, {}, {}});
    Transactions(*db).stop(stopOf(id));
    VERIFY_OK(*db);
    QCOMPARE(Connectors(*db).find(u"CP1"_s, 1)->powerW, std::optional(0.0));
}

void TestTransactions::aStopOfAClockThatIsBehindEndsTheLiveLoad()
{
    const auto db = books::fresh();
    const qint64 id = Transactions(*db).begin(start()).transaction.id;
    Connectors(*db).measure(u"CP1"_s, 1, {at(1800), 4000.0, 7200.0, 16.0, {}, {}});
    Transactions(*db).stop(stopOf(id, 1700));
    VERIFY_OK(*db);
    QCOMPARE(Connectors(*db).find(u"CP1"_s, 1)->powerW, std::optional(0.0));
    QCOMPARE(Connectors(*db).find(u"CP1"_s, 1)->currentA, std::optional(0.0));
}

/// It may charge on: what the station measures next is shown, though its clock is behind ours.
void TestTransactions::anOperatorsEndDoesNotHideWhatIsMeasured()
{
    const auto db = books::fresh();
    const qint64 id = Transactions(*db).begin(start()).transaction.id;
    Connectors(*db).measure(u"CP1"_s, 1, {at(1800), 4000.0, 7200.0, 16.0, {}, {}});
    QVERIFY(Transactions(*db).close(id, u"operator"_s, u"stale"_s, at(9000)));
    QCOMPARE(Connectors(*db).find(u"CP1"_s, 1)->powerW, std::optional(0.0));
    Connectors(*db).measure(u"CP1"_s, 1, {at(1860), 4100.0, 3600.0, 16.0, {}, {}});
    QCOMPARE(Connectors(*db).find(u"CP1"_s, 1)->powerW, std::optional(3600.0));
    VERIFY_OK(*db);
}

void TestTransactions::aStopLeavesTheNextSessionsLoadAlone()
{
    const auto db = books::fresh();
    const qint64 id = Transactions(*db).begin(start()).transaction.id;
    Transactions(*db).begin(start(u"NEXT"_s, 4000, 9000));
    Connectors(*db).measure(u"CP1"_s, 1, {at(4100), 9100.0, 7200.0, 16.0, {}, {}});
    Transactions(*db).stop(stopOf(id, 5000)); // late, and its clock is off
    VERIFY_OK(*db);
    QCOMPARE(Connectors(*db).find(u"CP1"_s, 1)->powerW, std::optional(7200.0));
}

void TestTransactions::transactionDataCountsForTheEnergy()
{
    const auto db = books::fresh();
    const qint64 id = Transactions(*db).begin(start()).transaction.id;
    meter(*db, id, 900, 3000);
    Stop stop = stopOf(id, 3600, 0);
    stop.transactionData = {sample(900, 3000), sample(1800, 5000)};
    Transactions(*db).stop(stop);
    VERIFY_OK(*db);
    const auto found = Transactions(*db).find(id);
    QCOMPARE(found->energyWh, std::optional(4000.0));
    QCOMPARE(found->energySource, u"lastReading"_s);
    QCOMPARE(MeterValues(*db).ofTransaction(id).size(), 2);
}

/// At the start the station's clock was an hour ahead.
void TestTransactions::aClockThatWasSetBackLosesNothing()
{
    const auto db = books::fresh();
    Transaction begun = start(u"TAG"_s, 3600);
    begun.startReceived = at(1);
    const qint64 id = Transactions(*db).begin(begun).transaction.id;
    meter(*db, id, 4500, 6000);
    meter(*db, id, 1800, 16'000);
    Transactions(*db).stop(stopOf(id, 2700, 21'000));
    VERIFY_OK(*db);
    const auto found = Transactions(*db).find(id);
    QCOMPARE(found->energyWh, std::optional(20'000.0));
    QCOMPARE(found->energySource, u"meterStop"_s);
    QCOMPARE(found->flags, QStringList());
}

void TestTransactions::operatorClosesOnlyOpenOnes()
{
    const auto db = books::fresh();
    const qint64 id = Transactions(*db).begin(start()).transaction.id;
    QVERIFY(!Transactions(*db).close(4711, u"operator"_s, u"x"_s, at(1)));
    Transactions(*db).stop(stopOf(id));
    QVERIFY(!Transactions(*db).close(id, u"operator"_s, u"x"_s, at(1)));
    QCOMPARE(Transactions(*db).find(id)->closedBy, QString());
    VERIFY_OK(*db);
}

void TestTransactions::countsOpenOnesPerTag()
{
    const auto db = books::fresh();
    const auto begin = [&](const QString &tag, int connector, const QString &status) {
        const qint64 id = Transactions(*db).begin(start(tag, connector, 1000, connector)).transaction.id;
        Transactions(*db).setStatus(id, status, {});
        return id;
    };
    const qint64 first = begin(u"TAG"_s, 1, u"Accepted"_s);
    begin(u"tag"_s, 2, u"Accepted"_s);
    begin(u"TAG"_s, 3, u"ConcurrentTx"_s);
    begin(u"OTHER"_s, 4, u"Accepted"_s);
    QCOMPARE(Transactions(*db).openCount(u"Tag"_s), 2);
    Transactions(*db).stop(stopOf(first));
    QCOMPARE(Transactions(*db).openCount(u"Tag"_s), 1);
    QCOMPARE(Transactions(*db).openCount(u"nobody"_s), 0);
    VERIFY_OK(*db);
}

void TestTransactions::lists_data()
{
    QTest::addColumn<TransactionFilter>("filter");
    QTest::addColumn<QString>("tags");
    const auto row = [](const char *name, const TransactionFilter &filter, const QString &tags) {
        QTest::newRow(name) << filter << tags;
    };
    row("all, newest first", {}, u"D C B A"_s);
    row("a station's", {.station = u"CP2"_s}, u"D"_s);
    row("a tag's", {.idTag = u"b"_s}, u"B"_s);
    row("open", {.state = TransactionState::Open}, u"D C"_s);
    row("open, first page", {.state = TransactionState::Open, .limit = 1}, u"D"_s);
    row("open, a station's", {.station = u"CP1"_s, .state = TransactionState::Open}, u"C"_s);
    row("closed", {.state = TransactionState::Closed}, u"B A"_s);
    row("from", {.from = at(100)}, u"D C B"_s);
    row("to", {.to = at(100)}, u"A"_s);
    row("all together",
        {.station = u"CP1"_s, .state = TransactionState::Closed, .from = at(0), .to = at(200), .limit = 1}, u"B"_s);
    row("after", {.after = 0, .limit = 2}, u"D C"_s);
}

void TestTransactions::lists()
{
    QFETCH(TransactionFilter, filter);
    QFETCH(QString, tags);
    const auto db = books::fresh();
    Transactions transactions(*db);
    transactions.stop(stopOf(transactions.begin(start(u"A"_s, 0, 1000, 1)).transaction.id));
    transactions.close(transactions.begin(start(u"B"_s, 100, 1000, 2)).transaction.id, u"operator"_s, {}, at(0));
    transactions.begin(start(u"C"_s, 200, 1000, 3));
    Transaction other = start(u"D"_s, 300);
    other.station = u"CP2"_s;
    transactions.begin(other);
    QStringList found;
    for (const Transaction &transaction : transactions.list(filter))
        found.append(transaction.idTag);
    VERIFY_OK(*db);
    QCOMPARE(found.join(u' '), tags);
}

void TestTransactions::pages()
{
    const auto db = books::fresh();
    for (int i = 0; i < 5; ++i)
        Transactions(*db).begin(start(u"TAG"_s, i, 1000, i + 1));
    const auto first = Transactions(*db).list({.limit = 2});
    QCOMPARE(first.size(), 2);
    const auto second = Transactions(*db).list({.after = first.last().id, .limit = 2});
    const auto third = Transactions(*db).list({.after = second.last().id, .limit = 2});
    QCOMPARE(second.first().connector, 3);
    QCOMPARE(third.size(), 1);
    QCOMPARE(third.first().connector, 1);
    const auto open = Transactions(*db).list({.state = TransactionState::Open, .after = first.last().id, .limit = 2});
    QCOMPARE(open.size(), 2);
    QCOMPARE(open.first().id, second.first().id);
    QCOMPARE(open.last().id, second.last().id);
    VERIFY_OK(*db);
}

void TestTransactions::bookIsInTheOrderOfStarts()
{
    const auto db = books::fresh();
    Transactions transactions(*db);
    transactions.begin(start(u"C"_s, 300, 1000, 1));
    transactions.begin(start(u"E"_s, 400, 1000, 2));
    transactions.begin(start(u"A"_s, 100, 1000, 3)); // told late, as after a lost connection
    transactions.begin(start(u"D"_s, 300, 1000, 4));
    transactions.begin(start(u"B"_s, 200, 1000, 5));
    TransactionBook book(*db);
    QString found;
    std::optional<BookPlace> after;
    for (QList<Transaction> page = book.page({}, after, 2); !page.isEmpty(); page = book.page({}, after, 2)) {
        for (const Transaction &transaction : page)
            found += transaction.idTag;
        after = placeOf(page.last());
        if (found == "ED"_L1) { // what comes in meanwhile moves no page
            transactions.begin(start(u"F"_s, 500, 1000, 6));
            transactions.begin(start(u"d"_s, 300, 1000, 7));
        }
    }
    VERIFY_OK(*db);
    QCOMPARE(found, u"EDCBA"_s);
}

void TestTransactions::bookTellsWhatChargedSince()
{
    const auto db = books::fresh();
    Transactions transactions(*db);
    transactions.stop(stopOf(transactions.begin(start(u"A"_s, 0, 1000, 1)).transaction.id, 4999));
    transactions.stop(stopOf(transactions.begin(start(u"B"_s, 10, 1000, 2)).transaction.id, 5000));
    transactions.begin(start(u"C"_s, 20, 1000, 3)); // still runs
    transactions.close(transactions.begin(start(u"D"_s, 30, 1000, 4)).transaction.id, u"operator"_s, {}, at(4000));
    transactions.close(transactions.begin(start(u"E"_s, 40, 1000, 5)).transaction.id, u"operator"_s, {}, at(6000));
    transactions.begin(start(u"F"_s, 7000, 1000, 6));
    QString found;
    for (const Transaction &transaction : TransactionBook(*db).page({.chargedSince = at(5000)}, {}, 10))
        found += transaction.idTag;
    const TransactionTotal total = TransactionBook(*db).total({.chargedSince = at(5000)});
    VERIFY_OK(*db);
    QCOMPARE(found, u"FECB"_s);
    QCOMPARE(total.count, 4);
    QCOMPARE(total.open, 2);
}

QTEST_GUILESS_MAIN(TestTransactions)
#include "tst_transactions.moc"
