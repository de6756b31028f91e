// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ui {

class WeekCanvas;

/// The hours above the canvas.
class HourRuler : public QWidget {
public:
    explicit HourRuler(WeekCanvas &canvas);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    WeekCanvas &canvas_;
};

/// The days at the left of the canvas, with its limits. A click puts the cursor into a day, two show it alone.
class DayRuler : public QWidget {
public:
    explicit DayRuler(WeekCanvas &canvas);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    void drawDay(QPainter &painter, int day, const QRectF &box) const;
    void drawAxis(QPainter &painter, int day) const;
    [[nodiscard]] double scrolled() const;

    WeekCanvas &canvas_;
};

} // namespace ui
