// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/theme.h"

#include <QSizeF>

namespace plot {

/// A picture that stands for itself: heading, chart, and what the differences are. In px.
QSizeF sheetSize(const CompositePicture &picture, QSize wished);
void drawSheet(QPainter &painter, const QRectF &box, const CompositePicture &picture, const Theme &theme,
               const Words &words);

/// The numbered differences, as many as have room; `lineHeight` each. Returns where they end.
double drawDifferenceNotes(QPainter &painter, const QRectF &box, const CompositePicture &picture, const Theme &theme,
                           const Words &words);
double differenceNotesHeight(const CompositePicture &picture);

} // namespace plot
