// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/schedules/layer.h"

namespace ui {

/// The layers of one purpose with levels by which the drawn layer `id` stands right above the one that is at row `before`
/// of `layers` (the highest first; one past the last: below all). The drawn ones change levels with each other; the
/// station's keep theirs. Where there is no level between two of the station's, it takes the place of the lower one.
/// Nothing: it stands there already, it is not drawn here, the row is not of its purpose, or no level from 0 to `top` is
/// left there.
std::optional<QList<Layer>> reordered(const QList<Layer> &layers, int id, int before, int top);

} // namespace ui
