// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/elasticpool.h"

#include <QSemaphore>
#include <QTest>

using http::ElasticPool;

class tst_ElasticPool : public QObject {
    Q_OBJECT

private slots:
    void hasNoThreadsBeforeTheFirstTask();
    void blockedTasksDoNotHoldOthersUp();
    void neverMoreThanTheMaximum();
    void idleThreadsGo();
    void idleThreadsAreUsedAgain();
    void shutdownFinishesWhatIsQueued();
};

void tst_ElasticPool::hasNoThreadsBeforeTheFirstTask()
{
    ElasticPool pool(4);
    QCOMPARE(pool.threadCount(), size_t(0));
}

void tst_ElasticPool::blockedTasksDoNotHoldOthersUp()
{
    QSemaphore gate;
    QSemaphore done;
    ElasticPool pool(100);
    for (int i = 0; i < 50; ++i)
        pool.enqueue([&gate] { gate.acquire(); });
    pool.enqueue([&done] { done.release(); });
    QVERIFY(done.tryAcquire(1, 10'000));
    gate.release(50);
    pool.shutdown();
}

void tst_ElasticPool::neverMoreThanTheMaximum()
{
    QSemaphore gate;
    std::atomic<int> running = 0;
    std::atomic<int> most = 0;
    std::atomic<int> total = 0;
    ElasticPool pool(3);
    for (int i = 0; i < 20; ++i) {
        pool.enqueue([&] {
            most = std::max(most.load(), ++running);
            gate.acquire();
            --running;
            ++total;
        });
    }
    QCOMPARE(pool.threadCount(), size_t(3));
    gate.release(20);
    pool.shutdown();
    QCOMPARE(total.load(), 20);
    QVERIFY(most <= 3);
}

void tst_ElasticPool::idleThreadsGo()
{
    QSemaphore gate;
    ElasticPool pool(10, std::chrono::milliseconds(20));
    for (int i = 0; i < 5; ++i)
        pool.enqueue([&gate] { gate.acquire(); });
    QCOMPARE(pool.threadCount(), size_t(5));
    gate.release(5);
    // A finished thread is joined when the next task comes.
    bool areGone = false; // QTRY_VERIFY asks again after it has seen the truth
    const auto look = [&pool] {
        pool.enqueue([] {});
        return pool.threadCount() <= 2;
    };
    QTRY_VERIFY(areGone || (areGone = look()));
}

void tst_ElasticPool::idleThreadsAreUsedAgain()
{
    QSemaphore done;
    ElasticPool pool(10);
    for (int i = 0; i < 20; ++i) {
        pool.enqueue([&done] { done.release(); });
        QVERIFY(done.tryAcquire(1, 10'000));
        QTRY_COMPARE(pool.idleCount(), size_t(1)); // done is not idle yet
    }
    QCOMPARE(pool.threadCount(), size_t(1));
}

void tst_ElasticPool::shutdownFinishesWhatIsQueued()
{
    std::atomic<int> total = 0;
    {
        ElasticPool pool(1);
        for (int i = 0; i < 100; ++i)
            pool.enqueue([&total] { ++total; });
        pool.shutdown();
    }
    QCOMPARE(total.load(), 100);
}

QTEST_GUILESS_MAIN(tst_ElasticPool)
#include "tst_elasticpool.moc"
