// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

// What goes over the wire when an EST server signs (RFC 7030). Bytes only: who carries them is another matter.
namespace pki {

/// The body of /simpleenroll for a signing request in PEM (4.2.1).
tl::expected<QByteArray, QString> enrollmentBody(const QByteArray &csr);

/// The chain for a station: the certificate for `csr` out of the answer to /simpleenroll, then who signed it, out of the
/// answers to /simpleenroll and /cacerts (4.1.3, 4.2.3), without the root. PEM.
tl::expected<QByteArray, QString> enrolledChain(const QByteArray &enrolled, const QByteArray &caCertificates,
                                                const QByteArray &csr);

} // namespace pki
