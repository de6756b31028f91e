// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginefixture.h"
#include "json.h"
#include "store/clock.h"
#include "store/configuration.h"
#include "store/locallistplan.h"
#include "store/nodes.h"
#include "store/reconciliations.h"
#include "teststation.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// Behaviour 29: a station's local list is kept as desired, whatever it answers, or does not.
class tst_LocalList : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void wholeListFirst();
    void onlyWhatDiffersAfterwards();
    void tagsOfOtherStationsDoNotConcernIt();
    void oneListForManyStations();
    void inParts();
    void tooLong();
    void notSupported_data();
    void notSupported();
    void refusedDifferential_data();
    void refusedDifferential();
    void refusedDifferentialOfAListInParts();
    void refusedFullWaits();
    void anotherVersion();
    void emptyListSaysZero();
    void callError_data();
    void callError();
    void timeoutAfterItWasDone();
    void neverAnswered();
    void lateAnswer();
    void disconnectBeforeItWasDone();
    void restartBetweenTheParts();
    void sentByHandIsPutRight();
    void versionOfAHandMadeUpdate();
    void bootAsksAgain();
    void resetWhileItWasAway();
    void bootWithdrawsWhatWaits();
    void leavesStationsOfOtherNodesAlone();

private:
    /// Answers like a station with a list.
    void obey(TestStation &station);
    static void tellConfiguration(TestStation &station);
    QJsonObject update(const QJsonObject &request);
    void connectStation();
    /// One that answers nothing about its list by itself.
    void connectSilentStation();
    void useTags();
    void limit(const QString &key, const QString &value);
    /// As a person who does not want to wait for the next try.
    void tryAgain()
    {
        engine_->onStore([](store::Database &db) {
            store::Reconciliations(db).reset(u"CP-1"_s, store::LocalLists::topic, store::now());
            db.noteChange(store::Table::LocalLists, u"CP-1"_s);
        });
    }
    void failUntilItGivesUp();
    void syncNow()
    {
        engine_->onStore([](store::Database &db) { store::LocalLists(db).syncNow(u"CP-1"_s, store::now()); });
    }
    store::Reconciliation reconciliation();
    store::StationList row();
    QString state() { return toString(reconciliation().state); }
    bool inSync() { return state() == "inSync"_L1 && row().reportedAt.has_value(); }
    QList<QJsonObject> updates() const;
    /// "1 Full A B", "2 Differential -A C"
    QStringList updatesInWords() const;
    QStringList tagsOnStation() const { return list_.keys(); }

    int version_ = 0;
    QMap<QString, QJsonObject> list_;
    QString status_;
    std::unique_ptr<EngineFixture> engine_;
    std::unique_ptr<TestStation> station_;
};

void tst_LocalList::init()
{
    version_ = 0;
    list_.clear();
    status_ = u"Accepted"_s;
    engine_ = std::make_unique<EngineFixture>();
    engine_->addStation(u"CP-1"_s, [](store::Station &s) { s.callTimeoutSeconds = 1; });
    engine_->addTag(u"ADA"_s, [](store::IdTag &t) { t.parentIdTag = u"FLEET"_s; });
    engine_->addTag(u"BOB"_s, [](store::IdTag &t) { t.status = u"Blocked"_s; });
    connectStation();
}

void tst_LocalList::cleanup()
{
    station_.reset();
    engine_.reset();
}

void tst_LocalList::connectStation()
{
    station_ = std::make_unique<TestStation>(u"CP-1"_s);
    obey(*station_);
    QVERIFY(station_->connectTo(engine_->port()));
    QCOMPARE(station_->boot(), u"Accepted"_s);
}

void tst_LocalList::connectSilentStation()
{
    station_ = std::make_unique<TestStation>(u"CP-1"_s);
    tellConfiguration(*station_);
    QVERIFY(station_->connectTo(engine_->port()));
}

void tst_LocalList::tellConfiguration(TestStation &station)
{
    station.answer(u"GetConfiguration"_s,
                   R"({"configurationKey":[{"key":"HeartbeatInterval","readonly":false,"value":"300"}]})"_json);
}

void tst_LocalList::obey(TestStation &station)
{
    tellConfiguration(station);
    station.answer(u"GetLocalListVersion"_s, [this](const QJsonObject &) { return QJsonObject{{u"listVersion"_s, version_}}; });
    station.answer(u"SendLocalList"_s, [this](const QJsonObject &request) { return update(request); });
}

QJsonObject tst_LocalList::update(const QJsonObject &request)
{
    if (status_ == "Accepted"_L1) {
        version_ = request[u"listVersion"_s].toInt();
        if (request[u"updateType"_s] == u"Full"_s)
            list_.clear();
        for (const QJsonValue &entry : request[u"localAuthorizationList"_s].toArray()) {
            const QString tag = entry[u"idTag"_s].toString();
            if (entry.toObject().contains(u"idTagInfo"_s))
                list_.insert(tag, entry[u"idTagInfo"_s].toObject());
            else
                list_.remove(tag);
        }
    }
    return {{u"status"_s, status_}};
}

void tst_LocalList::useTags()
{
    engine_->onStore([](store::Database &db) { store::LocalLists(db).own(u"CP-1"_s, {}, {}, store::now()); });
}

void tst_LocalList::limit(const QString &key, const QString &value)
{
    engine_->onStore([=](store::Database &db) { store::Configuration(db).report(u"CP-1"_s, {{key, value, true}}, store::now()); });
}

store::Reconciliation tst_LocalList::reconciliation()
{
    return engine_->onStore(
        [](store::Database &db) { return store::Reconciliations(db).find(u"CP-1"_s, store::LocalLists::topic); });
}

store::StationList tst_LocalList::row()
{
    return engine_->onStore([](store::Database &db) { return store::LocalLists(db).ofStation(u"CP-1"_s); });
}

QList<QJsonObject> tst_LocalList::updates() const
{
    QList<QJsonObject> list;
    for (const Call &call : station_->calls(u"SendLocalList"_s))
        list.append(call.payload);
    return list;
}

QStringList tst_LocalList::updatesInWords() const
{
    QStringList list;
    for (const QJsonObject &update : updates()) {
        QStringList words{QString::number(update[u"listVersion"_s].toInt()), update[u"updateType"_s].toString()};
        for (const QJsonValue &entry : update[u"localAuthorizationList"_s].toArray()) {
            const bool isDeletion = !entry.toObject().contains(u"idTagInfo"_s);
            words.append((isDeletion ? u"-"_s : QString()) + entry[u"idTag"_s].toString());
        }
        list.append(words.join(u' '));
    }
    return list;
}

void tst_LocalList::wholeListFirst()
{
    useTags();
    QTRY_VERIFY(inSync());
    QCOMPARE(station_->calls(u"GetLocalListVersion"_s).size(), 1);
    QCOMPARE(updatesInWords(), QStringList{u"1 Full ADA BOB"_s});
    QCOMPARE(list_.value(u"ADA"_s), R"({"status":"Accepted","parentIdTag":"FLEET"})"_json);
    QCOMPARE(list_.value(u"BOB"_s), R"({"status":"Blocked"})"_json);
    QCOMPARE(row().committed, 1);
    QCOMPARE(row().reported, std::optional(1));
}

void tst_LocalList::onlyWhatDiffersAfterwards()
{
    useTags();
    QTRY_COMPARE(updates().size(), 1);
    engine_->onStore([](store::Database &db) {
        store::IdTags tags(db);
        tags.remove(u"ADA"_s);
        store::IdTag tag;
        tag.tag = u"CLEO"_s;
        tag.expiryDate = ocpp::Timestamp(4102444800123ms);
        tags.save(tag);
    });
    QTRY_COMPARE(updates().size(), 2);
    QCOMPARE(updatesInWords().last(), u"2 Differential -ADA CLEO"_s);
    QCOMPARE(list_.value(u"CLEO"_s), R"({"status":"Accepted","expiryDate":"2100-01-01T00:00:00.123Z"})"_json);
    QTRY_VERIFY(inSync());
    // A name is no matter of the station's.
    engine_->addTag(u"BOB"_s, [](store::IdTag &t) {
        t.status = u"Blocked"_s;
        t.name = u"Bob"_s;
    });
    engine_->addTag(u"DORA"_s);
    QTRY_COMPARE(updates().size(), 3);
    QCOMPARE(updatesInWords().last(), u"3 Differential DORA"_s);
}

void tst_LocalList::tagsOfOtherStationsDoNotConcernIt()
{
    engine_->addTag(u"ELSEWHERE"_s, [](store::IdTag &t) { t.stations = {u"CP-9"_s}; });
    engine_->addTag(u"HERE"_s, [](store::IdTag &t) { t.stations = {u"cp-1"_s}; });
    useTags();
    QTRY_VERIFY(inSync());
    QCOMPARE(tagsOnStation(), (QStringList{u"ADA"_s, u"BOB"_s, u"HERE"_s}));
}

void tst_LocalList::oneListForManyStations()
{
    engine_->addStation(u"CP-2"_s);
    TestStation second(u"CP-2"_s);
    tellConfiguration(second);
    second.answer(u"GetLocalListVersion"_s, R"({"listVersion":0})"_json);
    second.answer(u"SendLocalList"_s, R"({"status":"Accepted"})"_json);
    QVERIFY(second.connectTo(engine_->port()));
    QCOMPARE(second.boot(), u"Accepted"_s);
    engine_->onStore([](store::Database &db) {
        store::LocalLists lists(db);
        store::LocalList list;
        list.name = u"Fleet"_s;
        list.groups = {u"fleet"_s};
        lists.save(list, {}, store::now());
        for (const QString &station : {u"CP-1"_s, u"CP-2"_s})
            lists.share(station, lists.find(u"FLEET"_s).value(), store::now());
    });
    QTRY_COMPARE(updatesInWords(), QStringList{u"1 Full ADA"_s});
    QVERIFY(second.waitForCall(u"SendLocalList"_s));
    engine_->addTag(u"CAR"_s, [](store::IdTag &t) { t.parentIdTag = u"FLEET"_s; });
    QTRY_COMPARE(updates().size(), 2);
    QVERIFY(second.waitForCall(u"SendLocalList"_s, 2));
    QCOMPARE(updatesInWords().last(), u"2 Differential CAR"_s);
}

void tst_LocalList::inParts()
{
    limit(u"SendLocalListMaxLength"_s, u"2"_s);
    for (const QString &tag : {u"C"_s, u"D"_s, u"E"_s})
        engine_->addTag(tag);
    useTags();
    QTRY_VERIFY(inSync());
    QCOMPARE(updatesInWords(), (QStringList{u"1 Full ADA BOB"_s, u"2 Differential C D"_s, u"3 Differential E"_s}));
}

void tst_LocalList::tooLong()
{
    limit(u"LocalAuthListMaxLength"_s, u"1"_s);
    useTags();
    QTRY_COMPARE(state(), u"gaveUp"_s);
    QVERIFY2(reconciliation().reason.contains(u"no more than 1"_s), qPrintable(reconciliation().reason));
    QVERIFY(updates().isEmpty());
    limit(u"LocalAuthListMaxLength"_s, u"2"_s);
    QTRY_VERIFY(inSync());
    QCOMPARE(tagsOnStation(), (QStringList{u"ADA"_s, u"BOB"_s}));
}

void tst_LocalList::notSupported_data()
{
    QTest::addColumn<QString>("how");
    for (const char *how : {"version", "answer", "error", "profiles", "disabled"})
        QTest::newRow(how) << QString::fromLatin1(how);
}

void tst_LocalList::notSupported()
{
    QFETCH(QString, how);
    if (how == "version"_L1)
        version_ = -1;
    if (how == "answer"_L1)
        status_ = u"NotSupported"_s;
    if (how == "profiles"_L1)
        limit(u"SupportedFeatureProfiles"_s, u"Core,Reservation"_s);
    if (how == "disabled"_L1)
        limit(u"LocalAuthListEnabled"_s, u"false"_s);
    if (how == "error"_L1) {
        connectSilentStation();
        useTags();
        const auto call = station_->waitForCall(u"GetLocalListVersion"_s);
        QVERIFY(call);
        station_->replyError(*call, u"NotImplemented"_s, u"what?"_s);
    } else {
        useTags();
    }
    QTRY_COMPARE(state(), u"gaveUp"_s);
    QVERIFY(!reconciliation().reason.isEmpty());
    QVERIFY(!reconciliation().nextTry);
    QCOMPARE(row().committed, 0);
}

void tst_LocalList::refusedDifferential_data()
{
    QTest::addColumn<QString>("status");
    QTest::newRow("version") << u"VersionMismatch"_s;
    QTest::newRow("failed") << u"Failed"_s;
}

void tst_LocalList::refusedDifferential()
{
    QFETCH(QString, status);
    useTags();
    QTRY_VERIFY(inSync());
    station_->answer(u"SendLocalList"_s, [this, status](const QJsonObject &request) {
        status_ = request[u"updateType"_s] == u"Differential"_s ? status : u"Accepted"_s;
        return update(request);
    });
    engine_->addTag(u"CLEO"_s);
    QTRY_COMPARE(updates().size(), 3); // at once, not after a pause
    QCOMPARE(updatesInWords().sliced(1), (QStringList{u"2 Differential CLEO"_s, u"3 Full ADA BOB CLEO"_s}));
    QTRY_VERIFY(inSync());
    QCOMPARE(row().committed, 3);
}

void tst_LocalList::failUntilItGivesUp()
{
    for (int attempt = 1; attempt < 6; ++attempt) {
        QTRY_COMPARE(reconciliation().attempts, attempt);
        QCOMPARE(state(), u"waiting"_s);
        QVERIFY(reconciliation().nextTry);
        engine_->endPauses(u"CP-1"_s);
    }
    QTRY_COMPARE(state(), u"gaveUp"_s);
    QVERIFY2(reconciliation().reason.contains(u"tried 6 times"_s), qPrintable(reconciliation().reason));
}

void tst_LocalList::refusedDifferentialOfAListInParts()
{
    limit(u"SendLocalListMaxLength"_s, u"2"_s);
    engine_->addTag(u"CLEO"_s);
    station_->answer(u"SendLocalList"_s, [this](const QJsonObject &request) {
        status_ = request[u"updateType"_s] == u"Differential"_s ? u"Failed"_s : u"Accepted"_s;
        return update(request);
    });
    useTags();
    QTRY_COMPARE(reconciliation().attempts, 1);
    QCOMPARE(updatesInWords(), (QStringList{u"1 Full ADA BOB"_s, u"2 Differential CLEO"_s}));
    failUntilItGivesUp();
    QCOMPARE(updates().size(), 12);
}

void tst_LocalList::refusedFullWaits()
{
    status_ = u"Failed"_s;
    useTags();
    QTRY_COMPARE(reconciliation().attempts, 1);
    QCOMPARE(state(), u"waiting"_s);
    QVERIFY(reconciliation().nextTry);
    QCOMPARE(row().committed, 0);
    status_ = u"Accepted"_s;
    tryAgain();
    QTRY_VERIFY(inSync());
    QCOMPARE(updatesInWords(), (QStringList{u"1 Full ADA BOB"_s, u"2 Full ADA BOB"_s}));
}

void tst_LocalList::anotherVersion()
{
    useTags();
    QTRY_VERIFY(inSync());
    version_ = 99;
    list_ = {{u"FOREIGN"_s, {}}};
    syncNow();
    QTRY_COMPARE(updates().size(), 2);
    QCOMPARE(updatesInWords().last(), u"100 Full ADA BOB"_s);
    QCOMPARE(tagsOnStation(), (QStringList{u"ADA"_s, u"BOB"_s}));
    QTRY_VERIFY(inSync());
}

void tst_LocalList::emptyListSaysZero()
{
    engine_->onStore([](store::Database &db) {
        store::LocalList list;
        list.source = store::LocalListSource::Entries;
        store::LocalLists(db).own(u"CP-1"_s, list, {}, store::now());
    });
    QTRY_VERIFY(inSync());
    QCOMPARE(row().reported, std::optional(0));
    QVERIFY(updates().isEmpty());
}

void tst_LocalList::callError_data()
{
    QTest::addColumn<QString>("action");
    QTest::newRow("version") << u"GetLocalListVersion"_s;
    QTest::newRow("update") << u"SendLocalList"_s;
}

void tst_LocalList::callError()
{
    QFETCH(QString, action);
    connectSilentStation();
    if (action == "SendLocalList"_L1)
        station_->answer(u"GetLocalListVersion"_s, R"({"listVersion":0})"_json);
    useTags();
    const auto call = station_->waitForCall(action);
    QVERIFY(call);
    station_->replyError(*call, u"InternalError"_s, u"memory"_s);
    QTRY_COMPARE(reconciliation().attempts, 1);
    QCOMPARE(state(), u"waiting"_s);
    QVERIFY(reconciliation().reason.contains(u"memory"_s));
    obey(*station_);
    tryAgain();
    QTRY_VERIFY(inSync());
}

void tst_LocalList::timeoutAfterItWasDone()
{
    connectSilentStation();
    station_->answer(u"GetLocalListVersion"_s, [this](const QJsonObject &) { return QJsonObject{{u"listVersion"_s, version_}}; });
    useTags();
    const auto call = station_->waitForCall(u"SendLocalList"_s);
    QVERIFY(call);
    update(call->payload); // done, but the answer is lost
    QTRY_COMPARE(reconciliation().attempts, 1);
    QCOMPARE(row().committed, 0);
    tryAgain();
    QTRY_VERIFY(inSync()); // its version tells
    QCOMPARE(row().committed, 1);
    QCOMPARE(updates().size(), 1);
    QCOMPARE(station_->calls(u"GetLocalListVersion"_s).size(), 2);
}

void tst_LocalList::neverAnswered()
{
    connectSilentStation();
    station_->answer(u"GetLocalListVersion"_s, R"({"listVersion":0})"_json);
    useTags();
    failUntilItGivesUp();
    QCOMPARE(updates().size(), 6);
}

void tst_LocalList::lateAnswer()
{
    connectSilentStation();
    station_->answer(u"GetLocalListVersion"_s, [this](const QJsonObject &) { return QJsonObject{{u"listVersion"_s, version_}}; });
    useTags();
    const auto call = station_->waitForCall(u"SendLocalList"_s);
    QVERIFY(call);
    QTRY_COMPARE(reconciliation().attempts, 1);
    station_->reply(*call, update(call->payload));
    QTRY_VERIFY(inSync());
    QCOMPARE(row().committed, 1);
    QCOMPARE(updates().size(), 1);
}

void tst_LocalList::disconnectBeforeItWasDone()
{
    connectSilentStation();
    station_->answer(u"GetLocalListVersion"_s, R"({"listVersion":0})"_json);
    useTags();
    QVERIFY(station_->waitForCall(u"SendLocalList"_s));
    station_->abort();
    QTRY_COMPARE(reconciliation().attempts, 1);
    connectStation();
    tryAgain();
    QTRY_VERIFY(inSync());
    QCOMPARE(updatesInWords(), QStringList{u"2 Full ADA BOB"_s}); // no version goes out twice
}

void tst_LocalList::restartBetweenTheParts()
{
    limit(u"SendLocalListMaxLength"_s, u"1"_s);
    engine_->addTag(u"CLEO"_s);
    connectSilentStation();
    station_->answer(u"GetLocalListVersion"_s, [this](const QJsonObject &) { return QJsonObject{{u"listVersion"_s, version_}}; });
    useTags();
    const auto full = station_->waitForCall(u"SendLocalList"_s);
    QVERIFY(full);
    station_->reply(*full, update(full->payload));
    QVERIFY(station_->waitForCall(u"SendLocalList"_s, 2)); // never answered, nor done
    engine_->restart();
    connectStation();
    tryAgain();
    QTRY_VERIFY(inSync());
    QCOMPARE(updatesInWords(), (QStringList{u"3 Differential BOB"_s, u"4 Differential CLEO"_s}));
    QCOMPARE(tagsOnStation(), (QStringList{u"ADA"_s, u"BOB"_s, u"CLEO"_s}));
}

void tst_LocalList::sentByHandIsPutRight()
{
    useTags();
    QTRY_VERIFY(inSync());
    const qint64 id = engine_->command(
        u"CP-1"_s, u"SendLocalList"_s,
        R"({"listVersion":7,"updateType":"Full","localAuthorizationList":[{"idTag":"X","idTagInfo":{"status":"Accepted"}}]})"_json);
    QTRY_COMPARE(engine_->stateOf(id), u"accepted"_s);
    QTRY_COMPARE(updatesInWords().last(), u"8 Differential -X ADA BOB"_s);
    QTRY_VERIFY(inSync());
}

void tst_LocalList::versionOfAHandMadeUpdate()
{
    useTags();
    QTRY_VERIFY(inSync());
    station_->abort();
    const qint64 first = engine_->command(u"CP-1"_s, u"SendLocalList"_s, R"({"updateType":"Differential"})"_json);
    const qint64 second = engine_->command(u"CP-1"_s, u"SendLocalList"_s, R"({"updateType":"Differential"})"_json);
    const auto versionOf = [this](qint64 id) {
        return QJsonDocument::fromJson(engine_->command(id).payload)[u"listVersion"_s].toInt();
    };
    QCOMPARE(versionOf(first), 2);
    QCOMPARE(versionOf(second), 3);
}

void tst_LocalList::bootAsksAgain()
{
    useTags();
    QTRY_VERIFY(inSync());
    version_ = 0; // a factory reset
    list_.clear();
    QCOMPARE(station_->boot(), u"Accepted"_s);
    QVERIFY(!row().reported);
    QTRY_COMPARE_WITH_TIMEOUT(updates().size(), 2, 30000);
    QCOMPARE(updatesInWords().last(), u"2 Full ADA BOB"_s);
    QTRY_VERIFY(inSync());
    QCOMPARE(tagsOnStation(), (QStringList{u"ADA"_s, u"BOB"_s}));
}

// A Differential would be accepted by a station that has nothing: its version is above 0. So the version is asked first, also
// of a station that takes its time to say that it booted.
void tst_LocalList::resetWhileItWasAway()
{
    useTags();
    QTRY_VERIFY(inSync());
    station_->abort();
    QTRY_VERIFY(!engine_->station(u"CP-1"_s).online);
    engine_->addTag(u"CLEO"_s);
    QTRY_COMPARE(state(), u"waiting"_s);
    QVERIFY(engine_->onStore([](store::Database &db) { return store::Commands(db).stationsWithQueued(); }).isEmpty());
    version_ = 0;
    list_.clear();
    station_ = std::make_unique<TestStation>(u"CP-1"_s);
    obey(*station_);
    QVERIFY(station_->connectTo(engine_->port()));
    QTRY_COMPARE_WITH_TIMEOUT(updatesInWords(), QStringList{u"2 Full ADA BOB CLEO"_s}, 30000);
    QCOMPARE(station_->boot(), u"Accepted"_s);
    QTRY_VERIFY_WITH_TIMEOUT(inSync(), 30000);
    QCOMPARE(updates().size(), 1);
    QCOMPARE(tagsOnStation(), (QStringList{u"ADA"_s, u"BOB"_s, u"CLEO"_s}));
}

// It was reset without losing its connection, while an update waited for its turn.
void tst_LocalList::bootWithdrawsWhatWaits()
{
    useTags();
    QTRY_VERIFY(inSync());
    engine_->changeStation(u"CP-1"_s, [](store::Station &s) { s.callTimeoutSeconds = 60; });
    const qint64 busy = engine_->command(u"CP-1"_s, u"ClearCache"_s);
    const auto call = station_->waitForCall(u"ClearCache"_s);
    QVERIFY(call);
    engine_->addTag(u"CLEO"_s);
    const auto waiting = [this] {
        return engine_->onStore([](store::Database &db) {
            return store::Commands(db)
                .list({.station = u"CP-1"_s, .action = u"SendLocalList"_s, .states = {store::CommandState::Queued}})
                .size();
        });
    };
    QTRY_COMPARE(waiting(), 1);
    version_ = 0;
    list_.clear();
    QCOMPARE(station_->boot(), u"Accepted"_s);
    QCOMPARE(waiting(), 0);
    station_->reply(*call, R"({"status":"Accepted"})"_json);
    QTRY_COMPARE(engine_->stateOf(busy), u"accepted"_s);
    QTRY_COMPARE_WITH_TIMEOUT(tagsOnStation(), (QStringList{u"ADA"_s, u"BOB"_s, u"CLEO"_s}), 30000);
    QCOMPARE(updatesInWords().last(), u"2 Full ADA BOB CLEO"_s);
}

// Both would send the same.
void tst_LocalList::leavesStationsOfOtherNodesAlone()
{
    engine_->addStation(u"CP-2"_s);
    engine_->onStore([](store::Database &db) {
        store::Nodes(db).renew({u"other"_s, u"other"_s, store::now() + 1h});
        store::Stations(db).setOnline(u"CP-2"_s, {.node = u"other"_s, .since = store::now()});
        store::LocalLists(db).own(u"CP-2"_s, {}, {}, store::now());
        store::LocalLists(db).own(u"CP-1"_s, {}, {}, store::now());
    });
    QTRY_VERIFY(inSync()); // so those of that change have been looked at
    const auto sent = engine_->onStore([](store::Database &db) { return store::Commands(db).list({.station = u"CP-2"_s}); });
    QVERIFY(sent.isEmpty());
}

QTEST_GUILESS_MAIN(tst_LocalList)
#include "tst_locallist.moc"
