// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screenshots/loadscenes.h"

#include "ui/pages/sites/sitetree.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pages.h"
#include "ui/uifixture.h"
#include "ui/widgets/emptystate.h"

#include <QAction>

namespace loadscenes {
namespace {

void showSites(ui::MainWindow &window)
{
    window.showPage(ui::pageIndex(u"sites"));
}

void select(ui::MainWindow &window, int row)
{
    sites(window);
    auto *tree = window.findChild<ui::SiteTree *>();
    tree->setCurrentIndex(tree->model()->index(row, 0));
}

} // namespace

void noSites(ui::MainWindow &window)
{
    showSites(window);
    const auto *const page = window.currentPage();
    if (!QTest::qWaitFor([page] { return page->findChild<ui::EmptyState *>()->isVisible(); }, 10'000))
        qFatal("The window does not say that there is no site.");
}

void sites(ui::MainWindow &window)
{
    showSites(window);
    const auto *const tree = window.findChild<ui::SiteTree *>();
    if (!QTest::qWaitFor([tree] { return tree->model()->rowCount() == 10; }, 10'000))
        qFatal("The window does not show the site.");
}

void siteItself(ui::MainWindow &window)
{
    select(window, 0);
}

void oneFuse(ui::MainWindow &window)
{
    select(window, 2);
}

void oneMember(ui::MainWindow &window)
{
    select(window, 7);
}

void newSite(ui::MainWindow &window)
{
    sites(window);
    window.currentPage()->primaryAction()->trigger();
}

} // namespace loadscenes
