// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/knocks.h"

namespace ui {

/// Somebody at the door, with what is known here about the name he gave.
struct KnockRow {
    store::Knock knock{};
    QString station{}; ///< the registered one of this name, as it is spelled here; empty: none

    [[nodiscard]] const QString &key() const { return knock.idKey; }
    /// Whether registering it would let it in: it gave a name that can be a station's, and nobody has it yet.
    [[nodiscard]] bool isAcceptable() const;
    /// Whether the password is what keeps it out.
    [[nodiscard]] bool lacksPassword() const;
};

/// As many strangers as are worth showing; a scanner leaves more.
inline constexpr int mostKnocks = 50;

/// Latest first, without those who have come in since. On the reader's thread.
QList<KnockRow> readKnocks(store::Database &db);

} // namespace ui
