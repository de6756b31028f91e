// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/schedules/canvasrulers.h"

#include "store/clock.h"
#include "ui/pages/schedules/weekcanvas.h"
#include "ui/text/format.h"
#include "ui/theme/palette.h"
#include "ui/theme/typography.h"

#include <QDateTime>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int labelGap = 6; // px, at least
constexpr int axisWidth = 40; // px

} // namespace

HourRuler::HourRuler(WeekCanvas &canvas) : QWidget(&canvas), canvas_(canvas) {}

/// Of a day alone as its clocks show them, else as they do on most days.
void HourRuler::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Palette &palette = Palette::current();
    painter.fillRect(rect(), palette.color(Role::Surface));
    painter.setFont(textFont(TextSize::Caption));
    const double left = canvas_.horizontalScrollBar()->value();
    const auto textOf = [](int clock, int step) {
        const int inDay = clock % charging::minutesPerDay;
        return step % 60 == 0 ? format::hourOfDay(inDay / 60) : format::timeOfDay(inDay);
    };
    int step = 15;
    int labelWidth = 0;
    for (const int wider : {15, 30, 60, 120, 180, 360}) {
        step = wider;
        labelWidth = painter.fontMetrics().horizontalAdvance(textOf(22 * 60, step)); // the widest
        // The first one begins at the edge, the next stands in the middle of its line.
        if (canvas_.pixelsPerHour() * wider / 60 >= labelWidth * 1.5 + labelGap)
            break;
    }
    const charging::WeekFrame &week = canvas_.document().week();
    for (int clock = 0; clock <= charging::minutesPerDay; clock += step) {
        QList<charging::Span> shown{{clock, clock + 1}};
        const int day = canvas_.shownDays().first();
        if (canvas_.isOneDay() && clock < charging::minutesPerDay)
            shown =
                week.shownOn(day, {day * charging::minutesPerDay + clock, day * charging::minutesPerDay + clock + 1});
        for (const charging::Span &at : std::as_const(shown)) {
            const double x = canvas_.xOf(at.from) - left;
            painter.setPen(palette.color(Role::Hairline));
            painter.drawLine(QPointF(std::floor(x) + 0.5, height() - 5), QPointF(std::floor(x) + 0.5, height()));
            painter.setPen(palette.color(Role::Muted));
            const QString text = textOf(clock, step);
            const int flags = Qt::AlignVCenter | Qt::TextDontClip;
            if (x < labelWidth / 2.0)
                painter.drawText(QRectF(x, 4, labelWidth, 18), Qt::AlignLeft | flags, text);
            else if (x + labelWidth / 2.0 <= width())
                painter.drawText(QRectF(x - labelWidth / 2.0, 4, labelWidth, 18), Qt::AlignHCenter | flags, text);
        }
    }
    painter.setPen(palette.color(Role::Outline));
    painter.drawLine(QPointF(0, height() - 0.5), QPointF(width(), height() - 0.5));
}

DayRuler::DayRuler(WeekCanvas &canvas) : QWidget(&canvas), canvas_(canvas)
{
    setToolTip(WeekCanvas::tr("Double-click shows a day alone, or the week again"));
}

double DayRuler::scrolled() const
{
    return canvas_.verticalScrollBar()->value();
}

void DayRuler::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Palette &palette = Palette::current();
    painter.fillRect(rect(), palette.color(Role::Surface));
    const QList<int> days = canvas_.shownDays();
    for (const int day : days) {
        const QRectF lane = canvas_.laneRect(day).translated(0, -scrolled());
        drawDay(painter, day, QRectF(12, lane.top(), width() - axisWidth, lane.height()));
        drawAxis(painter, day);
        painter.setPen(palette.color(Role::Outline));
        painter.drawLine(QPointF(0, lane.bottom() - 0.5), QPointF(width(), lane.bottom() - 0.5));
    }
    painter.setPen(palette.color(Role::Outline));
    painter.drawLine(QPointF(width() - 0.5, 0), QPointF(width() - 0.5, height()));
}

void DayRuler::drawDay(QPainter &painter, int day, const QRectF &box) const
{
    const Palette &palette = Palette::current();
    const charging::WeekFrame &week = canvas_.document().week();
    const QDate date = week.monday().addDays(day);
    const ocpp::Timestamp now = store::now();
    const bool isToday = now >= week.dayBegin(day) && now < week.dayBegin(day + 1);
    painter.setFont(textFont(TextSize::Body, QFont::DemiBold));
    painter.setPen(palette.color(isToday ? Role::Accent : day < 5 ? Role::Text : Role::Muted));
    const double top = canvas_.isOneDay() ? box.top() + 10 : box.center().y() - 17;
    painter.drawText(QRectF(box.left(), top, box.width(), 18), Qt::AlignLeft | Qt::AlignVCenter,
                     QLocale().dayName(day + 1, QLocale::ShortFormat));
    painter.setFont(textFont(TextSize::Caption));
    painter.setPen(palette.color(Role::Muted));
    painter.drawText(QRectF(box.left(), top + 17, box.width(), 16), Qt::AlignLeft | Qt::AlignVCenter,
                     QLocale().toString(date, u"d MMM"_s));
}

void DayRuler::drawAxis(QPainter &painter, int day) const
{
    const bool isWatts = canvas_.document().unit() == charging::WeekPlan::Unit::W;
    painter.setFont(textFont(TextSize::Caption));
    painter.setPen(Palette::current().color(Role::Muted));
    const QRectF lane = canvas_.laneRect(day);
    double last = lane.bottom() + 8;
    const bool isAlone = canvas_.isOneDay(); // else there is room for one: what is allowed when all is
    const double step = isAlone ? canvas_.axisStep() : canvas_.document().fullLimit(canvas_.document().unit());
    for (int mark = isAlone ? 0 : 1; mark * step <= canvas_.axisTop(); ++mark) {
        const double limit = mark * step;
        const double y = canvas_.yOf(day, limit);
        const bool isFree = last - y >= 15 && y - 6 > lane.top();
        if (!isFree)
            continue;
        last = y;
        const double top = std::min(y - 8, lane.bottom() - 15);
        const QString number = QLocale().toString(isWatts ? limit / 1000 : limit, 'f', QLocale::FloatingPointShortest);
        const bool isUnit = isAlone && limit + canvas_.axisStep() > canvas_.axisTop();
        painter.drawText(QRectF(width() - axisWidth, top - scrolled(), axisWidth - 6, 15),
                         Qt::AlignRight | Qt::AlignVCenter,
                         isUnit ? number + (isWatts ? u"\u00a0kW"_s : u"\u00a0A"_s) : number);
    }
}

void DayRuler::mousePressEvent(QMouseEvent *event)
{
    for (const int day : canvas_.shownDays()) {
        const QRectF lane = canvas_.laneRect(day).translated(0, -scrolled());
        if (event->position().y() >= lane.top() && event->position().y() < lane.bottom())
            canvas_.document().setCursor(day * charging::minutesPerDay);
    }
    canvas_.setFocus();
}

void DayRuler::mouseDoubleClickEvent(QMouseEvent *event)
{
    mousePressEvent(event);
    canvas_.showOneDay(!canvas_.isOneDay());
}

} // namespace ui
