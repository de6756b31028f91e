// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/palette.h"

#include <QPen>
#include <QRectF>

class QPainter;

namespace ui::strokes {

/// A round-ended pen in a role's colour.
QPen pen(Role role, double width = 1);

/// A rectangle with rounded corners whose edge lies on whole pixels. A transparent `fill` or `edge` is left out.
void box(QPainter &painter, const QRectF &rect, double radius, const QColor &fill, const QColor &edge,
         double edgeWidth = 1);

/// A chevron of `extent` px in the middle of `rect`.
void chevron(QPainter &painter, const QRectF &rect, Qt::ArrowType direction, Role role, double extent = 8);

} // namespace ui::strokes
