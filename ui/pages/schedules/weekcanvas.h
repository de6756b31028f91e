// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/schedules/scheduledocument.h"

#include <QGraphicsView>

#include <optional>

class QDoubleSpinBox;
class QTimer;

namespace ui {

class DayLane;
class DayRuler;
class HourRuler;

/// The week on which profiles are painted: a lane for each day, or one day that fills the place. What the mouse does
/// the keyboard does as well; see actions(). Draws the layers of the document, and what comes of them on top.
class WeekCanvas : public QGraphicsView {
    Q_OBJECT
public:
    explicit WeekCanvas(ScheduleDocument &document, QWidget *parent = nullptr);
    ~WeekCanvas() override;

    void showOneDay(bool one);
    [[nodiscard]] bool isOneDay() const { return oneDay_; }
    /// Minutes that times snap to.
    void setGrid(int minutes);
    [[nodiscard]] int grid() const { return grid_; }
    void zoom(double factor);
    void resetZoom();
    [[nodiscard]] double zoomFactor() const { return zoom_; }
    void showNow();

    // ---- Where things stand, in px of the scene
    [[nodiscard]] ScheduleDocument &document() const { return document_; }
    [[nodiscard]] QList<int> shownDays() const;
    [[nodiscard]] QRectF laneRect(int day) const;
    /// `minute`: passed since the day began.
    [[nodiscard]] double xOf(double minute) const;
    [[nodiscard]] double yOf(int day, double limit) const;
    [[nodiscard]] double pixelsPerHour() const;
    [[nodiscard]] double axisTop() const { return axisTop_; } ///< the highest limit that has room
    [[nodiscard]] double axisStep() const;
    /// Where clocks show this first; for tests and for what stands beside the cursor.
    [[nodiscard]] QPointF pointOf(int minute, double limit) const;
    /// What the pointer is over; else where the cursor is.
    [[nodiscard]] ocpp::Timestamp lookedAt() const;
    [[nodiscard]] std::optional<QPointF> pointer() const;
    /// What an action without a range is about: the step under the cursor.
    [[nodiscard]] charging::Span target() const;

signals:
    void lookedAtChanged();
    /// It could not be drawn, in the person's language.
    void refused(const QString &why);
    void oneDayChanged(bool one);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// What is under the pointer.
    struct Place {
        int day = 0;
        double clock = 0; ///< minutes since Monday 0:00, as clocks show
        double limit = 0;
        enum class Part { Ground, Edge, Level } part = Part::Ground;
        int edge = 0; ///< of Part::Edge
    };
    struct Gesture {
        enum class Kind { None, Waiting, Draw, Edge, Level, Mark } kind = Kind::None;
        Place from;
        QPoint pressed;
        int id = 0;
        int changes = 0; ///< in the history when it began
        charging::Span step;
        std::optional<charging::WeekPlan> base;
    };
    void layOut();
    void refresh();
    void updateAxis();
    void keepInSight(int minute);
    [[nodiscard]] double zoomAnchor() const;

    [[nodiscard]] Place placeAt(const QPoint &point) const;
    void findPart(Place &place, const QPointF &at) const;
    void begin(const QPoint &point);
    void drag(const QPoint &point);
    void dragTo(const Place &place);
    void abandonDrag();
    void showPointer(const QPoint &point);

    void buildActions();
    QAction *addDeed(const QString &text, const QList<QKeySequence> &keys, void (WeekCanvas::*deed)());
    bool moveCursor(const QKeyEvent &event);
    bool edit(const QString &what, const ScheduleDocument::Change &change, int gesture = 0);
    void split();
    void merge();
    void clearMarked();
    void raise() { shiftLimit(1); }
    void lower() { shiftLimit(-1); }
    void shiftLimit(int direction);
    void beginEarlier() { shiftEdge(true, -1); }
    void beginLater() { shiftEdge(true, 1); }
    void endEarlier() { shiftEdge(false, -1); }
    void endLater() { shiftEdge(false, 1); }
    void shiftEdge(bool first, int direction);
    void turnArrival();
    void turnDay() { showOneDay(!oneDay_); }
    void copyDay();
    void pasteDay();
    void spreadDay() { copyDayTo({0, 1, 2, 3, 4, 5, 6}); }
    void spreadDayOverWork() { copyDayTo({0, 1, 2, 3, 4}); }
    void copyDayTo(const QList<int> &days);
    void askLimit() { openLimitBox({}); }
    void openLimitBox(const QString &begun);
    void takeLimit();
    [[nodiscard]] double limitStep() const;
    [[nodiscard]] int cursorDay() const;

    ScheduleDocument &document_;
    HourRuler *hours_;
    DayRuler *days_;
    QDoubleSpinBox *limitBox_;
    QTimer *clock_;
    std::vector<DayLane *> lanes_;
    bool oneDay_ = false;
    int grid_ = 15;
    double zoom_ = 1;
    double axisTop_ = 1;
    std::optional<QPoint> pointer_; ///< of the viewport: the scene moves below it
    Gesture gesture_;
    QList<charging::Step> copiedDay_;
};

} // namespace ui
