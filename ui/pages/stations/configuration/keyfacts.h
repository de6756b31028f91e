// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QString>

#include <limits>
#include <span>

namespace ui {

/// What a configuration key holds.
enum class KeyKind { Text, Boolean, Integer, List };

/// One standard configuration key in an owner's words: chapter 9 with its errata, and chapter 7 of the security
/// whitepaper (clauses "W ...").
struct KeyFacts {
    QLatin1StringView name;
    QLatin1StringView clause;
    KeyKind kind = KeyKind::Text;
    const char *title; ///< in context ui::KeyFacts, as `help`
    const char *help;
    QLatin1StringView unit = {};
    int minimum = 0; ///< Integer
    int maximum = std::numeric_limits<int>::max();
    std::span<const QLatin1StringView> items = {}; ///< List: what the specification names

    [[nodiscard]] QString titleText() const;
    [[nodiscard]] QString helpText() const;
    /// "0 to 100 %", "s, 0 or more"; empty where there is nothing to say.
    [[nodiscard]] QString rangeText() const;
};

/// Sorted by name.
std::span<const KeyFacts> standardKeys();
/// Case-insensitive; null for a vendor's own key.
const KeyFacts *keyFacts(QStringView key);

} // namespace ui
