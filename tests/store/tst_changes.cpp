// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/changes.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace store;

class TestChanges : public QObject {
    Q_OBJECT
private slots:
    void tablesAreFlags();
    void mergesDoubles();
    void wholeTablesSwallowDetails();
    void aBurstCollapses();
    void aBurstOfTheLiveSideStaysOne();
    void masks();
    void keysAreNumbers();
    void travelsAsJson();
    void staysBelowTheLimitOfNotify();
    void refusesOthers_data();
    void refusesOthers();
};

void TestChanges::tablesAreFlags()
{
    quint32 all = 0;
    for (const Table table : allTables()) {
        QVERIFY((all & table) == 0);
        all = all | table;
    }
    QCOMPARE(all, 0x1ffffffu);
    QCOMPARE(resyncChanges().size(), allTables().size());
}

void TestChanges::mergesDoubles()
{
    ChangeCollector collector;
    QVERIFY(collector.isEmpty());
    for (int i = 0; i < 3; ++i) {
        collector.add({Table::Frames, u"CP1"_s, {}});
        collector.add({Table::Commands, u"CP1"_s, u"7"_s});
    }
    QCOMPARE(collector.take().size(), 2);
    QVERIFY(collector.take().isEmpty());
}

void TestChanges::wholeTablesSwallowDetails()
{
    ChangeCollector collector;
    collector.add({Table::Stations, u"CP1"_s, {}});
    collector.add({Table::Frames, u"CP1"_s, {}});
    collector.add({Table::Stations, {}, {}});
    collector.add({Table::Stations, u"CP2"_s, {}});
    const ChangeSet changes = collector.take();
    QCOMPARE(changes.size(), 2);
    QVERIFY(changes.contains({Table::Stations, {}, {}}));
    QVERIFY(changes.contains({Table::Frames, u"CP1"_s, {}}));
    collector.add({Table::Stations, u"CP2"_s, {}});
    QCOMPARE(collector.take().first().station, u"CP2"_s);
}

void TestChanges::aBurstCollapses()
{
    ChangeCollector collector;
    collector.add({Table::Commands, u"CP1"_s, u"7"_s});
    for (int i = 0; i < 5000; ++i)
        collector.add({Table::Frames, QString::number(i), {}});
    const ChangeSet changes = collector.take();
    QCOMPARE(changes.size(), 2);
    QVERIFY(changes.contains({Table::Frames, {}, {}}));
    QVERIFY(changes.contains({Table::Commands, u"CP1"_s, u"7"_s}));
}

// A storm of reconnects is not to look as if every station had been entered anew.
void TestChanges::aBurstOfTheLiveSideStaysOne()
{
    ChangeCollector collector;
    collector.add({Table::Stations, u"CP1"_s, {}});
    for (int i = 0; i < 5000; ++i)
        collector.add({Table::Stations, QString::number(i), liveSide});
    const ChangeSet changes = collector.take();
    QCOMPARE(changes.size(), 2);
    QVERIFY(changes.contains({Table::Stations, {}, liveSide}));
    QVERIFY(changes.contains({Table::Stations, u"CP1"_s, {}}));
    const auto sent = decodeChanges(encodeChanges(u"w"_s, {{Table::Stations, QString(300, u'x'), liveSide}}, 100));
    QVERIFY(sent && sent->changes == (ChangeSet{{Table::Stations, {}, liveSide}}));
}

void TestChanges::masks()
{
    const ChangeSet changes{{Table::Frames, u"CP1"_s, {}}, {Table::Commands, u"CP1"_s, u"7"_s}};
    QVERIFY(touches(changes, Table::Frames | Table::Stations));
    QVERIFY(!touches(changes, Table::Settings | Table::Stations));
    QVERIFY(!touches({}, Table::Settings | Table::Stations));
}

void TestChanges::keysAreNumbers()
{
    for (const qint64 number : {0LL, 31LL, 32LL, -1LL, 9'000'000'000LL})
        QCOMPARE(changeKey(number), QString::number(number));
}

void TestChanges::travelsAsJson()
{
    const ChangeSet changes{{Table::Frames, u"CP \"1\" \u00e4"_s, {}},
                            {Table::Commands, u"CP1"_s, u"7"_s},
                            {Table::IdTags, {}, u"tag"_s},
                            {Table::Nodes, {}, {}}};
    const auto decoded = decodeChanges(encodeChanges(u"me"_s, changes));
    QVERIFY(decoded);
    QCOMPARE(decoded->writer, u"me"_s);
    QCOMPARE(decoded->changes, changes);
}

void TestChanges::staysBelowTheLimitOfNotify()
{
    ChangeSet changes;
    for (int i = 0; i < 900; ++i)
        changes.append({i % 2 ? Table::Frames : Table::Connectors, u"STATION-%1"_s.arg(i), u"1"_s});
    const QByteArray payload = encodeChanges(u"me"_s, changes);
    QVERIFY(payload.size() < 8000);
    const auto decoded = decodeChanges(payload);
    QVERIFY(decoded);
    QCOMPARE(decoded->changes.size(), 2);
    QVERIFY(decoded->changes.contains({Table::Frames, {}, {}}));
    QVERIFY(decoded->changes.contains({Table::Connectors, {}, {}}));
}

void TestChanges::refusesOthers_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("hello");
    QTest::newRow("something else") << QByteArray(R"({"x":1})");
    QTest::newRow("a table of a newer version") << QByteArray(R"({"w":"a","c":[[33554432]]})");
    QTest::newRow("no single table") << QByteArray(R"({"w":"a","c":[[3]]})");
    QTest::newRow("no table") << QByteArray(R"({"w":"a","c":[[]]})");
}

void TestChanges::refusesOthers()
{
    QFETCH(QByteArray, payload);
    QVERIFY(!decodeChanges(payload));
}

QTEST_APPLESS_MAIN(TestChanges)
#include "tst_changes.moc"
