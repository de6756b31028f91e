// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/attention.h"
#include "store/commands.h"
#include "store/storetest.h"
#include "store/transactionbook.h"
#include "store/transactions.h"

#include <QSqlDriver>

#include <sqlite3.h>

using namespace Qt::Literals::StringLiterals;
using namespace store;
using storetest::at;

namespace {

constexpr int finishedRows = 2000;

/// Steps of SQLite's machine: reading a row takes several.
int stepsOf(Database &db, const std::function<void()> &work)
{
    const QVariant handle = db.driver()->handle();
    sqlite3 *const connection = *static_cast<sqlite3 *const *>(handle.constData());
    int steps = 0;
    const auto count = [](void *counter) {
        ++*static_cast<int *>(counter);
        return 0;
    };
    sqlite3_progress_handler(connection, 1, count, &steps);
    work();
    sqlite3_progress_handler(connection, 0, nullptr, nullptr);
    return steps;
}

std::unique_ptr<Database> freshSqlite()
{
    auto db = storetest::open(storetest::freshSqliteLocation());
    storetest::addStation(*db, u"CP1"_s);
    return db;
}

} // namespace

/// What is asked for again and again must not read what is long over.
class TestSweeps : public QObject {
    Q_OBJECT
private slots:
    void cleanupTestCase() { storetest::shutDown(); }

    void dueCommands();
    void openTransactions_data();
    void openTransactions();
    void pagesOfTheBook();
    void parkedMessages();
};

void TestSweeps::dueCommands()
{
    const auto db = freshSqlite();
    Command command;
    command.station = u"CP1"_s;
    command.expires = at(60);
    command.outcomeDue = at(60);
    command.state = CommandState::Accepted;
    command.outcome = u"applied"_s;
    QVERIFY(db->transaction([&] {
        for (int i = 0; i < finishedRows; ++i)
            Commands(*db).queue(command);
        command.outcome.clear();
        Commands(*db).queue(command);
        command.state = CommandState::Queued;
        command.outcomeDue.reset();
        Commands(*db).queue(command);
    }));
    qsizetype expired = 0;
    qsizetype due = 0;
    const auto expire = [&] { expired = Commands(*db).expireDue(at(60)).size(); };
    const auto findDue = [&] { due = Commands(*db).outcomesDue(at(60)).size(); };
    const int stepsToExpire = stepsOf(*db, expire);
    const int stepsToFindDue = stepsOf(*db, findDue);
    VERIFY_OK(*db);
    QCOMPARE(expired, 1);
    QCOMPARE(due, 1);
    QVERIFY2(stepsToExpire > 0 && stepsToExpire < finishedRows, qPrintable(QString::number(stepsToExpire)));
    QVERIFY2(stepsToFindDue > 0 && stepsToFindDue < finishedRows, qPrintable(QString::number(stepsToFindDue)));
}

void TestSweeps::openTransactions_data()
{
    QTest::addColumn<TransactionFilter>("filter");
    QTest::newRow("all") << TransactionFilter{.state = TransactionState::Open};
    QTest::newRow("first page") << TransactionFilter{.state = TransactionState::Open, .limit = 10};
    QTest::newRow("next page") << TransactionFilter{.state = TransactionState::Open, .after = 1'000'000, .limit = 10};
}

void TestSweeps::openTransactions()
{
    QFETCH(TransactionFilter, filter);
    const auto db = freshSqlite();
    Transaction transaction;
    transaction.station = u"CP1"_s;
    transaction.connector = 1;
    transaction.stoppedAt = at(0);
    QVERIFY(db->transaction([&] {
        for (int i = 0; i < finishedRows; ++i) {
            transaction.startedAt = transaction.began = at(i);
            db->insert(transaction);
        }
        transaction.startedAt = transaction.began = at(finishedRows);
        transaction.stoppedAt.reset();
        db->insert(transaction);
    }));
    qsizetype found = 0;
    const int steps = stepsOf(*db, [&] { found = Transactions(*db).list(filter).size(); });
    VERIFY_OK(*db);
    QCOMPARE(found, 1);
    QVERIFY2(steps > 0 && steps < finishedRows, qPrintable(QString::number(steps)));
}

void TestSweeps::pagesOfTheBook()
{
    const auto db = freshSqlite();
    Transaction transaction;
    transaction.station = u"CP1"_s;
    transaction.connector = 1;
    transaction.stoppedAt = at(0);
    QVERIFY(db->transaction([&] {
        for (int i = 0; i < finishedRows; ++i) {
            transaction.startedAt = transaction.began = at(i);
            db->insert(transaction);
        }
    }));
    for (const std::optional<BookPlace> &after : {std::optional<BookPlace>(), std::optional(BookPlace{at(500), 501})}) {
        qsizetype found = 0;
        const int steps = stepsOf(*db, [&] { found = TransactionBook(*db).page({}, after, 10).size(); });
        VERIFY_OK(*db);
        QCOMPARE(found, 10);
        QVERIFY2(steps > 0 && steps < finishedRows, qPrintable(QString::number(steps)));
    }
}

void TestSweeps::parkedMessages()
{
    const auto db = freshSqlite();
    Parked parked;
    parked.station = u"CP1"_s;
    parked.kind = u"undecodable"_s;
    parked.resolvedAt = at(0);
    parked.digest = 1;
    QVERIFY(db->transaction([&] {
        for (int i = 0; i < finishedRows; ++i)
            db->insert(parked);
    }));
    parked.resolvedAt.reset();
    parked.payload = "{}";
    qint64 id = 0;
    const int steps = stepsOf(*db, [&] { id = Attention(*db).park(parked); });
    VERIFY_OK(*db);
    QVERIFY(id > 0);
    QVERIFY2(steps > 0 && steps < finishedRows, qPrintable(QString::number(steps)));
}

QTEST_GUILESS_MAIN(TestSweeps)
#include "tst_sweeps.moc"
