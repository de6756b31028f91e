// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"
#include "ui/shell/page.h"

#include <QTimer>

namespace store {
struct Error;
}

namespace ui {

class AddressPicker;
class KnockList;
class KnockSource;
class Section;

/// Why does my charger not connect? The address to type in, what to look at, and who knocks at the door.
class ConnectPage : public Page {
    Q_OBJECT
public:
    explicit ConnectPage(const Backend &backend, QWidget *parent = nullptr);

    [[nodiscard]] QString headline() const override;
    [[nodiscard]] bool hasUnsaved() const override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void refreshClock();
    void present();
    void presentError(const store::Error &error);

    Backend backend_;
    KnockSource *source_;
    AddressPicker *picker_;
    KnockList *knocks_;
    Section *address_;
    QTimer clock_;
    bool known_ = false; ///< who knocks and what is registered: not before it is read, nor while it cannot be
};

} // namespace ui
