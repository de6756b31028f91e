// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/roworder.h"
#include "ui/models/tablemodel.h"
#include "ui/pages/reservations/reservationrow.h"

namespace ui {

enum class ReservationFilterChoice { All, Active, Over };

/// The reservations that are active, or over, and contain the words of the search.
class ReservationOrder : public RowOrder {
    Q_OBJECT
public:
    explicit ReservationOrder(TableModel<ReservationRow> &source, QObject *parent = nullptr);

    void setChoice(ReservationFilterChoice choice);
    [[nodiscard]] ReservationFilterChoice choice() const { return choice_; }
    /// Rows that have changed, or whose time is over, may belong elsewhere now.
    void refresh() { invalidateFilter(); }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    TableModel<ReservationRow> &rows_;
    ReservationFilterChoice choice_ = ReservationFilterChoice::All;
};

} // namespace ui
