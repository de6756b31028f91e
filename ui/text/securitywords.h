// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace store {
struct CertificateRefusal;
}

namespace ui {

struct SecurityWords {
    QString what; ///< no full stop
    QString advice; ///< a sentence; empty where there is nothing to do
};

/// Of a security event's type (W 8). Another type is shown as it is spelled.
SecurityWords securityWords(const QString &type);

/// Why a certificate was not taken here, for the owner.
QString refusalWords(const store::CertificateRefusal &refusal);

} // namespace ui
