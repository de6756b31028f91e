// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QString>

namespace ui {

inline constexpr int shortestPassword = 16; ///< W A00.FR.205, in bytes
inline constexpr int longestPassword = 20;

/// Why this cannot be the password of that station; empty: it can.
QString passwordComplaint(const QString &password, const QString &station);
/// argon2id is slow on purpose: on a thread of the pool. Empty for an empty password.
QFuture<QString> hashedPassword(const QString &password);

} // namespace ui
