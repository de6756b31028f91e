// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace store {
struct FrameRow;
}

namespace ui {

/// What a frame says, in one line: "Connector 1 · Charging". From the message's field table; any thread.
QString frameSummary(const store::FrameRow &frame);

} // namespace ui
