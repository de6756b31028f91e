// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/apifixture.h"
#include "ocpp/types.h"
#include "store/metervalues.h"
#include "store/transactions.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class tst_Transactions : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyMemberIsShown();
    void openOnesHaveNulls();
    void filters_data();
    void filters();
    void newestFirstAndPaged();
    void meterValuesInOrderWithDefaults();
    void meterValuesArePaged();
    void closing();
    void openingAgain();
    void closingNeedsAReason();
    void unknownTransactions();

private:
    qint64 begin(const QString &station, const QString &tag, qint64 at);
    void stop(const QString &station, qint64 id, qint64 at);
    QJsonObject show(qint64 id) { return fixture_.get("/transactions/" + QByteArray::number(id)).json(); }

    ApiFixture fixture_;
    qint64 stopped_ = 0;
    qint64 open_ = 0;
    qint64 other_ = 0;
};

qint64 tst_Transactions::begin(const QString &station, const QString &tag, qint64 at)
{
    store::Transaction start;
    start.station = station;
    start.connector = 1;
    start.idTag = tag;
    start.startedAt = moment(at);
    start.startReceived = moment(at + 5);
    start.meterStartWh = 1'000;
    start.status = u"Accepted"_s;
    return fixture_.writer()
        .submit([start](store::Database &db) { return store::Transactions(db).begin(start).transaction.id; })
        .result()
        .value();
}

void tst_Transactions::stop(const QString &station, qint64 id, qint64 at)
{
    QVERIFY(fixture_.write([&](store::Database &db) {
        store::Stop stop;
        stop.station = station;
        stop.transactionId = id;
        stop.meterStopWh = 3'500;
        stop.stoppedAt = moment(at);
        stop.received = moment(at + 5);
        stop.idTag = u"TAG-A"_s;
        stop.reason = u"Remote"_s;
        store::Transactions(db).stop(stop);
    }));
}

void tst_Transactions::initTestCase()
{
    fixture_.addStation(u"CP1"_s);
    fixture_.addStation(u"CP2"_s);
    stopped_ = begin(u"CP1"_s, u"Tag-A"_s, 1'000);
    stop(u"CP1"_s, stopped_, 60'000);
    open_ = begin(u"CP1"_s, u"Tag-B"_s, 100'000);
    other_ = begin(u"CP2"_s, u"Tag-A"_s, 200'000);
    QVERIFY(stopped_ > 0 && open_ > stopped_ && other_ > open_);
}

void tst_Transactions::everyMemberIsShown()
{
    const QJsonObject transaction = show(stopped_);
    QCOMPARE(transaction.value("id"_L1).toInteger(), stopped_);
    QCOMPARE(transaction.value("station"_L1).toString(), u"CP1"_s);
    QCOMPARE(transaction.value("connector"_L1).toInt(), 1);
    QCOMPARE(transaction.value("idTag"_L1).toString(), u"Tag-A"_s);
    QCOMPARE(transaction.value("startedAt"_L1).toString(), u"2026-01-01T00:00:01Z"_s);
    QCOMPARE(transaction.value("stoppedAt"_L1).toString(), u"2026-01-01T00:01:00Z"_s);
    QCOMPARE(transaction.value("meterStartWh"_L1).toInteger(), 1'000);
    QCOMPARE(transaction.value("meterStopWh"_L1).toInteger(), 3'500);
    QCOMPARE(transaction.value("energyWh"_L1).toDouble(), 2'500.0);
    QVERIFY(!transaction.value("energySource"_L1).toString().isEmpty());
    QCOMPARE(transaction.value("stopReason"_L1).toString(), u"Remote"_s);
    QVERIFY(transaction.value("reservationId"_L1).isNull());
    QCOMPARE(transaction.value("status"_L1).toString(), u"Accepted"_s);
    QVERIFY(transaction.value("flags"_L1).isArray());
}

void tst_Transactions::openOnesHaveNulls()
{
    const QJsonObject transaction = show(open_);
    for (const auto member :
         {"stoppedAt"_L1, "meterStopWh"_L1, "stopReason"_L1, "reservationId"_L1, "closedBy"_L1, "energySource"_L1})
        QVERIFY2(transaction.contains(member) && transaction.value(member).isNull(), member.data());
}

void tst_Transactions::filters_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("which"); // of stopped, open, other; newest first
    QTest::newRow("all") << ""_ba << u"other open stopped"_s;
    QTest::newRow("station") << "station=CP1"_ba << u"open stopped"_s;
    QTest::newRow("station, other case") << "station=cp1"_ba << u"open stopped"_s;
    QTest::newRow("unknown station") << "station=CP9"_ba << QString();
    QTest::newRow("tag") << "idTag=Tag-A"_ba << u"other stopped"_s;
    QTest::newRow("tag, other case") << "idTag=tag-a"_ba << u"other stopped"_s;
    QTest::newRow("open") << "state=open"_ba << u"other open"_s;
    QTest::newRow("closed") << "state=closed"_ba << u"stopped"_s;
    QTest::newRow("from is included") << "from=2026-01-01T00:01:40Z"_ba << u"other open"_s;
    QTest::newRow("to is excluded") << "to=2026-01-01T00:01:40Z"_ba << u"stopped"_s;
    QTest::newRow("several") << "station=CP1&state=open&idTag=TAG-B"_ba << u"open"_s;
}

void tst_Transactions::filters()
{
    QFETCH(QByteArray, query);
    QFETCH(QString, which);
    const QHash<qint64, QString> names{{stopped_, u"stopped"_s}, {open_, u"open"_s}, {other_, u"other"_s}};
    QStringList found;
    for (const QJsonValue &item : fixture_.get("/transactions?" + query).items())
        found += names.value(item.toObject().value("id"_L1).toInteger());
    QCOMPARE(found.join(u' '), which);
}

void tst_Transactions::newestFirstAndPaged()
{
    const auto first = fixture_.get("/transactions?limit=2");
    QCOMPARE(first.items().size(), 2);
    QCOMPARE(first.items().first().toObject().value("id"_L1).toInteger(), other_);
    const auto rest =
        fixture_.get("/transactions?limit=2&after=" + first.json().value("next"_L1).toString().toLatin1());
    QCOMPARE(rest.items().size(), 1);
    QCOMPARE(rest.items().first().toObject().value("id"_L1).toInteger(), stopped_);
    QVERIFY(rest.json().value("next"_L1).isNull());
}

static ocpp::MeterValue meterValue(qint64 at, const QList<ocpp::SampledValue> &samples)
{
    ocpp::MeterValue value;
    value.timestamp = moment(at);
    value.sampledValue = samples;
    return value;
}

void tst_Transactions::meterValuesInOrderWithDefaults()
{
    QVERIFY(fixture_.write([this](store::Database &db) {
        ocpp::SampledValue bare;
        bare.value = u"1100"_s;
        ocpp::SampledValue power;
        power.value = u"7.2"_s;
        power.measurand = u"Power.Active.Import"_s;
        power.unit = u"kW"_s;
        power.context = u"Sample.Clock"_s;
        power.phase = u"L1"_s;
        power.location = u"Inlet"_s;
        ocpp::SampledValue soc;
        soc.value = u"50"_s;
        soc.measurand = u"SoC"_s;
        const QList<ocpp::MeterValue> later{meterValue(120'000, {soc})};
        const QList<ocpp::MeterValue> earlier{meterValue(110'000, {bare, power})};
        store::MeterValues(db).add({u"CP1"_s, 1, open_, later, moment(120'000)});
        store::MeterValues(db).add({u"CP1"_s, 1, open_, earlier, moment(130'000)});
    }));
    const QJsonArray items =
        fixture_.get("/transactions/" + QByteArray::number(open_) + "/meter-values").items();
    QCOMPARE(items.size(), 3);
    QCOMPARE(items[0].toObject(), (QJsonObject{{u"timestamp"_s, u"2026-01-01T00:01:50Z"_s},
                                               {u"connector"_s, 1},
                                               {u"value"_s, u"1100"_s},
                                               {u"measurand"_s, u"Energy.Active.Import.Register"_s},
                                               {u"unit"_s, u"Wh"_s},
                                               {u"context"_s, u"Sample.Periodic"_s},
                                               {u"phase"_s, QJsonValue()},
                                               {u"location"_s, u"Outlet"_s},
                                               {u"format"_s, u"Raw"_s}}));
    QCOMPARE(items[1].toObject(), (QJsonObject{{u"timestamp"_s, u"2026-01-01T00:01:50Z"_s},
                                               {u"connector"_s, 1},
                                               {u"value"_s, u"7.2"_s},
                                               {u"measurand"_s, u"Power.Active.Import"_s},
                                               {u"unit"_s, u"kW"_s},
                                               {u"context"_s, u"Sample.Clock"_s},
                                               {u"phase"_s, u"L1"_s},
                                               {u"location"_s, u"Inlet"_s},
                                               {u"format"_s, u"Raw"_s}}));
    QCOMPARE(items[2].toObject().value("timestamp"_L1).toString(), u"2026-01-01T00:02:00Z"_s);
    QVERIFY(items[2].toObject().value("unit"_L1).isNull()); // "Wh" is only the default of an energy
}

void tst_Transactions::meterValuesArePaged()
{
    const QByteArray path = "/transactions/" + QByteArray::number(open_) + "/meter-values";
    const auto first = fixture_.get(path + "?limit=2");
    QCOMPARE(first.items().size(), 2);
    const auto rest =
        fixture_.get(path + "?limit=2&after=" + first.json().value("next"_L1).toString().toLatin1());
    QCOMPARE(rest.items().size(), 1);
    QCOMPARE(rest.items().first().toObject().value("measurand"_L1).toString(), u"SoC"_s);
    QVERIFY(rest.json().value("next"_L1).isNull());
    QCOMPARE(fixture_.get(path + "?after=99").items().size(), 0);
}

void tst_Transactions::closing()
{
    const QByteArray path = "/transactions/" + QByteArray::number(other_) + "/close";
    const auto closed = fixture_.post(path, R"({"reason":"station was replaced"})");
    QCOMPARE(closed.status, 200);
    QCOMPARE(closed.json().value("closedBy"_L1).toString(), u"operator"_s);
    QCOMPARE(closed.json().value("closeReason"_L1).toString(), u"station was replaced"_s);
    QCOMPARE(show(other_), closed.json());
    const auto again = fixture_.post(path, R"({"reason":"x"})");
    QCOMPARE(again.status, 409);
    QCOMPARE(again.errorCode(), u"notOpen"_s);
    QCOMPARE(fixture_.get("/transactions?state=open").items().size(), 1);
}

void tst_Transactions::openingAgain()
{
    const QByteArray path = "/transactions/" + QByteArray::number(open_);
    QCOMPARE(fixture_.post(path + "/reopen", {}).errorCode(), u"notClosedByHand"_s);
    QCOMPARE(fixture_.post(path + "/close", R"({"reason":"by mistake"})").status, 200);
    QCOMPARE(fixture_.post(path + "/reopen", {}, "read-token").status, 403);
    const auto opened = fixture_.post(path + "/reopen", {});
    QCOMPARE(opened.status, 200);
    QVERIFY(opened.json().value("closedBy"_L1).isNull());
    QVERIFY(fixture_.get("/transactions?state=open").items().contains(QJsonValue(show(open_))));
    QCOMPARE(fixture_.post("/transactions/" + QByteArray::number(stopped_) + "/reopen", {}).status, 409);
    QCOMPARE(fixture_.post("/transactions/999999/reopen", {}).errorCode(), u"unknownTransaction"_s);
}

void tst_Transactions::closingNeedsAReason()
{
    const QByteArray path = "/transactions/" + QByteArray::number(open_) + "/close";
    for (const QByteArray &body : {"{}"_ba, R"({"reason":""})"_ba, R"({"reason":1})"_ba, ""_ba}) {
        const auto reply = fixture_.post(path, body);
        QCOMPARE(reply.status, 422);
        QCOMPARE(reply.json().value("error"_L1).toObject().value("path"_L1).toString(), u"/reason"_s);
    }
    QVERIFY(show(open_).value("closedBy"_L1).isNull());
}

void tst_Transactions::unknownTransactions()
{
    QCOMPARE(fixture_.get("/transactions/999999").errorCode(), u"unknownTransaction"_s);
    QCOMPARE(fixture_.get("/transactions/x").errorCode(), u"unknownTransaction"_s);
    QCOMPARE(fixture_.get("/transactions/999999/meter-values").status, 404);
    QCOMPARE(fixture_.post("/transactions/999999/close", R"({"reason":"x"})").status, 404);
}

QTEST_GUILESS_MAIN(tst_Transactions)
#include "tst_transactions.moc"
