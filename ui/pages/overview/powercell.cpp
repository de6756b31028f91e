// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overview/powercell.h"

#include "ui/models/column.h"
#include "ui/theme/strokes.h"

#include <QPainter>

#include <algorithm>

namespace ui {

void PowerCell::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    CellDelegate::paint(painter, option, index);
    const double value = index.data(SortRole).toDouble();
    if (largest_ <= 0 || value <= 0)
        return;
    const QRectF rail = QRectF(option.rect).adjusted(24, option.rect.height() - 7, -24, -4);
    QRectF bar = rail;
    bar.setWidth(std::max(3.0, rail.width() * std::min(1.0, value / largest_)));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    strokes::box(*painter, rail, 1.5, Palette::current().color(Role::Hairline), {}); // what the bar is a part of
    strokes::box(*painter, bar, 1.5, Palette::current().color(Role::Accent), {});
    painter->restore();
}

} // namespace ui
