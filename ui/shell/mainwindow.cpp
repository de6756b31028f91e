// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "store/clock.h"
#include "ui/desktop/alertsender.h"
#include "ui/desktop/sitewatch.h"
#include "ui/desktop/traypresence.h"
#include "ui/desktop/wakefulness.h"
#include "ui/shell/backupflow.h"
#include "ui/shell/closingflow.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/leavingquestion.h"
#include "ui/shell/pageheader.h"
#include "ui/shell/pages.h"
#include "ui/shell/preferences.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/statusstrip.h"
#include "ui/theme/icons.h"
#include "ui/widgets/modal.h"
#include "ui/widgets/noticebar.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QMenu>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr auto geometryKey = "window/geometry"_L1;
constexpr auto pageKey = "window/page"_L1;

} // namespace

MainWindow::MainWindow(const Backend &backend, QWidget *parent) : QMainWindow(parent), backend_(backend)
{
    setWindowTitle(tr("Stationmaster"));
    setMinimumSize(900, 600);
    pages_.resize(qsizetype(pages().size()));
    askBeforeRestarts();
    buildFrame();
    buildActions();
    buildPresence();
    restoreState();
}

MainWindow::~MainWindow()
{
    QSettings settings;
    settings.setValue(geometryKey, saveGeometry());
    settings.setValue(pageKey, QString(pages()[std::size_t(pages_.indexOf(currentPage()))].id));
}

void MainWindow::buildFrame()
{
    auto *centre = new QWidget(this);
    sidebar_ = new Sidebar(centre);
    header_ = new PageHeader(centre);
    stack_ = new QStackedWidget(centre);
    strip_ = new StatusStrip(backend_, centre);
    notices_ = new QVBoxLayout;
    notices_->setContentsMargins(24, 0, 24, 0);
    notices_->setSpacing(0);
    auto *content = new QVBoxLayout;
    content->setSpacing(0);
    content->addWidget(header_);
    content->addLayout(notices_);
    content->addWidget(stack_, 1);
    auto *upper = new QHBoxLayout;
    upper->setSpacing(0);
    upper->addWidget(sidebar_);
    upper->addLayout(content, 1);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(upper, 1);
    layout->addWidget(strip_);
    setCentralWidget(centre);
    palette_ = new CommandPalette(centre);
    backup_ = new BackupFlow(backend_, *addNotice(), this);
    NoticeBar &closing = *addNotice();
    leaving_ = new LeavingQuestion(*this, *addNotice());
    closing_ = new ClosingFlow(backend_, *this, closing, *leaving_);
    connect(sidebar_, &Sidebar::pageRequested, this, &MainWindow::showPage);
    connect(strip_, &StatusStrip::databaseActivated, this,
            [this] { follow({.page = u"settings"_s, .station = {}, .part = u"database"_s}); });
}

void MainWindow::askToReopen()
{
    leaving_->ask(LeavingQuestion::Leaving::Language, [this] { emit reopenRequested(); });
}

/// Whichever page it is that restarts.
void MainWindow::askBeforeRestarts()
{
    using Leaving = LeavingQuestion::Leaving;
    if (const auto restart = backend_.setup.restart)
        backend_.setup.restart = [this, restart] { leaving_->ask(Leaving::Restart, restart); };
    if (const auto restore = backend_.restoreAndRestart) {
        backend_.restoreAndRestart = [this, restore](const QString &file) {
            leaving_->ask(Leaving::Restart, [restore, file] { restore(file); });
        };
    }
}

NoticeBar *MainWindow::addNotice()
{
    auto *notice = new NoticeBar(centralWidget());
    notice->setContentsMargins(0, 0, 0, 12); // from the page, while it is there
    notices_->addWidget(notice);
    return notice;
}

void MainWindow::buildPresence()
{
    if (!backend_.desktop)
        return;
    Desktop &desktop = *backend_.desktop;
    auto *watch = new SiteWatch(backend_, this);
    if (desktop.notifier) {
        const ocpp::Timestamp started = backend_.engineStarted.value_or(store::now());
        new AlertSender(*watch, *desktop.notifier, started, this);
        connect(desktop.notifier.get(), &Notifier::activated, this, [this](const QString &station) {
            closing_->comeBack();
            follow({.page = station.isEmpty() ? u"overview"_s : u"stations"_s, .station = station});
        });
    }
    if (desktop.tray) {
        auto *presence = new TrayPresence(*watch, *desktop.tray, this);
        connect(presence, &TrayPresence::openRequested, closing_, &ClosingFlow::comeBack);
        connect(presence, &TrayPresence::overviewRequested, this, [this] {
            closing_->comeBack();
            showPage(0);
        });
        connect(presence, &TrayPresence::quitRequested, closing_, &ClosingFlow::quit);
    }
    if (desktop.sleepLock) {
        auto *wakefulness = new Wakefulness(*watch, *desktop.sleepLock, desktop.notifier.get(), this);
        connect(wakefulness, &Wakefulness::changed, strip_,
                [this, wakefulness] { strip_->presentAwake(wakefulness->text()); });
        connect(wakefulness, &Wakefulness::said, this, [notice = addNotice()](const QString &text) {
            notice->present(u"info"_s, Role::Caution, text);
        });
    }
}

void MainWindow::beginInBackground()
{
    closing_->beginInBackground();
}

void MainWindow::comeBack()
{
    closing_->comeBack();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    event->setAccepted(closing_->mayClose());
}

QAction *MainWindow::addCommand(const QString &text, const QString &iconName, const QKeySequence &keys,
                                const std::function<void()> &run)
{
    auto *action = new QAction(icon(iconName), text, this);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, run);
    addAction(action);
    commands_.append(action);
    return action;
}

void MainWindow::buildActions()
{
    for (int index = 0; const PageEntry &entry : pages()) {
        addCommand(entry.titleText(), entry.icon, pageShortcut(index), [this, index] { showPage(index); });
        ++index;
    }
    sidebar_->setMenu(buildMenu());
    auto *open = new QAction(this);
    open->setShortcut(QKeySequence(u"Ctrl+K"_s));
    connect(open, &QAction::triggered, this, [this] {
        QList<QAction *> actions = currentPage()->actions();
        if (QAction *primary = currentPage()->primaryAction())
            actions.prepend(primary);
        palette_->open(actions + commands_);
    });
    auto *find = new QAction(this);
    find->setShortcut(QKeySequence::Find);
    connect(find, &QAction::triggered, header_, &PageHeader::focusSearch);
    addActions({open, find});
}

QMenu *MainWindow::buildMenu()
{
    auto *menu = new QMenu(this);
    menu->setAccessibleName(tr("Menu"));
    menu->addAction(addCommand(tr("Back up…"), u"backup"_s, {}, [this] { backup_->startBackup(); }));
    menu->addAction(addCommand(tr("Restore a backup…"), u"restore"_s, {}, [this] { backup_->startRestore(); }));
    menu->addSeparator();
    addAppearance(*menu);
    menu->addSeparator();
    menu->addAction(addCommand(tr("About Stationmaster"), u"info"_s, {}, [this] { modal::about(this); }));
    menu->addAction(addCommand(tr("Quit"), u"close"_s, QKeySequence::Quit, [this] { closing_->quit(); }));
    return menu;
}

void MainWindow::addAppearance(QMenu &menu)
{
    auto *group = new QActionGroup(this);
    const ThemeChoice chosen = rememberedTheme();
    for (const auto &[choice, text] : {std::pair{ThemeChoice::System, tr("Appearance of the system")},
                                       std::pair{ThemeChoice::Light, tr("Light appearance")},
                                       std::pair{ThemeChoice::Dark, tr("Dark appearance")}}) {
        QAction *action = addCommand(text, u"appearance"_s, {}, [choice = choice] { Preferences::shared().setTheme(choice); });
        action->setCheckable(true);
        action->setChecked(choice == chosen);
        connect(&menu, &QMenu::aboutToShow, action,
                [action, choice = choice] { action->setChecked(choice == rememberedTheme()); });
        group->addAction(action);
        menu.addAction(action);
    }
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ThemeChange && rememberedTheme() == ThemeChoice::System)
        applyTheme(*qApp, ThemeChoice::System);
    QMainWindow::changeEvent(event);
}

Page *MainWindow::pageAt(int index)
{
    Page *&page = pages_[index];
    if (!page) {
        page = pages()[std::size_t(index)].create(backend_, stack_);
        stack_->addWidget(page);
        connect(page, &Page::linkActivated, this, &MainWindow::follow);
    }
    return page;
}

void MainWindow::showPage(int index)
{
    Page *page = pageAt(index);
    sidebar_->setCurrent(index);
    stack_->setCurrentWidget(page);
    header_->present(pages()[std::size_t(index)].titleText(), page);
    page->focusHome();
}

void MainWindow::follow(const Target &target)
{
    const auto entry = std::ranges::find_if(pages(), [&](const PageEntry &e) { return target.page == e.id; });
    Q_ASSERT(entry != pages().end());
    showPage(int(std::distance(pages().begin(), entry)));
    currentPage()->visit(target);
}

Page *MainWindow::currentPage() const
{
    return static_cast<Page *>(stack_->currentWidget());
}

void MainWindow::restoreState()
{
    const QSettings settings;
    if (!restoreGeometry(settings.value(geometryKey).toByteArray()))
        resize(1280, 800);
    const QString last = settings.value(pageKey).toString();
    const auto entry = std::ranges::find_if(pages(), [&](const PageEntry &e) { return last == e.id; });
    showPage(entry == pages().end() ? 0 : int(std::distance(pages().begin(), entry)));
}

} // namespace ui
