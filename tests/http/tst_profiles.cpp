// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/apifixture.h"
#include "store/chargingprofiles.h"
#include "store/clock.h"
#include "store/commands.h"
#include "store/compositeschedules.h"
#include "store/configuration.h"
#include "store/nodes.h"
#include "store/transactions.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray night =
    R"({"stackLevel":1,"chargingProfilePurpose":"TxDefaultProfile","chargingProfileKind":"Recurring",
    "recurrencyKind":"Daily","chargingSchedule":{"startSchedule":"2026-01-01T21:00:00Z","chargingRateUnit":"A",
    "chargingSchedulePeriod":[{"startPeriod":0,"limit":16},{"startPeriod":28800,"limit":6.1}]}})";

/// An hour of the first limit, then the second, from noon on.
QByteArray steps(const QByteArray &purpose, int level, const QByteArray &first, const QByteArray &second)
{
    return R"({"chargingProfileKind":"Absolute","chargingProfilePurpose":")" + purpose + R"(","stackLevel":)"
           + QByteArray::number(level)
           + R"(,"chargingSchedule":{"startSchedule":"2026-03-10T12:00:00Z","chargingRateUnit":"A",
             "chargingSchedulePeriod":[{"startPeriod":0,"limit":)"
           + first + R"(},{"startPeriod":3600,"limit":)" + second + "}]}}";
}

QByteArray wish(int connector, const QByteArray &profile)
{
    return "{\"connectorId\":" + QByteArray::number(connector) + ",\"profile\":" + profile + "}";
}

} // namespace

class tst_Profiles : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void library();
    void libraryRefusals_data();
    void libraryRefusals();
    void desireByName();
    void desireAnObject();
    void warningsAreReturned();
    void refusals_data();
    void refusals();
    void withdrawing();
    void withdrawingByFilter();
    void inUse();
    void compositeOfTheStation();
    void compositeComputed();
    void compositeOfInstalled();
    void compositeWithTheTransaction();
    void compositeAsATable();
    void compositeOfAllConnectors();
    void compositeAsTheStationIsWired();
    void compositeOfTooMuch();
    void compositeRefusals_data();
    void compositeRefusals();

private:
    /// "second:limit" of each period, "-" where nothing limits.
    QString computed(const QByteArray &query) const;
    QJsonObject place(int index = 0)
    {
        return fixture_.get("/stations/CP/charging-profiles").items()[index].toObject();
    }

    ApiFixture fixture_;
};

void tst_Profiles::initTestCase()
{
    fixture_.addStation(u"CP"_s, true);
    fixture_.addStation(u"OFF"_s);
    QVERIFY(fixture_.write([](store::Database &db) {
        store::Configuration(db).report(u"CP"_s,
                                        {{u"ChargeProfileMaxStackLevel"_s, u"3"_s, true},
                                         {u"ChargingScheduleAllowedChargingRateUnit"_s, u"Current"_s, true},
                                         {u"NumberOfConnectors"_s, u"2"_s, true}},
                                        moment(0));
    }));
}

void tst_Profiles::init()
{
    QVERIFY(fixture_.write([](store::Database &db) {
        db.run(u"DELETE FROM station_profiles"_s);
        db.run(u"DELETE FROM charging_profiles"_s);
    }));
}

void tst_Profiles::library()
{
    const auto created = fixture_.put("/charging-profiles/Night", night);
    QCOMPARE(created.status, 201);
    const QJsonObject expected = QJsonDocument::fromJson(night).object();
    QCOMPARE(created.json().value("profile"_L1).toObject(), expected);
    QCOMPARE(fixture_.put("/charging-profiles/NIGHT", night).status, 200);
    const auto shown = fixture_.get("/charging-profiles/night");
    QCOMPARE(shown.status, 200);
    QCOMPARE(shown.json().value("name"_L1).toString(), u"NIGHT"_s);
    QCOMPARE(shown.json().value("profile"_L1).toObject(), expected);
    QCOMPARE(shown.json().value("places"_L1).toInt(-1), 0);
    QCOMPARE(fixture_.get("/charging-profiles").items().size(), 1);
    QCOMPARE(fixture_.del("/charging-profiles/night").status, 204);
    QCOMPARE(fixture_.del("/charging-profiles/night").status, 404);
    QCOMPARE(fixture_.get("/charging-profiles/night").errorCode(), u"unknownChargingProfile"_s);
}

void tst_Profiles::libraryRefusals_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("path");
    QTest::newRow("no profile") << "N"_ba
                                << "{}"_ba << u"invalidProfile"_s << u"/stackLevel"_s;
    QTest::newRow("long name") << QByteArray(101, 'n') << night << u"badName"_s << QString();
    QTest::newRow("two decimals") << "N"_ba << QByteArray(night).replace("6.1", "6.15") << u"invalidProfile"_s
                                  << u"/chargingSchedule/chargingSchedulePeriod/1/limit"_s;
    QTest::newRow("no recurrency") << "N"_ba << QByteArray(night).replace("\"recurrencyKind\":\"Daily\",", "")
                                   << u"unfitProfile"_s << u"/recurrencyKind"_s;
}

void tst_Profiles::libraryRefusals()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, body);
    const auto reply = fixture_.put("/charging-profiles/" + name, body);
    QCOMPARE(reply.status, 422);
    QTEST(reply.errorCode(), "code");
    QTEST(reply.json()["error"_L1]["path"_L1].toString(), "path");
}

void tst_Profiles::desireByName()
{
    QCOMPARE(fixture_.put("/charging-profiles/Night", night).status, 201);
    const auto reply = fixture_.put("/stations/cp/charging-profiles", wish(1, "\"night\""));
    QCOMPARE(reply.status, 200);
    const QJsonObject row = reply.json();
    QCOMPARE(row.value("connectorId"_L1).toInt(), 1);
    QCOMPARE(row.value("name"_L1).toString(), u"Night"_s);
    QCOMPARE(row.value("chargingProfileId"_L1).toInt(), 1);
    QCOMPARE(row.value("state"_L1).toString(), u"pending"_s);
    QCOMPARE(row["desired"_L1]["stackLevel"_L1].toInt(), 1);
    QVERIFY(row.value("reported"_L1).isNull() && row.value("transactionId"_L1).isNull());
    QCOMPARE(row.value("problems"_L1).toArray().size(), 0);
    QCOMPARE(place(), row);
    QCOMPARE(fixture_.get("/charging-profiles/night").json().value("places"_L1).toInt(), 1);
    // A change of the library reaches it.
    QCOMPARE(fixture_.put("/charging-profiles/Night", QByteArray(night).replace("6.1", "8")).status, 200);
    QCOMPARE(place()["desired"_L1]["chargingSchedule"_L1]["chargingSchedulePeriod"_L1][1]["limit"_L1].toDouble(), 8.0);
}

void tst_Profiles::desireAnObject()
{
    const auto reply = fixture_.put("/stations/CP/charging-profiles", wish(0, night));
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.json().value("name"_L1).isNull());
    QCOMPARE(reply.json()["desired"_L1]["chargingProfileId"_L1].toInt(), 1);
}

void tst_Profiles::warningsAreReturned()
{
    const auto reply = fixture_.put("/stations/CP/charging-profiles", wish(1, QByteArray(night).replace("6.1", "5")));
    QCOMPARE(reply.status, 200);
    const QJsonObject problem = reply.json().value("problems"_L1).toArray().first().toObject();
    QCOMPARE(problem.value("kind"_L1).toString(), u"limitMeansNothing"_s);
    QCOMPARE(problem.value("severity"_L1).toString(), u"warning"_s);
    QCOMPARE(problem.value("path"_L1).toString(), u"/profile/chargingSchedule/chargingSchedulePeriod/1/limit"_s);
    QCOMPARE(problem.value("values"_L1).toArray(), QJsonArray{u"5"_s});
}

void tst_Profiles::refusals_data()
{
    QTest::addColumn<QByteArray>("station");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("path");
    const QString none;
    QTest::newRow("unknown station") << "NO"_ba << wish(1, night) << 404 << u"unknownStation"_s << none;
    QTest::newRow("unknown name") << "CP"_ba << wish(1, "\"dawn\"") << 422 << u"unknownChargingProfile"_s
                                  << u"/profile"_s;
    QTest::newRow("no profile") << "CP"_ba
                                << R"({"connectorId":1})"_ba << 422 << u"badMember"_s << u"/profile"_s;
    QTest::newRow("a number") << "CP"_ba << wish(1, "7") << 422 << u"badMember"_s << u"/profile"_s;
    QTest::newRow("connector") << "CP"_ba << wish(3, night) << 422 << u"unfitProfile"_s << u"/connectorId"_s;
    QTest::newRow("stack level") << "CP"_ba
                                 << wish(1, QByteArray(night).replace("\"stackLevel\":1", "\"stackLevel\":4")) << 422
                                 << u"unfitProfile"_s << u"/profile/stackLevel"_s;
    QTest::newRow("unit") << "CP"_ba << wish(1, QByteArray(night).replace("\"A\"", "\"W\"")) << 422 << u"unfitProfile"_s
                          << u"/profile/chargingSchedule/chargingRateUnit"_s;
    QTest::newRow("enumeration") << "CP"_ba << wish(1, QByteArray(night).replace("\"A\"", "\"kW\"")) << 422
                                 << u"invalidProfile"_s << u"/profile/chargingSchedule/chargingRateUnit"_s;
}

void tst_Profiles::refusals()
{
    QFETCH(QByteArray, station);
    QFETCH(QByteArray, body);
    const auto reply = fixture_.put("/stations/" + station + "/charging-profiles", body);
    QTEST(reply.status, "status");
    QTEST(reply.errorCode(), "code");
    QTEST(reply.json()["error"_L1]["path"_L1].toString(), "path");
    QCOMPARE(fixture_.get("/stations/CP/charging-profiles").items().size(), 0);
}

void tst_Profiles::withdrawing()
{
    fixture_.put("/stations/CP/charging-profiles", wish(1, night));
    QVERIFY(fixture_.write([](store::Database &db) {
        const auto row = store::ChargingProfiles(db).list(u"CP"_s).first();
        store::ChargingProfiles(db).setAccepted(u"CP"_s, 1, store::profileToSend(row, moment(0)), {true, {}},
                                                moment(0));
    }));
    QCOMPARE(place().value("state"_L1).toString(), u"installed"_s);
    QCOMPARE(place().value("reportedAt"_L1).toString(), u"2026-01-01T00:00:00Z"_s);
    QCOMPARE(fixture_.del("/stations/CP/charging-profiles").status, 204);
    QCOMPARE(place().value("state"_L1).toString(), u"clearing"_s);
    QVERIFY(place().value("desired"_L1).isNull());
    QCOMPARE(fixture_.del("/stations/NO/charging-profiles").status, 404);
}

void tst_Profiles::withdrawingByFilter()
{
    fixture_.put("/stations/CP/charging-profiles", wish(1, night));
    fixture_.put("/stations/CP/charging-profiles", wish(2, night));
    QCOMPARE(fixture_.del("/stations/CP/charging-profiles?connectorId=1&stackLevel=0").status, 204);
    QCOMPARE(fixture_.get("/stations/CP/charging-profiles").items().size(), 2);
    QCOMPARE(
        fixture_.del("/stations/CP/charging-profiles?connectorId=1&chargingProfilePurpose=TxDefaultProfile").status,
        204);
    QCOMPARE(fixture_.get("/stations/CP/charging-profiles").items().size(), 1);
    QCOMPARE(fixture_.del("/stations/CP/charging-profiles?id=x").errorCode(), u"badParameter"_s);
}

void tst_Profiles::inUse()
{
    fixture_.put("/charging-profiles/Night", night);
    fixture_.put("/stations/CP/charging-profiles", wish(1, "\"Night\""));
    const auto refused = fixture_.del("/charging-profiles/Night");
    QCOMPARE(refused.status, 409);
    QVERIFY(refused.errorMessage().contains(u"CP"_s));
    fixture_.del("/stations/CP/charging-profiles");
    QCOMPARE(fixture_.del("/charging-profiles/Night").status, 204);
}

void tst_Profiles::compositeOfTheStation()
{
    QVERIFY(fixture_.write([](store::Database &db) { // the node that holds the station lives
        store::Nodes(db).renew({u"node"_s, u"node"_s, store::now() + std::chrono::hours(1)});
    }));
    QCOMPARE(fixture_.get("/stations/CP/composite-schedule?source=kept&connectorId=1").status, 404);
    QVERIFY(fixture_.write([](store::Database &db) {
        store::CompositeSchedules(db).report(
            {u"CP"_s, 1, u"A"_s, moment(0), moment(0), 600,
             R"({"chargingRateUnit":"A","chargingSchedulePeriod":[{"startPeriod":0,"limit":16}]})"});
    }));
    const auto kept = fixture_.get("/stations/CP/composite-schedule?source=kept&connectorId=1");
    QCOMPARE(kept.status, 200);
    QCOMPARE(kept.json().value("askedAt"_L1).toString(), u"2026-01-01T00:00:00Z"_s);
    QCOMPARE(kept.json()["chargingSchedule"_L1]["chargingSchedulePeriod"_L1][0]["limit"_L1].toInt(), 16);
    // Asked now: the question is a command, with what was asked for.
    const auto waiting = fixture_.get(
        "/stations/CP/composite-schedule?source=station&connectorId=1&duration=900&chargingRateUnit=W&wait=0");
    QCOMPARE(waiting.status, 504);
    store::Command command;
    QVERIFY(fixture_.write(
        [&command](store::Database &db) { command = store::Commands(db).list({.station = u"CP"_s}).value(0); }));
    QCOMPARE(command.action, u"GetCompositeSchedule"_s);
    QCOMPARE(command.payload, R"({"chargingRateUnit":"W","connectorId":1,"duration":900})"_ba);
}

QString tst_Profiles::computed(const QByteArray &query) const
{
    const auto reply =
        fixture_.get("/stations/CP/composite-schedule?from=2026-03-10T12:00:00Z&duration=14400&" + query);
    const QJsonObject schedule = reply.json()["chargingSchedule"_L1].toObject();
    QStringList periods;
    for (const QJsonValue &period : schedule["chargingSchedulePeriod"_L1].toArray())
        periods.append(u"%1:%2"_s.arg(period["startPeriod"_L1].toInt())
                           .arg(period["limit"_L1].isNull() ? u"-"_s : QString::number(period["limit"_L1].toDouble())));
    return reply.status == 200 ? periods.join(u' ') : QString::number(reply.status);
}

void tst_Profiles::compositeComputed()
{
    QCOMPARE(computed("connectorId=1"), u"0:-"_s);
    QCOMPARE(fixture_.put("/stations/CP/charging-profiles", wish(1, steps("TxDefaultProfile", 0, "16", "10"))).status,
             200);
    QCOMPARE(
        fixture_.put("/stations/CP/charging-profiles", wish(0, steps("ChargePointMaxProfile", 0, "20", "13"))).status,
        200);
    QCOMPARE(computed("connectorId=1"), u"0:16 3600:10"_s);
    QCOMPARE(computed("connectorId=2"), u"0:20 3600:13"_s);
    QCOMPARE(computed("connectorId=0"), u"0:20 3600:13"_s);
    QCOMPARE(computed("connectorId=1&chargingRateUnit=W&phases=1"), u"0:3680 3600:2300"_s);
    const auto reply =
        fixture_.get("/stations/CP/composite-schedule?connectorId=1&from=2026-03-10T12:00:00Z&duration=60");
    QCOMPARE(reply.json()["scheduleStart"_L1].toString(), u"2026-03-10T12:00:00Z"_s);
    QCOMPARE(reply.json()["duration"_L1].toInt(), 60);
    const QJsonValue source = reply.json()["chargingSchedule"_L1]["chargingSchedulePeriod"_L1][0]["source"_L1];
    QCOMPARE(source["chargingProfilePurpose"_L1].toString(), u"TxDefaultProfile"_s);
    QCOMPARE(source["beaten"_L1][0]["reason"_L1].toString(), u"notLower"_s);
}

void tst_Profiles::compositeOfInstalled()
{
    QCOMPARE(fixture_.put("/stations/CP/charging-profiles", wish(1, steps("TxDefaultProfile", 0, "16", "10"))).status,
             200);
    QCOMPARE(computed("connectorId=1&profiles=installed"), u"0:-"_s); // it is still to be sent
    const QJsonObject other = QJsonDocument::fromJson(steps("TxDefaultProfile", 1, "8", "7")).object();
    QVERIFY(fixture_.write([other](store::Database &db) { // by a command of somebody
        QJsonObject accepted = other;
        accepted.insert("chargingProfileId"_L1, 77);
        store::ChargingProfiles(db).setAccepted(u"CP"_s, 1, accepted, {}, moment(0));
    }));
    QCOMPARE(computed("connectorId=1&profiles=installed"), u"0:8 3600:7"_s);
    QCOMPARE(computed("connectorId=1"), u"0:8 3600:7"_s);
    QCOMPARE(fixture_.del("/stations/CP/charging-profiles?stackLevel=1").status, 204);
    QCOMPARE(computed("connectorId=1"), u"0:16 3600:10"_s); // it is to be cleared
    QCOMPARE(computed("connectorId=1&profiles=installed"), u"0:8 3600:7"_s);
}

void tst_Profiles::compositeWithTheTransaction()
{
    const QByteArray relative = steps("TxDefaultProfile", 0, "16", "10").replace("Absolute", "Relative");
    QCOMPARE(fixture_.put("/stations/CP/charging-profiles", wish(2, relative)).status, 200);
    QCOMPARE(computed("connectorId=2"), u"0:16 3600:10"_s); // as if a car came then
    qint64 id = 0;
    QVERIFY(fixture_.write([&id](store::Database &db) {
        store::Transaction start;
        start.station = u"CP"_s;
        start.connector = 2;
        start.idTag = u"TAG"_s;
        start.startedAt = start.startReceived = ocpp::parseTimestamp(u"2026-03-10T11:30:00Z"_s, ocpp::Zone::Utc)->value;
        id = store::Transactions(db).begin(start).transaction.id;
    }));
    QCOMPARE(computed("connectorId=2"), u"0:16 1800:10"_s);
    QCOMPARE(fixture_.put("/stations/CP/charging-profiles", wish(2, steps("TxProfile", 0, "9", "8"))).status, 200);
    QCOMPARE(computed("connectorId=2"), u"0:9 3600:8"_s);
    QVERIFY(fixture_.write(
        [id](store::Database &db) { store::Transactions(db).close(id, u"operator"_s, u"test"_s, moment(0)); }));
}

void tst_Profiles::compositeAsATable()
{
    const QByteArray path =
        "/stations/CP/composite-schedule?connectorId=1&from=2026-03-10T12:00:00Z&duration=60&format=csv";
    const auto table = fixture_.get(path);
    QCOMPARE(table.status, 200);
    QVERIFY(table.contentType.startsWith("text/csv"));
    QVERIFY(table.body.contains("\r\n2026-03-10T12:00:00Z,2026-03-10T12:01:00Z,0,60,,A,"));
    QVERIFY(fixture_.write([](store::Database &db) {
        store::CompositeSchedules(db).report(
            {u"CP"_s, 1, u"A"_s, moment(0), moment(0), 600,
             R"({"chargingRateUnit":"A","chargingSchedulePeriod":[{"startPeriod":0,"limit":16}]})"});
    }));
    const auto kept = fixture_.get("/stations/CP/composite-schedule?source=kept&connectorId=1&format=csv");
    QVERIFY(kept.body.contains("\r\n2026-01-01T00:00:00Z,2026-01-01T00:10:00Z,0,600,16,A,"));
    QCOMPARE(kept.disposition, "attachment; filename*=UTF-8''composite-CP-1.csv"_ba);
}

void tst_Profiles::compositeOfAllConnectors()
{
    QCOMPARE(fixture_.put("/stations/CP/charging-profiles", wish(1, steps("TxDefaultProfile", 0, "16", "10"))).status,
             200);
    QCOMPARE(fixture_.put("/stations/CP/charging-profiles", wish(2, steps("TxDefaultProfile", 0, "8", "7"))).status,
             200);
    const QByteArray path = "/stations/CP/composite-schedule?connectorId=all&from=2026-03-10T12:00:00Z&duration=60";
    const QJsonArray all = fixture_.get(path).items();
    QCOMPARE(all.size(), 2);
    QCOMPARE(all[1]["connectorId"_L1].toInt(), 2);
    QCOMPARE(all[1]["chargingSchedule"_L1]["chargingSchedulePeriod"_L1][0]["limit"_L1].toInt(), 8);
    const auto table = fixture_.get(path + "&format=csv");
    QVERIFY(table.body.startsWith("connector,start,end,"));
    QVERIFY(table.body.contains("\r\n1,2026-03-10T12:00:00Z,2026-03-10T12:01:00Z,0,60,16,A,"));
    QVERIFY(table.body.contains("\r\n2,2026-03-10T12:00:00Z,2026-03-10T12:01:00Z,0,60,8,A,"));
    QCOMPARE(table.disposition, "attachment; filename*=UTF-8''composite-CP-all.csv"_ba);
    // What is kept: the latest of each.
    QVERIFY(fixture_.write([](store::Database &db) {
        const QByteArray told = R"({"chargingRateUnit":"%","chargingSchedulePeriod":[{"startPeriod":0,"limit":16}]})";
        store::CompositeSchedules schedules(db);
        schedules.report({u"CP"_s, 1, u"A"_s, moment(0), moment(0), 600, QByteArray(told).replace('%', 'A')});
        schedules.report({u"CP"_s, 1, u"W"_s, moment(1000), moment(0), 600, QByteArray(told).replace('%', 'W')});
        schedules.report({u"CP"_s, 2, u"A"_s, moment(0), moment(0), 600, QByteArray(told).replace('%', 'A')});
    }));
    const QJsonArray kept = fixture_.get("/stations/CP/composite-schedule?connectorId=all&source=kept").items();
    QCOMPARE(kept.size(), 2);
    QCOMPARE(kept[0]["chargingSchedule"_L1]["chargingRateUnit"_L1].toString(), u"W"_s);
    const auto inAmperes =
        fixture_.get("/stations/CP/composite-schedule?connectorId=all&source=kept&chargingRateUnit=A").items();
    QCOMPARE(inAmperes[0]["chargingSchedule"_L1]["chargingRateUnit"_L1].toString(), u"A"_s);
}

void tst_Profiles::compositeAsTheStationIsWired()
{
    QCOMPARE(fixture_.put("/stations/CP/charging-profiles", wish(1, steps("TxDefaultProfile", 0, "16", "10"))).status,
             200);
    QCOMPARE(computed("connectorId=1&chargingRateUnit=W"), u"0:11040 3600:6900"_s); // it has no place in a site
    QCOMPARE(fixture_
                 .put("/sites/Yard", R"({"fuses":[{"name":"Main","amps":63}],
                      "members":[{"station":"CP","fuse":"Main","phases":["L1"],"voltage":120}]})")
                 .status,
             201);
    QCOMPARE(computed("connectorId=1&chargingRateUnit=W"), u"0:1920 3600:1200"_s);
    QCOMPARE(computed("connectorId=1&chargingRateUnit=W&phases=3"), u"0:5760 3600:3600"_s);
    QCOMPARE(computed("connectorId=1&chargingRateUnit=W&voltage=230"), u"0:3680 3600:2300"_s);
    QCOMPARE(fixture_.del("/sites/Yard").status, 204);
}

void tst_Profiles::compositeOfTooMuch()
{
    QJsonArray periods;
    for (int start = 0; start < 86400; start += 600)
        periods.append(QJsonObject{{u"startPeriod"_s, start}, {u"limit"_s, 6 + start % 7}});
    const QJsonObject profile{{u"chargingProfileId"_s, 1},
                              {u"stackLevel"_s, 0},
                              {u"chargingProfilePurpose"_s, u"TxDefaultProfile"_s},
                              {u"chargingProfileKind"_s, u"Recurring"_s},
                              {u"recurrencyKind"_s, u"Daily"_s},
                              {u"chargingSchedule"_s, QJsonObject{{u"startSchedule"_s, u"2026-01-01T00:00:00Z"_s},
                                                                  {u"chargingRateUnit"_s, u"A"_s},
                                                                  {u"chargingSchedulePeriod"_s, periods}}}};
    QCOMPARE(fixture_.put("/stations/CP/charging-profiles", wish(0, QJsonDocument(profile).toJson())).status, 200);
    const QByteArray path = "/stations/CP/composite-schedule?from=2026-03-10T12:00:00Z&connectorId=";
    QCOMPARE(fixture_.get(path + "0&duration=86400").status, 200);
    const auto refused = fixture_.get(path + "0&duration=31622400");
    QCOMPARE(refused.status, 422);
    QCOMPARE(refused.json()["error"_L1]["code"_L1].toString(), u"tooManyPeriods"_s);
    QCOMPARE(fixture_.get(path + "all&duration=31622400").status, 422);
}

void tst_Profiles::compositeRefusals_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    QTest::newRow("computed, connector") << "/stations/CP/composite-schedule?connectorId=9"_ba << 404;
    QTest::newRow("computed, unknown") << "/stations/NO/composite-schedule"_ba << 404;
    QTest::newRow("computed, too far") << "/stations/CP/composite-schedule?duration=99999999"_ba << 400;
    QTest::newRow("computed, from") << "/stations/CP/composite-schedule?from=tomorrow"_ba << 400;
    QTest::newRow("computed, voltage") << "/stations/CP/composite-schedule?voltage=0"_ba << 400;
    QTest::newRow("computed, phases") << "/stations/CP/composite-schedule?phases=4"_ba << 400;
    QTest::newRow("computed, profiles") << "/stations/CP/composite-schedule?profiles=some"_ba << 400;
    QTest::newRow("format") << "/stations/CP/composite-schedule?format=xml"_ba << 400;
    QTest::newRow("size") << "/stations/CP/composite-schedule?format=svg&size=1x1"_ba << 400;
    QTest::newRow("connector, a word") << "/stations/CP/composite-schedule?connectorId=each"_ba << 400;
    QTest::newRow("source") << "/stations/CP/composite-schedule?source=guess"_ba << 400;
    QTest::newRow("unit") << "/stations/CP/composite-schedule?source=kept&chargingRateUnit=kW"_ba << 400;
    QTest::newRow("connector") << "/stations/CP/composite-schedule?source=kept&connectorId=-1"_ba << 400;
    QTest::newRow("unknown") << "/stations/NO/composite-schedule?source=kept"_ba << 404;
    QTest::newRow("unknown, asked") << "/stations/NO/composite-schedule?source=station"_ba << 404;
    QTest::newRow("offline") << "/stations/OFF/composite-schedule?source=station"_ba << 409;
}

void tst_Profiles::compositeRefusals()
{
    QFETCH(QByteArray, path);
    QTEST(fixture_.get(path).status, "status");
}

QTEST_GUILESS_MAIN(tst_Profiles)
#include "tst_profiles.moc"
