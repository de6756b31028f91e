// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"

#include <QObject>

class QWidget;

namespace ui {

class NoticeBar;

/// What closing the window means. With an engine of our own the stations lose their central system when the program ends,
/// so the owner is asked once, in the window, and the answer is remembered. Without a tray there would be no way back: then,
/// and beside an engine that runs elsewhere, closing simply closes.
class ClosingFlow : public QObject {
    Q_OBJECT
public:
    /// Both outlive it.
    ClosingFlow(const Backend &backend, QWidget &window, NoticeBar &notice);
    ~ClosingFlow() override;

    /// For the window's closeEvent: true, it closes and the program ends; false, it has gone to the tray or asks.
    [[nodiscard]] bool mayClose();
    /// The window comes back from the tray.
    void comeBack();
    /// Into the tray without asking, as --background says; minimised where there is no tray.
    void beginInBackground();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool hasTray() const;
    void ask();
    void goAway();

    Backend backend_;
    QWidget &window_;
    NoticeBar &notice_;
    bool leaving_ = false;
};

} // namespace ui
