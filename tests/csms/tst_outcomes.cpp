// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginefixture.h"
#include "json.h"
#include "store/clock.h"
#include "store/configuration.h"
#include "teststation.h"

#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// Behaviour 26, 27: "Accepted" only means "will try".
class tst_Outcomes : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void remoteStartIsFollowed();
    void remoteStartOvertaken();
    void otherStartsAreNotTheRemoteOne_data();
    void otherStartsAreNotTheRemoteOne();
    void queuedStartsAreNotTheRemoteOne_data();
    void queuedStartsAreNotTheRemoteOne();
    void remoteStartAtAnyConnector();
    void remoteStartInVain();
    void stationSaysHowLongToWait();
    void rejectedIsNotFollowed();
    void remoteStopIsFollowed();
    void remoteStopOvertaken();
    void availability_data();
    void availability();
    void availabilityOfEveryConnector();
    void availabilityOfConnectorZero();
    void availabilityAsItIs_data();
    void availabilityAsItIs();
    void availabilityScheduled();
    void availabilityOvertaken();
    void queuedStatusIsNotTheChange();
    void resetIsFollowedToTheBoot();
    void triggerIsFollowed_data();
    void triggerIsFollowed();
    void triggerOutlivesTheProgram();
    void anEarlierMessageIsNotTheTriggeredOne();
    void triggerOfAConnector();
    void otherReadingsAreNotTheTriggeredOnes_data();
    void otherReadingsAreNotTheTriggeredOnes();
    void queuedMessagesAreNotTheTriggeredOnes();
    void triggerOvertaken();
    void triggerInVain();

private:
    void connectStation(const csms::Policy &policy);
    /// Queues it, and answers it with this status.
    qint64 done(const QString &action, const QJsonObject &payload, const QString &status = u"Accepted"_s);
    int start(int connector, const QString &tag, const QString &time = u"2024-05-01T10:00:00Z"_s);
    void stop(int transaction);
    void status(int connector, const QString &status, const std::optional<ocpp::Timestamp> &time = {});
    QString outcomeOf(qint64 id) { return engine_->outcomeOf(id); }
    void endPatience(qint64 id);

    const QJsonObject remoteStart_ = R"({"connectorId":1,"idTag":"TAG"})"_json;
    std::unique_ptr<EngineFixture> engine_;
    std::unique_ptr<TestStation> station_;
};

void tst_Outcomes::init()
{
    connectStation(EngineFixture::quietPolicy());
}

void tst_Outcomes::connectStation(const csms::Policy &policy)
{
    station_.reset();
    engine_ = std::make_unique<EngineFixture>(policy);
    engine_->addStation(u"CP-1"_s);
    engine_->addTag(u"TAG"_s);
    station_ = std::make_unique<TestStation>(u"CP-1"_s);
    QVERIFY(station_->connectTo(engine_->port()));
    QCOMPARE(station_->boot(), u"Accepted"_s);
}

void tst_Outcomes::cleanup()
{
    station_.reset();
    engine_.reset();
}

qint64 tst_Outcomes::done(const QString &action, const QJsonObject &payload, const QString &status)
{
    station_->answer(action, {{u"status"_s, status}});
    const qint64 id = engine_->command(u"CP-1"_s, action, payload);
    [&] { QTRY_VERIFY(store::isFinal(engine_->command(id).state)); }();
    return id;
}

int tst_Outcomes::start(int connector, const QString &tag, const QString &time)
{
    const QJsonObject request{
        {u"connectorId"_s, connector}, {u"idTag"_s, tag}, {u"meterStart"_s, 0}, {u"timestamp"_s, time}};
    return station_->call(u"StartTransaction"_s, request).payload[u"transactionId"_s].toInt();
}

void tst_Outcomes::stop(int transaction)
{
    const QJsonObject request =
        R"({"meterStop":10,"timestamp":"2024-05-01T11:00:00Z","reason":"Remote"})"_json;
    QCOMPARE(station_->call(u"StopTransaction"_s, with(request, "transactionId"_L1, transaction)).type, 3);
}

void tst_Outcomes::status(int connector, const QString &status, const std::optional<ocpp::Timestamp> &time)
{
    QJsonObject request{{u"connectorId"_s, connector}, {u"errorCode"_s, u"NoError"_s}, {u"status"_s, status}};
    if (time)
        request.insert(u"timestamp"_s, ocpp::formatTimestamp(*time));
    QCOMPARE(station_->call(u"StatusNotification"_s, request).type, 3);
}

void tst_Outcomes::endPatience(qint64 id)
{
    engine_->onStore([id](store::Database &db) {
        db.run(u"UPDATE commands SET outcome_due = created WHERE id = ?"_s, {id});
    });
}

void tst_Outcomes::remoteStartIsFollowed()
{
    const qint64 id = done(u"RemoteStartTransaction"_s, remoteStart_);
    QCOMPARE(engine_->stateOf(id), u"accepted"_s);
    QCOMPARE(outcomeOf(id), QString());
    QVERIFY(engine_->command(id).outcomeDue.has_value());
    const int transaction = start(1, u"tag"_s);
    QCOMPARE(outcomeOf(id), u"transactionStarted:%1"_s.arg(transaction));
    start(1, u"TAG"_s, u"2024-05-01T12:00:00Z"_s);
    QCOMPARE(outcomeOf(id), u"transactionStarted:%1"_s.arg(transaction)); // the first one was it
}

void tst_Outcomes::remoteStartOvertaken()
{
    const qint64 id = engine_->command(u"CP-1"_s, u"RemoteStartTransaction"_s, remoteStart_);
    const auto call = station_->waitForCall(u"RemoteStartTransaction"_s);
    QVERIFY(call.has_value());
    const int transaction = start(1, u"TAG"_s);
    station_->reply(*call, R"({"status":"Accepted"})"_json);
    QTRY_COMPARE(outcomeOf(id), u"transactionStarted:%1"_s.arg(transaction));
}

void tst_Outcomes::otherStartsAreNotTheRemoteOne_data()
{
    QTest::addColumn<int>("connector");
    QTest::addColumn<QString>("tag");
    QTest::newRow("another connector") << 2 << u"TAG"_s;
    QTest::newRow("another tag") << 1 << u"OTHER"_s;
}

void tst_Outcomes::otherStartsAreNotTheRemoteOne()
{
    QFETCH(int, connector);
    QFETCH(QString, tag);
    start(1, u"TAG"_s); // ran before, and its start is repeated below
    const qint64 id = done(u"RemoteStartTransaction"_s, remoteStart_);
    QVERIFY(start(connector, tag, u"2024-05-01T12:00:00Z"_s) > 0);
    QVERIFY(start(1, u"TAG"_s) > 0);
    QCOMPARE(outcomeOf(id), QString());
}

void tst_Outcomes::queuedStartsAreNotTheRemoteOne_data()
{
    QTest::addColumn<qint64>("secondsAgo");
    QTest::addColumn<qint64>("driftMs"); // of the station's clock, as it was seen before
    QTest::addColumn<bool>("isTheOne");
    QTest::newRow("now") << 0LL << 0LL << true;
    QTest::newRow("whole seconds") << 2LL << 0LL << true;
    QTest::newRow("from the queue") << 3600LL << 0LL << false;
    QTest::newRow("a clock that is behind") << 3600LL << -3'600'000LL << true;
    QTest::newRow("from the queue of one that is behind") << 7200LL << -3'600'000LL << false;
    QTest::newRow("a clock that is ahead") << -3600LL << 3'600'000LL << true;
    QTest::newRow("from the queue of one that is ahead") << 0LL << 3'600'000LL << false;
    QTest::newRow("a clock that began at its firmware's date") << 400 * 86'400LL << 0LL << true;
}

// Behaviour 9: what was queued offline is history.
void tst_Outcomes::queuedStartsAreNotTheRemoteOne()
{
    QFETCH(qint64, secondsAgo);
    QFETCH(qint64, driftMs);
    engine_->onStore([driftMs](store::Database &db) {
        store::Stations(db).reportClockDrift(u"CP-1"_s, std::chrono::milliseconds(driftMs));
    });
    const QString time = ocpp::formatTimestamp(store::now() - std::chrono::seconds(secondsAgo));
    const qint64 id = done(u"RemoteStartTransaction"_s, remoteStart_);
    const int transaction = start(1, u"TAG"_s, time);
    QVERIFY(transaction > 0);
    QTEST(outcomeOf(id) == u"transactionStarted:%1"_s.arg(transaction), "isTheOne");

    const qint64 overtaken =
        engine_->command(u"CP-1"_s, u"RemoteStartTransaction"_s, R"({"connectorId":2,"idTag":"TAG"})"_json);
    const auto call = station_->waitForCall(u"RemoteStartTransaction"_s, 2);
    QVERIFY(call.has_value());
    const int other = start(2, u"TAG"_s, time);
    station_->reply(*call, R"({"status":"Accepted"})"_json);
    QTRY_COMPARE(engine_->stateOf(overtaken), u"accepted"_s);
    QTEST(outcomeOf(overtaken) == u"transactionStarted:%1"_s.arg(other), "isTheOne");
}

void tst_Outcomes::remoteStartAtAnyConnector()
{
    const qint64 id = done(u"RemoteStartTransaction"_s, R"({"idTag":"TAG"})"_json);
    const int transaction = start(2, u"TAG"_s);
    QCOMPARE(outcomeOf(id), u"transactionStarted:%1"_s.arg(transaction));
}

void tst_Outcomes::remoteStartInVain()
{
    const qint64 id = done(u"RemoteStartTransaction"_s, remoteStart_);
    endPatience(id);
    QTRY_COMPARE(outcomeOf(id), u"notStarted"_s);
    QCOMPARE(engine_->stateOf(id), u"accepted"_s); // that it was accepted stays true
}

// 9.1.6 ConnectionTimeOut.
void tst_Outcomes::stationSaysHowLongToWait()
{
    const qint64 usual = done(u"RemoteStartTransaction"_s, remoteStart_);
    const auto patience = [this](qint64 id) {
        const store::Command command = engine_->command(id);
        return command.outcomeDue.value() - command.finishedAt.value();
    };
    QVERIFY(patience(usual) >= csms::Policy().connectionTimeOut);
    QVERIFY(patience(usual) < csms::Policy().connectionTimeOut + 60s);
    engine_->onStore([](store::Database &db) {
        store::Configuration(db).report(u"CP-1"_s, {{u"connectiontimeout"_s, u"300"_s, false}}, {});
    });
    const qint64 id = done(u"RemoteStartTransaction"_s, remoteStart_);
    QVERIFY(patience(id) >= 300s);
    QVERIFY(patience(id) < 360s);
}

void tst_Outcomes::rejectedIsNotFollowed()
{
    const qint64 start = done(u"RemoteStartTransaction"_s, remoteStart_, u"Rejected"_s);
    const qint64 reset = done(u"Reset"_s, R"({"type":"Soft"})"_json, u"Rejected"_s);
    const qint64 unlock = done(u"UnlockConnector"_s, R"({"connectorId":1})"_json, u"Unlocked"_s);
    for (const qint64 id : {start, reset, unlock})
        QVERIFY(!engine_->command(id).outcomeDue);
}

void tst_Outcomes::remoteStopIsFollowed()
{
    const int other = start(2, u"TAG"_s);
    const int transaction = start(1, u"TAG"_s);
    const qint64 id = done(u"RemoteStopTransaction"_s, {{u"transactionId"_s, transaction}});
    QCOMPARE(outcomeOf(id), QString());
    stop(other);
    QCOMPARE(outcomeOf(id), QString());
    stop(transaction);
    QCOMPARE(outcomeOf(id), u"transactionStopped:%1"_s.arg(transaction));

    const qint64 inVain = done(u"RemoteStopTransaction"_s, {{u"transactionId"_s, 4711}});
    endPatience(inVain);
    QTRY_COMPARE(outcomeOf(inVain), u"notStopped"_s);
}

void tst_Outcomes::remoteStopOvertaken()
{
    const int transaction = start(1, u"TAG"_s);
    const qint64 id =
        engine_->command(u"CP-1"_s, u"RemoteStopTransaction"_s, {{u"transactionId"_s, transaction}});
    const auto call = station_->waitForCall(u"RemoteStopTransaction"_s);
    QVERIFY(call.has_value());
    stop(transaction);
    station_->reply(*call, R"({"status":"Accepted"})"_json);
    QTRY_COMPARE(engine_->stateOf(id), u"accepted"_s);
    QCOMPARE(outcomeOf(id), u"transactionStopped:%1"_s.arg(transaction));
}

void tst_Outcomes::availability_data()
{
    QTest::addColumn<QJsonObject>("request");
    QTest::addColumn<int>("otherConnector"); // whose status says nothing; 0: none
    QTest::addColumn<QString>("otherStatus"); // that says nothing
    QTest::addColumn<QString>("status");
    QTest::newRow("inoperative") << R"({"connectorId":1,"type":"Inoperative"})"_json << 2 << u"Available"_s
                                 << u"Unavailable"_s;
    QTest::newRow("operative") << R"({"connectorId":1,"type":"Operative"})"_json << 2 << u"Unavailable"_s
                               << u"Available"_s;
    QTest::newRow("the whole station")
        << R"({"connectorId":0,"type":"Inoperative"})"_json << 0 << u"Available"_s << u"Unavailable"_s;
}

void tst_Outcomes::availability()
{
    QFETCH(QJsonObject, request);
    QFETCH(int, otherConnector);
    QFETCH(QString, otherStatus);
    QFETCH(QString, status);
    const qint64 id = done(u"ChangeAvailability"_s, request);
    this->status(1, otherStatus);
    if (otherConnector > 0)
        this->status(otherConnector, status);
    QCOMPARE(outcomeOf(id), QString());
    this->status(1, status);
    QCOMPARE(outcomeOf(id), u"applied"_s);
}

void tst_Outcomes::availabilityOfEveryConnector()
{
    for (const int connector : {1, 2, 3})
        status(connector, u"Available"_s);
    const qint64 id = done(u"ChangeAvailability"_s, R"({"connectorId":0,"type":"Inoperative"})"_json);
    status(1, u"Unavailable"_s);
    status(3, u"Unavailable"_s);
    QCOMPARE(outcomeOf(id), QString());
    status(2, u"Unavailable"_s);
    QCOMPARE(outcomeOf(id), u"applied"_s);
}

void tst_Outcomes::availabilityOfConnectorZero()
{
    status(0, u"Available"_s);
    status(1, u"Available"_s);
    const qint64 id = done(u"ChangeAvailability"_s, R"({"connectorId":0,"type":"Inoperative"})"_json);
    const qint64 other = done(u"ChangeAvailability"_s, R"({"connectorId":1,"type":"Inoperative"})"_json);
    status(0, u"Unavailable"_s); // speaks for the whole station, which has its connector still to tell
    QCOMPARE(outcomeOf(id), u"applied"_s);
    QCOMPARE(outcomeOf(other), QString());
}

void tst_Outcomes::availabilityAsItIs_data()
{
    QTest::addColumn<QJsonObject>("request");
    QTest::addColumn<QString>("second"); // connector 2; the first is available
    QTest::addColumn<QString>("outcome");
    const QJsonObject one = R"({"connectorId":1,"type":"Operative"})"_json;
    const QJsonObject all = R"({"connectorId":0,"type":"Operative"})"_json;
    QTest::newRow("a connector") << one << u"Unavailable"_s << u"applied"_s;
    QTest::newRow("all") << all << u"Available"_s << u"applied"_s;
    QTest::newRow("all but one") << all << u"Unavailable"_s << QString();
    QTest::newRow("not yet") << R"({"connectorId":1,"type":"Inoperative"})"_json << u"Unavailable"_s << QString();
}

// It has nothing to tell.
void tst_Outcomes::availabilityAsItIs()
{
    QFETCH(QJsonObject, request);
    QFETCH(QString, second);
    status(0, u"Available"_s);
    status(1, u"Available"_s);
    status(2, second);
    const qint64 id = done(u"ChangeAvailability"_s, request);
    QTEST(outcomeOf(id), "outcome");
}

// Behaviour 27: success later, when the session is over.
void tst_Outcomes::availabilityScheduled()
{
    status(1, u"Charging"_s);
    const qint64 id =
        done(u"ChangeAvailability"_s, R"({"connectorId":1,"type":"Inoperative"})"_json, u"Scheduled"_s);
    QCOMPARE(engine_->stateOf(id), u"accepted"_s);
    const store::Command command = engine_->command(id);
    QVERIFY(command.outcomeDue.value() - command.finishedAt.value() > 24h);
    status(1, u"Finishing"_s);
    QCOMPARE(outcomeOf(id), QString());
    status(1, u"Unavailable"_s);
    QCOMPARE(outcomeOf(id), u"applied"_s);
}

void tst_Outcomes::availabilityOvertaken()
{
    status(1, u"Available"_s);
    const qint64 id = engine_->command(u"CP-1"_s, u"ChangeAvailability"_s,
                                       R"({"connectorId":1,"type":"Inoperative"})"_json);
    const auto call = station_->waitForCall(u"ChangeAvailability"_s);
    QVERIFY(call.has_value());
    status(1, u"Unavailable"_s);
    station_->reply(*call, R"({"status":"Accepted"})"_json);
    QTRY_COMPARE(outcomeOf(id), u"applied"_s);
}

void tst_Outcomes::queuedStatusIsNotTheChange()
{
    csms::Policy policy = EngineFixture::quietPolicy();
    policy.pauseBeforeLive = 1h; // what is late is from the queue, not from a slow clock
    connectStation(policy);
    const auto now = store::now();
    status(1, u"Available"_s, now - 2h);
    const qint64 id = done(u"ChangeAvailability"_s, R"({"connectorId":1,"type":"Inoperative"})"_json);
    status(1, u"Unavailable"_s, now - 1h); // news, but older than the command
    status(1, u"Available"_s, now);
    status(1, u"Unavailable"_s, now - 10s); // not even news
    QCOMPARE(outcomeOf(id), QString());
    status(1, u"Unavailable"_s, store::now());
    QCOMPARE(outcomeOf(id), u"applied"_s);
}

void tst_Outcomes::resetIsFollowedToTheBoot()
{
    const qint64 id = done(u"Reset"_s, R"({"type":"Hard"})"_json);
    QCOMPARE(outcomeOf(id), QString());
    station_->abort();
    TestStation again(u"CP-1"_s);
    QVERIFY(again.connectTo(engine_->port()));
    QCOMPARE(again.call(u"Heartbeat"_s).type, 3);
    QCOMPARE(outcomeOf(id), QString()); // a new connection is no boot
    QCOMPARE(again.boot(), u"Accepted"_s);
    QCOMPARE(outcomeOf(id), u"rebooted"_s);
}

void tst_Outcomes::triggerIsFollowed_data()
{
    QTest::addColumn<QString>("trigger");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("sent");
    QTest::addColumn<QJsonObject>("message");
    const QString plain = u"TriggerMessage"_s;
    const QString extended = u"ExtendedTriggerMessage"_s;
    QTest::newRow("heartbeat") << plain << u"Heartbeat"_s << u"Heartbeat"_s << QJsonObject();
    QTest::newRow("meter values") << plain << u"MeterValues"_s << u"MeterValues"_s
                                  << R"({"connectorId":1,"meterValue":[{"timestamp":"2026-01-01T00:00:00Z",
                                         "sampledValue":[{"value":"1"}]}]})"_json;
    QTest::newRow("diagnostics") << plain << u"DiagnosticsStatusNotification"_s << u"DiagnosticsStatusNotification"_s
                                 << R"({"status":"Idle"})"_json;
    QTest::newRow("firmware") << plain << u"FirmwareStatusNotification"_s << u"FirmwareStatusNotification"_s
                              << R"({"status":"Idle"})"_json;
    QTest::newRow("signed firmware") << extended << u"FirmwareStatusNotification"_s
                                     << u"SignedFirmwareStatusNotification"_s << R"({"status":"Idle"})"_json;
    QTest::newRow("log") << extended << u"LogStatusNotification"_s << u"LogStatusNotification"_s
                         << R"({"status":"Idle"})"_json;
    QTest::newRow("certificate") << extended << u"SignChargePointCertificate"_s << u"SignCertificate"_s
                                 << R"({"csr":"..."})"_json;
}

void tst_Outcomes::triggerIsFollowed()
{
    QFETCH(QString, trigger);
    QFETCH(QString, asked);
    QFETCH(QString, sent);
    QFETCH(QJsonObject, message);
    const qint64 id = done(trigger, {{u"requestedMessage"_s, asked}});
    QVERIFY(engine_->command(id).outcomeDue.has_value());
    status(1, u"Available"_s); // another message
    QCOMPARE(outcomeOf(id), QString());
    QCOMPARE(station_->call(sent, message).type, 3);
    QTRY_COMPARE(outcomeOf(id), u"arrived"_s);
}

void tst_Outcomes::triggerOutlivesTheProgram()
{
    const qint64 id = done(u"TriggerMessage"_s, R"({"requestedMessage":"Heartbeat"})"_json);
    engine_->restart();
    QCOMPARE(outcomeOf(id), QString());
    TestStation again(u"CP-1"_s);
    QVERIFY(again.connectTo(engine_->port()));
    QCOMPARE(again.call(u"Heartbeat"_s).type, 3);
    QTRY_COMPARE(outcomeOf(id), u"arrived"_s);
}

/// A Heartbeat is answered before it is booked; by then a trigger may have been sent.
void tst_Outcomes::anEarlierMessageIsNotTheTriggeredOne()
{
    const qint64 id = done(u"TriggerMessage"_s, R"({"requestedMessage":"Heartbeat"})"_json);
    engine_->onStore([id](store::Database &db) {
        db.run(u"UPDATE commands SET sent_at = ? WHERE id = ?"_s, {store::now() + 1h, id});
    });
    const Answer early = station_->call(u"Heartbeat"_s);
    QCOMPARE(early.type, 3);
    const auto isBooked = [&] {
        const auto frames = engine_->frames(u"CP-1"_s);
        return std::ranges::count(frames, early.messageId, &store::FrameRow::messageId) == 2;
    };
    QTRY_VERIFY(isBooked());
    QCOMPARE(outcomeOf(id), QString());
}

void tst_Outcomes::triggerOfAConnector()
{
    const QJsonObject ask = R"({"requestedMessage":"StatusNotification"})"_json;
    const qint64 second = done(u"TriggerMessage"_s, with(ask, "connectorId"_L1, 2));
    status(1, u"Available"_s);
    QCOMPARE(outcomeOf(second), QString());
    const qint64 any = done(u"TriggerMessage"_s, ask);
    status(1, u"Available"_s);
    QCOMPARE(outcomeOf(any), u"arrived"_s);
    QCOMPARE(outcomeOf(second), QString());
    status(2, u"Available"_s);
    QCOMPARE(outcomeOf(second), u"arrived"_s);
}

void tst_Outcomes::otherReadingsAreNotTheTriggeredOnes_data()
{
    QTest::addColumn<QStringList>("contexts");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("triggered") << QStringList{u"Trigger"_s} << u"arrived"_s;
    QTest::newRow("none") << QStringList{QString()} << u"arrived"_s;
    QTest::newRow("periodic") << QStringList{u"Sample.Periodic"_s} << QString();
    QTest::newRow("by the clock") << QStringList{QString(), u"Sample.Clock"_s} << QString();
    QTest::newRow("both") << QStringList{u"Sample.Periodic"_s, u"Trigger"_s} << u"arrived"_s;
}

void tst_Outcomes::otherReadingsAreNotTheTriggeredOnes()
{
    QFETCH(QStringList, contexts);
    QFETCH(QString, outcome);
    const qint64 id = done(u"TriggerMessage"_s, R"({"requestedMessage":"MeterValues"})"_json);
    QJsonArray samples;
    for (const QString &context : contexts) {
        QJsonObject sample{{u"value"_s, u"1"_s}};
        if (!context.isEmpty())
            sample.insert(u"context"_s, context);
        samples.append(sample);
    }
    const QJsonObject reading{{u"timestamp"_s, ocpp::formatTimestamp(store::now())}, {u"sampledValue"_s, samples}};
    const QJsonObject message{{u"connectorId"_s, 1}, {u"meterValue"_s, QJsonArray{reading}}};
    QCOMPARE(station_->call(u"MeterValues"_s, message).type, 3);
    QCOMPARE(outcomeOf(id), outcome);
}

/// Behaviour 9.
void tst_Outcomes::queuedMessagesAreNotTheTriggeredOnes()
{
    csms::Policy policy = EngineFixture::quietPolicy();
    policy.pauseBeforeLive = 1h; // what is late is from the queue, not from a slow clock
    connectStation(policy);
    const auto readings = [this](ocpp::Timestamp time) {
        const QJsonObject reading{{u"timestamp"_s, ocpp::formatTimestamp(time)},
                                  {u"sampledValue"_s, QJsonArray{QJsonObject{{u"value"_s, u"1"_s}}}}};
        const QJsonObject message{{u"connectorId"_s, 1}, {u"meterValue"_s, QJsonArray{reading}}};
        QCOMPARE(station_->call(u"MeterValues"_s, message).type, 3);
    };
    const qint64 read = done(u"TriggerMessage"_s, R"({"requestedMessage":"MeterValues"})"_json);
    const qint64 state = done(u"TriggerMessage"_s, R"({"requestedMessage":"StatusNotification"})"_json);
    readings(store::now() - 24h);
    status(1, u"Available"_s, store::now() - 24h);
    QCOMPARE(outcomeOf(read), QString());
    QCOMPARE(outcomeOf(state), QString());
    readings(store::now());
    status(1, u"Available"_s, store::now());
    QCOMPARE(outcomeOf(read), u"arrived"_s);
    QCOMPARE(outcomeOf(state), u"arrived"_s);
}

// 5.17 wants the answer first.
void tst_Outcomes::triggerOvertaken()
{
    const qint64 id = engine_->command(u"CP-1"_s, u"TriggerMessage"_s, R"({"requestedMessage":"Heartbeat"})"_json);
    const auto call = station_->waitForCall(u"TriggerMessage"_s);
    QVERIFY(call.has_value());
    QCOMPARE(station_->call(u"Heartbeat"_s).type, 3);
    station_->reply(*call, R"({"status":"Accepted"})"_json);
    QTRY_COMPARE(engine_->stateOf(id), u"accepted"_s);
    QCOMPARE(outcomeOf(id), u"arrived"_s);
}

void tst_Outcomes::triggerInVain()
{
    const qint64 id = done(u"TriggerMessage"_s, R"({"requestedMessage":"MeterValues"})"_json);
    endPatience(id);
    QTRY_COMPARE(outcomeOf(id), u"notArrived"_s);
    const qint64 rejected = done(u"TriggerMessage"_s, R"({"requestedMessage":"MeterValues"})"_json, u"Rejected"_s);
    QVERIFY(!engine_->command(rejected).outcomeDue);
}

QTEST_GUILESS_MAIN(tst_Outcomes)
#include "tst_outcomes.moc"
