// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"

#include <QObject>

class QWidget;

namespace ui {

class LeavingQuestion;
class NoticeBar;

/// What closing the window means. With an engine of our own the stations lose their central system when the program ends,
/// so the owner is asked once, in the window, and the answer is remembered. Without a tray there would be no way back: then,
/// and beside an engine that runs elsewhere, closing simply closes.
class ClosingFlow : public QObject {
    Q_OBJECT
public:
    /// All outlive it.
    ClosingFlow(const Backend &backend, QWidget &window, NoticeBar &notice, LeavingQuestion &question);
    ~ClosingFlow() override;

    /// For the window's closeEvent: true, it closes and the program ends; false, it has gone to the tray or asks.
    [[nodiscard]] bool mayClose();
    /// The person wants the program to end: at once, or after the question what may be lost, for which the window comes
    /// back.
    void quit();
    /// The window comes back from the tray.
    void comeBack();
    /// Into the tray without asking, as --background says; minimised where there is no tray.
    void beginInBackground();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool hasTray() const;
    [[nodiscard]] bool mayEnd();
    void ask();
    void goAway();

    Backend backend_;
    QWidget &window_;
    NoticeBar &notice_;
    LeavingQuestion &question_;
    bool leaving_ = false;
};

} // namespace ui
