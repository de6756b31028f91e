// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/roworder.h"
#include "ui/models/tablemodel.h"
#include "ui/pages/idtags/tagrow.h"

namespace ui {

enum class TagFilter { All, Accepted, Blocked, Expired, Charging };

/// The tags of one state that contain the words of the search.
class TagOrder : public RowOrder {
    Q_OBJECT
public:
    explicit TagOrder(TableModel<TagRow> &source, QObject *parent = nullptr);

    void setState(TagFilter state);
    [[nodiscard]] TagFilter state() const { return state_; }
    /// Rows that have changed may belong elsewhere now.
    void refresh() { invalidateFilter(); }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    TableModel<TagRow> &rows_;
    TagFilter state_ = TagFilter::All;
};

} // namespace ui
