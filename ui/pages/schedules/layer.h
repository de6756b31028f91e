// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charging/weekprofile.h"
#include "store/chargingprofiles.h"

#include <QString>

namespace ui {

/// One profile on the canvas: drawn here, or known to be at the station.
struct Layer {
    int id = 0; ///< of this window
    QString name{};
    bool isDrawn = true; ///< else it is the station's, and not to be changed
    bool isVisible = true;
    int connector = 1; ///< of the station's own; a drawn one goes where connectorOf() says
    bool isWholeStation = false; ///< drawn for every connector
    store::ProfileState state{}; ///< of the station's
    ocpp::ChargingProfile like{}; ///< all that is not drawn; of what cannot be drawn the whole profile
    std::optional<charging::WeekPlan> plan{}; ///< nothing: it cannot be drawn, see `why`
    charging::Undrawable why{};

    [[nodiscard]] ocpp::ChargingProfilePurposeType purpose() const { return like.chargingProfilePurpose; }
    [[nodiscard]] int level() const { return like.stackLevel; }
    [[nodiscard]] charging::WeekPlan::Unit unit() const;
};

/// Where it counts, or would, beside the connector that is looked at.
int connectorOf(const Layer &layer, int shownConnector);
/// As they would go out; several while it has more gaps than a profile can have.
QList<ocpp::ChargingProfile> profilesOf(const Layer &layer, const charging::WeekFrame &week);
/// A profile as a layer, drawn as far as it can be.
Layer layerOf(const ocpp::ChargingProfile &profile, const QString &name, const charging::WeekFrame &week);
/// Of the whole station first, then by level; what is drawn before what the station has.
bool isAbove(const Layer &one, const Layer &other);

} // namespace ui
