// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/column.h"

class QAbstractItemModel;

namespace ui {

class TableView;

/// A table of its own name that is sorted by a column at first, and as the person likes afterwards.
TableView *sortedTable(const QString &name, const QString &title, QAbstractItemModel &model,
                       const QList<ColumnWidth> &widths, int column, Qt::SortOrder order, QWidget *parent);

} // namespace ui
