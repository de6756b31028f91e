// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <random>
#include <vector>

/// A day of cars at the stations behind a main fuse, and what could be delivered to them.
namespace siteday {

inline constexpr int day = 86'400; // s
inline constexpr double volts = 230;

/// All fuses are alike on their three phases. Stations take turns at the feeders.
struct Layout {
    int stations = 50;
    int feeders = 5;
    double mainFuse = 160; // A
    double feederFuse = 63; // A
    double baseLoad = 30; // A, beside the feeders

    int feederOf(int station) const { return station % feeders; }
    /// The phase of the fuses to which a phase of a station is wired; both from 0.
    static int phaseOf(int station, int own) { return (station + own) % 3; }
};

/// A site that is to its stations as the one above.
Layout layoutOf(int stations);

struct Booking {
    int station = 0;
    int arrives = 0; // s of the day
    int leaves = 0;
    double maximum = 16; // A
    double need = 0; // A s on each phase
    int phases = 3; // 1: it uses the first of the station's

    double kWh(double ampereSeconds) const { return ampereSeconds * phases * volts / 3.6e6; }
    bool isThere(int second) const { return second >= arrives && second < leaves; }
};

/// Those who work there, visitors, and those who live there. One of `oneIn` cars uses one phase; 0: none does.
std::vector<Booking> bookings(const Layout &layout, std::mt19937 &random, int oneIn = 0);

/// kWh between two times of the day, for one who knows all of it beforehand, and is not bound to 6 A or to anybody's answer.
/// By phase, as if a car need not draw the same from all of its own: nobody can do better.
double optimum(const Layout &layout, const std::vector<Booking> &bookings, int from = 0, int until = day);

} // namespace siteday
