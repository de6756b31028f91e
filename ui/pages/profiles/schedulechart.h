// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/picture.h"

#include <QWidget>

namespace ui {

/// The chart of a composite schedule as it is exported, to walk along: the pointer, or the arrow keys, go from step to
/// step.
class ScheduleChart : public QWidget {
    Q_OBJECT
public:
    explicit ScheduleChart(QWidget *parent = nullptr);

    void present(const plot::CompositePicture &picture);
    /// "From 16:00 to 18:00: computed 10 A, told 8 A. ..." of the step that is pointed at; else the summary.
    [[nodiscard]] QString readout() const;
    /// "From 14:00 to 18:00: computed 6 A – 16 A, ..." For a screen reader and as a caption.
    [[nodiscard]] QString summary() const;

signals:
    void readoutChanged(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] QRectF box() const;
    [[nodiscard]] ocpp::Timestamp endOf(int step) const;
    [[nodiscard]] QString valueText(const plot::Line &line, int step) const;
    [[nodiscard]] QString rangeText(const plot::Line &line) const;
    void point(int step);

    plot::CompositePicture picture_;
    QList<ocpp::Timestamp> steps_; ///< where any limit changes
    int step_ = -1;
};

} // namespace ui
