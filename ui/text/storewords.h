// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace store {
struct Error;
}

namespace ui {

/// Why the database could not do it, for the owner.
struct StoreWords {
    QString what;   ///< "The database cannot be reached"
    QString advice; ///< why, and what to do
    QString detail; ///< to copy, for who helps: the store's and the driver's own words, in English
    QString cause; ///< what the database itself said, in its own language

    friend bool operator==(const StoreWords &, const StoreWords &) = default;
    [[nodiscard]] QString sentence() const; ///< both
};

StoreWords storeWords(const store::Error &error);

} // namespace ui
