// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/commandrequest.h"
#include "store/error.h"
#include "store/frames.h"
#include "store/knocks.h"
#include "ui/commands/commandstory.h"
#include "ui/pages/connect/knockwords.h"
#include "ui/pages/stations/stationrow.h"
#include "ui/text/format.h"
#include "ui/text/framesummary.h"
#include "ui/text/prettyjson.h"
#include "ui/text/refusalwords.h"
#include "ui/text/storewords.h"
#include "ui/uifixture.h"

#include <QJsonDocument>
#include <QLocale>
#include <QScopeGuard>
#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using store::CommandState;

Q_DECLARE_METATYPE(store::FrameRow)
Q_DECLARE_METATYPE(store::Command)

namespace {

const ocpp::Timestamp noon{std::chrono::milliseconds(1'795'348'800'000)}; // 2026-11-22T12:00:00Z

QString plain(QString text)
{
    return text.replace(QChar::Nbsp, u' ');
}

store::FrameRow frame(int type, const QString &action, const QByteArray &payload)
{
    store::FrameRow row;
    row.type = type;
    row.action = action;
    row.payload = payload;
    return row;
}

store::Command command(const QString &action, CommandState state, const QByteArray &answer = {},
                       const QString &outcome = {})
{
    store::Command row;
    row.action = action;
    row.state = state;
    row.answer = answer;
    row.outcome = outcome;
    row.created = noon;
    return row;
}

} // namespace

class TestWords : public QObject {
    Q_OBJECT

private slots:
    void units();
    void unitsStayWithTheirNumbers();
    void ago_data();
    void ago();
    void summaries_data();
    void summaries();
    void secretsStayOutOfSummaries();
    void prettyJsonChangesNothing();
    void stories_data();
    void stories();
    void onlyAnswersAreCalledSo();
    void lateAnswersAreMarked();
    void knockReasons();
    void stationState_data();
    void stationState();
    void powerIsTheSumOfThePlugs();
    void refusedCommandsAreSaidInWords();
    void numbersAndTimesAreOfTheLocale();
    void everyStoreErrorHasWords();
    void detailsOfAStoreErrorAreKept();
};

void TestWords::units()
{
    QCOMPARE(plain(ui::format::power(640)), u"640 W"_s);
    QCOMPARE(plain(ui::format::power(7360)), u"7.4 kW"_s);
    QCOMPARE(plain(ui::format::energy(12'345)), u"12.35 kWh"_s);
    QCOMPARE(plain(ui::format::current(16)), u"16.0 A"_s);
    QLocale::setDefault(QLocale(QLocale::German));
    QCOMPARE(plain(ui::format::power(7360)), u"7,4 kW"_s);
    QLocale::setDefault(QLocale(QLocale::English));
}

void TestWords::unitsStayWithTheirNumbers()
{
    const QString nbsp(QChar::Nbsp);
    QCOMPARE(ui::format::unbroken(u"At most 5 kWh in 1 h 30 min, 12 % of it by 3 cars."_s),
             u"At most 5%1kWh in 1%1h 30%1min, 12%1% of it by 3 cars."_s.arg(nbsp));
    QCOMPARE(ui::format::duration(26h), u"1%1d 2%1h"_s.arg(nbsp));
    QCOMPARE(ui::format::span(90s), u"1%1min"_s.arg(nbsp));
    QVERIFY(ui::format::bytes(18'400'000).endsWith(nbsp + u"MB"_s));
}

void TestWords::ago_data()
{
    QTest::addColumn<qint64>("secondsAgo");
    QTest::addColumn<QString>("expected");
    QTest::newRow("now") << 3LL << u"just now"_s;
    QTest::newRow("clock ahead") << -30LL << u"just now"_s;
    QTest::newRow("seconds") << 42LL << u"42\u00a0s ago"_s;
    QTest::newRow("minutes") << 3 * 60LL + 20 << u"3\u00a0min ago"_s;
    QTest::newRow("almost an hour") << 3599LL << u"59\u00a0min ago"_s;
}

void TestWords::ago()
{
    QFETCH(qint64, secondsAgo);
    QTEST(ui::format::ago(noon - std::chrono::seconds(secondsAgo), noon), "expected");
}

void TestWords::summaries_data()
{
    QTest::addColumn<store::FrameRow>("row");
    QTest::addColumn<QString>("expected");
    QTest::newRow("status") << frame(
        2, u"StatusNotification"_s,
        R"({"connectorId":1,"errorCode":"NoError","status":"Charging","timestamp":"2026-11-22T12:00:00Z"})")
                            << u"Connector 1 · Charging"_s;
    QTest::newRow("fault") << frame(2, u"StatusNotification"_s,
                                    R"({"connectorId":2,"errorCode":"GroundFailure","status":"Faulted"})")
                           << u"Connector 2 · GroundFailure · Faulted"_s;
    QTest::newRow("nested") << frame(3, u"Authorize"_s, R"({"idTagInfo":{"status":"Accepted"}})") << u"Accepted"_s;
    QTest::newRow("samples") << frame(
        2, u"MeterValues"_s,
        R"({"connectorId":1,"meterValue":[{"timestamp":"2026-11-22T12:00:00Z","sampledValue":[{"value":"7360","unit":"W"},{"value":"12"}]}]})")
                             << u"Connector 1 · 7360 W · 12 Wh"_s;
    QTest::newRow("unit") << frame(2, u"StopTransaction"_s,
                                   R"({"transactionId":42,"meterStop":5000,"timestamp":"2026-11-22T12:00:00Z"})")
                          << u"5000 Wh · session 42"_s;
    QTest::newRow("empty") << frame(2, u"Heartbeat"_s, "{}") << QString();
    QTest::newRow("error") << frame(4, u"Reset"_s, R"([4,"1","NotSupported","no such thing",{}])")
                           << u"NotSupported: no such thing"_s;
    QTest::newRow("unreadable") << frame(0, {}, "[2,\"x\"") << u"[2,\"x\""_s;
    QTest::newRow("unknown action") << frame(2, u"Dance"_s, R"({"a":1})") << u"{\"a\":1}"_s;
}

void TestWords::summaries()
{
    QFETCH(store::FrameRow, row);
    QFETCH(QString, expected);
    QCOMPARE(plain(ui::frameSummary(row)), expected);
}

void TestWords::secretsStayOutOfSummaries()
{
    const QString summary = ui::frameSummary(
        frame(2, u"ChangeConfiguration"_s, R"({"key":"AuthorizationKey","value":"4F43415F4F435454"})"));
    QVERIFY(summary.contains(u"AuthorizationKey"_s));
    QVERIFY(!summary.contains(u"4F43415F"_s));
}

void TestWords::prettyJsonChangesNothing()
{
    const QByteArray json = R"({"z":1.50,"a":{"text":"a:{\"b\",}","list":[1, [],{}]},"z":2})";
    const QString pretty = ui::prettyJson(json);
    QVERIFY(pretty.indexOf(u"\"z\""_s) < pretty.indexOf(u"\"a\""_s));
    QVERIFY(pretty.contains(u"1.50"_s));
    QVERIFY(pretty.contains(u"\"a:{\\\"b\\\",}\""_s));
    QVERIFY(pretty.contains(u"  \"a\": {\n    \"text\""_s));
    QCOMPARE(QJsonDocument::fromJson(pretty.toUtf8()), QJsonDocument::fromJson(json));
    QCOMPARE(ui::prettyJson("[2,\"x\""), u"[2,\"x\""_s);
}

void TestWords::stories_data()
{
    QTest::addColumn<store::Command>("row");
    QTest::addColumn<bool>("online");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("underWay");
    store::Command following = command(u"Reset"_s, CommandState::Accepted, R"({"status":"Accepted"})");
    following.outcomeDue = noon + 60s;
    store::Command triggering = command(u"DataTransfer"_s, CommandState::Accepted, R"({"status":"Accepted"})");
    triggering.outcomeDue = noon + 60s;
    QTest::newRow("a vendor's trigger") << triggering << true << u"Accepted, waiting for the message"_s << true;
    QTest::newRow("queued") << command(u"Reset"_s, CommandState::Queued) << true << u"Queued"_s << true;
    QTest::newRow("waits") << command(u"Reset"_s, CommandState::Queued) << false
                           << u"Queued until the station is back"_s << true;
    QTest::newRow("sent") << command(u"Reset"_s, CommandState::Sent) << true << u"Sent, waiting for the answer"_s
                          << true;
    QTest::newRow("accepted") << command(u"ClearCache"_s, CommandState::Accepted, R"({"status":"Accepted"})") << true
                              << u"Accepted"_s << false;
    QTest::newRow("followed") << following << true << u"Accepted, restarting"_s << true;
    QTest::newRow("rebooted") << command(u"Reset"_s, CommandState::Accepted, R"({"status":"Accepted"})", u"rebooted"_s)
                              << true << u"Restarted"_s << false;
    QTest::newRow("started") << command(u"RemoteStartTransaction"_s, CommandState::Accepted, R"({"status":"Accepted"})",
                                        u"transactionStarted:42"_s)
                             << true << u"Charging: session 42 has started"_s << false;
    QTest::newRow("in vain") << command(u"RemoteStartTransaction"_s, CommandState::Accepted, R"({"status":"Accepted"})",
                                        u"notStarted"_s)
                             << true << u"Accepted, but no session has started"_s << false;
    QTest::newRow("message") << command(u"TriggerMessage"_s, CommandState::Accepted, R"({"status":"Accepted"})",
                                        u"arrived"_s)
                             << true << u"The message has arrived"_s << false;
    QTest::newRow("no message") << command(u"ExtendedTriggerMessage"_s, CommandState::Accepted,
                                           R"({"status":"Accepted"})", u"notArrived"_s)
                                << true << u"Accepted, but the message has not come"_s << false;
    QTest::newRow("scheduled") << command(u"ChangeAvailability"_s, CommandState::Accepted, R"({"status":"Scheduled"})")
                               << true << u"Scheduled: when the session is over"_s << false;
    QTest::newRow("keys") << command(u"GetConfiguration"_s, CommandState::Accepted,
                                     R"({"configurationKey":[{"key":"a","readonly":false}]})")
                          << true << u"Read 1 key"_s << false;
    QTest::newRow("rejected") << command(u"Reset"_s, CommandState::Rejected, R"({"status":"Rejected"})") << true
                              << u"Rejected by the station"_s << false;
    QTest::newRow("unlock failed") << command(u"UnlockConnector"_s, CommandState::Rejected,
                                              R"({"status":"UnlockFailed"})")
                                   << true << u"The lock did not open"_s << false;
    QTest::newRow("unlock not supported") // E 3.87
        << command(u"UnlockConnector"_s, CommandState::Rejected, R"({"status":"NotSupported"})") << true
        << u"The station cannot unlock, or has no such connector"_s << false;
    QTest::newRow("key not supported") << command(u"ChangeConfiguration"_s, CommandState::Rejected,
                                                  R"({"status":"NotSupported"})")
                                       << true << u"Not supported by the station"_s << false;
    store::Command answered = command(u"Reset"_s, CommandState::Error);
    answered.sentAt = noon;
    QTest::newRow("error") << answered << true << u"Answered with an error"_s << false;
    QTest::newRow("hindered") << command(u"Reset"_s, CommandState::Error) << true << u"Not sent"_s << false;
    QTest::newRow("unknown") << command(u"Reset"_s, CommandState::Unknown) << false
                             << u"Connection lost before the answer"_s << false;
}

void TestWords::stories()
{
    QFETCH(store::Command, row);
    QFETCH(bool, online);
    const ui::CommandStory story = ui::commandStory(row, online);
    QTEST(story.text, "text");
    QTEST(story.underWay, "underWay");
    QCOMPARE(story.cancellable, row.state == CommandState::Queued);
}

void TestWords::onlyAnswersAreCalledSo()
{
    for (const CommandState state : {CommandState::Timeout, CommandState::Unknown, CommandState::Expired,
                                     CommandState::Cancelled, CommandState::Error}) {
        store::Command row = command(u"Reset"_s, state);
        row.finishedAt = noon + 30s;
        const QString told = ui::commandStory(row, true).explanation;
        QVERIFY2(told.contains(u"Ended at"_s) && !told.contains(u"Answered at"_s), qPrintable(told));
    }
    store::Command row = command(u"Reset"_s, CommandState::Rejected, R"({"status":"Rejected"})");
    row.finishedAt = noon + 30s;
    QVERIFY(ui::commandStory(row, true).explanation.contains(u"Answered at"_s));
}

void TestWords::lateAnswersAreMarked()
{
    store::Command row = command(u"Reset"_s, CommandState::Accepted, R"({"status":"Accepted"})");
    row.late = true;
    QCOMPARE(ui::commandStory(row, true).text, u"Accepted (late)"_s);
}

void TestWords::knockReasons()
{
    store::Knock knock;
    knock.stationId = u"CP1"_s;
    knock.reason = u"unknownStation"_s;
    QCOMPARE(ui::knockReason(knock), u"Not registered here yet"_s);
    QVERIFY(ui::isAcceptable(knock));
    knock.reason = u"passwordWrong"_s;
    QVERIFY(!ui::isAcceptable(knock)); // registering it again would not help
    knock.reason = u"somethingNew"_s;
    QCOMPARE(ui::knockReason(knock), u"somethingNew"_s);
}

void TestWords::stationState_data()
{
    QTest::addColumn<QStringList>("statuses");
    QTest::addColumn<bool>("online");
    QTest::addColumn<QString>("word");
    QTest::newRow("charging tells more") << QStringList{u"Available"_s, u"Charging"_s} << true << u"Charging"_s;
    QTest::newRow("fault tells most") << QStringList{u"Charging"_s, u"Faulted"_s} << true << u"Faulted"_s;
    QTest::newRow("free") << QStringList{u"Available"_s, u"Unavailable"_s} << true << u"Available"_s;
    QTest::newRow("nothing said") << QStringList{} << true << u"Online"_s;
    QTest::newRow("offline") << QStringList{u"Charging"_s} << false << u"Offline"_s;
    QTest::newRow("strange") << QStringList{u"Dancing"_s} << true << u"Dancing"_s;
}

void TestWords::stationState()
{
    QFETCH(QStringList, statuses);
    QFETCH(bool, online);
    ui::StationRow row;
    row.station.online = online;
    row.station.lastHeard = noon;
    for (const QString &status : statuses) {
        store::Connector connector;
        connector.connector = int(row.connectors.size()) + 1;
        connector.status = status;
        row.connectors.append(connector);
    }
    QTEST(row.state().word, "word");
    QCOMPARE(row.state().mark.offline, !online);
}

void TestWords::powerIsTheSumOfThePlugs()
{
    ui::StationRow row;
    row.station.online = true;
    QVERIFY(!row.powerW());
    for (const double power : {9000.0, 3000.0, 4000.0}) {
        store::Connector connector;
        connector.connector = int(row.connectors.size()); // 0 is the main meter: it counts what the plugs count
        connector.powerW = power;
        row.connectors.append(connector);
    }
    QCOMPARE(row.powerW(), std::optional(7000.0));
    row.station.online = false;
    QVERIFY(!row.powerW());
}

void TestWords::refusedCommandsAreSaidInWords()
{
    using Kind = store::CommandRefusal::Kind;
    QSet<QString> said;
    for (const Kind kind : {Kind::UnknownStation, Kind::UnknownAction, Kind::InvalidPayload, Kind::Offline})
        said.insert(ui::refusalWords({kind, u"In English with \"expiresIn\": 0."_s, u"/connectorId"_s}));
    QCOMPARE(said.size(), 4);
    QVERIFY(std::ranges::none_of(said, [](const QString &words) { return words.contains(u"English"_s); }));
    QVERIFY(ui::refusalWords({Kind::InvalidPayload, {}, u"/connectorId"_s}).contains(u"connectorId"_s));
}

void TestWords::numbersAndTimesAreOfTheLocale()
{
    const QLocale before;
    const auto restore = qScopeGuard([&] { QLocale::setDefault(before); });
    const QDateTime moment(QDate(2026, 11, 22), QTime(14, 5, 9, 120));
    const ocpp::Timestamp time(std::chrono::milliseconds(moment.toMSecsSinceEpoch()));
    const QByteArray samples = R"({"value":"1214.90","unit":"kWh"},{"value":"64","unit":"Percent"})";
    const store::FrameRow row =
        frame(2, u"MeterValues"_s, R"({"connectorId":1,"meterValue":[{"sampledValue":[)" + samples + "]}]}");
    QLocale::setDefault(QLocale(u"de_DE"_s));
    QCOMPARE(ui::format::exactClock(time), u"14:05:09,120"_s);
    QCOMPARE(ui::format::dateTime(time), u"22.11.26 14:05:09"_s);
    QCOMPARE(ui::format::timeOfDay(6 * 60), u"06:00"_s);
    QCOMPARE(ui::format::timeOfDay(24 * 60), u"24:00"_s);
    QCOMPARE(ui::format::dateTimeEditFormat(), u"dd.MM.yyyy HH:mm:ss"_s);
    QCOMPARE(ui::format::weekdayTime(time), u"So. 14:05:09"_s);
    QCOMPARE(ui::format::hourOfDay(18), u"18:00"_s);
    QCOMPARE(plain(ui::frameSummary(row)), u"Connector 1 · 1214,90 kWh · 64 %"_s);
    QLocale::setDefault(QLocale(u"en_US"_s));
    QVERIFY2(ui::format::exactClock(time).startsWith(u"2:05:09.120"_s), qPrintable(ui::format::exactClock(time)));
    QCOMPARE(ui::format::timeOfDay(6 * 60).simplified(), u"6:00 AM"_s);
    QCOMPARE(ui::format::hourOfDay(18).simplified(), u"6 PM"_s);
    QCOMPARE(ui::format::timeOfDay(24 * 60).simplified(), u"12:00 AM"_s);
    QCOMPARE(ui::format::dateTimeEditFormat().simplified(), u"M/d/yyyy h:mm:ss AP"_s);
    QLocale::setDefault(QLocale(u"fi_FI"_s));
    QCOMPARE(ui::format::exactClock(time), u"14.05.09,120"_s);
}

void TestWords::everyStoreErrorHasWords()
{
    using Kind = store::Error::Kind;
    QSet<QString> sentences;
    for (const Kind kind : {Kind::Unreachable, Kind::Damaged, Kind::ReadOnly, Kind::Full, Kind::Locked,
                            Kind::NewerVersion, Kind::Constraint, Kind::Other}) {
        const ui::StoreWords words = ui::storeWords({kind, u"english"_s, {}});
        QVERIFY(!words.what.endsWith(u'.'));
        QVERIFY(words.advice.endsWith(u'.'));
        QVERIFY(!words.sentence().contains(u"english"_s));
        sentences.insert(words.sentence());
    }
    QCOMPARE(sentences.size(), 8);
}

void TestWords::detailsOfAStoreErrorAreKept()
{
    const store::Error error{store::Error::Kind::Full, u"There is no room."_s, u"disk I/O error"_s};
    QCOMPARE(ui::storeWords(error).detail, u"There is no room.\ndisk I/O error"_s);
    QCOMPARE(ui::storeWords({error.kind, error.text, {}}).detail, u"There is no room."_s);
}

UI_TEST_MAIN(TestWords)
#include "tst_words.moc"
