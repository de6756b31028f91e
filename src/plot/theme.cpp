// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/theme.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QPen>

namespace plot {

using namespace Qt::Literals::StringLiterals;

QString fontFamily()
{
    static const bool hasInter = QFontDatabase::families().contains("Inter"_L1);
    return hasInter ? u"Inter"_s : QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
}

QFont pixelFont(int pixels, QFont::Weight weight)
{
    QFont font(fontFamily());
    font.setPixelSize(pixels);
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting); // it would be laid out differently at each scale
    // Inter has other signs between digits; in a PDF nobody could search or copy them.
    font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

QString printable(QString text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool isPair = c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        if (isPair)
            ++i;
        else if (c.isSurrogate() || c.category() == QChar::Other_Control || c.unicode() >= 0xFFFE)
            text[i] = QChar::ReplacementCharacter;
    }
    return text;
}

void drawText(QPainter &painter, const QRectF &box, const QString &text, const TextStyle &style)
{
    const QFontMetricsF metrics(style.font);
    const QString shown = metrics.horizontalAdvance(text) <= box.width() + 0.5
                              ? text
                              : metrics.elidedText(text, Qt::ElideRight, box.width());
    const double slack = box.width() - metrics.horizontalAdvance(shown);
    const double share = style.alignment & Qt::AlignRight ? 1 : style.alignment & Qt::AlignHCenter ? 0.5 : 0;
    const double baseline = style.alignment & Qt::AlignTop
                                ? box.top() + metrics.ascent()
                                : box.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    painter.setFont(style.font);
    painter.setPen(style.color);
    painter.drawText(QPointF(box.left() + slack * share, baseline), shown);
}

double textWidth(const QFont &font, const QString &text)
{
    return QFontMetricsF(font).horizontalAdvance(text);
}

QPen linePen(Source source, const Theme &theme)
{
    QPen pen(theme.lines[int(source)], 2.25);
    pen.setCapStyle(Qt::FlatCap);
    pen.setJoinStyle(Qt::MiterJoin);
    switch (source) {
    case Source::Computed:
        pen.setWidthF(3); // is seen beneath the others where they agree
        break;
    case Source::Desired:
        pen.setDashPattern({4, 2});
        break;
    case Source::Reported:
        pen.setDashPattern({1, 1.2});
        break;
    case Source::Measured:
        pen.setWidthF(1.5);
        pen.setJoinStyle(Qt::RoundJoin);
        break;
    }
    return pen;
}

void drawMark(QPainter &painter, QPointF middle, Source source, const Theme &theme)
{
    const QColor color = theme.lines[int(source)];
    painter.setPen(QPen(color, 1.5));
    painter.setBrush(source == Source::Measured ? color : theme.ground);
    switch (source) {
    case Source::Computed:
        break;
    case Source::Desired:
        painter.drawPolygon(QPolygonF{middle + QPointF(0, -5), middle + QPointF(5, 0), middle + QPointF(0, 5),
                                      middle + QPointF(-5, 0)});
        break;
    case Source::Reported:
        painter.drawEllipse(middle, 4, 4);
        break;
    case Source::Measured:
        painter.drawEllipse(middle, 2.5, 2.5);
        break;
    }
    painter.setBrush(Qt::NoBrush);
}

} // namespace plot
