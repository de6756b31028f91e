// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QObject>
#include <QStringList>

#include <memory>

class QMenu;

namespace ui {

/// An icon of ours beside the desktop's clock.
class Tray : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    /// Desktops without one exist, and one may come after us when the session begins.
    [[nodiscard]] virtual bool isAvailable() const = 0;
    /// Shows the icon from now on, with this menu. The menu outlives the tray.
    virtual void open(QMenu &menu) = 0;
    virtual void present(const QIcon &icon, const QString &text) = 0;

signals:
    /// A person clicked the icon.
    void activated();
};

/// A message on the desktop, seen also while the window is not.
class Notifier : public QObject {
    Q_OBJECT
public:
    struct Message {
        QString kind; ///< a message takes the place of an earlier one of its kind
        QString title;
        QString text;
        QString station{}; ///< what it is about; empty: no single one
        bool urgent = false;
    };

    using QObject::QObject;
    virtual void present(const Message &message) = 0;

signals:
    /// The desktop has the message of this kind, or there is nobody to have it.
    void handedOver(const QString &kind);
    /// A person clicked a message about this station; empty: about no single one.
    void activated(const QString &station);
};

/// Whether the desktop starts the program when a person logs in.
class Autostart {
public:
    virtual ~Autostart() = default;
    [[nodiscard]] virtual bool isOn() const = 0;
    /// False: it could not be written.
    virtual bool setOn(bool on) = 0;
    [[nodiscard]] virtual QString place() const = 0; ///< where it is kept, for a person who looks for it
};

/// Keeps the computer from sleeping, or hears of it in time.
class SleepLock : public QObject {
    Q_OBJECT
public:
    enum class Hold {
        Nothing,
        Delay, ///< hears aboutToSleep() before it happens, and it waits for letSleep()
        Block, ///< and it does not sleep by itself; who closes the lid or insists still gets it
    };

    using QObject::QObject;
    /// `why` is what the desktop shows to a person who wonders. May be called again with other words.
    virtual void hold(Hold kind, const QString &why) = 0;
    /// After aboutToSleep(): what had to be said is said. Without it the system waits some seconds and then sleeps too.
    virtual void letSleep() = 0;

signals:
    void held();    ///< what hold() asked for is so
    void refused(); ///< the system does not let us block
    void aboutToSleep();
    void awoke();
};

/// What the window asks of the desktop around it; null where the desktop or the system has no such thing.
struct Desktop {
    std::unique_ptr<Tray> tray{};
    std::unique_ptr<Notifier> notifier{};
    std::unique_ptr<Autostart> autostart{};
    std::unique_ptr<SleepLock> sleepLock{};
};

/// The desktop of this session. `command` starts this program as it was started now: program, then arguments.
Desktop systemDesktop(const QStringList &command);

} // namespace ui
