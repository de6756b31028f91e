// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/services/reservationservice.h"

#include "csms/handlers/authorization.h"
#include "ocpp/codec.h"
#include "store/configuration.h"
#include "store/connectors.h"
#include "store/reservations.h"
#include "store/stationtime.h"

#include <QHash>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using ocpp::ChargePointStatus;
using store::CommandState;
using store::Reservation;
using store::ReservationState;

namespace csms::reservations {
namespace {

// Stations tell the time in seconds, and their drift is known within two.
constexpr std::chrono::seconds clockTolerance = 30s;
constexpr QLatin1StringView repeatOrigin = "reservations"_L1;

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

QList<store::Command> commandsOf(store::Database &db, const QString &station, QLatin1StringView action)
{
    store::CommandFilter filter;
    filter.station = station;
    filter.action = action;
    QList<store::Command> commands = store::Commands(db).list(filter);
    commands.removeIf([](const store::Command &command) {
        return command.state == CommandState::Cancelled || command.state == CommandState::Expired;
    });
    return commands;
}

/// By reservationId, the last command that cancels it.
QHash<int, qint64> cancels(store::Database &db, const QString &station)
{
    QHash<int, qint64> ids;
    for (const store::Command &command : commandsOf(db, station, ocpp::CancelReservation::action)) {
        if (const auto request = requestOf<ocpp::CancelReservation>(command); request && !ids.contains(request->reservationId))
            ids.insert(request->reservationId, command.id);
    }
    return ids;
}

struct LostRequest {
    store::Command command;
    ocpp::ReserveNow::Request request;
};

bool isLost(store::Database &db, const LostRequest &lost)
{
    if (lost.command.state != CommandState::Timeout && lost.command.state != CommandState::Unknown)
        return false;
    const auto known = store::Reservations(db).find(lost.command.station, lost.request.reservationId);
    return !known || known->created < lost.command.sentAt.value_or(lost.command.created);
}

/// The last ReserveNow of each id if nobody knows what became of it (behaviour 15).
QList<LostRequest> lostRequests(store::Database &db, const QString &station)
{
    const QHash<int, qint64> cancelled = cancels(db, station);
    QSet<int> seen;
    QList<LostRequest> all;
    for (const store::Command &command : commandsOf(db, station, ocpp::ReserveNow::action)) {
        const auto request = requestOf<ocpp::ReserveNow>(command);
        if (!request || seen.contains(request->reservationId))
            continue;
        seen.insert(request->reservationId);
        const LostRequest lost{command, *request};
        if (cancelled.value(request->reservationId) < command.id && isLost(db, lost))
            all.append(lost);
    }
    return all;
}

Reservation reservationOf(Context &context, const store::Command &command, const ocpp::ReserveNow::Request &request)
{
    Reservation reservation;
    reservation.station = context.station.id;
    reservation.reservationId = request.reservationId;
    reservation.connector = request.connectorId;
    reservation.idTag = ownTag(context.station, request.idTag);
    reservation.parentIdTag = request.parentIdTag.value_or(QString());
    reservation.expiryDate = request.expiryDate;
    reservation.created = command.sentAt.value_or(context.received);
    return reservation;
}

/// The answer comes after what the start told already, or after that to the same request sent once more.
bool isKnown(const Reservation &known, const Reservation &accepted, const store::Command &command)
{
    const bool isRepeated = command.origin == repeatOrigin && known.status == ReservationState::Active
                            && known.connector == accepted.connector && known.expiryDate == accepted.expiryDate
                            && known.idTagKey == store::folded(accepted.idTag);
    return isRepeated || known.created == accepted.created;
}

/// A start names it, so the station had it: the answer that would have said so was lost.
void adopt(Context &context, int reservationId)
{
    for (const LostRequest &lost : lostRequests(context.db, context.station.id)) {
        if (lost.request.reservationId == reservationId)
            store::Reservations(context.db).begin(reservationOf(context, lost.command, lost.request));
    }
}

} // namespace

void repeatLost(store::Database &db, const store::Station &station, ocpp::Timestamp now)
{
    if (!station.online || station.registration != store::Registration::Accepted)
        return;
    for (const LostRequest &lost : lostRequests(db, station.id)) {
        if (lost.command.origin == repeatOrigin || lost.request.expiryDate <= now)
            continue;
        store::Command command;
        command.station = station.id;
        command.action = lost.command.action;
        command.payload = lost.command.payload;
        command.origin = repeatOrigin;
        command.priority = store::Command::backgroundPriority;
        command.created = now;
        command.expires = lost.request.expiryDate;
        store::Commands(db).queue(command);
    }
}

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
    const Reservation reservation = reservationOf(context, command, *request);
    const auto known = store::Reservations(context.db).find(reservation.station, reservation.reservationId);
    if (known && isKnown(*known, reservation, command))
        return;
    store::Reservations(context.db).begin(reservation);
    catchUp(context, command);
}

void cancelAnswered(Context &context, const store::Command &command, const ocpp::CancelReservation::Response &response)
{
    const auto request = requestOf<ocpp::CancelReservation>(command);
    if (!request)
        return;
    store::Reservations reservations(context.db);
    const auto known = reservations.find(context.station.id, request->reservationId);
    if (!known || known->status != ReservationState::Active || known->created > command.sentAt.value_or(command.created))
        return; // over, or made anew since
    // 7.5: Rejected means that the station has no such reservation.
    const bool wasThere = response.status == ocpp::CancelReservationStatus::Accepted;
    reservations.end(*known, wasThere ? ReservationState::Cancelled : ReservationState::Ended,
                     wasThere ? QString() : u"notAtStation"_s, context.received);
}

void transactionStarted(Context &context, const store::Transaction &transaction, const QString &parentIdTag)
{
    store::Reservations reservations(context.db);
    const ocpp::Timestamp began = timeHere(context, transaction.startedAt);
    if (transaction.reservationId) {
        adopt(context, *transaction.reservationId);
        // Told late, it may have run out here meanwhile.
        const auto named = reservations.find(context.station.id, *transaction.reservationId);
        const bool mayBeUsed = named
                               && (named->status == ReservationState::Active || named->status == ReservationState::Expired);
        if (mayBeUsed)
            reservations.use(*named, transaction.id, began);
        if (named)
            return; // an id that was never given says nothing: some stations send 0 always
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
