// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/traynotifier.h"

#include <QSystemTrayIcon>

namespace ui {

TrayNotifier::TrayNotifier(QSystemTrayIcon &icon) : icon_(icon)
{
    connect(&icon_, &QSystemTrayIcon::messageClicked, this, [this] { emit activated(station_); });
}

void TrayNotifier::present(const Message &message)
{
    station_ = message.station;
    icon_.showMessage(message.title, message.text,
                      message.urgent ? QSystemTrayIcon::Warning : QSystemTrayIcon::Information);
    emit handedOver(message.kind);
}

} // namespace ui
