// SPDX-License-Identifier: GPL-3.0-or-later
#include "pki/names.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace pki::openssl {

QString hex(const unsigned char *bytes, unsigned size)
{
    return QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(bytes), size).toHex()).toUpper();
}

QString textOf(const X509_NAME *name)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    X509_NAME_print_ex(bio.get(), name, 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB);
    return QString::fromUtf8(contentOf(bio.get()));
}

QString partOf(const X509_NAME *name, int nid)
{
    int last = -1;
    for (int at = X509_NAME_get_index_by_NID(name, nid, -1); at >= 0; at = X509_NAME_get_index_by_NID(name, nid, at))
        last = at;
    if (last < 0)
        return {};
    unsigned char *bytes = nullptr;
    const int size = ASN1_STRING_to_UTF8(&bytes, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, last)));
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(bytes), std::max(size, 0));
    OPENSSL_free(bytes);
    return text;
}

QString describe(const EVP_PKEY *key)
{
    const int type = EVP_PKEY_get_base_id(key);
    const QString kind = type == EVP_PKEY_EC ? u"EC"_s
                         : type == EVP_PKEY_RSA || type == EVP_PKEY_RSA_PSS
                             ? u"RSA"_s
                             : QString::fromLatin1(EVP_PKEY_get0_type_name(key));
    return u"%1 %2"_s.arg(kind).arg(EVP_PKEY_get_bits(key));
}

QString fingerprintOf(const EVP_PKEY *key)
{
    unsigned char *bytes = nullptr;
    const int size = i2d_PUBKEY(key, &bytes);
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    const bool isDone = size > 0
                        && EVP_Digest(bytes, size_t(size), digest.data(), &length, EVP_sha256(), nullptr) == 1;
    OPENSSL_free(bytes);
    return isDone ? hex(digest.data(), length) : QString();
}

} // namespace pki::openssl
