// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/firmware.h"
#include "ui/models/column.h"

#include <span>

namespace ui {

/// One line of the firmware images.
struct ImageRow {
    store::FirmwareImage image;
    int openJobs = 0; ///< updates that need it

    [[nodiscard]] qint64 key() const { return image.id; }
    [[nodiscard]] bool isComplete() const { return !image.file.isEmpty(); }
    [[nodiscard]] bool isSigned() const { return !image.signature.isEmpty() && !image.signingCertificate.isEmpty(); }
};

std::span<const Column<ImageRow>> imageColumns();
int imageNameColumn();
/// The translation context of the titles.
inline constexpr auto imageColumnsContext = "ui::ImageRow";

/// "Alfen Eve Single", or "any station".
QString imageTarget(const store::FirmwareImage &image);

} // namespace ui
