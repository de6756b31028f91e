// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/changehub.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace http;
using namespace std::chrono_literals;
using store::Change;
using store::ChangeSet;
using store::Table;

class tst_ChangeHub : public QObject {
    Q_OBJECT

private slots:
    void changesWaitForTheirListener();
    void onlyWhatConcernsIt_data();
    void onlyWhatConcernsIt();
    void aChangeWakesAWaitingThread();
    void endWakesAllAndLater();
    void aSlowListenerStaysBounded();
    void goneListenersAreForgotten();
    void seatsAreLimited();
};

void tst_ChangeHub::changesWaitForTheirListener()
{
    ChangeHub hub;
    const auto listener = hub.listen(~quint32(0));
    hub.publish({{Table::Stations, u"A"_s, {}}});
    hub.publish({{Table::Stations, u"A"_s, {}}, {Table::Commands, u"A"_s, u"1"_s}});
    const ChangeSet changes = listener->next(0ms);
    QCOMPARE(changes.size(), 2);
    QVERIFY(listener->next(0ms).isEmpty());
}

void tst_ChangeHub::onlyWhatConcernsIt_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<bool>("concerns");
    QTest::newRow("the command") << Change{Table::Commands, u"A"_s, u"7"_s} << true;
    QTest::newRow("another command") << Change{Table::Commands, u"A"_s, u"8"_s} << false;
    QTest::newRow("another table") << Change{Table::Transactions, u"A"_s, u"7"_s} << false;
    QTest::newRow("any command") << Change{Table::Commands, {}, {}} << true;
}

void tst_ChangeHub::onlyWhatConcernsIt()
{
    QFETCH(Change, change);
    QFETCH(bool, concerns);
    ChangeHub hub;
    const auto listener = hub.listen(quint32(Table::Commands), u"7"_s);
    hub.publish({change});
    QCOMPARE(!listener->next(0ms).isEmpty(), concerns);
}

void tst_ChangeHub::aChangeWakesAWaitingThread()
{
    ChangeHub hub;
    const auto listener = hub.listen(~quint32(0));
    ChangeSet changes;
    std::thread waiting([&] { changes = listener->next(60s); });
    hub.publish({{Table::Knocks, {}, u"X"_s}});
    waiting.join();
    QCOMPARE(changes.size(), 1);
}

void tst_ChangeHub::endWakesAllAndLater()
{
    ChangeHub hub;
    const auto listener = hub.listen(~quint32(0));
    QElapsedTimer timer;
    timer.start();
    std::thread waiting([&] { listener->next(60s); });
    hub.end();
    waiting.join();
    const auto late = hub.listen(~quint32(0));
    late->next(60s);
    QVERIFY(late->hasEnded());
    QVERIFY(timer.elapsed() < 30'000);
}

void tst_ChangeHub::aSlowListenerStaysBounded()
{
    ChangeHub hub;
    const auto listener = hub.listen(~quint32(0));
    for (int i = 0; i < 5'000; ++i)
        hub.publish({{Table::Frames, u"A"_s, QString::number(i)}});
    const ChangeSet changes = listener->next(0ms);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.first(), (Change{Table::Frames, {}, {}}));
}

void tst_ChangeHub::goneListenersAreForgotten()
{
    ChangeHub hub;
    auto listener = hub.listen(~quint32(0));
    QCOMPARE(hub.listenerCount(), 1);
    listener.reset();
    QCOMPARE(hub.listenerCount(), 0);
}

void tst_ChangeHub::seatsAreLimited()
{
    std::atomic<int> taken = 0;
    {
        const Seat first(taken, 2);
        const Seat second(taken, 2);
        const Seat third(taken, 2);
        QVERIFY(first);
        QVERIFY(second);
        QVERIFY(!third);
    }
    QCOMPARE(taken.load(), 0);
}

QTEST_GUILESS_MAIN(tst_ChangeHub)
#include "tst_changehub.moc"
