// SPDX-License-Identifier: GPL-3.0-or-later
// What the mouse does on the canvas: every move of the hand is one change that can be taken back.
#include "ui/pages/schedules/weekcanvas.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

using namespace std::chrono_literals;

// px
constexpr double edgeReach = 5;
constexpr double levelReach = 5;

constexpr double zoomStep = 1.25;

} // namespace

WeekCanvas::Place WeekCanvas::placeAt(const QPoint &point) const
{
    const QPointF at = mapToScene(point);
    const QList<int> days = shownDays();
    Place place;
    place.day = days.last();
    for (const int day : days) {
        if (at.y() < laneRect(day).bottom()) {
            place.day = day;
            break;
        }
    }
    const charging::WeekFrame &week = document_.week();
    const double passed = at.x() / pixelsPerHour() * 60;
    const double length = week.dayMinutes(place.day);
    const double inside = std::clamp(passed, 0.0, length - 1e-3);
    const auto whole = std::chrono::minutes(int(inside));
    place.clock = week.minuteAt(week.dayBegin(place.day) + whole) + (inside - std::floor(inside)) + (passed - inside);
    const QRectF lane = laneRect(place.day);
    const double height = yOf(place.day, 0) - yOf(place.day, axisTop_);
    place.limit = std::clamp((lane.bottom() - 1 - at.y()) / height, 0.0, 1.0) * axisTop_;
    findPart(place, at);
    return place;
}

/// What of the selected layer can be dragged there. In a narrow step its edges come first.
void WeekCanvas::findPart(Place &place, const QPointF &at) const
{
    const Layer *layer = document_.selected();
    if (!layer || !document_.isDrawable(*layer) || !layer->isVisible)
        return;
    const charging::WeekPlan &plan = *layer->plan;
    const int minute = std::clamp(int(place.clock), 0, charging::minutesPerWeek - 1);
    const charging::Step step = plan.stepAt(minute);
    const int nearest = place.clock - step.span.from < step.span.to - place.clock ? step.span.from : step.span.to;
    const double away = std::abs(place.clock - nearest) * pixelsPerHour() / 60;
    if (away <= edgeReach && plan.isEdge(nearest)) {
        place.part = Place::Part::Edge;
        place.edge = nearest;
    } else if (step.stroke.limit && std::abs(yOf(place.day, *step.stroke.limit) - at.y()) <= levelReach) {
        place.part = Place::Part::Level;
    }
}

void WeekCanvas::showPointer(const QPoint &point)
{
    pointer_ = point;
    const Place place = placeAt(point);
    viewport()->setCursor(place.part == Place::Part::Edge    ? Qt::SizeHorCursor
                          : place.part == Place::Part::Level ? Qt::SizeVerCursor
                                                             : Qt::CrossCursor);
    viewport()->update();
    emit lookedAtChanged();
}

void WeekCanvas::begin(const QPoint &point)
{
    gesture_ = {};
    gesture_.from = placeAt(point);
    gesture_.pressed = point;
    gesture_.id = document_.nextGesture();
    gesture_.changes = document_.history().index();
    gesture_.kind = Gesture::Kind::Waiting;
    const Layer *layer = document_.selected();
    if (layer && layer->plan)
        gesture_.step = layer->plan->stepAt(int(gesture_.from.clock)).span;
}

void WeekCanvas::drag(const QPoint &point)
{
    using Kind = Gesture::Kind;
    if (gesture_.kind == Kind::Waiting) {
        if ((point - gesture_.pressed).manhattanLength() < QApplication::startDragDistance() / 2)
            return;
        const bool marks = QApplication::keyboardModifiers() & Qt::ShiftModifier;
        gesture_.kind = marks                                      ? Kind::Mark
                        : gesture_.from.part == Place::Part::Edge  ? Kind::Edge
                        : gesture_.from.part == Place::Part::Level ? Kind::Level
                                                                   : Kind::Draw;
    }
    dragTo(placeAt(point));
}

void WeekCanvas::dragTo(const Place &place)
{
    const auto onBase = [this](charging::WeekPlan &plan) {
        if (!gesture_.base)
            gesture_.base = plan;
        plan = *gesture_.base;
    };
    const double limit = charging::snappedLimit(place.limit, document_.unit(), limitStep());
    const int first = charging::snappedMinute(gesture_.from.clock, grid_);
    // The pointer may leave its lane upwards or downwards: the time counts in the lane where it was pressed.
    const double shift = (gesture_.from.day - place.day) * charging::minutesPerDay;
    const int at = charging::snappedMinute(place.clock + shift, grid_);
    const charging::Span span{std::min(first, at), std::max(first, at)};
    switch (gesture_.kind) {
    case Gesture::Kind::Draw:
        if (place.day == gesture_.from.day)
            gesture_.from.limit = place.limit;
        edit(
            tr("Draw a step"),
            [&](charging::WeekPlan &plan) {
                onBase(plan);
                const double drawn = charging::snappedLimit(gesture_.from.limit, plan.unit(), limitStep());
                plan.draw({span.from, std::max(span.to, span.from + grid_)}, {drawn, {}});
            },
            gesture_.id);
        document_.mark({std::clamp(span.from, 0, charging::minutesPerWeek),
                        std::clamp(std::max(span.to, span.from + grid_), 0, charging::minutesPerWeek)});
        break;
    case Gesture::Kind::Edge:
        edit(
            tr("Move an edge"),
            [&](charging::WeekPlan &plan) {
                onBase(plan);
                plan.moveEdge(gesture_.from.edge, at, grid_);
            },
            gesture_.id);
        break;
    case Gesture::Kind::Level:
        if (place.day == gesture_.from.day) {
            edit(
                tr("Change a limit"),
                [&](charging::WeekPlan &plan) {
                    onBase(plan);
                    plan.setLimit(gesture_.step, limit);
                },
                gesture_.id);
        }
        break;
    case Gesture::Kind::Mark:
        document_.mark(
            {std::clamp(span.from, 0, charging::minutesPerWeek), std::clamp(span.to, 0, charging::minutesPerWeek)});
        break;
    default:
        break;
    }
}

/// As it was before: what comes of the hand until the button is released does not count.
void WeekCanvas::abandonDrag()
{
    const int changes = gesture_.changes;
    gesture_ = {};
    if (document_.history().index() > changes)
        document_.history().undo();
    layOut();
}

void WeekCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        begin(event->position().toPoint());
}

void WeekCanvas::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (gesture_.kind != Gesture::Kind::None && (event->buttons() & Qt::LeftButton)) {
        pointer_ = point;
        drag(point);
    } else {
        showPointer(point);
    }
}

/// A click without a drag selects the step.
void WeekCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || gesture_.kind == Gesture::Kind::None)
        return;
    const bool isClick = gesture_.kind == Gesture::Kind::Waiting;
    const double clock = gesture_.from.clock;
    gesture_ = {};
    if (isClick)
        document_.setCursor(std::clamp(int(std::floor(clock / grid_)) * grid_, 0, charging::minutesPerWeek));
    layOut(); // the axis may need more room by now
}

void WeekCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const int at = charging::snappedMinute(placeAt(event->position().toPoint()).clock, grid_);
    document_.setCursor(std::clamp(at, 0, charging::minutesPerWeek));
    split();
}

void WeekCanvas::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier))
        return QGraphicsView::wheelEvent(event);
    zoom(event->angleDelta().y() > 0 ? zoomStep : 1 / zoomStep);
    event->accept();
}

void WeekCanvas::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Mouse) {
        const int at = int(placeAt(event->pos()).clock) / grid_ * grid_;
        const charging::Span marked = document_.marked();
        if (at < marked.from || at >= marked.to)
            document_.setCursor(std::clamp(at, 0, charging::minutesPerWeek));
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(actions());
    menu->popup(event->globalPos());
}

bool WeekCanvas::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave && pointer_ && gesture_.kind == Gesture::Kind::None) {
        pointer_.reset();
        viewport()->update();
        emit lookedAtChanged();
    }
    return QGraphicsView::viewportEvent(event);
}

} // namespace ui
