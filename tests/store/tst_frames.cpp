// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/frames.h"
#include "store/logblocks.h"
#include "store/storetest.h"

using namespace Qt::Literals::StringLiterals;
using namespace store;
using storetest::at;

namespace {

FrameRow frame(const QString &station, qint64 seconds, const QString &messageId = u"m"_s)
{
    FrameRow row;
    row.station = station;
    row.time = at(seconds);
    row.incoming = true;
    row.type = 2;
    row.messageId = messageId;
    row.action = u"Heartbeat"_s;
    row.payload = "{}";
    return row;
}

QString messageIds(const QList<FrameRow> &rows)
{
    QStringList ids;
    for (const FrameRow &row : rows)
        ids.append(row.messageId);
    return ids.join(u' ');
}

/// A rare station among 40 busy ones, over some 20 blocks of the log.
void fill(Database &db)
{
    QVERIFY(db.transaction([&db] {
        for (int i = 0; i < 20'000; ++i) {
            const bool rare = i % 4000 == 1234;
            Frames(db).append(frame(rare ? u"RARE"_s : u"CP%1"_s.arg(i % 40), i, QString::number(i)));
        }
    }));
}

} // namespace

class TestFrames : public QObject {
    Q_OBJECT
private slots:
    void initTestCase_data() { storetest::addBackends(); }
    void cleanupTestCase() { storetest::shutDown(); }

    void keepsEverything();
    void insertGivesTheId();
    void listsByEveryFilter_data();
    void listsByEveryFilter();
    void pagesThroughManyBlocks();
    void findsARareStation();
    void sinceWalksForward();
    void clocksThatDifferLoseNothing();
    void searchesTheFirstIdOfATime();
};

void TestFrames::keepsEverything()
{
    const auto db = storetest::freshDatabase();
    FrameRow row = frame(u"CP1"_s, 5, u"id-1"_s);
    row.incoming = false;
    row.type = 4;
    row.action = u"Reset"_s;
    row.payload = QByteArray("[4,\"\0\xff", 6);
    row.finding = u"not JSON"_s;
    Frames(*db).append(row);
    const auto rows = Frames(*db).list({.station = u"CP1"_s});
    VERIFY_OK(*db);
    QCOMPARE(rows.size(), 1);
    QVERIFY(rows.first().id > 0);
    QCOMPARE(rows.first().time, at(5));
    QCOMPARE(rows.first().incoming, false);
    QCOMPARE(rows.first().type, 4);
    QCOMPARE(rows.first().messageId, u"id-1"_s);
    QCOMPARE(rows.first().action, u"Reset"_s);
    QCOMPARE(rows.first().payload, row.payload);
    QCOMPARE(rows.first().finding, u"not JSON"_s);
    QCOMPARE(Frames(*db).find(rows.first().id)->messageId, u"id-1"_s);
    QVERIFY(!Frames(*db).find(rows.first().id + 1));
}

void TestFrames::insertGivesTheId()
{
    const auto db = storetest::freshDatabase();
    Frames(*db).append(frame(u"CP1"_s, 0, u"a"_s));
    const qint64 id = Frames(*db).insert(frame(u"CP1"_s, 1, u"b"_s));
    QCOMPARE(Frames(*db).find(id)->messageId, u"b"_s);
    QCOMPARE(Frames(*db).list({.station = u"CP1"_s}).size(), 2);
    VERIFY_OK(*db);
}

void TestFrames::listsByEveryFilter_data()
{
    QTest::addColumn<FrameFilter>("filter");
    QTest::addColumn<QString>("ids");
    const auto row = [](const char *name, const FrameFilter &filter, const QString &ids) {
        QTest::newRow(name) << filter << ids;
    };
    row("all", {}, u"e d c b a"_s);
    row("station", {.station = u"CP1"_s}, u"d c b a"_s);
    row("action", {.action = u"BootNotification"_s}, u"b"_s);
    row("message id", {.station = u"CP1"_s, .messageId = u"c"_s}, u"c"_s);
    row("outgoing", {.station = u"CP1"_s, .incoming = false}, u"c"_s);
    row("type", {.type = 4}, u"d"_s);
    row("findings", {.findingsOnly = true}, u"d"_s);
    row("from", {.station = u"CP1"_s, .from = at(20)}, u"d c"_s);
    row("to", {.station = u"CP1"_s, .to = at(20)}, u"b a"_s);
    row("limit", {.station = u"CP1"_s, .limit = 2}, u"d c"_s);
    row("no limit", {.limit = 0}, u"e d c b a"_s);
    row("unknown station", {.station = u"CP9"_s}, QString());
}

void TestFrames::listsByEveryFilter()
{
    QFETCH(FrameFilter, filter);
    QFETCH(QString, ids);
    const auto db = storetest::freshDatabase();
    FrameRow boot = frame(u"CP1"_s, 10, u"b"_s);
    boot.action = u"BootNotification"_s;
    FrameRow out = frame(u"CP1"_s, 20, u"c"_s);
    out.incoming = false;
    FrameRow bad = frame(u"CP1"_s, 30, u"d"_s);
    bad.type = 4;
    bad.finding = u"odd"_s;
    for (const FrameRow &row : {frame(u"CP1"_s, 0, u"a"_s), boot, out, bad, frame(u"CP2"_s, 40, u"e"_s)})
        Frames(*db).append(row);
    QCOMPARE(messageIds(Frames(*db).list(filter)), ids);
    VERIFY_OK(*db);
}

void TestFrames::pagesThroughManyBlocks()
{
    const auto db = storetest::freshDatabase();
    fill(*db);
    int expected = 19'967; // the last of CP7
    qint64 after = 0;
    int pages = 0;
    for (QList<FrameRow> page; pages == 0 || !page.isEmpty(); ++pages) {
        page = Frames(*db).list({.station = u"CP7"_s, .after = after, .limit = 100});
        for (const FrameRow &row : std::as_const(page)) {
            QCOMPARE(row.messageId, QString::number(expected));
            expected -= 40;
        }
        after = page.isEmpty() ? 0 : page.last().id;
    }
    VERIFY_OK(*db);
    QCOMPARE(pages, 6); // 500 rows and the end
    QCOMPARE(expected, 7 - 40);
}

void TestFrames::findsARareStation()
{
    const auto db = storetest::freshDatabase();
    fill(*db);
    QCOMPARE(messageIds(Frames(*db).list({.station = u"RARE"_s, .limit = 3})), u"17234 13234 9234"_s);
    QCOMPARE(messageIds(Frames(*db).list({.station = u"RARE"_s})), u"17234 13234 9234 5234 1234"_s);
    QCOMPARE(messageIds(Frames(*db).list({.station = u"RARE"_s, .from = at(5000), .to = at(13'234)})),
             u"9234 5234"_s);
    VERIFY_OK(*db);
}

void TestFrames::sinceWalksForward()
{
    const auto db = storetest::freshDatabase();
    fill(*db);
    const auto first = Frames(*db).since(u"RARE"_s, at(5000), 2);
    QCOMPARE(messageIds(first), u"5234 9234"_s);
    const auto second = Frames(*db).since(u"RARE"_s, at(5000), 2, first.last().id);
    QCOMPARE(messageIds(second), u"13234 17234"_s);
    QVERIFY(Frames(*db).since(u"RARE"_s, at(5000), 2, second.last().id).isEmpty());
    QCOMPARE(messageIds(Frames(*db).since(u"RARE"_s, at(17'234), 0)), u"17234"_s);
    VERIFY_OK(*db);
}

void TestFrames::clocksThatDifferLoseNothing()
{
    const auto db = storetest::freshDatabase();
    for (const qint64 seconds : {0, 30, 10, 45, 20, 60}) // nodes write a little out of order
        Frames(*db).append(frame(u"CP1"_s, seconds, QString::number(seconds)));
    QCOMPARE(messageIds(Frames(*db).since(u"CP1"_s, at(20), 0)), u"30 45 20 60"_s);
    QCOMPARE(messageIds(Frames(*db).list({.station = u"CP1"_s, .from = at(20)})), u"60 20 45 30"_s);
    VERIFY_OK(*db);
}

void TestFrames::searchesTheFirstIdOfATime()
{
    const auto db = storetest::freshDatabase();
    QCOMPARE(firstIdAt(*db, "frames"_L1, "time"_L1, at(0)), 1);
    QCOMPARE(lastId(*db, "frames"_L1), 0);
    QList<qint64> ids;
    for (int i = 0; i < 50; ++i)
        ids.append(Frames(*db).insert(frame(u"CP1"_s, i * 10)));
    db->run(u"DELETE FROM frames WHERE id BETWEEN ? AND ?"_s, {ids[10], ids[19]});
    QCOMPARE(firstIdAt(*db, "frames"_L1, "time"_L1, at(-5)), ids[0]);
    QCOMPARE(firstIdAt(*db, "frames"_L1, "time"_L1, at(50)), ids[5]);
    QCOMPARE(firstIdAt(*db, "frames"_L1, "time"_L1, at(51)), ids[6]);
    QCOMPARE(firstIdAt(*db, "frames"_L1, "time"_L1, at(491)), ids[49] + 1);
    QVERIFY(firstIdAt(*db, "frames"_L1, "time"_L1, at(150)) > ids[9]);
    QVERIFY(firstIdAt(*db, "frames"_L1, "time"_L1, at(150)) <= ids[20]);
    VERIFY_OK(*db);
}

QTEST_GUILESS_MAIN(TestFrames)
#include "tst_frames.moc"
