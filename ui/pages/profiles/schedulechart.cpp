// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/profiles/schedulechart.h"

#include "store/clock.h"
#include "ui/pages/profiles/profilewords.h"
#include "ui/pages/transactions/timeticks.h"
#include "ui/text/format.h"
#include "ui/theme/strokes.h"
#include "ui/theme/typography.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int chartHeight = 200; // px
constexpr double aboveGrid = 22; // px: for the unit
constexpr double belowGrid = 22; // px: for the times
constexpr double labelSpace = 44; // px at the left
constexpr double tickSpace = 60; // px

} // namespace

/// Where the values stand.
struct ScheduleChart::Axis {
    QRectF area;
    double step = 1;
    double highest = 1;
    double scale = 1; ///< of a value, for the labels: W are shown as kW

    [[nodiscard]] double heightOf(double value) const { return area.bottom() - value / highest * area.height(); }
};

SchedulePlan planOf(const store::CompositeSchedule &schedule)
{
    using std::chrono::seconds;
    const QJsonObject told = QJsonDocument::fromJson(schedule.schedule).object();
    SchedulePlan plan{.unit = told["chargingRateUnit"_L1].toString(schedule.unit)};
    const int duration = told["duration"_L1].toInt(schedule.durationSeconds);
    plan.end = schedule.start + seconds(duration);
    const QJsonArray periods = told["chargingSchedulePeriod"_L1].toArray();
    for (const QJsonValue &period : periods) {
        const int start = period["startPeriod"_L1].toInt();
        if (start < duration)
            plan.steps.append({schedule.start + seconds(start), period["limit"_L1].toDouble()});
    }
    std::ranges::stable_sort(plan.steps, {}, &SchedulePlan::Step::from);
    return plan;
}

QString SchedulePlan::summary() const
{
    if (isEmpty())
        return ScheduleChart::tr("The station says nothing about its limits.");
    const auto [lowest, highest] = std::ranges::minmax_element(steps, {}, &Step::limit);
    const ocpp::Timestamp now = store::now();
    const QString limits = lowest->limit == highest->limit
                               ? limitText(highest->limit, unit)
                               : u"%1 – %2"_s.arg(limitText(lowest->limit, unit), limitText(highest->limit, unit));
    return ScheduleChart::tr("From %1 to %2: %3")
        .arg(format::moment(steps.first().from, now), format::moment(end, now), limits);
}

ScheduleChart::ScheduleChart(QWidget *parent) : QWidget(parent)
{
    setFixedHeight(chartHeight);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Limit over time"));
}

void ScheduleChart::present(const SchedulePlan &plan)
{
    plan_ = plan;
    step_ = std::min(step_, int(plan_.steps.size()) - 1);
    setAccessibleDescription(plan_.summary());
    update();
    emit readoutChanged(readout());
}

QString ScheduleChart::readout() const
{
    if (step_ < 0)
        return plan_.summary();
    const ocpp::Timestamp now = store::now();
    return tr("From %1 to %2: %3")
        .arg(format::moment(plan_.steps.at(step_).from, now), format::moment(endOf(step_), now),
             limitText(plan_.steps.at(step_).limit, plan_.unit));
}

ocpp::Timestamp ScheduleChart::endOf(int step) const
{
    return step + 1 < plan_.steps.size() ? plan_.steps.at(step + 1).from : plan_.end;
}

ScheduleChart::Axis ScheduleChart::axis() const
{
    Axis axis;
    axis.area = QRectF(rect()).adjusted(labelSpace, aboveGrid, -8, -belowGrid);
    axis.scale = plan_.unit == "W"_L1 ? 1000 : 1;
    const double highest = std::ranges::max(plan_.steps, {}, &SchedulePlan::Step::limit).limit;
    axis.step = niceStep(highest / axis.scale) * axis.scale;
    axis.highest = std::max(1.0, std::ceil(highest / axis.step)) * axis.step;
    return axis;
}

double ScheduleChart::placeOf(ocpp::Timestamp time) const
{
    const double whole = double((plan_.end - plan_.steps.first().from).count());
    const double width = rect().width() - labelSpace - 8;
    return labelSpace + double((time - plan_.steps.first().from).count()) / whole * width;
}

void ScheduleChart::point(int step)
{
    if (step == step_)
        return;
    step_ = step;
    update();
    emit readoutChanged(readout());
}

void ScheduleChart::drawGrid(QPainter &painter, const Axis &axis) const
{
    painter.setFont(textFont(TextSize::Caption));
    const int decimals = axis.step / axis.scale < 1 ? 1 : 0;
    for (double value = 0; value < axis.highest + axis.step / 2; value += axis.step) {
        const double y = axis.heightOf(value);
        painter.setPen(strokes::pen(Role::Hairline));
        painter.drawLine(QPointF(axis.area.left(), y), QPointF(axis.area.right(), y));
        painter.setPen(Palette::current().color(Role::Muted));
        tabular::draw(painter, QRectF(0, y - 10, labelSpace - 8, 20), Qt::AlignRight | Qt::AlignVCenter,
                      QLocale().toString(value / axis.scale, 'f', decimals));
    }
    const QString unit = axis.scale > 1 ? u"k"_s + plan_.unit : plan_.unit;
    painter.drawText(QRectF(0, 0, labelSpace - 8, aboveGrid - 8), Qt::AlignRight | Qt::AlignTop, unit);
}

void ScheduleChart::drawTimes(QPainter &painter, const Axis &axis) const
{
    const ocpp::Timestamp from = plan_.steps.first().from;
    painter.setFont(textFont(TextSize::Caption));
    for (const ocpp::Timestamp day : dayBoundaries(from, plan_.end)) {
        painter.setPen(strokes::pen(Role::Outline));
        painter.drawLine(QPointF(placeOf(day), axis.area.top()), QPointF(placeOf(day), axis.area.bottom()));
    }
    painter.setPen(Palette::current().color(Role::Muted));
    const int most = std::max(2, int(axis.area.width() / tickSpace));
    for (const TimeTick &tick : timeTicks(from, plan_.end, most)) {
        const double x = std::clamp(placeOf(tick.time), tickSpace / 2, width() - tickSpace / 2);
        painter.drawText(QRectF(x - tickSpace / 2, axis.area.bottom() + 4, tickSpace, belowGrid - 4),
                         Qt::AlignHCenter | Qt::AlignTop, tick.text);
    }
}

void ScheduleChart::drawSteps(QPainter &painter, const Axis &axis) const
{
    QPainterPath line;
    for (int step = 0; step < plan_.steps.size(); ++step) {
        const QRectF box(QPointF(placeOf(plan_.steps.at(step).from), axis.heightOf(plan_.steps.at(step).limit)),
                         QPointF(placeOf(endOf(step)), axis.area.bottom()));
        painter.fillRect(box, Palette::current().tint(Role::Accent, step == step_ ? 0.3 : 0.12));
        if (step == 0)
            line.moveTo(box.topLeft());
        else
            line.lineTo(box.topLeft());
        line.lineTo(box.topRight());
        const QString text = limitText(plan_.steps.at(step).limit, plan_.unit);
        if (painter.fontMetrics().horizontalAdvance(text) + 8 < box.width()) {
            painter.setPen(Palette::current().color(Role::Text));
            painter.drawText(QRectF(box.left(), box.top() - 18, box.width(), 16), Qt::AlignCenter, text);
        }
    }
    painter.setPen(strokes::pen(Role::Accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(line);
}

void ScheduleChart::drawNow(QPainter &painter, const Axis &axis) const
{
    const ocpp::Timestamp now = store::now();
    if (now < plan_.steps.first().from || now > plan_.end)
        return;
    const double x = placeOf(now);
    painter.setPen(strokes::pen(Role::Text));
    painter.drawLine(QPointF(x, 2), QPointF(x, axis.area.bottom()));
    const bool isAtTheEdge = x + 50 > width();
    painter.drawText(QRectF(isAtTheEdge ? x - 54 : x + 4, 0, 50, 16),
                     (isAtTheEdge ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop, tr("now"));
}

void ScheduleChart::paintEvent(QPaintEvent *)
{
    if (plan_.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Axis drawn = axis();
    drawGrid(painter, drawn);
    drawSteps(painter, drawn);
    drawTimes(painter, drawn);
    drawNow(painter, drawn);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        strokes::box(painter, QRectF(rect()).adjusted(1, 1, -1, -1), 5, {}, Palette::current().color(Role::Accent), 2);
}

void ScheduleChart::mouseMoveEvent(QMouseEvent *event)
{
    int found = -1;
    for (int step = 0; step < plan_.steps.size(); ++step) {
        if (placeOf(plan_.steps.at(step).from) <= event->position().x() && event->position().x() < placeOf(endOf(step)))
            found = step;
    }
    point(found);
}

void ScheduleChart::leaveEvent(QEvent *)
{
    point(-1);
}

void ScheduleChart::keyPressEvent(QKeyEvent *event)
{
    const int last = int(plan_.steps.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left:
        return point(step_ < 0 ? last : std::max(0, step_ - 1));
    case Qt::Key_Right:
        return point(std::min(last, step_ + 1));
    case Qt::Key_Home:
        return point(std::min(last, 0));
    case Qt::Key_End:
        return point(last);
    default:
        QWidget::keyPressEvent(event); // Esc closes the detail
    }
}

void ScheduleChart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    point(-1);
}

} // namespace ui
