// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/desktop.h"

#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>

class QDBusPendingCallWatcher;

namespace ui {

/// systemd-logind's inhibitor locks, by D-Bus: Manager.Inhibit("sleep", ..., "block" or "delay") gives a file descriptor,
/// and the lock lasts as long as it is open, so also a crash lets go. Chosen over the desktops' own interfaces because
/// GNOME, KDE and the rest all end in logind, and because it also works for a person who logged in without any of them.
/// "block" keeps the computer from sleeping by itself; who closes the lid or insists still gets it, and PrepareForSleep
/// tells us. "delay" only holds the sleep up, for some seconds, until a warning is out.
class LogindSleepLock : public SleepLock {
    Q_OBJECT
public:
    explicit LogindSleepLock(const QDBusConnection &systemBus);

    void hold(Hold kind, const QString &why) override;

private slots:
    void prepareForSleep(bool begins);

private:
    void take();
    void taken(QDBusPendingCallWatcher &call);

    QDBusConnection bus_;
    QDBusUnixFileDescriptor lock_;
    Hold wanted_ = Hold::Nothing;
    QString why_;
    int asked_ = 0; ///< which request counts; answers to older ones are let go
};

} // namespace ui
