// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/freedesktopnotifier.h"
#include "ui/desktop/logindsleeplock.h"
#include "ui/desktop/xdgautostart.h"
#include "ui/uifixture.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusContext>
#include <QDBusUnixFileDescriptor>
#include <QProcess>
#include <QSocketNotifier>

#include <array>
#include <memory>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using Hold = ui::SleepLock::Hold;

namespace {

/// systemd-logind as far as we use it. A lock lasts until the other end of its pipe is closed.
class FakeLogind : public QObject, protected QDBusContext {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")
public:
    QStringList locks; ///< "block: 2 cars charging", while they are held, in the order in which they were asked for
    bool refusesToBlock = false;

public slots:
    QDBusUnixFileDescriptor Inhibit(const QString &what, const QString &who, const QString &why, const QString &mode)
    {
        if (what != "sleep"_L1 || who != "Stationmaster"_L1 || (mode == "block"_L1 && refusesToBlock)) {
            sendErrorReply(QDBusError::AccessDenied, u"not for you"_s);
            return {};
        }
        std::array<int, 2> ends{};
        if (::pipe(ends.data()) != 0)
            qFatal("no pipe");
        const QString lock = mode + u": "_s + why;
        locks.append(lock);
        auto *closed = new QSocketNotifier(ends[0], QSocketNotifier::Read, this);
        connect(closed, &QSocketNotifier::activated, this, [this, closed, lock, end = ends[0]] {
            locks.removeOne(lock);
            closed->setEnabled(false);
            closed->deleteLater();
            ::close(end);
        });
        const QDBusUnixFileDescriptor given(ends[1]);
        ::close(ends[1]);
        return given;
    }

signals:
    void PrepareForSleep(bool begins);
};

/// A desktop that shows messages.
class FakeNotifications : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    struct Shown {
        quint32 replaces;
        QString title;
        QString text;
        QStringList actions;
        QVariantMap hints;
    };
    QList<Shown> shown;

public slots:
    uint Notify(const QString &, uint replaces, const QString &, const QString &title, const QString &text,
                const QStringList &actions, const QVariantMap &hints, int)
    {
        shown.append({replaces, title, text, actions, hints});
        return replaces != 0 ? replaces : uint(shown.size());
    }

signals:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);
};

} // namespace

/// The parts that speak to the desktop, against services of our own on a bus of our own, and in folders of our own.
class TestDesktop : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void sleepIsBlockedAndLetGo();
    void newReasonReplacesTheOldLock();
    void refusalIsToldAndDelaysInstead();
    void refusalLeavesTheDelay();
    void warningComesBeforeTheLockGoes();
    void closedLidWaitsForTheWarning();
    void newReasonWaitsUntilItIsAwake();
    void withoutLogindNothingHappens();
    void messageIsShown();
    void messageIsHandedOver();
    void messageTakesThePlaceOfItsKind();
    void clickNamesTheStation();
    void autostartIsWrittenAndRemoved();
    void autostartQuotesItsCommand();
    void autostartSwitchedOffByTheDesktop();
    void autostartSaysWhenItCannotBeWritten();

private:
    QDBusConnection connectTo(const QString &name) { return QDBusConnection::connectToBus(address_, name); }

    /// What is under way to the client arrives: messages come in order, and after the answer to this one nothing older is
    /// missing.
    void deliver()
    {
        QVERIFY(connectTo(u"client"_s).interface()->isServiceRegistered(u"org.freedesktop.login1"_s));
        QCoreApplication::processEvents();
    }

    QProcess daemon_;
    QString address_;
};

void TestDesktop::initTestCase()
{
    daemon_.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    QVERIFY2(daemon_.waitForStarted() && daemon_.waitForReadyRead(), "dbus-daemon is missing");
    address_ = QString::fromUtf8(daemon_.readLine()).trimmed();
    QVERIFY(connectTo(u"server"_s).isConnected());
    QVERIFY(connectTo(u"client"_s).isConnected());
    QVERIFY(connectTo(u"server"_s).registerService(u"org.freedesktop.login1"_s));
    QVERIFY(connectTo(u"server"_s).registerService(u"org.freedesktop.Notifications"_s));
}

void TestDesktop::cleanupTestCase()
{
    for (const QString &name : {u"server"_s, u"client"_s})
        QDBusConnection::disconnectFromBus(name);
    daemon_.kill();
    daemon_.waitForFinished();
}

/// For the time of one test.
template<class Service> struct Serving {
    Serving(QDBusConnection bus, const QString &path) : bus_(bus), path_(path)
    {
        if (!bus_.registerObject(path_, &service, QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals))
            qFatal("The service cannot be registered.");
    }
    ~Serving() { bus_.unregisterObject(path_); }

    Service service;

private:
    QDBusConnection bus_;
    QString path_;
};
using Logind = Serving<FakeLogind>;
using Notifications = Serving<FakeNotifications>;

const QString logindPath = u"/org/freedesktop/login1"_s;
const QString notificationsPath = u"/org/freedesktop/Notifications"_s;

void TestDesktop::sleepIsBlockedAndLetGo()
{
    Logind logind(connectTo(u"server"_s), logindPath);
    ui::LogindSleepLock lock(connectTo(u"client"_s));
    QSignalSpy held(&lock, &ui::SleepLock::held);
    lock.hold(Hold::Block, u"2 cars charging"_s);
    QVERIFY(held.wait());
    QCOMPARE(logind.service.locks, (QStringList{u"delay: 2 cars charging"_s, u"block: 2 cars charging"_s}));
    lock.hold(Hold::Delay, u"2 cars charging"_s); // no longer wanted
    QTRY_COMPARE(logind.service.locks, QStringList{u"delay: 2 cars charging"_s});
    lock.hold(Hold::Nothing, {});
    QTRY_COMPARE(logind.service.locks, QStringList());
}

void TestDesktop::newReasonReplacesTheOldLock()
{
    Logind logind(connectTo(u"server"_s), logindPath);
    ui::LogindSleepLock lock(connectTo(u"client"_s));
    lock.hold(Hold::Block, u"1 car charging"_s);
    lock.hold(Hold::Block, u"2 cars charging"_s);
    QTRY_COMPARE(logind.service.locks, (QStringList{u"delay: 2 cars charging"_s, u"block: 2 cars charging"_s}));
}

void TestDesktop::refusalIsToldAndDelaysInstead()
{
    Logind logind(connectTo(u"server"_s), logindPath);
    logind.service.refusesToBlock = true;
    ui::LogindSleepLock lock(connectTo(u"client"_s));
    QSignalSpy refused(&lock, &ui::SleepLock::refused);
    lock.hold(Hold::Block, u"1 car charging"_s);
    QVERIFY(refused.wait());
    QTRY_COMPARE(logind.service.locks, QStringList{u"delay: 1 car charging"_s});
}

// As the window answers a refusal.
void TestDesktop::refusalLeavesTheDelay()
{
    Logind logind(connectTo(u"server"_s), logindPath);
    logind.service.refusesToBlock = true;
    ui::LogindSleepLock lock(connectTo(u"client"_s));
    QSignalSpy refused(&lock, &ui::SleepLock::refused);
    connect(&lock, &ui::SleepLock::refused, &lock, [&] { lock.hold(Hold::Delay, u"1 car charging"_s); });
    lock.hold(Hold::Block, u"1 car charging"_s);
    QVERIFY(refused.wait());
    deliver();
    QTRY_COMPARE(logind.service.locks, QStringList{u"delay: 1 car charging"_s});
    QCOMPARE(refused.size(), 1);
}

void TestDesktop::warningComesBeforeTheLockGoes()
{
    Logind logind(connectTo(u"server"_s), logindPath);
    ui::LogindSleepLock lock(connectTo(u"client"_s));
    lock.hold(Hold::Delay, u"1 car charging"_s);
    const QStringList held{u"delay: 1 car charging"_s};
    QTRY_COMPARE(logind.service.locks, held);
    QStringList heldAtTheWarning;
    connect(&lock, &ui::SleepLock::aboutToSleep, this, [&] { heldAtTheWarning = logind.service.locks; });
    QSignalSpy awoke(&lock, &ui::SleepLock::awoke);
    connect(&lock, &ui::SleepLock::aboutToSleep, &lock, &ui::SleepLock::letSleep);
    emit logind.service.PrepareForSleep(true);
    QTRY_COMPARE(logind.service.locks, QStringList());
    QCOMPARE(heldAtTheWarning, held);
    emit logind.service.PrepareForSleep(false);
    QVERIFY(awoke.wait());
    QTRY_COMPARE(logind.service.locks, held);
    lock.letSleep(); // a word that comes too late
    deliver();
    QCOMPARE(logind.service.locks, held);
}

// logind lets a lid pass the block, which holds nothing up.
void TestDesktop::closedLidWaitsForTheWarning()
{
    Logind logind(connectTo(u"server"_s), logindPath);
    ui::LogindSleepLock lock(connectTo(u"client"_s));
    lock.hold(Hold::Block, u"1 car charging"_s);
    const QStringList held{u"delay: 1 car charging"_s, u"block: 1 car charging"_s};
    QTRY_COMPARE(logind.service.locks, held);
    QSignalSpy aboutToSleep(&lock, &ui::SleepLock::aboutToSleep);
    emit logind.service.PrepareForSleep(true);
    QVERIFY(aboutToSleep.wait());
    deliver();
    QCOMPARE(logind.service.locks, held);
    lock.letSleep();
    QTRY_COMPARE(logind.service.locks, QStringList{u"block: 1 car charging"_s});
    emit logind.service.PrepareForSleep(false);
    QTRY_COMPARE(logind.service.locks, (QStringList{u"block: 1 car charging"_s, u"delay: 1 car charging"_s}));
}

void TestDesktop::newReasonWaitsUntilItIsAwake()
{
    Logind logind(connectTo(u"server"_s), logindPath);
    ui::LogindSleepLock lock(connectTo(u"client"_s));
    lock.hold(Hold::Delay, u"1 car charging"_s);
    const QStringList held{u"delay: 1 car charging"_s};
    QTRY_COMPARE(logind.service.locks, held);
    QSignalSpy aboutToSleep(&lock, &ui::SleepLock::aboutToSleep);
    emit logind.service.PrepareForSleep(true);
    QVERIFY(aboutToSleep.wait());
    lock.hold(Hold::Delay, u"2 cars charging"_s);
    deliver();
    QCOMPARE(logind.service.locks, held); // which the warning still needs
    emit logind.service.PrepareForSleep(false);
    QTRY_COMPARE(logind.service.locks, QStringList{u"delay: 2 cars charging"_s});
}

void TestDesktop::withoutLogindNothingHappens()
{
    ui::LogindSleepLock lock(connectTo(u"client"_s));
    QSignalSpy refused(&lock, &ui::SleepLock::refused);
    QSignalSpy held(&lock, &ui::SleepLock::held);
    lock.hold(Hold::Block, u"1 car charging"_s);
    deliver();
    QCOMPARE(refused.size(), 0);
    QCOMPARE(held.size(), 0);
}

void TestDesktop::messageIsShown()
{
    Notifications desktop(connectTo(u"server"_s), notificationsPath);
    ui::FreedesktopNotifier notifier(connectTo(u"client"_s));
    notifier.present({.kind = u"fault"_s, .title = u"CP01"_s, .text = u"a < b"_s, .urgent = true});
    QTRY_COMPARE(desktop.service.shown.size(), 1);
    const auto &shown = desktop.service.shown.first();
    QCOMPARE(shown.replaces, 0u);
    QCOMPARE(shown.title, u"CP01"_s);
    QCOMPARE(shown.text, u"a &lt; b"_s);
    QCOMPARE(shown.actions.value(0), u"default"_s);
    QCOMPARE(shown.hints.value(u"urgency"_s).toInt(), 2);
}

void TestDesktop::messageIsHandedOver()
{
    ui::FreedesktopNotifier notifier(connectTo(u"client"_s));
    QSignalSpy handedOver(&notifier, &ui::Notifier::handedOver);
    notifier.present({.kind = u"sleep"_s, .title = u"one"_s, .text = {}}); // to nobody
    QTRY_COMPARE(handedOver.size(), 1);
    Notifications desktop(connectTo(u"server"_s), notificationsPath);
    notifier.present({.kind = u"sleep"_s, .title = u"two"_s, .text = {}});
    QTRY_COMPARE(handedOver.size(), 2);
    QCOMPARE(desktop.service.shown.size(), 1);
    QCOMPARE(handedOver.last().first().toString(), u"sleep"_s);
}

void TestDesktop::messageTakesThePlaceOfItsKind()
{
    Notifications desktop(connectTo(u"server"_s), notificationsPath);
    ui::FreedesktopNotifier notifier(connectTo(u"client"_s));
    notifier.present({.kind = u"offline"_s, .title = u"one"_s, .text = {}});
    QTRY_COMPARE(desktop.service.shown.size(), 1);
    const auto replaces = [&] {
        notifier.present({.kind = u"offline"_s, .title = u"two"_s, .text = {}});
        const auto before = desktop.service.shown.size();
        return QTest::qWaitFor([&] { return desktop.service.shown.size() > before; })
                   ? desktop.service.shown.last().replaces
                   : 0u;
    };
    // The desktop's answer with the number may still be under way at the first try.
    QVERIFY(QTest::qWaitFor([&] { return replaces() == 1u; }));
    emit desktop.service.NotificationClosed(1, 2);
    deliver();
    QCOMPARE(replaces(), 0u);
}

void TestDesktop::clickNamesTheStation()
{
    Notifications desktop(connectTo(u"server"_s), notificationsPath);
    ui::FreedesktopNotifier notifier(connectTo(u"client"_s));
    QSignalSpy activated(&notifier, &ui::Notifier::activated);
    notifier.present({.kind = u"offline"_s, .title = u"one"_s, .text = {}, .station = u"CP03"_s});
    QTRY_COMPARE(desktop.service.shown.size(), 1);
    emit desktop.service.ActionInvoked(77, u"default"_s); // of another program
    emit desktop.service.ActionInvoked(1, u"default"_s);
    QTRY_COMPARE(activated.size(), 1);
    QCOMPARE(activated.first().first().toString(), u"CP03"_s);
}

void TestDesktop::autostartIsWrittenAndRemoved()
{
    const QTemporaryDir home;
    const QString folder = home.filePath(u"config/autostart"_s);
    ui::XdgAutostart autostart(folder, {u"/usr/bin/stationmaster"_s, u"--background"_s});
    QVERIFY(!autostart.isOn());
    QVERIFY(autostart.setOn(true));
    QVERIFY(autostart.isOn());
    QFile file(autostart.place());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("\nExec=\"/usr/bin/stationmaster\" \"--background\"\n"));
    QVERIFY(autostart.setOn(false));
    QVERIFY(!autostart.isOn());
    QVERIFY(!QFile::exists(autostart.place()));
    QVERIFY(autostart.setOn(false));
}

void TestDesktop::autostartQuotesItsCommand()
{
    const QTemporaryDir home;
    ui::XdgAutostart autostart(home.path(), {u"/opt/my programs/100%/a\"b$c\\d"_s});
    QVERIFY(autostart.setOn(true));
    QFile file(autostart.place());
    QVERIFY(file.open(QIODevice::ReadOnly));
    // The value's own escapes on top of those inside the quotes: a backslash before $ is two, a backslash itself is four.
    QVERIFY(file.readAll().contains("Exec=\"/opt/my programs/100%%/a\\\\\"b\\\\$c\\\\\\\\d\"\n"));
}

void TestDesktop::autostartSwitchedOffByTheDesktop()
{
    const QTemporaryDir home;
    ui::XdgAutostart autostart(home.path(), {u"stationmaster"_s});
    for (const auto &line : {"Hidden=true\n", "X-GNOME-Autostart-enabled=false\n"}) {
        QVERIFY(autostart.setOn(true));
        QFile file(autostart.place());
        QVERIFY(file.open(QIODevice::Append));
        file.write(line);
        file.close();
        QVERIFY2(!autostart.isOn(), line);
    }
}

void TestDesktop::autostartSaysWhenItCannotBeWritten()
{
    const QTemporaryDir home;
    QFile file(home.filePath(u"autostart"_s)); // where the folder should be
    QVERIFY(file.open(QIODevice::WriteOnly));
    ui::XdgAutostart autostart(file.fileName(), {u"stationmaster"_s});
    QVERIFY(!autostart.setOn(true));
    QVERIFY(!autostart.isOn());
}

UI_TEST_MAIN(TestDesktop)
#include "tst_desktop.moc"
