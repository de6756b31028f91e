// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Who signed whom. Only for files of this layer.
#include "pki/openssl.h"

#include <chrono>
#include <vector>

namespace pki::openssl {

/// All that can be read, up to the first that cannot.
inline std::vector<Certificate> certificatesIn(const QByteArray &pem)
{
    std::vector<Certificate> certificates;
    const Bio bio = reading(pem);
    while (Certificate certificate = nextCertificate(bio.get()))
        certificates.push_back(std::move(certificate));
    return certificates;
}

inline bool isSelfIssued(const X509 *certificate)
{
    return X509_NAME_cmp(X509_get_subject_name(certificate), X509_get_issuer_name(certificate)) == 0;
}

inline bool hasSigned(const X509 *issuer, X509 *certificate)
{
    return X509_NAME_cmp(X509_get_subject_name(issuer), X509_get_issuer_name(certificate)) == 0
           && X509_verify(certificate, X509_get0_pubkey(issuer)) == 1;
}

inline bool isValidAt(const X509 *certificate, std::chrono::system_clock::time_point now)
{
    time_t moment = std::chrono::system_clock::to_time_t(now);
    return X509_cmp_time(X509_get0_notBefore(certificate), &moment) < 0
           && X509_cmp_time(X509_get0_notAfter(certificate), &moment) > 0;
}

} // namespace pki::openssl
