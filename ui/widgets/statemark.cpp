// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statemark.h"

#include "ui/theme/strokes.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace ui {
namespace {

// All shapes stand on a grid of 16 with the middle at 0,0; the disc has radius 6.5.
constexpr double discRadius = 6.5;

QPainterPath disc()
{
    QPainterPath path;
    path.addEllipse(QPointF(0, 0), discRadius, discRadius);
    return path;
}

QPainterPath triangle()
{
    QPainterPath path;
    path.addPolygon(QPolygonF{{0, -6.25}, {7, 5.75}, {-7, 5.75}});
    path.closeSubpath();
    return path;
}

QPainterPath bolt()
{
    QPainterPath path;
    path.addPolygon(QPolygonF{{0.9, -5}, {-3.2, 0.9}, {-0.4, 0.9}, {-0.9, 5}, {3.2, -0.9}, {0.4, -0.9}});
    path.closeSubpath();
    return path;
}

/// What is drawn with round-ended lines only.
QPainterPath lines(Shape shape)
{
    QPainterPath path;
    const auto line = [&path](QPointF from, QPointF to) {
        path.moveTo(from);
        path.lineTo(to);
    };
    switch (shape) {
    case Shape::Pause:
        line({-3, -5}, {-3, 5});
        line({3, -5}, {3, 5});
        break;
    case Shape::Bar: line({-5.5, 0}, {5.5, 0}); break;
    case Shape::Check:
        line({-5, 0.5}, {-1.5, 4});
        path.lineTo(5, -4);
        break;
    case Shape::Cross:
        line({-4, -4}, {4, 4});
        line({4, -4}, {-4, 4});
        break;
    default: break;
    }
    return path;
}

void drawHands(QPainter &painter)
{
    painter.drawLine(QPointF(0, -3.5), QPointF(0, 0));
    painter.drawLine(QPointF(0, 0), QPointF(2.75, 1.5));
}

void drawFilled(QPainter &painter, const QPainterPath &path, Role role)
{
    painter.setPen(strokes::pen(role, 1));
    painter.setBrush(Palette::current().color(role));
    painter.drawPath(path);
    painter.setBrush(Qt::NoBrush);
}

void drawSolid(QPainter &painter, const Mark &mark)
{
    const QPen outline = strokes::pen(mark.role, 2);
    painter.setPen(outline);
    switch (mark.shape) {
    case Shape::Ring: painter.drawPath(disc()); break;
    case Shape::HalfDisc:
        painter.drawPath(disc());
        painter.setBrush(Palette::current().color(mark.role));
        painter.drawChord(QRectF(-discRadius, -discRadius, 2 * discRadius, 2 * discRadius), 180 * 16, 180 * 16);
        break;
    case Shape::Bolt:
        drawFilled(painter, disc(), mark.role);
        painter.setPen(Qt::NoPen);
        painter.setBrush(Palette::current().color(Role::OnAccent));
        painter.drawPath(bolt());
        break;
    case Shape::Clock:
        painter.drawPath(disc());
        drawHands(painter);
        break;
    case Shape::Triangle:
        drawFilled(painter, triangle(), mark.role);
        painter.setPen(strokes::pen(Role::Surface, 1.75));
        painter.drawLine(QPointF(0, -2), QPointF(0, 1.75));
        painter.drawPoint(QPointF(0, 4));
        break;
    case Shape::Dot: painter.drawEllipse(QPointF(0, 0), 2.5, 2.5); break;
    default:
        painter.setPen(strokes::pen(mark.role, mark.shape == Shape::Check || mark.shape == Shape::Cross ? 2 : 3));
        painter.drawPath(lines(mark.shape));
    }
}

/// The outline alone, dashed: the station is not there, this is what it said last.
void drawHollow(QPainter &painter, const Mark &mark)
{
    QPen dashed = strokes::pen(Role::Muted, 1.5);
    dashed.setDashPattern({1.6, 2.2});
    painter.setPen(dashed);
    painter.drawPath(mark.shape == Shape::Triangle ? triangle() : disc());
    painter.setPen(strokes::pen(Role::Muted, 1.25));
    painter.save();
    painter.scale(0.55, 0.55);
    switch (mark.shape) {
    case Shape::Bolt: painter.drawPath(bolt()); break;
    case Shape::Clock: drawHands(painter); break;
    case Shape::HalfDisc: painter.drawLine(QPointF(-discRadius, 0), QPointF(discRadius, 0)); break;
    default: painter.drawPath(lines(mark.shape));
    }
    painter.restore();
}

} // namespace

void drawMark(QPainter &painter, const QRectF &box, const Mark &mark)
{
    const double extent = std::min(box.width(), box.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(box.center());
    painter.scale(extent / 16, extent / 16);
    painter.setBrush(Qt::NoBrush);
    if (mark.offline)
        drawHollow(painter, mark);
    else
        drawSolid(painter, mark);
    painter.restore();
}

MarkView::MarkView(QWidget *parent) : QWidget(parent)
{
    setFixedSize(16, 16);
}

void MarkView::present(const Mark &mark, const QString &words)
{
    mark_ = mark;
    setAccessibleName(words);
    update();
}

void MarkView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawMark(painter, QRectF(rect()), mark_);
}

} // namespace ui
