// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/commands.h"
#include "store/nodes.h"
#include "store/pgfixture.h"
#include "store/storetest.h"

using namespace Qt::Literals::StringLiterals;
using namespace store;
using storetest::at;

namespace {

std::unique_ptr<Database> freshWithStations()
{
    auto db = storetest::freshDatabase();
    storetest::addStation(*db, u"CP1"_s);
    storetest::addStation(*db, u"CP2"_s);
    return db;
}

qint64 queue(Database &db, const QString &action, int priority = Command::personPriority,
             std::optional<ocpp::Timestamp> expires = {}, const QString &station = u"CP1"_s)
{
    Command command;
    command.station = station;
    command.action = action;
    command.payload = "{}";
    command.priority = priority;
    command.created = at(0);
    command.expires = expires;
    return Commands(db).queue(command);
}

QString actions(const QList<Command> &commands)
{
    QStringList list;
    for (const Command &command : commands)
        list.append(command.action);
    return list.join(u' ');
}

} // namespace

class TestCommands : public QObject {
    Q_OBJECT
private slots:
    void initTestCase_data() { storetest::addBackends(); }
    void cleanupTestCase() { storetest::shutDown(); }

    void wordsAreThoseOfTheApi();
    void queuesEverything();
    void sendsByPriorityThenAge();
    void aPersonsLifeOfACommand();
    void cancelsOnlyWhatIsQueued();
    void aSecretStaysUntilTheCommandIsOver();
    void fewAreFoundAmongMany_data();
    void fewAreFoundAmongMany();
    void finishesOnlyOnce();
    void aLateAnswerStillCounts();
    void expiresWhatIsDue();
    void whatAnotherNodeEndedStays();
    void aLostSocketLeavesUnknown();
    void givesUpWhatNobodyEnded();
    void aRestartedNodeLeavesUnknown();
    void followsToTheOutcome();
    void findsByMessageId();
    void findsMany();
    void lists();
    void needsItsStation();
};

void TestCommands::wordsAreThoseOfTheApi()
{
    QStringList words;
    for (int state = 0; state <= static_cast<int>(CommandState::Cancelled); ++state) {
        words.append(toString(static_cast<CommandState>(state)));
        CommandState back = CommandState::Queued;
        QVERIFY(fromString(words.last(), back));
        QCOMPARE(static_cast<int>(back), state);
    }
    QCOMPARE(words.join(u' '), u"queued sent accepted rejected error timeout unknown expired cancelled"_s);
    CommandState none = CommandState::Sent;
    QVERIFY(!fromString(u"nonsense", none));
    QVERIFY(!isFinal(CommandState::Queued) && !isFinal(CommandState::Sent) && isFinal(CommandState::Unknown));
}

void TestCommands::queuesEverything()
{
    const auto db = freshWithStations();
    Command command;
    command.station = u"CP1"_s;
    command.action = u"Reset"_s;
    command.payload = R"({"type":"Soft"})";
    command.origin = u"api"_s;
    command.priority = 50;
    command.created = at(1);
    command.expires = at(61);
    const qint64 id = Commands(*db).queue(command);
    const auto found = Commands(*db).find(id);
    VERIFY_OK(*db);
    QVERIFY(found);
    QVERIFY((found->state) == CommandState::Queued);
    QCOMPARE(found->action, command.action);
    QCOMPARE(found->payload, command.payload);
    QCOMPARE(found->origin, command.origin);
    QCOMPARE(found->priority, 50);
    QCOMPARE(found->created, at(1));
    QCOMPARE(found->expires, std::optional(at(61)));
    QVERIFY(!found->sentAt && !found->finishedAt && !found->outcomeDue && !found->late);
    QVERIFY(!Commands(*db).find(id + 1));
}

void TestCommands::sendsByPriorityThenAge()
{
    const auto db = freshWithStations();
    queue(*db, u"a"_s, Command::backgroundPriority);
    queue(*db, u"b"_s);
    queue(*db, u"c"_s);
    queue(*db, u"d"_s, 200, at(10));
    queue(*db, u"e"_s, 300, {}, u"CP2"_s);
    QStringList order;
    while (const auto next = Commands(*db).next(u"CP1"_s, at(10))) {
        order.append(next->action);
        QVERIFY(Commands(*db).markSent(next->id, next->action, at(10)));
    }
    VERIFY_OK(*db);
    QCOMPARE(order.join(u' '), u"b c a"_s); // d has expired
    QCOMPARE(Commands(*db).stationsWithQueued(), (QStringList{u"CP1"_s, u"CP2"_s}));
}

void TestCommands::aPersonsLifeOfACommand()
{
    const auto db = freshWithStations();
    const qint64 id = queue(*db, u"Reset"_s);
    QVERIFY(Commands(*db).markSent(id, u"m1"_s, at(1)));
    QVERIFY(!Commands(*db).markSent(id, u"m2"_s, at(1)));
    QVERIFY((Commands(*db).find(id)->state) == CommandState::Sent);
    QVERIFY(Commands(*db).finish(id, {CommandState::Accepted, R"({"status":"Accepted"})", {}, at(2), false}));
    const auto found = Commands(*db).find(id);
    VERIFY_OK(*db);
    QVERIFY((found->state) == CommandState::Accepted);
    QCOMPARE(found->messageId, u"m1"_s);
    QCOMPARE(found->sentAt, std::optional(at(1)));
    QCOMPARE(found->finishedAt, std::optional(at(2)));
    QCOMPARE(found->answer, R"({"status":"Accepted"})");
}

void TestCommands::cancelsOnlyWhatIsQueued()
{
    const auto db = freshWithStations();
    const qint64 queued = queue(*db, u"a"_s);
    const qint64 sent = queue(*db, u"b"_s);
    Commands(*db).markSent(sent, u"m1"_s, at(1));
    QVERIFY(Commands(*db).cancel(queued, at(2)));
    QVERIFY(!Commands(*db).cancel(queued, at(2)));
    QVERIFY(!Commands(*db).cancel(sent, at(2)));
    QVERIFY((Commands(*db).find(queued)->state) == CommandState::Cancelled);
    QVERIFY(!Commands(*db).markSent(queued, u"m2"_s, at(3)));
    VERIFY_OK(*db);
}

/// What the station may still accept is needed then: it is adopted as its password.
void TestCommands::aSecretStaysUntilTheCommandIsOver()
{
    const auto db = freshWithStations();
    Command command;
    command.station = u"CP1"_s;
    command.action = u"ChangeConfiguration"_s;
    command.payload = R"({"key":"AuthorizationKey","value":"A0B1"})";
    command.created = at(0);
    const qint64 id = Commands(*db).queue(command);
    const auto isKept = [&] { return Commands(*db).find(id)->payload.contains("A0B1"); };
    QVERIFY(!Commands(*db).finish(id, {CommandState::Accepted, {}, {}, at(1), true})); // was never sent
    QVERIFY(isKept());
    QVERIFY(Commands(*db).markSent(id, u"m1"_s, at(1)));
    QVERIFY(!Commands(*db).cancel(id, at(2)));
    QVERIFY(isKept());
    QVERIFY(Commands(*db).finish(id, {CommandState::Timeout, {}, {}, at(31), false}));
    QVERIFY(!Commands(*db).finish(id, {CommandState::Accepted, "{}", {}, at(40), false})); // not said to be late
    QVERIFY(isKept());
    QVERIFY(Commands(*db).finish(id, {CommandState::Accepted, "{}", {}, at(40), true}));
    QVERIFY(!isKept());
    VERIFY_OK(*db);
}

void TestCommands::fewAreFoundAmongMany_data()
{
    QTest::addColumn<QString>("tail");
    QTest::addColumn<QString>("index");
    QTest::newRow("of one kind") << u"WHERE station = ? AND action = ? ORDER BY id DESC LIMIT 100"_s
                                 << u"commands_action (station=? AND action=?)"_s;
    QTest::newRow("still followed") << u"WHERE outcome_due IS NOT NULL AND outcome = '' AND station = ? "
                                       "AND (action = ? OR CAST(? AS TEXT) = '') ORDER BY id"_s
                                    << u"commands_awaiting (station=?)"_s;
    QTest::newRow("unanswered") << u"WHERE action = 'ChangeConfiguration' AND state IN ('timeout', 'unknown') "
                                   "AND finished_at < ?"_s
                                << u"commands_unanswered (finished_at<?)"_s;
}

/// A station under load balancing is told something every few minutes, and these are asked for all the time.
void TestCommands::fewAreFoundAmongMany()
{
    if (storetest::backend() != Backend::Sqlite)
        QSKIP("PostgreSQL chooses by how many there are.");
    QFETCH(QString, tail);
    QFETCH(QString, index);
    const auto db = storetest::freshDatabase();
    QStringList plan;
    db->each(u"EXPLAIN QUERY PLAN SELECT payload FROM commands "_s + tail.replace(u'?', "'1'"_L1), {},
             [&plan](const ResultRow &row) { plan.append(row.value(3).toString()); });
    QCOMPARE(plan, QStringList{u"SEARCH commands USING INDEX "_s + index});
    VERIFY_OK(*db);
}

void TestCommands::finishesOnlyOnce()
{
    const auto db = freshWithStations();
    const qint64 id = queue(*db, u"a"_s);
    QVERIFY(!Commands(*db).finish(id, {CommandState::Accepted, {}, {}, at(1), false})); // was never sent
    Commands(*db).markSent(id, u"m1"_s, at(1));
    QVERIFY(Commands(*db).finish(id, {CommandState::Error, {}, u"NotSupported: no"_s, at(2), false}));
    QVERIFY(!Commands(*db).finish(id, {CommandState::Accepted, {}, {}, at(3), true}));
    QCOMPARE(Commands(*db).find(id)->error, u"NotSupported: no"_s);
    VERIFY_OK(*db);
}

void TestCommands::aLateAnswerStillCounts()
{
    const auto db = freshWithStations();
    const qint64 id = queue(*db, u"a"_s);
    Commands(*db).markSent(id, u"m1"_s, at(1));
    QVERIFY(Commands(*db).finish(id, {CommandState::Timeout, {}, u"no answer"_s, at(31), false}));
    QVERIFY(!Commands(*db).finish(id, {CommandState::Accepted, "{}", {}, at(40), false}));
    QVERIFY(Commands(*db).finish(id, {CommandState::Accepted, "{}", {}, at(40), true}));
    const auto found = Commands(*db).find(id);
    QVERIFY((found->state) == CommandState::Accepted);
    QVERIFY(found->late);
    QCOMPARE(found->error, QString());
    VERIFY_OK(*db);
}

void TestCommands::expiresWhatIsDue()
{
    const auto db = freshWithStations();
    const qint64 due = queue(*db, u"due"_s, 100, at(60));
    queue(*db, u"later"_s, 100, at(61));
    queue(*db, u"never"_s);
    const qint64 sent = queue(*db, u"sent"_s, 100, at(50));
    Commands(*db).markSent(sent, u"m1"_s, at(1));
    QCOMPARE(actions(Commands(*db).expireDue(at(60))), u"due"_s);
    QCOMPARE(actions(Commands(*db).expireDue(at(60))), QString());
    const auto found = Commands(*db).find(due);
    QVERIFY((found->state) == CommandState::Expired);
    QCOMPARE(found->finishedAt, std::optional(at(60)));
    QVERIFY(!found->error.isEmpty());
    QVERIFY((Commands(*db).find(sent)->state) == CommandState::Sent);
    VERIFY_OK(*db);
}

void TestCommands::whatAnotherNodeEndedStays()
{
    const Location location = storetest::server().freshSchema();
    const auto db = storetest::open(location);
    storetest::addStation(*db, u"CP1"_s);
    const qint64 id = queue(*db, u"a"_s, 100, at(60));
    QString expired;
    storetest::race(
        location, [id](Database &one) { QVERIFY(Commands(one).markSent(id, u"m1"_s, at(59))); },
        [&expired](Database &other) { expired = actions(Commands(other).expireDue(at(60))); });
    QCOMPARE(expired, QString());
    QVERIFY((Commands(*db).find(id)->state) == CommandState::Sent);
    QCOMPARE(Commands(*db).find(id)->messageId, u"m1"_s);
    VERIFY_OK(*db);
}

void TestCommands::aLostSocketLeavesUnknown()
{
    const auto db = freshWithStations();
    const qint64 sent = queue(*db, u"sent"_s);
    const qint64 other = queue(*db, u"other"_s, 100, {}, u"CP2"_s);
    queue(*db, u"queued"_s);
    Commands(*db).markSent(sent, u"m1"_s, at(1));
    Commands(*db).markSent(other, u"m2"_s, at(1));
    QCOMPARE(actions(Commands(*db).forgetSent(u"CP1"_s, at(5))), u"sent"_s);
    QVERIFY((Commands(*db).find(sent)->state) == CommandState::Unknown);
    QVERIFY((Commands(*db).find(other)->state) == CommandState::Sent);
    QVERIFY(Commands(*db).finish(sent, {CommandState::Rejected, "{}", {}, at(9), true})); // it answers after all
    VERIFY_OK(*db);
}

// Whatever should have ended it could not be written: a full disk, a database that was away.
void TestCommands::givesUpWhatNobodyEnded()
{
    const auto db = freshWithStations(); // both are given 30 s to answer
    Stations(*db).setOnline(u"CP1"_s, {.node = u"n1"_s, .since = at(0)});
    Stations(*db).setOnline(u"CP2"_s, {.node = u"n2"_s, .since = at(0)});
    const qint64 older = queue(*db, u"older"_s);
    const qint64 newer = queue(*db, u"newer"_s);
    const qint64 others = queue(*db, u"others"_s, 100, {}, u"CP2"_s);
    queue(*db, u"queued"_s);
    Commands(*db).markSent(older, u"m1"_s, at(1));
    Commands(*db).markSent(newer, u"m2"_s, at(2));
    Commands(*db).markSent(others, u"m3"_s, at(1));
    QCOMPARE(actions(Commands(*db).giveUpSent(u"n1"_s, at(91))), QString());
    QCOMPARE(actions(Commands(*db).giveUpSent(u"n1"_s, at(92))), u"older"_s);
    QVERIFY(Commands(*db).find(older)->state == CommandState::Timeout);
    QVERIFY(!Commands(*db).find(older)->error.isEmpty());
    QCOMPARE(Commands(*db).find(older)->finishedAt, std::optional(at(92)));
    QCOMPARE(Commands(*db).list({.states = {CommandState::Sent}}).size(), 2);
    QVERIFY(Commands(*db).finish(older, {CommandState::Rejected, "{}", {}, at(99), true})); // it answers after all
    VERIFY_OK(*db);
}

void TestCommands::aRestartedNodeLeavesUnknown()
{
    const auto db = freshWithStations();
    Stations(*db).setOnline(u"CP1"_s, {.node = u"n1"_s, .since = at(0)});
    Stations(*db).setOnline(u"CP2"_s, {.node = u"n2"_s, .since = at(0)});
    for (const QString &station : {u"CP1"_s, u"CP2"_s})
        Commands(*db).markSent(queue(*db, station, 100, {}, station), station, at(1));
    QCOMPARE(actions(Commands(*db).forgetSentByNode(u"n1"_s, at(5))), u"CP1"_s);
    QCOMPARE(actions(Commands(*db).list({.states = {CommandState::Sent}})), u"CP2"_s);
    VERIFY_OK(*db);
}

void TestCommands::followsToTheOutcome()
{
    const auto db = freshWithStations();
    const qint64 start = queue(*db, u"RemoteStartTransaction"_s);
    const qint64 stop = queue(*db, u"RemoteStopTransaction"_s);
    queue(*db, u"Reset"_s);
    Commands(*db).expectOutcome(start, at(60));
    Commands(*db).expectOutcome(stop, at(90));
    QCOMPARE(Commands(*db).awaitingOutcome(u"CP1"_s).size(), 2);
    QCOMPARE(actions(Commands(*db).awaitingOutcome(u"CP1"_s, u"RemoteStartTransaction"_s)), u"RemoteStartTransaction"_s);
    QVERIFY(Commands(*db).awaitingOutcome(u"CP2"_s).isEmpty());
    QVERIFY(Commands(*db).outcomesDue(at(59)).isEmpty());
    QCOMPARE(actions(Commands(*db).outcomesDue(at(60))), u"RemoteStartTransaction"_s);
    Commands(*db).setOutcome(start, u"transactionStarted:42"_s);
    Commands(*db).setOutcome(start, u"notStarted"_s); // another node's clock, a moment too late
    QVERIFY(Commands(*db).outcomesDue(at(60)).isEmpty());
    QCOMPARE(actions(Commands(*db).awaitingOutcome(u"CP1"_s)), u"RemoteStopTransaction"_s);
    QCOMPARE(Commands(*db).find(start)->outcome, u"transactionStarted:42"_s);
    VERIFY_OK(*db);
}

void TestCommands::findsByMessageId()
{
    const auto db = freshWithStations();
    const qint64 id = queue(*db, u"a"_s);
    Commands(*db).markSent(id, u"m1"_s, at(1));
    queue(*db, u"unsent"_s);
    QCOMPARE(Commands(*db).findByMessageId(u"CP1"_s, u"m1"_s)->id, id);
    QVERIFY(!Commands(*db).findByMessageId(u"CP2"_s, u"m1"_s));
    QVERIFY(!Commands(*db).findByMessageId(u"CP1"_s, u""_s));
    VERIFY_OK(*db);
}

void TestCommands::findsMany()
{
    const auto db = freshWithStations();
    QList<qint64> wanted;
    for (int i = 0; i < 250; ++i) { // more than two portions
        const qint64 id = queue(*db, u"a"_s);
        if (i % 2 == 0)
            wanted.append(id);
    }
    QList<qint64> found;
    for (const Command &command : Commands(*db).find(wanted + QList<qint64>{987654}))
        found.append(command.id);
    std::sort(found.begin(), found.end());
    QCOMPARE(found, wanted);
    QVERIFY(Commands(*db).find(QList<qint64>()).isEmpty());
    VERIFY_OK(*db);
}

void TestCommands::lists()
{
    const auto db = freshWithStations();
    QList<qint64> ids;
    for (const QString &action : {u"a"_s, u"b"_s, u"c"_s, u"a"_s})
        ids.append(queue(*db, action));
    queue(*db, u"x"_s, 100, {}, u"CP2"_s);
    Commands(*db).cancel(ids[1], at(1));
    Commands(*db).markSent(ids[2], u"m1"_s, at(1));
    QCOMPARE(actions(Commands(*db).list()), u"x a c b a"_s);
    QCOMPARE(actions(Commands(*db).list({.station = u"CP1"_s})), u"a c b a"_s);
    QCOMPARE(actions(Commands(*db).list({.action = u"a"_s})), u"a a"_s);
    QCOMPARE(actions(Commands(*db).list({.states = {CommandState::Cancelled, CommandState::Sent}})), u"c b"_s);
    QCOMPARE(actions(Commands(*db).list({.station = u"CP1"_s, .limit = 2})), u"a c"_s);
    QCOMPARE(actions(Commands(*db).list({.station = u"CP1"_s, .after = ids[2], .limit = 2})), u"b a"_s);
    VERIFY_OK(*db);
}

void TestCommands::needsItsStation()
{
    const auto db = freshWithStations();
    queue(*db, u"a"_s, 100, {}, u"nobody"_s);
    QVERIFY(!db->ok());
    QCOMPARE(db->takeError()->kind, Error::Kind::Constraint);
}

QTEST_GUILESS_MAIN(TestCommands)
#include "tst_commands.moc"
