// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginefixture.h"
#include "json.h"
#include "store/chargingprofiles.h"
#include "store/clock.h"
#include "store/compositeschedules.h"
#include "store/reconciliations.h"
#include "teststation.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using store::ProfileState;

namespace {

const QString cp = u"CP-1"_s;
// Enough for a timeout, and for a pause that the reconciler makes.
constexpr int patience = 15000;

QJsonObject defaultProfile(int level = 0)
{
    return with(R"({"chargingProfilePurpose":"TxDefaultProfile","chargingProfileKind":"Relative",
        "chargingSchedule":{"chargingRateUnit":"A","chargingSchedulePeriod":[{"startPeriod":0,"limit":16}]}})"_json,
                "stackLevel"_L1, level);
}

} // namespace

/// What is desired of a station's charging profiles is worked off, in every way in which a station may answer.
class tst_Profiles : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void installs();
    void clears();
    void clearsWhatIsThere();
    void clearsByPlaceIfEitherMayBeThere();
    void rejected();
    void rejectedDoesNotStopOthers();
    void notSupported_data();
    void notSupported();
    void otherError();
    void noAnswer();
    void lateAnswer();
    void disconnectedWhileWaiting();
    void restartWhileWaiting();
    void sentAgainAfterABoot();
    void sentAgainWhenDaylightSavingChanges();
    void txProfileEndsWithItsTransaction();
    void directCommandsAreFollowed();
    void remoteStartBringsItsProfile();
    void remoteStartWithAWrongProfile_data();
    void remoteStartWithAWrongProfile();
    void compositeScheduleIsKept();
    void clearingWithoutAResult_data();
    void clearingWithoutAResult();
    void clearingAnsweredLate();
    void whatFitsByNowIsSent();
    void whatDoesNotFitAsItTurnsOutIsNotSent();

private:
    /// Which has no keys to tell, and answers nothing else by itself.
    void connectSilentStation();
    void connectStation();
    void desire(const QJsonObject &profile, int connector = 1);
    void withdraw();
    QString states();
    store::Reconciliation reconciliation();
    QString stuckAs() { return toString(reconciliation().state); }
    store::StationProfile first();

    std::unique_ptr<EngineFixture> engine_;
    std::unique_ptr<TestStation> station_;
};

void tst_Profiles::init()
{
    engine_ = std::make_unique<EngineFixture>();
    engine_->addStation(cp, [](store::Station &station) { station.callTimeoutSeconds = 1; });
    engine_->addTag(u"TAG"_s);
    connectStation();
    QCOMPARE(station_->boot(), u"Accepted"_s);
}

void tst_Profiles::cleanup()
{
    station_.reset();
    engine_.reset();
}

void tst_Profiles::connectSilentStation()
{
    station_ = std::make_unique<TestStation>(cp);
    station_->answer(u"GetConfiguration"_s, QJsonObject());
    QVERIFY(station_->connectTo(engine_->port()));
}

void tst_Profiles::connectStation()
{
    connectSilentStation();
    station_->answer(u"SetChargingProfile"_s, R"({"status":"Accepted"})"_json);
    station_->answer(u"ClearChargingProfile"_s, R"({"status":"Accepted"})"_json);
}

void tst_Profiles::desire(const QJsonObject &profile, int connector)
{
    const QString problem = engine_->onStore([=](store::Database &db) {
        const auto desired = store::ChargingProfiles(db).desire({cp, connector, {}, profile}, store::now());
        return desired ? QString() : desired.error().text;
    });
    QCOMPARE(problem, QString());
}

void tst_Profiles::withdraw()
{
    engine_->onStore([](store::Database &db) { store::ChargingProfiles(db).withdraw(cp, {}, store::now()); });
}

QString tst_Profiles::states()
{
    return engine_->onStore([](store::Database &db) {
        QStringList states;
        for (const store::StationProfile &row : store::ChargingProfiles(db).list(cp))
            states.append(toString(row.state));
        return states.join(u' ');
    });
}

store::Reconciliation tst_Profiles::reconciliation()
{
    return engine_->onStore(
        [](store::Database &db) { return store::Reconciliations(db).find(cp, store::chargingProfilesTopic); });
}

store::StationProfile tst_Profiles::first()
{
    return engine_->onStore([](store::Database &db) { return store::ChargingProfiles(db).list(cp).value(0); });
}

void tst_Profiles::installs()
{
    desire(defaultProfile());
    QTRY_COMPARE(states(), u"installed"_s);
    desire(defaultProfile(1), 0);
    QTRY_COMPARE(states(), u"installed installed"_s);
    QCOMPARE(station_->calls(u"SetChargingProfile"_s).size(), 2);
    const QJsonObject expected{{u"connectorId"_s, 1},
                               {u"csChargingProfiles"_s, with(defaultProfile(), "chargingProfileId"_L1, 1)}};
    QCOMPARE(station_->calls(u"SetChargingProfile"_s).constFirst().payload, expected);
    QTRY_COMPARE(stuckAs(), u"inSync"_s);
}

void tst_Profiles::clears()
{
    desire(defaultProfile());
    QTRY_COMPARE(states(), u"installed"_s);
    station_->answer(u"ClearChargingProfile"_s, R"({"status":"Unknown"})"_json); // behaviour 34
    withdraw();
    const auto call = station_->waitForCall(u"ClearChargingProfile"_s);
    QVERIFY(call.has_value());
    QCOMPARE(call->payload, R"({"id":1})"_json);
    QTRY_COMPARE(states(), QString());
    QTRY_COMPARE(stuckAs(), u"inSync"_s);
}

void tst_Profiles::clearsWhatIsThere()
{
    desire(with(defaultProfile(), "chargingProfileId"_L1, 5));
    QTRY_COMPARE(states(), u"installed"_s);
    station_->answer(u"SetChargingProfile"_s, R"({"status":"Rejected"})"_json);
    desire(with(defaultProfile(), "chargingProfileId"_L1, 9));
    QTRY_COMPARE(states(), u"rejected"_s);
    withdraw();
    const auto call = station_->waitForCall(u"ClearChargingProfile"_s);
    QVERIFY(call.has_value());
    QCOMPARE(call->payload, R"({"id":5})"_json);
    QTRY_COMPARE(states(), QString());
}

void tst_Profiles::clearsByPlaceIfEitherMayBeThere()
{
    desire(with(defaultProfile(), "chargingProfileId"_L1, 5));
    QTRY_COMPARE(states(), u"installed"_s);
    connectSilentStation();
    station_->answer(u"ClearChargingProfile"_s, R"({"status":"Accepted"})"_json);
    desire(with(defaultProfile(), "chargingProfileId"_L1, 9));
    QVERIFY(station_->waitForCall(u"SetChargingProfile"_s));
    QTRY_COMPARE_WITH_TIMEOUT(reconciliation().attempts, 1, patience);
    withdraw();
    const auto call = station_->waitForCall(u"ClearChargingProfile"_s);
    QVERIFY(call.has_value());
    QCOMPARE(call->payload, R"({"connectorId":1,"chargingProfilePurpose":"TxDefaultProfile","stackLevel":0})"_json);
    QTRY_COMPARE(states(), QString());
    QTRY_COMPARE(stuckAs(), u"inSync"_s);
}

void tst_Profiles::rejected()
{
    station_->answer(u"SetChargingProfile"_s, R"({"status":"Rejected"})"_json);
    desire(defaultProfile());
    QTRY_COMPARE(states(), u"rejected"_s);
    QVERIFY(first().refusal.contains(u"Rejected"_s));
    QTRY_COMPARE(stuckAs(), u"waiting"_s);
    QVERIFY(reconciliation().nextTry); // not at once
    QCOMPARE(station_->calls(u"SetChargingProfile"_s).size(), 1);
    // Another wish is sent at once.
    station_->answer(u"SetChargingProfile"_s, R"({"status":"Accepted"})"_json);
    desire(with(defaultProfile(), "chargingProfileId"_L1, 5));
    QTRY_COMPARE(states(), u"installed"_s);
}

void tst_Profiles::rejectedDoesNotStopOthers()
{
    station_->answer(u"SetChargingProfile"_s, [](const QJsonObject &request) {
        const bool low = request[u"csChargingProfiles"_s][u"stackLevel"_s].toInt() == 0;
        return QJsonObject{{u"status"_s, low ? u"Rejected"_s : u"Accepted"_s}};
    });
    desire(defaultProfile(0));
    QTRY_COMPARE(states(), u"rejected"_s);
    desire(defaultProfile(1));
    QTRY_COMPARE(states(), u"rejected installed"_s);
}

void tst_Profiles::notSupported_data()
{
    QTest::addColumn<QString>("how");
    QTest::newRow("status") << u"status"_s;
    QTest::newRow("NotSupported") << u"NotSupported"_s; // E 3.39
    QTest::newRow("NotImplemented") << u"NotImplemented"_s;
}

void tst_Profiles::notSupported()
{
    QFETCH(QString, how);
    connectSilentStation();
    desire(defaultProfile());
    const auto call = station_->waitForCall(u"SetChargingProfile"_s);
    QVERIFY(call.has_value());
    if (how == u"status"_s)
        station_->reply(*call, R"({"status":"NotSupported"})"_json);
    else
        station_->replyError(*call, how, u"no smart charging here"_s);
    QTRY_COMPARE(states(), u"notSupported"_s);
    QTRY_COMPARE(stuckAs(), u"gaveUp"_s);
    QVERIFY2(reconciliation().reason.contains(u"does not support"_s), qPrintable(reconciliation().reason));
    QCOMPARE(station_->call(u"Heartbeat"_s).type, 3);
    QCOMPARE(station_->calls(u"SetChargingProfile"_s).size(), 1);
    withdraw(); // nothing is there, so nothing is cleared
    QTRY_COMPARE(stuckAs(), u"inSync"_s);
    QVERIFY(station_->calls(u"ClearChargingProfile"_s).isEmpty());
}

void tst_Profiles::otherError()
{
    connectSilentStation();
    desire(defaultProfile());
    const auto call = station_->waitForCall(u"SetChargingProfile"_s);
    QVERIFY(call.has_value());
    station_->replyError(*call, u"InternalError"_s, u"out of memory"_s);
    QTRY_COMPARE(states(), u"rejected"_s);
    QVERIFY(first().refusal.contains(u"out of memory"_s));
    QTRY_COMPARE(stuckAs(), u"waiting"_s);
}

void tst_Profiles::noAnswer()
{
    connectSilentStation();
    desire(defaultProfile());
    QVERIFY(station_->waitForCall(u"SetChargingProfile"_s));
    QTRY_COMPARE_WITH_TIMEOUT(reconciliation().attempts, 1, patience);
    QCOMPARE(states(), u"pending"_s);
    QVERIFY(reconciliation().nextTry);
    withdraw(); // it may have arrived
    QTRY_COMPARE(states(), u"clearing"_s);
    QVERIFY(station_->waitForCall(u"ClearChargingProfile"_s));
}

void tst_Profiles::lateAnswer()
{
    connectSilentStation();
    desire(defaultProfile());
    const auto call = station_->waitForCall(u"SetChargingProfile"_s);
    QVERIFY(call.has_value());
    QTRY_COMPARE_WITH_TIMEOUT(reconciliation().attempts, 1, patience);
    station_->reply(*call, R"({"status":"Accepted"})"_json);
    QTRY_COMPARE(states(), u"installed"_s);
    QTRY_COMPARE(stuckAs(), u"inSync"_s);
}

void tst_Profiles::disconnectedWhileWaiting()
{
    connectSilentStation();
    desire(defaultProfile());
    QVERIFY(station_->waitForCall(u"SetChargingProfile"_s));
    station_->abort();
    QTRY_VERIFY(reconciliation().attempts > 0);
    QCOMPARE(states(), u"pending"_s);
    connectStation();
    QCOMPARE(station_->boot(), u"Accepted"_s);
    engine_->endPauses(cp);
    QTRY_COMPARE_WITH_TIMEOUT(states(), u"installed"_s, patience);
}

void tst_Profiles::restartWhileWaiting()
{
    connectSilentStation();
    desire(defaultProfile());
    QVERIFY(station_->waitForCall(u"SetChargingProfile"_s));
    engine_->restart();
    QCOMPARE(states(), u"pending"_s);
    connectStation();
    QCOMPARE(station_->boot(), u"Accepted"_s);
    engine_->endPauses(cp);
    QTRY_COMPARE_WITH_TIMEOUT(states(), u"installed"_s, patience);
}

// A factory reset forgets all without a word.
void tst_Profiles::sentAgainAfterABoot()
{
    desire(defaultProfile(0));
    desire(defaultProfile(1));
    QTRY_COMPARE(states(), u"installed installed"_s);
    QCOMPARE(station_->boot(), u"Accepted"_s);
    engine_->endPauses(cp);
    QVERIFY(station_->waitForCall(u"SetChargingProfile"_s, 2));
    QTRY_COMPARE_WITH_TIMEOUT(station_->calls(u"SetChargingProfile"_s).size(), 4, patience);
    QTRY_COMPARE(states(), u"installed installed"_s);
}

// Behaviour 35: what the station has is an hour off by now.
void tst_Profiles::sentAgainWhenDaylightSavingChanges()
{
    QJsonObject daily = with(defaultProfile(), "chargingProfileKind"_L1, u"Recurring"_s);
    daily.insert(u"recurrencyKind"_s, u"Daily"_s);
    daily.insert(u"chargingSchedule"_s,
                 with(daily[u"chargingSchedule"_s].toObject(), "startSchedule"_L1, u"2026-01-01T20:00:00Z"_s));
    desire(daily);
    QTRY_COMPARE(states(), u"installed"_s);
    engine_->onStore([](store::Database &db) {
        store::StationProfile row = store::ChargingProfiles(db).list(cp).value(0);
        row.accepted->replace("T20:00", "T21:00");
        db.save(row);
        db.noteChange(store::Table::ChargingProfiles, cp);
    });
    const auto again = station_->waitForCall(u"SetChargingProfile"_s, 2);
    QVERIFY(again.has_value());
    QCOMPARE(again->payload[u"csChargingProfiles"_s][u"chargingSchedule"_s][u"startSchedule"_s].toString(),
             u"2026-01-01T20:00:00Z"_s);
    QTRY_COMPARE(stuckAs(), u"inSync"_s);
}

void tst_Profiles::txProfileEndsWithItsTransaction()
{
    const QString time = ocpp::formatTimestamp(store::now());
    const Answer start =
        station_->call(u"StartTransaction"_s,
                       {{u"connectorId"_s, 1}, {u"idTag"_s, u"TAG"_s}, {u"meterStart"_s, 0}, {u"timestamp"_s, time}});
    const int id = start.payload[u"transactionId"_s].toInt();
    desire(with(defaultProfile(), "chargingProfilePurpose"_L1, u"TxProfile"_s));
    const auto call = station_->waitForCall(u"SetChargingProfile"_s);
    QVERIFY(call.has_value());
    QCOMPARE(call->payload[u"csChargingProfiles"_s][u"transactionId"_s].toInt(), id);
    QTRY_COMPARE(states(), u"installed"_s);
    QCOMPARE(
        station_->call(u"StopTransaction"_s, {{u"transactionId"_s, id}, {u"meterStop"_s, 1}, {u"timestamp"_s, time}})
            .type,
        3);
    QCOMPARE(states(), QString());
    QCOMPARE(station_->call(u"Heartbeat"_s).type, 3);
    QVERIFY(station_->calls(u"ClearChargingProfile"_s).isEmpty()); // it died by itself
}

void tst_Profiles::directCommandsAreFollowed()
{
    const QJsonObject sent{{u"connectorId"_s, 1},
                           {u"csChargingProfiles"_s, with(defaultProfile(), "chargingProfileId"_L1, 9)}};
    const qint64 set = engine_->command(cp, u"SetChargingProfile"_s, sent);
    QTRY_COMPARE(engine_->stateOf(set), u"accepted"_s);
    QCOMPARE(states(), u"reported"_s);
    QCOMPARE(first().profileId, 9);
    QCOMPARE(station_->call(u"Heartbeat"_s).type, 3);
    QVERIFY(station_->calls(u"ClearChargingProfile"_s).isEmpty()); // nobody asked for that
    const qint64 clear = engine_->command(cp, u"ClearChargingProfile"_s, R"({"connectorId":1})"_json);
    QTRY_COMPARE(engine_->stateOf(clear), u"accepted"_s);
    QCOMPARE(states(), QString());
    station_->answer(u"SetChargingProfile"_s, R"({"status":"Rejected"})"_json);
    const qint64 refused = engine_->command(cp, u"SetChargingProfile"_s, sent);
    QTRY_COMPARE(engine_->stateOf(refused), u"rejected"_s);
    QCOMPARE(states(), QString());
}

// E 3.41, E 3.42.
void tst_Profiles::remoteStartBringsItsProfile()
{
    station_->answer(u"RemoteStartTransaction"_s, R"({"status":"Accepted"})"_json);
    QJsonObject profile = with(defaultProfile(), "chargingProfilePurpose"_L1, u"TxProfile"_s);
    profile.insert(u"chargingProfileId"_s, 4);
    const qint64 id =
        engine_->command(cp, u"RemoteStartTransaction"_s,
                         {{u"idTag"_s, u"TAG"_s}, {u"connectorId"_s, 1}, {u"chargingProfile"_s, profile}});
    QTRY_COMPARE(engine_->stateOf(id), u"accepted"_s);
    const Answer start = station_->call(u"StartTransaction"_s, {{u"connectorId"_s, 1},
                                                                {u"idTag"_s, u"TAG"_s},
                                                                {u"meterStart"_s, 0},
                                                                {u"timestamp"_s, ocpp::formatTimestamp(store::now())}});
    QCOMPARE(states(), u"reported"_s);
    QCOMPARE(first().transactionId, start.payload[u"transactionId"_s].toInteger());
}

void tst_Profiles::remoteStartWithAWrongProfile_data()
{
    QTest::addColumn<QJsonObject>("profile");
    const QJsonObject profile = with(defaultProfile(), "chargingProfileId"_L1, 4);
    QTest::newRow("another purpose") << profile;
    QTest::newRow("a transaction") << with(with(profile, "chargingProfilePurpose"_L1, u"TxProfile"_s),
                                           "transactionId"_L1, 3);
}

void tst_Profiles::remoteStartWithAWrongProfile()
{
    QFETCH(QJsonObject, profile);
    const qint64 id =
        engine_->command(cp, u"RemoteStartTransaction"_s,
                         {{u"idTag"_s, u"TAG"_s}, {u"connectorId"_s, 1}, {u"chargingProfile"_s, profile}});
    QTRY_COMPARE(engine_->stateOf(id), u"error"_s);
    QVERIFY(engine_->command(id).error.contains(u"Not sent"_s));
    QVERIFY(station_->calls(u"RemoteStartTransaction"_s).isEmpty());
}

void tst_Profiles::compositeScheduleIsKept()
{
    station_->answer(u"GetCompositeSchedule"_s,
                     R"({"status":"Accepted","connectorId":1,"scheduleStart":"2026-11-22T12:00:00Z",
        "chargingSchedule":{"duration":600,"chargingRateUnit":"A","chargingSchedulePeriod":[{"startPeriod":0,"limit":16}]}})"_json);
    const QJsonObject request = R"({"connectorId":1,"duration":600})"_json;
    const qint64 id = engine_->command(cp, u"GetCompositeSchedule"_s, request);
    QTRY_COMPARE(engine_->stateOf(id), u"accepted"_s);
    const auto kept = engine_->onStore([](store::Database &db) {
        return store::CompositeSchedules(db).find(cp, 1, u"A"_s).value_or(store::CompositeSchedule());
    });
    QCOMPARE(kept.durationSeconds, 600);
    QCOMPARE(ocpp::formatTimestamp(kept.start), u"2026-11-22T12:00:00Z"_s);
    QCOMPARE(kept.askedAt, *engine_->command(id).sentAt);
    station_->answer(u"GetCompositeSchedule"_s, R"({"status":"Rejected"})"_json);
    const qint64 refused = engine_->command(cp, u"GetCompositeSchedule"_s, request);
    QTRY_COMPARE(engine_->stateOf(refused), u"rejected"_s);
    QCOMPARE(engine_->onStore([](store::Database &db) { return store::CompositeSchedules(db).list(cp).size(); }), 1);
}

void tst_Profiles::clearingWithoutAResult_data()
{
    QTest::addColumn<QString>("how");
    for (const char *how : {"no answer", "CALLERROR", "disconnect", "restart"})
        QTest::newRow(how) << QString::fromLatin1(how);
}

// It stays to be cleared, and is tried again.
void tst_Profiles::clearingWithoutAResult()
{
    QFETCH(QString, how);
    desire(defaultProfile());
    QTRY_COMPARE(states(), u"installed"_s);
    connectSilentStation();
    withdraw();
    const auto call = station_->waitForCall(u"ClearChargingProfile"_s);
    QVERIFY(call.has_value());
    if (how == "CALLERROR"_L1)
        station_->replyError(*call, u"InternalError"_s, u"busy"_s);
    else if (how == "disconnect"_L1)
        station_->abort();
    else if (how == "restart"_L1)
        engine_->restart();
    if (how != "restart"_L1)
        QTRY_COMPARE_WITH_TIMEOUT(reconciliation().attempts, 1, patience);
    QCOMPARE(states(), u"clearing"_s);
    connectStation();
    QCOMPARE(station_->boot(), u"Accepted"_s);
    engine_->endPauses(cp);
    QTRY_COMPARE_WITH_TIMEOUT(states(), QString(), 2 * patience);
    QTRY_COMPARE(stuckAs(), u"inSync"_s);
}

void tst_Profiles::clearingAnsweredLate()
{
    desire(defaultProfile());
    QTRY_COMPARE(states(), u"installed"_s);
    connectSilentStation();
    withdraw();
    const auto call = station_->waitForCall(u"ClearChargingProfile"_s);
    QVERIFY(call.has_value());
    QTRY_COMPARE_WITH_TIMEOUT(reconciliation().attempts, 1, patience);
    station_->reply(*call, R"({"status":"Accepted"})"_json);
    QTRY_COMPARE(states(), QString());
    QTRY_COMPARE(stuckAs(), u"inSync"_s);
}

// What does not fit takes nothing away; when the station says that it takes more, it is sent.
void tst_Profiles::whatFitsByNowIsSent()
{
    const auto tell = [this](const QString &highest) {
        const QJsonObject key{
            {u"key"_s, u"ChargeProfileMaxStackLevel"_s}, {u"readonly"_s, true}, {u"value"_s, highest}};
        station_->answer(u"GetConfiguration"_s, {{u"configurationKey"_s, QJsonArray{key}}});
        const qint64 id = engine_->command(cp, u"GetConfiguration"_s);
        QTRY_COMPARE(engine_->stateOf(id), u"accepted"_s);
    };
    tell(u"0"_s);
    const auto save = [this](int level) {
        engine_->onStore([level](store::Database &db) {
            store::ChargingProfiles(db).saveNamed(u"Night"_s, defaultProfile(level), store::now());
        });
    };
    save(0);
    engine_->onStore([](store::Database &db) {
        return store::ChargingProfiles(db).desire({cp, 1, u"Night"_s, {}}, store::now()).has_value();
    });
    QTRY_COMPARE(states(), u"installed"_s);
    save(1);
    QTRY_COMPARE(states(), u"installed unfit"_s);
    QTRY_COMPARE(stuckAs(), u"gaveUp"_s);
    QVERIFY2(reconciliation().reason.contains(u"stack level"_s), qPrintable(reconciliation().reason));
    tell(u"8"_s);
    QTRY_COMPARE(states(), u"installed"_s);
    QCOMPARE(first().stackLevel, 1);
    QVERIFY(station_->waitForCall(u"ClearChargingProfile"_s).has_value()); // and not before it has the new one
    QTRY_COMPARE(stuckAs(), u"inSync"_s);
}

/// It was desired before anything was known of the station, and waits behind the question for its limits.
void tst_Profiles::whatDoesNotFitAsItTurnsOutIsNotSent()
{
    const QJsonObject highest{{u"key"_s, u"ChargeProfileMaxStackLevel"_s}, {u"readonly"_s, true}, {u"value"_s, u"3"_s}};
    station_->answer(u"GetConfiguration"_s, {{u"configurationKey"_s, QJsonArray{highest}}});
    desire(defaultProfile(8));
    QTRY_COMPARE(states(), u"unfit"_s);
    QVERIFY2(first().refusal.contains(u"stack level"_s), qPrintable(first().refusal));
    const auto queued = engine_->onStore([](store::Database &db) {
        return store::Commands(db).list({.station = cp, .action = u"SetChargingProfile"_s});
    });
    QCOMPARE(queued.size(), 1);
    QCOMPARE(toString(queued.constFirst().state), "cancelled"_L1);
    QTRY_COMPARE(stuckAs(), u"gaveUp"_s);
    QVERIFY(station_->calls(u"SetChargingProfile"_s).isEmpty());
}

QTEST_GUILESS_MAIN(tst_Profiles)
#include "tst_profiles.moc"
