// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screenshots/schedulescenes.h"

#include "ui/pages/schedules/scheduledocument.h"
#include "ui/pages/schedules/schedulespage.h"
#include "ui/pages/schedules/weekcanvas.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pages.h"
#include "ui/uifixture.h"
#include "ui/widgets/noticebar.h"

#include <QAction>
#include <QComboBox>
#include <QTabBar>
#include <QTreeWidget>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace schedulescenes {
namespace {

constexpr int hour = 60; // min

template<class Condition>
void await(Condition condition)
{
    if (!QTest::qWaitFor(condition, 10'000))
        qFatal("The window does not show what the picture needs.");
}

ui::SchedulesPage &page(ui::MainWindow &window)
{
    return *window.findChild<ui::SchedulesPage *>();
}

void chooseStation(ui::MainWindow &window, const QString &station)
{
    auto *box = window.currentPage()->findChild<QComboBox *>();
    await([&] { return box->findText(station) > 0; });
    box->setCurrentIndex(box->findText(station));
    await([&] { return page(window).document().layers().size() > 1; });
}

ui::Layer layer(const QString &name, int level, const charging::WeekPlan &plan)
{
    ui::Layer layer;
    layer.name = name;
    layer.like.chargingProfilePurpose = ocpp::ChargingProfilePurposeType::TxDefaultProfile;
    layer.like.stackLevel = level;
    layer.plan = plan;
    return layer;
}

charging::WeekPlan weekend()
{
    charging::WeekPlan plan(charging::Repeats::Weekly);
    plan.draw({5 * 1440 + 9 * hour, 7 * 1440}, {16, {}});
    plan.draw({5 * 1440 + 11 * hour, 5 * 1440 + 15 * hour}, {28, {}});
    plan.draw({6 * 1440 + 11 * hour, 6 * 1440 + 15 * hour}, {28, {}});
    plan.draw({6 * 1440, 6 * 1440 + 8 * hour}, {0, {}});
    return plan;
}

} // namespace

void show(ui::MainWindow &window)
{
    window.showPage(ui::pageIndex(u"schedules"));
}

void unreadable(ui::MainWindow &window)
{
    show(window);
    const QList<ui::NoticeBar *> notices = window.currentPage()->findChildren<ui::NoticeBar *>();
    await([&] { return std::ranges::any_of(notices, &ui::NoticeBar::isVisible); });
}

void blank(ui::MainWindow &window)
{
    show(window);
    await([&] { return window.currentPage()->findChild<QComboBox *>()->count() > 3; });
}

void week(ui::MainWindow &window)
{
    show(window);
    chooseStation(window, u"CP01"_s);
    auto &document = page(window).document();
    document.add(layer(u"Weekend"_s, 2, weekend()), {});
    document.mark({5 * 1440 + 11 * hour, 5 * 1440 + 15 * hour});
    window.findChild<ui::WeekCanvas *>()->setFocus();
}

void oneDay(ui::MainWindow &window)
{
    week(window);
    window.findChild<ui::WeekCanvas *>()->showOneDay(true);
}

void problems(ui::MainWindow &window)
{
    week(window);
    auto &document = page(window).document();
    ui::Layer layer = *document.selected();
    layer.plan->draw({1440, 1440 + 3 * hour}, {4, {}});
    document.replace(layer, {});
    window.currentPage()->findChild<QTabBar *>()->setCurrentIndex(1);
    await([&] { return window.currentPage()->findChild<QTabBar *>()->tabIcon(1).isNull() == false; });
}

void applying(ui::MainWindow &window)
{
    week(window);
    window.currentPage()->primaryAction()->trigger();
    auto *tree = window.currentPage()->findChildren<QTreeWidget *>().at(1);
    for (int i = 0; i < 6; ++i)
        tree->topLevelItem(i)->setCheckState(0, Qt::Checked);
}

void longDay(ui::MainWindow &window)
{
    week(window);
    page(window).document().setWeek(QDate(2027, 10, 25));
}

} // namespace schedulescenes
