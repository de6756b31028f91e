// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

namespace store {

enum class ReservationState {
    Active,
    Used, ///< a session began with it
    Cancelled,
    Expired,
    Ended, ///< replaced, its connector failed, or the station has it no more; `reason` says which
};
/// "Active", "Used", "Cancelled", "Expired", "Ended", as in the database and the API.
QLatin1StringView toString(ReservationState state);
bool fromString(QStringView text, ReservationState &state);

/// A connector kept free for a tag, from the station's acceptance to its end (3.11, 5.13).
struct Reservation {
    qint64 id = 0;
    QString station{};
    int reservationId = 0; ///< as on the wire; of those that are active, unique on the station
    int connector = 0; ///< 0: any one
    QString idTag{};
    QString idTagKey{}; ///< folded(idTag); set by begin()
    QString parentIdTag{}; ///< tags with this parent may use it too
    ocpp::Timestamp expiryDate{};
    ReservationState status = ReservationState::Active;
    QString reason{}; ///< of Ended: "replaced", "Faulted", "Unavailable", "notAtStation", "notTakenAgain:Occupied"
    ocpp::Timestamp created{}; ///< when the accepted ReserveNow went out
    std::optional<ocpp::Timestamp> ended{};
    std::optional<qint64> transactionId{}; ///< of Used

    static const RowTable &table();
};

struct ReservationFilter {
    QString station{}; ///< empty: of all
    std::optional<ReservationState> status{};
    std::optional<ocpp::Timestamp> from{}; ///< over before: left out
    std::optional<ocpp::Timestamp> to{}; ///< begun then or later: left out
    qint64 after = 0; ///< id where the page before ended
    int limit = 0; ///< 0: all
};

class Reservations {
public:
    explicit Reservations(Database &db) : db_(db) {}

    /// The row's id. An active one with the same reservationId is replaced (5.13).
    qint64 begin(Reservation reservation);
    /// The latest with this reservationId.
    std::optional<Reservation> find(const QString &station, int reservationId);
    /// Oldest first.
    QList<Reservation> active(const QString &station);
    /// Newest first.
    QList<Reservation> list(const ReservationFilter &filter = {});
    void end(Reservation reservation, ReservationState status, const QString &reason, ocpp::Timestamp at);
    void use(Reservation reservation, qint64 transactionId, ocpp::Timestamp at);
    /// Those whose time is over become Expired.
    void expireDue(ocpp::Timestamp now);

private:
    void save(const Reservation &reservation);

    Database &db_;
};

} // namespace store
