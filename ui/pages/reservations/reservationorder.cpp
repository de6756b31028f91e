// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reservations/reservationorder.h"

#include "store/clock.h"

namespace ui {

ReservationOrder::ReservationOrder(TableModel<ReservationRow> &source, QObject *parent)
    : RowOrder(source, parent), rows_(source)
{
}

void ReservationOrder::setChoice(ReservationFilterChoice choice)
{
    choice_ = choice;
    invalidateFilter();
}

bool ReservationOrder::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const bool isActive = rows_.at(row).isActive(store::now());
    const bool passes =
        choice_ == ReservationFilterChoice::All || isActive == (choice_ == ReservationFilterChoice::Active);
    return passes && RowOrder::filterAcceptsRow(row, parent);
}

} // namespace ui
