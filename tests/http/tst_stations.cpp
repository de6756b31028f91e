// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/password.h"
#include "http/apifixture.h"
#include "store/connectors.h"
#include "store/findings.h"
#include "store/frames.h"
#include "store/knocks.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class tst_Stations : public QObject {
    Q_OBJECT

private slots:
    void aNewStationHasDefaults();
    void everyMemberIsKept();
    void whatIsNotNamedStays();
    void passwordIsHashedAndNeverShown();
    void whatGetGivesPutTakes();
    void idsAreMatchedCaseInsensitively();
    void idsArePercentDecoded();
    void badIds_data();
    void badIds();
    void unusualIdsCanBeChanged();
    void aColonLeavesNoRoomForAPassword();
    void badBodies_data();
    void badBodies();
    void anEnteredStationKnocksNoMore();
    void removing();
    void liveSideIsShown();
    void listIsPaged();
    void badPages_data();
    void badPages();
    void messagesInOrder();
    void messagesSince();
    void findingsWithTheirFrame();
    void unknownStations();

private:
    std::optional<store::Station> stored(const QString &id);

    ApiFixture fixture_;
};

std::optional<store::Station> tst_Stations::stored(const QString &id)
{
    return fixture_.writer()
        .submit([id](store::Database &db) { return store::Stations(db).find(id); })
        .result()
        .value();
}

void tst_Stations::aNewStationHasDefaults()
{
    const auto reply = fixture_.put("/stations/NEW", "{}");
    QCOMPARE(reply.status, 201);
    QCOMPARE(reply.contentType, "application/json"_ba);
    const QJsonObject station = fixture_.get("/stations/NEW").json();
    QCOMPARE(station, reply.json());
    QCOMPARE(station.value("id"_L1).toString(), u"NEW"_s);
    QCOMPARE(station.value("registration"_L1).toString(), u"accepted"_s);
    QCOMPARE(station.value("securityProfile"_L1).toInt(-1), 0);
    QCOMPARE(station.value("callTimeout"_L1).toInt(), 30);
    QCOMPARE(station.value("online"_L1), QJsonValue(false));
    QCOMPARE(station.value("hasPassword"_L1), QJsonValue(false));
    QVERIFY(station.value("lastHeard"_L1).isNull());
    QVERIFY(station.value("boot"_L1).isNull());
    QCOMPARE(station.value("connectors"_L1), QJsonValue(QJsonArray()));
    QCOMPARE(station.value("findingsCount"_L1).toInt(-1), 0);
    QVERIFY(ocpp::parseTimestamp(station.value("created"_L1).toString(), ocpp::Zone::Utc));
}

void tst_Stations::everyMemberIsKept()
{
    QCOMPARE(fixture_
                 .put("/stations/FULL",
                      R"({"registration":"pending","securityProfile":2,"description":"Grüße","site":"Hof",
        "callTimeout":60,"zonelessIsLocal":true,"tagSuffix":"_x"})")
                 .status,
             201);
    const QJsonObject station = fixture_.get("/stations/FULL").json();
    QCOMPARE(station.value("registration"_L1).toString(), u"pending"_s);
    QCOMPARE(station.value("securityProfile"_L1).toInt(), 2);
    QCOMPARE(station.value("description"_L1).toString(), u"Grüße"_s);
    QCOMPARE(station.value("site"_L1).toString(), u"Hof"_s);
    QCOMPARE(station.value("callTimeout"_L1).toInt(), 60);
    QCOMPARE(station.value("zonelessIsLocal"_L1).toBool(), true);
    QCOMPARE(station.value("tagSuffix"_L1).toString(), u"_x"_s);
}

void tst_Stations::whatIsNotNamedStays()
{
    QCOMPARE(fixture_.put("/stations/STAYS", R"({"password":"secret","site":"Hof"})").status, 201);
    QCOMPARE(fixture_.put("/stations/STAYS", R"({"registration":"rejected"})").status, 200);
    const QJsonObject station = fixture_.get("/stations/STAYS").json();
    QCOMPARE(station.value("registration"_L1).toString(), u"rejected"_s);
    QCOMPARE(station.value("site"_L1).toString(), u"Hof"_s);
    QVERIFY(config::verifyPassword(stored(u"STAYS"_s)->passwordHash, "secret"));
}

void tst_Stations::passwordIsHashedAndNeverShown()
{
    const auto reply = fixture_.put("/stations/PW", R"({"password":"hunter2hunter2"})");
    QCOMPARE(reply.status, 201);
    QVERIFY(!reply.body.contains("hunter2"));
    QVERIFY(!reply.json().contains("password"_L1));
    QCOMPARE(reply.json().value("hasPassword"_L1), QJsonValue(true));
    QVERIFY(stored(u"PW"_s)->passwordHash.startsWith(u"$argon2id$"_s));
    QVERIFY(config::verifyPassword(stored(u"PW"_s)->passwordHash, "hunter2hunter2"));
    QCOMPARE(fixture_.put("/stations/PW", R"({"password":null})").json().value("hasPassword"_L1),
             QJsonValue(false));
    QVERIFY(stored(u"PW"_s)->passwordHash.isEmpty());
}

void tst_Stations::whatGetGivesPutTakes()
{
    fixture_.put("/stations/AGAIN", R"({"site":"Hof","securityProfile":1})");
    const auto shown = fixture_.get("/stations/AGAIN");
    const auto again = fixture_.put("/stations/AGAIN", shown.body);
    QCOMPARE(again.status, 200);
    QCOMPARE(again.json(), shown.json());
}

void tst_Stations::idsAreMatchedCaseInsensitively()
{
    fixture_.put("/stations/CamelCase", R"({"site":"a"})");
    QCOMPARE(fixture_.get("/stations/camelcase").json().value("id"_L1).toString(), u"CamelCase"_s);
    QCOMPARE(fixture_.put("/stations/CAMELCASE", R"({"site":"b"})").status, 200);
    QCOMPARE(fixture_.get("/stations/CamelCase").json().value("site"_L1).toString(), u"b"_s);
}

void tst_Stations::idsArePercentDecoded()
{
    QCOMPARE(fixture_.put("/stations/%5AURICH%2B1", "{}").json().value("id"_L1).toString(), u"ZURICH+1"_s);
    QCOMPARE(fixture_.get("/stations/ZURICH+1").status, 200);
}

void tst_Stations::badIds_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::newRow("too long") << QByteArray(49, 'A');
    QTest::newRow("blank") << "A%20B"_ba;
    QTest::newRow("slash") << "A%2FB"_ba;
    QTest::newRow("control character") << "A%0AB"_ba;
    QTest::newRow("NUL") << "A%00B"_ba;
}

void tst_Stations::badIds()
{
    QFETCH(QByteArray, id);
    const auto reply = fixture_.put("/stations/" + id, "{}");
    QCOMPARE(reply.status, 422);
    QCOMPARE(reply.errorCode(), u"badStationId"_s);
}

// One that came by itself, or was accepted as it knocked.
void tst_Stations::unusualIdsCanBeChanged()
{
    fixture_.addStation(u"Car park / left"_s);
    const auto reply = fixture_.put("/stations/Car%20park%20%2F%20left", R"({"site":"yard"})");
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.json().value("site"_L1).toString(), u"yard"_s);
    QCOMPARE(fixture_.get("/stations/Car%20park%20%2F%20left").json().value("site"_L1).toString(), u"yard"_s);
}

// RFC 7617, 2: it could never be given.
void tst_Stations::aColonLeavesNoRoomForAPassword()
{
    QCOMPARE(fixture_.put("/stations/A%3AB", R"({"site":"yard"})").status, 201);
    const auto reply = fixture_.put("/stations/A%3AB", R"({"password":"0123456789abcdef"})");
    QCOMPARE(reply.status, 422);
    QCOMPARE(reply.errorCode(), u"noPasswordPossible"_s);
    QCOMPARE(fixture_.put("/stations/A%3AB", R"({"password":null})").status, 200);
}

void tst_Stations::badBodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("named");
    QTest::newRow("not JSON") << "registration"_ba << 400 << u"not JSON"_s;
    QTest::newRow("cut") << R"({"site":)"_ba << 400 << u"not JSON"_s;
    QTest::newRow("a list") << "[]"_ba << 400 << u"JSON object"_s;
    QTest::newRow("unknown member") << R"({"colour":1})"_ba << 422 << u"/colour"_s;
    QTest::newRow("unknown word") << R"({"registration":"Accepted"})"_ba << 422 << u"/registration"_s;
    QTest::newRow("out of range") << R"({"securityProfile":4})"_ba << 422 << u"/securityProfile"_s;
    QTest::newRow("wrong type") << R"({"callTimeout":"30"})"_ba << 422 << u"/callTimeout"_s;
    QTest::newRow("empty password") << R"({"password":""})"_ba << 422 << u"/password"_s;
}

void tst_Stations::badBodies()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, named);
    const auto reply = fixture_.put("/stations/BAD", body);
    QTEST(reply.status, "status");
    QVERIFY2(reply.errorMessage().contains(named), qPrintable(reply.errorMessage()));
    QCOMPARE(fixture_.get("/stations/BAD").status, 404);
}

void tst_Stations::anEnteredStationKnocksNoMore()
{
    QVERIFY(fixture_.write([](store::Database &db) {
        store::Knocks(db).note(
            {u"Knocker"_s, {}, u"unknown station"_s, u"192.0.2.1"_s, 404, moment(0), moment(0), 1});
    }));
    QCOMPARE(fixture_.get("/knocks").items().size(), 1);
    QCOMPARE(fixture_.put("/stations/KNOCKER", "{}").status, 201);
    QCOMPARE(fixture_.get("/knocks").items().size(), 0);
}

void tst_Stations::removing()
{
    fixture_.put("/stations/GONE", "{}");
    const auto reply = fixture_.del("/stations/gone");
    QCOMPARE(reply.status, 204);
    QVERIFY(reply.body.isEmpty());
    QCOMPARE(fixture_.get("/stations/GONE").status, 404);
    QCOMPARE(fixture_.del("/stations/GONE").status, 404);
}

void tst_Stations::liveSideIsShown()
{
    fixture_.addStation(u"LIVE"_s);
    QVERIFY(fixture_.write([](store::Database &db) {
        store::Stations stations(db);
        store::BootFacts facts;
        facts.vendor = u"Vendor"_s;
        facts.model = u"Model"_s;
        facts.firmwareVersion = u"1.0"_s;
        stations.reportBoot(u"LIVE"_s, facts, moment(1'000));
        stations.reportClockDrift(u"LIVE"_s, std::chrono::milliseconds(-1'500));
        stations.setOnline(u"LIVE"_s, {.node = u"node"_s, .since = moment(1'500)});
        stations.heard(u"node"_s, {{u"LIVE"_s, moment(2'000)}});
        store::StatusChange status;
        status.station = u"LIVE"_s;
        status.connector = 1;
        status.status = u"Charging"_s;
        status.errorCode = u"NoError"_s;
        status.statusTime = moment(3'000);
        status.received = moment(4'000);
        store::Connectors(db).report(status);
    }));
    const QJsonObject station = fixture_.get("/stations/LIVE").json();
    QCOMPARE(station.value("lastHeard"_L1).toString(), u"2026-01-01T00:00:02Z"_s);
    QCOMPARE(station.value("clockDriftMs"_L1).toInt(), -1'500);
    const QJsonObject boot = station.value("boot"_L1).toObject();
    QCOMPARE(boot.value("time"_L1).toString(), u"2026-01-01T00:00:01Z"_s);
    QCOMPARE(boot.value("chargePointVendor"_L1).toString(), u"Vendor"_s);
    QCOMPARE(boot.value("chargePointModel"_L1).toString(), u"Model"_s);
    QVERIFY(boot.value("iccid"_L1).isNull());
    const QJsonObject connector = station.value("connectors"_L1).toArray().first().toObject();
    QCOMPARE(connector.value("connector"_L1).toInt(), 1);
    QCOMPARE(connector.value("status"_L1).toString(), u"Charging"_s);
    QCOMPARE(connector.value("timestamp"_L1).toString(), u"2026-01-01T00:00:03Z"_s);
    const QJsonArray all = fixture_.get("/stations").items();
    QVERIFY(all.contains(station));
}

void tst_Stations::listIsPaged()
{
    ApiFixture fixture;
    for (int i = 0; i < 5; ++i)
        fixture.addStation(u"P%1"_s.arg(i));
    QStringList ids;
    QByteArray after;
    for (int page = 0; page < 3; ++page) {
        const auto reply = fixture.get("/stations?limit=2&after=" + after);
        for (const QJsonValue &item : reply.items())
            ids += item.toObject().value("id"_L1).toString();
        QCOMPARE(reply.json().value("next"_L1).isNull(), page == 2);
        after = reply.json().value("next"_L1).toString().toLatin1();
    }
    QCOMPARE(ids, (QStringList{u"P0"_s, u"P1"_s, u"P2"_s, u"P3"_s, u"P4"_s}));
    QVERIFY(fixture.get("/stations").json().value("next"_L1).isNull());
}

void tst_Stations::badPages_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("limit 0") << "/stations?limit=0"_ba;
    QTest::newRow("limit too large") << "/stations?limit=10001"_ba;
    QTest::newRow("limit is a text") << "/stations?limit=all"_ba;
    QTest::newRow("after is no id") << "/transactions?after=x"_ba;
    QTest::newRow("since is no time") << "/stations/A/messages?since=yesterday"_ba;
    QTest::newRow("from is no time") << "/transactions?from=1"_ba;
    QTest::newRow("state is unknown") << "/transactions?state=Open"_ba;
}

void tst_Stations::badPages()
{
    QFETCH(QByteArray, path);
    const auto reply = fixture_.get(path);
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.errorCode(), u"badParameter"_s);
}

static store::FrameRow frame(const QString &station, qint64 at, bool incoming, int type,
                             const QByteArray &payload)
{
    store::FrameRow row;
    row.station = station;
    row.time = moment(at);
    row.incoming = incoming;
    row.type = type;
    row.messageId = u"m"_s;
    row.action = type == 0 ? QString() : u"Heartbeat"_s;
    row.payload = payload;
    return row;
}

void tst_Stations::messagesInOrder()
{
    fixture_.addStation(u"TALKS"_s);
    QVERIFY(fixture_.write([](store::Database &db) {
        store::Frames frames(db);
        frames.append(frame(u"TALKS"_s, 1'000, true, 2, "{}"));
        frames.append(frame(u"TALKS"_s, 1'001, false, 3, R"({"currentTime":"2026-01-01T00:00:01Z"})"));
        store::FrameRow bad = frame(u"TALKS"_s, 1'002, true, 0, "[2,");
        bad.finding = u"not JSON"_s;
        frames.append(bad);
    }));
    const QJsonArray items = fixture_.get("/stations/talks/messages").items();
    QCOMPARE(items.size(), 3);
    const QJsonObject call = items[0].toObject();
    QCOMPARE(call.value("time"_L1).toString(), u"2026-01-01T00:00:01Z"_s);
    QCOMPARE(call.value("direction"_L1).toString(), u"in"_s);
    QCOMPARE(call.value("type"_L1).toInt(), 2);
    QCOMPARE(call.value("messageId"_L1).toString(), u"m"_s);
    QCOMPARE(call.value("action"_L1).toString(), u"Heartbeat"_s);
    QCOMPARE(call.value("payload"_L1), QJsonValue(QJsonObject()));
    QVERIFY(!call.contains("finding"_L1));
    const QJsonObject answer = items[1].toObject();
    QCOMPARE(answer.value("direction"_L1).toString(), u"out"_s);
    QCOMPARE(answer.value("payload"_L1).toObject().value("currentTime"_L1).toString(),
             u"2026-01-01T00:00:01Z"_s);
    const QJsonObject bad = items[2].toObject();
    QVERIFY(bad.value("type"_L1).isNull());
    QCOMPARE(bad.value("payload"_L1).toString(), u"[2,"_s);
    QCOMPARE(bad.value("finding"_L1).toString(), u"not JSON"_s);
}

void tst_Stations::messagesSince()
{
    fixture_.addStation(u"SINCE"_s);
    QVERIFY(fixture_.write([](store::Database &db) {
        for (int i = 0; i < 5; ++i)
            store::Frames(db).append(frame(u"SINCE"_s, i * 1'000, true, 2, "{}"));
    }));
    QCOMPARE(fixture_.get("/stations/SINCE/messages?since=2026-01-01T00:00:02Z").items().size(), 3);
    // An unencoded plus sign means a blank in a query; it is understood all the same.
    QCOMPARE(fixture_.get("/stations/SINCE/messages?since=2026-01-01T01:00:03+01:00").items().size(), 2);
    QCOMPARE(fixture_.get("/stations/SINCE/messages?since=2026-01-01T01:00:03%2B01:00").items().size(), 2);
    const auto first = fixture_.get("/stations/SINCE/messages?limit=4");
    QCOMPARE(first.items().size(), 4);
    const auto rest = fixture_.get("/stations/SINCE/messages?limit=4&after="
                                   + first.json().value("next"_L1).toString().toLatin1());
    QCOMPARE(rest.items().size(), 1);
    QVERIFY(rest.json().value("next"_L1).isNull());
}

void tst_Stations::findingsWithTheirFrame()
{
    fixture_.addStation(u"FINDS"_s);
    QVERIFY(fixture_.write([](store::Database &db) {
        store::FindingRow finding;
        finding.station = u"FINDS"_s;
        finding.first = finding.last = moment(0);
        finding.code = u"TypeConstraintViolation"_s;
        finding.path = u"/meterStart"_s;
        finding.text = u"a number sent as a text"_s;
        finding.clause = u"6.45"_s;
        finding.action = u"StartTransaction"_s;
        finding.frameId = store::Frames(db).insert(frame(u"FINDS"_s, 0, true, 2, R"({"meterStart":"1"})"));
        store::Findings(db).note(finding);
        store::Findings(db).note(finding);
    }));
    const QJsonArray items = fixture_.get("/stations/FINDS/findings").items();
    QCOMPARE(items.size(), 1);
    const QJsonObject finding = items.first().toObject();
    QCOMPARE(finding.value("count"_L1).toInt(), 2);
    QCOMPARE(finding.value("clause"_L1).toString(), u"6.45"_s);
    QCOMPARE(finding.value("path"_L1).toString(), u"/meterStart"_s);
    QCOMPARE(
        finding.value("frame"_L1).toObject().value("payload"_L1).toObject().value("meterStart"_L1).toString(),
        u"1"_s);
    QCOMPARE(fixture_.get("/stations/FINDS").json().value("findingsCount"_L1).toInt(), 1);
}

void tst_Stations::unknownStations()
{
    for (const QByteArray &path :
         {""_ba, "/messages"_ba, "/findings"_ba, "/configuration"_ba, "/commands"_ba}) {
        const auto reply = fixture_.get("/stations/NOBODY" + path);
        QCOMPARE(reply.status, 404);
        QCOMPARE(reply.errorCode(), u"unknownStation"_s);
    }
}

QTEST_GUILESS_MAIN(tst_Stations)
#include "tst_stations.moc"
