// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace simulator {

/// What a car wants. All of it stays the same while it is plugged in, except the state of charge.
struct Vehicle {
    double batteryWh = 60000;
    double socPercent = 35; // 0..100
    double targetPercent = 100; // it stops asking for energy here
    double acPowerW = 11040; // of its on-board charger
    int phases = 3; // of its on-board charger
    double dcPowerW = 120000;
};

} // namespace simulator
