// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pki/certificate.h"

#include <optional>

// Asking whether a certificate was revoked (RFC 6960). Bytes only: who carries them is another matter.
namespace pki {

/// By what stations and responders name a certificate (RFC 6960, CertID). Hex in either case.
struct CertificateId {
    QString algorithm{}; ///< "SHA256", "SHA384", "SHA512"
    QString issuerNameHash{};
    QString issuerKeyHash{};
    QString serialNumber{};

    bool operator==(const CertificateId &) const = default;
};

enum class Revocation { Good, Revoked, Unknown };

/// What a responder says.
struct OcspStatus {
    Revocation status = Revocation::Unknown;
    Moment thisUpdate{};
    std::optional<Moment> nextUpdate{}; ///< nothing: newer information may be there at any time
    QString doubt{}; ///< why it cannot be relied on; empty: it is signed by the issuer, or by whom the issuer named
};

/// The DER of a request. The error says which part of the id makes no sense.
tl::expected<QByteArray, QString> ocspRequest(const CertificateId &id);

/// What the response says of `id`. `others` are certificates (PEM, may be empty) among which the issuer may be, if the
/// response does not bring it along. The error says why it is no answer at all.
tl::expected<OcspStatus, QString> readOcspResponse(const QByteArray &der, const CertificateId &id,
                                                   const QByteArray &others, Moment now);

/// What is wrong with a chain that a vehicle presents.
enum class ChainFault { Unreadable, Expired, Broken, Unrooted };

/// One certificate of a chain, to be asked about.
struct ChainLink {
    CertificateId id{};
    QString responder{}; ///< the address in the certificate; may be empty
    QString commonName{}; ///< of a contract's certificate its eMAID
};

/// The links of a chain of PEM certificates, the contract's first, without the root itself. `roots` are those that are
/// trusted (PEM).
tl::expected<QList<ChainLink>, ChainFault> readPresentedChain(const QByteArray &pem, const QByteArray &roots,
                                                              Moment now);

} // namespace pki
