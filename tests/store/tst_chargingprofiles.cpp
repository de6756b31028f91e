// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocpp/codec.h"
#include "ocpp/types.h"
#include "store/chargingprofiles.h"
#include "store/commands.h"
#include "store/compositeschedules.h"
#include "store/configuration.h"
#include "store/reconciliations.h"
#include "store/storetest.h"
#include "store/transactions.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;
using namespace store;
using storetest::at;

namespace {

const QString station = u"CP1"_s;
const ProfileSender topic{true, {}};

std::unique_ptr<Database> freshWithStation()
{
    auto db = storetest::freshDatabase();
    storetest::addStation(*db, station);
    return db;
}

QJsonObject profile(int level = 0, const QString &purpose = u"TxDefaultProfile"_s)
{
    const QByteArray text = R"({"chargingProfileKind":"Relative","chargingSchedule":{"chargingRateUnit":"A",
        "chargingSchedulePeriod":[{"startPeriod":0,"limit":16}]}})";
    QJsonObject object = QJsonDocument::fromJson(text).object();
    object.insert("stackLevel"_L1, level);
    object.insert("chargingProfilePurpose"_L1, purpose);
    return object;
}

QJsonObject withId(QJsonObject object, int id)
{
    object.insert("chargingProfileId"_L1, id);
    return object;
}

StationProfile desire(Database &db, const ProfileWish &wish, qint64 seconds = 10)
{
    const auto desired = ChargingProfiles(db).desire(wish, at(seconds));
    if (!desired)
        qFatal("%s", qPrintable(desired.error().text));
    return desired->row;
}

/// As the station accepts what the topic sends.
void install(Database &db, const StationProfile &row, qint64 seconds = 20)
{
    ChargingProfiles(db).setAccepted(row.station, row.connector, profileToSend(row, at(seconds)), topic, at(seconds));
}

/// "connector purpose level state" of each row.
QString rows(Database &db)
{
    QStringList texts;
    for (const StationProfile &row : ChargingProfiles(db).list(station))
        texts.append(u"%1 %2 %3 %4"_s.arg(row.connector).arg(row.purpose).arg(row.stackLevel).arg(toString(row.state)));
    return texts.join(u"; "_s);
}

Transaction begin(Database &db, int connector, qint64 seconds)
{
    Transaction start;
    start.station = station;
    start.connector = connector;
    start.idTag = u"TAG"_s;
    start.startedAt = start.startReceived = at(seconds);
    return Transactions(db).begin(start).transaction;
}

} // namespace

class TestChargingProfiles : public QObject {
    Q_OBJECT
private slots:
    void initTestCase_data() { storetest::addBackends(); }
    void cleanupTestCase() { storetest::shutDown(); }

    void wordsAreThoseOfTheApi();
    void desiredBecomesInstalled();
    void idsAreHandedOutPerStation();
    void theSamePlaceIsReplaced();
    void refusesWhatBreaksALimit();
    void refusesWhatIsNoProfile();
    void txProfileNeedsItsTransaction();
    void txProfileEndsWithItsTransaction();
    void withdrawnIsCleared();
    void withdrawnThatMayHaveArrivedIsCleared();
    void acceptedAfterWithdrawingIsCleared();
    void refusalsAreKept();
    void unfitStaysUnfit();
    void aDirectSetIsReported();
    void aDirectSetBecomesTheWish();
    void anOlderDirectSetDoesNot();
    void theSameIdDisplaces();
    void clearingFilters_data();
    void clearingFilters();
    void aDirectClearIsMeant();
    void aDirectClearOfTheOldOneKeepsTheWish();
    void aDirectClearOfTheNewOneClearsTheOldOne();
    void anIdThatTheStationHasIsTaken();
    void aBootMakesAllPending();
    void library();
    void libraryChangesReachTheStations();
    void libraryChangesKeepWhatIsThere();
    void aFullStationTakesAnotherPlace();
    void limitsAreLookedAtAgain();
    void countsByStation();
    void wishesBeginTheReconcilerAnew();
    void compositeSchedules();
};

void TestChargingProfiles::wordsAreThoseOfTheApi()
{
    QStringList words;
    for (int value = 0; value <= static_cast<int>(ProfileState::Reported); ++value) {
        words.append(toString(static_cast<ProfileState>(value)));
        ProfileState back{};
        QVERIFY(fromString(words.last(), back));
        QCOMPARE(static_cast<int>(back), value);
    }
    QCOMPARE(words.join(u' '), u"pending installed rejected notSupported unfit clearing reported"_s);
}

void TestChargingProfiles::desiredBecomesInstalled()
{
    const auto db = freshWithStation();
    const StationProfile row = desire(*db, {station, 1, {}, profile(2)});
    QCOMPARE(rows(*db), u"1 TxDefaultProfile 2 pending"_s);
    const QJsonObject sent = profileToSend(row, at(20));
    QVERIFY(!ocpp::check(ocpp::ChargingProfile::fields(), sent));
    QCOMPARE(sent, withId(profile(2), 1));
    install(*db, row);
    QCOMPARE(rows(*db), u"1 TxDefaultProfile 2 installed"_s);
    QCOMPARE(ChargingProfiles(*db).list(station).first().acceptedAt, std::optional(at(20)));
    VERIFY_OK(*db);
}

void TestChargingProfiles::idsAreHandedOutPerStation()
{
    const auto db = freshWithStation();
    storetest::addStation(*db, u"CP2"_s);
    QCOMPARE(desire(*db, {station, 1, {}, profile()}).profileId, 1);
    QCOMPARE(desire(*db, {station, 2, {}, profile()}).profileId, 2);
    QCOMPARE(desire(*db, {u"CP2"_s, 1, {}, profile()}).profileId, 1);
    QCOMPARE(desire(*db, {station, 1, {}, withId(profile(1), 2)}).profileId, 3); // 2 is taken
    QCOMPARE(desire(*db, {station, 1, {}, withId(profile(3), 40)}).profileId, 40);
    QCOMPARE(desire(*db, {station, 1, {}, profile(4)}).profileId, 41);
    QCOMPARE(desire(*db, {station, 1, {}, profile(1)}).profileId, 3); // its place keeps its id
    VERIFY_OK(*db);
}

void TestChargingProfiles::theSamePlaceIsReplaced()
{
    const auto db = freshWithStation();
    install(*db, desire(*db, {station, 1, {}, profile()}));
    QJsonObject other = profile();
    other.insert("chargingProfileKind"_L1, u"Recurring"_s);
    other.insert("recurrencyKind"_L1, u"Daily"_s);
    QJsonObject schedule = other["chargingSchedule"_L1].toObject();
    schedule.insert("startSchedule"_L1, u"2026-11-22T00:00:00Z"_s);
    other.insert("chargingSchedule"_L1, schedule);
    const StationProfile row = desire(*db, {station, 1, {}, other}, 30);
    QCOMPARE(rows(*db), u"1 TxDefaultProfile 0 pending"_s);
    QVERIFY(row.accepted); // the one before is still there
    desire(*db, {station, 1, {}, profile()}, 40);
    QCOMPARE(rows(*db), u"1 TxDefaultProfile 0 installed"_s); // as it was: nothing to do
    VERIFY_OK(*db);
}

void TestChargingProfiles::refusesWhatBreaksALimit()
{
    const auto db = freshWithStation();
    Configuration(*db).report(
        station, {{u"ChargeProfileMaxStackLevel"_s, u"1"_s, true}, {u"MaxChargingProfilesInstalled"_s, u"2"_s, true}},
        at(1));
    const auto refused = ChargingProfiles(*db).desire({station, 1, {}, profile(2)}, at(10));
    QVERIFY(!refused && refused.error().kind == ProfileRefusal::Kind::Unfit);
    QCOMPARE(refused.error().path, u"/profile/stackLevel"_s);
    QVERIFY(refused.error().problems.first().kind == charging::ProblemKind::StackLevelTooHigh);
    QCOMPARE(rows(*db), QString());
    desire(*db, {station, 1, {}, profile(0)});
    install(*db, desire(*db, {station, 1, {}, profile(1)}));
    const auto tooMany = ChargingProfiles(*db).desire({station, 2, {}, profile(0)}, at(10));
    QVERIFY(!tooMany && tooMany.error().problems.first().kind == charging::ProblemKind::TooManyProfiles);
    desire(*db, {station, 1, {}, profile(0)}); // takes no more room
    ChargingProfiles(*db).withdraw(station, {.stackLevel = 1}, at(12));
    desire(*db, {station, 2, {}, profile(0)}); // what is to be cleared takes none
    VERIFY_OK(*db);
}

void TestChargingProfiles::refusesWhatIsNoProfile()
{
    const auto db = freshWithStation();
    QJsonObject broken = profile();
    broken.insert("stackLevel"_L1, u"high"_s);
    const auto refused = ChargingProfiles(*db).desire({station, 1, {}, broken}, at(10));
    QVERIFY(!refused && refused.error().kind == ProfileRefusal::Kind::InvalidProfile);
    QCOMPARE(refused.error().path, u"/profile/stackLevel"_s);
    const auto unknown = ChargingProfiles(*db).desire({station, 1, u"Night"_s, {}}, at(10));
    QVERIFY(!unknown && unknown.error().kind == ProfileRefusal::Kind::UnknownName);
    VERIFY_OK(*db);
}

void TestChargingProfiles::txProfileNeedsItsTransaction()
{
    const auto db = freshWithStation();
    const QJsonObject tx = profile(0, u"TxProfile"_s);
    QVERIFY(!ChargingProfiles(*db).desire({station, 1, {}, tx}, at(10)));
    const qint64 id = begin(*db, 1, 5).id;
    QCOMPARE(desire(*db, {station, 1, {}, tx}).transactionId, id);
    QJsonObject another = tx;
    another.insert("transactionId"_L1, int(id) + 1);
    const auto refused = ChargingProfiles(*db).desire({station, 1, {}, another}, at(10));
    QVERIFY(!refused && refused.error().problems.first().kind == charging::ProblemKind::TxWithoutTransaction);
    VERIFY_OK(*db);
}

void TestChargingProfiles::txProfileEndsWithItsTransaction()
{
    const auto db = freshWithStation();
    const Transaction transaction = begin(*db, 1, 5);
    const StationProfile row = desire(*db, {station, 1, {}, profile(0, u"TxProfile"_s)});
    install(*db, row);
    desire(*db, {station, 1, {}, profile()});
    Stop stop;
    stop.station = station;
    stop.transactionId = transaction.id;
    stop.stoppedAt = stop.received = at(60);
    Transactions(*db).stop(stop);
    QCOMPARE(rows(*db), u"1 TxDefaultProfile 0 pending"_s);
    install(*db, row, 70); // a late answer
    QCOMPARE(rows(*db), u"1 TxDefaultProfile 0 pending"_s);
    // Nor does it outlive one that a person, or the next start, closes.
    const Transaction second = begin(*db, 1, 80);
    desire(*db, {station, 1, {}, profile(0, u"TxProfile"_s)}, 81);
    QVERIFY(Transactions(*db).close(second.id, u"operator"_s, u"stale"_s, at(90)));
    QCOMPARE(rows(*db), u"1 TxDefaultProfile 0 pending"_s);
    VERIFY_OK(*db);
}

void TestChargingProfiles::withdrawnIsCleared()
{
    const auto db = freshWithStation();
    install(*db, desire(*db, {station, 1, {}, profile(0)}));
    desire(*db, {station, 1, {}, profile(1)});
    QCOMPARE(ChargingProfiles(*db).withdraw(station, {.connector = 1}, at(30)), 2);
    QCOMPARE(rows(*db), u"1 TxDefaultProfile 0 clearing"_s); // the other one was never sent
    QCOMPARE(ChargingProfiles(*db).withdraw(station, {}, at(30)), 0);
    ChargingProfiles(*db).cleared(station, {.id = 1}, topic);
    QCOMPARE(rows(*db), QString());
    VERIFY_OK(*db);
}

void TestChargingProfiles::withdrawnThatMayHaveArrivedIsCleared()
{
    const auto db = freshWithStation();
    const StationProfile row = desire(*db, {station, 1, {}, profile(0)});
    Command command;
    command.station = station;
    command.action = u"SetChargingProfile"_s;
    command.payload =
        QJsonDocument(QJsonObject{{u"connectorId"_s, 1}, {u"csChargingProfiles"_s, profileToSend(row, at(20))}})
            .toJson();
    command.created = at(20);
    Commands commands(*db);
    const qint64 id = commands.queue(command);
    QVERIFY(commands.markSent(id, u"m"_s, at(20)));
    QVERIFY(commands.finish(id, {CommandState::Timeout, {}, u"No answer."_s, at(50), false}));
    ChargingProfiles(*db).withdraw(station, {}, at(60));
    QCOMPARE(rows(*db), u"1 TxDefaultProfile 0 clearing"_s);
    VERIFY_OK(*db);
}

void TestChargingProfiles::acceptedAfterWithdrawingIsCleared()
{
    const auto db = freshWithStation();
    const StationProfile row = desire(*db, {station, 1, {}, profile(0)});
    ChargingProfiles(*db).withdraw(station, {}, at(15));
    QCOMPARE(rows(*db), QString());
    install(*db, row);
    QCOMPARE(rows(*db), u"1 TxDefaultProfile 0 clearing"_s);
    VERIFY_OK(*db);
}

void TestChargingProfiles::refusalsAreKept()
{
    const auto db = freshWithStation();
    const StationProfile row = desire(*db, {station, 1, {}, profile(0)});
    ChargingProfiles(*db).setRefused(station, 1, profileToSend(row, at(20)), ProfileState::Rejected, u"Rejected."_s,
                                     at(20));
    QCOMPARE(rows(*db), u"1 TxDefaultProfile 0 rejected"_s);
    const StationProfile refused = ChargingProfiles(*db).list(station).first();
    QCOMPARE(refused.refusal, u"Rejected."_s);
    QCOMPARE(refused.triedAt, std::optional(at(20)));
    desire(*db, {station, 1, {}, withId(profile(0), 9)}, 30);
    QCOMPARE(rows(*db), u"1 TxDefaultProfile 0 pending"_s);
    // The refusal of an older one does not concern it.
    ChargingProfiles(*db).setRefused(station, 1, profileToSend(row, at(31)), ProfileState::Rejected, u"No."_s, at(31));
    QCOMPARE(rows(*db), u"1 TxDefaultProfile 0 pending"_s);
    VERIFY_OK(*db);
}

/// Found out while it was on its way.
void TestChargingProfiles::unfitStaysUnfit()
{
    const auto db = freshWithStation();
    const StationProfile row = desire(*db, {station, 1, {}, profile(8)});
    Configuration(*db).report(station, {{u"ChargeProfileMaxStackLevel"_s, u"3"_s, true}}, at(20));
    QVERIFY(ChargingProfiles(*db).recheck(station, at(20)));
    QVERIFY(!ChargingProfiles(*db).recheck(station, at(20)));
    QCOMPARE(rows(*db), u"1 TxDefaultProfile 8 unfit"_s);
    ChargingProfiles(*db).setRefused(station, 1, profileToSend(row, at(21)), ProfileState::Rejected, u"No."_s, at(21));
    QCOMPARE(rows(*db), u"1 TxDefaultProfile 8 unfit"_s);
    QVERIFY(ChargingProfiles(*db).list(station).first().refusal.contains(u"stack level"_s));
    VERIFY_OK(*db);
}

void TestChargingProfiles::aDirectSetIsReported()
{
    const auto db = freshWithStation();
    ChargingProfiles(*db).setAccepted(station, 0, withId(profile(3, u"ChargePointMaxProfile"_s), 7), {false, at(1)},
                                      at(2));
    QCOMPARE(rows(*db), u"0 ChargePointMaxProfile 3 reported"_s);
    QCOMPARE(ChargingProfiles(*db).list(station).first().profileId, 7);
    ChargingProfiles(*db).booted(station, at(3)); // E 3.37: it survives
    QCOMPARE(rows(*db), u"0 ChargePointMaxProfile 3 reported"_s);
    QCOMPARE(ChargingProfiles(*db).withdraw(station, {}, at(4)), 1);
    QCOMPARE(rows(*db), u"0 ChargePointMaxProfile 3 clearing"_s);
    VERIFY_OK(*db);
}

void TestChargingProfiles::aDirectSetBecomesTheWish()
{
    const auto db = freshWithStation();
    install(*db, desire(*db, {station, 1, {}, profile()}));
    ChargingProfiles(*db).setAccepted(station, 1, withId(profile(), 8), {false, at(30)}, at(31));
    QCOMPARE(rows(*db), u"1 TxDefaultProfile 0 installed"_s);
    const StationProfile row = ChargingProfiles(*db).list(station).first();
    QCOMPARE(row.profileId, 8);
    QCOMPARE(QJsonDocument::fromJson(*row.desired).object(), withId(profile(), 8));
    VERIFY_OK(*db);
}

void TestChargingProfiles::anOlderDirectSetDoesNot()
{
    const auto db = freshWithStation();
    desire(*db, {station, 1, {}, profile()}, 30);
    ChargingProfiles(*db).setAccepted(station, 1, withId(profile(), 8), {false, at(10)}, at(31));
    QCOMPARE(rows(*db), u"1 TxDefaultProfile 0 pending"_s);
    QCOMPARE(ChargingProfiles(*db).list(station).first().profileId, 1);
    VERIFY_OK(*db);
}

void TestChargingProfiles::theSameIdDisplaces()
{
    const auto db = freshWithStation();
    install(*db, desire(*db, {station, 1, {}, profile()}));
    ChargingProfiles(*db).setAccepted(station, 2, withId(profile(), 1), {false, at(30)}, at(31));
    QCOMPARE(rows(*db), u"1 TxDefaultProfile 0 pending; 2 TxDefaultProfile 0 reported"_s);
    const StationProfile displaced = ChargingProfiles(*db).list(station).first();
    QCOMPARE(displaced.profileId, 2);
    QCOMPARE(profileToSend(displaced, at(32))["chargingProfileId"_L1].toInt(), 2);
    VERIFY_OK(*db);
}

// E 3.26.
void TestChargingProfiles::clearingFilters_data()
{
    QTest::addColumn<int>("id");
    QTest::addColumn<int>("connector");
    QTest::addColumn<QString>("purpose");
    QTest::addColumn<int>("level");
    QTest::addColumn<QString>("left");
    const QString max = u"0 ChargePointMaxProfile 0 reported"_s;
    const QString all = u"0 TxDefaultProfile 0 reported"_s;
    const QString low = u"1 TxDefaultProfile 0 reported"_s;
    const QString high = u"1 TxDefaultProfile 1 reported"_s;
    const auto row = [](const char *name, int id, int connector, const QString &purpose, int level,
                        const QStringList &left) {
        QTest::newRow(name) << id << connector << purpose << level << left.join(u"; "_s);
    };
    row("everything", -1, -1, {}, -1, {});
    row("by id", 3, -1, {}, -1, {max, all, high});
    row("an id wins", 3, 0, u"ChargePointMaxProfile"_s, 7, {max, all, high});
    row("an id nobody has", 99, -1, {}, -1, {max, all, low, high});
    row("connector", -1, 1, {}, -1, {max, all});
    row("connector 0", -1, 0, {}, -1, {low, high});
    row("purpose", -1, -1, u"TxDefaultProfile"_s, -1, {max});
    row("level", -1, -1, {}, 0, {high});
    row("all together", -1, 1, u"TxDefaultProfile"_s, 1, {max, all, low});
    row("none matches all", -1, 1, u"ChargePointMaxProfile"_s, 0, {max, all, low, high});
}

void TestChargingProfiles::clearingFilters()
{
    QFETCH(int, id);
    QFETCH(int, connector);
    QFETCH(QString, purpose);
    QFETCH(int, level);
    const auto db = freshWithStation();
    ChargingProfiles profiles(*db);
    const ProfileSender person{false, at(1)};
    profiles.setAccepted(station, 0, withId(profile(0, u"ChargePointMaxProfile"_s), 1), person, at(2));
    profiles.setAccepted(station, 0, withId(profile(0), 2), person, at(2));
    profiles.setAccepted(station, 1, withId(profile(0), 3), person, at(2));
    profiles.setAccepted(station, 1, withId(profile(1), 4), person, at(2));
    ProfileFilter filter;
    if (id >= 0)
        filter.id = id;
    if (connector >= 0)
        filter.connector = connector;
    if (!purpose.isEmpty())
        filter.purpose = purpose;
    if (level >= 0)
        filter.stackLevel = level;
    profiles.cleared(station, filter, person);
    QTEST(rows(*db), "left");
    VERIFY_OK(*db);
}

void TestChargingProfiles::aDirectClearOfTheOldOneKeepsTheWish()
{
    const auto db = freshWithStation();
    install(*db, desire(*db, {station, 1, {}, withId(profile(), 5)}));
    desire(*db, {station, 1, {}, withId(profile(), 9)}, 30);
    ChargingProfiles profiles(*db);
    profiles.cleared(station, {.id = 5}, {false, at(40)});
    QCOMPARE(rows(*db), u"1 TxDefaultProfile 0 pending"_s);
    QVERIFY(!profiles.list(station).first().accepted);
    QCOMPARE(profiles.list(station).first().profileId, 9);
    VERIFY_OK(*db);
}

void TestChargingProfiles::aDirectClearOfTheNewOneClearsTheOldOne()
{
    const auto db = freshWithStation();
    install(*db, desire(*db, {station, 1, {}, withId(profile(), 5)}));
    desire(*db, {station, 1, {}, withId(profile(), 9)}, 30);
    ChargingProfiles profiles(*db);
    profiles.cleared(station, {.id = 9}, {false, at(40)});
    QCOMPARE(rows(*db), u"1 TxDefaultProfile 0 clearing"_s);
    QCOMPARE(profiles.list(station).first().profileId, 5);
    VERIFY_OK(*db);
}

void TestChargingProfiles::anIdThatTheStationHasIsTaken()
{
    const auto db = freshWithStation();
    install(*db, desire(*db, {station, 1, {}, withId(profile(), 5)}));
    desire(*db, {station, 1, {}, withId(profile(), 2)}, 30);
    QCOMPARE(desire(*db, {station, 2, {}, withId(profile(), 5)}, 40).profileId, 6);
    VERIFY_OK(*db);
}

void TestChargingProfiles::aDirectClearIsMeant()
{
    const auto db = freshWithStation();
    install(*db, desire(*db, {station, 1, {}, profile()}, 10));
    ChargingProfiles(*db).cleared(station, {}, {false, at(5)}); // asked before it was desired
    QCOMPARE(rows(*db), u"1 TxDefaultProfile 0 pending"_s);
    ChargingProfiles(*db).cleared(station, {}, {false, at(30)});
    QCOMPARE(rows(*db), QString());
    VERIFY_OK(*db);
}

void TestChargingProfiles::aBootMakesAllPending()
{
    const auto db = freshWithStation();
    install(*db, desire(*db, {station, 1, {}, profile(0)}));
    const StationProfile refused = desire(*db, {station, 1, {}, profile(1)});
    ChargingProfiles(*db).setRefused(station, 1, profileToSend(refused, at(20)), ProfileState::NotSupported, u"No."_s,
                                     at(20));
    install(*db, desire(*db, {station, 1, {}, profile(2)}));
    ChargingProfiles(*db).withdraw(station, {.stackLevel = 2}, at(25));
    ChargingProfiles(*db).booted(station, at(30));
    QCOMPARE(rows(*db), u"1 TxDefaultProfile 0 pending; 1 TxDefaultProfile 1 pending; 1 TxDefaultProfile 2 clearing"_s);
    VERIFY_OK(*db);
}

void TestChargingProfiles::library()
{
    const auto db = freshWithStation();
    ChargingProfiles profiles(*db);
    profiles.saveNamed(u"Night"_s, profile(), at(1));
    profiles.saveNamed(u"day"_s, profile(1), at(2));
    QStringList names;
    for (const NamedProfile &named : profiles.library())
        names.append(named.name);
    QCOMPARE(names.join(u' '), u"day Night"_s);
    QCOMPARE(profiles.library(u"DAY"_s, 1).first().name, u"Night"_s);
    QCOMPARE(QJsonDocument::fromJson(profiles.named(u"NIGHT"_s)->profile).object(), profile());
    desire(*db, {station, 1, u"night"_s, {}});
    QCOMPARE(profiles.stationsUsing(u"Night"_s), QStringList{station});
    QCOMPARE(profiles.uses().value(u"night"_s), 1);
    QVERIFY(profiles.removeNamed(u"DAY"_s));
    QVERIFY(!profiles.removeNamed(u"day"_s));
    QVERIFY(ChargingProfiles::checkNamed(profile()));
    QVERIFY(!ChargingProfiles::checkNamed({}));
    VERIFY_OK(*db);
}

void TestChargingProfiles::libraryChangesReachTheStations()
{
    const auto db = freshWithStation();
    storetest::addStation(*db, u"CP2"_s);
    Configuration(*db).report(u"CP2"_s, {{u"ChargeProfileMaxStackLevel"_s, u"0"_s, true}}, at(1));
    ChargingProfiles profiles(*db);
    profiles.saveNamed(u"Night"_s, profile(0), at(1));
    install(*db, desire(*db, {station, 1, u"Night"_s, {}}));
    install(*db, desire(*db, {u"CP2"_s, 1, u"Night"_s, {}}));
    QCOMPARE(profiles.saveNamed(u"Night"_s, profile(0), at(30)), (QStringList{station, u"CP2"_s}));
    QCOMPARE(rows(*db), u"1 TxDefaultProfile 0 installed"_s); // as before
    profiles.saveNamed(u"NIGHT"_s, profile(1), at(40));
    QCOMPARE(rows(*db), u"1 TxDefaultProfile 0 clearing; 1 TxDefaultProfile 1 pending"_s);
    const auto second = profiles.list(u"CP2"_s);
    QVERIFY(second.first().state == ProfileState::Installed); // better than nothing
    QVERIFY(second.last().state == ProfileState::Unfit);
    QVERIFY(second.last().refusal.contains(u"stack level"_s));
    Configuration(*db).report(u"CP2"_s, {{u"ChargeProfileMaxStackLevel"_s, u"8"_s, true}}, at(41));
    profiles.booted(u"CP2"_s, at(42));
    QVERIFY(profiles.list(u"CP2"_s).last().state == ProfileState::Pending);
    VERIFY_OK(*db);
}

void TestChargingProfiles::libraryChangesKeepWhatIsThere()
{
    const auto db = freshWithStation();
    Configuration(*db).report(station, {{u"ChargeProfileMaxStackLevel"_s, u"1"_s, true}}, at(1));
    ChargingProfiles profiles(*db);
    profiles.saveNamed(u"Night"_s, profile(0), at(1));
    install(*db, desire(*db, {station, 1, u"Night"_s, {}}));
    profiles.saveNamed(u"Night"_s, profile(2), at(30));
    QCOMPARE(rows(*db), u"1 TxDefaultProfile 0 installed; 1 TxDefaultProfile 2 unfit"_s);
    profiles.saveNamed(u"Night"_s, profile(3), at(31));
    QCOMPARE(rows(*db), u"1 TxDefaultProfile 0 installed; 1 TxDefaultProfile 3 unfit"_s);
    profiles.saveNamed(u"Night"_s, profile(1), at(32));
    QCOMPARE(rows(*db), u"1 TxDefaultProfile 0 clearing; 1 TxDefaultProfile 1 pending"_s);
    VERIFY_OK(*db);
}

// It may have one: the new one takes the place of the old one.
void TestChargingProfiles::aFullStationTakesAnotherPlace()
{
    const auto db = freshWithStation();
    Configuration(*db).report(station, {{u"MaxChargingProfilesInstalled"_s, u"1"_s, true}}, at(1));
    ChargingProfiles profiles(*db);
    profiles.saveNamed(u"Night"_s, profile(0), at(1));
    install(*db, desire(*db, {station, 1, u"Night"_s, {}}));
    profiles.saveNamed(u"Night"_s, profile(1), at(30));
    QCOMPARE(rows(*db), u"1 TxDefaultProfile 0 clearing; 1 TxDefaultProfile 1 pending"_s);
    VERIFY_OK(*db);
}

void TestChargingProfiles::limitsAreLookedAtAgain()
{
    const auto db = freshWithStation();
    ChargingProfiles profiles(*db);
    desire(*db, {station, 1, {}, profile(3)});
    const auto report = [&db, &profiles](const QString &highest, qint64 seconds) {
        Configuration(*db).report(station, {{u"ChargeProfileMaxStackLevel"_s, highest, true}}, at(seconds));
        profiles.recheck(station, at(seconds));
    };
    report(u"2"_s, 20);
    QCOMPARE(rows(*db), u"1 TxDefaultProfile 3 unfit"_s);
    QVERIFY(!profiles.list(station).first().refusal.isEmpty());
    report(u"3"_s, 21);
    QCOMPARE(rows(*db), u"1 TxDefaultProfile 3 pending"_s);
    QVERIFY(profiles.list(station).first().refusal.isEmpty());
    VERIFY_OK(*db);
}

void TestChargingProfiles::countsByStation()
{
    const auto db = freshWithStation();
    install(*db, desire(*db, {station, 1, {}, profile(0)}));
    const StationProfile row = desire(*db, {station, 1, {}, profile(1)});
    ChargingProfiles(*db).setRefused(station, 1, profileToSend(row, at(20)), ProfileState::Rejected, u"No."_s, at(20));
    ChargingProfiles(*db).setAccepted(station, 2, withId(profile(), 50), {false, at(1)}, at(2));
    const ProfileCounts counts = ChargingProfiles(*db).counts().value(station);
    QCOMPARE(counts.desired, 2);
    QCOMPARE(counts.installed, 1);
    QCOMPARE(counts.refused, 1);
    QCOMPARE(ChargingProfiles(*db).all().size(), 3);
    VERIFY_OK(*db);
}

void TestChargingProfiles::wishesBeginTheReconcilerAnew()
{
    const auto db = freshWithStation();
    Reconciliation row = Reconciliations(*db).find(station, chargingProfilesTopic);
    row.state = ReconciliationState::GaveUp;
    row.attempts = 6;
    Reconciliations(*db).save(row, at(1));
    desire(*db, {station, 1, {}, profile(0)});
    QCOMPARE(Reconciliations(*db).find(station, chargingProfilesTopic).attempts, 0);
    VERIFY_OK(*db);
}

void TestChargingProfiles::compositeSchedules()
{
    const auto db = freshWithStation();
    CompositeSchedules schedules(*db);
    schedules.report({station, 1, u"A"_s, at(20), at(20), 3600, "{\"a\":1}"});
    schedules.report({station, 1, u"W"_s, at(30), at(30), 3600, "{}"});
    schedules.report({station, 1, u"A"_s, at(10), at(10), 60, "{}"}); // late
    QCOMPARE(schedules.find(station, 1, u"A"_s)->durationSeconds, 3600);
    QCOMPARE(schedules.find(station, 1)->unit, u"W"_s);
    QCOMPARE(schedules.list(station).size(), 2);
    QVERIFY(!schedules.find(station, 0));
    VERIFY_OK(*db);
}

QTEST_GUILESS_MAIN(TestChargingProfiles)
#include "tst_chargingprofiles.moc"
