// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/frames.h"
#include "ui/models/column.h"

#include <span>

namespace ui {

/// One line of the log of messages. The summary is made once, when the row is read.
struct MessageRow {
    store::FrameRow frame;
    QString summary;

    [[nodiscard]] qint64 key() const { return frame.id; }
    [[nodiscard]] bool hasFinding() const { return !frame.finding.isEmpty(); }
};

std::span<const Column<MessageRow>> messageColumns();
int messageStationColumn();
/// The translation context of the titles.
inline constexpr auto messageColumnsContext = "ui::MessageRow";

/// "Request", "Answer", "Error", "Unreadable".
QString frameKind(const store::FrameRow &frame);

} // namespace ui
