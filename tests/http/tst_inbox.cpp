// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/apifixture.h"
#include "store/attention.h"
#include "store/knocks.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class tst_Inbox : public QObject {
    Q_OBJECT

private slots:
    void knocks();
    void attention();
    void resolvedOnesOnRequest();
    void knocksAreForgotten();
    void attentionIsSettled();

private:
    ApiFixture fixture_;
};

void tst_Inbox::knocks()
{
    QVERIFY(fixture_.write([](store::Database &db) {
        store::Knocks(db).note(
            {u"First"_s, {}, u"unknown station"_s, u"192.0.2.1"_s, 404, moment(0), moment(0), 1});
        store::Knocks(db).note(
            {u"Second"_s, {}, u"wrong password"_s, u"192.0.2.2"_s, 401, moment(1'000), moment(1'000), 1});
        store::Knocks(db).note(
            {u"FIRST"_s, {}, u"unknown station"_s, u"192.0.2.3"_s, 404, moment(2'000), moment(2'000), 1});
    }));
    const QJsonArray items = fixture_.get("/knocks").items();
    QCOMPARE(items.size(), 2);
    const QJsonObject latest = items.first().toObject();
    QCOMPARE(latest.value("count"_L1).toInt(), 2);
    QCOMPARE(latest.value("reason"_L1).toString(), u"unknown station"_s);
    QCOMPARE(latest.value("httpStatus"_L1).toInt(), 404);
    QCOMPARE(latest.value("first"_L1).toString(), u"2026-01-01T00:00:00Z"_s);
    QCOMPARE(latest.value("last"_L1).toString(), u"2026-01-01T00:00:02Z"_s);
    QCOMPARE(items.last().toObject().value("station"_L1).toString(), u"Second"_s);
    QCOMPARE(fixture_.get("/knocks?limit=1").json().value("next"_L1).toString(), u"1"_s);
}

static store::Parked parked(const QString &station, qint64 at)
{
    store::Parked row;
    row.station = station;
    row.kind = u"unmatchedStop"_s;
    row.time = row.received = moment(at);
    row.reason = u"no such transaction"_s;
    row.payload = R"({"transactionId":7})";
    return row;
}

void tst_Inbox::attention()
{
    QVERIFY(fixture_.write([](store::Database &db) {
        store::Attention(db).park(parked(u"A"_s, 0));
        store::Attention(db).park(parked(u"B"_s, 1'000));
    }));
    const QJsonArray items = fixture_.get("/attention").items();
    QCOMPARE(items.size(), 2);
    const QJsonObject newest = items.first().toObject();
    QCOMPARE(newest.value("station"_L1).toString(), u"B"_s);
    QCOMPARE(newest.value("kind"_L1).toString(), u"unmatchedStop"_s);
    QCOMPARE(newest.value("payload"_L1).toObject().value("transactionId"_L1).toInt(), 7);
    QVERIFY(newest.value("resolvedAt"_L1).isNull());
    QCOMPARE(fixture_.get("/attention?station=A").items().size(), 1);
}

void tst_Inbox::resolvedOnesOnRequest()
{
    QVERIFY(fixture_.write([](store::Database &db) {
        const qint64 id = store::Attention(db).park(parked(u"C"_s, 2'000));
        store::Attention(db).resolve(id, u"booked by hand"_s, moment(3'000));
    }));
    QCOMPARE(fixture_.get("/attention?station=C").items().size(), 0);
    const QJsonArray items = fixture_.get("/attention?station=C&resolved=true").items();
    QCOMPARE(items.size(), 1);
    QCOMPARE(items.first().toObject().value("resolution"_L1).toString(), u"booked by hand"_s);
}

void tst_Inbox::knocksAreForgotten()
{
    QVERIFY(fixture_.write([](store::Database &db) {
        store::Knocks(db).note({u"Third/1"_s, {}, u"unknown station"_s, u"192.0.2.1"_s, 404, moment(0), moment(0), 1});
    }));
    QCOMPARE(fixture_.del("/knocks/third%2F1", "read-token").status, 403);
    QCOMPARE(fixture_.del("/knocks/third%2F1").status, 204);
    const auto again = fixture_.del("/knocks/third%2F1");
    QCOMPARE(again.status, 404);
    QCOMPARE(again.errorCode(), u"unknownKnock"_s);
}

void tst_Inbox::attentionIsSettled()
{
    qint64 first = 0;
    qint64 second = 0;
    QVERIFY(fixture_.write([&](store::Database &db) {
        first = store::Attention(db).park(parked(u"D"_s, 4'000));
        second = store::Attention(db).park(parked(u"E"_s, 5'000));
    }));
    const QByteArray path = "/attention/" + QByteArray::number(first) + "/resolve";
    QCOMPARE(fixture_.post(path, {}, "read-token").status, 403);
    QCOMPARE(fixture_.post(path, R"({"resolution":""})").status, 422);
    const auto settled = fixture_.post(path, R"({"resolution":"booked by hand"})");
    QCOMPARE(settled.status, 200);
    QCOMPARE(settled.json().value("resolution"_L1).toString(), u"booked by hand"_s);
    QVERIFY(!settled.json().value("resolvedAt"_L1).isNull());
    const auto again = fixture_.post(path, {});
    QCOMPARE(again.errorCode(), u"isResolved"_s);
    QVERIFY2(again.errorMessage().contains(u"booked by hand"_s), qPrintable(again.errorMessage()));
    const auto dismissed = fixture_.post("/attention/" + QByteArray::number(second) + "/resolve", {});
    QCOMPARE(dismissed.json().value("resolution"_L1).toString(), u"Dismissed."_s);
    for (const QByteArray station : {"D", "E"})
        QCOMPARE(fixture_.get("/attention?station=" + station).items().size(), 0);
    QCOMPARE(fixture_.post("/attention/999999/resolve", {}).errorCode(), u"unknownAttention"_s);
}

QTEST_GUILESS_MAIN(tst_Inbox)
#include "tst_inbox.moc"
