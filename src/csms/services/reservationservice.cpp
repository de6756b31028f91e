// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/services/reservationservice.h"

#include "csms/handlers/authorization.h"
#include "ocpp/codec.h"
#include "ocpp/jsontext.h"
#include "store/configuration.h"
#include "store/connectors.h"
#include "store/reservations.h"
#include "store/stationtime.h"

#include <QHash>
#include <QJsonDocument>

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
constexpr QLatin1StringView notTakenAgain = "notTakenAgain"_L1;

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

struct Asked {
    store::Command command;
    ocpp::ReserveNow::Request request;

    ocpp::Timestamp when() const { return command.sentAt.value_or(command.created); }
};

/// The last ReserveNow of each id.
QHash<int, Asked> lastAsked(store::Database &db, const QString &station)
{
    QHash<int, Asked> last;
    for (const store::Command &command : commandsOf(db, station, ocpp::ReserveNow::action)) {
        if (const auto request = requestOf<ocpp::ReserveNow>(command);
            request && !last.contains(request->reservationId))
            last.insert(request->reservationId, {command, *request});
    }
    return last;
}

/// The station may append something to its tags.
bool isSame(const Reservation &reservation, const ocpp::ReserveNow::Request &request)
{
    return reservation.connector == request.connectorId && reservation.expiryDate == request.expiryDate
           && store::folded(request.idTag).startsWith(reservation.idTagKey);
}

bool isLost(store::Database &db, const Asked &asked)
{
    if (asked.command.state != CommandState::Timeout && asked.command.state != CommandState::Unknown)
        return false;
    const auto known = store::Reservations(db).find(asked.command.station, asked.request.reservationId);
    if (!known)
        return true;
    const bool isOverSince = known->ended && *known->ended >= asked.when();
    const bool wasRepeated = asked.command.origin == repeatOrigin && isSame(*known, asked.request);
    const bool isOver = known->status != ReservationState::Active && (isOverSince || wasRepeated);
    return !isOver && known->created < asked.when();
}

/// Those of which nobody knows what became (behaviour 15), oldest first.
QList<Asked> lostRequests(store::Database &db, const QString &station)
{
    const QHash<int, qint64> cancelled = cancels(db, station);
    QList<Asked> all = lastAsked(db, station).values();
    all.removeIf([&](const Asked &asked) {
        return cancelled.value(asked.request.reservationId) >= asked.command.id || !isLost(db, asked);
    });
    std::ranges::sort(all, {}, [](const Asked &asked) { return asked.command.id; });
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
bool isKnown(const Reservation &known, const Reservation &accepted, const store::Command &command,
             const ocpp::ReserveNow::Request &request)
{
    const bool isRepeated =
        command.origin == repeatOrigin && known.status == ReservationState::Active && isSame(known, request);
    return isRepeated || known.created == accepted.created;
}

/// A start names it, so the station had it: the answer that would have said so was lost.
void adopt(Context &context, int reservationId)
{
    const auto known = store::Reservations(context.db).find(context.station.id, reservationId);
    for (const Asked &lost : lostRequests(context.db, context.station.id)) {
        const bool isKept = known && known->status == ReservationState::Active && isSame(*known, lost.request);
        if (lost.request.reservationId == reservationId && !isKept)
            store::Reservations(context.db).begin(reservationOf(context, lost.command, lost.request));
    }
}

/// It was to be kept, and is not.
void refused(Context &context, const store::Command &command, const ocpp::ReserveNow::Request &request,
             ocpp::ReservationStatus status)
{
    store::Reservations reservations(context.db);
    const auto known = reservations.find(context.station.id, request.reservationId);
    const bool isAbout = known && known->status == ReservationState::Active && isSame(*known, request)
                         && known->created < command.sentAt.value_or(command.created);
    if (command.origin == repeatOrigin && isAbout)
        reservations.end(*known, ReservationState::Ended, notTakenAgain + u':' + toString(status), context.received);
}

void repeat(store::Database &db, const QString &station, const QByteArray &payload, ocpp::Timestamp expires,
            ocpp::Timestamp now)
{
    store::Command command;
    command.station = station;
    command.action = ocpp::ReserveNow::action;
    command.payload = payload;
    command.origin = repeatOrigin;
    command.priority = store::Command::backgroundPriority;
    command.created = now;
    command.expires = expires;
    store::Commands(db).queue(command);
}

/// Nobody knows what became of it: the same id replaces what the station may have (5.13), and its answer tells. Once per
/// connection: a station that does not answer is not asked for ever.
void repeatLost(store::Database &db, const store::Station &station, ocpp::Timestamp now)
{
    for (const Asked &lost : lostRequests(db, station.id)) {
        const bool wasRepeatedHere =
            lost.command.origin == repeatOrigin && station.connectedAt && lost.when() >= *station.connectedAt;
        if (!wasRepeatedHere && lost.request.expiryDate > now)
            repeat(db, station.id, lost.command.payload, lost.request.expiryDate, now);
    }
}

/// A repeated one waits behind what people want.
bool isOverMeanwhile(store::Database &db, const store::Command &command)
{
    const auto request = requestOf<ocpp::ReserveNow>(command);
    if (!request)
        return false;
    const auto known = store::Reservations(db).find(command.station, request->reservationId);
    const bool isOver = known && known->status != ReservationState::Active && isSame(*known, *request);
    return isOver || cancels(db, command.station).value(request->reservationId) > command.id;
}

QByteArray payloadOf(const Reservation &reservation)
{
    const std::optional<QString> parent =
        reservation.parentIdTag.isEmpty() ? std::nullopt : std::optional(reservation.parentIdTag);
    return ocpp::compactBytes(ocpp::encode(ocpp::ReserveNow::Request{
        reservation.connector, reservation.expiryDate, reservation.idTag, parent, reservation.reservationId}));
}

/// What a station keeps free it may have forgotten as it booted.
void renewAfterBoot(store::Database &db, const store::Station &station, ocpp::Timestamp now)
{
    QList<Reservation> older = store::Reservations(db).active(station.id);
    older.removeIf([&](const Reservation &r) { return r.created >= station.bootTime || r.expiryDate <= now; });
    if (older.isEmpty())
        return;
    const QHash<int, Asked> last = lastAsked(db, station.id);
    const QHash<int, qint64> cancelled = cancels(db, station.id);
    for (const Reservation &reservation : std::as_const(older)) {
        const auto asked = last.constFind(reservation.reservationId);
        const bool isKnown = asked != last.constEnd(); // else its command is so old that it was removed
        const bool isCancelled = cancelled.value(reservation.reservationId, -1) > (isKnown ? asked->command.id : 0);
        const bool isAskedSince =
            isKnown && (!store::isFinal(asked->command.state) || asked->when() >= station.bootTime);
        if (isCancelled || isAskedSince)
            continue;
        const bool isAsSent = isKnown && isSame(reservation, asked->request);
        repeat(db, station.id, isAsSent ? asked->command.payload : payloadOf(reservation), reservation.expiryDate, now);
    }
}

} // namespace

void keepTrue(store::Database &db, const store::Station &station, ocpp::Timestamp now)
{
    if (!station.online || station.registration != store::Registration::Accepted)
        return;
    repeatLost(db, station, now);
    if (station.bootTime)
        renewAfterBoot(db, station, now);
}

QString hindrance(store::Database &db, const store::Station &station, const store::Command &command,
                  ocpp::Timestamp now)
{
    if (command.origin == repeatOrigin && isOverMeanwhile(db, command))
        return u"Not sent: the reservation is over, or was cancelled meanwhile."_s;
    const QJsonObject reserveNow = QJsonDocument::fromJson(command.payload).object();
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
    if (!request)
        return;
    if (response.status != ocpp::ReservationStatus::Accepted)
        return refused(context, command, *request, response.status);
    const Reservation reservation = reservationOf(context, command, *request);
    const auto known = store::Reservations(context.db).find(reservation.station, reservation.reservationId);
    if (known && isKnown(*known, reservation, command, *request))
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
        const bool mayBeUsed =
            named
            && (named->status == ReservationState::Active || named->status == ReservationState::Expired
                || named->reason.startsWith(notTakenAgain)); // it had it nevertheless
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
