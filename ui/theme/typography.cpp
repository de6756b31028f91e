// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/typography.h"

#include "plot/theme.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QPainter>
#include <QRectF>
#include <QString>

#include <algorithm>
#include <functional>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

double pointSize(TextSize size)
{
    switch (size) {
    case TextSize::Title: return 20;
    case TextSize::Section: return 13;
    case TextSize::Body: return 10.5;
    case TextSize::Caption: return 9;
    }
    Q_UNREACHABLE();
}

double digitWidth(const QFontMetricsF &metrics)
{
    double widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QChar(digit)));
    return widest;
}

/// Calls `place` for each run: one digit, or everything up to the next digit.
double walk(const QFontMetricsF &metrics, const QString &text,
            const std::function<void(double x, double cell, const QString &run)> &place)
{
    const double cell = digitWidth(metrics);
    double x = 0;
    for (qsizetype at = 0; at < text.size();) {
        const bool digit = text.at(at).isDigit();
        qsizetype end = at + 1;
        while (!digit && end < text.size() && !text.at(end).isDigit())
            ++end;
        const QString run = text.mid(at, end - at);
        const double advance = digit ? cell : metrics.horizontalAdvance(run);
        place(x, advance, run);
        x += advance;
        at = end;
    }
    return x;
}

} // namespace

QFont textFont(TextSize size, QFont::Weight weight)
{
    QFont font(plot::fontFamily());
    font.setPointSizeF(pointSize(size));
    font.setWeight(weight);
    return font;
}

QFont wireFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(pointSize(TextSize::Caption));
    return font;
}

namespace tabular {

double width(const QFont &font, const QString &text)
{
    return walk(QFontMetricsF(font), text, [](double, double, const QString &) {});
}

void draw(QPainter &painter, const QRectF &box, Qt::Alignment alignment, const QString &text)
{
    const QFontMetricsF metrics(painter.font());
    const double slack = box.width() - width(painter.font(), text);
    const double share = (alignment & Qt::AlignRight) ? 1.0 : (alignment & Qt::AlignHCenter) ? 0.5 : 0.0;
    const double left = box.left() + slack * share;
    const double baseline = box.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    walk(metrics, text, [&](double x, double cell, const QString &run) {
        const double inset = (cell - metrics.horizontalAdvance(run)) / 2;
        painter.drawText(QPointF(left + x + inset, baseline), run);
    });
}

} // namespace tabular
} // namespace ui
