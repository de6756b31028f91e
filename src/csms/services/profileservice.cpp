// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/services/profileservice.h"

#include "ocpp/codec.h"
#include "ocpp/jsontext.h"
#include "store/chargingprofiles.h"
#include "store/clock.h"
#include "store/compositeschedules.h"
#include "store/reconciliations.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using store::ProfileState;
using store::StationProfile;

namespace csms::profiles {
namespace {

using reconciler::Difference;
using reconciler::Step;

QJsonObject requestOf(const store::Command &command)
{
    return QJsonDocument::fromJson(command.payload).object();
}

store::ProfileSender senderOf(const store::Command &command)
{
    return {command.origin == store::chargingProfilesTopic, command.created};
}

Step setting(const StationProfile &row, ocpp::Timestamp now)
{
    return {QString(ocpp::SetChargingProfile::action),
            QJsonObject{{u"connectorId"_s, row.connector}, {u"csChargingProfiles"_s, store::profileToSend(row, now)}}};
}

/// By its place if the station may have one of two there (E 3.26).
Step clearing(const StationProfile &row)
{
    if (row.accepted && store::acceptedId(row) != row.profileId) {
        return {QString(ocpp::ClearChargingProfile::action), QJsonObject{{u"connectorId"_s, row.connector},
                                                                         {u"chargingProfilePurpose"_s, row.purpose},
                                                                         {u"stackLevel"_s, row.stackLevel}}};
    }
    return {QString(ocpp::ClearChargingProfile::action), QJsonObject{{u"id"_s, row.profileId}}};
}

/// Daylight saving may ask for another one than the station has (behaviour 35).
bool isAsDesired(const StationProfile &row, ocpp::Timestamp now)
{
    return row.state == ProfileState::Installed
           && QJsonDocument::fromJson(row.accepted.value_or(QByteArray())).object() == store::profileToSend(row, now);
}

/// What a station's rows still ask for, by the way it is worked off.
struct Work {
    QList<StationProfile> toSet;
    QList<StationProfile> toClear;
    QList<StationProfile> rejected;
    QList<StationProfile> notSupported;
    QList<StationProfile> unfit;
    int installed = 0;

    int count() const
    {
        return int(toSet.size() + toClear.size() + rejected.size() + notSupported.size() + unfit.size());
    }
};

Work workOf(const QList<StationProfile> &all, ocpp::Timestamp now)
{
    Work work;
    for (const StationProfile &row : all) {
        work.installed += row.accepted ? 1 : 0;
        if (row.state == ProfileState::Clearing)
            work.toClear.append(row);
        else if (row.state == ProfileState::Rejected)
            work.rejected.append(row);
        else if (row.state == ProfileState::NotSupported)
            work.notSupported.append(row);
        else if (row.state == ProfileState::Unfit)
            work.unfit.append(row);
        else if (row.state != ProfileState::Reported && !isAsDesired(row, now))
            work.toSet.append(row);
    }
    // What was never tried comes first, then what failed longest ago, so that one does not keep the others from being tried.
    for (QList<StationProfile> *rows : {&work.toSet, &work.toClear, &work.rejected})
        std::ranges::stable_sort(*rows, {}, &StationProfile::triedAt);
    return work;
}

/// A new profile comes before an old one goes, so that the station is never without a limit; but not when it has no room.
bool clearsFirst(store::Database &db, const QString &station, const Work &work)
{
    if (work.toClear.isEmpty() || work.toSet.isEmpty())
        return work.toSet.isEmpty();
    const auto most = store::ChargingProfiles(db).limitsOf(station).maxInstalled;
    return most && work.installed >= *most && !work.toSet.first().accepted;
}

/// Somebody has it tried again, or the station has booted since.
bool isFreshTry(store::Database &db, const QString &station)
{
    const auto row = store::Reconciliations(db).find(station, store::chargingProfilesTopic);
    return row.attempts == 0 && row.state != store::ReconciliationState::GaveUp;
}

Difference hopeless(const Work &work)
{
    Difference difference{work.count(), {}, {}, true};
    difference.reason =
        !work.notSupported.isEmpty()
            ? u"The station does not support charging profiles: %1 Withdraw them, or retry after an update "
              "of its firmware."_s.arg(work.notSupported.first().refusal)
            : u"A profile does not fit the station: %1"_s.arg(work.unfit.first().refusal);
    return difference;
}

store::ProfileFilter filterOf(const QJsonObject &clear)
{
    const auto number = [&clear](QLatin1StringView name) {
        return clear.contains(name) ? std::optional(clear[name].toInt()) : std::nullopt;
    };
    const QString purpose = clear["chargingProfilePurpose"_L1].toString();
    return {number("id"_L1), number("connectorId"_L1), purpose.isEmpty() ? std::nullopt : std::optional(purpose),
            number("stackLevel"_L1)};
}

void refused(store::Database &db, const store::Command &command, ProfileState state, const QString &why,
             ocpp::Timestamp at)
{
    const QJsonObject request = requestOf(command);
    store::ChargingProfiles(db).setRefused(command.station, request["connectorId"_L1].toInt(),
                                           request["csChargingProfiles"_L1].toObject(), state, why, at);
}

} // namespace

Difference difference(store::Database &db, const store::Station &station, ocpp::Timestamp now)
{
    const Work work = workOf(store::ChargingProfiles(db).list(station.id), now);
    const int count = work.count();
    if (!work.toClear.isEmpty() && clearsFirst(db, station.id, work))
        return {count, clearing(work.toClear.first()), {}, false, !work.toClear.first().triedAt};
    if (!work.toSet.isEmpty())
        return {count, setting(work.toSet.first(), now), {}, false, !work.toSet.first().triedAt};
    if (!work.rejected.isEmpty())
        return {count, setting(work.rejected.first(), now)};
    if (!work.notSupported.isEmpty() && isFreshTry(db, station.id))
        return {count, setting(work.notSupported.first(), now)};
    return count == 0 ? Difference() : hopeless(work);
}

void booted(store::Database &db, const QString &station)
{
    store::ChargingProfiles(db).booted(station, store::now());
}

void failed(store::Database &db, const store::Command &command, store::CommandState state, const QString &error,
            ocpp::Timestamp now)
{
    if (state == store::CommandState::Rejected)
        return; // answered() knows
    const bool knowsNone = error.startsWith(toString(ocpp::ErrorCode::NotSupported))
                           || error.startsWith(toString(ocpp::ErrorCode::NotImplemented));
    const bool isError = state == store::CommandState::Error;
    const QJsonObject request = requestOf(command);
    store::ChargingProfiles profiles(db);
    if (command.action != ocpp::SetChargingProfile::action) {
        if (isError && knowsNone) // then there is nothing left to clear
            profiles.cleared(command.station, filterOf(request), senderOf(command));
        else
            profiles.setTried(command.station, filterOf(request), now);
    } else if (isError) {
        refused(db, command, knowsNone ? ProfileState::NotSupported : ProfileState::Rejected, error, now);
    } else {
        profiles.setTried(command.station, request["connectorId"_L1].toInt(), request["csChargingProfiles"_L1].toObject(),
                          now);
    }
}

void answered(Context &context, const store::Command &command, const ocpp::SetChargingProfile::Response &response)
{
    using Status = ocpp::ChargingProfileStatus;
    if (response.status == Status::Accepted) {
        const QJsonObject request = requestOf(command);
        store::ChargingProfiles(context.db)
            .setAccepted(command.station, request["connectorId"_L1].toInt(),
                         request["csChargingProfiles"_L1].toObject(), senderOf(command), context.received);
    } else if (senderOf(command).isTopic) {
        const bool knowsNone = response.status == Status::NotSupported;
        refused(context.db, command, knowsNone ? ProfileState::NotSupported : ProfileState::Rejected,
                u"The station answered %1."_s.arg(toString(response.status)), context.received);
    }
}

void answered(Context &context, const store::Command &command, const ocpp::ClearChargingProfile::Response &)
{
    // Behaviour 34: "Unknown" counts as cleared.
    store::ChargingProfiles(context.db).cleared(command.station, filterOf(requestOf(command)), senderOf(command));
}

void answered(Context &context, const store::Command &command, const ocpp::GetCompositeSchedule::Response &response)
{
    if (response.status != ocpp::GetCompositeScheduleStatus::Accepted || !response.chargingSchedule)
        return;
    const QJsonObject request = requestOf(command);
    const ocpp::Timestamp asked = command.sentAt.value_or(command.created);
    store::CompositeSchedule schedule;
    schedule.station = command.station;
    schedule.connector = response.connectorId.value_or(request["connectorId"_L1].toInt());
    schedule.unit = toString(response.chargingSchedule->chargingRateUnit);
    schedule.askedAt = asked;
    schedule.start = response.scheduleStart.value_or(asked);
    schedule.durationSeconds = request["duration"_L1].toInt();
    schedule.schedule = ocpp::compactBytes(ocpp::encode(*response.chargingSchedule));
    store::CompositeSchedules(context.db).report(schedule);
}

void startedWithProfile(Context &context, const store::Command &remoteStart, const store::Transaction &transaction)
{
    QJsonObject profile = requestOf(remoteStart)["chargingProfile"_L1].toObject();
    if (profile.isEmpty())
        return;
    profile.insert("transactionId"_L1, transaction.id);
    store::ChargingProfiles(context.db)
        .setAccepted(transaction.station, transaction.connector, profile, senderOf(remoteStart), context.received);
}

QString remoteStartHindrance(const QJsonObject &remoteStart)
{
    const QJsonObject profile = remoteStart["chargingProfile"_L1].toObject();
    if (profile.isEmpty())
        return {};
    if (profile["chargingProfilePurpose"_L1].toString() != "TxProfile"_L1)
        return u"Not sent: the charging profile of a remote start must be a TxProfile (5.16.2)."_s;
    if (profile.contains("transactionId"_L1))
        return u"Not sent: the charging profile of a remote start must not name a transaction, for there is none yet "
               "(E 3.41). Leave transactionId out."_s;
    return {};
}

} // namespace csms::profiles
