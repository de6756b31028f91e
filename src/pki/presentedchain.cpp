// SPDX-License-Identifier: GPL-3.0-or-later
#include "pki/names.h"
#include "pki/ocsp.h"
#include "pki/x509.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace pki {
namespace {

constexpr int longestChain = 6; // with two sub-authorities there are four certificates (ISO 15118-2)

/// Only an authority may issue.
bool mayIssue(const openssl::Certificate &issuer)
{
    return X509_check_ca(issuer.get()) > 0;
}

QString responderOf(X509 *certificate)
{
    STACK_OF(OPENSSL_STRING) *const addresses = X509_get1_ocsp(certificate);
    const QString first =
        sk_OPENSSL_STRING_num(addresses) > 0 ? QString::fromLatin1(sk_OPENSSL_STRING_value(addresses, 0)) : QString();
    X509_email_free(addresses);
    return first;
}

QString hashOf(const unsigned char *bytes, int size)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    EVP_Digest(bytes, size_t(size), digest.data(), &length, EVP_sha256(), nullptr);
    return openssl::hex(digest.data(), length);
}

QString serialOf(const X509 *certificate)
{
    const openssl::Number number(ASN1_INTEGER_to_BN(X509_get0_serialNumber(certificate), nullptr));
    char *const digits = BN_bn2hex(number.get());
    const QString text = QString::fromLatin1(digits);
    OPENSSL_free(digits);
    return text;
}

ChainLink linkOf(X509 *certificate, const X509 *issuer)
{
    unsigned char *name = nullptr;
    const int size = i2d_X509_NAME(X509_get_subject_name(issuer), &name);
    const ASN1_BIT_STRING *const key = X509_get0_pubkey_bitstr(issuer);
    ChainLink link{{u"SHA256"_s, hashOf(name, size), hashOf(key->data, key->length), serialOf(certificate)},
                   responderOf(certificate),
                   openssl::partOf(X509_get_subject_name(certificate), NID_commonName)};
    OPENSSL_free(name);
    return link;
}

} // namespace

tl::expected<QList<ChainLink>, ChainFault> readPresentedChain(const QByteArray &pem, const QByteArray &roots,
                                                              Moment now)
{
    auto chain = openssl::certificatesIn(pem);
    if (chain.empty() || chain.size() > longestChain)
        return tl::unexpected(ChainFault::Unreadable);
    if (chain.size() > 1 && openssl::isSelfIssued(chain.back().get()))
        chain.pop_back(); // a root that comes along proves nothing
    for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
        if (!mayIssue(chain[i + 1]) || !openssl::hasSigned(chain[i + 1].get(), chain[i].get()))
            return tl::unexpected(ChainFault::Broken);
    }
    if (!std::ranges::all_of(chain, [now](const auto &certificate) { return openssl::isValidAt(certificate.get(), now); }))
        return tl::unexpected(ChainFault::Expired);
    const auto trusted = openssl::certificatesIn(roots);
    const auto root = std::ranges::find_if(trusted, [&](const auto &candidate) {
        return openssl::isValidAt(candidate.get(), now) && mayIssue(candidate)
               && openssl::hasSigned(candidate.get(), chain.back().get());
    });
    if (root == trusted.end())
        return tl::unexpected(ChainFault::Unrooted);
    QList<ChainLink> links;
    for (std::size_t i = 0; i < chain.size(); ++i)
        links.append(linkOf(chain[i].get(), i + 1 < chain.size() ? chain[i + 1].get() : root->get()));
    return links;
}

} // namespace pki
