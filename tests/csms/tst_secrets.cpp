// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/password.h"
#include "enginefixture.h"
#include "json.h"
#include "rawcaller.h"
#include "store/clock.h"
#include "store/configuration.h"
#include "teststation.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// W A01: the key of HTTP Basic authentication; behaviour 28: secrets are never logged or shown.
class tst_Secrets : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void newPasswordIsAdopted();
    void passwordThatIsNotHexIsTakenAsItStands();
    void keptIfTheStationRefuses_data();
    void keptIfTheStationRefuses();
    void whoComesWithItHasTakenIt();
    void aRefusedOneDoesNotHideTheOneBefore();
    void whatAPersonSetsLaterOvertakesIt();
    void cancelledTooLateIsStillAdopted();
    void cancelledLeavesNoSecret();
    void expiredLeavesNoSecret();
    void forgottenIsNotAdopted();
    void desiredLeavesNoSecret_data();
    void desiredLeavesNoSecret();
    void refusedWishLeavesNoSecret_data();
    void refusedWishLeavesNoSecret();
    void reportedSecretsAreNotKept();
    void repeatedAnswerLeavesNoSecret();
    void listingThatCannotBeReadIsNotKept_data();
    void listingThatCannotBeReadIsNotKept();
    void otherSecretsAreMaskedToo();

private:
    qint64 change(const QString &key, const QString &value);
    /// As a person enters it.
    void setPassword(const QByteArray &password);
    /// To the key, for a station with the password "old" that goes without an answer. The command's id.
    qint64 changeWithoutAnswer();
    /// Everything a person may look at: commands, frames, findings, what the station reported, knocks.
    QByteArray everythingKept();
    QByteArray statusWith(const QByteArray &password);

    // 18 bytes; as it travels, and as it is used
    const QString key_ = u"A0112233445566778899AABBCCDDEE3AFF3A"_s;
    const QByteArray password_ = QByteArray::fromHex("A0112233445566778899AABBCCDDEE3AFF3A");
    std::unique_ptr<EngineFixture> engine_;
    std::unique_ptr<TestStation> station_;
};

void tst_Secrets::init()
{
    engine_ = std::make_unique<EngineFixture>();
    engine_->addStation(u"CP-1"_s);
    station_ = std::make_unique<TestStation>(u"CP-1"_s);
    QVERIFY(station_->connectTo(engine_->port()));
    QCOMPARE(station_->boot(), u"Accepted"_s);
}

void tst_Secrets::cleanup()
{
    station_.reset();
    engine_.reset();
}

qint64 tst_Secrets::change(const QString &key, const QString &value)
{
    return engine_->command(u"CP-1"_s, u"ChangeConfiguration"_s, {{u"key"_s, key}, {u"value"_s, value}});
}

void tst_Secrets::setPassword(const QByteArray &password)
{
    const QString hash = config::hashPassword(password);
    engine_->changeStation(u"CP-1"_s, [&hash](store::Station &station) {
        station.securityProfile = 1;
        station.passwordHash = hash;
    });
}

qint64 tst_Secrets::changeWithoutAnswer()
{
    TestStation station(u"CP-1"_s);
    if (!station.connectTo(engine_->port(), {.password = "old"_ba}) || station.boot() != u"Accepted"_s)
        return 0;
    const qint64 id = change(u"AuthorizationKey"_s, key_);
    if (!station.waitForCall(u"ChangeConfiguration"_s))
        return 0;
    station.abort();
    return QTest::qWaitFor([&] { return engine_->stateOf(id) == u"unknown"_s; }) ? id : 0;
}

QByteArray tst_Secrets::everythingKept()
{
    return engine_->onStore([](store::Database &db) {
        QByteArray all;
        for (const store::Command &command : store::Commands(db).list())
            all += command.payload + command.answer + command.error.toUtf8() + '\n';
        for (const store::FrameRow &frame : store::Frames(db).since(u"CP-1"_s, {}, 1000))
            all += frame.payload + frame.finding.toUtf8() + '\n';
        for (const store::FindingRow &finding : store::Findings(db).list(u"CP-1"_s))
            all += finding.text.toUtf8() + '\n';
        for (const store::ConfigurationKey &key : store::Configuration(db).list(u"CP-1"_s))
            all += (key.value.value_or(QString()) + key.desired.value_or(QString())).toUtf8() + '\n';
        return all;
    });
}

QByteArray tst_Secrets::statusWith(const QByteArray &password)
{
    return RawCaller::statusFor(engine_->port(), "/CP-1", RawCaller::basic("CP-1", password));
}

void tst_Secrets::newPasswordIsAdopted()
{
    const qint64 id = change(u"AuthorizationKey"_s, key_);
    const auto call = station_->waitForCall(u"ChangeConfiguration"_s);
    QVERIFY(call.has_value());
    QCOMPARE(call->payload[u"value"_s].toString(), key_); // out in clear: the station needs it
    station_->reply(*call, R"({"status":"Accepted"})"_json);
    QTRY_COMPARE(engine_->stateOf(id), u"accepted"_s);
    QCOMPARE(statusWith(password_), "101"_ba);
    QTRY_COMPARE(statusWith("something else"), "401"_ba);
    QCOMPARE(statusWith(key_.toLatin1()), "401"_ba); // it comes back decoded (W A01)
    QVERIFY(!everythingKept().contains(key_.toUtf8()));
    QVERIFY(!everythingKept().contains(password_));
    QCOMPARE(QJsonDocument::fromJson(engine_->command(id).payload)[u"key"_s].toString(),
             u"AuthorizationKey"_s);
}

void tst_Secrets::passwordThatIsNotHexIsTakenAsItStands()
{
    station_->answer(u"ChangeConfiguration"_s, R"({"status":"Accepted"})"_json);
    const qint64 id = change(u"authorizationkey"_s, u"a plain passphrase"_s);
    QTRY_COMPARE(engine_->stateOf(id), u"accepted"_s);
    QCOMPARE(statusWith("a plain passphrase"), "101"_ba);
    QVERIFY(!everythingKept().contains("a plain passphrase"));
}

void tst_Secrets::keptIfTheStationRefuses_data()
{
    QTest::addColumn<QString>("answer"); // %1: the message id
    QTest::addColumn<QString>("state");
    QTest::newRow("rejected") << uR"([3,"%1",{"status":"Rejected"}])"_s << u"rejected"_s;
    QTest::newRow("not supported") << uR"([3,"%1",{"status":"NotSupported"}])"_s << u"rejected"_s;
    QTest::newRow("error") << uR"([4,"%1","InternalError","",{}])"_s << u"error"_s;
    QTest::newRow("unreadable") << uR"([3,"%1",{"status":"Perhaps"}])"_s << u"error"_s;
    QTest::newRow("error that says it") << uR"([4,"%1","GenericError","not )"_s + key_ + uR"(",{"value":")"_s + key_
                                               + uR"("}])"_s
                                        << u"error"_s;
    QTest::newRow("no payload") << uR"([3,"%1",[]])"_s << u"error"_s;
}

void tst_Secrets::keptIfTheStationRefuses()
{
    QFETCH(QString, answer);
    QFETCH(QString, state);
    const qint64 id = change(u"AuthorizationKey"_s, key_);
    const auto call = station_->waitForCall(u"ChangeConfiguration"_s);
    QVERIFY(call.has_value());
    station_->sendText(answer.arg(call->messageId));
    QTRY_COMPARE(engine_->stateOf(id), state);
    QVERIFY(engine_->station(u"CP-1"_s).passwordHash.isEmpty());
    QVERIFY2(!everythingKept().contains(key_.toUtf8()), everythingKept());
}

// Its answer was lost with the connection: until it comes with the new password the old one is good.
void tst_Secrets::whoComesWithItHasTakenIt()
{
    setPassword("old");
    const qint64 id = changeWithoutAnswer();
    QCOMPARE(engine_->stateOf(id), u"unknown"_s);
    QCOMPARE(statusWith("old"), "101"_ba);
    QCOMPARE(statusWith("something else"), "401"_ba);
    QCOMPARE(engine_->stateOf(id), u"unknown"_s);
    QCOMPARE(statusWith(password_), "101"_ba);
    QCOMPARE(engine_->stateOf(id), u"accepted"_s);
    QTRY_COMPARE(statusWith("old"), "401"_ba);
    QVERIFY2(!everythingKept().contains(key_.toUtf8()), everythingKept());
}

void tst_Secrets::aRefusedOneDoesNotHideTheOneBefore()
{
    setPassword("old");
    const qint64 id = changeWithoutAnswer();
    QCOMPARE(engine_->stateOf(id), u"unknown"_s);
    TestStation station(u"CP-1"_s);
    QVERIFY(station.connectTo(engine_->port(), {.password = "old"_ba}));
    QCOMPARE(station.boot(), u"Accepted"_s);
    station.answer(u"ChangeConfiguration"_s, R"({"status":"Rejected"})"_json);
    const qint64 refused = change(u"AuthorizationKey"_s, u"another one"_s);
    QTRY_COMPARE(engine_->stateOf(refused), u"rejected"_s);
    QCOMPARE(statusWith("another one"), "401"_ba);
    QCOMPARE(statusWith(password_), "101"_ba);
    QCOMPARE(engine_->stateOf(id), u"accepted"_s);
}

// A person may do so because the one that was sent is known to others.
void tst_Secrets::whatAPersonSetsLaterOvertakesIt()
{
    setPassword("old");
    const qint64 id = changeWithoutAnswer();
    QCOMPARE(engine_->stateOf(id), u"unknown"_s);
    setPassword("by hand");
    QVERIFY2(!everythingKept().contains(key_.toUtf8()), everythingKept());
    QTRY_COMPARE(statusWith(password_), "401"_ba);
    QCOMPARE(statusWith("by hand"), "101"_ba);
    QCOMPARE(engine_->stateOf(id), u"unknown"_s);
}

// Else the station would come with a password that nobody here knows.
void tst_Secrets::cancelledTooLateIsStillAdopted()
{
    const qint64 id = change(u"AuthorizationKey"_s, key_);
    const auto call = station_->waitForCall(u"ChangeConfiguration"_s);
    QVERIFY(call.has_value());
    QVERIFY(!engine_->onStore([id](store::Database &db) { return store::Commands(db).cancel(id, {}); }));
    station_->reply(*call, R"({"status":"Accepted"})"_json);
    QTRY_COMPARE(engine_->stateOf(id), u"accepted"_s);
    QCOMPARE(statusWith(password_), "101"_ba);
    QVERIFY2(!everythingKept().contains(key_.toUtf8()), everythingKept());
}

void tst_Secrets::cancelledLeavesNoSecret()
{
    station_->abort();
    QTRY_VERIFY(!engine_->station(u"CP-1"_s).online);
    const qint64 id = change(u"AuthorizationKey"_s, key_);
    QVERIFY(engine_->onStore([id](store::Database &db) { return store::Commands(db).cancel(id, {}); }));
    QVERIFY2(!everythingKept().contains(key_.toUtf8()), everythingKept());
}

void tst_Secrets::expiredLeavesNoSecret()
{
    station_->abort();
    QTRY_VERIFY(!engine_->station(u"CP-1"_s).online);
    const qint64 id = change(u"AuthorizationKey"_s, key_);
    engine_->onStore(
        [id](store::Database &db) { db.run(u"UPDATE commands SET expires = created WHERE id = ?"_s, {id}); });
    QTRY_COMPARE(engine_->stateOf(id), u"expired"_s);
    QVERIFY2(!everythingKept().contains(key_.toUtf8()), everythingKept());
}

// Of a command that nobody answered the secret is masked after a while; the mask is no password.
void tst_Secrets::forgottenIsNotAdopted()
{
    const qint64 id = change(u"AuthorizationKey"_s, key_);
    const auto call = station_->waitForCall(u"ChangeConfiguration"_s);
    QVERIFY(call.has_value());
    QTRY_COMPARE(engine_->stateOf(id), u"sent"_s);
    engine_->onStore([id](store::Database &db) {
        const ocpp::Timestamp now = store::now();
        store::Commands(db).finish(id, {store::CommandState::Timeout, {}, {}, now, false});
        store::Commands(db).forgetSecrets(now + std::chrono::hours(1));
    });
    QVERIFY2(!everythingKept().contains(key_.toUtf8()), everythingKept());
    station_->reply(*call, R"({"status":"Accepted"})"_json);
    QTRY_COMPARE(engine_->stateOf(id), u"accepted"_s);
    QVERIFY(engine_->station(u"CP-1"_s).passwordHash.isEmpty());
}

void tst_Secrets::desiredLeavesNoSecret_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("state");
    QTest::newRow("accepted") << u"Accepted"_s << u"inSync"_s;
    QTest::newRow("after a reboot") << u"RebootRequired"_s << u"rebootRequired"_s;
}

void tst_Secrets::desiredLeavesNoSecret()
{
    QFETCH(QString, status);
    const auto state = [this] {
        return engine_->onStore([](store::Database &db) {
            const auto key = store::Configuration(db).find(u"CP-1"_s, u"AuthorizationKey"_s);
            return key ? QString(toString(key->state)) : QString();
        });
    };
    engine_->onStore([](store::Database &db) { // was read since the boot: what is desired is worked off at once
        store::Configuration(db).report(u"CP-1"_s, {{u"HeartbeatInterval"_s, u"300"_s, false}}, store::now());
    });
    station_->answer(u"ChangeConfiguration"_s, {{u"status"_s, status}});
    engine_->onStore([this](store::Database &db) {
        store::Configuration(db).desire(u"CP-1"_s, u"AuthorizationKey"_s, key_, store::now());
    });
    QTRY_VERIFY(state() != u"pending"_s);
    QTEST(state(), "state");
    QVERIFY2(!everythingKept().contains(key_.toUtf8()), everythingKept());
    QCOMPARE(station_->boot(), u"Accepted"_s);
    QCOMPARE(state(), u"inSync"_s); // and it is not sent again
    QCOMPARE(station_->calls(u"ChangeConfiguration"_s).size(), 1);
    QCOMPARE(statusWith(password_), "101"_ba);
}

void tst_Secrets::refusedWishLeavesNoSecret_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("state");
    QTest::newRow("rejected") << u"Rejected"_s << u"rejected"_s;
    QTest::newRow("not supported") << u"NotSupported"_s << u"notSupported"_s;
}

void tst_Secrets::refusedWishLeavesNoSecret()
{
    QFETCH(QString, status);
    const auto row = [this] {
        return engine_->onStore([](store::Database &db) {
            return store::Configuration(db).find(u"CP-1"_s, u"AuthorizationKey"_s).value_or(store::ConfigurationKey());
        });
    };
    engine_->onStore([](store::Database &db) { // was read since the boot: what is desired is worked off at once
        store::Configuration(db).report(u"CP-1"_s, {{u"HeartbeatInterval"_s, u"300"_s, false}}, store::now());
    });
    station_->answer(u"ChangeConfiguration"_s, {{u"status"_s, status}});
    engine_->onStore([this](store::Database &db) {
        store::Configuration(db).desire(u"CP-1"_s, u"AuthorizationKey"_s, key_, store::now());
    });
    QTRY_VERIFY(row().desired && row().state != store::ConfigurationState::Pending);
    QTEST(QString(toString(row().state)), "state");
    QVERIFY(row().desired.has_value()); // for a person to decide
    QVERIFY2(!everythingKept().contains(key_.toUtf8()), everythingKept());
    QVERIFY(engine_->station(u"CP-1"_s).passwordHash.isEmpty());
    QCOMPARE(station_->boot(), u"Accepted"_s);
    QCOMPARE(station_->calls(u"ChangeConfiguration"_s).size(), 1); // what is not known any more is not sent
}

void tst_Secrets::reportedSecretsAreNotKept()
{
    station_->answer(u"GetConfiguration"_s, R"({"configurationKey":[
        {"key":"AuthorizationKey","readonly":false,"value":"topsecret"},
        {"key":"WifiPassword","readonly":false,"value":"topsecret"},
        {"key":"HeartbeatInterval","readonly":false,"value":"300"}]})"_json);
    const qint64 id = engine_->command(u"CP-1"_s, u"GetConfiguration"_s);
    QTRY_COMPARE(engine_->stateOf(id), u"accepted"_s);
    QVERIFY(everythingKept().contains("300"));
    QVERIFY2(!everythingKept().contains("topsecret"), everythingKept());
}

// Nobody waits for the second one, so nobody knows what it answers; it is kept as a stray frame.
void tst_Secrets::repeatedAnswerLeavesNoSecret()
{
    const qint64 id = engine_->command(u"CP-1"_s, u"GetConfiguration"_s);
    const auto call = station_->waitForCall(u"GetConfiguration"_s);
    QVERIFY(call.has_value());
    const QJsonObject answer =
        R"({"configurationKey":[{"key":"AuthorizationKey","readonly":false,"value":"topsecret"}]})"_json;
    station_->reply(*call, answer);
    station_->reply(*call, answer);
    QTRY_COMPARE(engine_->stateOf(id), u"accepted"_s);
    QTRY_VERIFY(!engine_->findings(u"CP-1"_s).isEmpty());
    QVERIFY2(!everythingKept().contains("topsecret"), everythingKept());
}

void tst_Secrets::listingThatCannotBeReadIsNotKept_data()
{
    QTest::addColumn<QString>("answer"); // %1: the message id
    QTest::newRow("cut off") << uR"([3,"%1",{"configurationKey":[{"key":"WifiPassword","value":"topsecret")"_s;
    QTest::newRow("written otherwise") << uR"([3,"%1",{"keys":[{"WifiPassword":"topsecret")"_s;
    QTest::newRow("without an id") << uR"([3,"","%1",{"keys":[{"WifiPassword":"topsecret")"_s;
    QTest::newRow("in an error") << uR"([4,"%1","GenericError","",{"configurationKey":[{"key":"topsecret"}]}])"_s;
    QTest::newRow("in details") << uR"([4,"%1","GenericError","",{"WifiPassword":"topsecret"}])"_s;
}

void tst_Secrets::listingThatCannotBeReadIsNotKept()
{
    QFETCH(QString, answer);
    QVERIFY(engine_->command(u"CP-1"_s, u"GetConfiguration"_s) > 0);
    const auto call = station_->waitForCall(u"GetConfiguration"_s);
    QVERIFY(call.has_value());
    const qsizetype before = engine_->frames(u"CP-1"_s).size();
    station_->sendText(answer.arg(call->messageId));
    QTRY_COMPARE(engine_->frames(u"CP-1"_s).size(), before + 1);
    QVERIFY2(!everythingKept().contains("topsecret"), everythingKept());
}

void tst_Secrets::otherSecretsAreMaskedToo()
{
    station_->answer(u"ChangeConfiguration"_s, R"({"status":"Accepted"})"_json);
    const qint64 id = change(u"VendorWifiPassphrase"_s, u"topsecret"_s);
    QTRY_COMPARE(engine_->stateOf(id), u"accepted"_s);
    QVERIFY2(!everythingKept().contains("topsecret"), everythingKept());
    QVERIFY(engine_->station(u"CP-1"_s).passwordHash.isEmpty());
}

QTEST_GUILESS_MAIN(tst_Secrets)
#include "tst_secrets.moc"
