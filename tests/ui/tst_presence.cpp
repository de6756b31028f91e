// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/clock.h"
#include "store/connectors.h"
#include "ui/application.h"
#include "ui/desktop/traypresence.h"
#include "ui/fakedesktop.h"
#include "ui/pages/stations/stationpanel.h"
#include "ui/samplesite.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/preferences.h"
#include "ui/shell/statusstrip.h"
#include "ui/uifixture.h"
#include "ui/widgets/noticebar.h"

#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;
using Hold = ui::SleepLock::Hold;
using WhenClosed = ui::Preferences::WhenClosed;

/// The program's presence on the desktop, from the window's side: closing, tray, messages, sleep.
class TestPresence : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void closingAsksOnceInPlace();
    void keepingItRunningHidesTheWindow();
    void quittingIsRememberedToo();
    void closingTwiceIsAnAnswer();
    void rememberedChoiceIsFollowed();
    void withoutATrayItCloses();
    void besideAnotherEngineItCloses();
    void quitDoesNotAsk();
    void trayBringsTheWindowBack();
    void anotherStartBringsTheWindowBack();
    void traySaysWhatIsTheCase();
    void iconCarriesTheMostTellingMark();
    void beginsInTheTray();
    void beginsMinimisedWithoutATray();
    void faultIsToldAndAClickOpensTheStation();
    void messagesCanBeSwitchedOff();
    void chargingKeepsAwake();
    void endOfChargingLetsSleep();
    void switchedOffItOnlyWarns();
    void refusalIsSaidInTheWindowOnce();
    void sleepIsWarnedOfAndSaidAfterwards();
    void sleepWaitsUntilTheWarningIsHandedOver();
    void nothingChargesNothingIsSaid();

private:
    void open(bool ownsEngine = true);
    ui::NoticeBar *notice(const QString &words);
    void setStatus(const QString &station, const QString &status, const QString &code = u"NoError"_s)
    {
        store_->write([=](store::Database &db) { samplesite::setStatus(db, station, 1, status, code); });
    }

    std::unique_ptr<uitest::Store> store_;
    std::unique_ptr<uitest::FakeDesktop> desktop_;
    std::unique_ptr<ui::MainWindow> window_;
};

void TestPresence::init()
{
    QSettings().clear();
    store_ = std::make_unique<uitest::Store>();
    store_->write([](store::Database &db) {
        samplesite::startNode(db);
        for (const auto &id : {u"CP01"_s, u"CP02"_s, u"CP03"_s})
            samplesite::addStation(db, id);
    });
    desktop_ = std::make_unique<uitest::FakeDesktop>();
    open();
}

void TestPresence::cleanup()
{
    window_.reset();
    desktop_.reset();
    store_.reset();
}

void TestPresence::open(bool ownsEngine)
{
    ui::Backend backend = store_->backend();
    backend.ownsEngine = ownsEngine;
    backend.engineStarted = store::now() - std::chrono::hours(1);
    backend.desktop = &desktop_->desktop;
    window_ = std::make_unique<ui::MainWindow>(backend);
    window_->show();
    QTRY_COMPARE(desktop_->tray->text, u"Stationmaster: 3 of 3 online"_s);
}

/// The notice that says this, if it is in sight.
ui::NoticeBar *TestPresence::notice(const QString &words)
{
    for (auto *bar : window_->findChildren<ui::NoticeBar *>()) {
        if (bar->isVisible() && bar->findChild<QLabel *>()->text().contains(words))
            return bar;
    }
    return nullptr;
}

void TestPresence::closingAsksOnceInPlace()
{
    window_->close();
    QVERIFY(window_->isVisible());
    QVERIFY(notice(u"in the background"_s));
    QCOMPARE(ui::Preferences::shared().whenClosed(), WhenClosed::Ask);
}

void TestPresence::keepingItRunningHidesTheWindow()
{
    window_->close();
    QVERIFY(uitest::press(*notice(u"in the background"_s), u"Keep it running"_s));
    QVERIFY(!window_->isVisible());
    QVERIFY(!QApplication::quitOnLastWindowClosed());
    QCOMPARE(ui::Preferences::shared().whenClosed(), WhenClosed::Stay);
}

void TestPresence::quittingIsRememberedToo()
{
    window_->close();
    auto *quit = uitest::named<QPushButton>(*notice(u"in the background"_s), u"Quit"_s);
    QTimer::singleShot(0, quit, &QPushButton::click);
    QCOMPARE(QApplication::exec(), 0);
    QVERIFY(!window_->isVisible());
    QCOMPARE(ui::Preferences::shared().whenClosed(), WhenClosed::Quit);
}

void TestPresence::closingTwiceIsAnAnswer()
{
    window_->close();
    QVERIFY(window_->isVisible());
    window_->close();
    QVERIFY(!window_->isVisible());
    QVERIFY(QApplication::quitOnLastWindowClosed());
    QCOMPARE(ui::Preferences::shared().whenClosed(), WhenClosed::Ask);
}

void TestPresence::rememberedChoiceIsFollowed()
{
    ui::Preferences::shared().setWhenClosed(WhenClosed::Stay);
    window_->close();
    QVERIFY(!window_->isVisible());
    QVERIFY(!QApplication::quitOnLastWindowClosed());
    window_->show();
    ui::Preferences::shared().setWhenClosed(WhenClosed::Quit);
    window_->close();
    QVERIFY(!window_->isVisible());
}

void TestPresence::withoutATrayItCloses()
{
    desktop_->tray->available = false;
    ui::Preferences::shared().setWhenClosed(WhenClosed::Stay);
    window_->close();
    QVERIFY(!window_->isVisible());
    QVERIFY(QApplication::quitOnLastWindowClosed());
}

void TestPresence::besideAnotherEngineItCloses()
{
    window_.reset();
    open(false);
    window_->close();
    QVERIFY(!window_->isVisible());
}

void TestPresence::quitDoesNotAsk()
{
    QTimer::singleShot(0, qApp, &QApplication::quit);
    QCOMPARE(QApplication::exec(), 0);
    QVERIFY(!window_->isVisible());
}

void TestPresence::trayBringsTheWindowBack()
{
    ui::Preferences::shared().setWhenClosed(WhenClosed::Stay);
    window_->close();
    QVERIFY(!window_->isVisible());
    emit desktop_->tray->activated();
    QVERIFY(window_->isVisible());
    QVERIFY(QApplication::quitOnLastWindowClosed());
}

void TestPresence::anotherStartBringsTheWindowBack()
{
    window_->hide();
    window_->beginInBackground();
    QVERIFY(!window_->isVisible());
    ui::raiseWindow({});
    QVERIFY(window_->isVisible());
    QVERIFY(QApplication::quitOnLastWindowClosed());
    window_->showMinimized();
    ui::raiseWindow({});
    QVERIFY(!window_->isMinimized());
}

void TestPresence::traySaysWhatIsTheCase()
{
    setStatus(u"CP01"_s, u"Charging"_s);
    setStatus(u"CP02"_s, u"Faulted"_s, u"GroundFailure"_s);
    store_->write([](store::Database &db) { samplesite::goOffline(db, u"CP03"_s, 1); });
    QTRY_COMPARE(desktop_->tray->text, u"Stationmaster: 2 of 3 online, 1 charging, 1 fault"_s);
    const QList<QAction *> actions = desktop_->tray->menu->actions();
    QCOMPARE(actions.first()->text(), u"2 of 3 online, 1 charging, 1 fault"_s);
    ui::Page *overview = window_->currentPage();
    window_->showPage(2);
    actions.first()->trigger();
    QCOMPARE(window_->currentPage(), overview);
    QCOMPARE(actions.last()->text(), u"Quit"_s);
}

void TestPresence::iconCarriesTheMostTellingMark()
{
    const auto picture = [](const ui::SitePulse &pulse) { return ui::trayIcon(pulse).pixmap(QSize(32, 32)).toImage(); };
    const QImage calm = picture({.stations = 3, .online = 3});
    const QImage charging = picture({.stations = 3, .online = 3, .charging = 1});
    const QImage absent = picture({.stations = 3, .online = 2, .charging = 1, .absent = {{u"CP01"_s, {}}}});
    const QImage faulted = picture({.stations = 3, .online = 2, .absent = {{u"CP01"_s, {}}}, .faults = {{u"CP02"_s, 1, {}}}});
    QVERIFY(!calm.isNull());
    QVERIFY(calm != charging);
    QVERIFY(charging != absent);
    QVERIFY(absent != faulted);
}

void TestPresence::beginsInTheTray()
{
    window_->hide();
    window_->beginInBackground();
    QVERIFY(!window_->isVisible());
    QVERIFY(!QApplication::quitOnLastWindowClosed());
}

void TestPresence::beginsMinimisedWithoutATray()
{
    window_->hide();
    desktop_->tray->available = false;
    window_->beginInBackground();
    QVERIFY(window_->isMinimized());
}

void TestPresence::faultIsToldAndAClickOpensTheStation()
{
    setStatus(u"CP02"_s, u"Faulted"_s, u"GroundFailure"_s);
    QTRY_COMPARE(desktop_->notifier->messages.size(), 1);
    QCOMPARE(desktop_->notifier->messages.first().title, u"CP02, connector 1 is out of order"_s);
    window_->hide();
    emit desktop_->notifier->activated(desktop_->notifier->messages.first().station);
    QVERIFY(window_->isVisible());
    QTRY_VERIFY(window_->findChild<ui::StationPanel *>() && window_->findChild<ui::StationPanel *>()->isVisible());
    QCOMPARE(window_->findChild<ui::StationPanel *>()->station(), u"CP02"_s);
}

void TestPresence::messagesCanBeSwitchedOff()
{
    ui::Preferences::shared().setNotifies(false);
    setStatus(u"CP02"_s, u"Faulted"_s, u"GroundFailure"_s);
    QTRY_COMPARE(desktop_->tray->text, u"Stationmaster: 3 of 3 online, 1 fault"_s);
    QCOMPARE(desktop_->notifier->messages.size(), 0);
}

void TestPresence::chargingKeepsAwake()
{
    QCOMPARE(desktop_->sleepLock->wanted, Hold::Nothing);
    setStatus(u"CP01"_s, u"Charging"_s);
    QTRY_COMPARE(desktop_->sleepLock->wanted, Hold::Block);
    QCOMPARE(desktop_->sleepLock->reason, u"1 car charging"_s);
    const auto *strip = window_->findChild<ui::StatusStrip *>();
    const auto says = [strip](const QString &words) {
        return std::ranges::any_of(strip->findChildren<QLabel *>(),
                                   [&](const QLabel *label) { return label->isVisible() && label->text() == words; });
    };
    QVERIFY(says(u"Stays awake: 1 car charging"_s));
    setStatus(u"CP02"_s, u"Charging"_s);
    QTRY_VERIFY(says(u"Stays awake: 2 cars charging"_s));
}

void TestPresence::endOfChargingLetsSleep()
{
    setStatus(u"CP01"_s, u"Charging"_s);
    QTRY_COMPARE(desktop_->sleepLock->wanted, Hold::Block);
    setStatus(u"CP01"_s, u"Finishing"_s);
    QTRY_COMPARE(desktop_->sleepLock->wanted, Hold::Nothing);
}

void TestPresence::switchedOffItOnlyWarns()
{
    setStatus(u"CP01"_s, u"Charging"_s);
    QTRY_COMPARE(desktop_->sleepLock->wanted, Hold::Block);
    ui::Preferences::shared().setStaysAwake(false);
    QCOMPARE(desktop_->sleepLock->wanted, Hold::Delay);
    ui::Preferences::shared().setStaysAwake(true);
    QCOMPARE(desktop_->sleepLock->wanted, Hold::Block);
}

void TestPresence::refusalIsSaidInTheWindowOnce()
{
    desktop_->sleepLock->refuses = true;
    setStatus(u"CP01"_s, u"Charging"_s);
    QTRY_VERIFY(notice(u"may go to sleep although cars charge"_s));
    QCOMPARE(desktop_->sleepLock->wanted, Hold::Delay);
    QVERIFY(uitest::press(*notice(u"may go to sleep"_s), u"Close this notice"_s));
    setStatus(u"CP02"_s, u"Charging"_s);
    QTRY_COMPARE(desktop_->sleepLock->reason, u"2 cars charging"_s);
    QVERIFY(!notice(u"may go to sleep"_s));
}

void TestPresence::sleepIsWarnedOfAndSaidAfterwards()
{
    setStatus(u"CP01"_s, u"Charging"_s);
    QTRY_COMPARE(desktop_->sleepLock->wanted, Hold::Block);
    emit desktop_->sleepLock->aboutToSleep();
    QCOMPARE(desktop_->notifier->messages.size(), 1);
    QCOMPARE(desktop_->notifier->messages.first().title, u"Going to sleep with 1 car charging"_s);
    QVERIFY(desktop_->notifier->messages.first().urgent);
    emit desktop_->sleepLock->awoke();
    QVERIFY(notice(u"This computer slept from"_s));
}

void TestPresence::sleepWaitsUntilTheWarningIsHandedOver()
{
    setStatus(u"CP01"_s, u"Charging"_s);
    QTRY_COMPARE(desktop_->sleepLock->wanted, Hold::Block);
    desktop_->notifier->isSlow = true;
    emit desktop_->sleepLock->aboutToSleep();
    QCOMPARE(desktop_->notifier->messages.size(), 1);
    emit desktop_->notifier->handedOver(u"fault"_s); // of another message
    QCOMPARE(desktop_->sleepLock->timesLet, 0);
    emit desktop_->notifier->handedOver(desktop_->notifier->messages.first().kind);
    QCOMPARE(desktop_->sleepLock->timesLet, 1);
}

void TestPresence::nothingChargesNothingIsSaid()
{
    emit desktop_->sleepLock->aboutToSleep();
    QCOMPARE(desktop_->sleepLock->timesLet, 1);
    emit desktop_->sleepLock->awoke();
    QCOMPARE(desktop_->notifier->messages.size(), 0);
    QVERIFY(!notice(u"slept"_s));
}

UI_TEST_MAIN(TestPresence)
#include "tst_presence.moc"
