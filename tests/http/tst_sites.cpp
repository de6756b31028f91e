// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/apifixture.h"
#include "store/clock.h"
#include "store/sites.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray yard = R"({"fuses":[{"name":"Main","amps":63,"base":{"L1":5,"L2":4,"L3":3}},
    {"name":"Row","parent":"Main","amps":{"L1":32,"L2":32,"L3":20}}],
    "members":[{"station":"cp-1","fuse":"Row","phases":["L2","L3","L1"],"priority":2,"maximum":16},
    {"station":"CP-2","fuse":"Main","phases":["L3"],"fallback":8}]})";

} // namespace

class tst_SitesApi : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup() { fixture_.del("/sites/Yard"); }
    void everyMemberIsKept();
    void whatWasReadCanBeSentBack();
    void whatIsTheCaseIsShown();
    void refusals_data();
    void refusals();
    void removing();

private:
    ApiFixture fixture_;
};

void tst_SitesApi::initTestCase()
{
    fixture_.addStation(u"CP-1"_s);
    fixture_.addStation(u"CP-2"_s);
}

void tst_SitesApi::everyMemberIsKept()
{
    const auto made = fixture_.put("/sites/Yard", yard);
    QVERIFY2(made.status == 201, made.body);
    const QJsonObject site = fixture_.get("/sites/yard").json();
    QCOMPARE(site["name"_L1].toString(), u"Yard"_s);
    const QJsonObject main = site["fuses"_L1][0].toObject();
    QCOMPARE(main["amps"_L1]["L3"_L1].toDouble(), 63.0);
    QCOMPARE(main["base"_L1]["L2"_L1].toDouble(), 4.0);
    QCOMPARE(main["withoutComputer"_L1]["L3"_L1].toDouble(), 3.0 + 6 + 8);
    QCOMPARE(site["fuses"_L1][1]["parent"_L1].toString(), u"Main"_s);
    const QJsonObject first = site["members"_L1][0].toObject();
    QCOMPARE(first["station"_L1].toString(), u"CP-1"_s);
    QCOMPARE(first["phases"_L1].toVariant().toStringList(), (QStringList{u"L2"_s, u"L3"_s, u"L1"_s}));
    QCOMPARE(first["priority"_L1].toInt(), 2);
    QCOMPARE(first["maximum"_L1].toDouble(), 16.0);
    QCOMPARE(first["chosenFallback"_L1].toDouble(), 6.0);
    QVERIFY(first["fallback"_L1].isNull());
    QCOMPARE(site["members"_L1][1]["fallback"_L1].toDouble(), 8.0);
    QCOMPARE(fixture_.get("/sites").items().size(), 1);
}

void tst_SitesApi::whatWasReadCanBeSentBack()
{
    fixture_.put("/sites/Yard", yard);
    const QByteArray read = fixture_.get("/sites/Yard").body;
    const auto again = fixture_.put("/sites/Yard", read);
    QVERIFY2(again.status == 200, again.body);
    QCOMPARE(fixture_.get("/sites/Yard").body, read);
}

void tst_SitesApi::whatIsTheCaseIsShown()
{
    fixture_.put("/sites/Yard", yard);
    fixture_.write([](store::Database &db) {
        store::Sites sites(db);
        sites.setClearing(u"CP-1"_s, 1);
        sites.clearingDone(u"CP-1"_s, 1);
        sites.addLimit({0, u"CP-1"_s, charging::LimitKind::Fallback, 6, {}, 0, 1, true});
        sites.setCars(u"CP-1"_s, {{u"CP-1"_s, 1, u"charging"_s, 0, store::now(), u"turn"_s, u"Row"_s, 2}});
        sites.measured({u"CP-1"_s, 1, 5, 0, 0, store::now()});
    });
    const QJsonObject site = fixture_.get("/sites/Yard").json();
    const QJsonObject first = site["members"_L1][0].toObject();
    QCOMPARE(first["limit"_L1].toDouble(), 6.0);
    QCOMPARE(first["hasFallback"_L1].toBool(), true);
    QCOMPARE(first["flow"_L1]["L2"_L1].toDouble(), 5.0);
    QCOMPARE(first["cars"_L1][0]["reason"_L1].toString(), u"turn"_s);
    QVERIFY(first["cars"_L1][0]["text"_L1].toString().contains("L3"_L1));
    QCOMPARE(site["fuses"_L1][1]["handedOut"_L1]["L1"_L1].toDouble(), 6.0);
    QCOMPARE(site["fuses"_L1][1]["flow"_L1]["L2"_L1].toDouble(), 5.0);
    QVERIFY(site["fuses"_L1][0]["flow"_L1].isNull()); // nobody measures CP-2
    QVERIFY(site["warnings"_L1].toVariant().toStringList().join(u' ').contains("CP-2"_L1));
}

void tst_SitesApi::refusals_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("path");
    QTest::newRow("no fuses") << QByteArray(R"({"members":[]})") << u"/fuses"_s;
    QTest::newRow("no list") << QByteArray(R"({"fuses":1,"members":[]})") << u"/fuses"_s;
    QTest::newRow("a fuse that is none") << QByteArray(R"({"fuses":[1],"members":[]})") << u"/fuses/0"_s;
    QTest::newRow("without amperes") << QByteArray(R"({"fuses":[{"name":"A"}],"members":[]})") << u"/fuses/0/amps"_s;
    QTest::newRow("amperes in words") << QByteArray(R"({"fuses":[{"name":"A","amps":"many"}],"members":[]})")
                                      << u"/fuses/0/amps"_s;
    QTest::newRow("a word nobody knows") << QByteArray(R"({"fuses":[{"name":"A","amps":32,"volts":5}],"members":[]})")
                                         << u"/fuses/0/volts"_s;
    QTest::newRow("an unknown station")
        << QByteArray(R"({"fuses":[{"name":"A","amps":32}],"members":[{"station":"X","fuse":"A"}]})")
        << u"/members/0/station"_s;
    QTest::newRow("fallbacks that blow it")
        << QByteArray(R"({"fuses":[{"name":"A","amps":10}],"members":[{"station":"CP-1","fuse":"A","fallback":16}]})")
        << u"/fuses/0/amps"_s;
}

void tst_SitesApi::refusals()
{
    QFETCH(const QByteArray, body);
    const auto reply = fixture_.put("/sites/Yard", body);
    QCOMPARE(reply.status, 422);
    QTEST(reply.json()["error"_L1]["path"_L1].toString(), "path");
    QCOMPARE(fixture_.get("/sites/Yard").status, 404);
}

void tst_SitesApi::removing()
{
    fixture_.put("/sites/Yard", yard);
    QCOMPARE(fixture_.del("/sites/yard").status, 204);
    QCOMPARE(fixture_.get("/sites/Yard").status, 404);
    QCOMPARE(fixture_.del("/sites/Yard").errorCode(), u"unknownSite"_s);
    QCOMPARE(fixture_.put("/sites/Yard", yard, "read-token").status, 403);
}

QTEST_GUILESS_MAIN(tst_SitesApi)
#include "tst_sites.moc"
