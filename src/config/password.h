// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace config {

// argon2id in the usual text form ("$argon2id$v=19$..."), with its salt and cost inside. Takes tens of
// milliseconds and 64 MiB on purpose: never on the socket thread. Any thread. When memory is short "!",
// which no password matches: an empty text would let everybody in.
QString hashPassword(const QByteArray &password);

// Whether `password` is the one behind `hash`; an empty or damaged hash matches nothing. As slow as
// hashPassword.
bool verifyPassword(const QString &hash, const QByteArray &password);

// Whether both are equal, in a time that depends on their lengths only.
bool equalInConstantTime(const QByteArray &one, const QByteArray &other);

// Cryptographically random bytes, as URL-safe base64 without padding (`bytes` 32: 43 characters).
QByteArray randomToken(int bytes = 32);

} // namespace config
