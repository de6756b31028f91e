// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginefixture.h"
#include "json.h"
#include "store/clock.h"
#include "store/configuration.h"
#include "teststation.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// Behaviour 28: desired and reported values are kept apart, and the difference is worked off.
class tst_Configuration : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void readAfterTheAcceptance();
    void readOncePerBoot();
    void differenceIsWorkedOff();
    void desiredIsWorkedOffAtOnce();
    void reportNeverOverwritesTheDesired();
    void keysKnowNoCase();
    void refusals_data();
    void refusals();
    void rebootRequired();
    void stationThatOnlySaysSo();
    void readonlyIsLeftAlone();
    void asksForMissingKeysInPortions();
    void readingByHandIsNoReadBack();
    void stationThatCannotListItsKeys_data();
    void stationThatCannotListItsKeys();
    void changeByHandBecomesTheDesiredValue();
    void lastWishCounts();

private:
    using Values = QMap<QString, QString>;

    void connectStation(const csms::Policy &policy);
    /// Answers like a station that has these values.
    void obey(TestStation &station);
    QJsonObject configuration(const QJsonObject &request) const;
    void desire(const QString &key, const QString &value);
    store::ConfigurationKey find(const QString &key);
    QString stateOf(const QString &key) { return toString(find(key).state); }
    /// As a person's click; done when what follows from it has been queued.
    void read();
    qsizetype commandsUnderWay();
    QStringList changes() const;

    Values values_;
    QString changeStatus_;
    bool obeys_ = true;
    QString readonlyKey_;
    std::unique_ptr<EngineFixture> engine_;
    std::unique_ptr<TestStation> station_;
};

void tst_Configuration::init()
{
    values_ = {{u"HeartbeatInterval"_s, u"300"_s}, {u"MeterValueSampleInterval"_s, u"60"_s}};
    changeStatus_ = u"Accepted"_s;
    obeys_ = true;
    readonlyKey_.clear();
    connectStation(EngineFixture::quietPolicy());
}

void tst_Configuration::cleanup()
{
    station_.reset();
    engine_.reset();
}

void tst_Configuration::connectStation(const csms::Policy &policy)
{
    station_.reset();
    engine_ = std::make_unique<EngineFixture>(policy);
    engine_->addStation(u"CP-1"_s);
    station_ = std::make_unique<TestStation>(u"CP-1"_s);
    obey(*station_);
    QVERIFY(station_->connectTo(engine_->port()));
    QCOMPARE(station_->boot(), u"Accepted"_s);
}

void tst_Configuration::obey(TestStation &station)
{
    station.answer(u"GetConfiguration"_s,
                   [this](const QJsonObject &request) { return configuration(request); });
    station.answer(u"ChangeConfiguration"_s, [this](const QJsonObject &request) {
        if (obeys_ && changeStatus_ == u"Accepted"_s)
            values_.insert(request[u"key"_s].toString(), request[u"value"_s].toString());
        return QJsonObject{{u"status"_s, changeStatus_}};
    });
}

QJsonObject tst_Configuration::configuration(const QJsonObject &request) const
{
    QStringList wanted = request[u"key"_s].toVariant().toStringList();
    if (wanted.isEmpty())
        wanted = values_.keys();
    QJsonArray known;
    QJsonArray unknown;
    for (const QString &key : wanted) {
        if (!values_.contains(key))
            unknown.append(key);
        else
            known.append(QJsonObject{
                {u"key"_s, key}, {u"readonly"_s, key == readonlyKey_}, {u"value"_s, values_.value(key)}});
    }
    QJsonObject answer{{u"configurationKey"_s, known}};
    return unknown.isEmpty() ? answer : with(answer, "unknownKey"_L1, unknown);
}

void tst_Configuration::desire(const QString &key, const QString &value)
{
    engine_->onStore(
        [=](store::Database &db) { store::Configuration(db).desire(u"CP-1"_s, key, value, store::now()); });
}

store::ConfigurationKey tst_Configuration::find(const QString &key)
{
    return engine_->onStore([=](store::Database &db) {
        return store::Configuration(db).find(u"CP-1"_s, key).value_or(store::ConfigurationKey());
    });
}

void tst_Configuration::read()
{
    const qint64 id = engine_->command(u"CP-1"_s, u"GetConfiguration"_s);
    QTRY_COMPARE(engine_->stateOf(id), u"accepted"_s);
}

qsizetype tst_Configuration::commandsUnderWay()
{
    return engine_->onStore([](store::Database &db) {
        return store::Commands(db).list({.states = {store::CommandState::Queued, store::CommandState::Sent}}).size();
    });
}

QStringList tst_Configuration::changes() const
{
    QStringList list;
    for (const Call &call : station_->calls(u"ChangeConfiguration"_s))
        list.append(call.payload[u"key"_s].toString() + u'=' + call.payload[u"value"_s].toString());
    return list;
}

void tst_Configuration::readAfterTheAcceptance()
{
    csms::Policy policy = EngineFixture::quietPolicy();
    policy.configurationReadAfter = 0s;
    connectStation(policy);
    const auto call = station_->waitForCall(u"GetConfiguration"_s);
    QVERIFY(call.has_value());
    QCOMPARE(call->payload, QJsonObject()); // all of it
    QTRY_COMPARE(find(u"heartbeatinterval"_s).value, u"300"_s);
    QCOMPARE(find(u"HeartbeatInterval"_s).key, u"HeartbeatInterval"_s);
    QVERIFY(!find(u"HeartbeatInterval"_s).desired);
    QCOMPARE(stateOf(u"HeartbeatInterval"_s), u"inSync"_s);
    QVERIFY(changes().isEmpty());
}

void tst_Configuration::readOncePerBoot()
{
    csms::Policy policy = EngineFixture::quietPolicy();
    policy.configurationReadAfter = 0s;
    connectStation(policy);
    QVERIFY(station_->waitForCall(u"GetConfiguration"_s));
    QTRY_VERIFY(find(u"HeartbeatInterval"_s).reportedAt);
    station_->abort();
    TestStation again(u"CP-1"_s);
    obey(again);
    QVERIFY(again.connectTo(engine_->port()));
    QCOMPARE(again.call(u"Heartbeat"_s).type, 3);
    // Its turn is over when that of another one has come, who came later.
    engine_->addStation(u"CP-2"_s);
    TestStation other(u"CP-2"_s);
    QVERIFY(other.connectTo(engine_->port()));
    QCOMPARE(other.boot(), u"Accepted"_s);
    QVERIFY(other.waitForCall(u"GetConfiguration"_s));
    QCOMPARE(again.call(u"Heartbeat"_s).type, 3);
    QVERIFY(again.calls().isEmpty());
    QCOMPARE(again.boot(), u"Accepted"_s);
    QVERIFY(again.waitForCall(u"GetConfiguration"_s));
}

void tst_Configuration::differenceIsWorkedOff()
{
    station_->abort();
    QTRY_VERIFY(!engine_->station(u"CP-1"_s).online);
    desire(u"HeartbeatInterval"_s, u"60"_s);
    QCOMPARE(stateOf(u"HeartbeatInterval"_s), u"pending"_s);
    station_ = std::make_unique<TestStation>(u"CP-1"_s);
    obey(*station_);
    QVERIFY(station_->connectTo(engine_->port()));
    QCOMPARE(station_->boot(), u"Accepted"_s);
    read();
    QTRY_COMPARE_WITH_TIMEOUT(find(u"HeartbeatInterval"_s).value, u"60"_s, 20'000); // it begins 5 s after the boot
    QCOMPARE(stateOf(u"HeartbeatInterval"_s), u"inSync"_s);
    QCOMPARE(changes(), QStringList{u"HeartbeatInterval=60"_s});
    QCOMPARE(station_->calls().constLast().payload, R"({"key":["HeartbeatInterval"]})"_json); // read back
}

void tst_Configuration::desiredIsWorkedOffAtOnce()
{
    read();
    desire(u"HeartbeatInterval"_s, u"60"_s);
    QVERIFY(station_->waitForCall(u"ChangeConfiguration"_s));
    QTRY_COMPARE(find(u"HeartbeatInterval"_s).value, u"60"_s);
    QCOMPARE(changes(), QStringList{u"HeartbeatInterval=60"_s});
}

void tst_Configuration::reportNeverOverwritesTheDesired()
{
    desire(u"HeartbeatInterval"_s, u"60"_s);
    read();
    QTRY_COMPARE(find(u"HeartbeatInterval"_s).value, u"60"_s);
    values_[u"HeartbeatInterval"_s] = u"900"_s; // somebody was at the station
    const qsizetype before = changes().size();
    read();
    QTRY_VERIFY(changes().size() > before);
    QCOMPARE(find(u"HeartbeatInterval"_s).desired, u"60"_s);
    QTRY_COMPARE(find(u"HeartbeatInterval"_s).value, u"60"_s);
    QCOMPARE(values_[u"HeartbeatInterval"_s], u"60"_s);
}

void tst_Configuration::keysKnowNoCase()
{
    desire(u"HEARTBEATINTERVAL"_s, u"300"_s);
    read();
    QCOMPARE(stateOf(u"heartbeatInterval"_s), u"inSync"_s);
    QVERIFY(changes().isEmpty());
}

void tst_Configuration::refusals_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("state");
    QTest::newRow("rejected") << u"Rejected"_s << u"rejected"_s;
    QTest::newRow("not supported") << u"NotSupported"_s << u"notSupported"_s;
}

void tst_Configuration::refusals()
{
    QFETCH(QString, status);
    QFETCH(QString, state);
    changeStatus_ = status;
    read();
    desire(u"HeartbeatInterval"_s, u"60"_s);
    read();
    QTRY_COMPARE(stateOf(u"HeartbeatInterval"_s), state);
    QCOMPARE(find(u"HeartbeatInterval"_s).desired, u"60"_s);
    QCOMPARE(find(u"HeartbeatInterval"_s).value, u"300"_s);
    QCOMPARE(changes().size(), 1);
}

void tst_Configuration::rebootRequired()
{
    changeStatus_ = u"RebootRequired"_s;
    desire(u"HeartbeatInterval"_s, u"60"_s);
    read();
    QTRY_COMPARE(stateOf(u"HeartbeatInterval"_s), u"rebootRequired"_s);
    read();
    QCOMPARE(stateOf(u"HeartbeatInterval"_s), u"rebootRequired"_s); // that it is not so yet is no refusal
    QCOMPARE(changes().size(), 1); // not again before the reboot
    values_[u"HeartbeatInterval"_s] = u"60"_s;
    QCOMPARE(station_->boot(), u"Accepted"_s);
    read();
    QTRY_COMPARE(stateOf(u"HeartbeatInterval"_s), u"inSync"_s);
    QCOMPARE(changes().size(), 1);
}

// It would go on for ever.
void tst_Configuration::stationThatOnlySaysSo()
{
    obeys_ = false;
    desire(u"HeartbeatInterval"_s, u"60"_s);
    read();
    QTRY_COMPARE(stateOf(u"HeartbeatInterval"_s), u"rejected"_s);
    QCOMPARE(find(u"HeartbeatInterval"_s).value, u"300"_s);
    read();
    QCOMPARE(station_->call(u"Heartbeat"_s).type, 3);
    QCOMPARE(changes().size(), 1);
}

void tst_Configuration::readonlyIsLeftAlone()
{
    readonlyKey_ = u"HeartbeatInterval"_s;
    read();
    desire(u"HeartbeatInterval"_s, u"60"_s);
    desire(u"MeterValueSampleInterval"_s, u"10"_s);
    read();
    QTRY_COMPARE(stateOf(u"MeterValueSampleInterval"_s), u"inSync"_s);
    QCOMPARE(changes(), QStringList{u"MeterValueSampleInterval=10"_s});
}

// 9.1.8 GetConfigurationMaxKeys.
void tst_Configuration::asksForMissingKeysInPortions()
{
    values_.insert(u"GetConfigurationMaxKeys"_s, u"2"_s);
    changeStatus_ = u"NotSupported"_s;
    const QStringList missing{u"A"_s, u"B"_s, u"C"_s, u"D"_s, u"E"_s};
    for (const QString &key : missing)
        desire(key, u"1"_s);
    read();
    for (const QString &key : missing)
        QTRY_COMPARE(stateOf(key), u"notSupported"_s);
    QStringList asked;
    for (const Call &call : station_->calls(u"GetConfiguration"_s)) {
        const QStringList keys = call.payload[u"key"_s].toVariant().toStringList();
        QVERIFY2(keys.size() <= 2, qPrintable(keys.join(u',')));
        asked += keys;
    }
    asked.removeDuplicates();
    asked.sort();
    QCOMPARE(asked, missing);
}

// Somebody was at the station, and a person looks at the key: it is to be put right, not given up.
void tst_Configuration::readingByHandIsNoReadBack()
{
    desire(u"HeartbeatInterval"_s, u"60"_s);
    read();
    QTRY_COMPARE(find(u"HeartbeatInterval"_s).value, u"60"_s);
    QTRY_COMPARE(commandsUnderWay(), 0);
    QCOMPARE(stateOf(u"HeartbeatInterval"_s), u"inSync"_s);
    values_[u"HeartbeatInterval"_s] = u"900"_s;
    const qint64 id =
        engine_->command(u"CP-1"_s, u"GetConfiguration"_s, R"({"key":["HeartbeatInterval"]})"_json);
    QTRY_COMPARE(engine_->stateOf(id), u"accepted"_s);
    QTRY_COMPARE(values_[u"HeartbeatInterval"_s], u"60"_s);
    QTRY_COMPARE(stateOf(u"HeartbeatInterval"_s), u"inSync"_s);
}

void tst_Configuration::stationThatCannotListItsKeys_data()
{
    QTest::addColumn<bool>("says");
    QTest::newRow("says so") << true;
    QTest::newRow("says nothing") << false;
}

// What is desired is sent all the same.
void tst_Configuration::stationThatCannotListItsKeys()
{
    QFETCH(bool, says);
    engine_->changeStation(u"CP-1"_s, [](store::Station &station) { station.callTimeoutSeconds = 1; });
    station_ = std::make_unique<TestStation>(u"CP-1"_s); // one that only takes changes
    station_->answer(u"ChangeConfiguration"_s, R"({"status":"Accepted"})"_json);
    QVERIFY(station_->connectTo(engine_->port()));
    QCOMPARE(station_->boot(), u"Accepted"_s);
    desire(u"HeartbeatInterval"_s, u"60"_s);
    const auto call = station_->waitForCall(u"GetConfiguration"_s);
    QVERIFY(call.has_value());
    if (says)
        station_->replyError(*call, u"NotSupported"_s, {});
    QVERIFY(station_->waitForCall(u"ChangeConfiguration"_s));
    QCOMPARE(changes(), QStringList{u"HeartbeatInterval=60"_s});
    QTRY_COMPARE(stateOf(u"HeartbeatInterval"_s), u"inSync"_s);
}

// Else it would be changed back.
void tst_Configuration::changeByHandBecomesTheDesiredValue()
{
    desire(u"HeartbeatInterval"_s, u"60"_s);
    read();
    QTRY_COMPARE(find(u"HeartbeatInterval"_s).value, u"60"_s);
    const qint64 id = engine_->command(u"CP-1"_s, u"ChangeConfiguration"_s,
                                       R"({"key":"heartbeatInterval","value":"90"})"_json);
    values_.remove(u"HeartbeatInterval"_s); // the station keeps it in the spelling it was given
    QTRY_COMPARE(engine_->stateOf(id), u"accepted"_s);
    QTRY_COMPARE(find(u"HeartbeatInterval"_s).value, u"90"_s);
    QCOMPARE(find(u"HeartbeatInterval"_s).desired, u"90"_s);
    read();
    QCOMPARE(values_.value(u"heartbeatInterval"_s), u"90"_s);
    QCOMPARE(changes().last(), u"heartbeatInterval=90"_s);
}

// Wishes that came while the station was busy or away: what was wanted last is what it gets.
void tst_Configuration::lastWishCounts()
{
    read();
    const qint64 busy = engine_->command(u"CP-1"_s, u"ClearCache"_s);
    const auto call = station_->waitForCall(u"ClearCache"_s);
    QVERIFY(call.has_value());
    for (const QString &value : {u"60"_s, u"90"_s, u"60"_s})
        desire(u"HeartbeatInterval"_s, value);
    QCOMPARE(station_->call(u"Heartbeat"_s).type, 3);
    station_->reply(*call, R"({"status":"Accepted"})"_json);
    QTRY_COMPARE(engine_->stateOf(busy), u"accepted"_s);
    QTRY_COMPARE(
        engine_->onStore([](store::Database &db) { return store::Commands(db).stationsWithQueued(); }),
        QStringList());
    QTRY_COMPARE(stateOf(u"HeartbeatInterval"_s), u"inSync"_s);
    QCOMPARE(find(u"HeartbeatInterval"_s).desired, u"60"_s);
    QTRY_COMPARE(values_[u"HeartbeatInterval"_s], u"60"_s);
    QTRY_COMPARE(find(u"HeartbeatInterval"_s).value, u"60"_s);
}

QTEST_GUILESS_MAIN(tst_Configuration)
#include "tst_configuration.moc"
