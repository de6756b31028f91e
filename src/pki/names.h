// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What certificates and signing requests say in the same way. Only for files of this layer.
#include "pki/openssl.h"

#include <QString>

namespace pki::openssl {

/// Upper-case.
QString hex(const unsigned char *bytes, unsigned size);
/// RFC 2253.
QString textOf(const X509_NAME *name);
/// The last one with this NID; empty if there is none.
QString partOf(const X509_NAME *name, int nid);
/// "EC 256", "RSA 2048".
QString describe(const EVP_PKEY *key);
/// SHA-256 of the public key as certificates hold it.
QString fingerprintOf(const EVP_PKEY *key);

} // namespace pki::openssl
