// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/freedesktopnotifier.h"
#include "ui/desktop/logindsleeplock.h"
#include "ui/desktop/systemtray.h"
#include "ui/desktop/xdgautostart.h"

#include <QStandardPaths>

namespace ui {

using namespace Qt::Literals::StringLiterals;

Desktop systemDesktop(const QStringList &command)
{
    const QString config = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    Desktop desktop;
    desktop.tray = std::make_unique<SystemTray>();
    desktop.notifier = std::make_unique<FreedesktopNotifier>(QDBusConnection::sessionBus());
    desktop.autostart = std::make_unique<XdgAutostart>(config + u"/autostart"_s, command);
    desktop.sleepLock = std::make_unique<LogindSleepLock>(QDBusConnection::systemBus());
    return desktop;
}

} // namespace ui
