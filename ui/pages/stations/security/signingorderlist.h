// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/contracts.h"

#include <QWidget>

class QVBoxLayout;

namespace ui {

/// The certificates that a station has asked for to do Plug & Charge. Out of sight while it has asked for none.
class SigningOrderList : public QWidget {
    Q_OBJECT
public:
    explicit SigningOrderList(QWidget *parent = nullptr);

    /// Newest first.
    void present(const QList<store::SigningOrder> &orders);
    /// From top to bottom.
    [[nodiscard]] const QVBoxLayout &entries() const { return *entries_; }

signals:
    void saveRequested(const store::SigningOrder &order);
    void giveRequested(const store::SigningOrder &order);
    void refuseRequested(const store::SigningOrder &order);
    void tryAgainRequested(const store::SigningOrder &order);

private:
    QWidget *entryFor(const store::SigningOrder &order, bool isLatest);

    QVBoxLayout *entries_;
};

} // namespace ui
