// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/compositeschedules.h"

#include <QWidget>

namespace ui {

/// A limit over time, as steps.
struct SchedulePlan {
    struct Step {
        ocpp::Timestamp from{};
        double limit = 0; ///< in `unit`
    };
    QString unit{}; ///< "A", "W"
    QList<Step> steps{}; ///< in order of time
    ocpp::Timestamp end{};

    [[nodiscard]] bool isEmpty() const { return steps.isEmpty() || end <= steps.first().from; }
    /// "From 14:00 to 18:00: 6 – 16 A." For a screen reader and as a caption.
    [[nodiscard]] QString summary() const;
};

SchedulePlan planOf(const store::CompositeSchedule &schedule);

/// Draws a plan as steps, with a line where now is. The pointer, or the arrow keys, walk along the steps.
class ScheduleChart : public QWidget {
    Q_OBJECT
public:
    explicit ScheduleChart(QWidget *parent = nullptr);

    void present(const SchedulePlan &plan);
    /// "From 16:00 to 18:00: 10 A" of the step that is pointed at; else the summary.
    [[nodiscard]] QString readout() const;

signals:
    void readoutChanged(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Axis;
    [[nodiscard]] Axis axis() const;
    [[nodiscard]] double placeOf(ocpp::Timestamp time) const;
    [[nodiscard]] ocpp::Timestamp endOf(int step) const;
    void point(int step);
    void drawGrid(QPainter &painter, const Axis &axis) const;
    void drawTimes(QPainter &painter, const Axis &axis) const;
    void drawSteps(QPainter &painter, const Axis &axis) const;
    void drawNow(QPainter &painter, const Axis &axis) const;

    SchedulePlan plan_;
    int step_ = -1;
};

} // namespace ui
