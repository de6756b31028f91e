// SPDX-License-Identifier: GPL-3.0-or-later
#include "pki/firmwaresignature.h"

#include "pki/openssl.h"

#include <openssl/rsa.h>

using namespace Qt::Literals::StringLiterals;

namespace pki {
namespace {

using openssl::KeyFault;

tl::expected<void, QString> checkValidity(const X509 *certificate, std::chrono::system_clock::time_point now)
{
    time_t moment = std::chrono::system_clock::to_time_t(now);
    // 0: a time that cannot be read.
    if (X509_cmp_time(X509_get0_notBefore(certificate), &moment) >= 0)
        return tl::unexpected(u"The signing certificate is not valid yet. Ask the manufacturer, or check this clock."_s);
    if (X509_cmp_time(X509_get0_notAfter(certificate), &moment) <= 0)
        return tl::unexpected(u"The signing certificate has expired. Ask the manufacturer for a newly signed image."_s);
    return {};
}

tl::expected<void, QString> checkKey(const EVP_PKEY *key)
{
    const KeyFault fault = openssl::faultOf(key);
    if (fault == KeyFault::Kind)
        return tl::unexpected(u"The signing certificate has neither an RSA nor an elliptic-curve key, which stations do "
                              "not understand."_s);
    if (fault == KeyFault::Weak) {
        return tl::unexpected(u"The key of the signing certificate has only %1 bits, and stations refuse it. Ask the "
                              "manufacturer for an image that is signed with a stronger one."_s
                                  .arg(EVP_PKEY_get_bits(key)));
    }
    return {};
}

bool setUp(EVP_PKEY_CTX *context, const EVP_PKEY *key)
{
    if (!context || EVP_PKEY_verify_init(context) <= 0)
        return false;
    if (EVP_PKEY_get_base_id(key) != EVP_PKEY_EC) {
        if (EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) <= 0
            || EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_AUTO) <= 0)
            return false;
    }
    return EVP_PKEY_CTX_set_signature_md(context, EVP_sha256()) > 0;
}

bool isSignedBy(EVP_PKEY *key, const QByteArray &sha256, const QByteArray &signature)
{
    const openssl::KeyContext context(EVP_PKEY_CTX_new(key, nullptr));
    const auto bytes = [](const QByteArray &array) { return reinterpret_cast<const unsigned char *>(array.constData()); };
    return setUp(context.get(), key)
           && EVP_PKEY_verify(context.get(), bytes(signature), size_t(signature.size()), bytes(sha256),
                              size_t(sha256.size()))
                  == 1;
}

} // namespace

tl::expected<void, QString> verify(const FirmwareSignature &signature, std::chrono::system_clock::time_point now)
{
    const openssl::Certificate certificate = openssl::nextCertificate(openssl::reading(signature.signingCertificate).get());
    EVP_PKEY *const key = certificate ? X509_get0_pubkey(certificate.get()) : nullptr;
    if (!key)
        return tl::unexpected(u"The signing certificate cannot be read. It has to be a certificate in PEM."_s);
    const auto decoded =
        QByteArray::fromBase64Encoding(signature.signature.simplified().replace(' ', ""),
                                       QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || (*decoded).isEmpty())
        return tl::unexpected(u"The signature cannot be read. It has to be base64."_s);
    return checkValidity(certificate.get(), now)
        .and_then([key] { return checkKey(key); })
        .and_then([&]() -> tl::expected<void, QString> {
            if (isSignedBy(key, signature.sha256, *decoded))
                return {};
            return tl::unexpected(u"The signature does not belong to this file and certificate (RSA-PSS or ECDSA over "
                                  "SHA-256). Get file, signature and certificate from the manufacturer again."_s);
        });
}

} // namespace pki
