// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pki/ocsp.h"

#include <QJsonObject>

#include <functional>
#include <memory>

namespace csms {

/// A certificate about which somebody outside is asked.
struct CertificateQuestion {
    pki::CertificateId id{};
    QString responder{}; ///< whom its issuer names; may be empty
};

/// What was found out about it.
struct CertificateFinding {
    pki::Revocation status = pki::Revocation::Unknown;
    QByteArray ocsp{}; ///< DER of the response; empty: there is none
    QString reason{}; ///< of Unknown
};

/// Why nobody signed. Unless it is final the same may be asked again later.
struct SigningFailure {
    QString reason{};
    bool isFinal = false;
};

/// What Plug & Charge needs of others: who knows of revocations, who signs, who makes contract certificates. Each call
/// answers once, at once or later, on the thread on which it was asked; never after the provider is gone.
class Provider {
public:
    template<class T>
    using Then = std::function<void(const T &)>;
    using Signed = tl::expected<QByteArray, SigningFailure>;
    using EvCertificate = tl::expected<QJsonObject, QString>;

    virtual ~Provider() = default;

    /// `others` are certificates (PEM) among which the issuer may be.
    virtual void lookUp(const CertificateQuestion &question, const QByteArray &others,
                        Then<CertificateFinding> then) = 0;
    /// A chain (PEM, the station's certificate first) for a request (PEM).
    virtual void sign(const QByteArray &csr, Then<Signed> then) = 0;
    /// The payloads of Get15118EVCertificate.
    virtual void fetchEvCertificate(const QJsonObject &request, Then<EvCertificate> then) = 0;
};

} // namespace csms
