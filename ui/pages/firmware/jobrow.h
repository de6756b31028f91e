// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/firmware.h"
#include "ui/models/column.h"

#include <span>

namespace ui {

/// One update of one station.
struct JobRow {
    store::FirmwareJob job;
    QString image; ///< its name
    QString version; ///< that it brings; may be empty
    bool online = false;
    /// That of an open signed one: all of the manufacturer's roots that the station has are known here, so its issuer was
    /// checked before it was sent.
    bool isIssuerKnown = true;

    [[nodiscard]] qint64 key() const { return job.id; }
};

std::span<const Column<JobRow>> jobColumns();
/// The same for the updates of one roll-out: by wave.
std::span<const Column<JobRow>> waveColumns();
int jobBegunColumn();
/// The translation context of the titles.
inline constexpr auto jobColumnsContext = "ui::JobRow";

} // namespace ui
