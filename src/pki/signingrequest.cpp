// SPDX-License-Identifier: GPL-3.0-or-later
#include "pki/signingrequest.h"

#include "pki/names.h"

#include <openssl/ec.h>

using namespace Qt::Literals::StringLiterals;

namespace pki {
namespace {

using openssl::KeyFault;

QString weakness(const EVP_PKEY *key)
{
    const QString described = openssl::describe(key);
    return openssl::faultOf(key) == KeyFault::Kind
               ? u"The request is for a key (%1) that is neither RSA nor on an elliptic curve."_s.arg(described)
               : u"The request is for a key (%1) that is too weak: RSA needs 2048 bits, an elliptic curve 224 "
                 "(A00.FR.502)."_s.arg(described);
}

void addPart(X509_NAME *name, const char *part, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    if (!utf8.isEmpty())
        X509_NAME_add_entry_by_txt(name, part, MBSTRING_UTF8, reinterpret_cast<const unsigned char *>(utf8.constData()),
                                   int(utf8.size()), -1, 0);
}

} // namespace

tl::expected<SigningRequest, QString> readSigningRequest(const QByteArray &pem)
{
    const openssl::SigningRequest request(
        PEM_read_bio_X509_REQ(openssl::reading(pem).get(), nullptr, openssl::noPassphrase, nullptr));
    EVP_PKEY *const key = request ? X509_REQ_get0_pubkey(request.get()) : nullptr;
    if (!key)
        return tl::unexpected(u"The request cannot be read: it is no certificate signing request in PEM."_s);
    if (X509_REQ_verify(request.get(), key) != 1)
        return tl::unexpected(u"The request's signature is wrong: whoever made it does not have the key."_s);
    if (openssl::faultOf(key) != KeyFault::None)
        return tl::unexpected(weakness(key));
    const X509_NAME *const subject = X509_REQ_get_subject_name(request.get());
    return SigningRequest{openssl::textOf(subject), openssl::partOf(subject, NID_commonName),
                          openssl::partOf(subject, NID_organizationName), openssl::describe(key),
                          openssl::fingerprintOf(key)};
}

QByteArray newKey()
{
    const openssl::Key key(EVP_EC_gen("P-256"));
    const openssl::Bio bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_PrivateKey(bio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return openssl::contentOf(bio.get());
}

QByteArray newSigningRequest(const QByteArray &key, const QString &commonName, const QString &organization)
{
    const openssl::Key pair(
        PEM_read_bio_PrivateKey(openssl::reading(key).get(), nullptr, openssl::noPassphrase, nullptr));
    if (!pair)
        return {};
    const openssl::SigningRequest request(X509_REQ_new());
    X509_NAME *const subject = X509_REQ_get_subject_name(request.get());
    addPart(subject, "O", organization);
    addPart(subject, "CN", commonName);
    X509_REQ_set_pubkey(request.get(), pair.get());
    X509_REQ_sign(request.get(), pair.get(), EVP_sha256());
    const openssl::Bio bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509_REQ(bio.get(), request.get());
    return openssl::contentOf(bio.get());
}

} // namespace pki
