// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/tablemodel.h"
#include "ui/pages/sites/siterow.h"

#include <QStyledItemDelegate>

namespace ui {

/// How a line of the tree looks.
class SiteDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    SiteDelegate(const TableModel<SiteRow> &rows, QObject *parent) : QStyledItemDelegate(parent), rows_(rows) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const TableModel<SiteRow> &rows_;
};

} // namespace ui
