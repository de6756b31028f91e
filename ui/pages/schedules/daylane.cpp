// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/schedules/daylane.h"

#include "store/clock.h"
#include "ui/pages/schedules/weekcanvas.h"
#include "ui/text/format.h"
#include "ui/theme/strokes.h"
#include "ui/theme/typography.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

// px
constexpr double leastLabelled = 34;
constexpr double densestHours = 22;
constexpr double handle = 3;
constexpr double broad = 3;

QColor faded(QColor color, double alpha)
{
    color.setAlphaF(float(alpha));
    return color;
}

/// Hours between two lines of the grid.
int hourStep(double pixelsPerHour)
{
    for (const int step : {1, 2, 3, 6}) {
        if (pixelsPerHour * step >= densestHours)
            return step;
    }
    return 12;
}

QString numberText(double limit, charging::WeekPlan::Unit unit)
{
    const double shown = unit == charging::WeekPlan::Unit::W ? limit / 1000 : limit;
    return QLocale().toString(std::round(shown * 10) / 10, 'f', QLocale::FloatingPointShortest);
}

} // namespace

QList<qreal> dashOf(int place)
{
    static const std::array<QList<qreal>, 6> dashes{QList<qreal>{6, 3}, {2, 3}, {10, 3, 2, 3}, {1, 2},
                                                    {4, 2, 1, 2, 1, 2}, {12, 4}};
    return dashes[std::size_t(place) % dashes.size()];
}

QColor weekendVeil(const Palette &palette)
{
    return faded(palette.color(Role::Raised), 0.45);
}

QColor allowedVeil(const Palette &palette)
{
    return faded(palette.color(Role::Accent), palette.scheme() == Palette::Scheme::Dark ? 0.26 : 0.16);
}

DayLane::DayLane(WeekCanvas &canvas) : canvas_(canvas) {}

void DayLane::show(int day, const QRectF &rect)
{
    prepareGeometryChange();
    day_ = day;
    rect_ = rect;
    update();
}

double DayLane::xAt(ocpp::Timestamp time) const
{
    const auto passed = time - canvas_.document().week().dayBegin(day_);
    return canvas_.xOf(double(passed.count()) / 60'000);
}

void DayLane::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->save();
    painter->setClipRect(rect_, Qt::IntersectClip);
    painter->setRenderHint(QPainter::Antialiasing, false);
    drawGround(*painter);
    drawMarked(*painter);
    drawHours(*painter);
    const QList<Piece> composite = piecesOf(canvas_.document().composite());
    drawAllowed(*painter, composite);
    drawOthers(*painter);
    drawComposite(*painter, composite);
    drawSelected(*painter);
    drawChange(*painter);
    drawArrival(*painter);
    drawInvitation(*painter);
    drawNow(*painter);
    drawCursor(*painter);
    painter->restore();
}

// ---- Ground

void DayLane::drawGround(QPainter &painter) const
{
    const Palette &palette = Palette::current();
    const bool isWeekend = day_ >= 5;
    painter.fillRect(rect_, palette.color(Role::Surface));
    if (isWeekend && !canvas_.isOneDay())
        painter.fillRect(rect_, weekendVeil(palette));
    const double end = canvas_.xOf(canvas_.document().week().dayMinutes(day_));
    if (end < rect_.right() - 1)
        painter.fillRect(QRectF(end, rect_.top(), rect_.right() - end, rect_.height()), palette.color(Role::Window));
}

void DayLane::drawHours(QPainter &painter) const
{
    const charging::WeekFrame &week = canvas_.document().week();
    const int step = hourStep(canvas_.pixelsPerHour());
    const double bottom = rect_.bottom() - 1;
    for (int hour = 0; hour < 24; hour += step) {
        const int clock = day_ * charging::minutesPerDay + hour * 60;
        for (const charging::Span &shown : week.shownOn(day_, {clock, clock + 1})) {
            const double x = std::floor(canvas_.xOf(shown.from)) + 0.5;
            painter.setPen(QPen(faded(Palette::current().color(Role::Hairline), hour % 6 == 0 ? 1 : 0.55), 1));
            painter.drawLine(QPointF(x, rect_.top()), QPointF(x, bottom));
        }
    }
    if (canvas_.isOneDay()) {
        for (int line = 1; line * canvas_.axisStep() < canvas_.axisTop(); ++line) {
            const double limit = line * canvas_.axisStep();
            const double y = std::floor(canvas_.yOf(day_, limit)) + 0.5;
            painter.setPen(QPen(faded(Palette::current().color(Role::Hairline), 0.55), 1));
            painter.drawLine(QPointF(0, y), QPointF(rect_.right(), y));
        }
    }
    painter.setPen(QPen(Palette::current().color(Role::Outline), 1));
    painter.drawLine(QPointF(0, bottom), QPointF(rect_.right(), bottom));
}

/// Where clocks are changed, and that the day has 23 or 25 hours.
void DayLane::drawChange(QPainter &painter) const
{
    const charging::WeekFrame &week = canvas_.document().week();
    for (const charging::WeekFrame::Stretch &stretch : week.stretches()) {
        if (stretch.from <= week.dayBegin(day_) || stretch.from >= week.dayBegin(day_ + 1))
            continue;
        const QString hours = QLocale().toString(week.dayMinutes(day_) / 60.0, 'f', QLocale::FloatingPointShortest);
        drawMoment(painter, stretch.from, Role::Caution,
                   canvas_.isOneDay() ? WeekCanvas::tr("Clocks change: this day has %1 h").arg(hours)
                                      : WeekCanvas::tr("%1 h", "length of a day").arg(hours));
    }
}

/// Where a car comes, if one asks what then is.
void DayLane::drawArrival(QPainter &painter) const
{
    const charging::WeekFrame &week = canvas_.document().week();
    const std::optional<int> arrival = canvas_.document().arrival();
    if (!arrival)
        return;
    const ocpp::Timestamp time = week.timeOf(*arrival);
    if (time >= week.dayBegin(day_) && time < week.dayBegin(day_ + 1))
        drawMoment(painter, time, Role::Good, WeekCanvas::tr("A car comes"));
}

/// A line, and words beside it.
void DayLane::drawMoment(QPainter &painter, ocpp::Timestamp time, Role role, const QString &words) const
{
    const Palette &palette = Palette::current();
    const double x = std::floor(xAt(time)) + 0.5;
    painter.setPen(QPen(palette.color(role), 1, Qt::DotLine));
    painter.drawLine(QPointF(x, rect_.top()), QPointF(x, rect_.bottom() - 2));
    painter.setFont(textFont(TextSize::Caption, QFont::DemiBold));
    const QRectF chip(x + 4, rect_.top() + 3, painter.fontMetrics().horizontalAdvance(words) + 8, 16);
    strokes::box(painter, chip, 4, palette.tint(role, momentTint), {});
    painter.setPen(palette.color(labelRole));
    painter.drawText(chip, Qt::AlignCenter, words);
}

/// In the middle of an empty canvas.
void DayLane::drawInvitation(QPainter &painter) const
{
    const QList<int> days = canvas_.shownDays();
    if (!canvas_.document().layers().isEmpty() || day_ != days.at(days.size() / 2))
        return;
    painter.setFont(textFont(TextSize::Body));
    painter.setPen(Palette::current().color(Role::Muted));
    painter.drawText(rect_, Qt::AlignCenter, WeekCanvas::tr("Drag here: the length is the time, the height the limit"));
}

void DayLane::drawMarked(QPainter &painter) const
{
    const charging::Span marked = canvas_.document().marked();
    const charging::Span here{std::max(marked.from, day_ * charging::minutesPerDay),
                              std::min(marked.to, (day_ + 1) * charging::minutesPerDay)};
    for (const charging::Span &shown : canvas_.document().week().shownOn(day_, here)) {
        const QRectF band(canvas_.xOf(shown.from), rect_.top(), canvas_.xOf(shown.length()), rect_.height() - 1);
        painter.fillRect(band, Palette::current().color(Role::Selection));
    }
}

// ---- Limits

QList<DayLane::Piece> DayLane::piecesOf(const charging::Composite &composite) const
{
    QList<Piece> pieces;
    const charging::WeekFrame &week = canvas_.document().week();
    const auto secondOf = [&](ocpp::Timestamp time) { return int((time - composite.from) / 1s); };
    const int begin = secondOf(week.dayBegin(day_));
    const int end = secondOf(week.dayBegin(day_ + 1));
    const auto &periods = composite.periods;
    auto period = std::ranges::upper_bound(periods, begin, {}, &charging::CompositePeriod::startPeriod);
    for (period = period == periods.begin() ? period : std::prev(period); period != periods.end(); ++period) {
        if (period->startPeriod >= end)
            break;
        const int to = std::next(period) == periods.end() ? end : std::min(end, std::next(period)->startPeriod);
        if (period->limit)
            pieces.append({canvas_.xOf(std::max(0, period->startPeriod - begin) / 60.0),
                           canvas_.xOf((to - begin) / 60.0), *period->limit});
    }
    return pieces;
}

QList<DayLane::Piece> DayLane::piecesOf(const charging::WeekPlan &plan) const
{
    QList<Piece> pieces;
    const charging::WeekFrame &week = canvas_.document().week();
    const int end = (day_ + 1) * charging::minutesPerDay;
    for (int at = day_ * charging::minutesPerDay; at < end;) {
        const charging::Step step = plan.stepAt(at);
        const int to = std::min(step.span.to, end);
        if (step.stroke.limit) {
            for (const charging::Span &shown : week.shownOn(day_, {at, to}))
                pieces.append({canvas_.xOf(shown.from), canvas_.xOf(shown.to), *step.stroke.limit});
        }
        at = to;
    }
    std::ranges::sort(pieces, {}, &Piece::from);
    return pieces;
}

/// Of pieces without a gap between them, from `next` on.
QPolygonF DayLane::outline(const QList<Piece> &pieces, qsizetype &next) const
{
    QPolygonF points;
    for (; next < pieces.size(); ++next) {
        const Piece &piece = pieces.at(next);
        if (!points.isEmpty() && piece.from > points.last().x() + 0.5)
            break;
        const double y = std::round(canvas_.yOf(day_, piece.limit));
        points << QPointF(std::round(piece.from), y) << QPointF(std::round(piece.to), y);
    }
    return points;
}

void DayLane::drawLines(QPainter &painter, const QList<Piece> &pieces) const
{
    for (qsizetype next = 0; next < pieces.size();)
        painter.drawPolyline(outline(pieces, next));
}

/// As rectangles: a broad pen takes ten times as long.
void DayLane::drawBold(QPainter &painter, const QList<Piece> &pieces, const QColor &color) const
{
    for (qsizetype next = 0; next < pieces.size();) {
        const QPolygonF points = outline(pieces, next);
        for (qsizetype i = 1; i < points.size(); ++i) {
            const QRectF line = QRectF(points.at(i - 1), points.at(i)).normalized();
            painter.fillRect(line.adjusted(-broad / 2, -broad / 2, broad / 2, broad / 2), color);
        }
    }
}

/// The ground below the composite.
void DayLane::drawAllowed(QPainter &painter, const QList<Piece> &pieces) const
{
    const QColor ground = allowedVeil(Palette::current());
    for (const Piece &piece : pieces) {
        const double y = std::round(canvas_.yOf(day_, piece.limit));
        const double from = std::round(piece.from);
        painter.fillRect(QRectF(from, y, std::round(piece.to) - from, rect_.bottom() - 1 - y), ground);
    }
}

/// Above all layers but the selected one: on that there are handles to take.
void DayLane::drawComposite(QPainter &painter, const QList<Piece> &pieces) const
{
    drawBold(painter, pieces, Palette::current().color(Role::Accent));
    drawLimits(painter, withoutSelected(pieces));
}

/// Where the selected layer says nothing: else its own limits stand there.
QList<DayLane::Piece> DayLane::withoutSelected(const QList<Piece> &pieces) const
{
    const Layer *layer = canvas_.document().selected();
    if (!layer || !layer->isVisible)
        return pieces;
    const QList<Piece> own = piecesOf(canvas_.document().shapeOf(layer->id));
    QList<Piece> others;
    std::ranges::copy_if(pieces, std::back_inserter(others), [&own](const Piece &piece) {
        return std::ranges::none_of(
            own, [&piece](const Piece &other) { return other.from < piece.to - 1 && other.to > piece.from + 1; });
    });
    return others;
}

void DayLane::drawOthers(QPainter &painter) const
{
    int place = 0;
    for (const Layer &layer : canvas_.document().layers()) {
        ++place;
        if (!layer.isVisible || layer.id == canvas_.document().selectedId())
            continue;
        QPen pen(Palette::current().color(Role::Muted), 0); // cosmetic and opaque: broken lines are drawn fast so
        pen.setDashPattern(dashOf(place - 1));
        painter.setPen(pen);
        drawLines(painter, piecesOf(canvas_.document().shapeOf(layer.id)));
    }
}

void DayLane::drawSelected(QPainter &painter) const
{
    const Layer *layer = canvas_.document().selected();
    if (!layer || !layer->isVisible)
        return;
    const bool isLive = layer->isDrawn && canvas_.document().isDrawable(*layer);
    const QList<Piece> pieces = isLive ? piecesOf(*layer->plan) : piecesOf(canvas_.document().shapeOf(layer->id));
    const QColor ink = Palette::current().color(Role::Text);
    painter.setPen(QPen(ink, 1));
    drawLines(painter, pieces);
    if (isLive && canvas_.pixelsPerHour() > densestHours / 2) {
        for (qsizetype i = 0; i < pieces.size(); ++i) {
            const double y = std::round(canvas_.yOf(day_, pieces.at(i).limit));
            const QPointF at(std::round(pieces.at(i).from), y);
            if (pieces.at(i).from > 1 && pieces.at(i).to - pieces.at(i).from > 4 * handle)
                painter.fillRect(QRectF(at - QPointF(handle, handle), QSizeF(2 * handle, 2 * handle)), ink);
        }
    }
    drawLimits(painter, pieces);
}

void DayLane::drawLimits(QPainter &painter, const QList<Piece> &pieces) const
{
    painter.setFont(textFont(TextSize::Caption, QFont::DemiBold));
    painter.setPen(Palette::current().color(labelRole));
    const auto unit = canvas_.document().unit();
    const QString suffix = unit == charging::WeekPlan::Unit::W ? u"\u00a0kW"_s : u"\u00a0A"_s;
    for (const Piece &piece : pieces) {
        if (piece.to - piece.from < leastLabelled)
            continue;
        const double y = canvas_.yOf(day_, piece.limit);
        const bool hasRoomAbove = y - 17 > rect_.top();
        const QRectF box(piece.from + 6, hasRoomAbove ? y - 17 : y + 3, piece.to - piece.from - 8, 14);
        const QString number = numberText(piece.limit, unit);
        const bool hasRoom = painter.fontMetrics().horizontalAdvance(number + suffix) < box.width();
        painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, hasRoom ? number + suffix : number);
    }
}

// ---- Moments

void DayLane::drawNow(QPainter &painter) const
{
    const ocpp::Timestamp now = store::now();
    const charging::WeekFrame &week = canvas_.document().week();
    if (now < week.dayBegin(day_) || now >= week.dayBegin(day_ + 1))
        return;
    const double x = std::floor(xAt(now)) + 0.5;
    painter.setPen(QPen(Palette::current().color(Role::Fault), 1));
    painter.drawLine(QPointF(x, rect_.top()), QPointF(x, rect_.bottom() - 1));
}

void DayLane::drawCursor(QPainter &painter) const
{
    const charging::WeekFrame &week = canvas_.document().week();
    const ocpp::Timestamp time = week.timeOf(std::min(canvas_.document().cursor(), charging::minutesPerWeek));
    const Palette &palette = Palette::current();
    const bool isHere = time >= week.dayBegin(day_) && time < week.dayBegin(day_ + 1);
    if (isHere && canvas_.hasFocus()) {
        const double x = std::round(xAt(time));
        painter.fillRect(QRectF(x - 1, rect_.top(), 2, rect_.height() - 1), palette.color(Role::Accent));
        painter.fillRect(QRectF(x - 4, rect_.top(), 8, 4), palette.color(Role::Accent));
    }
    if (canvas_.pointer() && rect_.contains(*canvas_.pointer())) {
        painter.setPen(QPen(faded(palette.color(Role::Text), 0.45), 1, Qt::DotLine));
        const double x = std::floor(canvas_.pointer()->x()) + 0.5;
        painter.drawLine(QPointF(x, rect_.top()), QPointF(x, rect_.bottom() - 1));
    }
}

} // namespace ui
