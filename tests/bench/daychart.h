// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <vector>

/// The current through the main fuse over a day, drawn or as a table.
struct DayChart {
    struct Point {
        std::array<double, 3> drawn{}; // A on each phase
        double allowed = 0; // A on the phase on which most may be drawn
    };

    double mainFuse = 160; // A
    int from = 0; // s of the day
    int pointEvery = 60; // s
    std::vector<Point> points{};

    /// As a picture if the name ends in ".svg", else as comma-separated values.
    void write(const char *file) const;
};
