// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/schedules/weekcanvas.h"

#include "plot/timeaxis.h"
#include "store/clock.h"
#include "ui/pages/schedules/canvasrulers.h"
#include "ui/pages/schedules/daylane.h"

#include <QDoubleSpinBox>
#include <QEvent>
#include <QGraphicsScene>
#include <QResizeEvent>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

using namespace std::chrono_literals;

// px
constexpr int rulerWidth = 92;
constexpr int rulerHeight = 28;
constexpr double lowestLane = 42;
constexpr double headRoom = 8;

constexpr double mostZoom = 24;
constexpr auto everyMinute = 20s;

} // namespace

WeekCanvas::WeekCanvas(ScheduleDocument &document, QWidget *parent)
    : QGraphicsView(parent), document_(document), hours_(new HourRuler(*this)), days_(new DayRuler(*this)),
      limitBox_(new QDoubleSpinBox(viewport())), clock_(new QTimer(this))
{
    setScene(new QGraphicsScene(this));
    setAccessibleName(tr("Week"));
    setFrameShape(NoFrame);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setViewportMargins(rulerWidth, rulerHeight, 0, 0);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setViewportUpdateMode(FullViewportUpdate);
    setTransformationAnchor(NoAnchor);
    setMinimumSize(360, rulerHeight + 200);
    setBackgroundRole(QPalette::Base);
    scene()->setItemIndexMethod(QGraphicsScene::NoIndex);
    for (int day = 0; day < 7; ++day) {
        lanes_.push_back(new DayLane(*this));
        scene()->addItem(lanes_.back());
    }
    limitBox_->hide();
    limitBox_->setRange(0, 1e6);
    limitBox_->setDecimals(1);
    limitBox_->setButtonSymbols(QAbstractSpinBox::NoButtons);
    limitBox_->setAccessibleName(tr("Limit"));
    limitBox_->installEventFilter(this);
    buildActions();
    connect(&document_, &ScheduleDocument::layersChanged, this, &WeekCanvas::refresh);
    connect(&document_, &ScheduleDocument::selectionChanged, this, &WeekCanvas::refresh);
    connect(&document_, &ScheduleDocument::weekChanged, this, &WeekCanvas::layOut);
    connect(&document_, &ScheduleDocument::cursorChanged, this, [this] {
        if (oneDay_)
            layOut();
        refresh();
    });
    clock_->callOnTimeout(viewport(), qOverload<>(&QWidget::update));
    clock_->start(everyMinute);
    updateAxis();
}

WeekCanvas::~WeekCanvas() = default;

void WeekCanvas::showOneDay(bool one)
{
    if (oneDay_ == one)
        return;
    oneDay_ = one;
    layOut();
    emit oneDayChanged(one);
}

void WeekCanvas::setGrid(int minutes)
{
    grid_ = minutes;
}

void WeekCanvas::zoom(double factor)
{
    const double anchor = zoomAnchor();
    const int scrolled = horizontalScrollBar()->value();
    const double before = zoom_;
    zoom_ = std::clamp(zoom_ * factor, 1.0, mostZoom);
    layOut();
    horizontalScrollBar()->setValue(int(std::round(scrolled + anchor * (zoom_ / before - 1))));
}

/// What stays where it is: what the pointer is over, else the cursor, and where that is out of sight the middle.
double WeekCanvas::zoomAnchor() const
{
    if (pointer_)
        return pointer()->x();
    const double left = horizontalScrollBar()->value();
    const double cursor = pointOf(std::min(document_.cursor(), charging::minutesPerWeek - 1), 0).x();
    const bool isInSight = cursor >= left && cursor <= left + viewport()->width();
    return isInSight ? cursor : left + viewport()->width() / 2.0;
}

void WeekCanvas::resetZoom()
{
    zoom(1 / zoom_);
}

void WeekCanvas::showNow()
{
    document_.setWeek(charging::mondayOf(store::now(), document_.week().zone()));
    document_.setCursor(document_.week().minuteAt(store::now()) / grid_ * grid_);
    keepInSight(document_.cursor());
}

// ---- Where things stand

QList<int> WeekCanvas::shownDays() const
{
    return oneDay_ ? QList<int>{cursorDay()} : QList<int>{0, 1, 2, 3, 4, 5, 6};
}

int WeekCanvas::cursorDay() const
{
    return std::min(document_.cursor() / charging::minutesPerDay, 6);
}

QRectF WeekCanvas::laneRect(int day) const
{
    const auto height = oneDay_ ? double(viewport()->height()) : std::max(lowestLane, viewport()->height() / 7.0);
    return {0, oneDay_ ? 0 : day * height, viewport()->width() * zoom_, height};
}

double WeekCanvas::pixelsPerHour() const
{
    int longest = charging::minutesPerDay;
    for (int day = 0; day < 7; ++day)
        longest = std::max(longest, document_.week().dayMinutes(day));
    return laneRect(0).width() / longest * 60;
}

double WeekCanvas::xOf(double minute) const
{
    return minute / 60 * pixelsPerHour();
}

double WeekCanvas::yOf(int day, double limit) const
{
    const QRectF lane = laneRect(day);
    return lane.bottom() - 1 - limit / axisTop_ * (lane.height() - headRoom);
}

double WeekCanvas::axisStep() const
{
    const double scale = document_.unit() == charging::WeekPlan::Unit::W ? 1000 : 1;
    const double coarse = oneDay_ ? 1 : 2;
    return plot::niceStep(axisTop_ / scale) * scale * coarse;
}

QPointF WeekCanvas::pointOf(int minute, double limit) const
{
    const charging::WeekFrame &week = document_.week();
    const int day = std::clamp(minute / charging::minutesPerDay, 0, 6);
    const double passed = double((week.timeOf(minute) - week.dayBegin(day)) / 1min);
    return {xOf(passed), yOf(day, limit)};
}

std::optional<QPointF> WeekCanvas::pointer() const
{
    return pointer_ ? std::optional(mapToScene(*pointer_)) : std::nullopt;
}

ocpp::Timestamp WeekCanvas::lookedAt() const
{
    const charging::WeekFrame &week = document_.week();
    const std::optional<QPointF> over = pointer();
    if (!over)
        return week.timeOf(std::min(document_.marked().from, charging::minutesPerWeek - 1));
    for (const int day : shownDays()) {
        if (!laneRect(day).contains(*over))
            continue;
        const int passed = int(over->x() / pixelsPerHour() * 60);
        return week.dayBegin(day) + std::chrono::minutes(std::clamp(passed, 0, week.dayMinutes(day) - 1));
    }
    return week.begin();
}

charging::Span WeekCanvas::target() const
{
    const charging::Span marked = document_.marked();
    if (marked.length() > 0)
        return marked;
    const Layer *layer = document_.selected();
    if (layer && layer->plan)
        return layer->plan->stepAt(document_.cursor()).span;
    return {document_.cursor(), document_.cursor() + grid_};
}

// ---- Keeping it so

void WeekCanvas::updateAxis()
{
    if (gesture_.kind != Gesture::Kind::None) // it stands still under the hand
        return;
    const double full = document_.fullLimit(document_.unit());
    axisTop_ = std::max(document_.highest() * 1.15, full * 1.15);
}

void WeekCanvas::layOut()
{
    updateAxis();
    const QList<int> days = shownDays();
    for (int lane = 0; lane < int(lanes_.size()); ++lane) {
        lanes_[std::size_t(lane)]->setVisible(lane < days.size());
        if (lane < days.size())
            lanes_[std::size_t(lane)]->show(days.at(lane), laneRect(days.at(lane)));
    }
    const QRectF last = laneRect(days.last());
    scene()->setSceneRect(0, 0, last.width(), last.bottom());
    refresh();
}

void WeekCanvas::refresh()
{
    updateAxis();
    if (oneDay_ && lanes_.front()->day() != cursorDay())
        lanes_.front()->show(cursorDay(), laneRect(cursorDay()));
    viewport()->update();
    hours_->update();
    days_->update();
    emit lookedAtChanged();
}

void WeekCanvas::keepInSight(int minute)
{
    const QPointF point = pointOf(std::min(minute, charging::minutesPerWeek - 1), axisTop_ / 2);
    ensureVisible(QRectF(point, QSizeF(1, 1)), 48, int(laneRect(0).height() / 2));
}

void WeekCanvas::resizeEvent(QResizeEvent *event)
{
    QGraphicsView::resizeEvent(event);
    hours_->setGeometry(rulerWidth, 0, viewport()->width(), rulerHeight);
    days_->setGeometry(0, rulerHeight, rulerWidth, viewport()->height());
    layOut();
}

void WeekCanvas::scrollContentsBy(int dx, int dy)
{
    QGraphicsView::scrollContentsBy(dx, dy);
    hours_->update();
    days_->update();
    if (pointer_) // it is over another moment now
        emit lookedAtChanged();
}

void WeekCanvas::changeEvent(QEvent *event)
{
    QGraphicsView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

void WeekCanvas::focusInEvent(QFocusEvent *event)
{
    QGraphicsView::focusInEvent(event);
    refresh();
}

void WeekCanvas::focusOutEvent(QFocusEvent *event)
{
    QGraphicsView::focusOutEvent(event);
    refresh();
}

} // namespace ui
