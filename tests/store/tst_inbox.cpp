// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/books.h"
#include "store/configuration.h"
#include "store/idtags.h"
#include "store/inbox.h"

using namespace Qt::Literals::StringLiterals;
using namespace store;
using namespace books;
using storetest::at;

class TestInbox : public QObject {
    Q_OBJECT
private slots:
    void initTestCase_data() { storetest::addBackends(); }
    void cleanupTestCase() { storetest::shutDown(); }

    void aClosedSessionIsReopened();
    void reopeningIsRefused();
    void aStopIsAssignedAndTakenBack();
    void aStopOfAnotherStationIsNotAssigned();
    void otherMattersHaveNoSession();
    void readingsOfAStopStay();
    void aSeenTagIsRestored();
    void stuckSettings();
};

namespace {

qint64 parkStop(Database &db, const QString &tag, qint64 meter, const QString &more = {})
{
    Stop stop = stopOf(990'001, 3600, meter);
    stop.idTag = tag;
    stop.payload =
        u"{\"transactionId\":990001,\"idTag\":\"%1\",\"meterStop\":%2,\"timestamp\":\"%3\",\"reason\":\"EVDisconnected\"%4}"_s
            .arg(tag)
            .arg(meter)
            .arg(ocpp::formatTimestamp(at(3600)), more)
            .toUtf8();
    Transactions(db).stop(stop);
    return Attention(db).list().first().id;
}

} // namespace

void TestInbox::aClosedSessionIsReopened()
{
    const auto db = books::fresh();
    const qint64 id = Transactions(*db).begin(start()).transaction.id;
    meter(*db, id, 600, 3000);
    QVERIFY(Transactions(*db).close(id, u"operator"_s, u"by hand"_s, at(7200)));
    QVERIFY(Transactions(*db).reopen(id));
    VERIFY_OK(*db);
    const auto session = Transactions(*db).find(id);
    QVERIFY(session->isOpen());
    QVERIFY(!session->stopReceived);
    QCOMPARE(session->energySource, u"soFar"_s);
    QCOMPARE(session->energyWh, std::optional(2000.0));
    QCOMPARE(Transactions(*db).openOn(u"CP1"_s, 1)->id, id);
}

void TestInbox::reopeningIsRefused()
{
    const auto db = books::fresh();
    Transactions transactions(*db);
    const qint64 open = transactions.begin(start()).transaction.id;
    QVERIFY(!transactions.reopen(open));
    transactions.close(open, u"operator"_s, {}, at(7200));
    transactions.begin(start(u"TAG"_s, 9000, 9000)); // the connector has gone on
    QVERIFY(!transactions.reopen(open));
    const qint64 other = transactions.begin(start(u"TAG"_s, 0, 1000, 2)).transaction.id;
    transactions.close(other, u"operator"_s, {}, at(7200));
    transactions.stop(stopOf(other)); // it has told its end after all
    QVERIFY(!transactions.reopen(other));
}

void TestInbox::aStopIsAssignedAndTakenBack()
{
    const auto db = books::fresh();
    const qint64 id = Transactions(*db).begin(start()).transaction.id;
    const qint64 parked = parkStop(*db, u"tag"_s, 8000);
    const Parked matter = *Attention(*db).find(parked);
    QCOMPARE(Inbox(*db).sessionFor(matter)->id, id);
    QVERIFY(Inbox::canUnassign(matter));
    const auto before = Inbox(*db).assign(parked, id, at(9000));
    VERIFY_OK(*db);
    QVERIFY(before);
    const auto session = Transactions(*db).find(id);
    QCOMPARE(session->stoppedAt, std::optional(at(3600)));
    QCOMPARE(session->energyWh, std::optional(7000.0));
    QCOMPARE(session->stopReason, u"EVDisconnected"_s);
    QVERIFY(session->flags.contains(u"matched"_s));
    QCOMPARE(Attention(*db).openCount(), 0);
    QVERIFY(!Inbox(*db).assign(parked, id, at(9001))); // settled
    Inbox(*db).unassign(parked, *before);
    VERIFY_OK(*db);
    QVERIFY(Transactions(*db).find(id)->isOpen());
    QCOMPARE(Attention(*db).openCount(), 1);
    QVERIFY(!Attention(*db).reopen(parked));
}

void TestInbox::aStopOfAnotherStationIsNotAssigned()
{
    const auto db = books::fresh();
    storetest::addStation(*db, u"CP2"_s);
    Transaction elsewhere = start();
    elsewhere.station = u"CP2"_s;
    const qint64 id = Transactions(*db).begin(elsewhere).transaction.id;
    const qint64 parked = parkStop(*db, u"TAG"_s, 8000);
    QVERIFY(!Inbox(*db).sessionFor(*Attention(*db).find(parked)));
    QVERIFY(!Inbox(*db).assign(parked, id, at(9000)));
    QCOMPARE(Attention(*db).openCount(), 1);
}

void TestInbox::otherMattersHaveNoSession()
{
    const auto db = books::fresh();
    Transactions(*db).begin(start());
    Parked parked;
    parked.station = u"CP1"_s;
    parked.kind = u"undecodable"_s;
    parked.time = parked.received = at(10);
    parked.payload = "{}";
    QVERIFY(!Inbox(*db).sessionFor(parked));
    QVERIFY(!Inbox::canUnassign(parked));
}

void TestInbox::readingsOfAStopStay()
{
    const auto db = books::fresh();
    const qint64 parked = parkStop(
        *db, u"TAG"_s, 8000,
        u",\"transactionData\":[{\"timestamp\":\"2026-11-22T12:30:00Z\",\"sampledValue\":[{\"value\":\"4000\"}]}]"_s);
    QVERIFY(!Inbox::canUnassign(*Attention(*db).find(parked)));
}

void TestInbox::aSeenTagIsRestored()
{
    const auto db = books::fresh();
    SeenTags seen(*db);
    seen.note(u"A1"_s, u"CP1"_s, at(0));
    seen.note(u"A1"_s, u"CP1"_s, at(60));
    const SeenTag was = seen.list().first();
    QVERIFY(seen.remove(u"A1"_s));
    seen.restore(was);
    VERIFY_OK(*db);
    QCOMPARE(seen.list().size(), 1);
    QCOMPARE(seen.list().first().count, 2);
    IdTag known;
    known.tag = u"a1"_s;
    IdTags(*db).save(known);
    seen.restore(was);
    QVERIFY(seen.list().isEmpty());
}

void TestInbox::stuckSettings()
{
    const auto db = books::fresh();
    Configuration configuration(*db);
    const auto desire = [&](const QString &key, ConfigurationState state) {
        configuration.desire(u"CP1"_s, key, u"1"_s, at(0));
        configuration.setState(u"CP1"_s, key, state);
    };
    desire(u"A"_s, ConfigurationState::Rejected);
    desire(u"B"_s, ConfigurationState::RebootRequired);
    desire(u"C"_s, ConfigurationState::NotSupported);
    desire(u"D"_s, ConfigurationState::Pending);
    configuration.desire(u"CP1"_s, u"A2"_s, {}, at(0));
    configuration.setState(u"CP1"_s, u"A2"_s, ConfigurationState::NotSupported); // nobody wants it any more
    QStringList keys;
    for (const ConfigurationKey &key : configuration.stuck())
        keys.append(key.key);
    QCOMPARE(keys, (QStringList{u"A"_s, u"B"_s, u"C"_s}));
}

QTEST_GUILESS_MAIN(TestInbox)
#include "tst_inbox.moc"
