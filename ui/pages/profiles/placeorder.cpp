// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/profiles/placeorder.h"

namespace ui {

PlaceOrder::PlaceOrder(TableModel<PlaceRow> &places, QObject *parent) : RowOrder(places, parent), places_(places) {}

void PlaceOrder::setEverywhere(bool everywhere)
{
    everywhere_ = everywhere;
    invalidateFilter();
}

bool PlaceOrder::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    return (everywhere_ || !places_.at(row).isEmpty()) && RowOrder::filterAcceptsRow(row, parent);
}

} // namespace ui
