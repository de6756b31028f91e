// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

namespace ui {

// On a thread of the pool: the file may lie on another computer. Troubles are in the person's words.

/// What is in the file, which is no longer than a chain of certificates can be.
tl::expected<QByteArray, QString> readPem(const QString &path);
/// Takes the place of a former file only when it is whole. Empty if it is written, else why not.
QString writePem(const QString &path, const QByteArray &content);

} // namespace ui
