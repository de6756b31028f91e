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
    const QRectF track = QRectF(option.rect).adjusted(24, option.rect.height() - 6, -24, -3);
    const double length = std::max(3.0, track.width() * std::min(1.0, value / largest_));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF bar(track.right() - length, track.top(), length, track.height());
    strokes::box(*painter, bar, 1.5, Palette::current().tint(Role::Accent, 0.75), {});
    painter->restore();
}

} // namespace ui
