// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace ui {

/// Draws the cells of every table: marks with words, tabular numbers with a lighter unit, text in its role's ink. What has
/// no room in its cell stands in the tooltip.
class CellDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// px of a column in which `text` is not cut, whatever its digits are.
    [[nodiscard]] static int columnWidth(const QFont &font, const QString &text);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;
    /// What the model says of the cell, below the whole text where `option` has no room for it.
    [[nodiscard]] static QString tooltip(const QStyleOptionViewItem &option, const QModelIndex &index);
};

} // namespace ui
