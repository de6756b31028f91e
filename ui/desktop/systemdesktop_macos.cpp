// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/launchagent.h"
#include "ui/desktop/systemtray.h"
#include "ui/desktop/traynotifier.h"

#include <QDir>

namespace ui {

/// Nothing of ours keeps this system awake: no lock.
Desktop systemDesktop(const QStringList &command)
{
    auto tray = std::make_unique<SystemTray>();
    Desktop desktop;
    desktop.notifier = std::make_unique<TrayNotifier>(tray->icon());
    desktop.tray = std::move(tray);
    desktop.autostart = std::make_unique<LaunchAgent>(QDir::home().filePath(QStringLiteral("Library/LaunchAgents")), command);
    return desktop;
}

} // namespace ui
