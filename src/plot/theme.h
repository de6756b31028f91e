// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/picture.h"

#include <QColor>
#include <QFont>
#include <QPainter>

namespace plot {

/// The colours of a picture. Those here are for paper and files; the window hands in its own.
struct Theme {
    QColor ground{0xFFFFFF};
    QColor text{0x1B1F26};
    QColor muted{0x5C6470};
    QColor grid{0xDDE1E7};
    QColor edge{0x868E99}; ///< of days
    QColor lines[sourceCount]{0x0B6E99, 0x6B4FA0, 0x9A6700, 0x2E7D32}; ///< by Source
    QColor difference{0xB3261E};
};

/// Inter, or the desktop's own where Inter is not installed: the one place that says so.
QString fontFamily();
/// Sizes in px, so that a picture is the same whatever the screen's resolution.
QFont pixelFont(int pixels, QFont::Weight weight = QFont::Normal);
inline constexpr int textPixels = 13;
inline constexpr int smallPixels = 11;
inline constexpr int sectionPixels = 15;
inline constexpr int titlePixels = 22;

/// What of a text can stand in any file: control characters and broken pairs of surrogates become U+FFFD.
QString printable(QString text);

/// Sets font and colour and draws within a box; too long a text is cut with an ellipsis.
struct TextStyle {
    QFont font{};
    QColor color{};
    Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter;
};
void drawText(QPainter &painter, const QRectF &box, const QString &text, const TextStyle &style);
double textWidth(const QFont &font, const QString &text);

/// A line's pen: hue and dash.
QPen linePen(Source source, const Theme &theme);
/// Its mark, hollow or filled: none, diamond, ring, dot.
void drawMark(QPainter &painter, QPointF middle, Source source, const Theme &theme);

} // namespace plot
