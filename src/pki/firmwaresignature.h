// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>

#include <tl/expected.hpp>

namespace pki {

/// A firmware image's signature, as SignedUpdateFirmware carries it.
struct FirmwareSignature {
    QByteArray sha256{};             ///< of the file; 32 bytes
    QByteArray signature{};          ///< base64
    QByteArray signingCertificate{}; ///< PEM, the signer's first
};

/// Checks what a station is going to check (W L01.FR.04, L01.FR.12): the certificate is sound, valid at `now`, its key
/// strong enough (A00.FR.502, 503), and the signature over the file is this key's: RSA-PSS or ECDSA, with SHA-256. Not the
/// chain: that is checked for each station, as far as its roots are known. The error says what, why and what to do.
tl::expected<void, QString> verify(const FirmwareSignature &signature, std::chrono::system_clock::time_point now);

} // namespace pki
