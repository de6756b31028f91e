// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/schedules/layer.h"

#include <QByteArray>

namespace ui {

/// What is drawn, with all its gaps and even where no station would take it, for a later start of the program.
/// Compressed JSON of a form of our own: profiles would lose what they cannot say.
QByteArray keptLayers(const QList<Layer> &drawn);
/// Without what cannot be read: a damaged drawing does not keep the others away.
QList<Layer> layersKept(const QByteArray &kept);

} // namespace ui
