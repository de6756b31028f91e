// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/desktop.h"

#include <QSystemTrayIcon>

namespace ui {

class SystemTray : public Tray {
    Q_OBJECT
public:
    SystemTray();

    [[nodiscard]] bool isAvailable() const override;
    void open(QMenu &menu) override;
    void present(const QIcon &icon, const QString &text) override;
    [[nodiscard]] QSystemTrayIcon &icon() { return icon_; }

private:
    QSystemTrayIcon icon_;
};

} // namespace ui
