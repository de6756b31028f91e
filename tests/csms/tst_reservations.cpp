// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginefixture.h"
#include "json.h"
#include "store/clock.h"
#include "store/configuration.h"
#include "store/reservations.h"
#include "teststation.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// Behaviour 30: the whole life of a reservation.
class tst_Reservations : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void beginsWithTheAcceptance();
    void refusals_data();
    void refusals();
    void idsAreHandedOut();
    void usedByItsNumber();
    void usedByTag_data();
    void usedByTag();
    void notByAnOldStart();
    void notByARefusedStart();
    void cancelled();
    void cancelRefused();
    void cancelOfOneMadeAnew();
    void cancelWithoutAResult_data();
    void cancelWithoutAResult();
    void cancelAnsweredLate();
    void anUnknownNumberSaysNothing_data();
    void anUnknownNumberSaysNothing();
    void expires();
    void usedBeforeItExpiredToldLater();
    void endsWhenItsConnectorFails_data();
    void endsWhenItsConnectorFails();
    void replaced();
    void noAnswer();
    void callError();
    void lateAnswer();
    void answerOvertakenByItsUse();
    void disconnectWhileWaiting();
    void askedAgain();
    void askedAgainOncePerConnection();
    void notAskedAgainOnceCancelled();
    void startNamesWhatWasLost();
    void renewedAfterABoot();
    void renewedWithoutItsCommand();
    void refusedAfterABoot();
    void notRenewedIfItIsToBeCancelled();
    void notRenewedOnceCancelled();
    void notRenewedTwiceOnceUsed();
    void restart();
    void restartWhileWaiting();
    void connectorZeroForPeople();

private:
    qint64 reserve(const QJsonObject &payload, const QString &status = u"Accepted"_s);
    QString statusOf(int reservation = 7) { return toString(find(reservation).status); }
    store::Reservation find(int reservation = 7);
    int start(const QJsonObject &request);
    void status(int connector, const QString &status);
    QList<store::Reservation> all()
    {
        return engine_->onStore([](store::Database &db) { return store::Reservations(db).list(); });
    }
    /// Reserves; the station has it, but its answer is lost.
    void lose();
    /// As when something is newly desired.
    void reconcile()
    {
        engine_->onStore([](store::Database &db) { db.noteChange(store::Table::LocalLists, u"CP-1"_s); });
    }
    /// How often on this connection, when all that was queued until now is through. What a reconciliation queues comes before
    /// the second of what goes after it.
    qsizetype asked()
    {
        station_->answer(u"ClearCache"_s, {{u"status"_s, u"Accepted"_s}});
        for (int i = 0; i < 2; ++i) {
            const qint64 last = engine_->command(u"CP-1"_s, u"ClearCache"_s, {}, store::Command::backgroundPriority);
            [&] { QTRY_VERIFY(store::isFinal(engine_->command(last).state)); }();
        }
        return station_->calls(u"ReserveNow"_s).size();
    }
    /// One that has no keys to tell, and answers nothing else by itself.
    void newStation()
    {
        station_ = std::make_unique<TestStation>(u"CP-1"_s);
        station_->answer(u"GetConfiguration"_s, QJsonObject());
    }
    /// On a new socket, and once it is booked.
    void connectAgain();
    void report(const QString &key, const QString &value)
    {
        engine_->onStore(
            [=](store::Database &db) { store::Configuration(db).report(u"CP-1"_s, {{key, value, true}}, store::now()); });
    }

    const QJsonObject reserve_ =
        R"({"connectorId":1,"expiryDate":"2099-01-01T00:00:00Z","idTag":"ADA","parentIdTag":"FLEET","reservationId":7})"_json;
    std::unique_ptr<EngineFixture> engine_;
    std::unique_ptr<TestStation> station_;
};

void tst_Reservations::init()
{
    engine_ = std::make_unique<EngineFixture>();
    engine_->addStation(u"CP-1"_s, [](store::Station &s) { s.callTimeoutSeconds = 1; });
    engine_->addTag(u"ADA"_s);
    engine_->addTag(u"OTHER"_s);
    engine_->addTag(u"FLEET"_s);
    engine_->addTag(u"VAN"_s, [](store::IdTag &t) { t.parentIdTag = u"fleet"_s; });
    engine_->addTag(u"BLOCKED"_s, [](store::IdTag &t) {
        t.status = u"Blocked"_s;
        t.parentIdTag = u"FLEET"_s;
    });
    newStation();
    QVERIFY(station_->connectTo(engine_->port()));
    QCOMPARE(station_->boot(), u"Accepted"_s);
}

void tst_Reservations::cleanup()
{
    station_.reset();
    engine_.reset();
}

qint64 tst_Reservations::reserve(const QJsonObject &payload, const QString &status)
{
    station_->answer(u"ReserveNow"_s, {{u"status"_s, status}});
    const qint64 id = engine_->command(u"CP-1"_s, u"ReserveNow"_s, payload);
    [&] { QTRY_VERIFY(store::isFinal(engine_->command(id).state)); }();
    return id;
}

store::Reservation tst_Reservations::find(int reservation)
{
    return engine_->onStore([=](store::Database &db) {
        return store::Reservations(db).find(u"CP-1"_s, reservation).value_or(store::Reservation());
    });
}

int tst_Reservations::start(const QJsonObject &request)
{
    QJsonObject whole{{u"connectorId"_s, 1},
                      {u"idTag"_s, u"ADA"_s},
                      {u"meterStart"_s, 0},
                      {u"timestamp"_s, ocpp::formatTimestamp(store::now())}};
    for (auto member = request.begin(); member != request.end(); ++member)
        whole.insert(member.key(), member.value());
    return station_->call(u"StartTransaction"_s, whole).payload[u"transactionId"_s].toInt();
}

void tst_Reservations::status(int connector, const QString &status)
{
    const QJsonObject request{{u"connectorId"_s, connector},
                              {u"errorCode"_s, u"NoError"_s},
                              {u"status"_s, status},
                              {u"timestamp"_s, ocpp::formatTimestamp(store::now())}};
    QCOMPARE(station_->call(u"StatusNotification"_s, request).type, 3);
}

void tst_Reservations::beginsWithTheAcceptance()
{
    const qint64 id = reserve(reserve_);
    QCOMPARE(engine_->stateOf(id), u"accepted"_s);
    const store::Reservation made = find();
    QCOMPARE(toString(made.status), "Active"_L1);
    QCOMPARE(made.connector, 1);
    QCOMPARE(made.idTag, u"ADA"_s);
    QCOMPARE(made.parentIdTag, u"FLEET"_s);
    QCOMPARE(ocpp::formatTimestamp(made.expiryDate), u"2099-01-01T00:00:00Z"_s);
    QVERIFY(!made.ended);
}

void tst_Reservations::refusals_data()
{
    QTest::addColumn<QString>("answer");
    for (const char *answer : {"Occupied", "Faulted", "Unavailable", "Rejected"})
        QTest::newRow(answer) << QString::fromLatin1(answer);
}

void tst_Reservations::refusals()
{
    QFETCH(QString, answer);
    QCOMPARE(engine_->stateOf(reserve(reserve_, answer)), u"rejected"_s);
    QVERIFY(all().isEmpty());
}

void tst_Reservations::idsAreHandedOut()
{
    reserve(with(reserve_, "reservationId"_L1, 1));
    reserve(without(reserve_, "reservationId"_L1));
    const auto made = all();
    QCOMPARE(made.size(), 2);
    QVERIFY(made.at(0).reservationId != made.at(1).reservationId);
}

void tst_Reservations::usedByItsNumber()
{
    reserve(reserve_);
    const int transaction = start({{u"idTag"_s, u"OTHER"_s}, {u"reservationId"_s, 7}});
    QCOMPARE(statusOf(), u"Used"_s);
    QCOMPARE(find().transactionId, std::optional(qint64(transaction)));
    QVERIFY(find().ended);
}

void tst_Reservations::usedByTag_data()
{
    QTest::addColumn<int>("reserved");
    QTest::addColumn<int>("started");
    QTest::addColumn<QString>("tag");
    QTest::addColumn<QString>("status");
    QTest::newRow("tag") << 1 << 1 << u"ada"_s << u"Used"_s;
    QTest::newRow("parent") << 1 << 1 << u"VAN"_s << u"Used"_s;
    QTest::newRow("the parent itself") << 1 << 1 << u"FLEET"_s << u"Used"_s;
    QTest::newRow("stranger") << 1 << 1 << u"OTHER"_s << u"Active"_s;
    QTest::newRow("elsewhere") << 1 << 2 << u"ADA"_s << u"Active"_s;
    QTest::newRow("any connector") << 0 << 2 << u"ADA"_s << u"Used"_s;
}

void tst_Reservations::usedByTag()
{
    QFETCH(int, reserved);
    QFETCH(int, started);
    QFETCH(QString, tag);
    QFETCH(QString, status);
    reserve(with(reserve_, "connectorId"_L1, reserved));
    start({{u"connectorId"_s, started}, {u"idTag"_s, tag}});
    QCOMPARE(statusOf(), status);
}

void tst_Reservations::notByAnOldStart()
{
    reserve(reserve_);
    start({{u"timestamp"_s, ocpp::formatTimestamp(store::now() - 1h)}});
    QCOMPARE(statusOf(), u"Active"_s);
}

void tst_Reservations::notByARefusedStart()
{
    reserve(reserve_);
    start({{u"idTag"_s, u"BLOCKED"_s}});
    start({{u"idTag"_s, u"BLOCKED"_s}, {u"reservationId"_s, 7}, {u"meterStart"_s, 5}});
    QCOMPARE(statusOf(), u"Active"_s);
}

void tst_Reservations::cancelled()
{
    reserve(reserve_);
    station_->answer(u"CancelReservation"_s, {{u"status"_s, u"Accepted"_s}});
    engine_->command(u"CP-1"_s, u"CancelReservation"_s, {{u"reservationId"_s, 7}});
    QTRY_COMPARE(statusOf(), u"Cancelled"_s);
    QVERIFY(find().ended);
}

void tst_Reservations::cancelRefused()
{
    reserve(reserve_);
    station_->answer(u"CancelReservation"_s, {{u"status"_s, u"Rejected"_s}});
    const qint64 id = engine_->command(u"CP-1"_s, u"CancelReservation"_s, {{u"reservationId"_s, 7}});
    QTRY_COMPARE(engine_->stateOf(id), u"rejected"_s);
    QCOMPARE(statusOf(), u"Ended"_s); // 7.5: it has none with this number
    QCOMPARE(find().reason, u"notAtStation"_s);
}

// An answer that is older than the reservation says nothing about it.
void tst_Reservations::cancelOfOneMadeAnew()
{
    reserve(reserve_);
    const qint64 id = engine_->command(u"CP-1"_s, u"CancelReservation"_s, {{u"reservationId"_s, 7}});
    const auto call = station_->waitForCall(u"CancelReservation"_s);
    QVERIFY(call);
    QTRY_COMPARE(engine_->stateOf(id), u"timeout"_s);
    reserve(reserve_);
    station_->reply(*call, {{u"status"_s, u"Rejected"_s}});
    QTRY_COMPARE(engine_->stateOf(id), u"rejected"_s);
    QCOMPARE(statusOf(), u"Active"_s);
}

void tst_Reservations::cancelWithoutAResult_data()
{
    QTest::addColumn<QString>("state");
    QTest::newRow("no answer") << u"timeout"_s;
    QTest::newRow("CALLERROR") << u"error"_s;
    QTest::newRow("disconnect") << u"unknown"_s;
    QTest::newRow("restart") << u"unknown"_s;
}

// Then it stays; cancelled once more it ends either way.
void tst_Reservations::cancelWithoutAResult()
{
    QFETCH(QString, state);
    reserve(reserve_);
    const qint64 id = engine_->command(u"CP-1"_s, u"CancelReservation"_s, {{u"reservationId"_s, 7}});
    const auto call = station_->waitForCall(u"CancelReservation"_s);
    QVERIFY(call);
    if (state == "error"_L1)
        station_->replyError(*call, u"InternalError"_s, {});
    else if (QLatin1StringView(QTest::currentDataTag()) == "restart"_L1)
        engine_->restart();
    else if (state == "unknown"_L1)
        station_->abort();
    QTRY_COMPARE(engine_->stateOf(id), state);
    QCOMPARE(statusOf(), u"Active"_s);
    newStation();
    station_->answer(u"CancelReservation"_s, {{u"status"_s, u"Rejected"_s}});
    QVERIFY(station_->connectTo(engine_->port()));
    engine_->command(u"CP-1"_s, u"CancelReservation"_s, {{u"reservationId"_s, 7}});
    QTRY_COMPARE(statusOf(), u"Ended"_s);
}

void tst_Reservations::cancelAnsweredLate()
{
    reserve(reserve_);
    const qint64 id = engine_->command(u"CP-1"_s, u"CancelReservation"_s, {{u"reservationId"_s, 7}});
    const auto call = station_->waitForCall(u"CancelReservation"_s);
    QVERIFY(call);
    QTRY_COMPARE(engine_->stateOf(id), u"timeout"_s);
    station_->reply(*call, {{u"status"_s, u"Accepted"_s}});
    QTRY_COMPARE(statusOf(), u"Cancelled"_s);
}

void tst_Reservations::anUnknownNumberSaysNothing_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("always 0") << 0;
    QTest::newRow("of somebody else") << 4711;
}

void tst_Reservations::anUnknownNumberSaysNothing()
{
    QFETCH(int, number);
    reserve(reserve_);
    const int transaction = start({{u"reservationId"_s, number}});
    QCOMPARE(statusOf(), u"Used"_s);
    QCOMPARE(find().transactionId, std::optional(qint64(transaction)));
}

void tst_Reservations::expires()
{
    reserve(with(reserve_, "expiryDate"_L1, ocpp::formatTimestamp(store::now() + 1s)));
    QCOMPARE(statusOf(), u"Active"_s);
    QTRY_COMPARE(statusOf(), u"Expired"_s);
    QCOMPARE(find().ended, std::optional(find().expiryDate));
}

void tst_Reservations::usedBeforeItExpiredToldLater()
{
    const auto began = store::now();
    reserve(with(reserve_, "expiryDate"_L1, ocpp::formatTimestamp(began + 1s)));
    QTRY_COMPARE(statusOf(), u"Expired"_s);
    start({{u"reservationId"_s, 7}, {u"timestamp"_s, ocpp::formatTimestamp(began)}});
    QCOMPARE(statusOf(), u"Used"_s);
}

void tst_Reservations::endsWhenItsConnectorFails_data()
{
    QTest::addColumn<int>("reserved");
    QTest::addColumn<int>("failed");
    QTest::addColumn<QString>("seen");
    QTest::addColumn<QString>("status");
    QTest::newRow("faulted") << 1 << 1 << u"Faulted"_s << u"Ended"_s;
    QTest::newRow("unavailable") << 1 << 1 << u"Unavailable"_s << u"Ended"_s;
    QTest::newRow("the station") << 1 << 0 << u"Faulted"_s << u"Ended"_s;
    QTest::newRow("another") << 1 << 2 << u"Faulted"_s << u"Active"_s;
    QTest::newRow("one of any") << 0 << 1 << u"Faulted"_s << u"Active"_s;
    QTest::newRow("of any: the station") << 0 << 0 << u"Unavailable"_s << u"Ended"_s;
    QTest::newRow("reserved") << 1 << 1 << u"Reserved"_s << u"Active"_s;
}

void tst_Reservations::endsWhenItsConnectorFails()
{
    QFETCH(int, reserved);
    QFETCH(int, failed);
    QFETCH(QString, seen);
    QFETCH(QString, status);
    reserve(with(reserve_, "connectorId"_L1, reserved));
    this->status(failed, seen);
    QCOMPARE(statusOf(), status);
    QCOMPARE(find().reason, status == "Ended"_L1 ? seen : QString());
}

void tst_Reservations::replaced()
{
    reserve(reserve_);
    reserve(with(with(reserve_, "connectorId"_L1, 2), "idTag"_L1, u"VAN"_s));
    const auto made = all();
    QCOMPARE(made.size(), 2);
    QCOMPARE(made.at(0).idTag, u"VAN"_s);
    QCOMPARE(toString(made.at(0).status), "Active"_L1);
    QCOMPARE(toString(made.at(1).status), "Ended"_L1);
    QCOMPARE(made.at(1).reason, u"replaced"_s);
}

void tst_Reservations::noAnswer()
{
    const qint64 id = engine_->command(u"CP-1"_s, u"ReserveNow"_s, reserve_);
    QTRY_COMPARE(engine_->stateOf(id), u"timeout"_s);
    QVERIFY(all().isEmpty());
}

void tst_Reservations::callError()
{
    const qint64 id = engine_->command(u"CP-1"_s, u"ReserveNow"_s, reserve_);
    const auto call = station_->waitForCall(u"ReserveNow"_s);
    QVERIFY(call);
    station_->replyError(*call, u"NotSupported"_s, {});
    QTRY_COMPARE(engine_->stateOf(id), u"error"_s);
    QVERIFY(all().isEmpty());
}

void tst_Reservations::lateAnswer()
{
    const qint64 id = engine_->command(u"CP-1"_s, u"ReserveNow"_s, reserve_);
    const auto call = station_->waitForCall(u"ReserveNow"_s);
    QVERIFY(call);
    QTRY_COMPARE(engine_->stateOf(id), u"timeout"_s);
    station_->reply(*call, {{u"status"_s, u"Accepted"_s}});
    QTRY_COMPARE(engine_->stateOf(id), u"accepted"_s);
    QVERIFY(engine_->command(id).late);
    QCOMPARE(all().size(), 1);
    QCOMPARE(statusOf(), u"Active"_s);
}

void tst_Reservations::answerOvertakenByItsUse()
{
    const qint64 id = engine_->command(u"CP-1"_s, u"ReserveNow"_s, reserve_);
    const auto call = station_->waitForCall(u"ReserveNow"_s);
    QVERIFY(call);
    const int transaction = start({{u"reservationId"_s, 7}});
    station_->reply(*call, {{u"status"_s, u"Accepted"_s}});
    QTRY_COMPARE(engine_->stateOf(id), u"accepted"_s);
    QCOMPARE(statusOf(), u"Used"_s);
    QCOMPARE(find().transactionId, std::optional(qint64(transaction)));
}

void tst_Reservations::disconnectWhileWaiting()
{
    const qint64 id = engine_->command(u"CP-1"_s, u"ReserveNow"_s, reserve_);
    QVERIFY(station_->waitForCall(u"ReserveNow"_s));
    station_->abort();
    QTRY_COMPARE(engine_->stateOf(id), u"unknown"_s);
    QVERIFY(all().isEmpty());
}

void tst_Reservations::lose()
{
    const qint64 id = engine_->command(u"CP-1"_s, u"ReserveNow"_s, reserve_);
    QTRY_COMPARE(engine_->stateOf(id), u"timeout"_s);
}

void tst_Reservations::askedAgain()
{
    lose();
    const auto first = station_->waitForCall(u"ReserveNow"_s);
    QVERIFY(first);
    reconcile();
    const auto second = station_->waitForCall(u"ReserveNow"_s, 2);
    QVERIFY(second);
    QCOMPARE(second->payload, reserve_);
    station_->reply(*second, {{u"status"_s, u"Accepted"_s}});
    QTRY_COMPARE(statusOf(), u"Active"_s);
    QTRY_COMPARE(all().size(), 1);
    reconcile();
    start({{u"reservationId"_s, 7}});
    QCOMPARE(statusOf(), u"Used"_s);
    QCOMPARE(station_->calls(u"ReserveNow"_s).size(), 2);
    QCOMPARE(all().size(), 1);
}

void tst_Reservations::connectAgain()
{
    const auto before = engine_->station(u"CP-1"_s).connectedAt;
    newStation();
    QVERIFY(station_->connectTo(engine_->port()));
    QTRY_VERIFY(engine_->station(u"CP-1"_s).connectedAt > before);
    QCOMPARE(station_->boot(), u"Accepted"_s);
}

void tst_Reservations::askedAgainOncePerConnection()
{
    lose();
    reconcile();
    QVERIFY(station_->waitForCall(u"ReserveNow"_s, 2));
    QTRY_COMPARE(engine_->onStore([](store::Database &db) {
        store::CommandFilter filter;
        filter.action = u"ReserveNow"_s;
        filter.states = {store::CommandState::Timeout};
        return store::Commands(db).list(filter).size();
    }), 2);
    reconcile();
    QCOMPARE(asked(), 2);
    connectAgain();
    station_->answer(u"ReserveNow"_s, {{u"status"_s, u"Accepted"_s}});
    reconcile();
    QTRY_COMPARE(statusOf(), u"Active"_s);
    QTRY_COMPARE(all().size(), 1);
    reconcile();
    QCOMPARE(asked(), 1);
}

void tst_Reservations::notAskedAgainOnceCancelled()
{
    lose();
    station_->answer(u"CancelReservation"_s, {{u"status"_s, u"Accepted"_s}});
    const qint64 cancel = engine_->command(u"CP-1"_s, u"CancelReservation"_s, {{u"reservationId"_s, 7}});
    QTRY_COMPARE(engine_->stateOf(cancel), u"accepted"_s);
    reconcile();
    const qint64 after = engine_->command(u"CP-1"_s, u"ClearCache"_s);
    QTRY_COMPARE(engine_->stateOf(after), u"timeout"_s);
    QCOMPARE(station_->calls(u"ReserveNow"_s).size(), 1);
}

void tst_Reservations::startNamesWhatWasLost()
{
    lose();
    const auto call = station_->waitForCall(u"ReserveNow"_s);
    QVERIFY(call);
    const int transaction = start({{u"reservationId"_s, 7}});
    QCOMPARE(statusOf(), u"Used"_s);
    QCOMPARE(find().transactionId, std::optional(qint64(transaction)));
    QCOMPARE(find().idTag, u"ADA"_s);
    station_->reply(*call, {{u"status"_s, u"Accepted"_s}}); // too late to tell anything new
    QCOMPARE(station_->call(u"Heartbeat"_s).type, 3);
    QCOMPARE(all().size(), 1);
    QCOMPARE(statusOf(), u"Used"_s);
}

/// 5.13: the same id replaces what the station may have kept.
void tst_Reservations::renewedAfterABoot()
{
    reserve(reserve_);
    reconcile();
    QCOMPARE(asked(), 1);
    QCOMPARE(station_->boot(), u"Accepted"_s);
    reconcile();
    const auto again = station_->waitForCall(u"ReserveNow"_s, 2);
    QVERIFY(again);
    QCOMPARE(again->payload, reserve_);
    reconcile();
    QCOMPARE(asked(), 2);
    QCOMPARE(statusOf(), u"Active"_s);
    QCOMPARE(all().size(), 1);
    QCOMPARE(station_->boot(), u"Accepted"_s);
    reconcile();
    QVERIFY(station_->waitForCall(u"ReserveNow"_s, 3));
}

void tst_Reservations::renewedWithoutItsCommand()
{
    engine_->changeStation(u"CP-1"_s, [](store::Station &s) { s.tagSuffix = u"_1"_s; });
    const QJsonObject sent = with(reserve_, "idTag"_L1, u"ADA_1"_s);
    QTRY_VERIFY([&] {
        reserve(sent);
        return find().idTag == "ADA"_L1; // what was changed has reached the engine
    }());
    const qsizetype before = asked();
    QCOMPARE(station_->boot(), u"Accepted"_s);
    reconcile();
    const auto asSent = station_->waitForCall(u"ReserveNow"_s, before + 1);
    QVERIFY(asSent);
    QCOMPARE(asSent->payload, sent);
    asked();
    engine_->onStore([](store::Database &db) { db.run(u"DELETE FROM commands WHERE station = ?"_s, {u"CP-1"_s}); });
    QCOMPARE(station_->boot(), u"Accepted"_s);
    reconcile();
    const auto again = station_->waitForCall(u"ReserveNow"_s, before + 2);
    QVERIFY(again);
    QCOMPARE(again->payload, reserve_); // all that is known when its command is too old to be kept
    QTRY_COMPARE(statusOf(), u"Active"_s);
}

void tst_Reservations::refusedAfterABoot()
{
    reserve(reserve_);
    station_->answer(u"ReserveNow"_s, {{u"status"_s, u"Occupied"_s}});
    QCOMPARE(station_->boot(), u"Accepted"_s);
    reconcile();
    QTRY_COMPARE(statusOf(), u"Ended"_s);
    QCOMPARE(find().reason, u"notTakenAgain:Occupied"_s);
    start({{u"reservationId"_s, 7}}); // by the car that is there
    QCOMPARE(statusOf(), u"Used"_s);
    QCOMPARE(find().reason, QString());
}

void tst_Reservations::notRenewedIfItIsToBeCancelled()
{
    reserve(reserve_);
    const qint64 cancel = engine_->command(u"CP-1"_s, u"CancelReservation"_s, {{u"reservationId"_s, 7}});
    QTRY_COMPARE(engine_->stateOf(cancel), u"timeout"_s);
    QCOMPARE(station_->boot(), u"Accepted"_s);
    reconcile();
    QCOMPARE(asked(), 1);
    QCOMPARE(statusOf(), u"Active"_s);
}

/// A person's wish overtakes what is done by the way.
void tst_Reservations::notRenewedOnceCancelled()
{
    station_.reset();
    engine_ = std::make_unique<EngineFixture>();
    engine_->addStation(u"CP-1"_s); // which has time to answer
    newStation();
    QVERIFY(station_->connectTo(engine_->port()));
    QCOMPARE(station_->boot(), u"Accepted"_s);
    reserve(reserve_);
    const qint64 busy = engine_->command(u"CP-1"_s, u"ClearCache"_s);
    const auto call = station_->waitForCall(u"ClearCache"_s);
    QVERIFY(call);
    QCOMPARE(station_->boot(), u"Accepted"_s);
    reconcile();
    const auto repeated = [this] {
        const auto commands = engine_->onStore([](store::Database &db) {
            return store::Commands(db).list({.station = u"CP-1"_s, .action = u"ReserveNow"_s});
        });
        return commands.size() == 2 ? commands.constFirst() : store::Command();
    };
    QTRY_VERIFY(repeated().id > 0);
    station_->answer(u"CancelReservation"_s, {{u"status"_s, u"Accepted"_s}});
    engine_->command(u"CP-1"_s, u"CancelReservation"_s, {{u"reservationId"_s, 7}});
    station_->reply(*call, {{u"status"_s, u"Accepted"_s}});
    QTRY_VERIFY(store::isFinal(engine_->command(busy).state));
    QTRY_COMPARE(statusOf(), u"Cancelled"_s);
    QTRY_COMPARE_WITH_TIMEOUT(engine_->stateOf(repeated().id), u"error"_s, 40'000);
    QCOMPARE(station_->calls(u"ReserveNow"_s).size(), 1);
}

void tst_Reservations::notRenewedTwiceOnceUsed()
{
    reserve(reserve_);
    connectAgain();
    reconcile();
    QVERIFY(station_->waitForCall(u"ReserveNow"_s)); // it says nothing to that
    const int transaction = start({{u"reservationId"_s, 7}});
    QCOMPARE(statusOf(), u"Used"_s);
    QCOMPARE(find().transactionId, std::optional(qint64(transaction)));
    QCOMPARE(all().size(), 1);
    asked();
    connectAgain();
    reconcile();
    QCOMPARE(asked(), 0);
    QCOMPARE(all().size(), 1);
}

void tst_Reservations::restartWhileWaiting()
{
    const qint64 id = engine_->command(u"CP-1"_s, u"ReserveNow"_s, reserve_);
    QVERIFY(station_->waitForCall(u"ReserveNow"_s));
    engine_->restart();
    QTRY_COMPARE(engine_->stateOf(id), u"unknown"_s);
    newStation();
    station_->answer(u"ReserveNow"_s, {{u"status"_s, u"Accepted"_s}});
    QVERIFY(station_->connectTo(engine_->port()));
    QTRY_VERIFY(engine_->station(u"CP-1"_s).online);
    reconcile(); // else some seconds after it connected
    QTRY_COMPARE(all().size(), 1);
    QCOMPARE(statusOf(), u"Active"_s);
    QCOMPARE(station_->calls(u"ReserveNow"_s).constFirst().payload, reserve_);
}

void tst_Reservations::restart()
{
    reserve(reserve_);
    reserve(with(with(reserve_, "reservationId"_L1, 8), "expiryDate"_L1, ocpp::formatTimestamp(store::now() + 1s)));
    engine_->restart();
    QCOMPARE(statusOf(7), u"Active"_s);
    QTRY_COMPARE(statusOf(8), u"Expired"_s);
    newStation();
    QVERIFY(station_->connectTo(engine_->port()));
    start({{u"reservationId"_s, 7}});
    QCOMPARE(statusOf(7), u"Used"_s);
}

void tst_Reservations::connectorZeroForPeople()
{
    const QJsonObject any = with(reserve_, "connectorId"_L1, 0);
    report(u"SupportedFeatureProfiles"_s, u"Core,Reservation"_s);
    const qint64 refused = reserve(any);
    QCOMPARE(engine_->stateOf(refused), u"error"_s);
    QVERIFY(engine_->command(refused).error.contains(u"ReserveConnectorZeroSupported"_s));
    const qint64 unguarded = engine_->command(u"CP-1"_s, u"ReserveNow"_s, any, store::Command::personPriority, u"api"_s);
    QTRY_COMPARE(engine_->stateOf(unguarded), u"accepted"_s);
    report(u"ReserveConnectorZeroSupported"_s, u"true"_s);
    QCOMPARE(engine_->stateOf(reserve(with(any, "reservationId"_L1, 8))), u"accepted"_s);
    QCOMPARE(engine_->stateOf(reserve(with(reserve_, "expiryDate"_L1, u"2001-01-01T00:00:00Z"_s))), u"error"_s);
    report(u"SupportedFeatureProfiles"_s, u"Core"_s);
    QCOMPARE(engine_->stateOf(reserve(reserve_)), u"error"_s);
}

QTEST_GUILESS_MAIN(tst_Reservations)
#include "tst_reservations.moc"
