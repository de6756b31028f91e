// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/firmware/jobrow.h"

namespace ui {

/// One roll-out with its updates.
struct RolloutRow {
    store::FirmwareRollout rollout;
    QString image;
    QString version;
    QList<JobRow> jobs; ///< wave by wave

    [[nodiscard]] qint64 key() const { return rollout.id; }
    [[nodiscard]] int waves() const;
    [[nodiscard]] int installed() const;
    /// 0..100, of all its updates.
    [[nodiscard]] int progress() const;
};

std::span<const Column<RolloutRow>> rolloutColumns();
int rolloutBegunColumn();
/// The translation context of the titles.
inline constexpr auto rolloutColumnsContext = "ui::RolloutRow";

} // namespace ui
