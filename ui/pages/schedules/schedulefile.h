// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/schedules/layer.h"

#include <QJsonObject>

#include <tl/expected.hpp>

namespace ui {

/// As the library keeps it: without number and session. Of a layer that fits into one profile.
QJsonObject libraryJson(const Layer &layer, const charging::WeekFrame &week);
/// An array of SetChargingProfile requests.
QByteArray fileJson(const QList<Layer> &layers, int connector, const charging::WeekFrame &week);
/// Of such an array, of one request, or of a bare profile; else what is wrong, in plain English. `name`: as they are to
/// be called.
tl::expected<QList<Layer>, QString> layersOfFile(const QByteArray &json, const QString &name,
                                                 const charging::WeekFrame &week);

} // namespace ui
