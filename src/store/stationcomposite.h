// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charging/composite.h"
#include "store/database.h"

#include <QTimeZone>

namespace store {

/// What of a station's profiles is to be computed.
struct CompositeWish {
    int connector = 0; ///< 0: the grid connection
    std::optional<ocpp::Timestamp> from{}; ///< nothing: now
    int duration = 86400; ///< s
    std::optional<ocpp::ChargingRateUnitType> unit{}; ///< nothing: one that the station takes
    std::optional<double> voltage{}; ///< V of a phase, above 0; nothing: of its place in a site, else 230
    std::optional<int> phases{}; ///< 1 to 3; nothing: of its place in a site, else 3
    bool isInstalledOnly = false; ///< what it has accepted, instead of what it is to have
};

struct StationComposite {
    charging::Composite composite;
    QList<charging::PlacedProfile> profiles{}; ///< that it speaks of
    ocpp::Timestamp at{};
};

/// More connectors than these are not computed.
inline constexpr int mostCompositeConnectors = 1000;

/// What one may cost (charging::CompositeContext::mostLooks); where it would be more, its duration is less than wished.
inline constexpr qint64 mostCompositeLooks = 100'000;

/// How it is wired by its place in a site; nothing: it has none.
std::optional<charging::Wiring> siteWiring(Database &db, const QString &station);

/// What a wish is computed with.
charging::Wiring wiringOf(Database &db, const QString &station, const CompositeWish &wish);

/// How many connectors a station has as far as is known, at least one.
int knownConnectors(Database &db, const QString &station);

/// A station's profiles and transactions, read once for the composites of all its connectors.
class StationComposites {
public:
    /// Of the wish only its wiring and isInstalledOnly.
    StationComposites(Database &db, const QString &station, const CompositeWish &wish);

    /// See compositeOf(); the wish's wiring and isInstalledOnly are those that were read with.
    std::optional<StationComposite> of(const CompositeWish &wish) const;

private:
    ocpp::Timestamp at_;
    ocpp::ChargingRateUnitType unit_;
    int connectors_ = 1;
    charging::IssuedProfiles issuedAt_;
    charging::CompositeContext context_;
};

/// With the transactions that run now. What is desired is computed as it is issued, also after changes of the clock
/// (behaviour 35); where the station refused it, what it has instead. Nothing for a connector that it does not have.
std::optional<StationComposite> compositeOf(Database &db, const QString &station, const CompositeWish &wish);

} // namespace store
