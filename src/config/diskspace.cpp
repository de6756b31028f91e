// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/diskspace.h"

#include <filesystem>
#include <limits>

namespace config {

qint64 freeBytes(const QString &dir)
{
    std::error_code error;
    const std::filesystem::space_info space = std::filesystem::space(dir.toStdU16String(), error);
    return error ? std::numeric_limits<qint64>::max() : static_cast<qint64>(space.available);
}

} // namespace config
