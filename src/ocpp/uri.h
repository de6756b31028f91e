// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace ocpp {

// RFC 3986 with a scheme and something behind it, as the schemas' format "uri" wants it. Inside brackets
// (IPv6) only the characters are looked at.
bool isUri(QStringView text);

// Every character that no URI may contain becomes %XX; what was legal stays as it is.
QString percentEncoded(const QString &text);

// "ftp://user:password@host/x" becomes "ftp://***@host/x".
QString withoutCredentials(const QString &address);

} // namespace ocpp
