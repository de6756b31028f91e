// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/chart.h"

namespace plot {

/// Names stand beside the lines where the box is wide enough, else in a row above them. One line needs none.
bool areNamesBeside(const CompositePicture &picture, double width);
/// Room for them, at the right or above.
double nameSpace(const CompositePicture &picture, const Words &words, double width);
double nameRow(const CompositePicture &picture, double width);
/// Beside: at the height where its line ends, moved apart where they would meet.
void drawNames(QPainter &painter, const Chart &chart, const QRectF &box, const CompositePicture &picture,
               const Theme &theme, const Words &words);

} // namespace plot
