// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginefixture.h"
#include "json.h"
#include "teststation.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using store::Command;

/// Behaviour 14, 15: every action of the central system is a row that somebody can follow.
class tst_Commands : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void isSentAsGiven();
    void answers_data();
    void answers();
    void callErrorIsAResult();
    void unreadableAnswers_data();
    void unreadableAnswers();
    void timeoutAndLateAnswer();
    void brokenConnectionLeavesItUnknown();
    void answerOnTheNextConnection();
    void answeredAtOnceAfterAnswering();
    void oneAtATime();
    void otherDirectionStaysFree();
    void personBeforeBackground();
    void cancelledIsNotSent();
    void expiredIsNotSent();
    void waitsForTheStation();
    void waitsForSilentStations();
    void isSentWhenTheDatabaseIsWellAgain();
    void isGivenUpWhenNobodyEndedIt();
    void wrongPayloadIsRefused();
    void remoteStartKeepsToTheLimit();
    void anAcceptedStationIsNotAskedToBoot_data();
    void anAcceptedStationIsNotAskedToBoot();
    void theApiIsNotGuarded_data();
    void theApiIsNotGuarded();

private:
    void connectStation(const csms::Policy &policy);
    qint64 send(const QString &action, const QJsonObject &payload = {}, int priority = Command::personPriority)
    {
        return engine_->command(u"CP-1"_s, action, payload, priority);
    }
    QString stateOf(qint64 id) { return engine_->stateOf(id); }
    bool cancel(qint64 id);

    std::unique_ptr<EngineFixture> engine_;
    std::unique_ptr<TestStation> station_;
};

void tst_Commands::init()
{
    connectStation(EngineFixture::quietPolicy());
}

void tst_Commands::connectStation(const csms::Policy &policy)
{
    engine_ = std::make_unique<EngineFixture>(policy);
    engine_->addStation(u"CP-1"_s, [](store::Station &station) { station.callTimeoutSeconds = 1; });
    station_ = std::make_unique<TestStation>(u"CP-1"_s);
    QVERIFY(station_->connectTo(engine_->port()));
    QCOMPARE(station_->boot(), u"Accepted"_s);
}

void tst_Commands::cleanup()
{
    station_.reset();
    engine_.reset();
}

bool tst_Commands::cancel(qint64 id)
{
    return engine_->onStore([id](store::Database &db) { return store::Commands(db).cancel(id, {}); });
}

void tst_Commands::isSentAsGiven()
{
    const QJsonObject payload = R"({"connectorId":1,"idTag":"TAG","chargingProfile":{
        "chargingProfileId":1,"stackLevel":0,"chargingProfilePurpose":"TxProfile","chargingProfileKind":"Relative",
        "chargingSchedule":{"chargingRateUnit":"A",
            "chargingSchedulePeriod":[{"startPeriod":0,"limit":16.5}]}}})"_json; // E 3.41
    const qint64 id = send(u"RemoteStartTransaction"_s, payload);
    const auto call = station_->waitForCall(u"RemoteStartTransaction"_s);
    QVERIFY(call.has_value());
    QCOMPARE(call->payload, payload);
    QVERIFY(!call->messageId.isEmpty() && call->messageId.size() <= 36); // J 4.1.4
    Command command = engine_->command(id);
    QCOMPARE(stateOf(id), u"sent"_s);
    QCOMPARE(command.messageId, call->messageId);
    QVERIFY(command.sentAt.has_value());
    QVERIFY(!command.finishedAt);
    station_->reply(*call, R"({"status":"Accepted"})"_json);
    QTRY_COMPARE(stateOf(id), u"accepted"_s);
    command = engine_->command(id);
    QCOMPARE(QJsonDocument::fromJson(command.answer).object(), R"({"status":"Accepted"})"_json);
    QVERIFY(command.finishedAt >= command.sentAt);
    QVERIFY(!command.late);
}

void tst_Commands::answers_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QJsonObject>("payload");
    QTest::addColumn<QJsonObject>("answer");
    QTest::addColumn<QString>("state");
    const auto row = [](const QString &action, const QJsonObject &payload, const QString &status,
                        const QString &state) {
        QTest::addRow("%s %s", qPrintable(action), qPrintable(status))
            << action << payload << QJsonObject{{u"status"_s, status}} << state;
    };
    const QJsonObject unlock = R"({"connectorId":1})"_json;
    const QJsonObject availability = R"({"connectorId":1,"type":"Inoperative"})"_json;
    const QJsonObject change = R"({"key":"HeartbeatInterval","value":"5"})"_json;
    row(u"Reset"_s, R"({"type":"Soft"})"_json, u"Accepted"_s, u"accepted"_s);
    row(u"Reset"_s, R"({"type":"Hard"})"_json, u"Rejected"_s, u"rejected"_s);
    row(u"UnlockConnector"_s, unlock, u"Unlocked"_s, u"accepted"_s);
    row(u"UnlockConnector"_s, unlock, u"UnlockFailed"_s, u"rejected"_s);
    row(u"UnlockConnector"_s, unlock, u"NotSupported"_s, u"rejected"_s); // behaviour 27
    row(u"ChangeAvailability"_s, availability, u"Scheduled"_s, u"accepted"_s);
    row(u"ChangeAvailability"_s, availability, u"Rejected"_s, u"rejected"_s);
    row(u"ChangeConfiguration"_s, change, u"RebootRequired"_s, u"accepted"_s);
    row(u"ChangeConfiguration"_s, change, u"NotSupported"_s, u"rejected"_s);
    row(u"ClearChargingProfile"_s, {}, u"Unknown"_s, u"accepted"_s); // behaviour 34
    row(u"DataTransfer"_s, R"({"vendorId":"v"})"_json, u"UnknownVendorId"_s, u"rejected"_s);
    row(u"SendLocalList"_s, R"({"updateType":"Full"})"_json, u"VersionMismatch"_s, u"rejected"_s);
    row(u"ReserveNow"_s, R"({"connectorId":1,"expiryDate":"2099-01-01T00:00:00Z","idTag":"T"})"_json, u"Occupied"_s,
        u"rejected"_s);
    row(u"TriggerMessage"_s, R"({"requestedMessage":"Heartbeat"})"_json, u"NotImplemented"_s, u"rejected"_s);
    QTest::newRow("GetLocalListVersion") << u"GetLocalListVersion"_s << QJsonObject() << R"({"listVersion":-1})"_json
                                         << u"accepted"_s;
    QTest::newRow("GetConfiguration") << u"GetConfiguration"_s << QJsonObject() << QJsonObject() << u"accepted"_s;
    QTest::newRow("GetDiagnostics") << u"GetDiagnostics"_s << R"({"location":"ftp://host/"})"_json << QJsonObject()
                                    << u"accepted"_s;
}

void tst_Commands::answers()
{
    QFETCH(QString, action);
    QFETCH(QJsonObject, payload);
    QFETCH(QJsonObject, answer);
    QFETCH(QString, state);
    station_->answer(action, answer);
    const qint64 id = send(action, payload);
    QVERIFY(id > 0);
    QTRY_COMPARE(stateOf(id), state);
    QCOMPARE(QJsonDocument::fromJson(engine_->command(id).answer).object(), answer);
    QCOMPARE(engine_->findingTexts(u"CP-1"_s), QString());
}

void tst_Commands::callErrorIsAResult()
{
    const qint64 id = send(u"ClearCache"_s);
    const auto call = station_->waitForCall(u"ClearCache"_s);
    QVERIFY(call.has_value());
    station_->replyError(*call, u"NotImplemented"_s, u"What is a cache?"_s);
    QTRY_COMPARE(stateOf(id), u"error"_s);
    QCOMPARE(engine_->command(id).error, u"NotImplemented: What is a cache?"_s);
    send(u"ClearCache"_s);
    QVERIFY(station_->waitForCall(u"ClearCache"_s, 2)); // the next one goes out
}

void tst_Commands::unreadableAnswers_data()
{
    QTest::addColumn<QString>("text"); // %1: the message id
    QTest::newRow("unknown status") << uR"([3,"%1",{"status":"Perhaps"}])"_s;
    QTest::newRow("no status") << uR"([3,"%1",{}])"_s;
    QTest::newRow("null") << uR"([3,"%1",null])"_s;
    QTest::newRow("no payload") << uR"([3,"%1"])"_s;
    QTest::newRow("a list") << uR"([3,"%1",[]])"_s;
    QTest::newRow("an empty error") << uR"([4,"%1"])"_s;
    QTest::newRow("a strange error") << uR"([4,"%1","Nonsense",7,[]])"_s;
}

void tst_Commands::unreadableAnswers()
{
    QFETCH(QString, text);
    const qint64 id = send(u"ClearCache"_s);
    const auto call = station_->waitForCall(u"ClearCache"_s);
    QVERIFY(call.has_value());
    station_->sendText(text.arg(call->messageId));
    QTRY_COMPARE(stateOf(id), u"error"_s);
    QVERIFY(!engine_->command(id).error.isEmpty());
    QTRY_VERIFY(!engine_->findings(u"CP-1"_s).isEmpty());
    send(u"ClearCache"_s);
    QVERIFY(station_->waitForCall(u"ClearCache"_s, 2));
}

// Behaviour 15.
void tst_Commands::timeoutAndLateAnswer()
{
    const qint64 id = send(u"ClearCache"_s);
    const qint64 next = send(u"GetLocalListVersion"_s);
    const auto call = station_->waitForCall(u"ClearCache"_s);
    QVERIFY(call.has_value());
    QTRY_COMPARE(stateOf(id), u"timeout"_s);
    QVERIFY(engine_->command(id).finishedAt.value() - engine_->command(id).sentAt.value() >= 1s);
    const auto nextCall = station_->waitForCall(u"GetLocalListVersion"_s);
    QVERIFY(nextCall.has_value());
    station_->reply(*call, R"({"status":"Accepted"})"_json);
    QTRY_COMPARE(stateOf(id), u"accepted"_s);
    QVERIFY(engine_->command(id).late);
    QCOMPARE(stateOf(next), u"sent"_s); // the late answer is not the answer to this one
    station_->reply(*nextCall, R"({"listVersion":1})"_json);
    QTRY_COMPARE(stateOf(next), u"accepted"_s);
    QVERIFY(!engine_->command(next).late);
}

void tst_Commands::brokenConnectionLeavesItUnknown()
{
    const qint64 id = send(u"ClearCache"_s);
    QVERIFY(station_->waitForCall(u"ClearCache"_s));
    station_->abort();
    QTRY_COMPARE(stateOf(id), u"unknown"_s);
    TestStation again(u"CP-1"_s);
    QVERIFY(again.connectTo(engine_->port()));
    QCOMPARE(again.boot(), u"Accepted"_s);
    send(u"GetLocalListVersion"_s);
    QVERIFY(again.waitForCall(u"GetLocalListVersion"_s));
    QVERIFY(again.calls(u"ClearCache"_s).isEmpty()); // nobody knows whether it was done: not done twice
}

// Behaviour 15: the connection broke while the station was at it.
void tst_Commands::answerOnTheNextConnection()
{
    const qint64 id = send(u"ClearCache"_s);
    const auto call = station_->waitForCall(u"ClearCache"_s);
    QVERIFY(call.has_value());
    station_->abort();
    QTRY_COMPARE(stateOf(id), u"unknown"_s);
    QVERIFY(station_->connectTo(engine_->port()));
    station_->reply(*call, R"({"status":"Rejected"})"_json);
    QTRY_COMPARE(stateOf(id), u"rejected"_s);
    QVERIFY(engine_->command(id).late);
    QCOMPARE(engine_->findingTexts(u"CP-1"_s), QString());
    station_->reply(*call, R"({"status":"Accepted"})"_json); // once is enough
    QTRY_VERIFY(!engine_->findingTexts(u"CP-1"_s).isEmpty());
    QCOMPARE(stateOf(id), u"rejected"_s);
}

void tst_Commands::answeredAtOnceAfterAnswering()
{
    station_->answer(u"ClearCache"_s, R"({"status":"Accepted"})"_json);
    QList<qint64> ids;
    for (int i = 0; i < 50; ++i)
        ids.append(send(u"ClearCache"_s));
    for (const qint64 id : ids)
        QTRY_COMPARE(stateOf(id), u"accepted"_s);
    QCOMPARE(station_->calls().size(), 50);
}

// Behaviour 14, J 4.1.1.
void tst_Commands::oneAtATime()
{
    const qint64 first = send(u"ClearCache"_s);
    const qint64 second = send(u"GetLocalListVersion"_s);
    const auto call = station_->waitForCall(u"ClearCache"_s);
    QVERIFY(call.has_value());
    // Had the second been sent, it would be here: the writer takes one after the other.
    QCOMPARE(station_->call(u"Authorize"_s, R"({"idTag":"A"})"_json).type, 3);
    QCOMPARE(station_->calls().size(), 1);
    QCOMPARE(stateOf(second), u"queued"_s);
    station_->reply(*call, R"({"status":"Accepted"})"_json);
    QVERIFY(station_->waitForCall(u"GetLocalListVersion"_s));
    QCOMPARE(stateOf(first), u"accepted"_s);
}

// JE 3.5.
void tst_Commands::otherDirectionStaysFree()
{
    send(u"ClearCache"_s);
    const auto call = station_->waitForCall(u"ClearCache"_s);
    QVERIFY(call.has_value());
    for (int i = 0; i < 3; ++i)
        QCOMPARE(station_->call(u"Heartbeat"_s).type, 3);
    const QString pending = station_->sendCall(u"Heartbeat"_s);
    station_->reply(*call, R"({"status":"Accepted"})"_json); // while our own is on its way
    QCOMPARE(station_->answerTo(pending).type, 3);
}

void tst_Commands::personBeforeBackground()
{
    send(u"ClearCache"_s);
    const auto call = station_->waitForCall(u"ClearCache"_s);
    QVERIFY(call.has_value());
    send(u"GetConfiguration"_s, {}, Command::backgroundPriority);
    send(u"GetLocalListVersion"_s);
    station_->answer(u"GetLocalListVersion"_s, R"({"listVersion":1})"_json);
    station_->reply(*call, R"({"status":"Accepted"})"_json);
    QVERIFY(station_->waitForCall(u"GetConfiguration"_s));
    QStringList order;
    for (const Call &each : station_->calls())
        order.append(each.action);
    QCOMPARE(order, (QStringList{u"ClearCache"_s, u"GetLocalListVersion"_s, u"GetConfiguration"_s}));
}

void tst_Commands::cancelledIsNotSent()
{
    const qint64 first = send(u"ClearCache"_s);
    const auto call = station_->waitForCall(u"ClearCache"_s);
    QVERIFY(call.has_value());
    const qint64 second = send(u"GetConfiguration"_s);
    send(u"GetLocalListVersion"_s);
    QVERIFY(cancel(second));
    QVERIFY(!cancel(first)); // it is on its way
    station_->reply(*call, R"({"status":"Accepted"})"_json);
    QVERIFY(station_->waitForCall(u"GetLocalListVersion"_s));
    QVERIFY(station_->calls(u"GetConfiguration"_s).isEmpty());
    QCOMPARE(stateOf(second), u"cancelled"_s);
    QTRY_COMPARE(stateOf(first), u"accepted"_s);
}

void tst_Commands::expiredIsNotSent()
{
    station_->abort();
    QTRY_VERIFY(!engine_->station(u"CP-1"_s).online);
    const qint64 id = send(u"RemoteStartTransaction"_s, R"({"idTag":"TAG"})"_json);
    QVERIFY(engine_->command(id).expires.has_value()); // a remote start is of no use an hour later
    engine_->onStore(
        [id](store::Database &db) { db.run(u"UPDATE commands SET expires = created WHERE id = ?"_s, {id}); });
    QTRY_COMPARE(stateOf(id), u"expired"_s);
    TestStation again(u"CP-1"_s);
    QVERIFY(again.connectTo(engine_->port()));
    QCOMPARE(again.boot(), u"Accepted"_s);
    send(u"ClearCache"_s);
    QVERIFY(again.waitForCall(u"ClearCache"_s));
    QCOMPARE(again.calls().size(), 1);
}

void tst_Commands::waitsForTheStation()
{
    csms::Policy policy = EngineFixture::quietPolicy();
    policy.backlogAfter = 1h; // only what it says lets the commands go
    connectStation(policy);
    station_->abort();
    QTRY_VERIFY(!engine_->station(u"CP-1"_s).online);
    const qint64 first = send(u"ClearCache"_s);
    const qint64 second = send(u"GetLocalListVersion"_s);
    QCOMPARE(stateOf(first), u"queued"_s);

    TestStation again(u"CP-1"_s);
    again.answer(u"ClearCache"_s, R"({"status":"Accepted"})"_json);
    again.answer(u"GetLocalListVersion"_s, R"({"listVersion":1})"_json);
    QVERIFY(again.connectTo(engine_->port()));
    QTRY_VERIFY(engine_->station(u"CP-1"_s).online);
    QVERIFY(again.calls().isEmpty());
    QCOMPARE(again.boot(), u"Accepted"_s); // the answer comes before any call
    QTRY_COMPARE(stateOf(second), u"accepted"_s);
    QCOMPARE(again.calls().value(0).action, u"ClearCache"_s);
    QCOMPARE(again.calls().value(1).action, u"GetLocalListVersion"_s);
}

void tst_Commands::waitsForSilentStations()
{
    csms::Policy policy = EngineFixture::quietPolicy();
    policy.backlogAfter = 1s;
    connectStation(policy);
    station_->abort();
    QTRY_VERIFY(!engine_->station(u"CP-1"_s).online);
    send(u"ClearCache"_s);
    TestStation again(u"CP-1"_s);
    QVERIFY(again.connectTo(engine_->port()));
    QVERIFY(again.waitForCall(u"ClearCache"_s)); // it was never told to boot, and says nothing
}

void tst_Commands::isSentWhenTheDatabaseIsWellAgain()
{
    static std::atomic<bool> isRefused = false; // on the writer thread
    isRefused = false;
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &text) {
        isRefused = isRefused || text.contains(u"not today"_s);
    });
    const auto listening = qScopeGuard([] { qInstallMessageHandler(nullptr); });
    engine_->onStore([](store::Database &db) {
        if (db.backend() == store::Backend::Sqlite) {
            db.define(u"CREATE TRIGGER refusal BEFORE UPDATE ON commands WHEN NEW.state = 'sent' "
                      "BEGIN SELECT RAISE(ABORT, 'not today'); END"_s);
            return;
        }
        db.define(u"CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS "
                  "'BEGIN RAISE EXCEPTION ''not today'' USING ERRCODE = ''check_violation''; END'"_s);
        db.define(u"CREATE TRIGGER refusal BEFORE UPDATE ON commands FOR EACH ROW WHEN (NEW.state = 'sent') "
                  "EXECUTE FUNCTION refuse()"_s);
    });
    const qint64 id = send(u"ClearCache"_s);
    QTRY_VERIFY(isRefused);
    QCOMPARE(stateOf(id), u"queued"_s);
    engine_->onStore([](store::Database &db) {
        db.define(db.backend() == store::Backend::Sqlite ? u"DROP TRIGGER refusal"_s
                                                         : u"DROP TRIGGER refusal ON commands"_s);
    });
    QVERIFY(station_->waitForCall(u"ClearCache"_s));
}

// Its answer came while nothing could be written, say.
void tst_Commands::isGivenUpWhenNobodyEndedIt()
{
    const qint64 id = send(u"ClearCache"_s);
    const auto call = station_->waitForCall(u"ClearCache"_s);
    QVERIFY(call.has_value());
    station_->reply(*call, R"({"status":"Accepted"})"_json);
    QTRY_COMPARE(stateOf(id), u"accepted"_s);
    engine_->onStore([id](store::Database &db) {
        db.run(u"UPDATE commands SET state = 'sent', sent_at = sent_at - 100000 WHERE id = ?"_s, {id});
    });
    QTRY_COMPARE(stateOf(id), u"timeout"_s);
}

void tst_Commands::wrongPayloadIsRefused()
{
    QCOMPARE(send(u"Reset"_s, R"({"type":"Medium"})"_json), 0);
    QCOMPARE(send(u"Dance"_s), 0);
    QCOMPARE(engine_->command(u"CP-2"_s, u"ClearCache"_s), 0);
}

// Behaviour 11.
void tst_Commands::remoteStartKeepsToTheLimit()
{
    engine_->addTag(u"ONE"_s, [](store::IdTag &tag) { tag.maxConcurrent = 1; });
    station_->answer(u"RemoteStartTransaction"_s, R"({"status":"Accepted"})"_json);
    const QJsonObject remoteStart = R"({"connectorId":2,"idTag":"one"})"_json;
    const Answer started =
        station_->call(u"StartTransaction"_s,
                       R"({"connectorId":1,"idTag":"ONE","meterStart":0,"timestamp":"2026-01-01T00:00:00Z"})"_json);
    const qint64 tooMany = send(u"RemoteStartTransaction"_s, remoteStart);
    QTRY_COMPARE(stateOf(tooMany), u"error"_s);
    QVERIFY2(engine_->command(tooMany).error.startsWith(u"Not sent: ONE has as many"_s),
             qPrintable(engine_->command(tooMany).error));
    QVERIFY(!engine_->command(tooMany).sentAt);
    QVERIFY(station_->calls().isEmpty());
    station_->call(u"StopTransaction"_s, with(R"({"meterStop":1,"timestamp":"2026-01-01T01:00:00Z"})"_json,
                                              "transactionId"_L1, started.payload[u"transactionId"_s]));
    const qint64 first = send(u"RemoteStartTransaction"_s, remoteStart);
    QTRY_COMPARE(stateOf(first), u"accepted"_s);
}

void tst_Commands::anAcceptedStationIsNotAskedToBoot_data()
{
    QTest::addColumn<QString>("action");
    QTest::newRow("TriggerMessage") << u"TriggerMessage"_s;
    QTest::newRow("ExtendedTriggerMessage") << u"ExtendedTriggerMessage"_s;
}

// E 3.40.
void tst_Commands::anAcceptedStationIsNotAskedToBoot()
{
    QFETCH(QString, action);
    const auto trigger = [this, action](const QString &message) {
        return send(action, {{u"requestedMessage"_s, message}});
    };
    station_->answer(action, R"({"status":"Accepted"})"_json);
    const qint64 boot = trigger(u"BootNotification"_s);
    QTRY_COMPARE(stateOf(boot), u"error"_s);
    QVERIFY(engine_->command(boot).error.contains(u"E 3.40"_s));
    QVERIFY(station_->calls().isEmpty());
    const qint64 heartbeat = trigger(u"Heartbeat"_s);
    QTRY_COMPARE(stateOf(heartbeat), u"accepted"_s);
    engine_->changeStation(u"CP-1"_s, [](store::Station &s) { s.registration = store::Registration::Pending; });
    const qint64 whilePending = trigger(u"BootNotification"_s); // behaviour 18: that is how onboarding goes on
    QTRY_COMPARE(stateOf(whilePending), u"accepted"_s);
}

void tst_Commands::theApiIsNotGuarded_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QJsonObject>("payload");
    QTest::newRow("limit") << u"RemoteStartTransaction"_s << R"({"idTag":"NONE"})"_json;
    QTest::newRow("boot") << u"TriggerMessage"_s << R"({"requestedMessage":"BootNotification"})"_json;
}

// api.md: tools test a station's refusals with it.
void tst_Commands::theApiIsNotGuarded()
{
    QFETCH(QString, action);
    QFETCH(QJsonObject, payload);
    engine_->addTag(u"NONE"_s, [](store::IdTag &tag) { tag.maxConcurrent = 0; });
    station_->answer(action, R"({"status":"Rejected"})"_json);
    const qint64 guarded = send(action, payload);
    QTRY_COMPARE(stateOf(guarded), u"error"_s);
    const qint64 id = engine_->command(u"CP-1"_s, action, payload, Command::personPriority, u"api"_s);
    QTRY_COMPARE(stateOf(id), u"rejected"_s);
    QCOMPARE(station_->calls(action).size(), 1);
}

QTEST_GUILESS_MAIN(tst_Commands)
#include "tst_commands.moc"
