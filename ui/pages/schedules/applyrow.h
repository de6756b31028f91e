// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/chargingprofiles.h"
#include "ui/models/column.h"

#include <span>

namespace ui {

/// One command that would be sent, and then how it stands.
struct ApplyRow {
    store::ProfileWish wish{};
    int layer = 0; ///< its id
    QString name{}; ///< of the layer; several may have it
    QString refusal{}; ///< why it does not fit
    QString replaced{}; ///< what is there by now
    bool online = false;
    bool isChecked = false; ///< whether it fits is known
    std::optional<store::StationProfile> sent{}; ///< how it stands since it was made desired

    [[nodiscard]] QString key() const;
    /// Still to be sent, and it fits.
    [[nodiscard]] bool isReady() const { return isChecked && refusal.isEmpty() && !sent; }
};

std::span<const Column<ApplyRow>> applyColumns();
/// The translation context of the titles.
inline constexpr auto applyColumnsContext = "ui::ApplyRow";

/// Whether they fit, or how they stand by now. On the reader's thread.
QList<ApplyRow> checkedRows(store::Database &db, QList<ApplyRow> rows);
QList<ApplyRow> followedRows(store::Database &db, QList<ApplyRow> rows);

} // namespace ui
