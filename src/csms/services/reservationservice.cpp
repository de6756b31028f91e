// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/services/reservationservice.h"

#include "csms/handlers/authorization.h"
#include "ocpp/codec.h"
#include "store/configuration.h"
#include "store/connectors.h"
#include "store/reservations.h"
#include "store/stationtime.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using ocpp::ChargePointStatus;
using store::Reservation;
using store::ReservationState;

namespace csms::reservations {
namespace {

// Stations tell the time in seconds, and their drift is known within two.
constexpr std::chrono::seconds clockTolerance = 30s;

/// When it happened by our clock, as far as the station's can be believed.
ocpp::Timestamp timeHere(Context &context, const std::optional<ocpp::Timestamp> &said)
{
    const auto row = store::Stations(context.db).find(context.station.id);
    const std::chrono::milliseconds drift(row ? row->clockDriftMs.value_or(0) : 0);
    return store::believedTime(said ? std::optional(*said - drift) : std::nullopt, context.received);
}

bool isOfTag(const Reservation &reservation, const QString &tagKey, const QString &parentIdTag)
{
    if (reservation.idTagKey == tagKey)
        return true;
    const QString parent = store::folded(reservation.parentIdTag);
    return !parent.isEmpty() && (parent == tagKey || parent == store::folded(parentIdTag));
}

/// It is the tag's (or its group's) on this connector. What began before the reservation was made waited in the station's
/// queue and did not use it (behaviour 9).
bool isUsedBy(const Reservation &reservation, const store::Transaction &transaction, const QString &parentIdTag,
              ocpp::Timestamp began)
{
    const bool isHere = reservation.connector == 0 || reservation.connector == transaction.connector;
    return isHere && isOfTag(reservation, transaction.idTagKey, parentIdTag)
           && began + clockTolerance >= reservation.created && began <= reservation.expiryDate + clockTolerance;
}

bool endsReservations(ChargePointStatus status)
{
    return status == ChargePointStatus::Faulted || status == ChargePointStatus::Unavailable;
}

bool isConcerned(const Reservation &reservation, int connector)
{
    return connector == 0 || connector == reservation.connector;
}

/// What happened while nobody knew that the station had accepted: its answer was late, or was overtaken.
void catchUp(Context &context, const store::Command &command)
{
    const ocpp::Timestamp since = command.sentAt.value_or(command.created);
    for (const store::Connector &c : store::Connectors(context.db).list(context.station.id)) {
        const auto status = ocpp::fromString<ChargePointStatus>(c.status);
        if (status && c.received && *c.received >= since)
            statusReported(context, {c.connector, {}, {}, *status, c.statusTime, {}, {}});
    }
    store::TransactionFilter filter;
    filter.station = context.station.id;
    filter.from = since - clockTolerance;
    auto begun = store::Transactions(context.db).list(filter);
    std::ranges::reverse(begun);
    for (const store::Transaction &transaction : std::as_const(begun)) {
        if (transaction.startReceived >= since && transaction.status == "Accepted"_L1)
            transactionStarted(context, transaction, transaction.parentIdTag);
    }
    store::Reservations(context.db).expireDue(context.received);
}

std::optional<QString> reportedKey(store::Database &db, const QString &station, const QString &name)
{
    const auto key = store::Configuration(db).find(station, name);
    return key ? key->value : std::nullopt;
}

template<class M> std::optional<typename M::Request> requestOf(const store::Command &command)
{
    QList<ocpp::Finding> findings;
    auto request = ocpp::decode<typename M::Request>(QJsonDocument::fromJson(command.payload).object(), findings);
    return request ? std::optional(*std::move(request)) : std::nullopt;
}

} // namespace

QString hindrance(store::Database &db, const store::Station &station, const QJsonObject &reserveNow, ocpp::Timestamp now)
{
    const auto profiles = reportedKey(db, station.id, u"SupportedFeatureProfiles"_s);
    if (profiles && !profiles->contains("Reservation"_L1, Qt::CaseInsensitive))
        return u"Not sent: the station has no reservations (SupportedFeatureProfiles)."_s;
    const auto anyOne = reportedKey(db, station.id, u"ReserveConnectorZeroSupported"_s);
    const bool takesAnyOne = anyOne && anyOne->compare("true"_L1, Qt::CaseInsensitive) == 0;
    // Without a report of its configuration nobody knows: then the station itself decides.
    if (reserveNow["connectorId"_L1].toInt() == 0 && profiles && !takesAnyOne) {
        return u"Not sent: the station cannot keep just any connector free (ReserveConnectorZeroSupported is not true). "
               "Choose a connector."_s;
    }
    const auto expiry = ocpp::parseTimestamp(reserveNow["expiryDate"_L1].toString(), ocpp::Zone::Utc);
    if (expiry && expiry->value <= now)
        return u"Not sent: the reservation would have been over already. Choose a later end."_s;
    return {};
}

void reserveAnswered(Context &context, const store::Command &command, const ocpp::ReserveNow::Response &response)
{
    const auto request = requestOf<ocpp::ReserveNow>(command);
    if (response.status != ocpp::ReservationStatus::Accepted || !request)
        return;
    Reservation reservation;
    reservation.station = context.station.id;
    reservation.reservationId = request->reservationId;
    reservation.connector = request->connectorId;
    reservation.idTag = ownTag(context.station, request->idTag);
    reservation.parentIdTag = request->parentIdTag.value_or(QString());
    reservation.expiryDate = request->expiryDate;
    reservation.created = command.sentAt.value_or(context.received);
    store::Reservations(context.db).begin(reservation);
    catchUp(context, command);
}

void cancelAnswered(Context &context, const store::Command &command, const ocpp::CancelReservation::Response &response)
{
    const auto request = requestOf<ocpp::CancelReservation>(command);
    if (response.status != ocpp::CancelReservationStatus::Accepted || !request)
        return;
    store::Reservations reservations(context.db);
    const auto known = reservations.find(context.station.id, request->reservationId);
    if (known && known->status == ReservationState::Active)
        reservations.end(*known, ReservationState::Cancelled, {}, context.received);
}

void transactionStarted(Context &context, const store::Transaction &transaction, const QString &parentIdTag)
{
    store::Reservations reservations(context.db);
    const ocpp::Timestamp began = timeHere(context, transaction.startedAt);
    if (transaction.reservationId) {
        // Told late, it may have run out here meanwhile.
        const auto named = reservations.find(context.station.id, *transaction.reservationId);
        const bool mayBeUsed = named
                               && (named->status == ReservationState::Active || named->status == ReservationState::Expired);
        if (mayBeUsed)
            reservations.use(*named, transaction.id, began);
        return;
    }
    for (const Reservation &reservation : reservations.active(context.station.id)) {
        if (isUsedBy(reservation, transaction, parentIdTag, began))
            return reservations.use(reservation, transaction.id, began);
    }
}

void statusReported(Context &context, const ocpp::StatusNotification::Request &status)
{
    if (!endsReservations(status.status))
        return;
    const ocpp::Timestamp time = timeHere(context, status.timestamp);
    store::Reservations reservations(context.db);
    for (const Reservation &reservation : reservations.active(context.station.id)) {
        if (isConcerned(reservation, status.connectorId) && time + clockTolerance >= reservation.created)
            reservations.end(reservation, ReservationState::Ended, toString(status.status), time);
    }
}

} // namespace csms::reservations
