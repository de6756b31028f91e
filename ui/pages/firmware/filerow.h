// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/stationfiles.h"
#include "ui/models/column.h"

#include <span>

namespace ui {

/// Diagnostics or a log that a station was asked for.
struct FileRow {
    store::StationFile file;
    bool online = false; ///< the station

    [[nodiscard]] qint64 key() const { return file.id; }
    [[nodiscard]] bool isHere() const { return !file.file.isEmpty(); }
};

std::span<const Column<FileRow>> fileColumns();
int fileAskedColumn();
/// The translation context of the titles.
inline constexpr auto fileColumnsContext = "ui::FileRow";

} // namespace ui
