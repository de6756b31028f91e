// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screenshots/profilescenes.h"

#include "ui/pages/profiles/applyform.h"
#include "ui/pages/profiles/placepanel.h"
#include "ui/pages/profiles/profileform.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pages.h"
#include "ui/uifixture.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>
#include <QTabBar>

using namespace Qt::Literals::StringLiterals;

namespace profilescenes {
namespace {

template<class Condition>
void await(Condition condition)
{
    if (!QTest::qWaitFor(condition, 10'000))
        qFatal("The window does not show what the picture needs.");
}

ui::TableView &table(ui::MainWindow &window, const QString &name)
{
    return *window.currentPage()->findChild<ui::TableView *>(name);
}

void selectPlace(ui::MainWindow &window, const QString &station, int offset)
{
    stations(window);
    QAbstractItemModel &model = *table(window, u"profilePlaces"_s).model();
    const int first = model.match(model.index(0, 1), Qt::DisplayRole, station).first().row();
    table(window, u"profilePlaces"_s).selectRow(first + offset);
    await([&] { return window.findChild<ui::PlacePanel *>()->isVisible(); });
}

} // namespace

void show(ui::MainWindow &window)
{
    window.showPage(ui::pageIndex(u"profiles"));
    await([&] {
        return window.currentPage()->findChild<ui::EmptyState *>()->isVisible()
               || table(window, u"profileLibrary"_s).model()->rowCount() > 0;
    });
}

void library(ui::MainWindow &window)
{
    show(window);
    await([&] { return table(window, u"profileLibrary"_s).model()->rowCount() > 1; });
}

void editing(ui::MainWindow &window)
{
    library(window);
    table(window, u"profileLibrary"_s).selectRow(2);
}

void mistake(ui::MainWindow &window)
{
    library(window);
    window.currentPage()->primaryAction()->trigger();
    auto &form = *window.findChild<ui::ProfileForm *>();
    await([&] { return form.isVisible(); });
    form.findChild<QLineEdit *>()->setText(u"Night"_s);
}

void stations(ui::MainWindow &window)
{
    library(window);
    window.currentPage()->findChild<QTabBar *>()->setCurrentIndex(1);
}

void unfit(ui::MainWindow &window)
{
    selectPlace(window, u"CP12"_s, 0);
}

void plan(ui::MainWindow &window)
{
    selectPlace(window, u"CP01"_s, 1);
    window.findChild<ui::PlacePanel *>()->findChild<QTabBar *>()->setCurrentIndex(1);
}

void applying(ui::MainWindow &window)
{
    library(window);
    auto &form = *window.findChild<ui::ProfileForm *>();
    table(window, u"profileLibrary"_s).selectRow(0);
    await([&] { return form.isVisible(); });
    emit form.applyRequested(u"Lunch break"_s);
    auto &apply = *window.findChild<ui::ApplyForm *>();
    await([&] { return apply.isVisible(); });
    apply.begin({}, u"CP12"_s, 1);
}

} // namespace profilescenes
