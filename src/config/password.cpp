// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/password.h"

#include <array>
#include <sodium.h>

using namespace Qt::Literals::StringLiterals;

namespace config {

namespace {

// Idempotent and thread-safe; fails only where the system has no source of random numbers.
bool sodiumIsReady()
{
    static const bool ready = sodium_init() >= 0;
    return ready;
}

} // namespace

QString hashPassword(const QByteArray &password)
{
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    const bool hashed =
        sodiumIsReady()
        && crypto_pwhash_str(hash.data(), password.constData(), static_cast<unsigned long long>(password.size()),
                             crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE)
               == 0;
    return hashed ? QString::fromLatin1(hash.data()) : u"!"_s;
}

bool verifyPassword(const QString &hash, const QByteArray &password)
{
    const QByteArray text = hash.toLatin1();
    return sodiumIsReady() && !text.isEmpty()
           && crypto_pwhash_str_verify(text.constData(), password.constData(),
                                       static_cast<unsigned long long>(password.size()))
                  == 0;
}

bool equalInConstantTime(const QByteArray &one, const QByteArray &other)
{
    return one.size() == other.size()
           && sodium_memcmp(one.constData(), other.constData(), static_cast<size_t>(one.size())) == 0;
}

QByteArray randomToken(int bytes)
{
    if (!sodiumIsReady())
        return {};
    QByteArray random(bytes, Qt::Uninitialized);
    randombytes_buf(random.data(), static_cast<size_t>(random.size()));
    return random.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace config
