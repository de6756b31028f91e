// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginefixture.h"
#include "json.h"
#include "ocpp/codec.h"
#include "ocpp/messages.h"
#include "store/connectors.h"
#include "store/stationevents.h"
#include "teststation.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// Behaviour 22, 23: strict out, lenient in.
class tst_Leniency : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void everyAnswerIsStrict_data();
    void everyAnswerIsStrict();
    void deviationsAreAcceptedAndNoted_data();
    void deviationsAreAcceptedAndNoted();
    void findingsAreCounted();
    void timesWithoutAZone();
    void clockDriftIsNoted();
    void queuedStatusIsNoDrift();
    void eventsAreKept_data();
    void eventsAreKept();

private:
    std::unique_ptr<EngineFixture> engine_;
    std::unique_ptr<TestStation> station_;
};

namespace {

const QJsonObject boot = R"({"chargePointVendor":"V","chargePointModel":"M"})"_json;
const QJsonObject start =
    R"({"connectorId":1,"idTag":"TAG","meterStart":1000,"timestamp":"2024-05-01T10:00:00Z"})"_json;
const QJsonObject stop =
    R"({"transactionId":1,"idTag":"TAG","meterStop":6000,"timestamp":"2024-05-01T11:00:00Z"})"_json;
const QJsonObject status = R"({"connectorId":1,"errorCode":"NoError","status":"Available"})"_json;

} // namespace

void tst_Leniency::init()
{
    engine_ = std::make_unique<EngineFixture>();
    engine_->addStation(u"CP-1"_s);
    station_ = std::make_unique<TestStation>(u"CP-1"_s);
    QVERIFY(station_->connectTo(engine_->port()));
    QCOMPARE(station_->boot(), u"Accepted"_s);
}

void tst_Leniency::cleanup()
{
    station_.reset();
    engine_.reset();
}

void tst_Leniency::everyAnswerIsStrict_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QJsonObject>("payload");
    const auto row = [](const QString &action, const QJsonObject &payload) {
        QTest::newRow(qPrintable(action)) << action << payload;
    };
    row(u"Authorize"_s, R"({"idTag":"TAG"})"_json);
    row(u"BootNotification"_s, boot);
    row(u"DataTransfer"_s, R"({"vendorId":"v","messageId":"m","data":"d"})"_json);
    row(u"DiagnosticsStatusNotification"_s, R"({"status":"Uploaded"})"_json);
    row(u"FirmwareStatusNotification"_s, R"({"status":"Installed"})"_json);
    row(u"Heartbeat"_s, {});
    row(u"LogStatusNotification"_s, R"({"status":"Uploaded","requestId":1})"_json);
    row(u"MeterValues"_s, R"({"connectorId":1,"meterValue":[{"timestamp":"2024-05-01T10:30:00Z",
        "sampledValue":[{"value":"1","measurand":"SoC","unit":"Percent","location":"EV"}]}]})"_json);
    row(u"SecurityEventNotification"_s, R"({"type":"InvalidMessages","timestamp":"2024-05-01T10:30:00Z"})"_json);
    row(u"SignCertificate"_s, R"({"csr":"-----BEGIN"})"_json);
    row(u"SignedFirmwareStatusNotification"_s, R"({"status":"Installed","requestId":1})"_json);
    row(u"StartTransaction"_s, start);
    row(u"StatusNotification"_s, status);
    row(u"StopTransaction"_s, stop);
}

void tst_Leniency::everyAnswerIsStrict()
{
    QFETCH(QString, action);
    QFETCH(QJsonObject, payload);
    const Answer answer = station_->call(action, payload);
    QCOMPARE(answer.type, 3);
    const auto fault = ocpp::check(ocpp::messageInfo(action)->response, answer.payload);
    QVERIFY2(!fault, fault ? qPrintable(fault->path + u' ' + fault->text) : "");
    QCOMPARE(engine_->findingTexts(u"CP-1"_s), QString());
}

void tst_Leniency::deviationsAreAcceptedAndNoted_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QJsonObject>("payload");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *name, const QString &action, const QJsonObject &payload, const QString &path) {
        QTest::newRow(name) << action << payload << path;
    };
    row("too long", u"BootNotification"_s, with(boot, "chargePointVendor"_L1, QString(60, u'V')),
        u"/chargePointVendor"_s);
    row("tag too long", u"StartTransaction"_s, with(start, "idTag"_L1, QString(36, u'T')), u"/idTag"_s);
    row("number as text", u"StartTransaction"_s, with(start, "meterStart"_L1, u"1000"_s), u"/meterStart"_s);
    row("text as number", u"StartTransaction"_s, with(start, "idTag"_L1, 12345), u"/idTag"_s);
    row("fraction", u"StartTransaction"_s, with(start, "meterStart"_L1, 1000.4), u"/meterStart"_s);
    row("unknown member", u"StartTransaction"_s, with(start, "vendorThing"_L1, true), u"/vendorThing"_s);
    row("null", u"StatusNotification"_s, with(status, "info"_L1, QJsonValue::Null), u"/info"_s);
    row("empty optional", u"StopTransaction"_s, with(stop, "reason"_L1, u""_s), u"/reason"_s);
    row("unknown optional", u"StopTransaction"_s, with(stop, "reason"_L1, u"Boredom"_s), u"/reason"_s);
    row("other letters", u"StatusNotification"_s, with(status, "status"_L1, u"available"_s), u"/status"_s);
    row("no zone", u"StartTransaction"_s, with(start, "timestamp"_L1, u"2024-05-01T10:00:00"_s), u"/timestamp"_s);
    row("clock not set", u"StartTransaction"_s, with(start, "timestamp"_L1, u"1970-01-01T00:00:07Z"_s),
        u"/timestamp"_s);
}

void tst_Leniency::deviationsAreAcceptedAndNoted()
{
    QFETCH(QString, action);
    QFETCH(QJsonObject, payload);
    QFETCH(QString, path);
    QCOMPARE(station_->call(action, payload).type, 3);
    const auto findings = engine_->findings(u"CP-1"_s);
    QVERIFY2(findings.size() == 1, qPrintable(engine_->findingTexts(u"CP-1"_s)));
    QCOMPARE(findings.constFirst().path, path);
    QCOMPARE(findings.constFirst().action, action);
    QVERIFY(!findings.constFirst().code.isEmpty());
    const auto parked = engine_->parked(u"CP-1"_s);
    QVERIFY(std::ranges::none_of(parked, [](const auto &p) { return p.kind == u"undecodable"_s; }));
    QCOMPARE(engine_->transactions(u"CP-1"_s).size(), action == u"StartTransaction"_s ? 1 : 0);
    const auto frames = engine_->frames(u"CP-1"_s);
    const auto logged = std::ranges::find_if(frames, [](const auto &f) { return !f.finding.isEmpty(); });
    QVERIFY(logged != frames.end());
    QCOMPARE(logged->action, action);
}

void tst_Leniency::findingsAreCounted()
{
    for (int i = 0; i < 3; ++i)
        station_->call(u"StatusNotification"_s, with(status, "status"_L1, u"available"_s));
    station_->call(u"StatusNotification"_s, with(status, "errorCode"_L1, u"noerror"_s));
    const auto findings = engine_->findings(u"CP-1"_s);
    QCOMPARE(findings.size(), 2);
    const auto available = std::ranges::find(findings, 3, &store::FindingRow::count);
    QVERIFY(available != findings.end());
    QVERIFY(available->last >= available->first);
    QVERIFY(!available->clause.isEmpty());
}

// Behaviour 22: per station UTC or local.
void tst_Leniency::timesWithoutAZone()
{
    engine_->addStation(u"CP-2"_s, [](store::Station &station) { station.zonelessIsLocal = true; });
    TestStation local(u"CP-2"_s);
    QVERIFY(local.connectTo(engine_->port()));
    const QString text = u"2024-05-01T10:00:00"_s;
    QCOMPARE(station_->call(u"StartTransaction"_s, with(start, "timestamp"_L1, text)).type, 3);
    QCOMPARE(local.call(u"StartTransaction"_s, with(start, "timestamp"_L1, text)).type, 3);
    const QDateTime utc(QDate(2024, 5, 1), QTime(10, 0), Qt::UTC);
    const QDateTime here(QDate(2024, 5, 1), QTime(10, 0), Qt::LocalTime);
    const auto started = [this](const QString &station) {
        return engine_->transactions(station).constFirst().startedAt.time_since_epoch().count();
    };
    QVERIFY(utc != here); // the test's own zone, see CMakeLists.txt
    QCOMPARE(started(u"CP-1"_s), utc.toMSecsSinceEpoch());
    QCOMPARE(started(u"CP-2"_s), here.toMSecsSinceEpoch());
}

void tst_Leniency::clockDriftIsNoted()
{
    const QDateTime late = QDateTime::currentDateTimeUtc().addSecs(-600);
    station_->call(u"StatusNotification"_s, with(status, "timestamp"_L1, late.toString(Qt::ISODateWithMs)));
    const auto drift = engine_->station(u"CP-1"_s).clockDriftMs;
    QVERIFY(drift.has_value());
    QVERIFY2(*drift > -620'000 && *drift < -590'000, qPrintable(QString::number(*drift)));
    station_->call(u"StatusNotification"_s, status);
    QCOMPARE(engine_->station(u"CP-1"_s).clockDriftMs, drift); // without a time it says nothing
}

// Offline stations keep their messages, which are late then; the clock is not to blame.
void tst_Leniency::queuedStatusIsNoDrift()
{
    csms::Policy policy = EngineFixture::quietPolicy();
    policy.pauseBeforeLive = std::chrono::hours(1);
    station_.reset();
    engine_ = std::make_unique<EngineFixture>(policy);
    engine_->addStation(u"CP-1"_s);
    station_ = std::make_unique<TestStation>(u"CP-1"_s);
    QVERIFY(station_->connectTo(engine_->port()));
    QCOMPARE(station_->boot(), u"Accepted"_s);
    const auto report = [this](int seconds) {
        const QDateTime time = QDateTime::currentDateTimeUtc().addSecs(seconds);
        station_->call(u"StatusNotification"_s, with(status, "timestamp"_L1, time.toString(Qt::ISODateWithMs)));
        return engine_->station(u"CP-1"_s).clockDriftMs;
    };
    QCOMPARE(report(-7'200), std::nullopt);
    const auto ahead = report(7'200);
    QVERIFY(ahead && *ahead > 7'000'000);
}

void tst_Leniency::eventsAreKept_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QJsonObject>("payload");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("status");
    QTest::newRow("firmware") << u"FirmwareStatusNotification"_s << R"({"status":"Installing"})"_json << u"firmware"_s
                              << u"Installing"_s;
    QTest::newRow("diagnostics") << u"DiagnosticsStatusNotification"_s << R"({"status":"UploadFailed"})"_json
                                 << u"diagnostics"_s << u"UploadFailed"_s;
    QTest::newRow("log") << u"LogStatusNotification"_s << R"({"status":"Uploading","requestId":5})"_json << u"log"_s
                         << u"Uploading"_s;
}

void tst_Leniency::eventsAreKept()
{
    QFETCH(QString, action);
    QFETCH(QJsonObject, payload);
    QFETCH(QString, kind);
    QFETCH(QString, status);
    QCOMPARE(station_->call(action, payload).type, 3);
    store::StationEventFilter filter;
    filter.station = u"CP-1"_s;
    filter.kind = kind;
    const auto events =
        engine_->onStore([filter](store::Database &db) { return store::StationEvents(db).list(filter); });
    QCOMPARE(events.size(), 1);
    QCOMPARE(events.constFirst().status, status);
}

QTEST_GUILESS_MAIN(tst_Leniency)
#include "tst_leniency.moc"
