// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/shell/backupflow.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/pageheader.h"
#include "ui/shell/pages.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/statusstrip.h"
#include "ui/theme/icons.h"
#include "ui/widgets/modal.h"
#include "ui/widgets/noticebar.h"

#include <QActionGroup>
#include <QApplication>
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
    buildFrame();
    buildActions();
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
    notice_ = new NoticeBar(centre);
    stack_ = new QStackedWidget(centre);
    backup_ = new BackupFlow(backend_, *notice_, this);

    auto *noticeRow = new QHBoxLayout;
    noticeRow->setContentsMargins(24, 0, 24, 0);
    noticeRow->addWidget(notice_);
    auto *content = new QVBoxLayout;
    content->setSpacing(0);
    content->addWidget(header_);
    content->addLayout(noticeRow);
    content->addWidget(stack_, 1);
    auto *upper = new QHBoxLayout;
    upper->setSpacing(0);
    upper->addWidget(sidebar_);
    upper->addLayout(content, 1);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(upper, 1);
    layout->addWidget(new StatusStrip(backend_, centre));
    setCentralWidget(centre);
    palette_ = new CommandPalette(centre);
    connect(sidebar_, &Sidebar::pageRequested, this, &MainWindow::showPage);
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
        addCommand(entry.titleText(), entry.icon, QKeySequence(u"Ctrl+%1"_s.arg(index + 1)),
                   [this, index] { showPage(index); });
        ++index;
    }
    sidebar_->setMenu(buildMenu());
    auto *open = new QAction(this);
    open->setShortcut(QKeySequence(u"Ctrl+K"_s));
    connect(open, &QAction::triggered, this, [this] { palette_->open(commands_); });
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
    menu->addAction(addCommand(tr("Quit"), u"close"_s, QKeySequence::Quit, [this] { close(); }));
    return menu;
}

void MainWindow::addAppearance(QMenu &menu)
{
    auto *group = new QActionGroup(this);
    const ThemeChoice chosen = rememberedTheme();
    for (const auto &[choice, text] : {std::pair{ThemeChoice::System, tr("Appearance of the system")},
                                       std::pair{ThemeChoice::Light, tr("Light appearance")},
                                       std::pair{ThemeChoice::Dark, tr("Dark appearance")}}) {
        QAction *action = addCommand(text, u"appearance"_s, {}, [this, choice = choice] { choose(choice); });
        action->setCheckable(true);
        action->setChecked(choice == chosen);
        group->addAction(action);
        menu.addAction(action);
    }
}

void MainWindow::choose(ThemeChoice choice)
{
    rememberTheme(choice);
    applyTheme(*qApp, choice);
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
    page->setFocus(); // the page's own table, through its focus proxy
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
