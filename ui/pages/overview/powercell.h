// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/celldelegate.h"

namespace ui {

/// A number with a line below it that is as long as its share of the largest in the column.
class PowerCell : public CellDelegate {
    Q_OBJECT
public:
    using CellDelegate::CellDelegate;

    void setLargest(double largest) { largest_ = largest; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    double largest_ = 0;
};

} // namespace ui
