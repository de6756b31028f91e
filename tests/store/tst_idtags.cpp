// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/idtags.h"
#include "store/storetest.h"

using namespace Qt::Literals::StringLiterals;
using namespace store;
using storetest::at;

namespace {

void save(Database &db, const QString &tag, const QString &parent = {}, const QString &name = {})
{
    IdTag row;
    row.tag = tag;
    row.parentIdTag = parent;
    row.name = name;
    IdTags(db).save(row);
}

QString tags(const QList<IdTag> &list)
{
    QStringList names;
    for (const IdTag &tag : list)
        names.append(tag.tag);
    return names.join(u' ');
}

} // namespace

class TestIdTags : public QObject {
    Q_OBJECT
private slots:
    void initTestCase_data() { storetest::addBackends(); }
    void cleanupTestCase() { storetest::shutDown(); }
    void savesEverything();
    void matchesCaseInsensitively();
    void savingReplaces();
    void listsInPagesAndByText();
    void relations_data();
    void relations();
    void countsSeenTags();
    void aKnownTagIsNotSeen();
    void savingATagForgetsThatItWasSeen();
};

void TestIdTags::savesEverything()
{
    const auto db = storetest::freshDatabase();
    IdTag tag;
    tag.tag = u"AB:cd"_s;
    tag.status = u"Blocked"_s;
    tag.expiryDate = at(-1000);
    tag.parentIdTag = u"Fleet"_s;
    tag.maxConcurrent = 2;
    tag.name = u"Jürgen"_s;
    tag.stations = {u"CP1"_s, u"CP \"2\""_s};
    IdTags(*db).save(tag);
    const auto found = IdTags(*db).find(u"AB:cd"_s);
    VERIFY_OK(*db);
    QVERIFY(found);
    QCOMPARE(found->tag, tag.tag);
    QCOMPARE(found->status, tag.status);
    QCOMPARE(found->expiryDate, tag.expiryDate);
    QCOMPARE(found->parentIdTag, tag.parentIdTag);
    QCOMPARE(found->maxConcurrent, tag.maxConcurrent);
    QCOMPARE(found->name, tag.name);
    QCOMPARE(found->stations, tag.stations);
}

void TestIdTags::matchesCaseInsensitively()
{
    const auto db = storetest::freshDatabase();
    save(*db, u"DeadBeef"_s);
    QVERIFY(IdTags(*db).find(u"DEADBEEF"_s));
    QVERIFY(IdTags(*db).remove(u"deadbeef"_s));
    QVERIFY(!IdTags(*db).find(u"DeadBeef"_s));
    QVERIFY(!IdTags(*db).remove(u"deadbeef"_s));
    VERIFY_OK(*db);
}

void TestIdTags::savingReplaces()
{
    const auto db = storetest::freshDatabase();
    save(*db, u"tag"_s, u"P1"_s);
    save(*db, u"TAG"_s, u"P2"_s);
    QCOMPARE(IdTags(*db).list().size(), 1);
    QCOMPARE(IdTags(*db).find(u"tag"_s)->parentIdTag, u"P2"_s);
    QCOMPARE(IdTags(*db).find(u"tag"_s)->tag, u"TAG"_s);
    VERIFY_OK(*db);
}

void TestIdTags::listsInPagesAndByText()
{
    const auto db = storetest::freshDatabase();
    save(*db, u"b"_s);
    save(*db, u"A_1"_s);
    save(*db, u"c"_s, {}, u"Van 100%"_s);
    save(*db, u"D"_s);
    QCOMPARE(tags(IdTags(*db).list({.limit = 2})), u"A_1 b"_s);
    QCOMPARE(tags(IdTags(*db).list({.after = u"B"_s})), u"c D"_s);
    QCOMPARE(tags(IdTags(*db).list({.text = u"a_"_s})), u"A_1"_s);
    QCOMPARE(tags(IdTags(*db).list({.text = u"van"_s})), u"c"_s);
    QCOMPARE(tags(IdTags(*db).list({.text = u"0%"_s})), u"c"_s);
    QCOMPARE(tags(IdTags(*db).list({.text = u"%"_s})), u"c"_s);
    VERIFY_OK(*db);
}

void TestIdTags::relations_data()
{
    QTest::addColumn<QString>("tag");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("related");
    QTest::newRow("itself") << u"a"_s << u"A"_s << true;
    QTest::newRow("unknown itself") << u"x"_s << u"X"_s << true;
    QTest::newRow("same parent") << u"a"_s << u"b"_s << true;
    QTest::newRow("own parent") << u"a"_s << u"FLEET"_s << true;
    QTest::newRow("own child") << u"fleet"_s << u"b"_s << true;
    QTest::newRow("other parent") << u"a"_s << u"c"_s << false;
    QTest::newRow("no parents") << u"d"_s << u"e"_s << false;
    QTest::newRow("one without a parent") << u"a"_s << u"d"_s << false;
    QTest::newRow("unknown") << u"a"_s << u"x"_s << false;
    QTest::newRow("two unknown") << u"x"_s << u"y"_s << false;
}

void TestIdTags::relations()
{
    QFETCH(QString, tag);
    QFETCH(QString, other);
    QFETCH(bool, related);
    const auto db = storetest::freshDatabase();
    save(*db, u"a"_s, u"Fleet"_s);
    save(*db, u"b"_s, u"fleet"_s);
    save(*db, u"c"_s, u"Other"_s);
    save(*db, u"d"_s);
    save(*db, u"e"_s);
    QCOMPARE(IdTags(*db).related(tag, other), related);
    QCOMPARE(IdTags(*db).related(other, tag), related);
    VERIFY_OK(*db);
}

void TestIdTags::countsSeenTags()
{
    const auto db = storetest::freshDatabase();
    SeenTags seen(*db);
    seen.note(u"New"_s, u"CP1"_s, at(0));
    seen.note(u"other"_s, u"CP1"_s, at(5));
    seen.note(u"NEW"_s, u"CP2"_s, at(10));
    const QList<SeenTag> list = seen.list();
    VERIFY_OK(*db);
    QCOMPARE(list.size(), 2);
    QCOMPARE(list.first().tag, u"NEW"_s);
    QCOMPARE(list.first().station, u"CP2"_s);
    QCOMPARE(list.first().count, 2);
    QCOMPARE(list.first().firstSeen, at(0));
    QCOMPARE(list.first().lastSeen, at(10));
    QCOMPARE(seen.list(1).size(), 1);
    QVERIFY(seen.remove(u"new"_s));
    QCOMPARE(seen.list().size(), 1);
}

void TestIdTags::aKnownTagIsNotSeen()
{
    const auto db = storetest::freshDatabase();
    save(*db, u"known"_s);
    SeenTags(*db).note(u"KNOWN"_s, u"CP1"_s, at(0));
    QVERIFY(SeenTags(*db).list().isEmpty());
    VERIFY_OK(*db);
}

void TestIdTags::savingATagForgetsThatItWasSeen()
{
    const auto db = storetest::freshDatabase();
    SeenTags(*db).note(u"new"_s, u"CP1"_s, at(0));
    save(*db, u"NEW"_s);
    QVERIFY(SeenTags(*db).list().isEmpty());
    VERIFY_OK(*db);
}

QTEST_GUILESS_MAIN(TestIdTags)
#include "tst_idtags.moc"
