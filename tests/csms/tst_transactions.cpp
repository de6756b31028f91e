// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginefixture.h"
#include "json.h"
#include "store/connectors.h"
#include "store/metervalues.h"
#include "teststation.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using store::Transaction;

/// Behaviour 1 to 9: transactions never get lost.
class tst_Transactions : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void startAndStop();
    void whoeverStartsGetsATransaction_data();
    void whoeverStartsGetsATransaction();
    void unknownTagIsRemembered();
    void startIsIdempotent();
    void startIsIdempotentAcrossConnectionsAndRestarts();
    void anotherStartIsAnotherTransaction_data();
    void anotherStartIsAnotherTransaction();
    void startOnABusyConnectorEndsTheForgottenOne();
    void repeatedStopIsNotBookedTwice();
    void differentSecondStopIsKeptApart();
    void lateStopCorrectsTheOperator();
    void stopWithoutAcknowledgedStart_data();
    void stopWithoutAcknowledgedStart();
    void stopOfAForeignTagIsParked();
    void stopOfAnUnknownTransactionIsParked_data();
    void stopOfAnUnknownTransactionIsParked();
    void transactionDataIsMerged();
    void historyKeepsItsTimes();
    void historyDoesNotOverwriteTheStatus();
    void stopReasonsAndReservations();

private:
    int start(const QJsonObject &request) { return startAnswer(request).payload[u"transactionId"_s].toInt(); }
    Answer startAnswer(const QJsonObject &request) { return station_->call(u"StartTransaction"_s, request); }
    Answer stop(const QJsonObject &request) { return station_->call(u"StopTransaction"_s, request); }
    QList<Transaction> all() { return engine_->transactions(u"CP-1"_s); }
    QList<store::Parked> parked() { return engine_->parked(u"CP-1"_s); }
    QStringList parkedKinds();
    void reconnect();

    const QJsonObject start_ =
        R"({"connectorId":1,"idTag":"TAG","meterStart":1000,"timestamp":"2024-05-01T10:00:00Z"})"_json;
    const QJsonObject stop_ = R"({"transactionId":0,"meterStop":6000,"timestamp":"2024-05-01T11:00:00Z"})"_json;
    std::unique_ptr<EngineFixture> engine_;
    std::unique_ptr<TestStation> station_;
};

namespace {

ocpp::Timestamp at(const QString &text)
{
    return ocpp::parseTimestamp(text, ocpp::Zone::Utc).value().value;
}

} // namespace

void tst_Transactions::init()
{
    engine_ = std::make_unique<EngineFixture>();
    engine_->addStation(u"CP-1"_s);
    engine_->addTag(u"TAG"_s);
    reconnect();
}

void tst_Transactions::cleanup()
{
    station_.reset();
    engine_.reset();
}

void tst_Transactions::reconnect()
{
    station_ = std::make_unique<TestStation>(u"CP-1"_s);
    QVERIFY(station_->connectTo(engine_->port()));
    QCOMPARE(station_->boot(), u"Accepted"_s);
}

QStringList tst_Transactions::parkedKinds()
{
    QStringList kinds;
    for (const store::Parked &parked : parked())
        kinds.append(parked.kind);
    return kinds;
}

void tst_Transactions::startAndStop()
{
    const Answer started = startAnswer(start_);
    QCOMPARE(started.payload[u"idTagInfo"_s].toObject(), R"({"status":"Accepted"})"_json);
    const int id = started.payload[u"transactionId"_s].toInt();
    QVERIFY(id > 0);
    Transaction row = all().value(0);
    QCOMPARE(row.id, id);
    QCOMPARE(row.connector, 1);
    QCOMPARE(row.idTag, u"TAG"_s);
    QCOMPARE(row.startedAt, at(u"2024-05-01T10:00:00Z"_s));
    QCOMPARE(row.meterStartWh, 1000);
    QCOMPARE(row.status, u"Accepted"_s);
    QVERIFY(row.isOpen());

    const Answer stopped = stop(with(with(stop_, "transactionId"_L1, id), "idTag"_L1, u"TAG"_s));
    QCOMPARE(stopped.payload, R"({"idTagInfo":{"status":"Accepted"}})"_json);
    row = all().value(0);
    QVERIFY(!row.isOpen());
    QCOMPARE(row.stoppedAt, at(u"2024-05-01T11:00:00Z"_s));
    QCOMPARE(row.meterStopWh, 6000);
    QCOMPARE(row.energyWh, 5000.0);
    QCOMPARE(row.stopIdTag, u"TAG"_s);
    QVERIFY(row.flags.isEmpty());
    QCOMPARE(all().size(), 1);
    QVERIFY(parked().isEmpty());
    QCOMPARE(engine_->findingTexts(u"CP-1"_s), QString());
}

// Behaviour 2, 4.8: only idTagInfo says what is wrong.
void tst_Transactions::whoeverStartsGetsATransaction_data()
{
    QTest::addColumn<QString>("tag");
    QTest::addColumn<QString>("status");
    QTest::newRow("known") << u"TAG"_s << u"Accepted"_s;
    QTest::newRow("in other letters") << u"tag"_s << u"Accepted"_s;
    QTest::newRow("unknown") << u"NOBODY"_s << u"Invalid"_s;
    QTest::newRow("blocked") << u"BLOCKED"_s << u"Blocked"_s;
    QTest::newRow("expired") << u"EXPIRED"_s << u"Expired"_s;
    QTest::newRow("empty") << QString() << u"Invalid"_s;
    QTest::newRow("too long") << QString(40, u'x') << u"Invalid"_s;
}

void tst_Transactions::whoeverStartsGetsATransaction()
{
    QFETCH(QString, tag);
    QFETCH(QString, status);
    engine_->addTag(u"BLOCKED"_s, [](store::IdTag &t) { t.status = u"Blocked"_s; });
    engine_->addTag(u"EXPIRED"_s, [](store::IdTag &t) { t.expiryDate = at(u"2024-01-01T00:00:00Z"_s); });
    const Answer started = startAnswer(with(start_, "idTag"_L1, tag));
    QCOMPARE(started.type, 3);
    QCOMPARE(started.payload[u"idTagInfo"_s][u"status"_s].toString(), status);
    QVERIFY(started.payload[u"transactionId"_s].toInt() > 0);
    QCOMPARE(all().size(), 1);
    QCOMPARE(all().constFirst().id, started.payload[u"transactionId"_s].toInt());
    QCOMPARE(all().constFirst().idTag, tag);
    QCOMPARE(all().constFirst().status, status);
}

void tst_Transactions::unknownTagIsRemembered()
{
    start(with(start_, "idTag"_L1, u"NOBODY"_s));
    station_->call(u"Authorize"_s, R"({"idTag":"nobody"})"_json);
    start(start_);
    const auto seen = engine_->onStore([](store::Database &db) { return store::SeenTags(db).list(); });
    QCOMPARE(seen.size(), 1);
    QCOMPARE(seen.constFirst().tag.toUpper(), u"NOBODY"_s);
    QCOMPARE(seen.constFirst().station, u"CP-1"_s);
    QCOMPARE(seen.constFirst().count, 2);
}

// Behaviour 3.
void tst_Transactions::startIsIdempotent()
{
    const Answer first = startAnswer(start_);
    const Answer again = startAnswer(start_);
    QVERIFY(first.messageId != again.messageId);
    QCOMPARE(again.payload, first.payload);
    QCOMPARE(start(with(start_, "idTag"_L1, u"tag"_s)), first.payload[u"transactionId"_s].toInt());
    const QJsonObject otherZone = with(start_, "timestamp"_L1, u"2024-05-01T12:00:00.000+02:00"_s);
    QCOMPARE(start(otherZone), first.payload[u"transactionId"_s].toInt());
    QCOMPARE(all().size(), 1);
}

void tst_Transactions::startIsIdempotentAcrossConnectionsAndRestarts()
{
    const int id = start(start_);
    reconnect();
    QCOMPARE(start(start_), id);
    station_.reset();
    engine_->restart();
    reconnect();
    QCOMPARE(start(start_), id);
    stop(with(stop_, "transactionId"_L1, id));
    QCOMPARE(start(start_), id); // the answer was lost, and the station is slow
    QCOMPARE(all().size(), 1);
    QVERIFY(!all().constFirst().isOpen());
}

void tst_Transactions::anotherStartIsAnotherTransaction_data()
{
    QTest::addColumn<QJsonObject>("other");
    QTest::newRow("connector") << with(start_, "connectorId"_L1, 2);
    QTest::newRow("tag") << with(start_, "idTag"_L1, u"TAG2"_s);
    QTest::newRow("time") << with(start_, "timestamp"_L1, u"2024-05-01T10:00:01Z"_s);
    QTest::newRow("meter") << with(start_, "meterStart"_L1, 1001);
}

void tst_Transactions::anotherStartIsAnotherTransaction()
{
    QFETCH(QJsonObject, other);
    const int first = start(start_);
    const int second = start(other);
    QVERIFY(second > 0);
    QVERIFY(second != first);
    QCOMPARE(all().size(), 2);
}

// Behaviour 10: a lost stop.
void tst_Transactions::startOnABusyConnectorEndsTheForgottenOne()
{
    const int first = start(start_);
    const int second = start(R"({"connectorId":1,"idTag":"TAG","meterStart":4000,
                                 "timestamp":"2024-05-01T20:00:00Z"})"_json);
    const QList<Transaction> rows = all();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0].id, first);
    QCOMPARE(rows[0].closedBy, u"nextStart"_s);
    QCOMPARE(rows[0].energyWh, 3000.0);
    QCOMPARE(rows[0].energySource, u"nextMeterStart"_s);
    QVERIFY(!rows[0].stoppedAt);
    QCOMPARE(rows[1].id, second);
    QVERIFY(rows[1].isOpen());
}

// Behaviour 4.
void tst_Transactions::repeatedStopIsNotBookedTwice()
{
    const QJsonObject request = with(stop_, "transactionId"_L1, start(start_));
    QCOMPARE(stop(request).type, 3);
    const Transaction before = all().constFirst();
    QCOMPARE(stop(request).type, 3);
    reconnect();
    QCOMPARE(stop(request).type, 3);
    QCOMPARE(all().size(), 1);
    QCOMPARE(all().constFirst().stopReceived, before.stopReceived);
    QCOMPARE(all().constFirst().energyWh, 5000.0);
    QVERIFY(parked().isEmpty());
}

void tst_Transactions::differentSecondStopIsKeptApart()
{
    const QJsonObject request = with(stop_, "transactionId"_L1, start(start_));
    stop(request);
    QCOMPARE(stop(with(request, "meterStop"_L1, 9999)).type, 3);
    QCOMPARE(all().constFirst().meterStopWh, 6000);
    QCOMPARE(all().constFirst().energyWh, 5000.0);
    QCOMPARE(parkedKinds(), QStringList{u"repeatedStop"_s});
    QVERIFY(parked().constFirst().payload.contains("9999"));
}

void tst_Transactions::lateStopCorrectsTheOperator()
{
    const int id = start(start_);
    const auto now = at(u"2024-05-01T10:30:00Z"_s);
    QVERIFY(engine_->onStore(
        [=](store::Database &db) { return store::Transactions(db).close(id, u"operator"_s, u"gone"_s, now); }));
    QVERIFY(!all().constFirst().isOpen());
    QCOMPARE(stop(with(stop_, "transactionId"_L1, id)).type, 3);
    const Transaction row = all().constFirst();
    QCOMPARE(row.stoppedAt, at(u"2024-05-01T11:00:00Z"_s));
    QCOMPARE(row.energyWh, 5000.0);
    QCOMPARE(row.closedBy, u"operator"_s); // what a person did stays visible
    QCOMPARE(all().size(), 1);
    QVERIFY(parked().isEmpty());
}

// Behaviour 5; E 3.18, 3.54.
void tst_Transactions::stopWithoutAcknowledgedStart_data()
{
    QTest::addColumn<int>("id");
    QTest::newRow("-1") << -1;
    QTest::newRow("0") << 0;
}

void tst_Transactions::stopWithoutAcknowledgedStart()
{
    QFETCH(int, id);
    start(start_);
    const int wanted = start(R"({"connectorId":2,"idTag":"OTHER","meterStart":50,
                                 "timestamp":"2024-05-01T10:00:00Z"})"_json);
    QJsonObject request = R"({"idTag":"OTHER","meterStop":150,"timestamp":"2024-05-01T11:00:00Z",
        "transactionData":[{"timestamp":"2024-05-01T10:30:00Z","sampledValue":[{"value":"100"}]}]})"_json;
    const Answer stopped = stop(with(request, "transactionId"_L1, id));
    QCOMPARE(stopped.type, 3);
    QVERIFY(stopped.payload.contains(u"idTagInfo"_s));
    const Transaction row = all().value(1);
    QCOMPARE(row.id, wanted);
    QCOMPARE(row.energyWh, 100.0);
    QVERIFY(row.flags.contains(u"matched"_s));
    QVERIFY(all().value(0).isOpen());
    const auto values =
        engine_->onStore([=](store::Database &db) { return store::MeterValues(db).ofTransaction(wanted); });
    QCOMPARE(values.size(), 1);
    QCOMPARE(values.constFirst().connector, 2);
    stop(with(request, "transactionId"_L1, id));
    QCOMPARE(all().size(), 2);
    QVERIFY(all().value(0).isOpen()); // the repetition does not take the other one
    QVERIFY(parked().isEmpty());
}

// The start of that stop never came: the session that runs is not to pay for it.
void tst_Transactions::stopOfAForeignTagIsParked()
{
    start(start_);
    const QJsonObject request = R"({"idTag":"STRANGER","meterStop":9000,"timestamp":"2024-05-01T11:00:00Z",
                                    "transactionId":-1})"_json;
    QCOMPARE(stop(request).type, 3);
    QVERIFY(all().constFirst().isOpen());
    QCOMPARE(parkedKinds(), QStringList{u"unmatchedStop"_s});
}

// Behaviour 6.
void tst_Transactions::stopOfAnUnknownTransactionIsParked_data()
{
    QTest::addColumn<int>("id");
    QTest::newRow("never handed out") << 4711;
    QTest::newRow("nothing runs") << -1;
    QTest::newRow("of another station") << 0;
}

void tst_Transactions::stopOfAnUnknownTransactionIsParked()
{
    QFETCH(int, id);
    engine_->addStation(u"CP-2"_s);
    TestStation other(u"CP-2"_s);
    QVERIFY(other.connectTo(engine_->port()));
    const int foreign = other.call(u"StartTransaction"_s, start_).payload[u"transactionId"_s].toInt();
    const QJsonObject request = with(stop_, "transactionId"_L1, id ? id : foreign);
    QCOMPARE(stop(with(request, "idTag"_L1, u"TAG"_s)).payload, R"({"idTagInfo":{"status":"Accepted"}})"_json);
    QVERIFY(all().isEmpty());
    QVERIFY(engine_->transactions(u"CP-2"_s).constFirst().isOpen());
    QCOMPARE(parkedKinds(), QStringList{u"unmatchedStop"_s});
    const store::Parked row = parked().constFirst();
    QCOMPARE(row.time, at(u"2024-05-01T11:00:00Z"_s));
    QVERIFY(row.payload.contains("6000"));
    stop(with(request, "idTag"_L1, u"TAG"_s));
    QCOMPARE(parked().size(), 1); // the same again is not another matter
}

// Behaviour 8.
void tst_Transactions::transactionDataIsMerged()
{
    const int id = start(start_);
    const auto sample = [](const QString &time, const QString &wh) {
        return QJsonObject{{u"timestamp"_s, time}, {u"sampledValue"_s, QJsonArray{QJsonObject{{u"value"_s, wh}}}}};
    };
    const QJsonObject first = sample(u"2024-05-01T10:15:00Z"_s, u"2000"_s);
    const QJsonObject second = sample(u"2024-05-01T10:30:00Z"_s, u"3000"_s);
    const QJsonObject third = sample(u"2024-05-01T10:45:00Z"_s, u"4000"_s);
    QJsonObject values{{u"connectorId"_s, 1}, {u"transactionId"_s, id}, {u"meterValue"_s, QJsonArray{first, second}}};
    QCOMPARE(station_->call(u"MeterValues"_s, values).type, 3);
    QCOMPARE(station_->call(u"MeterValues"_s, values).type, 3);
    QJsonObject request = with(stop_, "transactionId"_L1, id);
    request = with(request, "transactionData"_L1, QJsonArray{first, second, third});
    QCOMPARE(stop(request).type, 3);
    QCOMPARE(stop(request).type, 3);
    const auto booked = engine_->onStore([=](store::Database &db) { return store::MeterValues(db).ofTransaction(id); });
    QCOMPARE(booked.size(), 3);
    QCOMPARE(booked[2].energyWh, 4000.0);
    QCOMPARE(booked[2].time, at(u"2024-05-01T10:45:00Z"_s));
    QCOMPARE(all().constFirst().energyWh, 5000.0);
}

// Behaviour 9.
void tst_Transactions::historyKeepsItsTimes()
{
    const auto before = std::chrono::system_clock::now() - std::chrono::seconds(1);
    stop(with(stop_, "transactionId"_L1, start(start_)));
    const Transaction row = all().constFirst();
    QCOMPARE(row.startedAt, at(u"2024-05-01T10:00:00Z"_s));
    QCOMPARE(row.stoppedAt, at(u"2024-05-01T11:00:00Z"_s));
    QVERIFY(row.startReceived > before);
    QVERIFY(row.stopReceived > before);
}

void tst_Transactions::historyDoesNotOverwriteTheStatus()
{
    const QJsonObject status =
        R"({"connectorId":1,"errorCode":"NoError","status":"Available",
            "timestamp":"2024-05-01T12:00:00Z"})"_json;
    QCOMPARE(station_->call(u"StatusNotification"_s, status).type, 3);
    const QJsonObject older = with(with(status, "status"_L1, u"Charging"_s), "timestamp"_L1, u"2024-05-01T10:00:00Z"_s);
    QCOMPARE(station_->call(u"StatusNotification"_s, older).type, 3);
    start(start_);
    const auto connector = [this] {
        return engine_->onStore([](store::Database &db) { return store::Connectors(db).find(u"CP-1"_s, 1).value(); });
    };
    QCOMPARE(connector().status, u"Available"_s);
    const auto history =
        engine_->onStore([](store::Database &db) { return store::Connectors(db).history(u"CP-1"_s, 1); });
    QCOMPARE(history.size(), 2);
    QCOMPARE(
        station_->call(u"StatusNotification"_s, with(without(status, "timestamp"_L1), "status"_L1, u"Faulted"_s)).type,
        3);
    QCOMPARE(connector().status, u"Faulted"_s); // without a time it is of now
}

void tst_Transactions::stopReasonsAndReservations()
{
    const int first = start(with(start_, "reservationId"_L1, 7));
    stop(with(stop_, "transactionId"_L1, first));
    const int second = start(with(start_, "connectorId"_L1, 2));
    stop(with(with(stop_, "transactionId"_L1, second), "reason"_L1, u"PowerLoss"_s));
    const QList<Transaction> rows = all();
    QCOMPARE(rows[0].reservationId, 7);
    QCOMPARE(rows[0].stopReason, u"Local"_s); // 6.49: the default
    QVERIFY(!rows[1].reservationId);
    QCOMPARE(rows[1].stopReason, u"PowerLoss"_s);
}

QTEST_GUILESS_MAIN(tst_Transactions)
#include "tst_transactions.moc"
