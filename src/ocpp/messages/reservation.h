// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/types.h"

// The Reservation profile.
namespace ocpp {

struct CancelReservation {
    static constexpr QLatin1StringView action{"CancelReservation"};
    static constexpr Profile profile = Profile::Reservation;

    struct Request { // 6.5
        int reservationId = 0;
        static std::span<const Field> fields();
    };
    struct Response { // 6.6
        CancelReservationStatus status = CancelReservationStatus::Rejected;
        static std::span<const Field> fields();
    };
};

struct ReserveNow {
    static constexpr QLatin1StringView action{"ReserveNow"};
    static constexpr Profile profile = Profile::Reservation;

    struct Request { // 6.37
        int connectorId = 0; // 0: any connector
        Timestamp expiryDate{};
        QString idTag{};
        std::optional<QString> parentIdTag{};
        int reservationId = 0;
        static std::span<const Field> fields();
    };
    struct Response { // 6.38
        ReservationStatus status = ReservationStatus::Rejected;
        static std::span<const Field> fields();
    };
};

} // namespace ocpp
