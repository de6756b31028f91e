// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/picture.h"

namespace ui {

/// What a chart of limits says, in the language and locale in use.
plot::Words plotWords();
/// Why a limit is what it is.
charging::ReasonWords reasonWords();

} // namespace ui
