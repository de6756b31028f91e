// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/compositeschedules.h"
#include "store/stationcomposite.h"
#include "store/stations.h"

namespace store {

struct MeasuredLoad {
    ocpp::Timestamp time{};
    double value = 0; ///< in the unit of the comparison
};

/// What a connector may draw, by the word of all who have one.
struct CompositeComparison {
    Station station{};
    int connector = 0; ///< 0: the grid connection
    StationComposite installed{}; ///< of the profiles that it has accepted
    std::optional<charging::Composite> desired{}; ///< of those that it is to have, if that is something else
    std::optional<CompositeSchedule> told{}; ///< the latest of its own, if it is of this time
    QList<MeasuredLoad> measured{}; ///< in order of time
};

/// Of the wish's time, in its unit, else that in which the station told; `isInstalledOnly` does not count. Nothing for a
/// station or connector that is not known.
std::optional<CompositeComparison> comparisonOf(Database &db, const QString &station, CompositeWish wish);

/// What a station told. Periods out of order are put in order; one that cannot be read has no periods.
charging::Composite compositeOf(const CompositeSchedule &schedule);

} // namespace store
