// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/chargingprofiles.h"
#include "ui/models/column.h"

#include <QJsonObject>

#include <span>

namespace ui {

/// One profile at one connector of a station, desired or installed; or a connector without any.
struct PlaceRow {
    store::StationProfile row;
    QString name{}; ///< of the library's profile; empty: none of it
    QJsonObject profile{}; ///< what is desired there, else what the station has; empty: nothing
    QList<charging::Problem> problems{}; ///< of one that does not fit
    bool online = false; ///< the station

    [[nodiscard]] bool isEmpty() const { return profile.isEmpty(); }
    [[nodiscard]] QString key() const;
    /// Whether both say the same; `profile` follows from the row.
    friend bool operator==(const PlaceRow &one, const PlaceRow &other);
};

/// A station with what a profile can be put on.
struct StationPlaces {
    QString id;
    int connectors = 0;
    bool online = false;
};

std::span<const Column<PlaceRow>> placeColumns();
int placeStationColumn();
/// The translation context of the titles.
inline constexpr auto placeColumnsContext = "ui::PlaceRow";

/// The profile's name in the library, or where it comes from.
QString profileName(const PlaceRow &row);
/// Why it is not installed, in the person's language; empty: nothing to say.
QString placeReason(const PlaceRow &row);

/// By id. On the reader's thread.
QList<StationPlaces> readStationPlaces(store::Database &db);
/// Every connector has a row, or more. On the reader's thread.
QList<PlaceRow> readPlaces(store::Database &db, const QList<StationPlaces> &stations);

} // namespace ui
