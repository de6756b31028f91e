// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/tablemodel.h"
#include "ui/pages/sites/siterow.h"

#include <QListView>

namespace ui {

/// The sites as trees of fuses, with what flows through each drawn as bars: filled is what flows, outlined is what may
/// flow, the end of the bar is what the fuse bears. A view of the model, so that arrow keys, selection and screen readers
/// work as in a list.
class SiteTree : public QListView {
    Q_OBJECT
public:
    explicit SiteTree(TableModel<SiteRow> &model, QWidget *parent = nullptr);

    /// Null if nothing is selected.
    [[nodiscard]] const SiteRow *selected() const;
    /// Without a word if there is no such line.
    void select(const QString &key);

signals:
    void chosen(const ui::SiteRow &row);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    TableModel<SiteRow> &rows_;
};

} // namespace ui
