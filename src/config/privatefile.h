// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

namespace config {

// Replaces the file as a whole, readable and writable for its owner only (0600) from its first byte on.
tl::expected<void, QString> writePrivateFile(const QString &path, const QByteArray &content);

} // namespace config
