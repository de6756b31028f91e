// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace config {

/// Bytes that this program may still write where `dir` is; the largest number if the system does not say. Asked of the
/// system itself: QStorageInfo looks for a mount point, and in a container there may be none to be seen. Any thread.
qint64 freeBytes(const QString &dir);

} // namespace config
