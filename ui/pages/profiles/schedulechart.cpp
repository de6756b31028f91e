// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/profiles/schedulechart.h"

#include "plot/chart.h"
#include "store/clock.h"
#include "ui/pages/profiles/profilewords.h"
#include "ui/text/format.h"
#include "ui/text/plotwords.h"
#include "ui/theme/plottheme.h"
#include "ui/theme/strokes.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using plot::Source;

constexpr int chartHeight = 260; // px

QString limitWord(const std::optional<double> &limit, ocpp::ChargingRateUnitType unit)
{
    return limit ? limitText(std::round(*limit * 100) / 100, toString(unit)) : ScheduleChart::tr("no limit");
}

/// Where a limit changes, each moment once.
QList<ocpp::Timestamp> stepsOf(const plot::CompositePicture &picture)
{
    QList<ocpp::Timestamp> steps;
    if (picture.duration > 0)
        steps.append(picture.from);
    for (const plot::Line &line : picture.lines) {
        for (const plot::Point &limit : line.points) {
            if (line.source != Source::Measured && limit.time > picture.from && limit.time < picture.end())
                steps.append(limit.time);
        }
    }
    std::ranges::sort(steps);
    steps.erase(std::unique(steps.begin(), steps.end()), steps.end());
    return steps;
}

/// Of what was measured in that time; nothing, if nothing was.
std::optional<double> mean(const plot::Line &line, ocpp::Timestamp from, ocpp::Timestamp to)
{
    double sum = 0;
    int count = 0;
    for (const plot::Point &value : line.points) {
        if (value.value && value.time >= from && value.time < to) {
            sum += *value.value;
            ++count;
        }
    }
    return count > 0 ? std::optional(sum / count) : std::nullopt;
}

} // namespace

ScheduleChart::ScheduleChart(QWidget *parent) : QWidget(parent)
{
    setFixedHeight(chartHeight);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Limit over time"));
}

void ScheduleChart::present(const plot::CompositePicture &picture)
{
    picture_ = picture;
    steps_ = stepsOf(picture);
    step_ = std::min(step_, int(steps_.size()) - 1);
    setAccessibleDescription(summary());
    update();
    emit readoutChanged(readout());
}

QString ScheduleChart::rangeText(const plot::Line &line) const
{
    QList<double> values;
    bool isFree = false;
    for (const plot::Point &value : line.points) {
        if (value.value)
            values.append(*value.value);
        else
            isFree = line.source != Source::Measured;
    }
    if (values.isEmpty())
        return limitWord({}, picture_.unit);
    const auto [lowest, highest] = std::ranges::minmax(values);
    const QString least = limitWord(lowest, picture_.unit);
    const QString most = isFree ? limitWord({}, picture_.unit) : limitWord(highest, picture_.unit);
    return least == most ? least : u"%1 – %2"_s.arg(least, most);
}

QString ScheduleChart::valueText(const plot::Line &line, int step) const
{
    if (line.source != Source::Measured)
        return line.isEmpty() || steps_.at(step) >= line.end || endOf(step) <= line.points.first().time
                   ? QString()
                   : limitWord(line.valueAt(std::max(steps_.at(step), line.points.first().time)), picture_.unit);
    const auto measured = mean(line, steps_.at(step), endOf(step));
    return measured ? limitWord(measured, picture_.unit) : QString();
}

QString ScheduleChart::summary() const
{
    if (steps_.isEmpty())
        return tr("Nothing is known of the limits.");
    const plot::Words words = plotWords();
    const ocpp::Timestamp now = store::now();
    QStringList texts;
    for (const plot::Line &line : picture_.lines)
        texts.append(u"%1 %2"_s.arg(words.lines.value(int(line.source)), rangeText(line)));
    return tr("From %1 to %2: %3")
        .arg(format::moment(picture_.from, now), format::moment(picture_.end(), now), texts.join(u", "_s));
}

QString ScheduleChart::readout() const
{
    if (step_ < 0)
        return summary();
    const plot::Words words = plotWords();
    const ocpp::Timestamp now = store::now();
    QStringList texts;
    for (const plot::Line &line : picture_.lines) {
        if (const QString text = valueText(line, step_); !text.isEmpty())
            texts.append(u"%1 %2"_s.arg(words.lines.value(int(line.source)), text));
    }
    return tr("From %1 to %2: %3")
        .arg(format::moment(steps_.at(step_), now), format::moment(endOf(step_), now), texts.join(u", "_s));
}

ocpp::Timestamp ScheduleChart::endOf(int step) const
{
    return step + 1 < steps_.size() ? steps_.at(step + 1) : picture_.end();
}

QRectF ScheduleChart::box() const
{
    return QRectF(rect()).adjusted(4, 2, -4, -2);
}

void ScheduleChart::point(int step)
{
    if (step == step_)
        return;
    step_ = step;
    update();
    emit readoutChanged(readout());
}

void ScheduleChart::paintEvent(QPaintEvent *)
{
    const plot::Theme theme = plotTheme();
    const plot::Words words = plotWords();
    const plot::Chart chart(box(), picture_, theme, words);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (step_ >= 0)
        chart.drawSpan(painter, steps_.at(step_), endOf(step_), Palette::current().tint(Role::Accent, 0.12));
    chart.draw(painter);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        strokes::box(painter, QRectF(rect()).adjusted(1, 1, -1, -1), 5, {}, Palette::current().color(Role::Accent), 2);
}

void ScheduleChart::mouseMoveEvent(QMouseEvent *event)
{
    const plot::Theme theme;
    const plot::Words words = plotWords();
    const plot::Chart chart(box(), picture_, theme, words);
    const double x = event->position().x();
    const bool isInside = !steps_.isEmpty() && x >= chart.area().left() && x < chart.area().right();
    const auto after = std::ranges::upper_bound(steps_, chart.timeAt(x));
    point(isInside ? int(after - steps_.begin()) - 1 : -1);
}

void ScheduleChart::leaveEvent(QEvent *)
{
    point(-1);
}

void ScheduleChart::keyPressEvent(QKeyEvent *event)
{
    const int last = int(steps_.size()) - 1;
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
