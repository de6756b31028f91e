// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

class QPainter;
class QRectF;
class QString;

namespace ui {

/// The four sizes of the program, in points: 20, 13, 10.5, 9.
enum class TextSize { Title, Section, Body, Caption };

/// Inter, or the desktop's own font where Inter is not installed.
QFont textFont(TextSize size, QFont::Weight weight = QFont::Normal);

/// Fixed pitch, for what goes over the wire.
QFont wireFont();

/// Text whose digits all have the same width, so that columns of numbers stand still while they change. Qt 6.4 cannot
/// switch on a font's "tnum" feature; the digits are set one by one instead.
namespace tabular {
double width(const QFont &font, const QString &text);
void draw(QPainter &painter, const QRectF &box, Qt::Alignment alignment, const QString &text);
} // namespace tabular

} // namespace ui
