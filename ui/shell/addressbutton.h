// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"
#include "ui/widgets/copybutton.h"

namespace ui {

/// Shows the address to type into a charger and copies it; while in sight it follows the networks of this computer.
class AddressButton : public CopyButton {
    Q_OBJECT
public:
    explicit AddressButton(const Backend &backend, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void refresh();

    Backend backend_;
    QString address_;
    QTimer *pace_;
};

} // namespace ui
