// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked about charging: remote trigger, local list, reservation, smart charging.
#include "endings.h"
#include "json.h"
#include "store/certificaterequests.h"
#include "store/chargingprofiles.h"
#include "store/clock.h"
#include "store/compositeschedules.h"
#include "store/locallists.h"
#include "store/reservations.h"

using namespace Qt::Literals::StringLiterals;

namespace endings {
namespace {

const QJsonObject reservation =
    R"({"connectorId":1,"expiryDate":"2099-01-01T00:00:00Z","idTag":"ADA","reservationId":7})"_json;
const QJsonObject profile =
    R"({"stackLevel":0,"chargingProfilePurpose":"TxDefaultProfile","chargingProfileKind":"Relative",
    "chargingSchedule":{"chargingRateUnit":"A","chargingSchedulePeriod":[{"startPeriod":0,"limit":16}]}})"_json;

/// Whether the message that was asked for has arrived, or is waited for.
QString triggerWord(const Part &part, const QString &action)
{
    const auto commands = part.engine.onStore([station = part.id, action](store::Database &db) {
        return store::Commands(db).list({.station = station, .action = action, .limit = 1});
    });
    const store::Command command = commands.value(0);
    return !command.outcome.isEmpty() ? command.outcome : command.outcomeDue ? u"awaited"_s : u"not awaited"_s;
}

Feature triggerMessage()
{
    Feature feature;
    feature.request = u"TriggerMessage"_s;
    feature.ask = [](const Part &part) { part.ask(u"TriggerMessage"_s, R"({"requestedMessage":"Heartbeat"})"_json); };
    feature.record = [](const Part &part) { return triggerWord(part, u"TriggerMessage"_s); };
    feature.accepted = u"arrived"_s;
    feature.unanswered = u"not awaited"_s;
    feature.rejected = {u"rejected"_s, feature.unanswered};
    feature.notSupported = feature.callError = {u"error"_s, feature.unanswered};
    return feature;
}

Feature extendedTriggerMessage()
{
    Feature feature;
    feature.request = u"ExtendedTriggerMessage"_s;
    feature.ask = [](const Part &part) {
        part.ask(u"ExtendedTriggerMessage"_s, R"({"requestedMessage":"SignChargePointCertificate"})"_json);
    };
    feature.record = [](const Part &part) {
        const auto requests = part.engine.onStore(
            [station = part.id](store::Database &db) { return store::CertificateRequests(db).list({station}); });
        return u"%1, requests: %2"_s.arg(triggerWord(part, u"ExtendedTriggerMessage"_s)).arg(requests.size());
    };
    feature.accepted = u"arrived, requests: 1"_s;
    feature.unanswered = u"not awaited, requests: 0"_s;
    feature.rejected = {u"rejected"_s, feature.unanswered};
    feature.notSupported = feature.callError = {u"error"_s, feature.unanswered};
    return feature;
}

Feature localListVersion()
{
    Feature feature;
    feature.request = u"GetLocalListVersion"_s;
    feature.ask = [](const Part &part) { part.ask(u"GetLocalListVersion"_s); };
    feature.record = [](const Part &part) {
        const auto row = part.engine.onStore(
            [station = part.id](store::Database &db) { return store::LocalLists(db).ofStation(station); });
        return row.reported ? u"reported %1"_s.arg(*row.reported) : u"not reported"_s;
    };
    feature.accepted = u"reported 0"_s;
    feature.unanswered = u"not reported"_s;
    // It has no status to say no with.
    feature.rejected = feature.notSupported = feature.callError = {u"error"_s, feature.unanswered};
    return feature;
}

Feature localList()
{
    Feature feature;
    feature.request = u"SendLocalList"_s;
    feature.ask = [](const Part &part) {
        part.engine.onStore([station = part.id](store::Database &db) {
            store::LocalList list;
            list.source = store::LocalListSource::Entries;
            store::LocalListEntry entry;
            entry.tag = u"ADA"_s;
            store::LocalLists(db).own(station, list, {entry}, store::now());
        });
    };
    feature.record = [](const Part &part) {
        const auto words = part.engine.onStore([station = part.id](store::Database &db) {
            store::LocalLists lists(db);
            const store::StationList row = lists.ofStation(station);
            const QString has = u"has %1"_s.arg(row.committed > 0 ? lists.installed(station).size() : 0);
            return row.unsupported ? u"unsupported"_s : row.refused.isEmpty() ? has : u"refused "_s + row.refused;
        });
        return words + u", "_s + part.topic(store::LocalLists::topic);
    };
    feature.accepted = u"has 1, inSync"_s;
    feature.rejected = {u"rejected"_s, u"refused Full, open"_s};
    feature.notSupported = {u"error"_s, u"unsupported, gaveUp"_s};
    feature.callError = {u"error"_s, u"has 0, open"_s};
    feature.unanswered = u"has 0, open"_s;
    return feature;
}

Feature reserveNow()
{
    Feature feature;
    feature.request = u"ReserveNow"_s;
    feature.ask = [](const Part &part) { part.ask(u"ReserveNow"_s, reservation); };
    feature.record = [](const Part &part) {
        const auto row = part.engine.onStore(
            [station = part.id](store::Database &db) { return store::Reservations(db).find(station, 7); });
        return row ? QString(toString(row->status)) : u"none"_s;
    };
    feature.accepted = u"Active"_s;
    feature.unanswered = u"none"_s;
    feature.rejected = {u"rejected"_s, feature.unanswered};
    feature.notSupported = feature.callError = {u"error"_s, feature.unanswered};
    return feature;
}

Feature cancelReservation()
{
    Feature feature;
    feature.request = u"CancelReservation"_s;
    feature.record = [](const Part &part) {
        const auto row = part.engine.onStore(
            [station = part.id](store::Database &db) { return store::Reservations(db).find(station, 7); });
        return row ? u"%1 %2"_s.arg(toString(row->status), row->reason).trimmed() : u"none"_s;
    };
    feature.prepare = [](const Part &part) { part.ask(u"ReserveNow"_s, reservation); };
    feature.isPrepared = [record = feature.record](const Part &part) { return record(part) == "Active"_L1; };
    feature.ask = [](const Part &part) { part.ask(u"CancelReservation"_s, R"({"reservationId":7})"_json); };
    feature.accepted = u"Cancelled"_s;
    feature.rejected = {u"rejected"_s, u"Ended notAtStation"_s}; // 7.5: it has no such reservation
    feature.notSupported = feature.callError = {u"error"_s, u"Active"_s};
    feature.unanswered = u"Active"_s;
    return feature;
}

void desireProfile(const Part &part)
{
    part.engine.onStore([station = part.id](store::Database &db) {
        if (const auto desired = store::ChargingProfiles(db).desire({station, 1, {}, profile}, store::now()); !desired)
            qFatal("%s", qPrintable(desired.error().text));
    });
}

/// What is desired and what the station has, in one.
QString profileWords(const Part &part)
{
    const auto rows = part.engine.onStore(
        [station = part.id](store::Database &db) { return store::ChargingProfiles(db).list(station); });
    const QString state = rows.isEmpty() ? u"none"_s : QString(toString(rows.first().state));
    return state + u", "_s + part.topic(store::chargingProfilesTopic);
}

Feature setChargingProfile()
{
    Feature feature;
    feature.request = u"SetChargingProfile"_s;
    feature.ask = desireProfile;
    feature.record = profileWords;
    feature.accepted = u"installed, inSync"_s;
    feature.rejected = {u"rejected"_s, u"rejected, open"_s};
    feature.notSupported = {u"error"_s, u"notSupported, gaveUp"_s};
    feature.callError = {u"error"_s, u"rejected, open"_s};
    feature.unanswered = u"pending, open"_s;
    return feature;
}

Feature clearChargingProfile()
{
    Feature feature;
    feature.request = u"ClearChargingProfile"_s;
    feature.prepare = desireProfile;
    feature.isPrepared = [](const Part &part) { return profileWords(part) == "installed, inSync"_L1; };
    feature.ask = [](const Part &part) {
        part.engine.onStore([station = part.id](store::Database &db) {
            store::ChargingProfiles(db).withdraw(station, {}, store::now());
        });
    };
    feature.record = profileWords;
    feature.accepted = u"none, inSync"_s;
    feature.rejected = {u"accepted"_s, u"none, inSync"_s}; // behaviour 34: "Unknown" counts as cleared
    feature.notSupported = {u"error"_s, u"none, inSync"_s}; // there is nothing that it could have
    feature.callError = {u"error"_s, u"clearing, open"_s};
    feature.unanswered = u"clearing, open"_s;
    return feature;
}

Feature compositeSchedule()
{
    Feature feature;
    feature.request = u"GetCompositeSchedule"_s;
    feature.ask = [](const Part &part) {
        part.ask(u"GetCompositeSchedule"_s, R"({"connectorId":1,"duration":3600})"_json);
    };
    feature.record = [](const Part &part) {
        const auto row = part.engine.onStore(
            [station = part.id](store::Database &db) { return store::CompositeSchedules(db).find(station, 1); });
        return row ? u"%1 s"_s.arg(row->durationSeconds) : u"none"_s;
    };
    feature.accepted = u"3600 s"_s;
    feature.unanswered = u"none"_s;
    feature.rejected = {u"rejected"_s, feature.unanswered};
    feature.notSupported = feature.callError = {u"error"_s, feature.unanswered};
    return feature;
}

} // namespace

std::vector<Feature> chargingFeatures()
{
    return {triggerMessage(),    extendedTriggerMessage(), localListVersion(),     localList(),        reserveNow(),
            cancelReservation(), setChargingProfile(),     clearChargingProfile(), compositeSchedule()};
}

} // namespace endings
