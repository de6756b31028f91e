// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

namespace pki {

/// What a station asks to have signed (RFC 2986).
struct SigningRequest {
    QString subject{}; ///< RFC 2253
    QString commonName{}; ///< may be empty
    QString organization{};
    QString key{}; ///< "EC 256", "RSA 2048"
    QString keyFingerprint{}; ///< as in the certificate for it
};

/// Whoever made it has the key (its signature is right), and the key is sound (A00.FR.502, 503). Errors say what and why.
tl::expected<SigningRequest, QString> readSigningRequest(const QByteArray &pem);

/// A new private key on the curve P-256, PEM.
QByteArray newKey();
/// A request for it; empty if the key cannot be read.
QByteArray newSigningRequest(const QByteArray &key, const QString &commonName, const QString &organization);

} // namespace pki
