// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/desktop.h"

#include <QDBusConnection>
#include <QHash>

namespace ui {

/// org.freedesktop.Notifications, version 1.2. Not QSystemTrayIcon::showMessage: that needs a tray, which GNOME does not
/// have, and forgets what was clicked.
class FreedesktopNotifier : public Notifier {
    Q_OBJECT
public:
    explicit FreedesktopNotifier(const QDBusConnection &bus);

    void present(const Message &message) override;

private slots:
    void invoke(uint id, const QString &action);
    void forget(uint id);

private:
    QDBusConnection bus_;
    QHash<QString, uint> shown_;    ///< by kind
    QHash<uint, QString> stations_; ///< by id
};

} // namespace ui
