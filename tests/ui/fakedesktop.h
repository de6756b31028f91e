// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/desktop.h"

/// A desktop that remembers what it was asked and does nothing.
namespace uitest {

class FakeTray : public ui::Tray {
    Q_OBJECT
public:
    [[nodiscard]] bool isAvailable() const override { return available; }
    void open(QMenu &given) override { menu = &given; }
    void present(const QIcon &, const QString &shown) override { text = shown; }

    bool available = true;
    QMenu *menu = nullptr;
    QString text;
};

class FakeNotifier : public ui::Notifier {
    Q_OBJECT
public:
    void present(const Message &message) override
    {
        messages.append(message);
        if (!isSlow)
            emit handedOver(message.kind);
    }

    QList<Message> messages;
    bool isSlow = false; ///< the test says when it has been handed over
};

class FakeAutostart : public ui::Autostart {
public:
    [[nodiscard]] bool isOn() const override { return on; }
    bool setOn(bool wanted) override
    {
        on = writable ? wanted : on;
        return writable;
    }
    [[nodiscard]] QString place() const override { return QStringLiteral("/home/owner/.config/autostart/x.desktop"); }

    bool on = false;
    bool writable = true;
};

/// Grants what is asked, unless it refuses to block.
class FakeSleepLock : public ui::SleepLock {
    Q_OBJECT
public:
    void hold(Hold kind, const QString &why) override
    {
        wanted = kind;
        reason = why;
        if (kind == Hold::Block && refuses)
            emit refused();
        else if (kind != Hold::Nothing)
            emit held();
    }
    void letSleep() override { ++timesLet; }

    Hold wanted = Hold::Nothing;
    QString reason;
    bool refuses = false;
    int timesLet = 0; ///< to sleep
};

struct FakeDesktop {
    FakeDesktop()
    {
        desktop.tray.reset(tray);
        desktop.notifier.reset(notifier);
        desktop.autostart.reset(autostart);
        desktop.sleepLock.reset(sleepLock);
    }

    FakeTray *tray = new FakeTray;
    FakeNotifier *notifier = new FakeNotifier;
    FakeAutostart *autostart = new FakeAutostart;
    FakeSleepLock *sleepLock = new FakeSleepLock;
    ui::Desktop desktop; ///< owns them
};

} // namespace uitest
