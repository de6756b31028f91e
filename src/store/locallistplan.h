// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/locallists.h"

namespace store {

/// One tag whose entry is not as desired.
struct LocalListChange {
    enum class Kind { Add, Update, Remove };
    Kind kind = Kind::Add;
    LocalListEntry entry{}; ///< as desired; of a removal: as installed
    std::optional<LocalListEntry> before{}; ///< as installed; none if it is added
};
/// "add", "update", "remove".
QLatin1StringView toString(LocalListChange::Kind kind);

/// Why a station cannot have the list that is desired.
enum class LocalListObstacle {
    None,
    NoProfile, ///< SupportedFeatureProfiles is without LocalAuthListManagement
    Disabled, ///< LocalAuthListEnabled is false
    Unsupported, ///< it answered so
    TooLong, ///< more entries than LocalAuthListMaxLength
};
/// "none", "noProfile", "disabled", "unsupported", "tooLong".
QLatin1StringView toString(LocalListObstacle obstacle);

/// What there is to do about a station's local list: for the service that does it, and for people who look before.
struct LocalListPlan {
    std::optional<LocalList> list{}; ///< that it shall have; nothing: nothing is to be done
    StationList row{};
    QList<LocalListEntry> desired{}; ///< by tag
    QList<LocalListChange> changes{}; ///< removals first, so that the list never grows too long on the way; then by tag
    bool mustAsk = false; ///< its version is not known: it is asked first
    bool isFull = false; ///< the next update replaces the whole list: what it has is not what was installed
    LocalListObstacle obstacle = LocalListObstacle::None;
    std::optional<int> mostEntries{}; ///< LocalAuthListMaxLength
    std::optional<int> mostPerUpdate{}; ///< SendLocalListMaxLength

    /// Things that are not as desired; 0: the station has its list.
    int drift() const;
    /// The version that it says it has is another one than the last it accepted.
    bool versionDiffers() const { return row.reported && *row.reported != row.committed; }
    /// How many SendLocalList it takes.
    int updates() const;
    /// The next one; only if there is drift and no obstacle.
    ocpp::SendLocalList::Request nextUpdate(int version) const;
};

LocalListPlan planLocalList(Database &db, const QString &station, ocpp::Timestamp now);

} // namespace store
