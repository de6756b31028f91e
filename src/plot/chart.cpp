// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/chart.h"

#include "plot/chartlabels.h"
#include "plot/timeaxis.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <utility>

namespace plot {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double aboveGrid = 24; // px: the unit, the value of the highest step
constexpr double timeRow = 20; // px
constexpr double dayRow = 18; // px
constexpr double tickSpace = 62; // px between two times
constexpr double dateSpace = 78; // px between two dates
constexpr double markSpace = 90; // px between two marks
constexpr int mostDayLines = 45;
constexpr int mostBadges = 40;

bool isWithin(const std::optional<double> &value)
{
    return value && std::isfinite(*value);
}

} // namespace

Chart::Chart(const QRectF &box, const CompositePicture &picture, const Theme &theme, const Words &words)
    : box_(box), picture_(picture), theme_(theme), words_(words),
      unitScale_(picture.unit == ocpp::ChargingRateUnitType::W ? 1000 : 1)
{
    scale();
    double labels = textWidth(pixelFont(smallPixels), gridText(highest_));
    labels = std::max(labels, textWidth(pixelFont(smallPixels), gridText(highest_ - step_)));
    const auto days = std::chrono::ceil<std::chrono::days>(picture.end() - picture.from).count();
    const double right = nameSpace(picture, words, box.width());
    box_.setTop(box.top() + nameRow(picture, box.width()));
    const double width = box.width() - labels - 12 - right;
    hasDayRow_ = double(days) * dateSpace <= width || days <= 2;
    area_ = box_.adjusted(labels + 12, aboveGrid, -right, -timeRow - (hasDayRow_ ? dayRow : 0));
}

double Chart::highestValue() const
{
    double highest = 0;
    for (const Line &line : picture_.lines) {
        for (const Point &point : line.points) {
            if (isWithin(point.value))
                highest = std::max(highest, *point.value);
        }
    }
    return highest;
}

void Chart::scale()
{
    const double highest = highestValue();
    step_ = niceStep((highest > 0 ? highest : 10 * unitScale_) / unitScale_) * unitScale_;
    highest_ = std::max(1.0, std::ceil(highest / step_ - 1e-9)) * step_;
    if (highest <= 0)
        highest_ = 4 * step_;
}

double Chart::placeOf(ocpp::Timestamp time) const
{
    const double whole = std::max(1.0, double(picture_.duration) * 1000);
    return area_.left() + std::clamp(double((time - picture_.from).count()) / whole, 0.0, 1.0) * area_.width();
}

double Chart::heightOf(double value) const
{
    return area_.bottom() - std::clamp(value / highest_, 0.0, 1.0) * area_.height();
}

ocpp::Timestamp Chart::timeAt(double x) const
{
    const double share = std::clamp((x - area_.left()) / std::max(1.0, area_.width()), 0.0, 1.0);
    return picture_.from + std::chrono::milliseconds(qint64(share * double(picture_.duration) * 1000));
}

QString Chart::gridText(double value) const
{
    const int decimals = step_ / unitScale_ < 1 ? (step_ / unitScale_ < 0.1 ? 2 : 1) : 0;
    return words_.locale.toString(value / unitScale_, 'f', decimals);
}

void Chart::drawGrid(QPainter &painter) const
{
    const double labels = area_.left() - box_.left() - 10;
    const int lines = int(std::lround(highest_ / step_));
    for (int line = 0; line <= lines; ++line) {
        const double value = line * step_;
        const double y = heightOf(value);
        painter.setPen(QPen(theme_.grid, 1));
        painter.drawLine(QPointF(area_.left(), y), QPointF(area_.right(), y));
        drawText(painter, {box_.left(), y - 8, labels, 16}, gridText(value),
                 {pixelFont(smallPixels), theme_.muted, Qt::AlignRight});
    }
    const QString unit = (unitScale_ > 1 ? u"k"_s : QString()) + toString(picture_.unit);
    drawText(painter, {box_.left(), box_.top(), labels, 14}, unit,
             {pixelFont(smallPixels), theme_.muted, Qt::AlignRight | Qt::AlignTop});
}

/// A line at each midnight and the date right of it; without a row for dates they stand at the ticks.
void Chart::drawDays(QPainter &painter) const
{
    QList<ocpp::Timestamp> days = dayBoundaries(picture_.from, picture_.end(), picture_.zone);
    if (days.size() <= mostDayLines) {
        painter.setPen(QPen(theme_.edge, 0.75));
        for (const ocpp::Timestamp day : days) {
            const double x = placeOf(day);
            painter.drawLine(QPointF(x, area_.top()), QPointF(x, area_.bottom() + 4));
            if (hasDayRow_) // past the time that stands there
                painter.drawLine(QPointF(x, area_.bottom() + timeRow),
                                 QPointF(x, area_.bottom() + timeRow + dayRow - 3));
        }
    }
    if (!hasDayRow_)
        return;
    days.prepend(picture_.from);
    for (qsizetype i = 0; i < days.size(); ++i) {
        const double left = placeOf(days.at(i)) + (i == 0 ? 0 : 6);
        const double right = i + 1 < days.size() ? placeOf(days.at(i + 1)) - 4 : box_.right();
        const QString text = words_.locale.toString(localTime(days.at(i), picture_.zone).date(), words_.dayFormat);
        const QFont font = pixelFont(smallPixels, QFont::Medium);
        if (textWidth(font, text) <= right - left)
            drawText(painter, {left, area_.bottom() + timeRow, right - left, dayRow}, text, {font, theme_.text});
    }
}

void Chart::drawTicks(QPainter &painter) const
{
    const bool isOfDays = !hasDayRow_;
    const double space = isOfDays ? dateSpace : tickSpace;
    const int most = std::max(2, int(area_.width() / space));
    for (const ocpp::Timestamp tick : timeTicks(picture_.from, picture_.end(), most, picture_.zone)) {
        const double x = placeOf(tick);
        const QDateTime local = localTime(tick, picture_.zone);
        const bool isDate = isOfDays && local.time() == QTime(0, 0);
        const QString text =
            isDate ? words_.locale.toString(local.date(), words_.dayFormat) : timeText(tick, picture_.zone, words_);
        painter.setPen(QPen(theme_.edge, 0.75));
        painter.drawLine(QPointF(x, area_.bottom()), QPointF(x, area_.bottom() + 4));
        const double width = textWidth(pixelFont(smallPixels), text);
        const double left = std::clamp(x - width / 2, box_.left(), std::max(box_.left(), box_.right() - width));
        drawText(painter, {left, area_.bottom() + 4, width, timeRow - 4}, text, {pixelFont(smallPixels), theme_.muted});
    }
}

void Chart::drawSpan(QPainter &painter, ocpp::Timestamp from, ocpp::Timestamp to, const QColor &color) const
{
    painter.fillRect(QRectF(QPointF(placeOf(from), area_.top()), QPointF(placeOf(to), area_.bottom())), color);
}

/// "No limit" reaches to the top.
void Chart::drawDifference(QPainter &painter, const Difference &difference, int number) const
{
    const Line *one = picture_.line(difference.one);
    const Line *other = picture_.line(difference.other);
    if (!one || !other)
        return;
    QList<ocpp::Timestamp> times{difference.from, difference.to};
    for (const Line *line : {one, other}) {
        for (const Point &point : line->points) {
            if (point.time > difference.from && point.time < difference.to)
                times.append(point.time);
        }
    }
    std::ranges::sort(times);
    QPainterPath path;
    for (qsizetype i = 0; i + 1 < times.size(); ++i) {
        const double y = heightOf(one->valueAt(times[i]).value_or(highest_));
        const double to = heightOf(other->valueAt(times[i]).value_or(highest_));
        path.addRect(QRectF(QPointF(placeOf(times[i]), y), QPointF(placeOf(times[i + 1]), to)).normalized());
    }
    QColor shade = theme_.difference;
    shade.setAlphaF(0.16F);
    painter.fillPath(path, shade); // in one piece: no seams
    if (number > mostBadges)
        return;
    const QPointF middle((placeOf(difference.from) + placeOf(difference.to)) / 2, area_.top() - 9);
    painter.setPen(QPen(theme_.difference, 1));
    painter.setBrush(theme_.ground);
    painter.drawEllipse(middle, 7.5, 7.5);
    painter.setBrush(Qt::NoBrush);
    drawText(painter, {middle.x() - 8, middle.y() - 8, 16, 16}, QString::number(number),
             {pixelFont(10, QFont::Medium), theme_.difference, Qt::AlignHCenter});
}

void Chart::drawDifferences(QPainter &painter) const
{
    for (qsizetype i = 0; i < picture_.differences.size(); ++i)
        drawDifference(painter, picture_.differences.at(i), int(i) + 1);
}

void Chart::drawGaps(QPainter &painter, const Line &line) const
{
    const QFont font = pixelFont(smallPixels);
    for (qsizetype i = 0; i < line.points.size(); ++i) {
        const double left = placeOf(line.points.at(i).time);
        const double right = placeOf(line.endOf(i));
        if (!line.points.at(i).value && textWidth(font, words_.noLimit) + 8 < right - left)
            drawText(painter, {left, area_.center().y() - 8, right - left, 16}, words_.noLimit,
                     {font, theme_.muted, Qt::AlignHCenter});
    }
}

void Chart::drawFill(QPainter &painter, const Line &line) const
{
    QColor color = theme_.lines[int(line.source)];
    color.setAlphaF(0.1F);
    QPainterPath path;
    for (qsizetype i = 0; i < line.points.size(); ++i) {
        if (const auto value = line.points.at(i).value; isWithin(value))
            path.addRect(QRectF(QPointF(placeOf(line.points.at(i).time), heightOf(*value)),
                                QPointF(placeOf(line.endOf(i)), area_.bottom())));
    }
    painter.fillPath(path, color);
}

void Chart::drawSteps(QPainter &painter, const Line &line) const
{
    QPainterPath path;
    bool isDown = false;
    for (qsizetype i = 0; i < line.points.size(); ++i) {
        const auto value = line.points.at(i).value;
        if (!isWithin(value)) {
            isDown = false;
            continue;
        }
        const QPointF begin(placeOf(line.points.at(i).time), heightOf(*value));
        if (std::exchange(isDown, true))
            path.lineTo(begin);
        else
            path.moveTo(begin);
        path.lineTo(QPointF(placeOf(line.endOf(i)), begin.y()));
    }
    painter.setPen(linePen(line.source, theme_));
    painter.drawPath(path);
}

void Chart::drawCurve(QPainter &painter, const Line &line) const
{
    QPainterPath path;
    bool isDown = false;
    for (const Point &point : line.points) {
        if (point.time < picture_.from || point.time > picture_.end())
            continue;
        if (!isWithin(point.value)) {
            isDown = false;
            continue;
        }
        const QPointF place(placeOf(point.time), heightOf(*point.value));
        if (std::exchange(isDown, true))
            path.lineTo(place);
        else
            path.moveTo(place);
    }
    painter.setPen(linePen(line.source, theme_));
    painter.drawPath(path);
}

void Chart::drawMarks(QPainter &painter, const Line &line) const
{
    if (line.source == Source::Computed)
        return;
    double free = area_.left() + markSpace * int(line.source) / sourceCount; // not upon each other where lines agree
    for (qsizetype i = 0; i < line.points.size(); ++i) {
        const Point &point = line.points.at(i);
        if (!isWithin(point.value))
            continue;
        const double begin = placeOf(point.time);
        const double end = line.source == Source::Measured ? begin : placeOf(line.endOf(i));
        for (double x = std::max(begin, free); x <= end && x <= area_.right(); x += markSpace) {
            drawMark(painter, {x, heightOf(*point.value)}, line.source, theme_);
            free = x + markSpace;
        }
    }
}

/// At each step that is wide enough, above it.
void Chart::drawValues(QPainter &painter, const Line &line) const
{
    const QFont font = pixelFont(smallPixels, QFont::Medium);
    for (qsizetype i = 0; i < line.points.size(); ++i) {
        if (!isWithin(line.points.at(i).value))
            continue;
        const double value = *line.points.at(i).value;
        const double left = placeOf(line.points.at(i).time);
        while (i + 1 < line.points.size() && line.points.at(i + 1).value == value)
            ++i;
        const double right = placeOf(line.endOf(i));
        const QString text = limitText(value, picture_.unit, words_);
        const double width = textWidth(font, text) + 8;
        if (width >= right - left)
            continue;
        const QRectF box((left + right - width) / 2, heightOf(value) - 19, width, 16);
        QColor halo = theme_.ground; // over a day's line
        halo.setAlphaF(0.85F);
        if (picture_.lines.size() == 1)
            painter.fillRect(box, halo);
        drawText(painter, box, text, {font, theme_.text, Qt::AlignHCenter});
    }
}

void Chart::drawNow(QPainter &painter) const
{
    if (picture_.madeAt <= picture_.from || picture_.madeAt >= picture_.end())
        return;
    const double x = placeOf(picture_.madeAt);
    painter.setPen(QPen(theme_.text, 1));
    painter.drawLine(QPointF(x, area_.top() - 8), QPointF(x, area_.bottom()));
    const QFont font = pixelFont(smallPixels);
    const double width = textWidth(font, words_.now);
    const bool fitsRight = x + 4 + width < box_.right();
    // At the foot: above are the numbers of the differences.
    const QRectF place(fitsRight ? x + 4 : x - 4 - width, area_.bottom() - 16, width, 14);
    QColor halo = theme_.ground;
    halo.setAlphaF(0.85F);
    painter.fillRect(place, halo);
    drawText(painter, place, words_.now, {font, theme_.text, Qt::AlignLeft | Qt::AlignTop});
}

void Chart::draw(QPainter &painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    if (picture_.duration <= 0 || area_.width() < 10 || area_.height() < 10) {
        drawText(painter, box_, words_.nothing, {pixelFont(textPixels), theme_.muted, Qt::AlignHCenter});
        return;
    }
    drawGrid(painter);
    drawDays(painter);
    drawTicks(painter);
    if (picture_.lines.isEmpty())
        drawText(painter, area_, words_.noLines, {pixelFont(textPixels), theme_.muted, Qt::AlignHCenter});
    else if (picture_.lines.first().source != Source::Measured)
        drawFill(painter, picture_.lines.first());
    drawDifferences(painter);
    for (const Line &line : picture_.lines) {
        if (line.source == Source::Measured)
            drawCurve(painter, line);
        else
            drawSteps(painter, line);
        drawMarks(painter, line);
    }
    if (!picture_.lines.isEmpty()) {
        drawGaps(painter, picture_.lines.first());
        drawValues(painter, picture_.lines.first());
    }
    drawNow(painter);
    const double names = nameRow(picture_, box_.width());
    drawNames(painter, *this, box_.adjusted(0, -names, 0, 0), picture_, theme_, words_);
}

} // namespace plot
