// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the files of this layer share of OpenSSL. No other layer includes it.
#include <QByteArray>

#include <memory>

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace pki::openssl {

template<auto release> struct Release {
    template<class T> void operator()(T *object) const { release(object); }
};
using Bio = std::unique_ptr<BIO, Release<BIO_free_all>>;
using Number = std::unique_ptr<BIGNUM, Release<BN_free>>;
using Time = std::unique_ptr<ASN1_TIME, Release<ASN1_TIME_free>>;
using Certificate = std::unique_ptr<X509, Release<X509_free>>;
using SigningRequest = std::unique_ptr<X509_REQ, Release<X509_REQ_free>>;
using Key = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Release<EVP_PKEY_CTX_free>>;

/// For PEM readers: without it OpenSSL asks at the terminal, and waits.
inline int noPassphrase(char *, int, int, void *)
{
    return -1;
}

inline Bio reading(const QByteArray &bytes)
{
    return Bio(BIO_new_mem_buf(bytes.constData(), int(bytes.size())));
}

/// What was written into it.
inline QByteArray contentOf(BIO *bio)
{
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(bio, &bytes);
    return size > 0 ? QByteArray(bytes, size) : QByteArray();
}

/// Null if there is none, or no more.
inline Certificate nextCertificate(BIO *bio)
{
    return Certificate(PEM_read_bio_X509(bio, nullptr, noPassphrase, nullptr));
}

enum class KeyFault { None, Kind, Weak };

/// A00.FR.502, A00.FR.503: RSA of 2048 bits, elliptic curves of 224.
inline KeyFault faultOf(const EVP_PKEY *key)
{
    const int type = EVP_PKEY_get_base_id(key);
    if (type != EVP_PKEY_RSA && type != EVP_PKEY_RSA_PSS && type != EVP_PKEY_EC)
        return KeyFault::Kind;
    return EVP_PKEY_get_bits(key) < (type == EVP_PKEY_EC ? 224 : 2048) ? KeyFault::Weak : KeyFault::None;
}

} // namespace pki::openssl
