// SPDX-License-Identifier: GPL-3.0-or-later
#include "pki/enrollment.h"

#include "pki/x509.h"

#include <openssl/pkcs7.h>

using namespace Qt::Literals::StringLiterals;

namespace pki {
namespace {

using Bundle = std::unique_ptr<PKCS7, openssl::Release<PKCS7_free>>;

openssl::SigningRequest requestIn(const QByteArray &csr)
{
    const openssl::Bio bio = openssl::reading(csr);
    return openssl::SigningRequest(PEM_read_bio_X509_REQ(bio.get(), nullptr, openssl::noPassphrase, nullptr));
}

/// Of a certs-only PKCS #7 in base64; empty if it is none.
std::vector<openssl::Certificate> bundled(const QByteArray &base64)
{
    const QByteArray der = QByteArray::fromBase64(base64);
    const auto *bytes = reinterpret_cast<const unsigned char *>(der.constData());
    const Bundle bundle(d2i_PKCS7(nullptr, &bytes, der.size()));
    std::vector<openssl::Certificate> certificates;
    if (!bundle || !PKCS7_type_is_signed(bundle.get()) || !bundle->d.sign)
        return certificates;
    const STACK_OF(X509) *const all = bundle->d.sign->cert;
    for (int i = 0; i < sk_X509_num(all); ++i)
        certificates.emplace_back(X509_dup(sk_X509_value(all, i)));
    return certificates;
}

X509 *signerOf(X509 *certificate, const std::vector<openssl::Certificate> &candidates)
{
    for (const auto &candidate : candidates) {
        if (openssl::hasSigned(candidate.get(), certificate))
            return candidate.get();
    }
    return nullptr;
}

} // namespace

tl::expected<QByteArray, QString> enrollmentBody(const QByteArray &csr)
{
    const auto request = requestIn(csr);
    if (!request)
        return tl::unexpected(u"The signing request cannot be read. It has to be PEM."_s);
    unsigned char *bytes = nullptr;
    const int size = i2d_X509_REQ(request.get(), &bytes);
    const QByteArray der(reinterpret_cast<const char *>(bytes), size);
    OPENSSL_free(bytes);
    return der.toBase64();
}

tl::expected<QByteArray, QString> enrolledChain(const QByteArray &enrolled, const QByteArray &caCertificates,
                                                const QByteArray &csr)
{
    const auto request = requestIn(csr);
    const auto issued = bundled(enrolled);
    if (!request || issued.empty())
        return tl::unexpected(u"The answer holds no certificate."_s);
    EVP_PKEY *const key = X509_REQ_get0_pubkey(request.get());
    X509 *leaf = nullptr;
    for (const auto &certificate : issued) {
        if (key && EVP_PKEY_eq(X509_get0_pubkey(certificate.get()), key) == 1)
            leaf = certificate.get();
    }
    if (!leaf)
        return tl::unexpected(u"The certificate in the answer is for another key."_s);
    const auto authorities = bundled(caCertificates);
    const openssl::Bio pem(BIO_new(BIO_s_mem()));
    std::size_t left = issued.size() + authorities.size(); // whatever signs whom, it ends
    for (X509 *next = leaf; next && left > 0 && (next == leaf || !openssl::isSelfIssued(next)); --left) {
        PEM_write_bio_X509(pem.get(), next);
        X509 *const fromIssued = signerOf(next, issued);
        next = fromIssued ? fromIssued : signerOf(next, authorities);
    }
    return openssl::contentOf(pem.get());
}

} // namespace pki
