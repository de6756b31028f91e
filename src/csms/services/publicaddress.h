// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>

namespace csms {

/// Whether it is one of the Internet, and not of this machine, of a private network, or reserved (RFC 6890). Pure.
bool isPublicAddress(const QHostAddress &address);

} // namespace csms
