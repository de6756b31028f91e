// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charging/profileslot.h"

namespace charging {

/// The profiles that concern a connector, or connector 0, and why the others do not.
struct Stacks {
    Stack maximum;
    std::vector<Stack> outlets{};
    QList<std::pair<int, Standing>> outside{};
};
Stacks stacksOf(const QList<PlacedProfile> &profiles, int connector, ocpp::Timestamp from,
                ocpp::ChargingRateUnitType unit, const CompositeContext &context);

} // namespace charging
