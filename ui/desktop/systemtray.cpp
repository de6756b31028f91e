// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/systemtray.h"

#include <QGuiApplication>

namespace ui {

SystemTray::SystemTray()
{
    connect(&icon_, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            emit activated();
    });
}

bool SystemTray::isAvailable() const
{
    return QSystemTrayIcon::isSystemTrayAvailable();
}

void SystemTray::open(QMenu &menu)
{
    icon_.setContextMenu(&menu);
    if (icon_.icon().isNull())
        icon_.setIcon(QGuiApplication::windowIcon());
    icon_.show();
}

void SystemTray::present(const QIcon &icon, const QString &text)
{
    icon_.setIcon(icon);
    icon_.setToolTip(text);
}

} // namespace ui
