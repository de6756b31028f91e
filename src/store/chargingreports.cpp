// SPDX-License-Identifier: GPL-3.0-or-later
// Charging profiles: what stations have.
#include "ocpp/codec.h"
#include "ocpp/jsontext.h"
#include "store/chargingprofiles.h"
#include "store/clock.h"
#include "store/transactions.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace store {
namespace {

constexpr QLatin1StringView txPurpose{"TxProfile"};

QJsonObject objectOf(const std::optional<QByteArray> &profile)
{
    return QJsonDocument::fromJson(profile.value_or(QByteArray())).object();
}

/// Where a station puts a profile that it is sent.
StationProfile placeOf(Database &db, const QString &station, int connector, const QJsonObject &profile)
{
    StationProfile row;
    row.station = station;
    row.connector = connector;
    row.purpose = profile["chargingProfilePurpose"_L1].toString();
    row.stackLevel = profile["stackLevel"_L1].toInt();
    if (row.purpose == txPurpose) {
        const auto running = Transactions(db).openOn(station, connector);
        row.transactionId = profile["transactionId"_L1].toInteger(running ? running->id : 0);
    }
    return row;
}

bool isOver(Database &db, const StationProfile &row)
{
    const auto transaction = row.transactionId > 0 ? Transactions(db).find(row.transactionId) : std::nullopt;
    return transaction && !transaction->isOpen();
}

bool isOvertaken(const StationProfile &row, const ProfileSender &sender)
{
    return sender.isTopic || (row.desiredAt && sender.asked < *row.desiredAt);
}

/// What the station has now against what is desired.
void compare(StationProfile &row, const ProfileSender &sender, ocpp::Timestamp at)
{
    if (!row.desired) {
        row.state = sender.isTopic ? ProfileState::Clearing : ProfileState::Reported;
    } else if (objectOf(row.accepted) == profileToSend(row, at)) {
        row.state = ProfileState::Installed;
    } else if (isOvertaken(row, sender)) {
        row.state = ProfileState::Pending;
    } else { // who sets another one by a plain command means it: else we would change it back
        row.desired = row.accepted;
        row.desiredAt = sender.asked;
        row.nameKey.clear();
        row.state = ProfileState::Installed;
    }
}

} // namespace

void ChargingProfiles::setAccepted(const QString &station, int connector, const QJsonObject &profile,
                                   const ProfileSender &sender, ocpp::Timestamp when)
{
    StationProfile row = placeOf(db_, station, connector, profile);
    if (isOver(db_, row))
        return; // it died with its transaction
    row = at(row).value_or(row);
    row.accepted = ocpp::compactBytes(profile);
    row.acceptedAt = when;
    row.refusal.clear();
    row.triedAt.reset();
    compare(row, sender, when);
    if (!row.desired || row.state == ProfileState::Installed)
        row.profileId = profile["chargingProfileId"_L1].toInt();
    giveWay(row);
    put(row);
    replaceFormerPlaces(row);
}

/// An id stands for one profile: stations drop or mix up the other one. Where that was desired it is sent again.
void ChargingProfiles::giveWay(const StationProfile &winner)
{
    const QList<StationProfile> rows = list(winner.station);
    const auto isWinner = [&winner](const StationProfile &row) {
        return row.connector == winner.connector && row.purpose == winner.purpose && row.stackLevel == winner.stackLevel
               && row.transactionId == winner.transactionId;
    };
    int free = winner.profileId + 1;
    for (const StationProfile &row : rows)
        free = std::max(free, row.profileId + 1);
    for (StationProfile row : rows) {
        if (isWinner(row) || row.profileId != winner.profileId)
            continue;
        if (!row.desired) {
            drop(row);
            continue;
        }
        QJsonObject desired = objectOf(row.desired);
        row.profileId = free++;
        desired.insert("chargingProfileId"_L1, row.profileId);
        row.desired = ocpp::compactBytes(desired);
        row.accepted.reset();
        row.acceptedAt.reset();
        row.triedAt.reset();
        row.state = ProfileState::Pending;
        put(row);
    }
}

void ChargingProfiles::setTried(const QString &station, int connector, const QJsonObject &profile, ocpp::Timestamp when)
{
    auto row = at(placeOf(db_, station, connector, profile));
    if (!row || !row->desired || profileToSend(*row, when) != profile)
        return;
    row->triedAt = when;
    put(*row);
}

void ChargingProfiles::setTried(const QString &station, const ProfileFilter &filter, ocpp::Timestamp when)
{
    for (StationProfile row : list(station)) {
        if (row.state != ProfileState::Clearing || !matches(filter, row))
            continue;
        row.triedAt = when;
        put(row);
    }
}

void ChargingProfiles::setRefused(const QString &station, int connector, const QJsonObject &profile, ProfileState state,
                                  const QString &refusal, ocpp::Timestamp when)
{
    auto row = at(placeOf(db_, station, connector, profile));
    if (!row || !row->desired || profileToSend(*row, when) != profile)
        return; // somebody wants something else by now
    if (row->state == ProfileState::Unfit)
        return; // what we know says more than a refusal: it is not to be tried again
    row->state = state;
    row->refusal = refusal;
    row->triedAt = when;
    put(*row);
}

void ChargingProfiles::cleared(const QString &station, const ProfileFilter &filter, const ProfileSender &sender)
{
    for (StationProfile row : list(station)) {
        if (!matches(filter, row))
            continue;
        const bool isMeant = row.desired && !isOvertaken(row, sender) && (!filter.id || row.profileId == *filter.id);
        const bool isThere = !filter.id || !row.accepted || acceptedId(row) == filter.id;
        if (!isThere) { // the wish for another one was meant, and the old one is still there
            if (isMeant)
                withdrawRow(row);
            continue;
        }
        if (!row.desired || isMeant) {
            drop(row); // also what is desired: who clears by a plain command means it
            continue;
        }
        row.accepted.reset();
        row.acceptedAt.reset();
        if (row.state == ProfileState::Installed)
            row.state = ProfileState::Pending;
        row.triedAt.reset();
        put(row);
    }
    recheck(station, now());
}

void ChargingProfiles::transactionEnded(const QString &station, int connector, qint64 transaction)
{
    const int gone =
        db_.run(u"DELETE FROM station_profiles WHERE station = ? AND connector = ? AND purpose = 'TxProfile' "
                "AND transaction_id IN (?, 0)"_s,
                {station, connector, transaction});
    if (gone == 0)
        return;
    db_.noteChange(Table::ChargingProfiles, station, changeKey(connector));
    recheck(station, now());
}

void ChargingProfiles::booted(const QString &station, ocpp::Timestamp when)
{
    for (StationProfile row : list(station)) {
        if (!row.desired || row.state == ProfileState::Pending || row.state == ProfileState::Unfit)
            continue;
        row.state = ProfileState::Pending;
        row.refusal.clear();
        row.triedAt.reset();
        put(row);
    }
    recheck(station, when);
}

} // namespace store
