// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/apifixture.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class tst_IdTags : public QObject {
    Q_OBJECT

private slots:
    void whatIsNotSaidIsNotShown();
    void everyMemberIsKept();
    void putReplaces();
    void aPastExpiryIsAllowed();
    void tagsAreMatchedCaseInsensitively();
    void oddTags_data();
    void oddTags();
    void refusals_data();
    void refusals();
    void removing();
    void listIsPaged();

private:
    ApiFixture fixture_;
};

void tst_IdTags::whatIsNotSaidIsNotShown()
{
    const auto reply = fixture_.put("/id-tags/BARE", R"({"status":"Accepted"})");
    QCOMPARE(reply.status, 201);
    QCOMPARE(reply.json(), (QJsonObject{{u"tag"_s, u"BARE"_s}, {u"status"_s, u"Accepted"_s}}));
    QCOMPARE(fixture_.get("/id-tags/BARE").json(), reply.json());
}

void tst_IdTags::everyMemberIsKept()
{
    const QByteArray body =
        R"({"status":"Blocked","expiryDate":"2030-01-01T00:00:00Z","parentIdTag":"FLEET","maxConcurrent":2,
        "name":"Jörg","stations":["CP1","CP2"]})";
    QCOMPARE(fixture_.put("/id-tags/FULL", body).status, 201);
    const QJsonObject tag = fixture_.get("/id-tags/FULL").json();
    QCOMPARE(tag.value("status"_L1).toString(), u"Blocked"_s);
    QCOMPARE(tag.value("expiryDate"_L1).toString(), u"2030-01-01T00:00:00Z"_s);
    QCOMPARE(tag.value("parentIdTag"_L1).toString(), u"FLEET"_s);
    QCOMPARE(tag.value("maxConcurrent"_L1).toInt(), 2);
    QCOMPARE(tag.value("name"_L1).toString(), u"Jörg"_s);
    QCOMPARE(tag.value("stations"_L1).toArray(), (QJsonArray{u"CP1"_s, u"CP2"_s}));
}

void tst_IdTags::putReplaces()
{
    QCOMPARE(
        fixture_.put("/id-tags/REPLACED", R"({"status":"Accepted","name":"A","parentIdTag":"P"})").status,
        201);
    const auto reply = fixture_.put("/id-tags/REPLACED", R"({"status":"Blocked","parentIdTag":null})");
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.json(), (QJsonObject{{u"tag"_s, u"REPLACED"_s}, {u"status"_s, u"Blocked"_s}}));
}

void tst_IdTags::aPastExpiryIsAllowed()
{
    const auto reply =
        fixture_.put("/id-tags/EXPIRED", R"({"status":"Accepted","expiryDate":"2001-01-01T00:00:00Z"})");
    QCOMPARE(reply.status, 201);
    QCOMPARE(reply.json().value("expiryDate"_L1).toString(), u"2001-01-01T00:00:00Z"_s);
}

void tst_IdTags::tagsAreMatchedCaseInsensitively()
{
    fixture_.put("/id-tags/MixedCase", R"({"status":"Accepted"})");
    QCOMPARE(fixture_.get("/id-tags/mixedcase").status, 200);
    QCOMPARE(fixture_.put("/id-tags/MIXEDCASE", R"({"status":"Blocked"})").status, 200);
    QCOMPARE(fixture_.get("/id-tags/MixedCase").json().value("status"_L1).toString(), u"Blocked"_s);
}

void tst_IdTags::oddTags_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("tag");
    QTest::newRow("colon") << "04:A2:FF"_ba << u"04:A2:FF"_s;
    QTest::newRow("slash") << "a%2Fb"_ba << u"a/b"_s;
    QTest::newRow("blank inside") << "a%20b"_ba << u"a b"_s;
    QTest::newRow("plus") << "a+b"_ba << u"a+b"_s;
    QTest::newRow("umlaut") << "%C3%A4"_ba << u"ä"_s;
    QTest::newRow("twenty characters") << QByteArray(20, 'x') << QString(20, u'x');
}

void tst_IdTags::oddTags()
{
    QFETCH(QByteArray, path);
    QFETCH(QString, tag);
    QCOMPARE(fixture_.put("/id-tags/" + path, R"({"status":"Accepted"})").status, 201);
    QCOMPARE(fixture_.get("/id-tags/" + path).json().value("tag"_L1).toString(), tag);
}

void tst_IdTags::refusals_data()
{
    QTest::addColumn<QByteArray>("tag");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    const QByteArray good = R"({"status":"Accepted"})";
    QTest::newRow("too long") << QByteArray(21, 'x') << good << u"badIdTag"_s;
    QTest::newRow("control character") << "a%01"_ba << good << u"badIdTag"_s;
    QTest::newRow("no status") << "A"_ba
                               << "{}"_ba << u"badMember"_s;
    QTest::newRow("unknown status") << "A"_ba
                                    << R"({"status":"Expired"})"_ba << u"badMember"_s;
    QTest::newRow("bad expiry") << "A"_ba
                                << R"({"status":"Accepted","expiryDate":"soon"})"_ba << u"badMember"_s;
    QTest::newRow("long parent") << "A"_ba
                                 << R"({"status":"Accepted","parentIdTag":"123456789012345678901"})"_ba
                                 << u"badMember"_s;
    QTest::newRow("negative limit") << "A"_ba
                                    << R"({"status":"Accepted","maxConcurrent":-1})"_ba << u"badMember"_s;
    QTest::newRow("unknown member") << "A"_ba
                                    << R"({"status":"Accepted","idTag":"A"})"_ba << u"badMember"_s;
}

void tst_IdTags::refusals()
{
    QFETCH(QByteArray, tag);
    QFETCH(QByteArray, body);
    const auto reply = fixture_.put("/id-tags/" + tag, body);
    QCOMPARE(reply.status, 422);
    QTEST(reply.errorCode(), "code");
    QCOMPARE(fixture_.get("/id-tags/" + tag).status, 404);
}

void tst_IdTags::removing()
{
    fixture_.put("/id-tags/GONE", R"({"status":"Accepted"})");
    QCOMPARE(fixture_.del("/id-tags/gone").status, 204);
    QCOMPARE(fixture_.get("/id-tags/GONE").errorCode(), u"unknownIdTag"_s);
    QCOMPARE(fixture_.del("/id-tags/GONE").status, 404);
}

void tst_IdTags::listIsPaged()
{
    ApiFixture fixture;
    for (const QByteArray &tag : {"C"_ba, "a"_ba, "B"_ba})
        fixture.put("/id-tags/" + tag, R"({"status":"Accepted"})");
    const auto first = fixture.get("/id-tags?limit=2");
    QCOMPARE(first.items().size(), 2);
    const auto rest =
        fixture.get("/id-tags?limit=2&after=" + first.json().value("next"_L1).toString().toLatin1());
    QCOMPARE(rest.items().size(), 1);
    QVERIFY(rest.json().value("next"_L1).isNull());
    QCOMPARE(rest.items().first().toObject().value("tag"_L1).toString(), u"C"_s);
}

QTEST_GUILESS_MAIN(tst_IdTags)
#include "tst_idtags.moc"
