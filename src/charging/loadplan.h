// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charging/holding.h"
#include "charging/loadpacing.h"
#include "charging/loadshare.h"

/// What to tell the stations of a site next, so that its fuses hold whatever becomes of it. Pure.
///
/// Each station has a fallback for good, and above it a share that expires. The fallbacks fit the fuses by themselves, so
/// nothing can happen when this computer is off. While it runs, what all stations may draw (Holding) fits them at each
/// moment from now on: a share is raised only when those that make room for it have said that they took less, or when
/// theirs is over.
namespace charging {

/// What a connector asks for.
enum class CarDemand {
    None, ///< no car, or none that may charge
    Preparing, ///< a car is there, its session has not begun
    Charging, ///< charges, or would if it got more
    Paused, ///< the car itself pauses (SuspendedEV): it is kept its minimum for a while, so that it can go on
};

struct BalancedCar {
    CarDemand demand = CarDemand::None;
    std::optional<double> measured{}; ///< A of the phase with most; nothing: not known
    double share = 0; ///< what it was last meant to get
    std::optional<ocpp::Timestamp> since{}; ///< when it began to get something, or to wait
    std::optional<ocpp::Timestamp> demandSince{}; ///< when it began to ask for what it asks for; nothing: not known
};

struct BalancedStation {
    int fuse = 0;
    WiredPhases wired{true, true, true};
    double minimum = 6; ///< of each car
    double fallback = 0; ///< what it is to have for good
    int priority = 1; ///< the weight of its cars
    Holding holding;
    bool isReachable = false; ///< connected, accepted, and takes charging profiles
    bool isUnderWay = false; ///< a limit was sent, and it may still answer
    std::chrono::milliseconds clockDrift{0}; ///< of the station's clock, either way
    std::optional<ocpp::Timestamp> raisedAt{}; ///< when it was last sent a higher limit
    double raisedFrom = 0; ///< what it might draw before
    QList<BalancedCar> cars; ///< one for each connector
};

struct BalancedSite {
    QList<Fuse> fuses;
    QList<BalancedStation> stations;
    LoadPacing pacing{};
};

/// Tell this station that.
struct LoadOrder {
    int station = 0;
    HeldLimit limit; ///< without key
};

struct CarOutcome {
    int station = 0;
    int car = 0;
    CarShare share; ///< what it is meant to get; nothing if its station cannot be told
};

struct FuseLoad {
    PhaseAmps handedOut{}; ///< what the stations below it may draw now
};

struct LoadPlan {
    QList<LoadOrder> orders;
    QList<CarOutcome> cars; ///< those that want something
    QList<FuseLoad> fuses; ///< in their order
};

namespace loadpacing {
using namespace std::chrono_literals;
inline constexpr auto worstClock = 90s; ///< of drift: with more a station cannot be told when a share is over
inline constexpr auto unknownClock = 24h; ///< the drift of a clock that was never compared
inline constexpr double deadband = 1; ///< A; less is not worth a message
inline constexpr double headroom = 3; ///< A above what a car draws, so that it can show that it wants more
} // namespace loadpacing

LoadPlan planLoad(const BalancedSite &site, ocpp::Timestamp now);

/// How far from its end by our clock a share may end at the station, whichever way its clock is wrong.
std::chrono::milliseconds marginOf(std::chrono::milliseconds clockDrift, const LoadPacing &pacing = {});

/// What a car of that station would use, from what it draws.
double wantedBy(const BalancedStation &station, const BalancedCar &car, ocpp::Timestamp now,
                const LoadPacing &pacing = {});
/// Whether it can be told anything that counts.
bool isSteerable(const BalancedStation &station);

/// What a station is to have when this computer is off.
struct FallbackWish {
    int fuse = 0;
    WiredPhases wired{true, true, true};
    double minimum = 6;
    int priority = 1;
    std::optional<double> wanted{};
};
/// The wanted ones, and the minimum for the others as far as there is room, by priority.
QList<double> chosenFallbacks(const QList<Fuse> &fuses, const QList<FallbackWish> &wishes);
/// How far each phase of each fuse is above its limit when all have their fallback; 0 if it fits.
QList<PhaseAmps> excess(const QList<Fuse> &fuses, const QList<FallbackWish> &wishes, const QList<double> &amps);

} // namespace charging
