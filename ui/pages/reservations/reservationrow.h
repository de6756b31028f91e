// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/reservations.h"
#include "ui/models/column.h"
#include "ui/text/statewords.h"

#include <span>

namespace ui {

/// One reservation, with the name of whom it is for.
struct ReservationRow {
    store::Reservation reservation;
    QString person{}; ///< the tag's owner; empty: nobody knows

    [[nodiscard]] qint64 key() const { return reservation.id; }
    /// By the clock: one whose time is over has expired, though nobody has written that yet.
    [[nodiscard]] store::ReservationState status(ocpp::Timestamp now) const;
    [[nodiscard]] bool isActive(ocpp::Timestamp now) const;
    [[nodiscard]] StateWord state(ocpp::Timestamp now) const;
    /// When it was over, or will be.
    [[nodiscard]] ocpp::Timestamp end() const;
    /// The name, or the tag.
    [[nodiscard]] QString whom() const;
    [[nodiscard]] QString connectorText() const;
    /// "43 min left", or what came of it.
    [[nodiscard]] QString outcome(ocpp::Timestamp now) const;
    /// All of it in one line: for a screen reader, and as a tooltip.
    [[nodiscard]] QString summary(ocpp::Timestamp now) const;
};

std::span<const Column<ReservationRow>> reservationColumns();
/// Those whose text changes as time passes.
int reservationStateColumn();
int reservationFromColumn();
int reservationOutcomeColumn();
/// The translation context of the titles.
inline constexpr auto reservationColumnsContext = "ui::ReservationRow";

} // namespace ui
