// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/roworder.h"
#include "ui/models/tablemodel.h"
#include "ui/pages/profiles/placerow.h"

namespace ui {

/// Sorts the places, and leaves out connectors without a profile unless they are asked for.
class PlaceOrder : public RowOrder {
    Q_OBJECT
public:
    explicit PlaceOrder(TableModel<PlaceRow> &places, QObject *parent = nullptr);

    void setEverywhere(bool everywhere);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    const TableModel<PlaceRow> &places_;
    bool everywhere_ = false;
};

} // namespace ui
