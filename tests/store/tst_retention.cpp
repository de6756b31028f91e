// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/attention.h"
#include "store/books.h"
#include "store/commands.h"
#include "store/connectors.h"
#include "store/frames.h"
#include "store/idtags.h"
#include "store/metervalues.h"
#include "store/retention.h"
#include "store/stationevents.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;
using namespace store;
using storetest::at;

namespace {

constexpr qint64 day = 86'400;

/// Until there is nothing left to do; the number of steps.
int prune(Database &db, const RetentionPolicy &policy, ocpp::Timestamp now)
{
    int steps = 1;
    while (Retention(db).step(policy, now) > 0)
        ++steps;
    return steps;
}

RetentionPolicy everything(std::chrono::days days)
{
    return {days, days, days, days, days, days, days};
}

void addFrames(Database &db, int count, qint64 seconds)
{
    for (int i = 0; i < count; ++i) {
        FrameRow row;
        row.station = u"CP1"_s;
        row.time = at(seconds);
        Frames(db).append(row);
    }
    db.flush();
}

} // namespace

class TestRetention : public QObject {
    Q_OBJECT
private slots:
    void initTestCase_data() { storetest::addBackends(); }
    void cleanupTestCase() { storetest::shutDown(); }

    void prunesInSteps();
    void zeroKeepsForEver();
    void theLastRowStays();
    void openTransactionsKeepTheirReadings();
    void aPrunedTransactionKeepsItsEnergy();
    void unfinishedCommandsStay();
    void secretsOfUnansweredCommandsGo();
    void prunesHistoryAndEvents();
    void prunesSettledMatters();
    void prunesTagsNotSeenForLong();
};

void TestRetention::prunesInSteps()
{
    const auto db = books::fresh();
    QVERIFY(db->transaction([&] {
        addFrames(*db, 1200, 0);
        addFrames(*db, 10, 40 * day);
    }));
    QCOMPARE(Retention(*db).step(everything(std::chrono::days(30)), at(50 * day)), Retention::rowsPerStep);
    QCOMPARE(prune(*db, everything(std::chrono::days(30)), at(50 * day)), 3);
    QCOMPARE(Frames(*db).list({.limit = 0}).size(), 10);
    VERIFY_OK(*db);
}

void TestRetention::zeroKeepsForEver()
{
    const auto db = books::fresh();
    addFrames(*db, 10, 0);
    QCOMPARE(prune(*db, everything(std::chrono::days(0)), at(5000 * day)), 1);
    QCOMPARE(Frames(*db).list({.limit = 0}).size(), 10);
    VERIFY_OK(*db);
}

void TestRetention::theLastRowStays()
{
    const auto db = books::fresh();
    addFrames(*db, 10, 0);
    const qint64 last = Frames(*db).list({.limit = 1}).first().id;
    prune(*db, everything(std::chrono::days(30)), at(50 * day));
    QCOMPARE(Frames(*db).list({.limit = 0}).size(), 1);
    FrameRow next;
    next.time = at(50 * day);
    QVERIFY(Frames(*db).insert(next) > last);
    VERIFY_OK(*db);
}

void TestRetention::openTransactionsKeepTheirReadings()
{
    const auto db = books::fresh();
    const qint64 open = Transactions(*db).begin(books::start(u"A"_s, 0, 1000, 1)).transaction.id;
    const qint64 closed = Transactions(*db).begin(books::start(u"B"_s, 0, 1000, 2)).transaction.id;
    for (int i = 1; i <= 600; ++i)
        books::meter(*db, open, i, 1000 + i, 1);
    for (int i = 1; i <= 600; ++i)
        books::meter(*db, closed, i, 1000 + i, 2);
    books::meter(*db, std::nullopt, 700, 5, 3);
    Transactions(*db).stop(books::stopOf(closed));
    books::meter(*db, std::nullopt, 399 * day, 6, 3);
    prune(*db, everything(std::chrono::days(365)), at(400 * day));
    VERIFY_OK(*db);
    QCOMPARE(MeterValues(*db).ofTransaction(open).size(), 600);
    QCOMPARE(MeterValues(*db).ofTransaction(closed).size(), 0);
    QCOMPARE(MeterValues(*db).list({.station = u"CP1"_s, .connector = 3}).size(), 1);
}

void TestRetention::aPrunedTransactionKeepsItsEnergy()
{
    const auto db = books::fresh();
    const qint64 id = Transactions(*db).begin(books::start()).transaction.id;
    books::meter(*db, id, 900, 3000);
    Transactions(*db).stop(books::stopOf(id, 3600, 0)); // a false 0: the readings tell
    books::meter(*db, std::nullopt, 399 * day, 6, 3);
    QCOMPARE(Transactions(*db).find(id)->energyWh, std::optional(2000.0));
    prune(*db, everything(std::chrono::days(365)), at(400 * day));
    VERIFY_OK(*db);
    QVERIFY(Transactions(*db).find(id)->flags.contains(u"pruned"_s));
    Transactions(*db).deriveEnergyOf(id);
    QCOMPARE(Transactions(*db).find(id)->energyWh, std::optional(2000.0));
    QCOMPARE(Transactions(*db).find(id)->energySource, u"lastReading"_s);
}

void TestRetention::unfinishedCommandsStay()
{
    const auto db = books::fresh();
    QList<qint64> ids;
    for (int i = 0; i < 4; ++i) {
        Command command;
        command.station = u"CP1"_s;
        command.created = at(i);
        ids.append(Commands(*db).queue(command));
    }
    Commands(*db).cancel(ids[0], at(5));
    Commands(*db).markSent(ids[1], u"m"_s, at(5));
    prune(*db, everything(std::chrono::days(365)), at(400 * day));
    QVERIFY(!Commands(*db).find(ids[0]));
    QVERIFY(Commands(*db).find(ids[1]));
    QVERIFY(Commands(*db).find(ids[2]));
    VERIFY_OK(*db);
}

/// A late answer needs them, but not for ever (behaviour 28).
void TestRetention::secretsOfUnansweredCommandsGo()
{
    const auto db = books::fresh();
    const auto unanswered = [&db](const QByteArray &payload, CommandState state) {
        Command command;
        command.station = u"CP1"_s;
        command.action = u"ChangeConfiguration"_s;
        command.payload = payload;
        command.created = at(0);
        const qint64 id = Commands(*db).queue(command);
        Commands(*db).markSent(id, u"m%1"_s.arg(id), at(0));
        Commands(*db).finish(id, {state, {}, {}, at(30), false});
        return id;
    };
    const auto value = [&db](qint64 id) {
        return QJsonDocument::fromJson(Commands(*db).find(id)->payload)["value"_L1].toString();
    };
    const QByteArray secret = R"({"key":"AuthorizationKey","value":"A0B1"})";
    const qint64 timedOut = unanswered(secret, CommandState::Timeout);
    const qint64 unknown = unanswered(secret, CommandState::Unknown);
    const qint64 open = unanswered(R"({"key":"HeartbeatInterval","value":"60"})", CommandState::Timeout);
    const RetentionPolicy forEver = everything(std::chrono::days(0));
    prune(*db, forEver, at(3000));
    QCOMPARE(value(timedOut), u"A0B1"_s);
    QCOMPARE(value(unknown), u"A0B1"_s);
    prune(*db, forEver, at(4000));
    QCOMPARE(value(timedOut), u"***"_s);
    QCOMPARE(value(unknown), u"***"_s);
    QCOMPARE(value(open), u"60"_s);
    VERIFY_OK(*db);
}

void TestRetention::prunesHistoryAndEvents()
{
    const auto db = books::fresh();
    for (const qint64 when : {qint64(0), 1 * day, 399 * day}) {
        StatusChange status;
        status.station = u"CP1"_s;
        status.connector = 1;
        status.status = QString::number(when);
        status.received = at(when);
        Connectors(*db).report(status);
        StationEvent event;
        event.station = u"CP1"_s;
        event.received = at(when);
        StationEvents(*db).add(event);
    }
    prune(*db, everything(std::chrono::days(365)), at(400 * day));
    VERIFY_OK(*db);
    QCOMPARE(Connectors(*db).history(u"CP1"_s).size(), 1);
    QCOMPARE(StationEvents(*db).list({}).size(), 1);
    QCOMPARE(Connectors(*db).find(u"CP1"_s, 1)->status, QString::number(399 * day));
}

void TestRetention::prunesSettledMatters()
{
    const auto db = books::fresh();
    QList<qint64> ids;
    for (int i = 0; i < 4; ++i)
        ids.append(Attention(*db).park({.station = u"CP1"_s,
                                        .kind = u"undecodable"_s,
                                        .time = at(i),
                                        .received = at(i),
                                        .reason = {},
                                        .payload = QByteArray::number(i),
                                        .resolution = {}}));
    QVERIFY(Attention(*db).resolve(ids[0], u"seen"_s, at(1 * day)));
    QVERIFY(Attention(*db).resolve(ids[1], u"seen"_s, at(399 * day)));
    QVERIFY(Attention(*db).resolve(ids[3], u"seen"_s, at(2 * day)));
    prune(*db, everything(std::chrono::days(365)), at(400 * day));
    QStringList left;
    for (const Parked &parked : Attention(*db).list({.resolvedToo = true}))
        left.append(QString::fromUtf8(parked.payload));
    QCOMPARE(left, (QStringList{u"2"_s, u"1"_s})); // what waits for a person waits
    const qint64 next = Attention(*db).park({.station = u"CP1"_s,
                                             .kind = u"undecodable"_s,
                                             .time = at(9),
                                             .received = at(9),
                                             .reason = {},
                                             .payload = "new"_ba,
                                             .resolution = {}});
    QVERIFY(next > ids[3]); // no id is handed out twice
    VERIFY_OK(*db);
}

void TestRetention::prunesTagsNotSeenForLong()
{
    const auto db = books::fresh();
    for (int i = 0; i < Retention::rowsPerStep + 1; ++i)
        SeenTags(*db).note(u"STRANGER-%1"_s.arg(i), u"CP1"_s, at(i));
    SeenTags(*db).note(u"stranger-0"_s, u"CP1"_s, at(399 * day));
    QCOMPARE(Retention(*db).step(everything(std::chrono::days(365)), at(400 * day)), Retention::rowsPerStep);
    QCOMPARE(prune(*db, everything(std::chrono::days(365)), at(400 * day)), 1);
    QCOMPARE(SeenTags(*db).list().size(), 1);
    QCOMPARE(SeenTags(*db).list().first().tag, u"stranger-0"_s);
    prune(*db, everything(std::chrono::days(0)), at(4000 * day));
    QCOMPARE(SeenTags(*db).list().size(), 1);
    VERIFY_OK(*db);
}

QTEST_GUILESS_MAIN(TestRetention)
#include "tst_retention.moc"
