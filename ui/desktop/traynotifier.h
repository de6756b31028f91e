// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/desktop.h"

class QSystemTrayIcon;

namespace ui {

/// Messages by way of the tray icon, where the system has no better one.
class TrayNotifier : public Notifier {
    Q_OBJECT
public:
    /// `icon` outlives it.
    explicit TrayNotifier(QSystemTrayIcon &icon);

    void present(const Message &message) override;

private:
    QSystemTrayIcon &icon_;
    QString station_; ///< of the message shown last
};

} // namespace ui
