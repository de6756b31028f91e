// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/services/commandend.h"
#include "csms/services/reconciler.h"
#include "json.h"
#include "store/chargingprofiles.h"
#include "store/clock.h"
#include "store/commandrequest.h"
#include "store/configuration.h"
#include "store/idtags.h"
#include "store/locallists.h"
#include "store/nodes.h"
#include "store/reconciliations.h"
#include "store/stations.h"
#include "store/storetest.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace csms;
using store::CommandState;

namespace {

const QString cp = u"CP-1"_s;

QJsonObject profileOfLevel(int level)
{
    return with(R"({"chargingProfilePurpose":"TxDefaultProfile","chargingProfileKind":"Relative",
        "chargingSchedule":{"chargingRateUnit":"A","chargingSchedulePeriod":[{"startPeriod":0,"limit":16}]}})"_json,
                "stackLevel"_L1, level);
}

} // namespace

/// One mechanism for all that is desired, without an engine around it: commands are ended by hand, and time is what the
/// test says. The topic is that of charging profiles, where nothing else is said.
class tst_Reconciler : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void triesWithGrowingPausesAndGivesUp();
    void onlyProgressForgetsAttempts();
    void retried();
    void anotherWishBeginsAnew();
    void pausedAndResumed();
    void pausedWhileItWaitsInTheQueue();
    void cancelledByAPerson();
    void aPersonsOwnCommandPausesNothing();
    void offlineStationsGetNothingQueued();
    void whatWaitedIsWithdrawnAtAConnection();
    void aConnectionAsksForTheList();
    void aBootWithdrawsWhatWaits();
    void aBootForgetsAttempts();
    void aStationThatCrashesAtACommand_data();
    void aStationThatCrashesAtACommand();
    void crashesAtOneOfTwo();
    void oneThatIsGivenUpDoesNotStopAnother();
    void onlyTheNodeThatHoldsTheStation();
    void notForStationsThatAreNotAccepted();
    void configurationIsATopic();
    void refusedKeysAreNotRepeated();

private:
    void setOnline(bool online);
    void desire(int level);
    void boot() { reconciler::booted(*db_, cp, now_); }
    void run() { reconciler::run(*db_, cp, topic(), now_); }
    void runDue() { reconciler::runDue(*db_, u"node"_s, now_); }
    const reconciler::Topic &topic() const { return *reconciler::topicOf(topic_); }
    store::Reconciliation row() { return store::Reconciliations(*db_).find(cp, topic_); }
    QString state() { return toString(row().state); }
    /// What waits for the station, oldest first.
    QList<store::Command> queued();
    int level(const store::Command &command);
    /// The next command goes out, and ends so.
    store::Command end(CommandState state, const QString &error = {});
    store::Command send();
    void finish(const store::Command &command, CommandState state, const QString &error = {});
    /// Timeouts until it gives up; how long it paused each time.
    QList<std::chrono::seconds> failUntilItGivesUp(CommandState state = CommandState::Timeout);

    QString topic_;
    ocpp::Timestamp now_{};
    std::unique_ptr<QTemporaryDir> directory_;
    std::unique_ptr<store::Database> db_;
};

void tst_Reconciler::init()
{
    topic_ = store::chargingProfilesTopic;
    now_ = store::now();
    directory_ = std::make_unique<QTemporaryDir>();
    db_ = storetest::open(storetest::ownLocation(directory_->path()));
    QVERIFY(db_);
    store::Station station;
    station.id = cp;
    store::Stations(*db_).save(station);
    store::Nodes(*db_).renew({u"node"_s, u"node"_s, now_ + 24h});
    setOnline(true);
}

void tst_Reconciler::cleanup()
{
    QVERIFY2(db_->ok(), qPrintable(db_->error() ? db_->error()->detail : QString()));
    db_.reset();
}

void tst_Reconciler::setOnline(bool online)
{
    if (online)
        store::Stations(*db_).setOnline(cp, {.node = u"node"_s, .since = now_});
    else
        store::Stations(*db_).setOffline(cp, u"node"_s, now_, now_);
}

void tst_Reconciler::desire(int level)
{
    const auto desired = store::ChargingProfiles(*db_).desire({cp, 1, {}, profileOfLevel(level)}, now_);
    QVERIFY2(desired, qPrintable(desired ? QString() : desired.error().text));
}

QList<store::Command> tst_Reconciler::queued()
{
    auto commands = store::Commands(*db_).list({.station = cp, .states = {CommandState::Queued}});
    std::ranges::reverse(commands);
    return commands;
}

int tst_Reconciler::level(const store::Command &command)
{
    return QJsonDocument::fromJson(command.payload)["csChargingProfiles"_L1]["stackLevel"_L1].toInt(-1);
}

store::Command tst_Reconciler::send()
{
    store::Commands commands(*db_);
    const auto next = commands.next(cp, now_);
    if (!next)
        return {};
    commands.markSent(next->id, QString::number(next->id), now_);
    return *commands.find(next->id);
}

void tst_Reconciler::finish(const store::Command &command, CommandState state, const QString &error)
{
    const QJsonObject payload = QJsonDocument::fromJson(command.payload).object();
    const QJsonObject profile = payload["csChargingProfiles"_L1].toObject();
    store::ChargingProfiles profiles(*db_);
    if (state == CommandState::Accepted && !profile.isEmpty())
        profiles.setAccepted(cp, 1, profile, {true, command.created}, now_);
    if (state == CommandState::Rejected && !profile.isEmpty())
        profiles.setRefused(cp, 1, profile, store::ProfileState::Rejected, u"No."_s, now_);
    endCommand(*db_, command.id, {state, {}, error, now_, false});
}

store::Command tst_Reconciler::end(CommandState state, const QString &error)
{
    const store::Command command = send();
    finish(command, state, error);
    return command;
}

QList<std::chrono::seconds> tst_Reconciler::failUntilItGivesUp(CommandState state)
{
    QList<std::chrono::seconds> pauses;
    while (pauses.size() < 20 && end(state, u"no"_s).id > 0 && row().nextTry) {
        pauses.append(std::chrono::duration_cast<std::chrono::seconds>(*row().nextTry - now_));
        now_ = *row().nextTry - 1ms;
        runDue();
        if (!queued().isEmpty())
            return {}; // too early
        now_ += 1ms;
        runDue();
    }
    return pauses;
}

void tst_Reconciler::triesWithGrowingPausesAndGivesUp()
{
    desire(0);
    run();
    QCOMPARE(state(), u"working"_s);
    QCOMPARE(queued().size(), 1);
    QCOMPARE(queued().first().origin, topic_);
    QCOMPARE(queued().first().priority, store::Command::backgroundPriority);
    run(); // one at a time
    QCOMPARE(queued().size(), 1);
    QCOMPARE(failUntilItGivesUp(), (QList<std::chrono::seconds>{10s, 20s, 40s, 80s, 160s}));
    QCOMPARE(state(), u"gaveUp"_s);
    QCOMPARE(row().attempts, 6);
    QVERIFY2(row().reason.contains(u"tried 6 times"_s), qPrintable(row().reason));
    now_ += 24h;
    runDue();
    run();
    QVERIFY(queued().isEmpty());
}

// Of three one is never done; what the others answer is no reason to go on for ever.
void tst_Reconciler::onlyProgressForgetsAttempts()
{
    for (const int each : {0, 1, 2})
        desire(each);
    run();
    QCOMPARE(level(end(CommandState::Timeout)), 0);
    QCOMPARE(row().attempts, 1);
    QCOMPARE(level(end(CommandState::Accepted)), 1); // another one need not wait
    QCOMPARE(row().attempts, 0); // fewer differences than ever
    QCOMPARE(level(end(CommandState::Accepted)), 2);
    QCOMPARE(failUntilItGivesUp().size(), 5);
    store::ChargingProfiles(*db_).cleared(cp, {.stackLevel = 2}, {true, now_}); // the station lost it
    run();
    QCOMPARE(level(end(CommandState::Accepted)), 2);
    QCOMPARE(row().attempts, 6); // as many as before
    QCOMPARE(state(), u"gaveUp"_s);
    QVERIFY(queued().isEmpty());
}

void tst_Reconciler::retried()
{
    desire(0);
    run();
    failUntilItGivesUp();
    store::Reconciliations(*db_).reset(cp, topic_, now_);
    QCOMPARE(state(), u"waiting"_s);
    run();
    QCOMPARE(end(CommandState::Accepted).action, u"SetChargingProfile"_s);
    QCOMPARE(state(), u"inSync"_s);
    QCOMPARE(row().attempts, 0);
    QVERIFY(row().reason.isEmpty());
}

void tst_Reconciler::anotherWishBeginsAnew()
{
    desire(0);
    run();
    failUntilItGivesUp();
    desire(1);
    run();
    QCOMPARE(level(queued().value(0)), 1); // what never failed comes first
}

void tst_Reconciler::pausedAndResumed()
{
    store::Reconciliations rows(*db_);
    rows.setPaused(cp, topic_, true, now_);
    desire(0);
    run();
    boot();
    now_ += 1min;
    runDue();
    run();
    QVERIFY(queued().isEmpty());
    QCOMPARE(row().difference, 1); // shown all the same
    rows.setPaused(cp, topic_, false, now_);
    run();
    QCOMPARE(queued().size(), 1);
}

void tst_Reconciler::pausedWhileItWaitsInTheQueue()
{
    desire(0);
    run();
    store::Reconciliations(*db_).setPaused(cp, topic_, true, now_);
    run();
    QVERIFY(queued().isEmpty());
    QCOMPARE(state(), u"waiting"_s);
    store::Reconciliations(*db_).setPaused(cp, topic_, false, now_);
    run();
    const store::Command out = send();
    store::Reconciliations(*db_).setPaused(cp, topic_, true, now_);
    run();
    QCOMPARE(state(), u"working"_s); // nobody can take it back
    finish(out, CommandState::Timeout);
    QCOMPARE(state(), u"waiting"_s);
    now_ += 1h;
    runDue();
    QVERIFY(queued().isEmpty());
}

void tst_Reconciler::cancelledByAPerson()
{
    desire(0);
    run();
    const qint64 id = queued().first().id;
    QVERIFY(store::cancelCommand(*db_, id, now_));
    QCOMPARE(state(), u"waiting"_s);
    QVERIFY(row().paused);
    QVERIFY2(row().reason.contains(u"SetChargingProfile"_s), qPrintable(row().reason));
    run();
    QVERIFY(queued().isEmpty());
    QVERIFY(!store::cancelCommand(*db_, id, now_));
    store::Reconciliations(*db_).setPaused(cp, topic_, false, now_);
    run();
    QCOMPARE(queued().size(), 1);
}

void tst_Reconciler::aPersonsOwnCommandPausesNothing()
{
    desire(0);
    run();
    const auto own = store::enqueue(*db_, {cp, u"ClearCache"_s, {}, u"window"_s});
    QVERIFY(own.has_value());
    QVERIFY(store::cancelCommand(*db_, own->id, now_));
    QVERIFY(!row().paused);
    QCOMPARE(state(), u"working"_s);
    QVERIFY(!store::cancelCommand(*db_, 4711, now_));
}

void tst_Reconciler::offlineStationsGetNothingQueued()
{
    setOnline(false);
    desire(0);
    run();
    QVERIFY(queued().isEmpty());
    QCOMPARE(state(), u"waiting"_s);
    QVERIFY2(row().reason.contains(u"offline"_s), qPrintable(row().reason));
    setOnline(true);
    reconciler::connected(*db_, cp, now_);
    run();
    QCOMPARE(queued().size(), 1);
}

void tst_Reconciler::whatWaitedIsWithdrawnAtAConnection()
{
    desire(0);
    run();
    reconciler::connected(*db_, cp, now_);
    QVERIFY(queued().isEmpty());
    QCOMPARE(state(), u"waiting"_s);
    run();
    QCOMPARE(queued().size(), 1);
}

void tst_Reconciler::aConnectionAsksForTheList()
{
    topic_ = store::LocalLists::topic;
    store::IdTag tag;
    tag.tag = u"ADA"_s;
    store::IdTags(*db_).save(tag);
    store::LocalLists lists(*db_);
    lists.own(cp, {}, {}, now_);
    lists.report(cp, 0, now_);
    run();
    QCOMPARE(queued().value(0).action, u"SendLocalList"_s);
    reconciler::connected(*db_, cp, now_);
    run();
    QVERIFY(queued().isEmpty()); // not right away: it may have something to say first
    now_ += 5s;
    runDue();
    QCOMPARE(queued().value(0).action, u"GetLocalListVersion"_s); // what it has may not be what it had
}

void tst_Reconciler::aBootWithdrawsWhatWaits()
{
    desire(0);
    run();
    boot();
    QVERIFY(queued().isEmpty());
    QCOMPARE(state(), u"waiting"_s);
    now_ += 4s;
    runDue();
    QVERIFY(queued().isEmpty());
    now_ += 1s;
    runDue();
    QCOMPARE(queued().size(), 1);
}

void tst_Reconciler::aBootForgetsAttempts()
{
    desire(0);
    run();
    failUntilItGivesUp(CommandState::Rejected);
    QCOMPARE(state(), u"gaveUp"_s);
    boot();
    QCOMPARE(row().attempts, 0);
    now_ += 5s;
    runDue();
    QCOMPARE(queued().size(), 1);
}

void tst_Reconciler::aStationThatCrashesAtACommand_data()
{
    QTest::addColumn<CommandState>("end");
    QTest::newRow("the line broke") << CommandState::Unknown;
    QTest::newRow("no answer") << CommandState::Timeout;
}

void tst_Reconciler::aStationThatCrashesAtACommand()
{
    QFETCH(CommandState, end);
    desire(0);
    run();
    int sent = 0;
    for (int each = 0; each < 20 && this->end(end).id > 0; ++each) {
        ++sent;
        now_ += 1s;
        boot();
        now_ = row().nextTry.value_or(now_);
        runDue();
    }
    QCOMPARE(sent, 6);
    QCOMPARE(state(), u"gaveUp"_s);
    now_ += 1h;
    boot(); // for another reason
    QCOMPARE(row().attempts, 0);
    now_ += 5s;
    runDue();
    QCOMPARE(queued().size(), 1);
}

// The one that is well is brought back after each crash; that is no progress.
void tst_Reconciler::crashesAtOneOfTwo()
{
    desire(0);
    run();
    end(CommandState::Accepted);
    desire(1);
    run();
    int crashes = 0;
    for (int each = 0; each < 60; ++each) {
        const store::Command command = send();
        if (command.id == 0)
            break;
        now_ += 1s;
        const bool isWell = level(command) == 0;
        crashes += isWell ? 0 : 1;
        finish(command, isWell ? CommandState::Accepted : CommandState::Unknown);
        if (!isWell)
            boot();
        now_ = row().nextTry.value_or(now_);
        runDue();
        run();
    }
    QCOMPARE(crashes, 6);
    QCOMPARE(state(), u"gaveUp"_s);
    const auto rows = store::ChargingProfiles(*db_).list(cp);
    QVERIFY(rows.first().state == store::ProfileState::Installed);
}

// Behaviour 35: daylight saving moves the one that is well.
void tst_Reconciler::oneThatIsGivenUpDoesNotStopAnother()
{
    desire(0);
    run();
    end(CommandState::Accepted);
    desire(1);
    run();
    QCOMPARE(failUntilItGivesUp(CommandState::Rejected).size(), 5);
    const QString reason = row().reason;
    store::StationProfile moved = store::ChargingProfiles(*db_).list(cp).first();
    moved.accepted->replace("16", "17");
    db_->save(moved);
    run();
    QCOMPARE(level(end(CommandState::Accepted)), 0);
    QVERIFY(queued().isEmpty());
    QCOMPARE(state(), u"gaveUp"_s);
    QCOMPARE(row().reason, reason);
    QCOMPARE(row().difference, 1);
}

void tst_Reconciler::onlyTheNodeThatHoldsTheStation()
{
    desire(0);
    run();
    end(CommandState::Timeout);
    now_ += 1min;
    reconciler::runDue(*db_, u"other"_s, now_);
    QVERIFY(queued().isEmpty());
    runDue();
    QCOMPARE(queued().size(), 1);
}

void tst_Reconciler::notForStationsThatAreNotAccepted()
{
    store::Station station = *store::Stations(*db_).find(cp);
    station.registration = store::Registration::Pending;
    store::Stations(*db_).save(station);
    desire(0);
    run();
    QVERIFY(queued().isEmpty());
    QCOMPARE(state(), u"inSync"_s);
}

void tst_Reconciler::configurationIsATopic()
{
    topic_ = store::configurationTopic;
    store::Configuration configuration(*db_);
    configuration.desire(cp, u"HeartbeatInterval"_s, u"60"_s, now_);
    run();
    QCOMPARE(state(), u"waiting"_s); // it is read first
    QVERIFY2(row().reason.contains(u"read"_s), qPrintable(row().reason));
    configuration.report(cp, {{u"HeartbeatInterval"_s, u"300"_s, false}}, now_);
    run();
    QCOMPARE(queued().size(), 1);
    QCOMPARE(queued().first().payload, R"({"key":"HeartbeatInterval","value":"60"})"_ba);
    QCOMPARE(failUntilItGivesUp(), (QList<std::chrono::seconds>{10s, 20s, 40s, 80s, 160s}));
    QCOMPARE(state(), u"gaveUp"_s);
    configuration.desire(cp, u"HeartbeatInterval"_s, u"90"_s, now_); // another wish
    run();
    QCOMPARE(queued().size(), 1);
    configuration.setState(cp, u"HeartbeatInterval"_s, store::ConfigurationState::RebootRequired);
    end(CommandState::Accepted);
    QCOMPARE(state(), u"waiting"_s);
    QVERIFY2(row().reason.contains(u"restart"_s), qPrintable(row().reason));
    configuration.report(cp, {{u"HeartbeatInterval"_s, u"90"_s, false}}, now_);
    run();
    QCOMPARE(state(), u"inSync"_s);
}

void tst_Reconciler::refusedKeysAreNotRepeated()
{
    topic_ = store::configurationTopic;
    store::Configuration configuration(*db_);
    configuration.report(cp, {{u"Other"_s, u"1"_s, false}}, now_);
    for (int each = 0; each < 8; ++each)
        configuration.desire(cp, u"Key%1"_s.arg(each), u"1"_s, now_);
    run();
    for (int each = 0; each < 8; ++each) { // one refusal does not delay the next key
        const store::Command command = send();
        QCOMPARE(command.action, u"ChangeConfiguration"_s);
        const QString key = QJsonDocument::fromJson(command.payload)["key"_L1].toString();
        configuration.setState(cp, key, store::ConfigurationState::Rejected);
        finish(command, CommandState::Rejected);
    }
    QCOMPARE(state(), u"gaveUp"_s);
    QVERIFY2(row().reason.contains(u"Key3"_s), qPrintable(row().reason));
    QVERIFY(queued().isEmpty());
}

QTEST_GUILESS_MAIN(tst_Reconciler)
#include "tst_reconciler.moc"
