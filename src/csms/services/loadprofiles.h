// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charging/stationlimits.h"
#include "ocpp/types.h"
#include "store/sites.h"

#include <QJsonObject>

/// How the limits of load balancing look on the wire. Pure.
namespace csms::loadprofiles {

/// Where they lie, above all others of that purpose: what a person desires there cannot hide them. Nothing if the station
/// has no two levels (9.4.2: ChargeProfileMaxStackLevel).
struct Levels {
    int fallback = 0;
    int share = 1;
    bool isHighest = false; ///< no others are above them
};
std::optional<Levels> levelsOf(const charging::StationLimits &limits);

/// SetChargingProfile.req.
QJsonObject setting(const store::SiteMember &member, const charging::HeldLimit &limit, const Levels &levels,
                    const charging::StationLimits &limits, ocpp::Timestamp now);
/// ClearChargingProfile.req for what others have put where it would hide ours: above the fallback, which takes the place
/// of what is at its own level. All of that purpose if nobody knows how high levels go.
QJsonObject clearing(const Levels &levels);
/// Whether a SetChargingProfile.req of somebody else may take the place of one of ours, or hide it.
bool touchesOurs(const QJsonObject &set);
bool isAtOrAbove(const QJsonObject &set, const Levels &levels);
/// Whether a ClearChargingProfile.req may take one of ours away (E 3.26).
bool clearsOurs(const QJsonObject &clear);
int profileIdOf(charging::LimitKind kind);

struct Currents {
    charging::PhaseAmps amps{};
    int named = 0; ///< bit 0: it says something about its first phase
};
/// What a meter says of the current on each of its phases; nothing if it says nothing about it.
std::optional<Currents> currents(const ocpp::MeterValue &value, const store::SiteMember &member);

} // namespace csms::loadprofiles
