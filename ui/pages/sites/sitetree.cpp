// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sites/sitetree.h"

#include "ui/pages/sites/sitedelegate.h"

namespace ui {

SiteTree::SiteTree(TableModel<SiteRow> &model, QWidget *parent) : QListView(parent), rows_(model)
{
    setAccessibleName(tr("Sites and their fuses"));
    setAccessibleDescription(tr("Arrow keys go from line to line; fuses stand above what they feed."));
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    setItemDelegate(new SiteDelegate(model, this));
    setModel(&model);
}

const SiteRow *SiteTree::selected() const
{
    const QModelIndexList chosen = selectionModel()->selectedIndexes();
    return chosen.isEmpty() ? nullptr : &rows_.at(chosen.first().row());
}

void SiteTree::select(const QString &key)
{
    if (const int row = rows_.find(key); row >= 0)
        setCurrentIndex(rows_.index(row, 0));
}

/// A sentence takes more lines where there is less room.
void SiteTree::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout();
}

void SiteTree::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QListView::selectionChanged(selected, deselected);
    if (!selected.isEmpty())
        emit chosen(rows_.at(selected.indexes().first().row()));
}

} // namespace ui
