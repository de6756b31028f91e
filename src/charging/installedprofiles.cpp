// SPDX-License-Identifier: GPL-3.0-or-later
#include "charging/installedprofiles.h"

#include <algorithm>

namespace charging {
namespace {

using ocpp::Timestamp;
using Purpose = ocpp::ChargingProfilePurposeType;

/// What a station has after these requests.
class Installed {
public:
    Installed(const QList<PlacedProfile> &profiles, Timestamp from, const CompositeContext &context)
        : profiles_(profiles), context_(context), expectedStart_(context.expectedStart.value_or(from))
    {
    }

    Outlet outlet(int connector) const
    {
        return connector > 0 && connector <= context_.outlets.size() ? context_.outlets[connector - 1]
                                                                     : Outlet{context_.grid, {}};
    }
    /// Nothing: it belongs to the stack of this connector, where 0 is that of the maximum.
    std::optional<Standing> outside(int index, int connector) const;
    Timestamp begin(int connector) const;

private:
    std::optional<Standing> refusal(const PlacedProfile &placed) const;
    std::optional<Standing> transactionRefusal(const PlacedProfile &placed) const;
    bool isReplaced(int index) const;
    bool givesWayAt(const PlacedProfile &placed, int connector) const;

    const QList<PlacedProfile> &profiles_;
    const CompositeContext &context_;
    const Timestamp expectedStart_;
};

bool isSamePlace(const PlacedProfile &a, const PlacedProfile &b)
{
    return a.connectorId == b.connectorId && a.csChargingProfiles.stackLevel == b.csChargingProfiles.stackLevel
           && a.csChargingProfiles.chargingProfilePurpose == b.csChargingProfiles.chargingProfilePurpose;
}

/// 3.13.1: why a station would not take it.
std::optional<Standing> Installed::refusal(const PlacedProfile &placed) const
{
    const Purpose purpose = placed.csChargingProfiles.chargingProfilePurpose;
    const bool isMaximum = purpose == Purpose::ChargePointMaxProfile;
    if ((isMaximum && placed.connectorId != 0) || (purpose == Purpose::TxProfile && placed.connectorId == 0))
        return Standing::WrongPlace;
    return purpose == Purpose::TxProfile ? transactionRefusal(placed) : std::nullopt;
}

std::optional<Standing> Installed::transactionRefusal(const PlacedProfile &placed) const
{
    const auto transaction = outlet(placed.connectorId).transaction;
    if (!transaction)
        return Standing::NoTransaction;
    const auto &wanted = placed.csChargingProfiles.transactionId;
    return wanted && transaction->id && *wanted != *transaction->id ? std::optional(Standing::OtherTransaction)
                                                                    : std::nullopt;
}

/// 5.16.3, 5.16.4, 3.13.2.
bool Installed::isReplaced(int index) const
{
    const PlacedProfile &placed = profiles_[index];
    return std::any_of(profiles_.cbegin() + index + 1, profiles_.cend(), [&](const PlacedProfile &later) {
        const bool isSameId = later.csChargingProfiles.chargingProfileId == placed.csChargingProfiles.chargingProfileId;
        return (isSameId || isSamePlace(later, placed)) && !refusal(later);
    });
}

/// 3.13.1: the TxDefaultProfile of connector 0 to the connector's own.
bool Installed::givesWayAt(const PlacedProfile &placed, int connector) const
{
    if (placed.connectorId != 0 || connector == 0)
        return false;
    PlacedProfile own = placed;
    own.connectorId = connector;
    for (int i = 0; i < profiles_.size(); ++i) {
        if (isSamePlace(profiles_[i], own) && !isReplaced(i))
            return true;
    }
    return false;
}

std::optional<Standing> Installed::outside(int index, int connector) const
{
    const PlacedProfile &placed = profiles_[index];
    const bool isMaximum = placed.csChargingProfiles.chargingProfilePurpose == Purpose::ChargePointMaxProfile;
    const bool concerns =
        isMaximum ? connector == 0 : connector > 0 && (placed.connectorId == connector || placed.connectorId == 0);
    if (const auto refused = refusal(placed); refused && (concerns || *refused == Standing::WrongPlace))
        return refused;
    if (!concerns)
        return Standing::OtherConnector;
    if (isReplaced(index) || givesWayAt(placed, connector))
        return Standing::Replaced;
    return std::nullopt;
}

/// Of what has no start of its own (7.13).
Timestamp Installed::begin(int connector) const
{
    if (connector > 0) {
        const auto transaction = outlet(connector).transaction;
        return transaction ? transaction->start : expectedStart_;
    }
    std::optional<Timestamp> first;
    for (const Outlet &outlet : context_.outlets) {
        if (outlet.transaction)
            first = std::min(first.value_or(outlet.transaction->start), outlet.transaction->start);
    }
    return first.value_or(expectedStart_);
}

} // namespace

Stacks stacksOf(const QList<PlacedProfile> &profiles, int connector, Timestamp from, ocpp::ChargingRateUnitType unit,
                const CompositeContext &context)
{
    const Installed installed(profiles, from, context);
    QList<std::pair<int, Standing>> outside;
    const auto stack = [&](int at, const Wiring &wiring) {
        std::vector<Slot> competing;
        const Timestamp begin = installed.begin(at);
        const auto transaction = installed.outlet(at).transaction;
        for (int i = 0; i < profiles.size(); ++i) {
            const ocpp::ChargingProfile &profile = profiles[i].csChargingProfiles;
            const bool isTx = profile.chargingProfilePurpose == Purpose::TxProfile;
            if (const auto why = installed.outside(i, at))
                outside.append({i, *why});
            else
                competing.emplace_back(i, profile, unit, wiring, begin,
                                       isTx ? std::optional(transaction->start) : std::nullopt);
        }
        return Stack(at, std::move(competing));
    };
    // The maximum counts for one connector with the wires of that connector.
    Stacks stacks{stack(0, connector > 0 ? installed.outlet(connector).wiring : context.grid)};
    const int first = connector > 0 ? connector : 1;
    const int last = connector > 0 ? connector : int(context.outlets.size());
    for (int at = first; at <= last; ++at)
        stacks.outlets.push_back(stack(at, installed.outlet(at).wiring));
    stacks.outside = outside;
    return stacks;
}

} // namespace charging
