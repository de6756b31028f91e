// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/eventdispatcher.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QPointer>
#include <QSocketNotifier>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>

using namespace std::chrono_literals;

/// Runs on the dispatcher that it tests: main() installs it.
class tst_EpollDispatcher : public QObject {
    Q_OBJECT

private slots:
    void isTheOneInUse();

    void timersFireInOrderAndNotTooEarly();
    void intervalTimerRepeats();
    void zeroTimerRepeatsAndStarvesNobody();
    void singleShotFiresOnce();
    void timerStoppedInItsOwnSlot();
    void timerStoppedByAnotherOfTheSameRound();
    void timerRestartedInItsOwnSlot();
    void timerDeletedWithItsOwnerInItsSlot();
    void timersAreListed();

    void readNotifierIsLevelTriggered();
    void disabledNotifierIsSilent();
    void writeNotifierFollowsTheBuffer();
    void readAndWriteOnOneDescriptor();
    void hangUpIsReadable();
    void excludedNotifiersWait();
    void reusedDescriptorHasItsOwnNotifier();
    void eventOfAClosedDescriptorIsVoid();

    void wokenByAnotherThread();
    void interruptedByAnotherThread();
    void noPostedEventIsLost();
    void echoesToManyConnections();
};

namespace {

/// Two connected descriptors.
struct Pair {
    Pair()
    {
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends.data()) != 0)
            qFatal("There are no more sockets.");
    }
    ~Pair() { close(); }
    Pair(const Pair &) = delete;
    Pair &operator=(const Pair &) = delete;
    void close()
    {
        for (int &end : ends) {
            if (end >= 0)
                ::close(std::exchange(end, -1));
        }
    }
    void closePeer() { ::close(std::exchange(ends[1], -1)); }
    /// Makes the near end readable.
    bool poke() const { return ::write(ends[1], "x", 1) == 1; }
    void drain() const
    {
        std::array<char, 4096> buffer;
        while (::read(ends[0], buffer.data(), buffer.size()) > 0) {}
    }
    void fill() const
    {
        const std::array<char, 4096> bytes{};
        while (::write(ends[0], bytes.data(), bytes.size()) > 0) {}
    }
    void drainPeer() const
    {
        std::array<char, 4096> buffer;
        while (::read(ends[1], buffer.data(), buffer.size()) > 0) {}
    }

    std::array<int, 2> ends{-1, -1};
};

/// Counts what a notifier tells.
struct Watched {
    Watched(int descriptor, QSocketNotifier::Type type) : notifier(descriptor, type)
    {
        QObject::connect(&notifier, &QSocketNotifier::activated, &notifier, [this] { ++count; });
    }
    QSocketNotifier notifier;
    int count = 0;
};

/// Returns when everything that was ready before has been dispatched: a later event has come.
void passARound()
{
    Pair pair;
    Watched read(pair.ends[0], QSocketNotifier::Read);
    QVERIFY(pair.poke());
    QTRY_VERIFY(read.count > 0);
}

} // namespace

void tst_EpollDispatcher::isTheOneInUse()
{
    QCOMPARE(QCoreApplication::eventDispatcher()->metaObject()->className(), "csms::EpollDispatcher");
}

void tst_EpollDispatcher::timersFireInOrderAndNotTooEarly()
{
    QElapsedTimer clock;
    clock.start();
    QList<int> order;
    QList<qint64> times;
    for (const int interval : {30, 1, 15}) {
        QTimer::singleShot(interval, Qt::PreciseTimer, this, [&, interval] {
            order.append(interval);
            times.append(clock.elapsed());
        });
    }
    QTRY_COMPARE(order, (QList<int>{1, 15, 30}));
    for (int i = 0; i < 3; ++i)
        QVERIFY2(times[i] >= order[i], qPrintable(QString::number(times[i])));
}

void tst_EpollDispatcher::intervalTimerRepeats()
{
    int count = 0;
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&] { ++count; });
    timer.start(2ms);
    QTRY_VERIFY(count >= 5);
}

void tst_EpollDispatcher::zeroTimerRepeatsAndStarvesNobody()
{
    Pair pair;
    Watched read(pair.ends[0], QSocketNotifier::Read);
    int count = 0;
    bool otherFired = false;
    QTimer zero;
    connect(&zero, &QTimer::timeout, this, [&] { ++count; });
    zero.start(0);
    QTRY_VERIFY(count >= 10);
    QVERIFY(pair.poke());
    QTimer::singleShot(1, this, [&] { otherFired = true; });
    QTRY_VERIFY(read.count > 0 && otherFired);
}

void tst_EpollDispatcher::singleShotFiresOnce()
{
    int count = 0;
    bool later = false;
    QTimer::singleShot(1, this, [&] { ++count; });
    QTimer::singleShot(25, this, [&] { later = true; });
    QTRY_VERIFY(later);
    QCOMPARE(count, 1);
}

void tst_EpollDispatcher::timerStoppedInItsOwnSlot()
{
    int count = 0;
    bool later = false;
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&] {
        if (++count == 2)
            timer.stop();
    });
    timer.start(1ms);
    QTRY_COMPARE(count, 2);
    QTimer::singleShot(15, this, [&] { later = true; });
    QTRY_VERIFY(later);
    QCOMPARE(count, 2);
}

void tst_EpollDispatcher::timerStoppedByAnotherOfTheSameRound()
{
    int count = 0;
    bool later = false;
    QTimer first;
    QTimer second;
    for (auto [timer, other] : {std::pair(&first, &second), std::pair(&second, &first)}) {
        connect(timer, &QTimer::timeout, this, [&count, other = other] {
            ++count;
            other->stop();
        });
        timer->setSingleShot(true);
        timer->start(0); // both are due when the next round begins
    }
    QTimer::singleShot(10, this, [&] { later = true; });
    QTRY_VERIFY(later);
    QCOMPARE(count, 1);
}

void tst_EpollDispatcher::timerRestartedInItsOwnSlot()
{
    QList<qint64> times;
    QElapsedTimer clock;
    QTimer timer;
    timer.setTimerType(Qt::PreciseTimer);
    connect(&timer, &QTimer::timeout, this, [&] {
        times.append(clock.elapsed());
        timer.start(20ms);
    });
    clock.start();
    timer.start(1ms);
    QTRY_VERIFY(times.size() >= 2);
    QVERIFY2(times[1] - times[0] >= 19, qPrintable(QString::number(times[1] - times[0])));
}

void tst_EpollDispatcher::timerDeletedWithItsOwnerInItsSlot()
{
    auto *owner = new QObject;
    auto *timer = new QTimer(owner);
    auto *sibling = new QTimer(owner);
    QPointer<QObject> alive(owner);
    connect(timer, &QTimer::timeout, this, [owner] { owner->deleteLater(); });
    timer->start(1ms);
    sibling->start(1ms);
    QTRY_VERIFY(!alive);
}

void tst_EpollDispatcher::timersAreListed()
{
    QAbstractEventDispatcher *const dispatcher = QCoreApplication::eventDispatcher();
    QObject owner;
    const int id = owner.startTimer(1h);
    QCOMPARE(dispatcher->registeredTimers(&owner).size(), 1);
    QCOMPARE(dispatcher->registeredTimers(&owner).constFirst().timerId, id);
    const int left = dispatcher->remainingTime(id);
    QVERIFY(left > 3'500'000 && left <= 3'600'000);
    QVERIFY(dispatcher->unregisterTimers(&owner));
    QVERIFY(!dispatcher->unregisterTimers(&owner));
    QVERIFY(!dispatcher->unregisterTimer(id));
    QCOMPARE(dispatcher->remainingTime(id), -1);
    QVERIFY(dispatcher->registeredTimers(&owner).isEmpty());
}

void tst_EpollDispatcher::readNotifierIsLevelTriggered()
{
    Pair pair;
    Watched read(pair.ends[0], QSocketNotifier::Read);
    QVERIFY(pair.poke());
    QTRY_VERIFY(read.count >= 3); // nobody reads: it is told again and again
    pair.drain();
    read.count = 0;
    passARound();
    QCOMPARE(read.count, 0);
}

void tst_EpollDispatcher::disabledNotifierIsSilent()
{
    Pair pair;
    Watched read(pair.ends[0], QSocketNotifier::Read);
    read.notifier.setEnabled(false);
    QVERIFY(pair.poke());
    passARound();
    QCOMPARE(read.count, 0);
    read.notifier.setEnabled(true);
    QTRY_VERIFY(read.count > 0);
}

void tst_EpollDispatcher::writeNotifierFollowsTheBuffer()
{
    Pair pair;
    Watched write(pair.ends[0], QSocketNotifier::Write);
    QTRY_VERIFY(write.count > 0);
    pair.fill();
    write.count = 0;
    passARound();
    QCOMPARE(write.count, 0);
    pair.drainPeer();
    QTRY_VERIFY(write.count > 0);
    // Off and on between two rounds, as QTcpSocket does for every small frame.
    write.notifier.setEnabled(false);
    write.notifier.setEnabled(true);
    write.count = 0;
    QTRY_VERIFY(write.count > 0);
    write.notifier.setEnabled(false);
    write.count = 0;
    passARound();
    QCOMPARE(write.count, 0);
}

void tst_EpollDispatcher::readAndWriteOnOneDescriptor()
{
    Pair pair;
    Watched read(pair.ends[0], QSocketNotifier::Read);
    Watched write(pair.ends[0], QSocketNotifier::Write);
    QTRY_VERIFY(write.count > 0);
    QCOMPARE(read.count, 0);
    write.notifier.setEnabled(false);
    write.count = 0;
    QVERIFY(pair.poke());
    QTRY_VERIFY(read.count > 0);
    QCOMPARE(write.count, 0);
}

void tst_EpollDispatcher::hangUpIsReadable()
{
    Pair pair;
    Watched read(pair.ends[0], QSocketNotifier::Read);
    pair.closePeer();
    QTRY_VERIFY(read.count > 0);
}

void tst_EpollDispatcher::excludedNotifiersWait()
{
    Pair pair;
    Watched read(pair.ends[0], QSocketNotifier::Read);
    QVERIFY(pair.poke());
    QAbstractEventDispatcher *const dispatcher = QCoreApplication::eventDispatcher();
    dispatcher->processEvents(QEventLoop::ExcludeSocketNotifiers);
    QCOMPARE(read.count, 0);
    QVERIFY(dispatcher->processEvents(QEventLoop::AllEvents));
    QCOMPARE(read.count, 1);
}

void tst_EpollDispatcher::reusedDescriptorHasItsOwnNotifier()
{
    auto first = std::make_unique<Pair>();
    const int descriptor = first->ends[0];
    auto oldRead = std::make_unique<Watched>(descriptor, QSocketNotifier::Read);
    QVERIFY(first->poke());
    QTRY_VERIFY(oldRead->count > 0);
    oldRead.reset();
    first.reset();

    Pair second;
    QCOMPARE(second.ends[0], descriptor);
    Watched read(second.ends[0], QSocketNotifier::Read);
    passARound();
    QCOMPARE(read.count, 0);
    QVERIFY(second.poke());
    QTRY_VERIFY(read.count > 0);
}

// Both are ready in the same round. The slot of the one closes the other, whose number is given out again.
void tst_EpollDispatcher::eventOfAClosedDescriptorIsVoid()
{
    std::array<Pair, 2> pairs;
    std::array<std::unique_ptr<Watched>, 2> reads;
    std::unique_ptr<Pair> newcomer;
    std::unique_ptr<Watched> newRead;
    const auto replaceOther = [&](size_t other) {
        if (newcomer)
            return;
        const int number = pairs[other].ends[0];
        reads[other].reset();
        pairs[other].close();
        newcomer = std::make_unique<Pair>();
        newRead = std::make_unique<Watched>(newcomer->ends[0], QSocketNotifier::Read);
        QCOMPARE(newcomer->ends[0], number);
    };
    for (size_t i : {0u, 1u}) {
        reads[i] = std::make_unique<Watched>(pairs[i].ends[0], QSocketNotifier::Read);
        connect(&reads[i]->notifier, &QSocketNotifier::activated, this, [&, i] { replaceOther(1 - i); });
        QVERIFY(pairs[i].poke());
    }
    QTRY_VERIFY(newcomer != nullptr);
    passARound();
    QCOMPARE(newRead->count, 0);
    QVERIFY(newcomer->poke());
    QTRY_VERIFY(newRead->count > 0);
}

void tst_EpollDispatcher::wokenByAnotherThread()
{
    QEventLoop loop; // blocks without an end: there is no timer
    std::unique_ptr<QThread> thread(QThread::create(
        [&loop] { QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection); }));
    QMetaObject::invokeMethod(
        &loop, [&] { thread->start(); }, Qt::QueuedConnection);
    QCOMPARE(loop.exec(), 0);
    QVERIFY(thread->wait());
}

// Whatever the sleeper is doing just then: starting, or waiting for ever.
void tst_EpollDispatcher::interruptedByAnotherThread()
{
    for (int i = 0; i < 50; ++i) {
        QThread sleeper;
        sleeper.setEventDispatcher(csms::makeSocketDispatcher().release());
        sleeper.start();
        if (i % 2) {
            QObject there;
            there.moveToThread(&sleeper);
            QMetaObject::invokeMethod(
                &there, [&] { there.moveToThread(thread()); }, Qt::BlockingQueuedConnection);
        }
        sleeper.quit();
        QVERIFY(sleeper.wait(5000));
    }
}

void tst_EpollDispatcher::noPostedEventIsLost()
{
    constexpr int each = 2000;
    std::array<int, 4> counts{};
    std::array<std::unique_ptr<QThread>, 4> threads;
    for (size_t i = 0; i < threads.size(); ++i) {
        threads[i].reset(QThread::create([this, &counts, i] {
            for (int n = 0; n < each; ++n)
                QMetaObject::invokeMethod(
                    this, [&counts, i] { ++counts[i]; }, Qt::QueuedConnection);
        }));
        threads[i]->start();
    }
    QTRY_COMPARE(counts, (std::array<int, 4>{each, each, each, each}));
    for (const auto &thread : threads)
        QVERIFY(thread->wait());
}

void tst_EpollDispatcher::echoesToManyConnections()
{
    constexpr int connections = 200;
    QTcpServer server;
    server.setListenBacklogSize(connections);
    connect(&server, &QTcpServer::newConnection, this, [&server] {
        while (QTcpSocket *socket = server.nextPendingConnection())
            connect(socket, &QTcpSocket::readyRead, socket, [socket] { socket->write(socket->readAll()); });
    });
    server.setMaxPendingConnections(connections);
    QVERIFY(server.listen(QHostAddress::LocalHost));

    const QByteArray text(100'000, 'x'); // more than a socket's buffer: written in several rounds
    std::array<QTcpSocket, connections> clients;
    std::array<qsizetype, connections> echoed{};
    for (size_t i = 0; i < connections; ++i) {
        connect(&clients[i], &QTcpSocket::connected, this, [&clients, &text, i] { clients[i].write(text); });
        connect(&clients[i], &QTcpSocket::readyRead, this,
                [&clients, &echoed, i] { echoed[i] += clients[i].readAll().size(); });
        clients[i].connectToHost(QHostAddress::LocalHost, server.serverPort());
    }
    QTRY_VERIFY_WITH_TIMEOUT(std::ranges::all_of(echoed, [&](qsizetype n) { return n == text.size(); }),
                             20'000);
    int closed = 0;
    for (QTcpSocket &client : clients) {
        connect(&client, &QTcpSocket::disconnected, this, [&closed] { ++closed; });
        client.disconnectFromHost();
    }
    QTRY_COMPARE(closed, connections);
}

int main(int argc, char *argv[])
{
    QCoreApplication::setEventDispatcher(csms::makeSocketDispatcher().release());
    QCoreApplication app(argc, argv);
    tst_EpollDispatcher test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_epolldispatcher.moc"
