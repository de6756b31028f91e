// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/theme.h"

namespace ui {

/// The palette in use, as a chart wants it.
plot::Theme plotTheme();

} // namespace ui
