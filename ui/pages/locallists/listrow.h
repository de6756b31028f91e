// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/locallists.h"
#include "store/reconciliations.h"
#include "ui/models/column.h"

#include <span>

namespace ui {

/// One list, with how its stations stand.
struct ListRow {
    store::LocalList list;
    int entries = 0;
    int stations = 0;
    int inStep = 0;
    int stuck = 0; ///< given up
    int paused = 0;

    [[nodiscard]] qint64 key() const { return list.id; }
    /// Its name, or "CP03 only".
    [[nodiscard]] QString title() const;
    /// "All id tags", "Id tags of STAFF", "By hand".
    [[nodiscard]] QString makeUp() const;
    [[nodiscard]] MarkedText standing() const;
};

std::span<const Column<ListRow>> listColumns();
inline constexpr auto listColumnsContext = "ui::ListRow";

/// A station that shall have a list, or was asked for its.
struct StationListRow {
    store::StationList standing;
    store::Reconciliation step;
    QString description{};
    bool online = false;

    [[nodiscard]] const QString &key() const { return standing.station; }
};

std::span<const Column<StationListRow>> stationListColumns();
inline constexpr auto stationListColumnsContext = "ui::StationListRow";

} // namespace ui
