// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/samplesite.h"

#include "store/attention.h"
#include "store/certificaterequests.h"
#include "store/clock.h"
#include "store/commands.h"
#include "store/configuration.h"
#include "store/connectors.h"
#include "store/findings.h"
#include "store/frames.h"
#include "store/idtags.h"
#include "store/knocks.h"
#include "store/nodes.h"
#include "store/reconciliations.h"
#include "store/securityevents.h"
#include "store/stations.h"
#include "store/transactions.h"

#include <array>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace samplesite {
namespace {

const QString node = u"sample"_s;

struct Sample {
    const char *id;
    const char *description;
    const char *vendor;
    const char *model;
    const char *firmware;
    std::array<const char *, 2> statuses; ///< of connectors 1 and 2; null: there is none
};

constexpr std::array samples{
    Sample{"CP01", "Car park, left of the door", "Alfen", "Eve Double Pro", "6.5.1", {"Charging", "Available"}},
    Sample{"CP02", "Car park, right of the door", "Alfen", "Eve Double Pro", "6.5.1", {"Charging", "Charging"}},
    Sample{"CP03", "Car park, row B", "Alfen", "Eve Single", "6.4.0", {"Available", nullptr}},
    Sample{"CP04", "Car park, row B", "Alfen", "Eve Single", "6.4.0", {"SuspendedEV", nullptr}},
    Sample{"CP05", "Workshop", "Wallbe", "Pro", "1.12", {"Preparing", nullptr}},
    Sample{"CP06", "Delivery vans", "Keba", "P30 x", "1.18.0", {"Charging", nullptr}},
    Sample{"CP07", "Delivery vans", "Keba", "P30 x", "1.18.0", {"Finishing", nullptr}},
    Sample{"CP08", "Delivery vans", "Keba", "P30 x", "1.17.2", {"Available", nullptr}},
    Sample{"CP09", "Guests, basement", "ABL", "eMH3", "2.0.4", {"Reserved", "Available"}},
    Sample{"CP10", "Guests, basement", "ABL", "eMH3", "2.0.4", {"Available", "SuspendedEVSE"}},
    Sample{"CP11", "Guests, basement", "ABL", "eMH3", "1.9.8", {"Unavailable", "Available"}},
    Sample{"CP12", "Fast charger", "Alpitronic", "HYC 150", "2.4.1", {"Charging", "Available"}},
    Sample{"CP13", "Fast charger", "Alpitronic", "HYC 150", "2.4.1", {"Faulted", "Available"}},
    Sample{"CP14", "Old building", "Mennekes", "Amtron", "5.22", {"Available", nullptr}},
    Sample{"CP15", "Old building", "Mennekes", "Amtron", "5.22", {"Charging", nullptr}},
};

store::Station stationOf(const Sample &sample)
{
    store::Station station;
    station.id = QLatin1StringView(sample.id);
    station.description = QLatin1StringView(sample.description);
    station.created = store::now() - 400h;
    return station;
}

void connectStation(store::Database &db, const QString &id)
{
    store::Stations stations(db);
    stations.setOnline(id, {u"192.168.1.%1:51022"_s.arg(100 + id.right(2).toInt()), u"192.168.1.20:9000"_s,
                            u"ocpp1.6"_s, node, store::now() - 26h});
    stations.heard(node, {{id, store::now() - 4s}});
}

void addSample(store::Database &db, const Sample &sample)
{
    const store::Station station = stationOf(sample);
    store::Stations stations(db);
    stations.save(station);
    connectStation(db, station.id);
    stations.reportBoot(station.id,
                        {QLatin1StringView(sample.vendor),
                         QLatin1StringView(sample.model),
                         u"SN-%1-7731"_s.arg(station.id),
                         {},
                         QLatin1StringView(sample.firmware),
                         {},
                         {},
                         u"Eastron SDM72"_s,
                         {}},
                        store::now() - 26h);
    stations.reportClockDrift(station.id, 400ms);
    for (int connector = 1; const char *status : sample.statuses) {
        if (status)
            setStatus(db, station.id, connector, QLatin1StringView(status),
                      qstrcmp(status, "Faulted") == 0 ? u"GroundFailure"_s : QString());
        ++connector;
    }
}

void addSessions(store::Database &db)
{
    setLoad(db, u"CP01"_s, 1, 7360, 64);
    setLoad(db, u"CP02"_s, 1, 11040, 38);
    setLoad(db, u"CP02"_s, 2, 3680, 91);
    setLoad(db, u"CP06"_s, 1, 10950, 22);
    setLoad(db, u"CP12"_s, 1, 86400, 47);
    setLoad(db, u"CP15"_s, 1, 3610, 80);
    store::Transaction start;
    start.station = u"CP01"_s;
    start.connector = 1;
    start.idTag = u"04A2B7C91E6680"_s;
    start.startedAt = start.startReceived = store::now() - 83min;
    start.meterStartWh = 1'204'310;
    store::Transactions(db).begin(start);
}

void addPeople(store::Database &db)
{
    for (const auto &[tag, name] :
         {std::pair{u"04A2B7C91E6680"_s, u"Anna Berg"_s}, std::pair{u"04D1193A22B480"_s, u"Delivery van 3"_s}}) {
        store::IdTag row;
        row.tag = tag;
        row.name = name;
        store::IdTags(db).save(row);
    }
}

/// As a station tells it: CP01 and CP08 differ in some of it.
void addConfigurations(store::Database &db)
{
    QList<store::ReportedKey> keys{{u"AllowOfflineTxForUnknownId"_s, u"false"_s},
                                   {u"AuthorizationCacheEnabled"_s, u"true"_s},
                                   {u"AuthorizationKey"_s, {}},
                                   {u"AuthorizeRemoteTxRequests"_s, u"false"_s},
                                   {u"ClockAlignedDataInterval"_s, u"900"_s},
                                   {u"ConnectionTimeOut"_s, u"60"_s},
                                   {u"GetConfigurationMaxKeys"_s, u"20"_s, true},
                                   {u"HeartbeatInterval"_s, u"300"_s},
                                   {u"LightIntensity"_s, u"80"_s},
                                   {u"LocalAuthorizeOffline"_s, u"true"_s},
                                   {u"LocalPreauthorize"_s, u"false"_s},
                                   {u"MeterValueSampleInterval"_s, u"60"_s},
                                   {u"MeterValuesSampledData"_s, u"Energy.Active.Import.Register,Power.Active.Import"_s},
                                   {u"MeterValuesSampledDataMaxLength"_s, u"8"_s, true},
                                   {u"NumberOfConnectors"_s, u"2"_s, true},
                                   {u"ResetRetries"_s, u"1"_s},
                                   {u"StopTransactionOnEVSideDisconnect"_s, u"true"_s},
                                   {u"StopTransactionOnInvalidId"_s, u"true"_s},
                                   {u"SupportedFeatureProfiles"_s, u"Core,RemoteTrigger,SmartCharging"_s, true},
                                   {u"UnlockConnectorOnEVSideDisconnect"_s, u"true"_s},
                                   {u"VendorStandbyTimeout"_s, u"20"_s},
                                   {u"WebSocketPingInterval"_s, u"60"_s}};
    store::Configuration configuration(db);
    configuration.report(u"CP01"_s, keys, store::now() - 25h);
    for (store::ReportedKey &key : keys) {
        if (key.key == "LightIntensity"_L1)
            key.value = u"40"_s;
        if (key.key == "NumberOfConnectors"_L1)
            key.value = u"1"_s;
        if (key.key == "ClockAlignedDataInterval"_L1)
            key.value = u"0"_s;
    }
    configuration.report(u"CP08"_s, keys, store::now() - 3min);
}

void addCommands(store::Database &db)
{
    store::Command done;
    done.station = u"CP01"_s;
    done.action = u"TriggerMessage"_s;
    done.payload = R"({"requestedMessage":"StatusNotification"})";
    done.origin = u"window"_s;
    done.created = store::now() - 21min;
    done.sentAt = store::now() - 21min;
    done.finishedAt = store::now() - 21min + 80ms;
    done.state = store::CommandState::Accepted;
    done.answer = R"({"status":"Accepted"})";
    store::Commands(db).queue(done);
    store::Command reset = done;
    reset.action = u"Reset"_s;
    reset.payload = R"({"type":"Soft"})";
    reset.outcome = u"rebooted"_s;
    store::Commands(db).queue(reset);
}

void addFindings(store::Database &db)
{
    const auto note = [&db](const QString &station, const QString &action, const QString &path, const QString &text,
                            const QString &clause, int count) {
        store::FindingRow finding;
        finding.station = station;
        finding.first = store::now() - 20h;
        finding.last = store::now() - 5min;
        finding.count = count;
        finding.code = u"TypeConstraintViolation"_s;
        finding.action = action;
        finding.path = path;
        finding.text = text;
        finding.clause = clause;
        store::Findings(db).note(finding);
    };
    note(u"CP05"_s, u"MeterValues"_s, u"/meterValue/0/sampledValue/0/value"_s,
         u"expected a text, found 184230; read as its text"_s, u"7.43"_s, 212);
    note(u"CP05"_s, u"BootNotification"_s, u"/chargePointSerialNumber"_s,
         u"has 28 characters, 25 are allowed; kept whole"_s, u"6.3"_s, 2);
    note(u"CP11"_s, u"StatusNotification"_s, u"/timestamp"_s, u"has no time zone: \"2026-11-22T18:02:11\"; read as UTC"_s, u"3.15"_s, 48);
}

/// One exchange: the station's request and our answer some milliseconds later.
void exchange(store::Database &db, ocpp::Timestamp at, const QString &station, const QString &action,
              const QByteArray &request, const QByteArray &answer, const QString &finding = {})
{
    static int counter = 4711;
    const QString id = QString::number(++counter);
    store::Frames frames(db);
    frames.insert({0, station, at, true, 2, id, action, request, finding});
    frames.insert({0, station, at + 6ms, false, 3, id, action, answer, {}});
}

void addMessages(store::Database &db)
{
    const QByteArray now = ocpp::formatTimestamp(store::now()).toUtf8();
    const ocpp::Timestamp begin = store::now() - 40min;
    for (int minute = 0; minute < 40; ++minute) {
        const ocpp::Timestamp at = begin + std::chrono::minutes(minute);
        exchange(db, at, u"CP01"_s, u"MeterValues"_s,
                 R"({"connectorId":1,"transactionId":1,"meterValue":[{"timestamp":")" + now
                     + R"(","sampledValue":[{"value":"7360","measurand":"Power.Active.Import","unit":"W"},)"
                       R"({"value":"1214.9","measurand":"Energy.Active.Import.Register","unit":"kWh"},)"
                       R"({"value":"64","measurand":"SoC","unit":"Percent"}]}]})",
                 "{}");
        exchange(db, at + 11s, u"CP05"_s, u"MeterValues"_s,
                 R"({"connectorId":1,"meterValue":[{"timestamp":")" + now + R"(","sampledValue":[{"value":184230}]}]})",
                 "{}", u"/meterValue/0/sampledValue/0/value: expected a text, found 184230; read as its text"_s);
        exchange(db, at + 19s, u"CP0%1"_s.arg(2 + minute % 7), u"Heartbeat"_s, "{}",
                 R"({"currentTime":")" + now + R"("})");
    }
    exchange(db, store::now() - 30s, u"CP13"_s, u"StatusNotification"_s,
             R"({"connectorId":1,"errorCode":"GroundFailure","status":"Faulted","timestamp":")" + now + R"("})", "{}");
    exchange(db, store::now() - 25s, u"CP01"_s, u"Authorize"_s, R"({"idTag":"04A2B7C91E6680"})",
             R"({"idTagInfo":{"status":"Accepted"}})");
    store::Frames frames(db);
    frames.insert(
        {0, u"CP09"_s, store::now() - 20s, false, 2, u"c-88"_s, u"UnlockConnector"_s, R"({"connectorId":3})", {}});
    frames.insert({0,
                   u"CP09"_s,
                   store::now() - 19s,
                   true,
                   4,
                   u"c-88"_s,
                   u"UnlockConnector"_s,
                   R"([4,"c-88","PropertyConstraintViolation","no such connector",{}])",
                   {}});
    frames.insert(
        {0, u"CP11"_s, store::now() - 12s, true, 0, {}, {}, "[2,\"x1\",\"Heartbeat\"", u"The frame ends too early."_s});
}

} // namespace

void startNode(store::Database &db)
{
    store::Nodes(db).renew({node, u"sample"_s, store::now() + 1h});
}

void addStation(store::Database &db, const QString &id, int connectors)
{
    store::Station station;
    station.id = id;
    station.created = store::now();
    store::Stations(db).save(station);
    connectStation(db, id);
    for (int connector = 1; connector <= connectors; ++connector)
        setStatus(db, id, connector, u"Available"_s);
}

void setStatus(store::Database &db, const QString &station, int connector, const QString &status,
               const QString &errorCode)
{
    const ocpp::Timestamp now = store::now();
    store::Connectors(db).report(
        {0, station, connector, status, errorCode.isEmpty() ? u"NoError"_s : errorCode, {}, {}, {}, now, now});
}

void setLoad(store::Database &db, const QString &station, int connector, double powerW, double socPercent)
{
    store::Connectors(db).measure(station, connector,
                                  {.time = store::now(),
                                   .energyWh = 1'214'910,
                                   .powerW = powerW,
                                   .currentA = powerW / 690,
                                   .voltageV = 230,
                                   .socPercent = socPercent});
}

void goOffline(store::Database &db, const QString &station, int minutesAgo)
{
    const auto row = store::Stations(db).find(station);
    const ocpp::Timestamp last = store::now() - std::chrono::minutes(minutesAgo);
    db.run(u"UPDATE stations SET last_heard = ? WHERE id_key = ?"_s, {last, row->idKey});
    store::Stations(db).setOffline(station, node, row->connectedAt.value_or(store::now()), last);
}

void addKnock(store::Database &db, const QString &id, const QString &reason, int httpStatus)
{
    store::Knock knock;
    knock.stationId = id;
    knock.reason = reason;
    knock.remoteAddress = u"192.168.1.131"_s;
    knock.httpStatus = httpStatus;
    knock.first = store::now() - 9min;
    knock.last = store::now() - 40s;
    store::Knocks(db).note(knock);
}

qint64 addFrame(store::Database &db, const QString &station, bool incoming, int type, const QString &messageId,
                const QString &action, const QByteArray &payload, const QString &finding)
{
    return store::Frames(db).insert({0, station, store::now(), incoming, type, messageId, action, payload, finding});
}

void addSecurity(store::Database &db)
{
    const QString station = u"CP05"_s;
    const auto now = store::now();
    const auto tell = [&](const QString &type, std::chrono::minutes ago, const QString &techInfo) {
        store::SecurityEvent event;
        event.station = station;
        event.type = type;
        event.time = event.received = now - ago;
        event.techInfo = techInfo;
        store::SecurityEvents(db).add(event);
    };
    tell(u"InvalidMessages"_s, 190min, u"ChangeConfiguration without a key"_s);
    tell(u"StartupOfTheDevice"_s, 150min, {});
    tell(u"TamperDetectionActivated"_s, 12min, u"housing"_s);
    const auto know = [&](const QString &fingerprint, const QString &subject) {
        return db.insert(store::Certificate{0, fingerprint, store::CertificateKind::Root, {}, u"PEM"_s, subject, subject,
                                            u"A11"_s, u"EC 256"_s, now - 24h, now + 24h * 3650, now});
    };
    store::StationCertificate place;
    place.station = station;
    place.type = u"CentralSystemRootCertificate"_s;
    place.certificate = know(u"6D0FAE3C"_s, u"CN=Nordkai Root 2026,O=Nordkai"_s);
    place.desired = true;
    place.state = store::StationCertificateState::Installed;
    place.reportedAt = now - 3h;
    db.insert(place);
    place.certificate = know(u"77C21B90"_s, u"CN=Nordkai Root 2027,O=Nordkai"_s);
    place.state = store::StationCertificateState::Refused;
    place.reason = u"The station answered Rejected: the certificate is not valid, or there is no room."_s;
    place.reportedAt.reset();
    db.insert(place);
    place.certificate.reset();
    place.desired = false;
    place.type = u"ManufacturerRootCertificate"_s;
    place.state = store::StationCertificateState::Reported;
    place.reason.clear();
    place.serialNumber = u"5EA7C0DE"_s;
    place.reportedAt = now - 3h;
    db.insert(place);
    for (const QString &type : {u"CentralSystemRootCertificate"_s, u"ManufacturerRootCertificate"_s})
        db.save(store::CertificateStore{station, type, now - 3h, false, {}});
    store::Reconciliation step;
    step.station = station;
    step.topic = store::certificatesTopic;
    step.state = store::ReconciliationState::Waiting;
    step.difference = 1;
    step.nextTry = now + 20min;
    step.reason = u"Root certificates differ: 1."_s;
    store::Reconciliations(db).save(step, now);
    store::CertificateRequest request;
    request.station = station;
    request.csr = u"PEM"_s;
    request.subject = u"CN=CP05,O=Nordkai"_s;
    request.key = u"EC 256"_s;
    request.received = now - 40min;
    db.insert(request);
}

void fill(store::Database &db)
{
    startNode(db);
    for (const Sample &sample : samples)
        addSample(db, sample);
    addSessions(db);
    addPeople(db);
    addConfigurations(db);
    goOffline(db, u"CP14"_s, 23);
    goOffline(db, u"CP15"_s, 190);
    store::Station newcomer;
    newcomer.id = u"CP16"_s;
    newcomer.registration = store::Registration::Pending;
    newcomer.created = store::now() - 2min;
    store::Stations(db).save(newcomer);
    connectStation(db, newcomer.id);
    addKnock(db, u"WB-2207"_s, u"unknownStation"_s, 404);
    addKnock(db, u"CP08"_s, u"passwordWrong"_s, 401);
    addCommands(db);
    addFindings(db);
    addMessages(db);
}

qint64 addSession(store::Database &db, const QString &station, int connector, const QString &idTag, int minutesAgo,
                  qint64 meterStartWh)
{
    store::Transaction start;
    start.station = station;
    start.connector = connector;
    start.idTag = idTag;
    start.startedAt = start.startReceived = store::now() - std::chrono::minutes(minutesAgo);
    start.meterStartWh = meterStartWh;
    const store::Begun begun = store::Transactions(db).begin(start);
    store::Transactions(db).setStatus(begun.transaction.id, u"Accepted"_s, {});
    return begun.transaction.id;
}

qint64 addUnmatchedStop(store::Database &db, const QString &station, const QString &idTag, qint64 meterStopWh)
{
    const ocpp::Timestamp at = store::now() - 12min;
    store::Stop stop;
    stop.station = station;
    stop.transactionId = 990'001;
    stop.meterStopWh = meterStopWh;
    stop.stoppedAt = stop.received = at;
    stop.idTag = idTag;
    stop.payload = u"{\"transactionId\":990001,\"idTag\":\"%1\",\"meterStop\":%2,\"timestamp\":\"%3\"}"_s.arg(idTag)
                       .arg(meterStopWh)
                       .arg(ocpp::formatTimestamp(at))
                       .toUtf8();
    store::Transactions(db).stop(stop);
    return store::Attention(db).list({.station = station}).first().id;
}

void addMatters(store::Database &db)
{
    addSession(db, u"CP02"_s, 1, u"04D1193A22B480"_s, 47, 1'207'500);
    addSession(db, u"CP06"_s, 1, u"04D1193A22B480"_s, 26, 1'210'200);
    addSession(db, u"CP12"_s, 1, u"VISITOR-17"_s, 18, 1'190'700);
    addSession(db, u"CP15"_s, 1, u"04A2B7C91E6680"_s, 340);
    addSession(db, u"CP03"_s, 1, u"04D1193A22B480"_s, 200);
    addUnmatchedStop(db, u"CP03"_s, u"04D1193A22B480"_s, 1'221'640);
    store::Stations(db).reportClockDrift(u"CP10"_s, -7min);
    store::SeenTags(db).note(u"0499AA11BB2280"_s, u"CP01"_s, store::now() - 8min);
    store::Configuration configuration(db);
    configuration.desire(u"CP08"_s, u"MeterValueSampleInterval"_s, u"30"_s, store::now() - 2h);
    configuration.setState(u"CP08"_s, u"MeterValueSampleInterval"_s, store::ConfigurationState::RebootRequired);
    configuration.desire(u"CP01"_s, u"LightIntensity"_s, u"30"_s, store::now() - 1min);
    configuration.desire(u"CP01"_s, u"ResetRetries"_s, u"3"_s, store::now() - 10min);
    configuration.setState(u"CP01"_s, u"ResetRetries"_s, store::ConfigurationState::InSync);
    configuration.report(u"CP01"_s, {{u"ResetRetries"_s, u"3"_s, false}}, store::now() - 9min);
    configuration.report(u"CP11"_s, {{u"HeartbeatInterval"_s, u"600"_s, false}}, store::now() - 3h);
    configuration.desire(u"CP11"_s, u"HeartbeatInterval"_s, u"30"_s, store::now() - 2h);
    configuration.setState(u"CP11"_s, u"HeartbeatInterval"_s, store::ConfigurationState::Rejected);
}

} // namespace samplesite
