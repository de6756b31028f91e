// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocpp/messages/reservation.h"

namespace ocpp {

std::span<const Field> CancelReservation::Request::fields()
{
    static constexpr auto fields =
        table("6.5", required<&Request::reservationId>("reservationId", help("The reservation to cancel.")));
    return fields;
}

std::span<const Field> CancelReservation::Response::fields()
{
    static constexpr auto fields = table("6.6", required<&Response::status>("status"));
    return fields;
}

std::span<const Field> ReserveNow::Request::fields()
{
    static constexpr auto fields =
        table("6.37",
              required<&Request::connectorId>("connectorId", atLeast(0),
                                              help("The connector to reserve; 0 is any connector.")),
              required<&Request::expiryDate>("expiryDate", help("When the reservation ends.")),
              required<&Request::idTag>("idTag", maxLength(20),
                                        help("The tag for which the connector is kept free.")),
              optional<&Request::parentIdTag>(
                  "parentIdTag", maxLength(20),
                  help("The group of the tag: every tag of the group may use the reservation.")),
              required<&Request::reservationId>(
                  "reservationId",
                  help("The number of the reservation; a number in use replaces that reservation.")));
    return fields;
}

std::span<const Field> ReserveNow::Response::fields()
{
    static constexpr auto fields = table("6.38", required<&Response::status>("status"));
    return fields;
}

} // namespace ocpp
