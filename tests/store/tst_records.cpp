// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/attention.h"
#include "store/findings.h"
#include "store/knocks.h"
#include "store/nodes.h"
#include "store/settings.h"
#include "store/stationevents.h"
#include "store/storetest.h"

using namespace Qt::Literals::StringLiterals;
using namespace store;
using storetest::at;

namespace {

FindingRow finding(const QString &path, qint64 seconds, std::optional<qint64> frame = {})
{
    FindingRow row;
    row.station = u"CP1"_s;
    row.first = at(seconds);
    row.last = at(seconds);
    row.code = u"TypeConstraintViolation"_s;
    row.path = path;
    row.text = u"a number as text"_s;
    row.clause = u"6.29"_s;
    row.action = u"MeterValues"_s;
    row.frameId = frame;
    return row;
}

Parked parked(const QByteArray &payload, qint64 seconds)
{
    Parked row;
    row.station = u"CP1"_s;
    row.kind = u"undecodable"_s;
    row.time = at(seconds);
    row.received = at(seconds);
    row.payload = payload;
    return row;
}

} // namespace

/// Findings, knocks, events, settings, nodes and what needs attention: the small tables.
class TestRecords : public QObject {
    Q_OBJECT
private slots:
    void initTestCase_data() { storetest::addBackends(); }
    void cleanupTestCase() { storetest::shutDown(); }

    void findingsCountUp();
    void knocksCountUpByName();
    void knocksAreBounded();
    void eventsCanBePaged();
    void settingsAreTyped();
    void settingsFallBack();
    void aLeaseIsRenewed();
    void attentionParksOnce();
    void attentionKnowsWhatIsOlderThanDigests();
    void attentionIsBounded();
    void attentionCanBePaged();
};

void TestRecords::findingsCountUp()
{
    const auto db = storetest::freshDatabase();
    storetest::addStation(*db, u"CP1"_s);
    storetest::addStation(*db, u"CP2"_s);
    Findings findings(*db);
    findings.note(finding(u"/a"_s, 0, 7));
    findings.note(finding(u"/b"_s, 5));
    findings.note(finding(u"/a"_s, 10, 8));
    VERIFY_OK(*db);
    const QList<FindingRow> list = findings.list(u"CP1"_s);
    QCOMPARE(list.size(), 2);
    QCOMPARE(list.first().path, u"/a"_s);
    QCOMPARE(list.first().count, 2);
    QCOMPARE(list.first().first, at(0));
    QCOMPARE(list.first().last, at(10));
    QCOMPARE(list.first().frameId, std::optional<qint64>(8));
    QCOMPARE(list.first().clause, u"6.29"_s);
    QCOMPARE(findings.list(u"CP1"_s, 1).size(), 1);
    QCOMPARE(findings.count(u"CP1"_s), 2);
    QCOMPARE(findings.count(u"CP2"_s), 0);
    QCOMPARE(findings.counts(), (QHash<QString, int>{{u"CP1"_s, 2}}));
    findings.clear(u"CP1"_s);
    QCOMPARE(findings.count(u"CP1"_s), 0);
    VERIFY_OK(*db);
}

void TestRecords::knocksCountUpByName()
{
    const auto db = storetest::freshDatabase();
    Knocks knocks(*db);
    knocks.note({.stationId = u"New"_s, .reason = u"unknown"_s, .remoteAddress = u"10.0.0.1"_s, .first = at(0), .last = at(0)});
    knocks.note({.stationId = u"other"_s, .first = at(5), .last = at(5)});
    knocks.note({.stationId = u"NEW"_s, .reason = u"wrong password"_s, .remoteAddress = u"10.0.0.2"_s, .httpStatus = 401, .first = at(10), .last = at(10)});
    VERIFY_OK(*db);
    const QList<Knock> list = knocks.list();
    QCOMPARE(list.size(), 2);
    QCOMPARE(list.first().stationId, u"NEW"_s);
    QCOMPARE(list.first().count, 2);
    QCOMPARE(list.first().first, at(0));
    QCOMPARE(list.first().last, at(10));
    QCOMPARE(list.first().reason, u"wrong password"_s);
    QCOMPARE(list.first().remoteAddress, u"10.0.0.2"_s);
    QCOMPARE(list.first().httpStatus, 401);
    QVERIFY(knocks.find(u"nEw"_s));
    QVERIFY(knocks.remove(u"new"_s));
    QVERIFY(!knocks.find(u"new"_s));
    QCOMPARE(knocks.list(5).size(), 1);
}

void TestRecords::knocksAreBounded()
{
    const auto db = storetest::freshDatabase();
    Knocks knocks(*db);
    QVERIFY(db->transaction([&] {
        for (int i = 0; i < Knocks::limit + 20; ++i)
            knocks.note({.stationId = u"scan-%1"_s.arg(i), .first = at(i), .last = at(i)});
    }));
    QCOMPARE(knocks.list().size(), Knocks::limit);
    QVERIFY(!knocks.find(u"scan-0"_s));
    QVERIFY(knocks.find(u"scan-1019"_s));
    VERIFY_OK(*db);
}

void TestRecords::eventsCanBePaged()
{
    const auto db = storetest::freshDatabase();
    StationEvents events(*db);
    for (int i = 0; i < 5; ++i) {
        StationEvent event;
        event.station = i == 3 ? u"CP2"_s : u"CP1"_s;
        event.kind = i % 2 ? u"firmware"_s : u"boot"_s;
        event.status = QString::number(i);
        event.text = u"text"_s;
        event.time = at(i);
        event.received = at(i + 1);
        QVERIFY(events.add(event) > 0);
    }
    VERIFY_OK(*db);
    const auto first = events.list({.station = u"CP1"_s, .limit = 2});
    QCOMPARE(first.size(), 2);
    QCOMPARE(first.first().status, u"4"_s);
    QCOMPARE(first.first().time, at(4));
    QCOMPARE(first.first().received, at(5));
    const auto second = events.list({.station = u"CP1"_s, .after = first.last().id});
    QCOMPARE(second.size(), 2);
    QCOMPARE(events.list({.kind = u"firmware"_s}).size(), 2);
}

void TestRecords::settingsAreTyped()
{
    const auto db = storetest::freshDatabase();
    Settings settings(*db);
    settings.set(u"text"_s, u"words"_s);
    settings.set(u"yes"_s, true);
    settings.set(u"no"_s, false);
    settings.set(u"number"_s, qint64(9'000'000'000));
    settings.set(u"real"_s, 0.1);
    QCOMPARE(settings.read(u"text"_s, QString()), u"words"_s);
    QCOMPARE(settings.read(u"yes"_s, false), true);
    QCOMPARE(settings.read(u"no"_s, true), false);
    QCOMPARE(settings.read(u"number"_s, qint64(0)), 9'000'000'000);
    QCOMPARE(settings.read(u"real"_s, 0.0), 0.1);
    settings.remove(u"text"_s);
    QCOMPARE(settings.text(u"text"_s), std::nullopt);
    QCOMPARE(settings.all().keys(), (QStringList{u"no"_s, u"number"_s, u"real"_s, u"yes"_s}));
    VERIFY_OK(*db);
}

void TestRecords::settingsFallBack()
{
    const auto db = storetest::freshDatabase();
    Settings settings(*db);
    settings.set(u"odd"_s, u"odd"_s);
    settings.set(u"big"_s, qint64(9'000'000'000));
    QCOMPARE(settings.read(u"odd"_s, true), true);
    QCOMPARE(settings.read(u"odd"_s, 5), 5);
    QCOMPARE(settings.read(u"big"_s, 5), 5);
    QCOMPARE(settings.read(u"odd"_s, qint64(6)), 6);
    QCOMPARE(settings.read(u"odd"_s, 0.5), 0.5);
    QCOMPARE(settings.read(u"missing"_s, u"none"_s), u"none"_s);
    VERIFY_OK(*db);
}

void TestRecords::aLeaseIsRenewed()
{
    const auto db = storetest::freshDatabase();
    Nodes nodes(*db);
    nodes.renew({u"n1"_s, u"host"_s, at(30)});
    QVERIFY(db->takeChanges().contains({Table::Nodes, {}, u"n1"_s}));
    nodes.renew({u"n1"_s, u"host"_s, at(60)});
    QVERIFY(db->takeChanges().isEmpty()); // every few seconds: nobody is woken
    nodes.renew({u"n1"_s, u"renamed"_s, at(60)});
    QCOMPARE(nodes.list().size(), 1);
    QCOMPARE(nodes.list().first().name, u"renamed"_s);
    QVERIFY(nodes.dead(at(60)).isEmpty());
    QCOMPARE(nodes.dead(at(61)).size(), 1);
    nodes.leave(u"n1"_s);
    QVERIFY(nodes.list().isEmpty());
    VERIFY_OK(*db);
}

void TestRecords::attentionParksOnce()
{
    const auto db = storetest::freshDatabase();
    Attention attention(*db);
    const qint64 id = attention.park(parked("{\"a\":1}", 0));
    QCOMPARE(attention.park(parked("{\"a\":1}", 0)), id);
    QCOMPARE(attention.park(parked("{\"a\":1}", 30)), id); // it still waits
    QVERIFY(attention.park(parked("{\"a\":2}", 0)) != id);
    QVERIFY(attention.resolve(id, u"done"_s, at(40)));
    QCOMPARE(attention.park(parked("{\"a\":1}", 0)), id); // the same message: settled
    QVERIFY(attention.park(parked("{\"a\":1}", 50)) != id);
    QCOMPARE(attention.openCount(), 2);
    VERIFY_OK(*db);
}

void TestRecords::attentionKnowsWhatIsOlderThanDigests()
{
    const auto db = storetest::freshDatabase();
    Attention attention(*db);
    const qint64 id = attention.park(parked("{\"a\":1}", 0));
    QVERIFY(attention.find(id)->digest != 0);
    db->run(u"UPDATE attention SET digest = 0"_s);
    QCOMPARE(attention.park(parked("{\"a\":1}", 30)), id);
    QVERIFY(attention.park(parked("{\"a\":2}", 30)) != id);
    VERIFY_OK(*db);
}

void TestRecords::attentionIsBounded()
{
    const auto db = storetest::freshDatabase();
    Attention attention(*db);
    qint64 last = 0;
    for (int i = 0; i < Attention::mostUndecodable + 3; ++i)
        last = attention.park(parked(QByteArray::number(i), i));
    QCOMPARE(attention.openCount(), Attention::mostUndecodable + 1);
    const auto beyond = attention.find(last);
    QCOMPARE(beyond->more, 3);
    QVERIFY(beyond->reason.startsWith(u"3 more"_s));
    QCOMPARE(beyond->payload, QByteArray::number(Attention::mostUndecodable)); // the first of them
    QCOMPARE(beyond->received, at(Attention::mostUndecodable + 2));
    QCOMPARE(attention.park(parked("5", 5)), attention.list().last().id + 5); // those that are kept are still known

    Parked stop = parked("stop", 0);
    stop.kind = u"unmatchedStop"_s; // is never too much: it is somebody's money
    QCOMPARE(attention.find(attention.park(stop))->more, 0);
    Parked elsewhere = parked("x", 0);
    elsewhere.station = u"CP2"_s;
    QCOMPARE(attention.find(attention.park(elsewhere))->more, 0);

    for (const Parked &row : attention.list({.station = u"CP1"_s}))
        attention.resolve(row.id, u"seen"_s, at(500));
    QCOMPARE(attention.find(attention.park(parked("new", 600)))->more, 0);
    VERIFY_OK(*db);
}

void TestRecords::attentionCanBePaged()
{
    const auto db = storetest::freshDatabase();
    Attention attention(*db);
    for (int i = 0; i < 5; ++i)
        attention.park(parked(QByteArray::number(i), i));
    const auto first = attention.list({.limit = 2});
    QCOMPARE(first.first().payload, "4");
    const auto rest = attention.list({.after = first.last().id});
    QCOMPARE(rest.size(), 3);
    QCOMPARE(attention.list({.station = u"CP2"_s}).size(), 0);
    QCOMPARE(attention.find(rest.first().id)->payload, "2");
    VERIFY_OK(*db);
}

QTEST_GUILESS_MAIN(TestRecords)
#include "tst_records.moc"
