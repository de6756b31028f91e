// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charging/composite.h"
#include "http/call.h"
#include "store/database.h"

namespace http {

// What of a station's profiles is to be computed.
struct ComputedWish {
    int connector = 0; // 0: the grid connection
    std::optional<ocpp::Timestamp> from{}; // nothing: now
    int duration = 86400; // s
    std::optional<ocpp::ChargingRateUnitType> unit{}; // nothing: one that the station takes
    charging::Wiring wiring{};
    bool isInstalledOnly = false; // what it has accepted, instead of what it is to have
};
Answer<ComputedWish> computedWish(const Call &call);

struct ComputedComposite {
    charging::Composite composite;
    QList<charging::PlacedProfile> profiles{}; // that it speaks of
    ocpp::Timestamp at{};
};
// With the transactions that run now. What is desired is computed as it is issued, also after changes of the clock
// (behaviour 35); where the station refused it, what it has instead.
Answer<ComputedComposite> computedComposite(store::Database &db, const QString &station, const ComputedWish &wish);

} // namespace http
