// SPDX-License-Identifier: GPL-3.0-or-later
#include "pki/ocsp.h"

#include "pki/x509.h"

#include <openssl/ocsp.h>

using namespace Qt::Literals::StringLiterals;

namespace pki {
namespace {

using openssl::Number;
using openssl::Release;

using Request = std::unique_ptr<OCSP_REQUEST, Release<OCSP_REQUEST_free>>;
using Response = std::unique_ptr<OCSP_RESPONSE, Release<OCSP_RESPONSE_free>>;
using Basic = std::unique_ptr<OCSP_BASICRESP, Release<OCSP_BASICRESP_free>>;
using Id = std::unique_ptr<OCSP_CERTID, Release<OCSP_CERTID_free>>;
using OctetString = std::unique_ptr<ASN1_OCTET_STRING, Release<ASN1_OCTET_STRING_free>>;
using Serial = std::unique_ptr<ASN1_INTEGER, Release<ASN1_INTEGER_free>>;

constexpr long clockTolerance = 300; // s, between the responder's clock and ours
constexpr std::chrono::hours longestUndated{24}; // what does not say how long it counts; asked for without a nonce

struct Digest {
    QLatin1StringView name;
    const EVP_MD *(*method)();
};
constexpr Digest digests[] = {{"SHA256"_L1, EVP_sha256}, {"SHA384"_L1, EVP_sha384}, {"SHA512"_L1, EVP_sha512}};

const EVP_MD *digestOf(const QString &name)
{
    for (const Digest &digest : digests) {
        if (name == digest.name)
            return digest.method();
    }
    return nullptr;
}

/// Empty if it is not hex.
QByteArray bytesOf(const QString &hex)
{
    const QByteArray bytes = QByteArray::fromHex(hex.toLatin1());
    return bytes.size() * 2 == hex.size() ? bytes : QByteArray();
}

bool setBytes(ASN1_OCTET_STRING *string, const QByteArray &bytes)
{
    return ASN1_OCTET_STRING_set(string, reinterpret_cast<const unsigned char *>(bytes.constData()), int(bytes.size()))
           == 1;
}

Serial serialOf(const QString &hex)
{
    BIGNUM *number = nullptr;
    const QByteArray digits = hex.toLatin1();
    const bool isHex = !digits.isEmpty() && BN_hex2bn(&number, digits.constData()) == digits.size();
    const Number owned(number);
    return Serial(isHex ? BN_to_ASN1_INTEGER(number, nullptr) : nullptr);
}

/// There is no public way to make one from hashes but through its own DER: CertID ::= SEQUENCE { hashAlgorithm,
/// issuerNameHash, issuerKeyHash, serialNumber }.
Id idFrom(const EVP_MD *digest, const QByteArray &name, const QByteArray &key, const ASN1_INTEGER *serial)
{
    const OctetString keyHash(ASN1_OCTET_STRING_new());
    if (!setBytes(keyHash.get(), key))
        return {};
    // With any name: its hash is put in the place of that name's hash.
    const std::unique_ptr<X509_NAME, Release<X509_NAME_free>> anyName(X509_NAME_new());
    Id id(OCSP_cert_id_new(digest, anyName.get(), keyHash.get(), serial));
    ASN1_OCTET_STRING *nameHash = nullptr;
    ASN1_OCTET_STRING *hashOfKey = nullptr;
    if (!id || OCSP_id_get0_info(&nameHash, nullptr, &hashOfKey, nullptr, id.get()) != 1)
        return {};
    return setBytes(nameHash, name) && setBytes(hashOfKey, key) ? std::move(id) : Id();
}

tl::expected<Id, QString> idOf(const CertificateId &id)
{
    const EVP_MD *const digest = digestOf(id.algorithm);
    if (!digest)
        return tl::unexpected(u"\"%1\" is not SHA256, SHA384 or SHA512."_s.arg(id.algorithm));
    const QByteArray name = bytesOf(id.issuerNameHash);
    const QByteArray key = bytesOf(id.issuerKeyHash);
    if (name.size() != EVP_MD_get_size(digest) || key.size() != EVP_MD_get_size(digest))
        return tl::unexpected(u"The issuer's hashes are not %1 in hex."_s.arg(id.algorithm));
    const Serial serial = serialOf(id.serialNumber);
    Id made = serial ? idFrom(digest, name, key, serial.get()) : Id();
    if (!made)
        return tl::unexpected(u"The serial number is not a number in hex."_s);
    return made;
}

std::optional<Moment> momentOf(const ASN1_GENERALIZEDTIME *time)
{
    const openssl::Time epoch(ASN1_TIME_set(nullptr, 0));
    int days = 0;
    int seconds = 0;
    if (!time || ASN1_TIME_diff(&days, &seconds, epoch.get(), time) != 1)
        return std::nullopt;
    return Moment(std::chrono::days(days) + std::chrono::seconds(seconds));
}

/// Owns nothing of what is in it.
using Stack = std::unique_ptr<STACK_OF(X509), decltype([](STACK_OF(X509) * stack) { sk_X509_free(stack); })>;

Stack stackOf(const std::vector<openssl::Certificate> &certificates)
{
    Stack stack(sk_X509_new_null());
    for (const auto &certificate : certificates)
        sk_X509_push(stack.get(), certificate.get());
    return stack;
}

/// Whether `candidate` issued what is asked about: its name and key have the hashes in the id.
bool isIssuer(const X509 *candidate, const OCSP_CERTID *asked, const EVP_MD *digest)
{
    const Id own(OCSP_cert_to_id(digest, nullptr, candidate));
    return own && OCSP_id_issuer_cmp(own.get(), asked) == 0;
}

X509 *issuerAmong(const STACK_OF(X509) * certificates, const OCSP_CERTID *asked, const EVP_MD *digest)
{
    for (int i = 0; i < sk_X509_num(certificates); ++i) {
        X509 *const candidate = sk_X509_value(certificates, i);
        if (isIssuer(candidate, asked, digest))
            return candidate;
    }
    return nullptr;
}

/// RFC 6960, 4.2.2.2: the issuer itself, or one that it certified for this.
QString doubtAboutSigner(OCSP_BASICRESP *basic, const OCSP_CERTID *asked, const EVP_MD *digest,
                         STACK_OF(X509) * others, Moment now)
{
    X509 *signer = nullptr;
    if (OCSP_resp_get0_signer(basic, &signer, others) != 1)
        return u"The responder's certificate is not known."_s;
    if (OCSP_basic_verify(basic, others, nullptr, OCSP_NOVERIFY) != 1)
        return u"The response is not signed by whom it names."_s;
    if (!openssl::isValidAt(signer, now))
        return u"The responder's certificate is not valid at this time."_s;
    if (isIssuer(signer, asked, digest))
        return {};
    if ((X509_get_extended_key_usage(signer) & XKU_OCSP_SIGN) == 0 || X509_get_extended_key_usage(signer) == UINT32_MAX)
        return u"The responder's certificate is not meant for this."_s;
    X509 *issuer = issuerAmong(OCSP_resp_get0_certs(basic), asked, digest);
    if (!issuer)
        issuer = issuerAmong(others, asked, digest);
    if (!issuer)
        return u"The issuer, who should have named the responder, is not known."_s;
    if (X509_verify(signer, X509_get0_pubkey(issuer)) != 1)
        return u"The issuer did not name this responder."_s;
    if (!openssl::isValidAt(issuer, now))
        return u"The issuer's certificate is not valid at this time."_s;
    return {};
}

Revocation revocationOf(int status)
{
    switch (status) {
    case V_OCSP_CERTSTATUS_GOOD:
        return Revocation::Good;
    case V_OCSP_CERTSTATUS_REVOKED:
        return Revocation::Revoked;
    default:
        return Revocation::Unknown;
    }
}

tl::expected<Basic, QString> basicOf(const QByteArray &der)
{
    const auto *bytes = reinterpret_cast<const unsigned char *>(der.constData());
    const Response response(d2i_OCSP_RESPONSE(nullptr, &bytes, der.size()));
    if (!response)
        return tl::unexpected(u"This is no OCSP response."_s);
    const int status = OCSP_response_status(response.get());
    if (status != OCSP_RESPONSE_STATUS_SUCCESSFUL)
        return tl::unexpected(u"The responder says: %1."_s.arg(QLatin1StringView(OCSP_response_status_str(status))));
    Basic basic(OCSP_response_get1_basic(response.get()));
    if (!basic)
        return tl::unexpected(u"The OCSP response is of a kind that is not known."_s);
    return basic;
}

} // namespace

tl::expected<QByteArray, QString> ocspRequest(const CertificateId &id)
{
    return idOf(id).and_then([](Id made) -> tl::expected<QByteArray, QString> {
        const Request request(OCSP_REQUEST_new());
        if (OCSP_request_add0_id(request.get(), made.get()))
            (void)made.release(); // now the request's
        unsigned char *bytes = nullptr;
        const int size = i2d_OCSP_REQUEST(request.get(), &bytes);
        if (size <= 0)
            return tl::unexpected(u"The OCSP request could not be made."_s);
        const QByteArray der(reinterpret_cast<const char *>(bytes), size);
        OPENSSL_free(bytes);
        return der;
    });
}

tl::expected<OcspStatus, QString> readOcspResponse(const QByteArray &der, const CertificateId &id,
                                                   const QByteArray &others, Moment now)
{
    const auto basic = basicOf(der);
    const auto asked = idOf(id);
    if (!basic || !asked)
        return tl::unexpected(basic ? asked.error() : basic.error());
    const int place = OCSP_resp_find(basic->get(), asked->get(), -1);
    if (place < 0)
        return tl::unexpected(u"The response is about another certificate."_s);
    ASN1_GENERALIZEDTIME *thisUpdate = nullptr;
    ASN1_GENERALIZEDTIME *nextUpdate = nullptr;
    OCSP_SINGLERESP *const single = OCSP_resp_get0(basic->get(), place);
    OcspStatus status;
    status.status = revocationOf(OCSP_single_get0_status(single, nullptr, nullptr, &thisUpdate, &nextUpdate));
    status.thisUpdate = momentOf(thisUpdate).value_or(Moment{});
    status.nextUpdate = momentOf(nextUpdate);
    const std::chrono::seconds tolerance(clockTolerance);
    if (status.thisUpdate > now + tolerance || (status.nextUpdate && *status.nextUpdate + tolerance < now))
        return tl::unexpected(u"The response is not of this time."_s);
    const auto known = openssl::certificatesIn(others);
    const Stack stack = stackOf(known);
    status.doubt = doubtAboutSigner(basic->get(), asked->get(), digestOf(id.algorithm), stack.get(), now);
    if (status.doubt.isEmpty() && !status.nextUpdate && status.thisUpdate + longestUndated < now)
        status.doubt = u"The response is old, and does not say how long it counts."_s;
    return status;
}

} // namespace pki
