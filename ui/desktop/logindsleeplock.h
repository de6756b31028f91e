// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/desktop.h"

#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>

#include <optional>

class QDBusPendingCallWatcher;

namespace ui {

/// systemd-logind's inhibitor locks, by D-Bus: Manager.Inhibit("sleep", ..., "block" or "delay") gives a file
/// descriptor, and the lock lasts as long as it is open, so also a crash lets go. Chosen over the desktops' own
/// interfaces because GNOME, KDE and the rest all end in logind, and because it also works for a person who logged in
/// without any of them. "block" keeps the computer from sleeping by itself, but a closed lid passes it, and it holds
/// nothing up. "delay" does: after PrepareForSleep, for some seconds (InhibitDelayMaxSec), until it is let go. So
/// "delay" is always held, and "block" beside it where it is wanted.
class LogindSleepLock : public SleepLock {
    Q_OBJECT
public:
    explicit LogindSleepLock(const QDBusConnection &systemBus);

    void hold(Hold kind, const QString &why) override;
    void letSleep() override;

private slots:
    void prepareForSleep(bool begins);

private:
    struct Lock {
        QDBusUnixFileDescriptor descriptor{};
        int asked = 0; ///< which request counts; answers to older ones are let go
        std::optional<QString> why{}; ///< it was asked for with these words; nothing: it is not held
    };

    void takeAll();
    void take(Hold kind, Lock &lock);
    void taken(Hold kind, Lock &lock, QDBusPendingCallWatcher &call);
    static void drop(Lock &lock);

    QDBusConnection bus_;
    Lock delay_;
    Lock block_;
    Hold wanted_ = Hold::Nothing;
    QString why_;
    bool goingToSleep_ = false; ///< and until it is awake again: logind gives no "delay" meanwhile
};

} // namespace ui
