// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

#include <span>

namespace simulator {

/// What a configuration key may hold.
enum class KeyKind {
    Boolean,
    Integer,
    Text,
    Measurands, ///< comma separated, each supported by the meter (3.16.4)
    PhaseRotations, ///< "0.RST, 1.RST" (9.1.7)
    Hexadecimal ///< the AuthorizationKey: 16 to 20 bytes (W 7.2); never given back (JE 3.12)
};

struct KeyRow {
    QLatin1StringView name{};
    KeyKind kind;
    bool readOnly = false;
    bool rebootRequired = false;
    int minimum = 0; // Integer
    int maximum = 2147483647; // Integer
    QLatin1StringView initial{};
};

/// Chapter 9.1 with errata, JE 3.12 and E 3.83: every key that this station knows, sorted by name.
std::span<const KeyRow> configurationTable();

} // namespace simulator
