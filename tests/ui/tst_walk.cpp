// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/commandrow.h"
#include "ui/fakedesktop.h"
#include "ui/samplefirmware.h"
#include "ui/sampleplans.h"
#include "ui/sampleprofiles.h"
#include "ui/samplesite.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pages.h"
#include "ui/uifixture.h"
#include "ui/widgets/modal.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

/// Goes through every page of the pages table, with all tabs, details, forms and command forms that it finds there, over a
/// full site, an empty one and a broken database, and through the dialogs: everywhere each control has a name and can be
/// reached by the Tab key. A page that comes later is walked without anybody naming it here.
class TestWalk : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void page_data();
    void page();
    void frame();
    void dialogs();
    void dialogsHaveAHeadAndRoom();
    void questionIsAnsweredByItsButtons();
    void walkFindsWhatIsWrong();

private:
    void settle();
    void check(const QString &where);
    void walkTabs(const QString &where);
    void walkDetails(const QString &where);
    void walkForms(const QString &where);

    std::unique_ptr<QTemporaryDir> dataDir_;
    std::unique_ptr<uitest::Store> store_;
    std::unique_ptr<uitest::FakeDesktop> desktop_;
    std::unique_ptr<ui::MainWindow> window_;
    QStringList complaints_;
};

void TestWalk::init()
{
    QSettings().clear();
    complaints_.clear();
    dataDir_ = std::make_unique<QTemporaryDir>();
    store_ = std::make_unique<uitest::Store>();
    desktop_ = std::make_unique<uitest::FakeDesktop>();
    ui::Backend backend = store_->backend();
    backend.desktop = &desktop_->desktop;
    backend.setup.dataDir = dataDir_->path();
    backend.setup.startedWith = config::Settings();
    backend.setup.restart = [] {};
    backend.startDemo = [] {};
    samplefirmware::writeFiles(backend.setup.dataDir);
    window_ = std::make_unique<ui::MainWindow>(backend);
    window_->resize(1280, 900);
    window_->show();
    window_->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window_.get()));
}

void TestWalk::cleanup()
{
    window_.reset();
    desktop_.reset();
    store_.reset();
}

/// Readings and layouts have come to rest when the picture has not changed for a while.
void TestWalk::settle()
{
    QImage last;
    QElapsedTimer calm;
    QElapsedTimer sinceLook;
    const bool still = QTest::qWaitFor(
        [&] {
            if (sinceLook.isValid() && !sinceLook.hasExpired(60))
                return false; // pictures cost more than they tell
            const QImage now = window_->grab().toImage();
            sinceLook.start();
            if (now != last || !calm.isValid())
                calm.start();
            last = now;
            return calm.hasExpired(350);
        },
        20'000);
    QVERIFY2(still, "The window does not come to rest.");
}

void TestWalk::check(const QString &where)
{
    for (const QString &control : uitest::namelessControls(*window_))
        complaints_.append(u"%1: no name: %2"_s.arg(where, control));
    for (const QString &control : uitest::unreachableControls(*window_))
        complaints_.append(u"%1: not reached by Tab: %2"_s.arg(where, control));
}

void TestWalk::walkTabs(const QString &where)
{
    for (QTabBar *tabs : window_->currentPage()->findChildren<QTabBar *>()) {
        for (int tab = 0; tabs->isVisible() && tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            settle();
            check(u"%1, tab %2"_s.arg(where, tabs->tabText(tab)));
        }
    }
}

/// The first row of each table, which opens its detail.
void TestWalk::walkDetails(const QString &where)
{
    for (auto *view : window_->currentPage()->findChildren<QAbstractItemView *>()) {
        if (!view->isVisible() || !view->model() || view->model()->rowCount() == 0)
            continue;
        view->setCurrentIndex(view->model()->index(0, 0));
        settle();
        check(where + u", detail"_s);
        walkTabs(where + u", detail"_s);
    }
}

/// The page's primary action, and every command unfolded.
void TestWalk::walkForms(const QString &where)
{
    for (auto *command : window_->currentPage()->findChildren<ui::CommandRow *>())
        command->setUnfolded(true);
    settle();
    check(where + u", commands"_s);
    QAction *action = window_->currentPage()->primaryAction();
    if (!action || !action->isEnabled())
        return;
    action->trigger();
    settle();
    check(where + u", "_s + action->text());
}

void TestWalk::page_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("content");
    for (const ui::PageEntry &entry : ui::pages()) {
        for (const auto &content : {u"site"_s, u"empty"_s, u"broken"_s})
            QTest::addRow("%s, %s", entry.id.data(), qPrintable(content)) << QString(entry.id) << content;
    }
}

void TestWalk::page()
{
    QFETCH(QString, id);
    QFETCH(QString, content);
    store_->write([&content](store::Database &db) {
        if (content == "site"_L1) {
            samplesite::fill(db);
            samplesite::addMatters(db);
            sampleplans::fill(db);
            sampleprofiles::fill(db);
            samplefirmware::fill(db);
        } else if (content == "broken"_L1) {
            for (const auto &table : {"stations"_L1, "frames"_L1, "meter_values"_L1, "transactions"_L1, "id_tags"_L1})
                db.run(u"DROP TABLE %1"_s.arg(table));
        }
    });
    ui::modal::Answers nobody; // file dialogs are the desktop's
    window_->showPage(ui::pageIndex(id));
    settle();
    check(id);
    walkTabs(id);
    walkDetails(id);
    walkForms(id);
    complaints_.removeDuplicates();
    QVERIFY2(complaints_.isEmpty(), qPrintable(complaints_.join(u'\n')));
}

void TestWalk::frame()
{
    window_->close(); // asks in place
    QTest::keyClick(window_.get(), Qt::Key_K, Qt::ControlModifier);
    check(u"palette"_s);
    QVERIFY2(complaints_.isEmpty(), qPrintable(complaints_.join(u'\n')));
}

void TestWalk::dialogs()
{
    const QList<std::function<void()>> openers{
        [this] { ui::modal::about(window_.get()); },
        [this] { ui::modal::ask(window_.get(), {u"Sure?"_s, u"It is gone then."_s, u"Do it"_s}, [] {}); },
    };
    for (const auto &open : openers) {
        open();
        auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        dialog->activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), dialog);
        QCOMPARE(uitest::namelessControls(*dialog), QStringList());
        QCOMPARE(uitest::unreachableControls(*dialog), QStringList());
        dialog->close();
    }
}

void TestWalk::dialogsHaveAHeadAndRoom()
{
    const QString before = QCoreApplication::applicationVersion();
    const auto restore = qScopeGuard([&] { QCoreApplication::setApplicationVersion(before); });
    QCoreApplication::setApplicationVersion(u"12.3.4"_s);
    ui::modal::about(window_.get());
    auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
    QVERIFY(dialog);
    const QList<QLabel *> labels = dialog->findChildren<QLabel *>();
    const auto head = std::ranges::find(labels, u"Stationmaster 12.3.4"_s, &QLabel::text);
    QVERIFY(head != labels.cend());
    QVERIFY((*head)->font().weight() > dialog->font().weight());
    for (const QLabel *label : labels) {
        QTRY_COMPARE(label->x(), 24);
        QTRY_VERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
    }
    const auto *buttons = dialog->findChild<QDialogButtonBox *>();
    QTRY_COMPARE(dialog->height() - buttons->geometry().bottom() - 1, 24);
    dialog->close();
}

void TestWalk::questionIsAnsweredByItsButtons()
{
    int agreed = 0;
    for (const auto &[button, sum] : {std::pair{u"Cancel"_s, 0}, std::pair{u"Do it"_s, 1}}) {
        ui::modal::ask(window_.get(), {u"Sure?"_s, u"It is gone then."_s, u"Do it"_s}, [&agreed] { ++agreed; });
        const QPointer<QWidget> dialog = QApplication::activeModalWidget();
        QVERIFY(dialog);
        QVERIFY(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Cancel)->isDefault());
        QVERIFY(uitest::press(*dialog, button));
        QTRY_VERIFY(!dialog);
        QCOMPARE(agreed, sum);
    }
}

/// A button without words that Tab passes by, beside one that is well.
void TestWalk::walkFindsWhatIsWrong()
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *well = new QPushButton(u"Well"_s);
    auto *ill = new QPushButton;
    ill->setFocusPolicy(Qt::ClickFocus);
    layout->addWidget(well);
    layout->addWidget(ill);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QCOMPARE(uitest::namelessControls(window).size(), 1);
    QCOMPARE(uitest::unreachableControls(window).size(), 1);
}

UI_TEST_MAIN(TestWalk)
#include "tst_walk.moc"
