// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screenshots/questionscenes.h"

#include "ui/commands/commandrow.h"
#include "ui/pages/stations/many/manypanel.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pages.h"
#include "ui/uifixture.h"
#include "ui/widgets/modal.h"
#include "ui/widgets/tableview.h"

#include <QApplication>

using namespace Qt::Literals::StringLiterals;

namespace questionscenes {
namespace {

template<class Condition>
void await(Condition condition)
{
    if (!QTest::qWaitFor(condition, 10'000))
        qFatal("The window does not show what the picture needs.");
}

void overview(ui::MainWindow &window)
{
    window.showPage(ui::pageIndex(u"overview"));
    await([&] { return !window.currentPage()->headline().isEmpty(); });
}

} // namespace

void hardRestart(ui::MainWindow &window)
{
    window.showPage(ui::pageIndex(u"stations"));
    auto *stations = window.currentPage()->findChild<ui::TableView *>(u"stations"_s);
    await([&] { return stations->model()->rowCount() > 1; });
    stations->selectAll();
    auto *reset = window.findChild<ui::ManyPanel *>()->findChild<ui::CommandRow *>(u"Reset"_s);
    // How many charge is read first.
    await([&] {
        if (!QApplication::activeModalWidget())
            emit reset->sendRequested({{u"type"_s, u"Hard"_s}});
        return QApplication::activeModalWidget() != nullptr;
    });
}

void about(ui::MainWindow &window)
{
    overview(window);
    ui::modal::about(&window);
}

void closing(ui::MainWindow &window)
{
    overview(window);
    window.close();
}

} // namespace questionscenes
