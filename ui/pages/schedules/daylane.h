// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charging/composite.h"
#include "ui/pages/schedules/layer.h"
#include "ui/theme/palette.h"

#include <QGraphicsItem>
#include <QPen>

namespace ui {

class WeekCanvas;

/// One day of the canvas, from the left to the right: its hours, the layers, what comes of them, and the cursor.
class DayLane : public QGraphicsItem {
public:
    explicit DayLane(WeekCanvas &canvas);

    void show(int day, const QRectF &rect);
    [[nodiscard]] int day() const { return day_; }

    [[nodiscard]] QRectF boundingRect() const override { return rect_; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    /// A limit from here to there, in px of the scene.
    struct Piece {
        double from = 0;
        double to = 0;
        double limit = 0;
    };
    [[nodiscard]] QList<Piece> piecesOf(const charging::Composite &composite) const;
    [[nodiscard]] QList<Piece> piecesOf(const charging::WeekPlan &plan) const;
    [[nodiscard]] QPolygonF outline(const QList<Piece> &pieces, qsizetype &next) const;
    [[nodiscard]] QList<Piece> withoutSelected(const QList<Piece> &pieces) const;
    void drawGround(QPainter &painter) const;
    void drawHours(QPainter &painter) const;
    void drawInvitation(QPainter &painter) const;
    void drawMarked(QPainter &painter) const;
    void drawOthers(QPainter &painter) const;
    void drawAllowed(QPainter &painter, const QList<Piece> &pieces) const;
    void drawComposite(QPainter &painter, const QList<Piece> &pieces) const;
    void drawSelected(QPainter &painter) const;
    void drawLimits(QPainter &painter, const QList<Piece> &pieces) const;
    void drawBold(QPainter &painter, const QList<Piece> &pieces, const QColor &color) const;
    void drawLines(QPainter &painter, const QList<Piece> &pieces) const;
    void drawCursor(QPainter &painter) const;
    void drawNow(QPainter &painter) const;
    void drawChange(QPainter &painter) const;
    void drawArrival(QPainter &painter) const;
    void drawMoment(QPainter &painter, ocpp::Timestamp time, Role role, const QString &words) const;
    [[nodiscard]] double xAt(ocpp::Timestamp time) const;

    WeekCanvas &canvas_;
    int day_ = 0;
    QRectF rect_;
};

/// In what limits and moments are written: the accent would be lost on its own veil.
inline constexpr Role labelRole = Role::Text;
/// How much of its role (Palette::tint()) the ground of a moment's words has.
inline constexpr double momentTint = 0.16;
/// Translucent, over the ground: a weekend among other days.
QColor weekendVeil(const Palette &palette);
/// Translucent, over the ground: what is allowed.
QColor allowedVeil(const Palette &palette);

/// By how much each layer's line is broken, to tell them apart without colour; in the order of the layers.
QList<qreal> dashOf(int place);

} // namespace ui
