// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>

#include <tl/expected.hpp>

namespace pki {

using Moment = std::chrono::sys_seconds;

/// By what a station names a certificate, with the serial number (W 6.1; RFC 6960, CertID). Upper-case hex.
struct IssuerHashes {
    QString algorithm{}; ///< "SHA256", "SHA384", "SHA512"
    QString name{};
    QString key{}; ///< of the issuer's key; empty if the issuer is another certificate, which is not at hand
};

/// What can be read in an X.509 certificate.
struct Certificate {
    QByteArray pem{}; ///< of this one alone, without anything around it
    QString fingerprint{}; ///< SHA-256, upper-case hex
    QString subject{}; ///< RFC 2253
    QString issuer{};
    QString commonName{}; ///< of the subject; may be empty
    QString organization{};
    QString serialNumber{}; ///< W 6.1: upper-case hex without leading zeros
    Moment notBefore{};
    Moment notAfter{};
    QString key{}; ///< "EC 256", "RSA 2048"
    QString keyFingerprint{}; ///< SHA-256 of the public key: the same in a signing request for it
    bool isKeySound = false; ///< of a kind and strength that stations take (A00.FR.502, 503)
    bool isAuthority = false; ///< may sign others
    bool isSelfSigned = false;
    QList<IssuerHashes> hashes; ///< one for each algorithm
};

/// Of PEM with exactly one certificate in it. Errors say what, why and what to do.
tl::expected<Certificate, QString> readCertificate(const QByteArray &pem);

/// Of PEM with one or more, the first signed by the second and so on; the root may be missing.
tl::expected<QList<Certificate>, QString> readChain(const QByteArray &pem);

/// Whether the signature on `pem` is by the key of `issuer`, both of one certificate.
bool isSignedBy(const QByteArray &pem, const QByteArray &issuer);

/// Whether stations can trust in it as a root from `now` on: an authority, not expired, with a sound key.
tl::expected<void, QString> checkRoot(const Certificate &certificate, Moment now);

} // namespace pki
