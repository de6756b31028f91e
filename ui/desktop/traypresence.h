// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/desktop.h"
#include "ui/desktop/sitepulse.h"

#include <QMenu>

namespace ui {

class SiteWatch;

/// The program's icon with the most telling mark of the site on it: fault, offline, charging.
QIcon trayIcon(const SitePulse &pulse);

/// The icon in the tray: what is the case, a way back to the window, and the way out.
class TrayPresence : public QObject {
    Q_OBJECT
public:
    /// Both outlive it.
    TrayPresence(SiteWatch &watch, Tray &tray, QObject *parent);

signals:
    void openRequested();
    void overviewRequested();
    void quitRequested();

private:
    void present(const SitePulse &pulse);

    Tray &tray_;
    QMenu menu_;
    QAction *pulse_;
    SitePulse shown_{.stations = -1};
};

} // namespace ui
