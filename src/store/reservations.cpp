// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reservations.h"

#include "store/filter.h"
#include "store/stations.h"
#include "store/words.h"

using namespace Qt::Literals::StringLiterals;

namespace store {
namespace {

constexpr Word<ReservationState> reservationStates[] = {
    {ReservationState::Active, "Active"_L1},       {ReservationState::Used, "Used"_L1},
    {ReservationState::Cancelled, "Cancelled"_L1}, {ReservationState::Expired, "Expired"_L1},
    {ReservationState::Ended, "Ended"_L1},
};

constexpr Column reservationColumns[] = {
    column<&Reservation::id>("id"_L1, ColumnRole::Generated),
    column<&Reservation::station>("station"_L1),
    column<&Reservation::reservationId>("reservation_id"_L1),
    column<&Reservation::connector>("connector"_L1),
    column<&Reservation::idTag>("id_tag"_L1),
    column<&Reservation::idTagKey>("id_tag_key"_L1),
    column<&Reservation::parentIdTag>("parent_id_tag"_L1),
    column<&Reservation::expiryDate>("expiry_date"_L1),
    column<&Reservation::status>("status"_L1),
    column<&Reservation::reason>("reason"_L1),
    column<&Reservation::created>("created"_L1),
    column<&Reservation::ended>("ended"_L1),
    column<&Reservation::transactionId>("transaction_id"_L1),
};
constexpr RowTable reservationTable{"reservations"_L1, reservationColumns};

} // namespace

QLatin1StringView toString(ReservationState state)
{
    return wordOf(reservationStates, state);
}

bool fromString(QStringView text, ReservationState &state)
{
    return fromWord(reservationStates, text, state);
}

const RowTable &Reservation::table()
{
    return reservationTable;
}

qint64 Reservations::begin(Reservation reservation)
{
    const auto known = find(reservation.station, reservation.reservationId);
    if (known && known->status == ReservationState::Active)
        end(*known, ReservationState::Ended, u"replaced"_s, reservation.created);
    reservation.idTagKey = folded(reservation.idTag);
    const qint64 id = db_.insert(reservation);
    db_.noteChange(Table::Reservations, reservation.station, changeKey(reservation.reservationId));
    return id;
}

std::optional<Reservation> Reservations::find(const QString &station, int reservationId)
{
    return db_.row<Reservation>(u"WHERE station = ? AND reservation_id = ? ORDER BY id DESC LIMIT 1"_s,
                                {station, reservationId});
}

QList<Reservation> Reservations::active(const QString &station)
{
    return db_.rows<Reservation>(u"WHERE station = ? AND status = 'Active' ORDER BY id"_s, {station});
}

QList<Reservation> Reservations::list(const ReservationFilter &filter)
{
    Filter where;
    if (!filter.station.isEmpty())
        where.where(u"station = ?"_s, {filter.station});
    if (filter.status)
        where.where(u"status = ?"_s, {*filter.status});
    if (filter.from)
        where.where(u"COALESCE(ended, expiry_date) >= ?"_s, {*filter.from});
    if (filter.to)
        where.where(u"created < ?"_s, {*filter.to});
    if (filter.after > 0)
        where.where(u"id < ?"_s, {filter.after});
    where.finish(u"ORDER BY id DESC"_s, filter.limit);
    return db_.rows<Reservation>(where.tail(), where.values());
}

void Reservations::end(Reservation reservation, ReservationState status, const QString &reason, ocpp::Timestamp at)
{
    reservation.status = status;
    reservation.reason = reason;
    reservation.ended = at;
    save(reservation);
}

void Reservations::use(Reservation reservation, qint64 transactionId, ocpp::Timestamp at)
{
    reservation.transactionId = transactionId;
    end(reservation, ReservationState::Used, {}, at);
}

void Reservations::expireDue(ocpp::Timestamp now)
{
    for (const Reservation &due : db_.rows<Reservation>(u"WHERE status = 'Active' AND expiry_date <= ? ORDER BY id"_s, {now}))
        end(due, ReservationState::Expired, {}, due.expiryDate);
}

void Reservations::save(const Reservation &reservation)
{
    db_.update(reservation);
    db_.noteChange(Table::Reservations, reservation.station, changeKey(reservation.reservationId));
}

} // namespace store
