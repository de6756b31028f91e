// SPDX-License-Identifier: GPL-3.0-or-later
// What the keyboard does on the canvas.
#include "ui/pages/schedules/weekcanvas.h"

#include <QAction>
#include <QDoubleSpinBox>
#include <QKeyEvent>
#include <QLineEdit>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

using charging::minutesPerDay;
using charging::minutesPerWeek;

constexpr double zoomStep = 1.25;

} // namespace

void WeekCanvas::buildActions()
{
    addDeed(tr("Set the limit…"), {Qt::Key_Return, Qt::Key_Enter}, &WeekCanvas::askLimit);
    addDeed(tr("More"), {Qt::CTRL | Qt::Key_Up}, &WeekCanvas::raise);
    addDeed(tr("Less"), {Qt::CTRL | Qt::Key_Down}, &WeekCanvas::lower);
    addDeed(tr("Split here"), {Qt::Key_S}, &WeekCanvas::split);
    addDeed(tr("Merge with the step before"), {Qt::Key_Delete}, &WeekCanvas::merge);
    addDeed(tr("Say nothing here"), {Qt::Key_Backspace}, &WeekCanvas::clearMarked);
    addDeed(tr("Begin earlier"), {Qt::Key_BracketLeft, Qt::ALT | Qt::Key_Left}, &WeekCanvas::beginEarlier);
    addDeed(tr("Begin later"), {Qt::Key_BracketRight, Qt::ALT | Qt::Key_Right}, &WeekCanvas::beginLater);
    addDeed(tr("End earlier"), {Qt::SHIFT | Qt::Key_BraceLeft, Qt::ALT | Qt::SHIFT | Qt::Key_Left},
            &WeekCanvas::endEarlier);
    addDeed(tr("End later"), {Qt::SHIFT | Qt::Key_BraceRight, Qt::ALT | Qt::SHIFT | Qt::Key_Right},
            &WeekCanvas::endLater);
    addDeed(tr("Copy the day"), {Qt::CTRL | Qt::Key_C}, &WeekCanvas::copyDay);
    addDeed(tr("Paste the day"), {Qt::CTRL | Qt::Key_V}, &WeekCanvas::pasteDay);
    addDeed(tr("Copy the day to all days"), {Qt::CTRL | Qt::Key_D}, &WeekCanvas::spreadDay);
    addDeed(tr("Copy the day to Monday till Friday"), {Qt::CTRL | Qt::SHIFT | Qt::Key_D},
            &WeekCanvas::spreadDayOverWork);
    addDeed(tr("What if a car came here? Again: all week"), {Qt::Key_A}, &WeekCanvas::turnArrival);
    addDeed(tr("This day alone, or the week again"), {Qt::Key_D}, &WeekCanvas::turnDay);
    addDeed(tr("Zoom out to the whole day"), {Qt::CTRL | Qt::Key_0}, &WeekCanvas::resetZoom);
    connect(limitBox_->findChild<QLineEdit *>(), &QLineEdit::returnPressed, this, &WeekCanvas::takeLimit);
    limitBox_->setFocusPolicy(Qt::ClickFocus);
}

QAction *WeekCanvas::addDeed(const QString &text, const QList<QKeySequence> &keys, void (WeekCanvas::*deed)())
{
    auto *action = new QAction(text, this);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    addAction(action);
    connect(action, &QAction::triggered, this, deed);
    return action;
}

void WeekCanvas::keyPressEvent(QKeyEvent *event)
{
    const QString text = event->text();
    const bool isTyped = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (isTyped && !text.isEmpty() && text.at(0).isDigit()) {
        openLimitBox(text);
    } else if (event->key() == Qt::Key_Plus || event->key() == Qt::Key_Minus) {
        zoom(event->key() == Qt::Key_Plus ? zoomStep : 1 / zoomStep);
    } else if (event->key() == Qt::Key_Escape && gesture_.kind != Gesture::Kind::None) {
        abandonDrag();
    } else if (event->key() == Qt::Key_Escape && document_.marked().length() > 0) {
        document_.setCursor(document_.cursor());
    } else if (!moveCursor(*event)) {
        event->ignore(); // not QGraphicsView: it would scroll
    }
}

bool WeekCanvas::moveCursor(const QKeyEvent &event)
{
    const bool extend = event.modifiers() & Qt::ShiftModifier;
    const bool jumps = event.modifiers() & Qt::ControlModifier;
    const int at = document_.cursor();
    const int day = cursorDay();
    const Layer *layer = document_.selected();
    const bool hasSteps = jumps && layer && layer->plan;
    int to = 0;
    switch (event.key()) {
    case Qt::Key_Left:
        to = hasSteps ? layer->plan->stepAt(at - 1).span.from : at - grid_;
        break;
    case Qt::Key_Right:
        to = hasSteps ? layer->plan->stepAt(at).span.to : at + grid_;
        break;
    case Qt::Key_Up:
        to = at - minutesPerDay;
        break;
    case Qt::Key_Down:
        to = at + minutesPerDay;
        break;
    case Qt::Key_Home:
        to = day * minutesPerDay;
        break;
    case Qt::Key_End:
        to = (day + 1) * minutesPerDay - (extend ? 0 : grid_);
        break;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        document_.setWeek(document_.week().monday().addDays(event.key() == Qt::Key_PageUp ? -7 : 7));
        return true;
    default:
        return false;
    }
    pointer_.reset();
    const bool isDayStep = event.key() == Qt::Key_Up || event.key() == Qt::Key_Down;
    if (!isDayStep || (to >= 0 && to < minutesPerWeek))
        document_.setCursor(to, extend);
    keepInSight(document_.cursor());
    return true;
}

bool WeekCanvas::edit(const QString &what, const ScheduleDocument::Change &change, int gesture)
{
    if (document_.edit(what, change, gesture))
        return true;
    emit refused(tr("This profile cannot be drawn in this week. Draw a new one above it."));
    return false;
}

double WeekCanvas::limitStep() const
{
    return document_.unit() == charging::WeekPlan::Unit::W ? (oneDay_ ? 100 : 500) : 1;
}

void WeekCanvas::split()
{
    edit(tr("Split a step"), [this](charging::WeekPlan &plan) { plan.split(document_.cursor()); });
}

void WeekCanvas::merge()
{
    const charging::Span marked = document_.marked();
    edit(tr("Merge steps"), [&](charging::WeekPlan &plan) {
        if (marked.length() > 0) // all of them become as what is before
            plan.draw(marked, plan.strokeAt(marked.from - 1));
        else
            plan.merge(document_.cursor());
    });
}

void WeekCanvas::clearMarked()
{
    const charging::Span span = target();
    edit(tr("Clear a step"), [&](charging::WeekPlan &plan) { plan.draw(span, {}); });
}

void WeekCanvas::shiftLimit(int direction)
{
    const charging::Span span = target();
    edit(tr("Change a limit"), [&](charging::WeekPlan &plan) {
        const double before = plan.strokeAt(span.from).limit.value_or(0);
        const double least = charging::leastLimit(plan.unit());
        const double wanted = before + direction * limitStep();
        const bool isPause = wanted < least && direction < 0;
        plan.setLimit(span, isPause ? 0 : charging::snappedLimit(std::max(wanted, least), plan.unit(), limitStep()));
    });
}

/// Of the step at the cursor, or the one that is selected.
void WeekCanvas::shiftEdge(bool first, int direction)
{
    const Layer *layer = document_.selected();
    if (!layer || !layer->plan)
        return;
    const charging::Span marked = document_.marked();
    const charging::Step step = layer->plan->stepAt(marked.from);
    const int edge = first ? step.span.from : step.span.to;
    int moved = edge;
    edit(tr("Move an edge"),
         [&](charging::WeekPlan &plan) { moved = plan.moveEdge(edge, edge + direction * grid_, grid_); });
    const bool isLeft = first && document_.cursor() < moved; // else the cursor is in another step by now
    if (isLeft || (!first && document_.cursor() >= moved))
        document_.setCursor(isLeft ? moved : moved - grid_);
}

void WeekCanvas::turnArrival()
{
    const int at = std::min(document_.marked().from, minutesPerWeek - 1);
    document_.setArrival(document_.arrival() == at ? std::nullopt : std::optional(at));
}

void WeekCanvas::copyDay()
{
    if (const Layer *layer = document_.selected(); layer && layer->plan)
        copiedDay_ = layer->plan->day(cursorDay());
}

void WeekCanvas::pasteDay()
{
    if (!copiedDay_.isEmpty())
        edit(tr("Paste a day"), [this](charging::WeekPlan &plan) { plan.setDay(cursorDay(), copiedDay_); });
}

void WeekCanvas::copyDayTo(const QList<int> &days)
{
    edit(tr("Copy a day to others"), [&](charging::WeekPlan &plan) { plan.copyDay(cursorDay(), days); });
}

// ---- A limit in digits

void WeekCanvas::openLimitBox(const QString &begun)
{
    const charging::Span span = target();
    const Layer *layer = document_.selected();
    double before = 0;
    if (layer && layer->plan)
        before = layer->plan->strokeAt(span.from).limit.value_or(0);
    const bool isWatts = document_.unit() == charging::WeekPlan::Unit::W;
    limitBox_->setSuffix(isWatts ? QStringLiteral("\u00a0W") : QStringLiteral("\u00a0A"));
    limitBox_->setValue(before);
    const int day = std::clamp(span.from / minutesPerDay, 0, 6);
    const QPoint at = mapFromScene(pointOf(std::clamp(span.from, 0, minutesPerWeek - 1), axisTop_));
    const QSize size(104, 32);
    limitBox_->setGeometry(std::clamp(at.x() + 4, 4, viewport()->width() - size.width() - 4),
                           std::clamp(mapFromScene(laneRect(oneDay_ ? cursorDay() : day).topLeft()).y() + 8, 0,
                                      viewport()->height() - size.height()),
                           size.width(), size.height());
    limitBox_->show();
    limitBox_->setFocus();
    auto *line = limitBox_->findChild<QLineEdit *>();
    if (begun.isEmpty()) {
        limitBox_->selectAll();
        return;
    }
    line->setText(begun + limitBox_->suffix());
    line->setCursorPosition(int(begun.size()));
}

void WeekCanvas::takeLimit()
{
    if (limitBox_->isHidden())
        return;
    limitBox_->interpretText();
    const double limit = std::round(limitBox_->value() * 10) / 10;
    const charging::Span span = target();
    limitBox_->hide();
    setFocus();
    edit(tr("Set a limit"), [&](charging::WeekPlan &plan) { plan.setLimit(span, limit); });
}

bool WeekCanvas::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == limitBox_ && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        limitBox_->hide();
        setFocus();
        return true;
    }
    if (watched == limitBox_ && event->type() == QEvent::FocusOut)
        limitBox_->hide();
    return QGraphicsView::eventFilter(watched, event);
}

} // namespace ui
