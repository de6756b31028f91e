// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sortedtable.h"

#include "ui/widgets/tableview.h"

#include <QHeaderView>

namespace ui {

TableView *sortedTable(const QString &name, const QString &title, QAbstractItemModel &model,
                       const QList<ColumnWidth> &widths, int column, Qt::SortOrder order, QWidget *parent)
{
    auto *table = new TableView(name, title, parent);
    table->setModel(&model);
    table->horizontalHeader()->setSortIndicator(column, order);
    table->arrange(widths);
    table->setSortingEnabled(true);
    return table;
}

} // namespace ui
