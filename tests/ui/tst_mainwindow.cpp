// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/settings.h"
#include "ui/accessibility.h"
#include "ui/application.h"
#include "ui/commands/commandrow.h"
#include "ui/pages/settings/databasesection.h"
#include "ui/pages/stations/stationpanel.h"
#include "ui/samplesite.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pageheader.h"
#include "ui/shell/pages.h"
#include "ui/shell/preferences.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/sidebutton.h"
#include "ui/shell/statusstrip.h"
#include "ui/theme/palette.h"
#include "ui/theme/theme.h"
#include "ui/uifixture.h"
#include "ui/widgets/modal.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScopeGuard>
#include <QSemaphore>
#include <QSettings>
#include <QStyleOptionViewItem>
#include <QTabBar>
#include <QThreadPool>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace {

QAction *actionNamed(const QWidget &window, const QString &text)
{
    for (QAction *action : window.actions()) {
        if (action->text() == text)
            return action;
    }
    return nullptr;
}

QString noticeText(const QWidget &window)
{
    const auto *notice = window.findChild<ui::NoticeBar *>();
    return notice->isVisible() ? notice->findChild<QLabel *>()->text() : QString();
}

} // namespace

class TestMainWindow : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void sidebarComesFromThePagesTable();
    void pagesAreMadeWhenVisited();
    void headerButtonFollowsItsAction();
    void keysReachPages();
    void tenPagesHaveKeys();
    void headerShowsThePage();
    void linkOpensThePageWithItsFilter();
    void addressIsCopied();
    void lastEventIsShown();
    void databaseIsWellOrNot();
    void unreadableDatabaseIsShown();
    void databaseLeadsToItsSettings();
    void anotherLanguageOpensTheWindowAnew();
    void anotherLanguageLosesNothingTyped();
    void restartLosesNothingTyped();
    void closingLosesNothingTyped();
    void exportIsNotGivenUpUnasked();
    void paletteFindsAndRuns();
    void paletteFramesTheCurrentRowAlone();
    void paletteClosesOnEscape();
    void paletteGivesTheFocusBack();
    void paletteSaysThatNothingMatches();
    void paletteOffersWhatThePageDoes();
    void collapsedSidebarOffersToExpand();
    void appearanceChangesAtOnceAndIsRemembered();
    void geometryAndPageAreRemembered();
    void sidebarCollapses();
    void backupIsMadeAndSaid();
    void failedBackupIsSaid();
    void backupOverwritesNothing();
    void changedMindBacksUpNothing();
    void runningBackupIsCancelled();
    void restoreIsExplainedAndConfirmed();
    void joinedWindowExplainsRestore();
    void everyControlHasAName();
    void allColumnsHaveRoomAtTheUsualSize();

private:
    void open(const ui::Backend &backend);
    void expectNames();
    /// Begins a new tag and leaves it unfinished.
    void typeTag();
    [[nodiscard]] bool says(const QString &words) const { return uitest::visibleText(*window_).contains(words); }

    std::unique_ptr<uitest::Store> store_;
    std::unique_ptr<ui::MainWindow> window_;
};

void TestMainWindow::init()
{
    QSettings().clear();
    store_ = std::make_unique<uitest::Store>();
    store_->write([](store::Database &db) { samplesite::fill(db); });
    open(store_->backend());
}

/// On a screen of 1280 pixels nothing is left out that a wider one shows, as long as no detail is open.
void TestMainWindow::allColumnsHaveRoomAtTheUsualSize()
{
    const auto hiddenAt = [this](const QSize &size, const QString &page) {
        window_->resize(size);
        window_->showPage(ui::pageIndex(page));
        const auto *table = window_->currentPage()->findChild<ui::TableView *>();
        (void)QTest::qWaitFor([&] { return table->isVisible() && table->model()->rowCount() > 0; });
        QCoreApplication::sendPostedEvents();
        QStringList hidden;
        for (int column = 0; column < table->model()->columnCount(); ++column) {
            if (table->isColumnHidden(column))
                hidden.append(table->model()->headerData(column, Qt::Horizontal).toString());
        }
        return hidden.join(u", "_s);
    };
    for (const QString &page : {u"stations"_s, u"transactions"_s, u"idtags"_s}) {
        const QString wide = hiddenAt({1760, 1040}, page);
        QCOMPARE(hiddenAt({1280, 800}, page), wide);
    }
}

void TestMainWindow::cleanup()
{
    window_.reset();
    store_.reset();
}

void TestMainWindow::open(const ui::Backend &backend)
{
    window_ = std::make_unique<ui::MainWindow>(backend);
    window_->show();
    window_->activateWindow();
    QTRY_VERIFY(window_->isActiveWindow());
    QTRY_VERIFY(!window_->currentPage()->headline().isEmpty());
}

void TestMainWindow::sidebarComesFromThePagesTable()
{
    const auto *sidebar = window_->findChild<ui::Sidebar *>();
    for (const ui::PageEntry &entry : ui::pages())
        QVERIFY2(uitest::named<ui::SideButton>(*window_, entry.titleText()), entry.id.data());
    QCOMPARE(sidebar->width(), 220);
}

void TestMainWindow::headerButtonFollowsItsAction()
{
    window_->showPage(ui::pageIndex(u"transactions"));
    QAction *action = window_->currentPage()->primaryAction();
    auto *button = uitest::named<QPushButton>(*window_, action->text());
    QVERIFY(button);
    for (const bool enabled : {false, true}) {
        action->setEnabled(enabled);
        QCOMPARE(button->isEnabled(), enabled);
    }
}

void TestMainWindow::pagesAreMadeWhenVisited()
{
    QCOMPARE(window_->findChildren<ui::Page *>().size(), 1);
    QVERIFY(uitest::press(*window_, u"Messages"_s));
    QCOMPARE(window_->findChildren<ui::Page *>().size(), 2);
    ui::Page *messages = window_->currentPage();
    window_->showPage(0);
    window_->showPage(ui::pageIndex(u"messages"));
    QCOMPARE(window_->currentPage(), messages);
}

void TestMainWindow::keysReachPages()
{
    ui::Page *overview = window_->currentPage();
    QTest::keyClick(window_.get(), Qt::Key_2, Qt::ControlModifier);
    QVERIFY(window_->currentPage() != overview);
    QTest::keyClick(window_.get(), Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(window_->currentPage(), overview);
}

void TestMainWindow::tenPagesHaveKeys()
{
    QCOMPARE(ui::pageShortcut(0), QKeySequence(Qt::CTRL | Qt::Key_1));
    QCOMPARE(ui::pageShortcut(9), QKeySequence(Qt::CTRL | Qt::Key_0));
    QVERIFY(ui::pageShortcut(10).isEmpty()); // there are no more digits
}

void TestMainWindow::headerShowsThePage()
{
    window_->showPage(ui::pageIndex(u"stations"));
    QTRY_VERIFY2(window_->currentPage()->headline().startsWith(u"14 of 16 online, 5 charging"_s),
                 qPrintable(window_->currentPage()->headline()));
    const auto *header = window_->findChild<ui::PageHeader *>();
    QTRY_VERIFY(header->findChildren<QLabel *>().at(1)->accessibleName() == window_->currentPage()->headline());
    QVERIFY(uitest::named<QPushButton>(*window_, u"Add station"_s));
    window_->showPage(ui::pageIndex(u"messages"));
    QVERIFY(uitest::named<QPushButton>(*window_, u"Pause"_s));
    QVERIFY(uitest::named<QLineEdit>(*window_, u"Search messages"_s));
}

void TestMainWindow::linkOpensThePageWithItsFilter()
{
    emit window_->currentPage()->linkActivated({u"messages"_s, u"CP05"_s, true});
    QTRY_VERIFY(uitest::named<QComboBox>(*window_, u"Station"_s));
    QCOMPARE(uitest::named<QComboBox>(*window_, u"Station"_s)->currentText(), u"CP05"_s);
}

void TestMainWindow::addressIsCopied()
{
    auto *button = uitest::named<QPushButton>(*window_, u"Copy the address to type into a charger"_s);
    QCOMPARE(button->text(), u"ws://192.168.1.20:9000/ocpp/"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), u"ws://192.168.1.20:9000/ocpp/"_s);
    QCOMPARE(button->text(), u"Copied"_s);
    QTRY_COMPARE(button->text(), u"ws://192.168.1.20:9000/ocpp/"_s);
}

void TestMainWindow::lastEventIsShown()
{
    store_->write(
        [](store::Database &db) { samplesite::addFrame(db, u"CP03"_s, true, 2, u"e"_s, u"BootNotification"_s, "{}"); });
    const auto *strip = window_->findChild<ui::StatusStrip *>();
    const auto said = [strip] {
        QStringList texts;
        for (const QLabel *label : strip->findChildren<QLabel *>())
            texts.append(label->accessibleName());
        return texts.join(u' ');
    };
    QTRY_VERIFY(said().contains(u"BootNotification from CP03"_s));
}

void TestMainWindow::databaseIsWellOrNot()
{
    const auto *strip = window_->findChild<ui::StatusStrip *>();
    const auto shown = [strip] { return strip->findChildren<QPushButton *>().at(1)->text(); };
    QCOMPARE(shown(), u"stationmaster.sqlite"_s);
    emit store_->writer().troubled({store::Error::Kind::Full, u"disk full"_s, {}});
    QTRY_COMPARE(shown(), u"There is no room left for the database"_s);
    emit store_->writer().recovered();
    QTRY_COMPARE(shown(), u"stationmaster.sqlite"_s);
}

void TestMainWindow::unreadableDatabaseIsShown()
{
    store_->write([](store::Database &db) {
        db.run(u"DROP TABLE frames"_s);
        db.noteChange(store::Table::Frames);
    });
    const auto *strip = window_->findChild<ui::StatusStrip *>();
    QTRY_COMPARE(strip->findChildren<QPushButton *>().at(1)->text(), u"The database could not do that"_s);
}

void TestMainWindow::databaseLeadsToItsSettings()
{
    QVERIFY(uitest::press(*window_, u"The database stationmaster.sqlite is well"_s));
    QTRY_VERIFY(uitest::named<QPushButton>(*window_, u"Copy where the database is"_s));
    QVERIFY(window_->currentPage()->findChild<ui::DatabaseSection *>()->visibleRegion().boundingRect().height() > 40);
}

void TestMainWindow::anotherLanguageOpensTheWindowAnew()
{
    const ui::Backend backend = store_->backend();
    window_.reset();
    const auto shows = [](const QString &name) {
        return std::ranges::any_of(QApplication::topLevelWidgets(), [&](QWidget *top) {
            return top->isVisible() && uitest::named<ui::SideButton>(*top, name);
        });
    };
    QStringList seen;
    QTimer person;
    connect(&person, &QTimer::timeout, this, [&] {
        if (seen.isEmpty() && shows(u"Overview"_s)) {
            seen << u"en"_s;
            ui::Preferences::shared().setLanguage(u"de"_s);
        } else if (seen.size() == 1 && shows(u"Übersicht"_s)) {
            seen << u"de"_s;
            ui::Preferences::shared().setLanguage(u"en"_s);
        } else if (seen.size() == 2 && shows(u"Overview"_s)) {
            QApplication::quit();
        }
    });
    person.start(20);
    QCOMPARE(ui::runWindow(*qApp, backend), 0);
    QCOMPARE(seen, (QStringList{u"en"_s, u"de"_s}));
}

void TestMainWindow::anotherLanguageLosesNothingTyped()
{
    QSignalSpy reopened(window_.get(), &ui::MainWindow::reopenRequested);
    typeTag();
    window_->showPage(ui::pageIndex(u"settings"));
    window_->askToReopen();
    QCOMPARE(reopened.count(), 0);
    QVERIFY(uitest::press(*window_, u"Open anew"_s));
    QCOMPARE(reopened.count(), 1);
}

void TestMainWindow::typeTag()
{
    window_->showPage(ui::pageIndex(u"idtags"));
    window_->currentPage()->primaryAction()->trigger();
    auto *tag = uitest::named<QLineEdit>(*window_, u"Tag"_s);
    QVERIFY(tag);
    tag->setText(u"04A2B7C9"_s);
}

void TestMainWindow::restartLosesNothingTyped()
{
    window_.reset();
    int restarts = 0;
    ui::Backend backend = store_->backend();
    backend.setup.restart = [&] { ++restarts; };
    config::Settings changed;
    changed.heartbeatIntervalSeconds = 60;
    QVERIFY(config::saveSettings(backend.setup.dataDir, changed));
    open(backend);
    typeTag();
    window_->showPage(ui::pageIndex(u"settings"));
    QVERIFY(uitest::press(*window_, u"Restart now"_s));
    QCOMPARE(restarts, 0);
    QVERIFY(says(u"What you typed and did not save would be lost"_s));
    QVERIFY(uitest::press(*window_, u"Cancel"_s));
    QVERIFY(!says(u"What you typed and did not save would be lost"_s));
    QCOMPARE(restarts, 0);
    QVERIFY(uitest::press(*window_, u"Restart now"_s));
    QVERIFY(uitest::press(*window_, u"Restart anyway"_s));
    QCOMPARE(restarts, 1);
}

void TestMainWindow::closingLosesNothingTyped()
{
    QApplication::setQuitOnLastWindowClosed(false); // the other tests go on
    typeTag();
    window_->close();
    QVERIFY(window_->isVisible());
    QVERIFY(says(u"What you typed and did not save would be lost"_s));
    window_->close(); // an answer, too
    QVERIFY(!window_->isVisible());
}

void TestMainWindow::exportIsNotGivenUpUnasked()
{
    const QTemporaryDir dir;
    const QString file = dir.filePath(u"messages.csv"_s);
    ui::modal::Answers person;
    person.file = [&](const ui::modal::FileRequest &) { return file; };
    QThreadPool &pool = *QThreadPool::globalInstance();
    const int threads = pool.maxThreadCount();
    QSemaphore mayGoOn;
    const auto restore = qScopeGuard([&] {
        mayGoOn.release();
        pool.waitForDone();
        pool.setMaxThreadCount(threads);
    });
    pool.setMaxThreadCount(1);
    pool.start([&] { mayGoOn.acquire(); }); // the export waits behind it
    window_->showPage(ui::pageIndex(u"messages"));
    QVERIFY(uitest::press(*window_, u"Export"_s));
    QSignalSpy reopened(window_.get(), &ui::MainWindow::reopenRequested);
    window_->askToReopen();
    QCOMPARE(reopened.count(), 0);
    QVERIFY(says(u"A file is just being written"_s));
    mayGoOn.release();
    QTRY_VERIFY(says(u"exported to"_s));
    QVERIFY(QFileInfo::exists(file));
    window_->askToReopen(); // nothing is lost any more
    QCOMPARE(reopened.count(), 1);
}

void TestMainWindow::paletteFindsAndRuns()
{
    QTest::keyClick(window_.get(), Qt::Key_K, Qt::ControlModifier);
    auto *input = uitest::named<QLineEdit>(*window_, u"Command"_s);
    QVERIFY(input);
    QTest::keyClicks(input, u"mess"_s);
    QCOMPARE(window_->findChild<ui::CommandPalette *>()->findChild<QListWidget *>()->count(), 1);
    QTest::keyClick(input, Qt::Key_Return);
    QVERIFY(!input->isVisible());
    QVERIFY(uitest::named<QLineEdit>(*window_, u"Search messages"_s));
}

void TestMainWindow::paletteFramesTheCurrentRowAlone()
{
    QTest::keyClick(window_.get(), Qt::Key_K, Qt::ControlModifier);
    const auto *palette = window_->findChild<ui::CommandPalette *>();
    QVERIFY(!palette->findChild<QLineEdit *>()->hasFrame());
    const auto *list = palette->findChild<QListWidget *>();
    QStyleOptionViewItem row;
    row.initFrom(list);
    row.rect = list->visualRect(list->model()->index(list->currentRow(), 0));
    row.icon = list->currentItem()->icon();
    row.text = list->currentItem()->text();
    row.features = QStyleOptionViewItem::HasDecoration | QStyleOptionViewItem::HasDisplay;
    QVERIFY(row.rect.isValid());
    QCOMPARE(list->style()->subElementRect(QStyle::SE_ItemViewItemFocusRect, &row, list), row.rect);
}

void TestMainWindow::paletteClosesOnEscape()
{
    QTest::keyClick(window_.get(), Qt::Key_K, Qt::ControlModifier);
    auto *input = uitest::named<QLineEdit>(*window_, u"Command"_s);
    QTest::keyClick(input, Qt::Key_Down);
    QCOMPARE(window_->findChild<ui::CommandPalette *>()->findChild<QListWidget *>()->currentRow(), 1);
    QTest::keyClick(input, Qt::Key_Escape);
    QVERIFY(!input->isVisible());
}

void TestMainWindow::paletteGivesTheFocusBack()
{
    auto *button = uitest::named<QAbstractButton>(*window_, u"Menu"_s);
    button->setFocus();
    QTest::keyClick(window_.get(), Qt::Key_K, Qt::ControlModifier);
    auto *input = uitest::named<QLineEdit>(*window_, u"Command"_s);
    QTRY_VERIFY(input->hasFocus());
    QTest::keyClick(input, Qt::Key_Escape);
    QTRY_VERIFY(button->hasFocus());
}

void TestMainWindow::paletteSaysThatNothingMatches()
{
    QTest::keyClick(window_.get(), Qt::Key_K, Qt::ControlModifier);
    auto *input = uitest::named<QLineEdit>(*window_, u"Command"_s);
    auto *list = window_->findChild<ui::CommandPalette *>()->findChild<QListWidget *>();
    QTest::keyClicks(input, u"zzz"_s);
    QCOMPARE(list->count(), 1);
    QCOMPARE(list->item(0)->text(), u"Nothing matches"_s);
    for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Up, Qt::Key_Return})
        QTest::keyClick(input, key);
    QVERIFY(input->isVisible());
}

void TestMainWindow::paletteOffersWhatThePageDoes()
{
    window_->showPage(ui::pageIndex(u"idtags"));
    QTest::keyClick(window_.get(), Qt::Key_K, Qt::ControlModifier);
    auto *input = uitest::named<QLineEdit>(*window_, u"Command"_s);
    QTest::keyClicks(input, u"tap"_s);
    QCOMPARE(window_->findChild<ui::CommandPalette *>()->findChild<QListWidget *>()->count(), 1);
    input->setText(u"add tag"_s);
    QTest::keyClick(input, Qt::Key_Return);
    QTRY_VERIFY(uitest::visibleText(*window_).contains(u"Add a tag"_s));
}

void TestMainWindow::collapsedSidebarOffersToExpand()
{
    QVERIFY(uitest::press(*window_, u"Collapse the sidebar"_s));
    auto *button = uitest::named<QAbstractButton>(*window_, u"Expand the sidebar"_s);
    QVERIFY(button);
    QCOMPARE(button->toolTip(), u"Expand"_s);
    QVERIFY(uitest::press(*button));
    QVERIFY(uitest::named<QAbstractButton>(*window_, u"Collapse the sidebar"_s));
}

void TestMainWindow::appearanceChangesAtOnceAndIsRemembered()
{
    QCOMPARE(ui::Palette::current().scheme(), ui::Palette::Scheme::Light);
    actionNamed(*window_, u"Dark appearance"_s)->trigger();
    QCOMPARE(ui::Palette::current().scheme(), ui::Palette::Scheme::Dark);
    QCOMPARE(ui::rememberedTheme(), ui::ThemeChoice::Dark);
    actionNamed(*window_, u"Light appearance"_s)->trigger();
    QCOMPARE(ui::Palette::current().scheme(), ui::Palette::Scheme::Light);
}

void TestMainWindow::geometryAndPageAreRemembered()
{
    window_->resize(1111, 777);
    const auto messages = std::ranges::find(ui::pages(), "messages"_L1, &ui::PageEntry::id);
    window_->showPage(int(messages - ui::pages().begin()));
    window_.reset();
    open(store_->backend());
    QCOMPARE(window_->size(), QSize(1111, 777));
    QVERIFY(uitest::named<QLineEdit>(*window_, u"Search messages"_s));
}

void TestMainWindow::sidebarCollapses()
{
    QVERIFY(uitest::press(*window_, u"Collapse the sidebar"_s));
    QCOMPARE(window_->findChild<ui::Sidebar *>()->width(), 56);
    QCOMPARE(uitest::named<ui::SideButton>(*window_, u"Stations"_s)->toolTip(), u"Stations"_s);
    window_.reset();
    open(store_->backend());
    QCOMPARE(window_->findChild<ui::Sidebar *>()->width(), 56);
}

void TestMainWindow::backupIsMadeAndSaid()
{
    const QTemporaryDir dir;
    const QString file = dir.filePath(u"copy.sqlite"_s);
    ui::modal::Answers person;
    person.file = [&](const ui::modal::FileRequest &request) {
        return request.kind == ui::modal::FileRequest::Kind::Save ? file : QString();
    };
    actionNamed(*window_, u"Back up…"_s)->trigger();
    QVERIFY(noticeText(*window_).startsWith(u"Backing up"_s));
    QTRY_VERIFY(noticeText(*window_).startsWith(u"Backed up to %1"_s.arg(file)));
    QVERIFY(QFileInfo(file).size() > 0);
}

void TestMainWindow::failedBackupIsSaid()
{
    ui::modal::Answers person;
    person.file = [](const ui::modal::FileRequest &) { return u"/no/such/folder/copy.sqlite"_s; };
    actionNamed(*window_, u"Back up…"_s)->trigger();
    QTRY_VERIFY(!noticeText(*window_).isEmpty() && !noticeText(*window_).startsWith(u"Backing up"_s));
    QVERIFY2(noticeText(*window_).contains(u"/no/such/folder"_s), qPrintable(noticeText(*window_)));
}

void TestMainWindow::backupOverwritesNothing()
{
    ui::modal::Answers person;
    person.file = [this](const ui::modal::FileRequest &) { return store_->file(); };
    actionNamed(*window_, u"Back up…"_s)->trigger();
    QVERIFY2(noticeText(*window_).contains(u"exists already"_s), qPrintable(noticeText(*window_)));
}

void TestMainWindow::changedMindBacksUpNothing()
{
    ui::modal::Answers person;
    actionNamed(*window_, u"Back up…"_s)->trigger();
    QCOMPARE(noticeText(*window_), QString());
}

void TestMainWindow::runningBackupIsCancelled()
{
    const QTemporaryDir dir;
    const QString file = dir.filePath(u"copy.sqlite"_s);
    ui::modal::Answers person;
    person.file = [&](const ui::modal::FileRequest &) { return file; };
    QThreadPool &pool = *QThreadPool::globalInstance();
    const int threads = pool.maxThreadCount();
    QSemaphore mayGoOn;
    const auto restore = qScopeGuard([&] {
        mayGoOn.release();
        pool.setMaxThreadCount(threads);
    });
    pool.setMaxThreadCount(1);
    pool.start([&] { mayGoOn.acquire(); }); // the backup waits behind it
    actionNamed(*window_, u"Back up…"_s)->trigger();
    QVERIFY(uitest::press(*window_->findChild<ui::NoticeBar *>(), u"Cancel"_s));
    mayGoOn.release();
    QTRY_COMPARE(noticeText(*window_), u"The backup was cancelled. Nothing was written."_s);
    QCOMPARE(QDir(dir.path()).entryList(QDir::Files), QStringList());
}

void TestMainWindow::restoreIsExplainedAndConfirmed()
{
    window_.reset();
    QString restored;
    ui::Backend backend = store_->backend();
    backend.restoreAndRestart = [&](const QString &file) { restored = file; };
    open(backend);
    ui::modal::Answers person;
    person.file = [](const ui::modal::FileRequest &) { return u"/backups/old.sqlite"_s; };
    actionNamed(*window_, u"Restore a backup…"_s)->trigger();
    QVERIFY(noticeText(*window_).contains(u"/backups/old.sqlite"_s));
    QVERIFY(noticeText(*window_).contains(u"kept beside it"_s));
    QCOMPARE(restored, QString());
    QVERIFY(uitest::press(*window_->findChild<ui::NoticeBar *>(), u"Replace and restart"_s));
    QCOMPARE(restored, u"/backups/old.sqlite"_s);
}

void TestMainWindow::joinedWindowExplainsRestore()
{
    actionNamed(*window_, u"Restore a backup…"_s)->trigger();
    QVERIFY(noticeText(*window_).contains(u"stationmasterctl restore"_s));
}

void TestMainWindow::expectNames()
{
    const QStringList nameless = uitest::namelessControls(*window_);
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
}

void TestMainWindow::everyControlHasAName()
{
    expectNames(); // of the Overview
    window_->showPage(ui::pageIndex(u"connect"));
    QTRY_VERIFY(uitest::named<QPushButton>(*window_, u"Accept WB-2207"_s));
    expectNames();
    window_->showPage(ui::pageIndex(u"stations"));
    auto *table = window_->currentPage()->findChild<ui::TableView *>(u"stations"_s);
    QTRY_VERIFY(table->model()->rowCount() == 16);
    table->selectRow(0);
    auto *panel = window_->findChild<ui::StationPanel *>();
    QTRY_VERIFY(panel->isVisible());
    for (ui::CommandRow *row : panel->findChildren<ui::CommandRow *>())
        row->setUnfolded(true);
    auto *tabs = panel->findChild<QTabBar *>();
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        expectNames();
    }
    table->selectAll();
    expectNames();
    window_->currentPage()->primaryAction()->trigger();
    QTest::keyClick(window_.get(), Qt::Key_K, Qt::ControlModifier);
    expectNames();
    window_->showPage(ui::pageIndex(u"messages"));
    QTRY_VERIFY(window_->currentPage()->findChild<ui::TableView *>()->model()->rowCount() > 0);
    window_->currentPage()->findChild<ui::TableView *>()->selectRow(0);
    expectNames();
}

UI_TEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
