// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/strokes.h"

#include <QPainter>
#include <QPainterPath>

namespace ui::strokes {

QPen pen(Role role, double width)
{
    return QPen(Palette::current().color(role), width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

void box(QPainter &painter, const QRectF &rect, double radius, const QColor &fill, const QColor &edge,
         double edgeWidth)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool edged = edge.isValid() && edge.alpha() > 0;
    painter.setPen(edged ? QPen(edge, edgeWidth) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const double inset = edged ? edgeWidth / 2 : 0;
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
    painter.restore();
}

void chevron(QPainter &painter, const QRectF &rect, Qt::ArrowType direction, Role role, double extent)
{
    static constexpr int quarterTurns[] = {0, 2, 0, 1, 3}; // None, Up, Down, Left, Right
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.center());
    painter.rotate(90.0 * quarterTurns[direction]);
    painter.setPen(pen(role, 1.5));
    painter.drawPolyline(QPolygonF{{-extent / 2, -extent / 4}, {0, extent / 4}, {extent / 2, -extent / 4}});
    painter.restore();
}

} // namespace ui::strokes
