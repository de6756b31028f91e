// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/stationoptions.h"
#include "simulator/vehicle.h"

#include <chrono>
#include <optional>

namespace simulator {

/// The physics of one outlet: what the car takes, what the outlet gives, what the energy meter has counted.
/// Knows no clock: it is told how much time went by.
class Meter {
public:
    Meter(const Hardware &hardware, double registerWh) : hardware_(hardware), registerWh_(registerWh) {}

    void plugIn(const Vehicle &vehicle) { vehicle_ = vehicle; }
    void unplug()
    {
        vehicle_.reset();
        demandW_.reset();
    }
    /// The contactor.
    void energise(bool closed) { closed_ = closed; }
    /// What the outlet offers at most; nothing: what the hardware can do.
    void offer(std::optional<double> watts) { offerW_ = watts; }
    /// What the car takes, instead of what it would by itself.
    void demand(std::optional<double> watts) { demandW_ = watts; }
    /// A meter that counts from somewhere else: the false 0 of real ones.
    void setRegister(double wattHours) { registerWh_ = wattHours; }

    void pass(std::chrono::duration<double> span);

    bool isPluggedIn() const { return vehicle_.has_value(); }
    /// The car asks for energy.
    bool carAsks() const { return demandedW() > 0; }
    double offeredW() const;
    double powerW() const;
    /// Per active phase, when the outlet moves so much power.
    double currentA(double watts) const;
    double registerWh() const { return registerWh_; }
    std::optional<double> socPercent() const;
    int phases() const { return hardware_.phases; }
    /// Phases that carry current; 1 for direct current.
    int activePhases() const;
    bool directCurrent() const { return hardware_.directCurrent; }
    /// Of phase 1..3 against neutral, sagging a little under load; of the battery for direct current.
    double voltageV(int phase) const;

    static constexpr double nominalVoltageV = 230;

private:
    double demandedW() const;
    double batteryVoltageV() const;

    Hardware hardware_;
    std::optional<Vehicle> vehicle_;
    std::optional<double> offerW_;
    std::optional<double> demandW_;
    double registerWh_;
    bool closed_ = false;
};

} // namespace simulator
