// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/apifixture.h"
#include "store/commands.h"

#include <QElapsedTimer>
#include <QTest>

#include <future>

using namespace Qt::Literals::StringLiterals;

class tst_Commands : public QObject {
    Q_OBJECT

private slots:
    void init();
    void isQueued();
    void payloadGoesOutAsGiven();
    void missingIdsAreFilledIn();
    void refusals_data();
    void refusals();
    void nowOrNever();
    void expires();
    void waitAnswersAtTheEnd();
    void waitAnswersWithTheStateAfterItsTime();
    void manyMayWaitWhileOthersAreAnswered();
    void tooManyWaitsSendNothing();
    void stopEndsWaiting();
    void cancelling();
    void secretsAreMasked();
    void listIsNewestFirst();
    void unknownCommands();

private:
    qint64 send(const QByteArray &body)
    {
        return fixture_->post("/stations/CP/commands", body).json().value("id"_L1).toInteger();
    }
    void finish(qint64 id, const QByteArray &answer);

    std::unique_ptr<ApiFixture> fixture_;
};

void tst_Commands::init()
{
    fixture_ =
        std::make_unique<ApiFixture>([](http::ControlApi::Parameters &parameters) { parameters.waits = 70; });
    fixture_->addStation(u"CP"_s);
}

// What the engine does when the station has answered.
void tst_Commands::finish(qint64 id, const QByteArray &answer)
{
    QVERIFY(fixture_->write([&](store::Database &db) {
        store::Commands commands(db);
        commands.markSent(id, u"msg-1"_s, moment(0));
        commands.finish(id, {store::CommandState::Accepted, answer, {}, moment(1'000), false});
    }));
}

void tst_Commands::isQueued()
{
    const auto reply =
        fixture_->post("/stations/cp/commands", R"({"action":"Reset","payload":{"type":"Soft"}})");
    QCOMPARE(reply.status, 202);
    const QJsonObject command = reply.json();
    QVERIFY(command.value("id"_L1).toInteger() > 0);
    QCOMPARE(command.value("station"_L1).toString(), u"CP"_s);
    QCOMPARE(command.value("action"_L1).toString(), u"Reset"_s);
    QCOMPARE(command.value("payload"_L1).toObject(), (QJsonObject{{u"type"_s, u"Soft"_s}}));
    QCOMPARE(command.value("state"_L1).toString(), u"queued"_s);
    QCOMPARE(command.value("origin"_L1).toString(), u"api"_s);
    for (const auto member : {"sentAt"_L1, "finishedAt"_L1, "answer"_L1, "error"_L1, "messageId"_L1})
        QVERIFY2(command.contains(member) && command.value(member).isNull(), member.data());
    QCOMPARE(fixture_->get("/commands/" + QByteArray::number(command.value("id"_L1).toInteger())).json(),
             command);
}

void tst_Commands::payloadGoesOutAsGiven()
{
    const QJsonObject empty = fixture_->post("/stations/CP/commands", R"({"action":"ClearCache"})").json();
    QCOMPARE(empty.value("payload"_L1), QJsonValue(QJsonObject()));
    // No guarding beyond the schema: the connector does not exist.
    const auto odd = fixture_->post("/stations/CP/commands",
                                    R"({"action":"UnlockConnector","payload":{"connectorId":99}})");
    QCOMPARE(odd.status, 202);
}

void tst_Commands::missingIdsAreFilledIn()
{
    const auto reply = fixture_->post(
        "/stations/CP/commands",
        R"({"action":"ReserveNow","payload":{"connectorId":1,
            "expiryDate":"2030-01-01T00:00:00Z","idTag":"A"}})");
    QCOMPARE(reply.status, 202);
    QVERIFY(reply.json().value("payload"_L1).toObject().contains("reservationId"_L1));
}

void tst_Commands::refusals_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("pointer");
    const QByteArray cp = "/stations/CP/commands";
    QTest::newRow("unknown station") << "/stations/NO/commands"_ba
                                     << R"({"action":"Reset","payload":{"type":"Soft"}})"_ba << 404
                                     << u"unknownStation"_s << QString();
    QTest::newRow("unknown action") << cp << R"({"action":"Explode"})"_ba << 422 << u"unknownAction"_s
                                    << u"/action"_s;
    QTest::newRow("other direction") << cp << R"({"action":"BootNotification"})"_ba << 422
                                     << u"unknownAction"_s << u"/action"_s;
    QTest::newRow("wrong case") << cp << R"({"action":"reset"})"_ba << 422 << u"unknownAction"_s
                                << u"/action"_s;
    QTest::newRow("wrong word") << cp << R"({"action":"Reset","payload":{"type":"Gentle"}})"_ba << 422
                                << u"invalidPayload"_s << u"/payload/type"_s;
    QTest::newRow("extra member") << cp << R"({"action":"ClearCache","payload":{"x":1}})"_ba << 422
                                  << u"invalidPayload"_s << u"/payload/x"_s;
    QTest::newRow("deep")
        << cp
        << R"({"action":"SendLocalList","payload":{"listVersion":1,"updateType":"Full",
            "localAuthorizationList":[{"idTag":1}]}})"_ba
        << 422 << u"invalidPayload"_s << u"/payload/localAuthorizationList/0/idTag"_s;
    QTest::newRow("no action") << cp << R"({"payload":{}})"_ba << 422 << u"badMember"_s << u"/action"_s;
    QTest::newRow("payload is a list")
        << cp << R"({"action":"Reset","payload":[]})"_ba << 422 << u"badMember"_s << u"/payload"_s;
    QTest::newRow("negative expiry") << cp << R"({"action":"ClearCache","expiresIn":-1})"_ba << 422
                                     << u"badMember"_s << u"/expiresIn"_s;
    QTest::newRow("unknown member") << cp << R"({"action":"ClearCache","expires":1})"_ba << 422
                                    << u"badMember"_s << u"/expires"_s;
    QTest::newRow("not JSON") << cp << "Reset"_ba << 400 << u"malformedJson"_s << QString();
    QTest::newRow("bad wait") << QByteArray(cp + "?wait=soon") << R"({"action":"ClearCache"})"_ba << 400
                              << u"badParameter"_s << QString();
    QTest::newRow("wait too long") << QByteArray(cp + "?wait=3601") << R"({"action":"ClearCache"})"_ba << 400
                                   << u"badParameter"_s << QString();
}

void tst_Commands::refusals()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    const auto reply = fixture_->post(path, body);
    QTEST(reply.status, "status");
    QTEST(reply.errorCode(), "code");
    QTEST(reply.json().value("error"_L1).toObject().value("path"_L1).toString(), "pointer");
    QVERIFY(!reply.errorMessage().isEmpty());
    QCOMPARE(fixture_->get("/stations/CP/commands").items().size(), 0);
}

void tst_Commands::nowOrNever()
{
    const QByteArray body = R"({"action":"ClearCache","expiresIn":0})";
    const auto offline = fixture_->post("/stations/CP/commands", body);
    QCOMPARE(offline.status, 409);
    QCOMPARE(offline.errorCode(), u"offline"_s);
    QCOMPARE(fixture_->get("/stations/CP/commands").items().size(), 0);
}

void tst_Commands::expires()
{
    const QJsonObject command =
        fixture_->post("/stations/CP/commands", R"({"action":"ClearCache","expiresIn":60})").json();
    const auto created = ocpp::parseTimestamp(command.value("created"_L1).toString(), ocpp::Zone::Utc)->value;
    const auto expiry = ocpp::parseTimestamp(command.value("expires"_L1).toString(), ocpp::Zone::Utc)->value;
    QCOMPARE((expiry - created).count(), 60'000);
}

void tst_Commands::waitAnswersAtTheEnd()
{
    auto waiting = std::async(std::launch::async, [this] {
        return fixture_->post("/stations/CP/commands?wait=60",
                              R"({"action":"Reset","payload":{"type":"Soft"}})");
    });
    QTRY_COMPARE(fixture_->get("/stations/CP/commands").items().size(), 1);
    QCOMPARE(waiting.wait_for(std::chrono::seconds(0)), std::future_status::timeout);
    const qint64 id =
        fixture_->get("/stations/CP/commands").items().first().toObject().value("id"_L1).toInteger();
    QElapsedTimer timer;
    timer.start();
    finish(id, R"({"status":"Accepted"})");
    const auto reply = waiting.get();
    QVERIFY(timer.elapsed() < 5'000);
    QCOMPARE(reply.status, 202);
    const QJsonObject command = reply.json();
    QCOMPARE(command.value("id"_L1).toInteger(), id);
    QCOMPARE(command.value("state"_L1).toString(), u"accepted"_s);
    QCOMPARE(command.value("answer"_L1).toObject().value("status"_L1).toString(), u"Accepted"_s);
    QCOMPARE(command.value("messageId"_L1).toString(), u"msg-1"_s);
    QCOMPARE(command.value("sentAt"_L1).toString(), u"2026-01-01T00:00:00Z"_s);
    QCOMPARE(command.value("finishedAt"_L1).toString(), u"2026-01-01T00:00:01Z"_s);
}

void tst_Commands::waitAnswersWithTheStateAfterItsTime()
{
    QElapsedTimer timer;
    timer.start();
    const auto reply = fixture_->post("/stations/CP/commands?wait=1", R"({"action":"ClearCache"})");
    QVERIFY(timer.elapsed() >= 1'000);
    QCOMPARE(reply.status, 202);
    QCOMPARE(reply.json().value("state"_L1).toString(), u"queued"_s);
}

void tst_Commands::manyMayWaitWhileOthersAreAnswered()
{
    constexpr int many = 64;
    std::vector<std::future<ApiFixture::Reply>> waiting;
    for (int i = 0; i < many; ++i) {
        waiting.push_back(std::async(std::launch::async, [this] {
            return fixture_->post("/stations/CP/commands?wait=60", R"({"action":"ClearCache"})");
        }));
    }
    QTRY_COMPARE_WITH_TIMEOUT(fixture_->get("/stations/CP/commands").items().size(), many, 30'000);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(fixture_->get("/health").status, 200);
    QVERIFY2(timer.elapsed() < 2'000, qPrintable(QString::number(timer.elapsed())));
    for (const QJsonValue &item : fixture_->get("/stations/CP/commands").items())
        finish(item.toObject().value("id"_L1).toInteger(), R"({"status":"Accepted"})");
    for (auto &one : waiting)
        QCOMPARE(one.get().json().value("state"_L1).toString(), u"accepted"_s);
}

void tst_Commands::tooManyWaitsSendNothing()
{
    ApiFixture fixture([](http::ControlApi::Parameters &parameters) { parameters.waits = 1; });
    fixture.addStation(u"CP"_s);
    auto waiting = std::async(std::launch::async, [&fixture] {
        return fixture.post("/stations/CP/commands?wait=60", R"({"action":"ClearCache"})");
    });
    QTRY_COMPARE(fixture.get("/stations/CP/commands").items().size(), 1);
    const auto refused = fixture.post("/stations/CP/commands?wait=60", R"({"action":"ClearCache"})");
    QCOMPARE(refused.status, 503);
    QCOMPARE(refused.errorCode(), u"tooManyWaits"_s);
    QCOMPARE(fixture.get("/stations/CP/commands").items().size(), 1);
    QCOMPARE(fixture.post("/stations/CP/commands", R"({"action":"ClearCache"})").status, 202);
    fixture.api().stop();
    waiting.wait();
}

void tst_Commands::stopEndsWaiting()
{
    auto waiting = std::async(std::launch::async, [this] {
        return fixture_->post("/stations/CP/commands?wait=60", R"({"action":"ClearCache"})");
    });
    QTRY_COMPARE(fixture_->get("/stations/CP/commands").items().size(), 1);
    QElapsedTimer timer;
    timer.start();
    fixture_->api().stop();
    QVERIFY(timer.elapsed() < 5'000);
    const auto reply = waiting.get();
    QCOMPARE(reply.status, 202);
    QCOMPARE(reply.json().value("state"_L1).toString(), u"queued"_s);
}

void tst_Commands::cancelling()
{
    const QByteArray path = "/commands/" + QByteArray::number(send(R"({"action":"ClearCache"})"));
    const auto cancelled = fixture_->del(path);
    QCOMPARE(cancelled.status, 200);
    QCOMPARE(cancelled.json().value("state"_L1).toString(), u"cancelled"_s);
    QVERIFY(!cancelled.json().value("finishedAt"_L1).isNull());
    const auto again = fixture_->del(path);
    QCOMPARE(again.status, 409);
    QCOMPARE(again.errorCode(), u"notQueued"_s);
}

void tst_Commands::secretsAreMasked()
{
    const auto reply = fixture_->post(
        "/stations/CP/commands",
        R"({"action":"ChangeConfiguration","payload":{"key":"AuthorizationKey",
            "value":"0011223344556677"}})");
    QCOMPARE(reply.status, 202);
    QVERIFY(!reply.body.contains("0011223344556677"));
    QCOMPARE(reply.json().value("payload"_L1).toObject().value("value"_L1).toString(), u"***"_s);
}

void tst_Commands::listIsNewestFirst()
{
    const qint64 first = send(R"({"action":"ClearCache"})");
    const qint64 second = send(R"({"action":"GetLocalListVersion"})");
    const auto page = fixture_->get("/stations/CP/commands?limit=1");
    QCOMPARE(page.items().first().toObject().value("id"_L1).toInteger(), second);
    QCOMPARE(page.json().value("next"_L1).toString(), QString::number(second));
    const auto rest = fixture_->get("/stations/CP/commands?after=" + QByteArray::number(second));
    QCOMPARE(rest.items().size(), 1);
    QCOMPARE(rest.items().first().toObject().value("id"_L1).toInteger(), first);
}

void tst_Commands::unknownCommands()
{
    for (const QByteArray &id : {"999999"_ba, "x"_ba, "-1"_ba, "99999999999999999999"_ba}) {
        QCOMPARE(fixture_->get("/commands/" + id).errorCode(), u"unknownCommand"_s);
        QCOMPARE(fixture_->del("/commands/" + id).status, 404);
    }
}

QTEST_GUILESS_MAIN(tst_Commands)
#include "tst_commands.moc"
