// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/resources/reservations.h"

#include "http/listing.h"
#include "store/reservations.h"
#include "store/stations.h"

namespace http {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QLatin1StringView statusWords[] = {"Active"_L1, "Used"_L1, "Cancelled"_L1, "Expired"_L1, "Ended"_L1};

using R = store::Reservation;
constexpr Property reservationProperties[] = {
    shown<R>("reservationId"_L1, "As on the wire"_L1, [](const R &r) { return r.reservationId; }),
    shown<R>("station"_L1, "Its id"_L1, [](const R &r) { return r.station; }),
    shown<R>("connector"_L1, "0: any one"_L1, [](const R &r) { return r.connector; }),
    shown<R>("idTag"_L1, "For whom"_L1, [](const R &r) { return r.idTag; }),
    shown<R>("parentIdTag"_L1, "Tags with this parent may use it too"_L1,
             [](const R &r) { return orNull(r.parentIdTag); }),
    shown<R>("expiryDate"_L1, "Until when"_L1, [](const R &r) { return r.expiryDate; }),
    shown<R>(
        "status"_L1, "Active is followed by one of the others"_L1, [](const R &r) { return r.status; },
        words(statusWords)),
    shown<R>("reason"_L1,
             "Of Ended: replaced, Faulted, Unavailable, notAtStation, notTakenAgain:STATUS (after a boot)"_L1,
             [](const R &r) { return orNull(r.reason); }),
    shown<R>("created"_L1, "When it was made"_L1, [](const R &r) { return r.created; }),
    shown<R>("ended"_L1, "When it was over"_L1, [](const R &r) { return r.ended; }),
    shown<R>("transactionId"_L1, "Of Used"_L1, [](const R &r) { return r.transactionId; }),
};

} // namespace

const Schema reservationSchema{"Reservation"_L1, reservationProperties, "A connector kept free for a tag"_L1};

Answer<Reply> listReservations(Context &context, const Call &call)
{
    const auto page = call.pageById();
    if (!page)
        return tl::unexpected(page.error());
    store::ReservationFilter filter;
    filter.after = page->afterId();
    filter.limit = page->limit + 1;
    const QString status = call.query(u"status"_s);
    store::ReservationState state = store::ReservationState::Active;
    if (!status.isEmpty() && !fromString(status, state))
        return tl::unexpected(badParameter(u"status"_s, u"Active, Used, Cancelled, Expired or Ended"_s));
    if (!status.isEmpty())
        filter.status = state;
    const QString id = call.path(u"id"_s);
    return flattened(context.read([id, filter, page = *page](store::Database &db) -> Answer<Reply> {
        const auto station = store::Stations(db).find(id);
        if (!station)
            return tl::unexpected(unknownStation(id));
        store::ReservationFilter ofStation = filter;
        ofStation.station = station->id;
        return pageReply(store::Reservations(db).list(ofStation), page, reservationProperties, keyById);
    }));
}

Answer<Reply> showReservation(Context &context, const Call &call)
{
    const auto number = call.pathNumber(u"reservationId"_s, u"unknownReservation"_s);
    if (!number)
        return tl::unexpected(number.error());
    const QString id = call.path(u"station"_s);
    return flattened(context.read([id, number = *number](store::Database &db) -> Answer<Reply> {
        const auto station = store::Stations(db).find(id);
        if (!station)
            return tl::unexpected(unknownStation(id));
        const auto reservation = store::Reservations(db).find(station->id, int(number));
        if (!reservation) {
            return tl::unexpected(Failure{404, u"unknownReservation"_s,
                                          u"%1 never accepted a reservation %2."_s.arg(station->id).arg(number), {}});
        }
        return jsonReply(toJson(reservationProperties, &*reservation));
    }));
}

} // namespace http
