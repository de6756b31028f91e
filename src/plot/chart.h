// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/theme.h"

#include <QRectF>

namespace plot {

/// The chart of a picture in a box: no frame, steps as steps, local time below, the lines' names beside them. What it
/// is made of outlives it.
class Chart {
public:
    Chart(const QRectF &box, const CompositePicture &picture, const Theme &theme, const Words &words);

    void draw(QPainter &painter) const;
    /// A ground for what holds from a moment to another, beneath everything: draw it first.
    void drawSpan(QPainter &painter, ocpp::Timestamp from, ocpp::Timestamp to, const QColor &color) const;

    /// Where the lines are drawn.
    [[nodiscard]] const QRectF &area() const { return area_; }
    [[nodiscard]] double placeOf(ocpp::Timestamp time) const;
    [[nodiscard]] double heightOf(double value) const;
    [[nodiscard]] ocpp::Timestamp timeAt(double x) const;
    /// The value at the top of the area.
    [[nodiscard]] double highest() const { return highest_; }

private:
    void scale();
    [[nodiscard]] double highestValue() const;
    [[nodiscard]] QString gridText(double value) const;
    void drawGrid(QPainter &painter) const;
    void drawDays(QPainter &painter) const;
    void drawTicks(QPainter &painter) const;
    void drawDifferences(QPainter &painter) const;
    void drawDifference(QPainter &painter, const Difference &difference, int number) const;
    void drawGaps(QPainter &painter, const Line &line) const;
    void drawFill(QPainter &painter, const Line &line) const;
    void drawSteps(QPainter &painter, const Line &line) const;
    void drawCurve(QPainter &painter, const Line &line) const;
    void drawMarks(QPainter &painter, const Line &line) const;
    void drawValues(QPainter &painter, const Line &line) const;
    void drawNow(QPainter &painter) const;

    QRectF box_;
    QRectF area_;
    const CompositePicture &picture_;
    const Theme &theme_;
    const Words &words_;
    double step_ = 1;
    double highest_ = 1;
    double unitScale_ = 1; ///< of a value, for the labels: W are shown as kW
    bool hasDayRow_ = false; ///< dates stand below the times
};

} // namespace plot
