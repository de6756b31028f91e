// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/palette.h"

#include <QIcon>

namespace ui {

/// An icon of resources/icons, drawn in a role's colour of the palette in use at the moment of drawing: switching
/// between light and dark needs no reloading. `name` without folder and suffix.
QIcon icon(const QString &name, Role role = Role::Muted);

} // namespace ui
