// SPDX-License-Identifier: GPL-3.0-or-later
#include "pki/certificate.h"

#include "pki/names.h"

#include <array>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace pki {
namespace {

struct Algorithm {
    QLatin1StringView name;
    const EVP_MD *(*digest)();
};
constexpr std::array algorithms{Algorithm{"SHA256"_L1, EVP_sha256}, Algorithm{"SHA384"_L1, EVP_sha384},
                                Algorithm{"SHA512"_L1, EVP_sha512}};

using Digest = std::array<unsigned char, EVP_MAX_MD_SIZE>;

/// What `compute` puts into a buffer, as hex; empty if it fails.
template<class F> QString digested(F compute)
{
    Digest bytes{};
    unsigned size = 0;
    return compute(bytes.data(), &size) == 1 ? openssl::hex(bytes.data(), size) : QString();
}

QString serialOf(const X509 *certificate)
{
    const openssl::Number number(ASN1_INTEGER_to_BN(X509_get0_serialNumber(certificate), nullptr));
    char *const digits = BN_bn2hex(number.get());
    QString text = QString::fromLatin1(digits).toUpper();
    OPENSSL_free(digits);
    while (text.size() > 1 && text.startsWith(u'0'))
        text.remove(0, 1);
    return text;
}

Moment momentOf(const ASN1_TIME *time)
{
    const openssl::Time epoch(ASN1_TIME_set(nullptr, 0));
    int days = 0;
    int seconds = 0;
    ASN1_TIME_diff(&days, &seconds, epoch.get(), time);
    return Moment(std::chrono::days(days) + std::chrono::seconds(seconds));
}

QByteArray pemOf(X509 *certificate)
{
    const openssl::Bio bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(bio.get(), certificate);
    return openssl::contentOf(bio.get());
}

/// `issuer` is null if it is not known.
IssuerHashes hashesOf(const X509 *certificate, const X509 *issuer, const Algorithm &algorithm)
{
    const EVP_MD *const digest = algorithm.digest();
    IssuerHashes hashes{algorithm.name, {}, {}};
    hashes.name = digested([=](unsigned char *bytes, unsigned *size) {
        return X509_NAME_digest(X509_get_issuer_name(certificate), digest, bytes, size);
    });
    if (issuer) {
        hashes.key = digested(
            [=](unsigned char *bytes, unsigned *size) { return X509_pubkey_digest(issuer, digest, bytes, size); });
    }
    return hashes;
}

tl::expected<Certificate, QString> factsOf(X509 *certificate)
{
    EVP_PKEY *const key = X509_get0_pubkey(certificate);
    if (!key)
        return tl::unexpected(u"The certificate has a key of a kind that is not known here."_s);
    Certificate facts;
    facts.pem = pemOf(certificate);
    facts.fingerprint = digested([=](unsigned char *bytes, unsigned *size) {
        return X509_digest(certificate, EVP_sha256(), bytes, size);
    });
    const X509_NAME *const subject = X509_get_subject_name(certificate);
    facts.subject = openssl::textOf(subject);
    facts.issuer = openssl::textOf(X509_get_issuer_name(certificate));
    facts.commonName = openssl::partOf(subject, NID_commonName);
    facts.organization = openssl::partOf(subject, NID_organizationName);
    facts.serialNumber = serialOf(certificate);
    facts.notBefore = momentOf(X509_get0_notBefore(certificate));
    facts.notAfter = momentOf(X509_get0_notAfter(certificate));
    facts.key = openssl::describe(key);
    facts.keyFingerprint = openssl::fingerprintOf(key);
    facts.isKeySound = openssl::faultOf(key) == openssl::KeyFault::None;
    facts.isAuthority = X509_check_ca(certificate) > 0;
    facts.isSelfSigned = X509_self_signed(certificate, 1) == 1;
    for (const Algorithm &algorithm : algorithms)
        facts.hashes.append(hashesOf(certificate, facts.isSelfSigned ? certificate : nullptr, algorithm));
    return facts;
}

std::vector<openssl::Certificate> allOf(const QByteArray &pem)
{
    const openssl::Bio bio = openssl::reading(pem);
    std::vector<openssl::Certificate> all;
    while (openssl::Certificate next = openssl::nextCertificate(bio.get()))
        all.push_back(std::move(next));
    return all;
}

bool isSigned(X509 *certificate, X509 *issuer)
{
    EVP_PKEY *const key = X509_get0_pubkey(issuer);
    return key && X509_verify(certificate, key) == 1;
}

QString unreadable()
{
    return u"The certificate cannot be read. It has to be PEM, beginning with -----BEGIN CERTIFICATE-----."_s;
}

} // namespace

tl::expected<Certificate, QString> readCertificate(const QByteArray &pem)
{
    const auto all = allOf(pem);
    if (all.empty())
        return tl::unexpected(unreadable());
    if (all.size() > 1)
        return tl::unexpected(u"There are %1 certificates, but only one can be taken here. Give them one by one."_s
                                  .arg(all.size()));
    return factsOf(all.front().get());
}

tl::expected<QList<Certificate>, QString> readChain(const QByteArray &pem)
{
    const auto all = allOf(pem);
    if (all.empty())
        return tl::unexpected(unreadable());
    QList<Certificate> chain;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i > 0 && !isSigned(all[i - 1].get(), all[i].get())) {
            return tl::unexpected(u"Certificate %1 of the chain was not signed by the one that follows it. The station's "
                                  "own comes first, then the one that signed it, and so on."_s.arg(i));
        }
        auto facts = factsOf(all[i].get());
        if (!facts)
            return tl::unexpected(facts.error());
        chain.append(*std::move(facts));
    }
    return chain;
}

bool isSignedBy(const QByteArray &pem, const QByteArray &issuer)
{
    const openssl::Certificate certificate = openssl::nextCertificate(openssl::reading(pem).get());
    const openssl::Certificate authority = openssl::nextCertificate(openssl::reading(issuer).get());
    return certificate && authority && isSigned(certificate.get(), authority.get());
}

tl::expected<void, QString> checkRoot(const Certificate &certificate, Moment now)
{
    if (!certificate.isAuthority)
        return tl::unexpected(u"This is not the certificate of an authority: it may not sign others. Give the root that "
                              "signed it."_s);
    if (!certificate.isKeySound)
        return tl::unexpected(u"Stations refuse its key (%1): they take RSA from 2048 bits and elliptic curves from 224 "
                              "(A00.FR.502)."_s.arg(certificate.key));
    if (certificate.notAfter <= now)
        return tl::unexpected(u"The certificate has expired. Ask its issuer for a new one."_s);
    return {};
}

} // namespace pki
