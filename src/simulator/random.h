// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>

namespace simulator {

/// Repeatable randomness: the same seed gives the same day on every platform, which the standard's
/// distributions do not promise. Eight bytes of state, one per station.
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    /// 0 <= result < 1
    double fraction() { return double(next() >> 11) * 0x1.0p-53; }
    double between(double low, double high) { return low + (high - low) * fraction(); }
    /// low <= result <= high
    int whole(int low, int high) { return low + int(fraction() * (high - low + 1)); }
    bool chance(double probability) { return fraction() < probability; }
    /// Waiting time of a Poisson process with this mean.
    double waiting(double mean) { return -mean * std::log(1.0 - fraction()); }

    std::uint64_t next()
    {
        // splitmix64
        state_ += 0x9e3779b97f4a7c15ULL;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }

private:
    std::uint64_t state_;
};

} // namespace simulator
