// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/chartlabels.h"

#include <algorithm>

namespace plot {

namespace {

constexpr double sampleWidth = 26; // px
constexpr double nameHeight = 17; // px
constexpr double narrow = 600; // px: below that a quarter of the box would be names

QFont nameFont()
{
    return pixelFont(smallPixels, QFont::Medium);
}

struct Name {
    Source source{};
    double y = 0;
};

double lastHeight(const Chart &chart, const Line &line)
{
    const auto known = std::find_if(line.points.rbegin(), line.points.rend(),
                                    [](const Point &point) { return point.value.has_value(); });
    return known == line.points.rend() ? chart.area().top() + nameHeight
                                       : chart.heightOf(std::min(*known->value, chart.highest()));
}

/// Downwards, then back up from the bottom.
void moveApart(QList<Name> &names, const QRectF &area)
{
    std::ranges::stable_sort(names, {}, &Name::y);
    double free = area.top() + nameHeight / 2;
    for (Name &name : names) {
        name.y = std::max(name.y, free);
        free = name.y + nameHeight;
    }
    free = area.bottom() - nameHeight / 2;
    for (auto name = names.rbegin(); name != names.rend(); ++name) {
        name->y = std::min(name->y, free);
        free = name->y - nameHeight;
    }
}

void drawName(QPainter &painter, QPointF left, Source source, const Theme &theme, const Words &words)
{
    painter.setPen(linePen(source, theme));
    painter.drawLine(left, left + QPointF(sampleWidth, 0));
    drawMark(painter, left + QPointF(sampleWidth / 2, 0), source, theme);
    const QString name = words.lines.value(int(source));
    const QRectF box(left.x() + sampleWidth + 6, left.y() - nameHeight / 2, textWidth(nameFont(), name) + 1,
                     nameHeight);
    drawText(painter, box, name, {nameFont(), theme.lines[int(source)]});
}

} // namespace

bool areNamesBeside(const CompositePicture &picture, double width)
{
    return picture.lines.size() > 1 && width >= narrow;
}

double nameSpace(const CompositePicture &picture, const Words &words, double width)
{
    if (!areNamesBeside(picture, width))
        return 8;
    double widest = 0;
    for (const Line &line : picture.lines)
        widest = std::max(widest, textWidth(nameFont(), words.lines.value(int(line.source))));
    return widest + sampleWidth + 20;
}

double nameRow(const CompositePicture &picture, double width)
{
    return picture.lines.size() > 1 && !areNamesBeside(picture, width) ? nameHeight + 6 : 0;
}

void drawNames(QPainter &painter, const Chart &chart, const QRectF &box, const CompositePicture &picture,
               const Theme &theme, const Words &words)
{
    if (picture.lines.size() < 2)
        return;
    if (!areNamesBeside(picture, box.width())) {
        double left = box.left();
        for (const Line &line : picture.lines) {
            drawName(painter, {left, box.top() + nameHeight / 2}, line.source, theme, words);
            left += sampleWidth + 6 + textWidth(nameFont(), words.lines.value(int(line.source))) + 14;
        }
        return;
    }
    QList<Name> names;
    for (const Line &line : picture.lines)
        names.append({line.source, lastHeight(chart, line)});
    moveApart(names, chart.area());
    for (const Name &name : names)
        drawName(painter, {chart.area().right() + 8, name.y}, name.source, theme, words);
}

} // namespace plot
