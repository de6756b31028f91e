// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/schedules/layer.h"

#include <tuple>

namespace ui {

using ocpp::ChargingProfilePurposeType;

charging::WeekPlan::Unit Layer::unit() const
{
    return plan ? plan->unit() : like.chargingSchedule.chargingRateUnit;
}

int connectorOf(const Layer &layer, int shownConnector)
{
    if (!layer.isDrawn)
        return layer.connector;
    const bool isMax = layer.purpose() == ChargingProfilePurposeType::ChargePointMaxProfile;
    return isMax || layer.isWholeStation ? 0 : shownConnector;
}

QList<ocpp::ChargingProfile> profilesOf(const Layer &layer, const charging::WeekFrame &week)
{
    return layer.plan && layer.isDrawn ? charging::profilesOf(*layer.plan, layer.like, week)
                                       : QList<ocpp::ChargingProfile>{layer.like};
}

Layer layerOf(const ocpp::ChargingProfile &profile, const QString &name, const charging::WeekFrame &week)
{
    Layer layer;
    layer.name = name;
    layer.like = profile;
    const auto plan = charging::planOf(profile, week);
    if (plan)
        layer.plan = *plan;
    else
        layer.why = plan.error();
    return layer;
}

bool isAbove(const Layer &one, const Layer &other)
{
    const auto rank = [](const Layer &layer) {
        const int purpose = layer.purpose() == ChargingProfilePurposeType::ChargePointMaxProfile ? 0
                            : layer.purpose() == ChargingProfilePurposeType::TxProfile           ? 1
                                                                                                 : 2;
        return std::tuple(purpose, -layer.level(), layer.isDrawn ? 0 : 1, layer.connector == 0 ? 1 : 0, layer.id);
    };
    return rank(one) < rank(other);
}

} // namespace ui
