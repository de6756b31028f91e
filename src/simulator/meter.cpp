// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/meter.h"

#include <algorithm>

namespace simulator {

void Meter::pass(std::chrono::duration<double> span)
{
    // In steps, because a battery takes less the fuller it is.
    constexpr double longestStep = 30;
    double left = span.count();
    while (left > 0) {
        const double watts = powerW();
        if (watts <= 0)
            return;
        const double wattHours = watts * std::min(left, longestStep) / 3600;
        registerWh_ += wattHours;
        vehicle_->socPercent = std::min(100.0, vehicle_->socPercent + 100 * wattHours / vehicle_->batteryWh);
        left -= longestStep;
    }
}

double Meter::offeredW() const
{
    return std::clamp(offerW_.value_or(hardware_.maxPowerW), 0.0, hardware_.maxPowerW);
}

double Meter::demandedW() const
{
    if (!vehicle_)
        return 0;
    if (demandW_)
        return *demandW_;
    if (vehicle_->socPercent >= vehicle_->targetPercent)
        return 0;
    const double most = hardware_.directCurrent
                            ? vehicle_->dcPowerW
                            : vehicle_->acPowerW * activePhases() / std::max(1, vehicle_->phases);
    // Above 80 % a battery takes less and less, down to a tenth.
    const double room = std::clamp((100 - vehicle_->socPercent) / 20, 0.1, 1.0);
    return most * room;
}

double Meter::powerW() const
{
    return closed_ ? std::min(demandedW(), offeredW()) : 0;
}

double Meter::currentA(double watts) const
{
    return hardware_.directCurrent ? watts / batteryVoltageV() : watts / (nominalVoltageV * activePhases());
}

double Meter::batteryVoltageV() const
{
    return 340 + 0.8 * (vehicle_ ? vehicle_->socPercent : 0);
}

std::optional<double> Meter::socPercent() const
{
    // Over the control pilot of an AC outlet a car does not say how full it is.
    if (!vehicle_ || !hardware_.directCurrent)
        return std::nullopt;
    return vehicle_->socPercent;
}

int Meter::activePhases() const
{
    if (hardware_.directCurrent)
        return 1;
    return vehicle_ ? std::min(hardware_.phases, vehicle_->phases) : hardware_.phases;
}

double Meter::voltageV(int phase) const
{
    if (hardware_.directCurrent)
        return batteryVoltageV();
    const double imbalance = phase == 1 ? 0.6 : phase == 2 ? -0.4 : 0.2;
    return nominalVoltageV + imbalance - 0.06 * currentA(powerW());
}

} // namespace simulator
