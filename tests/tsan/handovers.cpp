// SPDX-License-Identifier: GPL-3.0-or-later
// handovers           hands plain values over in each way that Qt offers and our code uses: no report
// handovers unlocked  two threads count without a lock
// handovers events    two threads count, each woken by an event of its own
// handovers freed     one thread frees what another has read
// handovers child     two threads count after one has started a process
#include <QCoreApplication>
#include <QFutureWatcher>
#include <QMutex>
#include <QProcess>
#include <QPromise>
#include <QSemaphore>
#include <QThread>
#include <QThreadPool>

#include <atomic>
#include <cstring>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace {

/// What crosses: not atomic, not locked.
struct Parcel {
    int content = 0;
};

class Sender : public QObject {
    Q_OBJECT

signals:
    void sent(Parcel *parcel);
};

/// A thread with an event loop, and an object that lives there.
class Neighbour {
public:
    Neighbour()
    {
        object.moveToThread(&thread_);
        thread_.start();
    }
    ~Neighbour()
    {
        thread_.quit();
        thread_.wait();
    }

    QObject object;

private:
    QThread thread_;
};

/// Adds to what it is told to count when it receives an event or is deleted.
class Counter : public QObject {
public:
    explicit Counter(Parcel *parcel) : parcel_(parcel) {}
    ~Counter() override { ++parcel_->content; }

    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::User)
            ++parcel_->content;
        return QObject::event(event);
    }

private:
    Parcel *parcel_;
};

void count(Parcel &parcel)
{
    for (int i = 0; i < 1000; ++i)
        ++parcel.content;
}

void byInvocation(Parcel &parcel)
{
    Neighbour neighbour;
    ++parcel.content;
    QMetaObject::invokeMethod(
        &neighbour.object, [&] { ++parcel.content; }, Qt::BlockingQueuedConnection);
    ++parcel.content;
    QMetaObject::invokeMethod(
        &neighbour.object, [&] { ++parcel.content; }, Qt::QueuedConnection);
}

void bySignal(Parcel &parcel)
{
    Neighbour neighbour;
    Sender sender;
    QSemaphore arrived;
    QObject::connect(&sender, &Sender::sent, &neighbour.object, [&](Parcel *received) {
        ++received->content;
        arrived.release();
    });
    ++parcel.content;
    emit sender.sent(&parcel);
    arrived.acquire();
    ++parcel.content;
}

/// The sending thread calls the slot, and ours connects it and takes it down.
void byDirectSignal(Parcel &parcel)
{
    Sender sender;
    std::atomic<int> calls{0};
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        while (calls.load(std::memory_order_relaxed) == 0)
            emit sender.sent(&parcel);
    }));
    thread->start();
    const QMetaObject::Connection connection = QObject::connect(
        &sender, &Sender::sent, &sender,
        [&calls](Parcel *received) {
            ++received->content;
            calls.fetch_add(1, std::memory_order_relaxed);
        },
        Qt::DirectConnection);
    while (calls.load(std::memory_order_relaxed) == 0)
        QThread::yieldCurrentThread();
    QObject::disconnect(connection);
    thread->wait();
    ++parcel.content;
}

void byEvent(Parcel &parcel)
{
    Neighbour neighbour;
    auto counter = std::make_unique<Counter>(&parcel);
    ++parcel.content;
    counter->moveToThread(neighbour.object.thread());
    QCoreApplication::postEvent(counter.get(), new QEvent(QEvent::User));
    counter.release()->deleteLater();
}

void byThread(Parcel &parcel)
{
    const std::unique_ptr<QThread> thread(QThread::create([&] { count(parcel); }));
    ++parcel.content;
    thread->start();
    thread->wait();
    ++parcel.content;
}

/// The thread deletes the object after QThread::finished().
void byEndOfThread(Parcel &parcel)
{
    QThread thread;
    auto *counter = new Counter(&parcel);
    counter->moveToThread(&thread);
    QObject::connect(&thread, &QThread::finished, counter, &QObject::deleteLater);
    thread.start();
    thread.quit();
    thread.wait();
    ++parcel.content;
}

void byPool(Parcel &parcel)
{
    QThreadPool pool;
    pool.setMaxThreadCount(1);
    const auto kept = std::make_shared<Parcel>();
    ++parcel.content;
    for (int i = 0; i < 3; ++i)
        pool.start([&parcel, kept] { count(parcel); });
    pool.waitForDone();
    ++parcel.content;
}

void byFuture(Parcel &parcel)
{
    QPromise<std::vector<int>> promise;
    promise.start();
    const QFuture<std::vector<int>> future = promise.future();
    const std::unique_ptr<QThread> thread(QThread::create([&parcel, promise = std::move(promise)]() mutable {
        ++parcel.content;
        promise.addResult(std::vector{1, 2, 3});
        promise.finish();
    }));
    QFutureWatcher<std::vector<int>> watcher;
    QEventLoop loop;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, [&] {
        parcel.content += watcher.result().front();
        loop.quit();
    });
    watcher.setFuture(future);
    thread->start();
    loop.exec();
    thread->wait();
}

/// Whoever lets go of it last frees what a promise and its futures share; nothing but Qt's count tells who that is.
void bySharedFuture(Parcel &parcel)
{
    auto promise = std::make_unique<QFutureInterface<int>>();
    std::optional<QFutureInterfaceBase> kept(*promise);
    std::atomic<bool> isOver{false};
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        promise->reportStarted();
        promise->reportFinished(&parcel.content);
        promise.reset();
        isOver.store(true, std::memory_order_relaxed);
    }));
    thread->start();
    while (!isOver.load(std::memory_order_relaxed))
        QThread::yieldCurrentThread();
    kept.reset();
    thread->wait();
}

void byWaitedFuture(Parcel &parcel)
{
    QPromise<void> promise;
    promise.start();
    QFuture<void> future = promise.future();
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        ++parcel.content;
        promise.finish();
    }));
    thread->start();
    future.waitForFinished();
    ++parcel.content;
    thread->wait();
}

void byMutex(Parcel &parcel)
{
    QMutex mutex;
    const auto work = [&] {
        for (int i = 0; i < 1000; ++i) {
            const QMutexLocker locker(&mutex);
            ++parcel.content;
        }
    };
    const std::unique_ptr<QThread> thread(QThread::create(work));
    thread->start();
    work();
    thread->wait();
}

void runBoth(const std::function<void()> &one, const std::function<void()> &other)
{
    const std::unique_ptr<QThread> first(QThread::create(one));
    const std::unique_ptr<QThread> second(QThread::create(other));
    first->start();
    second->start();
    first->wait();
    second->wait();
}

void unlocked(Parcel &parcel)
{
    runBoth([&] { count(parcel); }, [&] { count(parcel); });
}

void wakeBoth(Parcel &parcel)
{
    Neighbour one;
    Neighbour other;
    QSemaphore counted; // a thread that is told to quit at its beginning receives nothing
    for (Neighbour *neighbour : {&one, &other})
        QMetaObject::invokeMethod(
            &neighbour->object,
            [&] {
                count(parcel);
                counted.release();
            },
            Qt::QueuedConnection);
    counted.acquire(2);
}

/// On a busy machine, what else the two threads do may order them by chance: not ten times.
void events(Parcel &parcel)
{
    for (int i = 0; i < 10; ++i)
        wakeBoth(parcel);
}

void freed(Parcel &parcel)
{
    auto *shared = new Parcel;
    QSemaphore neverReleased;
    runBoth([&] { parcel.content = shared->content; },
            [&] {
                neverReleased.tryAcquire(1, 500);
                delete shared;
            });
}

/// The child must not make the sanitizer forget the thread that starts it.
void child(Parcel &parcel)
{
    const std::unique_ptr<QThread> thread(QThread::create([&] { count(parcel); }));
    Neighbour neighbour; // a program of one thread forgets nothing
    QProcess::execute(QStringLiteral("true"));
    thread->start();
    count(parcel);
    thread->wait();
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    Parcel parcel;
    if (argc == 1) {
        for (const auto handOver : {byInvocation, bySignal, byDirectSignal, byEvent, byThread, byEndOfThread, byPool,
                                    byFuture, bySharedFuture, byWaitedFuture, byMutex})
            handOver(parcel);
    } else if (std::strcmp(argv[1], "unlocked") == 0) {
        unlocked(parcel);
    } else if (std::strcmp(argv[1], "events") == 0) {
        events(parcel);
    } else if (std::strcmp(argv[1], "freed") == 0) {
        freed(parcel);
    } else if (std::strcmp(argv[1], "child") == 0) {
        child(parcel);
    }
    return 0;
}

#include "handovers.moc"
