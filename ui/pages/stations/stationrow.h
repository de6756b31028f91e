// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connectors.h"
#include "store/stations.h"
#include "ui/models/column.h"
#include "ui/text/statewords.h"

#include <span>

namespace ui {

/// One line of the Stations page: the station, its connectors, how many findings it has.
struct StationRow {
    store::Station station;
    QList<store::Connector> connectors; ///< by number; 0 is the main meter
    int findings = 0;

    [[nodiscard]] const QString &key() const { return station.id; }
    /// What is the case with the station as a whole.
    [[nodiscard]] StateWord state() const;
    /// The connectors a car can be plugged into.
    [[nodiscard]] QList<store::Connector> plugs() const;
    /// Connectors that charge, as the Overview counts them; none while offline.
    [[nodiscard]] int charging() const;
    [[nodiscard]] bool isCharging() const { return charging() > 0; }
    /// Watts flowing now; nothing while offline or never measured.
    [[nodiscard]] std::optional<double> powerW() const;
    /// "Last heard 3 min ago", or that it never was.
    [[nodiscard]] QString lastHeardText() const;
};

/// Of column order: the only place that says which columns there are.
std::span<const Column<StationRow>> stationColumns();
int lastHeardColumn();
/// The translation context of the titles.
inline constexpr auto stationColumnsContext = "ui::StationRow";

/// On the reader's thread.
QList<StationRow> readStations(store::Database &db);
/// Nothing if there is no such station.
std::optional<StationRow> readStation(store::Database &db, const QString &id);

} // namespace ui
