// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginefixture.h"
#include "json.h"
#include "teststation.h"

#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

/// Behaviour 1: StartTransaction, StopTransaction and MeterValues are answered with a CALLRESULT even if their
/// content is nonsense (4.7, 4.8, 4.10), and what cannot be booked is kept apart.
class tst_Undecodable : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void nonsenseIsAnsweredAndParked_data();
    void nonsenseIsAnsweredAndParked();
    void payloadThatIsNoObject_data();
    void payloadThatIsNoObject();
    void payloadOfTheUnaccepted();
    void everyStartGetsItsOwnNumber();
    void repeatedNonsenseIsOneMatter();
    void stopOfAnUnbookedStartIsAnswered();
    void refusedByTheDatabase_data();
    void refusedByTheDatabase();
    void otherMessagesGetAnError_data();
    void otherMessagesGetAnError();

private:
    std::unique_ptr<EngineFixture> engine_;
    std::unique_ptr<TestStation> station_;
};

namespace {

const QJsonObject start =
    R"({"connectorId":1,"idTag":"TAG","meterStart":1000,"timestamp":"2024-05-01T10:00:00Z"})"_json;
const QJsonObject stop = R"({"transactionId":1,"meterStop":6000,"timestamp":"2024-05-01T11:00:00Z"})"_json;
const QJsonObject values = R"({"connectorId":1,"meterValue":[
    {"timestamp":"2024-05-01T10:30:00Z","sampledValue":[{"value":"10"}]}]})"_json;

} // namespace

void tst_Undecodable::init()
{
    engine_ = std::make_unique<EngineFixture>();
    engine_->addStation(u"CP-1"_s);
    station_ = std::make_unique<TestStation>(u"CP-1"_s);
    QVERIFY(station_->connectTo(engine_->port()));
    QCOMPARE(station_->boot(), u"Accepted"_s);
}

void tst_Undecodable::cleanup()
{
    station_.reset();
    engine_.reset();
}

void tst_Undecodable::nonsenseIsAnsweredAndParked_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QJsonObject>("payload");
    const auto startRow = [](const char *name, const QJsonObject &payload) {
        QTest::newRow(name) << u"StartTransaction"_s << payload;
    };
    startRow("start: nothing", {});
    startRow("start: no tag", without(start, "idTag"_L1));
    startRow("start: no meter", without(start, "meterStart"_L1));
    startRow("start: no time", without(start, "timestamp"_L1));
    startRow("start: no connector", without(start, "connectorId"_L1));
    startRow("start: time without meaning", with(start, "timestamp"_L1, u"yesterday"_s));
    startRow("start: meter without meaning", with(start, "meterStart"_L1, u"much"_s));
    startRow("start: tag is a list", with(start, "idTag"_L1, QJsonArray{u"TAG"_s}));
    startRow("start: tag is null", with(start, "idTag"_L1, QJsonValue::Null));
    startRow("start: connector is out of range", with(start, "connectorId"_L1, 1e300));
    QTest::newRow("stop: nothing") << u"StopTransaction"_s << QJsonObject();
    QTest::newRow("stop: no id") << u"StopTransaction"_s << without(stop, "transactionId"_L1);
    QTest::newRow("stop: no meter") << u"StopTransaction"_s << without(stop, "meterStop"_L1);
    QTest::newRow("stop: bad time") << u"StopTransaction"_s << with(stop, "timestamp"_L1, u"24:00"_s);
    QTest::newRow("stop: id is an object")
        << u"StopTransaction"_s << with(stop, "transactionId"_L1, QJsonObject());
    QTest::newRow("values: nothing") << u"MeterValues"_s << QJsonObject();
    QTest::newRow("values: no connector") << u"MeterValues"_s << without(values, "connectorId"_L1);
    QTest::newRow("values: no values") << u"MeterValues"_s << without(values, "meterValue"_L1);
    QTest::newRow("values: none with a time") << u"MeterValues"_s << R"({"connectorId":1,"meterValue":[
        {"timestamp":"noon","sampledValue":[{"value":"10"}]}]})"_json;
    QTest::newRow("values: none with a sample") << u"MeterValues"_s << R"({"connectorId":1,"meterValue":[
        {"timestamp":"2024-05-01T10:30:00Z","sampledValue":[{"value":[]}]}]})"_json;
    QTest::newRow("values: a text") << u"MeterValues"_s << with(values, "meterValue"_L1, u"10"_s);
}

void tst_Undecodable::nonsenseIsAnsweredAndParked()
{
    QFETCH(QString, action);
    QFETCH(QJsonObject, payload);
    const Answer answer = station_->call(action, payload);
    QCOMPARE(answer.type, 3);
    if (action == u"StartTransaction"_s) {
        QVERIFY(answer.payload[u"transactionId"_s].toInt() > 0);
        QCOMPARE(answer.payload[u"idTagInfo"_s][u"status"_s].toString(), u"Invalid"_s);
    } else {
        QCOMPARE(answer.payload, QJsonObject());
    }
    const auto parked = engine_->parked(u"CP-1"_s);
    QCOMPARE(parked.size(), 1);
    QCOMPARE(parked.constFirst().kind, u"undecodable"_s);
    QVERIFY(parked.constFirst().reason.contains(action));
    const QJsonObject kept = QJsonDocument::fromJson(parked.constFirst().payload).object();
    QCOMPARE(kept[u"action"_s].toString(), action);
    QCOMPARE(kept[u"payload"_s].toObject(), payload);
    QVERIFY(engine_->transactions(u"CP-1"_s).isEmpty());
    QVERIFY(!engine_->findings(u"CP-1"_s).isEmpty());
}

// J 4.2.3 would allow an error, after which the station sends it again, for ever.
void tst_Undecodable::payloadThatIsNoObject_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("payload");
    for (const QString &action : {u"StartTransaction"_s, u"StopTransaction"_s, u"MeterValues"_s}) {
        for (const QString &payload : {uR"([{"connectorId":1}])"_s, u"\"{}\""_s, u"7"_s})
            QTest::addRow("%s %s", qPrintable(action), qPrintable(payload)) << action << payload;
    }
}

void tst_Undecodable::payloadThatIsNoObject()
{
    QFETCH(QString, action);
    QFETCH(QString, payload);
    station_->sendText(uR"([2,"odd","%1",%2])"_s.arg(action, payload));
    const Answer answer = station_->answerTo(u"odd"_s);
    QCOMPARE(answer.type, 3);
    QCOMPARE(answer.payload[u"transactionId"_s].toInt() > 0, action == u"StartTransaction"_s);
    const auto parked = engine_->parked(u"CP-1"_s);
    QCOMPARE(parked.size(), 1);
    QVERIFY2(parked.constFirst().payload.contains(payload.toUtf8()), parked.constFirst().payload.constData());
    const auto frames = engine_->frames(u"CP-1"_s);
    const auto logged = std::ranges::find(frames, u"odd"_s, &store::FrameRow::messageId);
    QVERIFY(logged != frames.end());
    QCOMPARE(logged->action, action);
    QVERIFY2(logged->payload.contains(payload.toUtf8()), logged->payload.constData());
    QVERIFY(logged->finding.contains(u"not an object"_s));
}

void tst_Undecodable::payloadOfTheUnaccepted()
{
    engine_->changeStation(u"CP-1"_s, [](store::Station &row) { row.registration = store::Registration::Pending; });
    TestStation station(u"CP-1"_s);
    QVERIFY(station.connectTo(engine_->port()));
    QCOMPARE(station.boot(), u"Pending"_s);
    station.sendText(uR"([2,"odd","MeterValues",[]])"_s);
    QCOMPARE(station.answerTo(u"odd"_s).errorCode, u"SecurityError"_s);
    QVERIFY(engine_->parked(u"CP-1"_s).isEmpty());
}

void tst_Undecodable::everyStartGetsItsOwnNumber()
{
    QSet<int> numbers;
    for (const QString &tag : {u"A"_s, u"B"_s, u"C"_s}) {
        const QJsonObject request = with(without(start, "meterStart"_L1), "idTag"_L1, tag);
        numbers.insert(station_->call(u"StartTransaction"_s, request).payload[u"transactionId"_s].toInt());
    }
    numbers.insert(station_->call(u"StartTransaction"_s, start).payload[u"transactionId"_s].toInt());
    QCOMPARE(numbers.size(), 4);
}

// Behaviour 3 for what cannot be booked: the answer was lost, and the station asks again.
void tst_Undecodable::repeatedNonsenseIsOneMatter()
{
    const QJsonObject request = without(start, "meterStart"_L1);
    const int number = station_->call(u"StartTransaction"_s, request).payload[u"transactionId"_s].toInt();
    QCOMPARE(station_->call(u"StartTransaction"_s, request).payload[u"transactionId"_s].toInt(), number);
    QCOMPARE(engine_->parked(u"CP-1"_s).size(), 1);
}

void tst_Undecodable::stopOfAnUnbookedStartIsAnswered()
{
    const QJsonObject request = without(start, "meterStart"_L1);
    const int number = station_->call(u"StartTransaction"_s, request).payload[u"transactionId"_s].toInt();
    QCOMPARE(station_->call(u"MeterValues"_s, with(values, "transactionId"_L1, number)).type, 3);
    QCOMPARE(station_->call(u"StopTransaction"_s, with(stop, "transactionId"_L1, number)).type, 3);
    QVERIFY(engine_->transactions(u"CP-1"_s).isEmpty());
    QCOMPARE(engine_->parked(u"CP-1"_s).size(), 2);
}

void tst_Undecodable::refusedByTheDatabase_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QJsonObject>("payload");
    QTest::newRow("start") << u"StartTransaction"_s << start;
    QTest::newRow("stop") << u"StopTransaction"_s << stop;
    QTest::newRow("values") << u"MeterValues"_s << with(values, "transactionId"_L1, 1);
}

// Only this message's own statement fails: an error would make the station repeat it for ever.
void tst_Undecodable::refusedByTheDatabase()
{
    QFETCH(QString, action);
    QFETCH(QJsonObject, payload);
    engine_->onStore([](store::Database &db) { db.define(u"ALTER TABLE transactions RENAME TO lost"_s); });
    const Answer answer = station_->call(action, payload);
    QCOMPARE(answer.type, 3);
    QCOMPARE(answer.payload[u"transactionId"_s].toInt() > 0, action == u"StartTransaction"_s);
    const auto parked = engine_->parked(u"CP-1"_s);
    QCOMPARE(parked.size(), 1);
    QCOMPARE(parked.constFirst().kind, u"unbookable"_s);
    QVERIFY(parked.constFirst().reason.contains(action));
    const QJsonObject kept = QJsonDocument::fromJson(parked.constFirst().payload).object();
    QCOMPARE(kept[u"action"_s].toString(), action);
    QCOMPARE(kept[u"payload"_s].toObject(), payload);
    QVERIFY(engine_->findings(u"CP-1"_s).isEmpty()); // it is not the station's fault
    QCOMPARE(station_->call(u"Heartbeat"_s).type, 3);
}

void tst_Undecodable::otherMessagesGetAnError_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QJsonObject>("payload");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("path");
    QTest::newRow("missing") << u"Authorize"_s << QJsonObject() << u"OccurenceConstraintViolation"_s
                             << u"/idTag"_s;
    QTest::newRow("type") << u"Authorize"_s << R"({"idTag":[1]})"_json << u"TypeConstraintViolation"_s
                          << u"/idTag"_s;
    QTest::newRow("value") << u"StatusNotification"_s
                           << R"({"connectorId":1,"errorCode":"NoError","status":"Dancing"})"_json
                           << u"PropertyConstraintViolation"_s << u"/status"_s;
    QTest::newRow("unknown action") << u"Dance"_s << QJsonObject() << u"NotImplemented"_s << QString();
    QTest::newRow("other direction") << u"Reset"_s << R"({"type":"Soft"})"_json << u"NotSupported"_s
                                     << QString();
}

void tst_Undecodable::otherMessagesGetAnError()
{
    QFETCH(QString, action);
    QFETCH(QJsonObject, payload);
    QFETCH(QString, code);
    QFETCH(QString, path);
    const Answer answer = station_->call(action, payload);
    QCOMPARE(answer.type, 4);
    QCOMPARE(answer.errorCode, code);
    QVERIFY(!answer.errorText.isEmpty());
    QCOMPARE(answer.details[u"path"_s].toString(), path);
    QVERIFY(engine_->parked(u"CP-1"_s).isEmpty());
    QCOMPARE(engine_->findings(u"CP-1"_s).size(), 1);
    QCOMPARE(engine_->findings(u"CP-1"_s).constFirst().code, code);
    QCOMPARE(station_->call(u"Heartbeat"_s).type, 3);
}

QTEST_GUILESS_MAIN(tst_Undecodable)
#include "tst_undecodable.moc"
