// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/idtags/tagorder.h"

#include "store/clock.h"
#include "ui/pages/idtags/tagrules.h"

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

bool passes(const TagRow &row, TagFilter state)
{
    const QString term = tagState(row.tag, store::now()).term;
    switch (state) {
    case TagFilter::All:
        return true;
    case TagFilter::Accepted:
        return term == "Accepted"_L1;
    case TagFilter::Blocked:
        return term == "Blocked"_L1;
    case TagFilter::Expired:
        return term == "Expired"_L1;
    case TagFilter::Charging:
        return row.use && row.use->openTransaction > 0;
    }
    return true;
}

} // namespace

TagOrder::TagOrder(TableModel<TagRow> &source, QObject *parent) : RowOrder(source, parent), rows_(source) {}

void TagOrder::setState(TagFilter state)
{
    state_ = state;
    invalidateFilter();
}

bool TagOrder::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    return passes(rows_.at(row), state_) && RowOrder::filterAcceptsRow(row, parent);
}

} // namespace ui
