// SPDX-License-Identifier: GPL-3.0-or-later
// How the timeline of the reservations looks.
#include "ui/pages/reservations/reservationtimeline.h"

#include "store/clock.h"
#include "ui/pages/transactions/timeticks.h"
#include "ui/theme/strokes.h"
#include "ui/theme/typography.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using store::ReservationState;

// px
constexpr int markExtent = 14;
constexpr double nowWidth = 40;

Role roleOf(const ReservationRow &row, ocpp::Timestamp now)
{
    return row.state(now).mark.role;
}

} // namespace

void ReservationTimeline::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    drawLanes(painter);
    drawGrid(painter);
    drawNow(painter); // beneath the bars and their words: in a bar, what is over of it ends there
    painter.setClipRect(QRect(gutter, axisHeight, viewport()->width() - gutter, viewport()->height()));
    for (const int row : shown_)
        drawBar(painter, row);
    for (const int row : shown_)
        drawBarText(painter, row);
    painter.setClipping(false);
    drawNames(painter);
}

void ReservationTimeline::drawLanes(QPainter &painter) const
{
    painter.setClipRect(QRect(0, axisHeight, viewport()->width(), viewport()->height()));
    painter.setPen(strokes::pen(Role::Hairline));
    for (const Lane &lane : lanes_) {
        const double y = axisHeight + lane.top - verticalOffset() - (lane.isFirst ? stationGap / 2.0 : 0);
        if (lane.isFirst)
            painter.drawLine(QPointF(0, std::floor(y) + 0.5), QPointF(viewport()->width(), std::floor(y) + 0.5));
    }
    painter.setClipping(false);
}

void ReservationTimeline::drawGrid(QPainter &painter) const
{
    const Palette &palette = Palette::current();
    const ocpp::Timestamp first = timeAt(gutter);
    const ocpp::Timestamp last = timeAt(viewport()->width());
    const double now = xOf(store::now());
    painter.setFont(textFont(TextSize::Caption));
    for (const TimeTick &tick : timeTicks(first, last, std::max(2, (viewport()->width() - gutter) / 90))) {
        const double x = std::floor(xOf(tick.time)) + 0.5;
        painter.setPen(strokes::pen(Role::Hairline));
        painter.drawLine(QPointF(x, axisHeight - 4), QPointF(x, viewport()->height()));
        const double words = painter.fontMetrics().horizontalAdvance(tick.text);
        if (std::abs(x - now) < words / 2 + nowWidth / 2 + 4)
            continue; // "now" stands there
        painter.setPen(palette.color(Role::Muted));
        painter.drawText(QRectF(x - 50, 4, 100, 18), Qt::AlignCenter, tick.text);
    }
    painter.setPen(strokes::pen(Role::Outline));
    for (const ocpp::Timestamp day : dayBoundaries(first, last)) {
        const double x = std::floor(xOf(day)) + 0.5;
        painter.drawLine(QPointF(x, axisHeight - 4), QPointF(x, viewport()->height()));
    }
}

/// Where the next bar of the track begins: until there its words may stand beside a bar that is too short for them.
double ReservationTimeline::freeUntil(int row) const
{
    double until = viewport()->width();
    const QRectF bar = barRect(row);
    for (const int other : shown_) {
        const bool isBeside =
            bars_.at(other).lane == bars_.at(row).lane && bars_.at(other).track == bars_.at(row).track;
        const double left = barRect(other).left();
        if (isBeside && left > bar.left())
            until = std::min(until, left);
    }
    return until;
}

void ReservationTimeline::drawBar(QPainter &painter, int row) const
{
    const Palette &palette = Palette::current();
    const ocpp::Timestamp now = store::now();
    const ReservationRow &reservation = rows_.at(row);
    const QRectF bar = barRect(row);
    if (bar.right() < gutter || bar.left() > viewport()->width())
        return;
    const Role role = roleOf(reservation, now);
    const bool isActive = reservation.isActive(now);
    const QModelIndex index = rows_.index(row, 0);
    const bool isSelected = selectionModel()->isSelected(index) || (hasFocus() && index == currentIndex());
    strokes::box(painter, bar, 4,
                 palette.tint(role, isActive || reservation.status(now) == ReservationState::Used ? 0.16 : 0.05),
                 isActive ? palette.color(role) : palette.tint(role, 0.55));
    if (isActive) { // what is over of it, a little stronger
        const QRectF past =
            bar.intersected(QRectF(bar.left(), bar.top(), std::max(0.0, xOf(now) - bar.left()), bar.height()));
        if (past.width() > 4)
            strokes::box(painter, past.adjusted(1, 1, 0, -1), 3, palette.tint(role, 0.3), {});
    }
    if (isSelected)
        strokes::box(painter, bar.adjusted(-2, -2, 2, 2), 5, {}, palette.color(Role::Accent), 2);
}

void ReservationTimeline::drawBarText(QPainter &painter, int row) const
{
    const QRectF bar = barRect(row);
    if (bar.right() < gutter || bar.left() > viewport()->width())
        return;
    const ocpp::Timestamp now = store::now();
    const ReservationRow &reservation = rows_.at(row);
    const StateWord state = reservation.state(now);
    const bool isActive = reservation.isActive(now);
    const QString words = isActive ? reservation.whom() : u"%1 · %2"_s.arg(reservation.whom(), state.word);
    painter.setFont(textFont(TextSize::Caption, isActive ? QFont::DemiBold : QFont::Normal));
    const double wanted = markExtent + 10 + painter.fontMetrics().horizontalAdvance(words) + 6;
    const double seen = std::max(bar.left(), double(gutter)); // a long bar's words stay in sight
    const bool fits = wanted <= bar.right() - seen;
    const double left = fits ? seen : bar.right();
    const double right = fits ? bar.right() : freeUntil(row) - 4;
    const QRectF mark(left + 4, bar.center().y() - markExtent / 2.0, markExtent, markExtent);
    if (mark.right() > right)
        return; // no room: tooltip and table say it
    const QRectF text(mark.right() + 5, bar.top(), right - mark.right() - 7, bar.height());
    const QString shown =
        text.width() > 24 ? painter.fontMetrics().elidedText(words, Qt::ElideRight, int(text.width())) : QString();
    if (!fits) { // lines do not go through words
        const double end =
            shown.isEmpty() ? mark.right() : text.left() + painter.fontMetrics().horizontalAdvance(shown);
        painter.fillRect(QRectF(QPointF(mark.left() - 1, bar.top()), QPointF(end + 3, bar.bottom())),
                         Palette::current().color(Role::Surface));
    }
    drawMark(painter, mark, state.mark);
    painter.setPen(Palette::current().color(isActive ? Role::Text : Role::Muted));
    painter.drawText(text, Qt::AlignVCenter | Qt::TextSingleLine, shown);
}

void ReservationTimeline::drawNow(QPainter &painter) const
{
    const double x = std::floor(xOf(store::now())) + 0.5;
    if (x < gutter || x > viewport()->width())
        return;
    painter.setPen(strokes::pen(Role::Accent, 1.5));
    painter.drawLine(QPointF(x, axisHeight - 4), QPointF(x, viewport()->height()));
    painter.setFont(textFont(TextSize::Caption, QFont::DemiBold));
    const QString text = tr("now");
    const QRectF box(x - nowWidth / 2, 4, nowWidth, 18);
    strokes::box(painter, box, 4, Palette::current().color(Role::Accent), {});
    painter.setPen(Palette::current().color(Role::OnAccent));
    painter.drawText(box, Qt::AlignCenter, text);
}

/// On a ground of its own: bars pass behind it.
void ReservationTimeline::drawNames(QPainter &painter) const
{
    const Palette &palette = Palette::current();
    painter.setClipRect(QRect(0, axisHeight, gutter, viewport()->height()));
    for (const Lane &lane : lanes_) {
        const QRectF box(16, axisHeight + lane.top - verticalOffset(), gutter - 24, trackHeight);
        painter.setFont(textFont(TextSize::Body, QFont::DemiBold));
        painter.setPen(palette.color(Role::Text));
        if (lane.isFirst)
            painter.drawText(box, Qt::AlignVCenter | Qt::TextSingleLine,
                             painter.fontMetrics().elidedText(lane.station, Qt::ElideRight, 76));
        painter.setFont(textFont(TextSize::Caption));
        painter.setPen(palette.color(Role::Muted));
        const QString connector = lane.connector == 0 ? tr("any") : tr("connector %1").arg(lane.connector);
        painter.drawText(box, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, connector);
    }
}

} // namespace ui
