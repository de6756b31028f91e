// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/books.h"
#include "store/configuration.h"
#include "store/findings.h"
#include "store/idtags.h"

#include <QRandomGenerator>

using namespace Qt::Literals::StringLiterals;
using namespace store;
using storetest::at;

/// Stations send texts of any length, also where a key is made of them. PostgreSQL takes no more than a third of a page
/// into an index, compressed: so the texts here are random.
class TestLongKeys : public QObject {
    Q_OBJECT
private slots:
    void initTestCase_data() { storetest::addBackends(); }
    void cleanupTestCase() { storetest::shutDown(); }

    void seenTag();
    void transaction();
    void configurationKey();
    void finding();
    void keysStayWholeCharacters();
};

namespace {

/// 20,000 characters that hardly compress.
QString endless()
{
    QRandomGenerator random(16);
    QString text;
    for (int i = 0; i < 20'000; ++i)
        text += QChar(char16_t(0x4e00 + random.bounded(0x5000)));
    return text;
}

} // namespace

void TestLongKeys::seenTag()
{
    const auto db = storetest::freshDatabase();
    const QString tag = endless();
    SeenTags(*db).note(tag, u"CP1"_s, at(0));
    SeenTags(*db).note(tag, u"CP1"_s, at(1));
    const auto seen = SeenTags(*db).find(tag);
    VERIFY_OK(*db);
    QVERIFY(seen);
    QCOMPARE(seen->count, 2);
    QVERIFY(seen->tag == tag); // whole
    QVERIFY(!IdTags(*db).find(tag));
}

void TestLongKeys::transaction()
{
    const auto db = books::fresh();
    const QString tag = endless();
    const Begun begun = Transactions(*db).begin(books::start(tag));
    const Begun again = Transactions(*db).begin(books::start(tag));
    VERIFY_OK(*db);
    QCOMPARE(again.transaction.id, begun.transaction.id);
    QVERIFY(begun.transaction.idTag == tag);
    QCOMPARE(Transactions(*db).list({.idTag = tag}).size(), 1);
}

void TestLongKeys::configurationKey()
{
    const auto db = books::fresh();
    const QString key = endless();
    Configuration(*db).report(u"CP1"_s, {{key, u"1"_s, false}}, at(0));
    Configuration(*db).report(u"CP1"_s, {{key, u"2"_s, false}}, at(1));
    VERIFY_OK(*db);
    const QList<ConfigurationKey> keys = Configuration(*db).list(u"CP1"_s);
    QCOMPARE(keys.size(), 1);
    QVERIFY(keys.constFirst().key == key);
    QCOMPARE(keys.constFirst().value, std::optional(u"2"_s));
}

void TestLongKeys::finding()
{
    const auto db = books::fresh();
    FindingRow row;
    row.station = u"CP1"_s;
    row.first = row.last = at(0);
    row.code = u"NotImplemented"_s;
    row.action = endless();
    row.path = u"/"_s + endless();
    row.text = endless();
    row.clause = u"J 4.2.3"_s;
    Findings(*db).note(row);
    Findings(*db).note(row);
    VERIFY_OK(*db);
    const QList<FindingRow> found = Findings(*db).list(u"CP1"_s);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.constFirst().count, 2);
    QVERIFY(found.constFirst().path == row.path);
    QVERIFY(row.action.startsWith(found.constFirst().action) && !found.constFirst().action.isEmpty());
}

// Half a surrogate pair cannot be written as UTF-8, and would not be found again.
void TestLongKeys::keysStayWholeCharacters()
{
    for (int shift = 0; shift < 2; ++shift) {
        const QString key = folded(QString(shift, u'x') + u"\U0001F697"_s.repeated(300));
        QVERIFY(key.size() >= 254 && key.size() <= 255);
        QCOMPARE(QString::fromUtf8(key.toUtf8()), key);
    }
    QCOMPARE(folded(QString(300, u'A')), QString(255, u'a'));
}

QTEST_GUILESS_MAIN(TestLongKeys)
#include "tst_longkeys.moc"
