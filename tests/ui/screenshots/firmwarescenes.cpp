// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screenshots/firmwarescenes.h"

#include "ui/pages/firmware/askform.h"
#include "ui/pages/firmware/imageform.h"
#include "ui/pages/firmware/updateform.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pages.h"
#include "ui/uifixture.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/tableview.h"

#include <QPushButton>
#include <QSpinBox>
#include <QTabBar>

using namespace Qt::Literals::StringLiterals;

namespace firmwarescenes {
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

void show(ui::MainWindow &window)
{
    window.showPage(ui::pageIndex(u"firmware"));
}

void select(ui::MainWindow &window, int tab, const QString &name, int column, const QString &text)
{
    images(window);
    window.currentPage()->findChild<QTabBar *>()->setCurrentIndex(tab);
    QAbstractItemModel &model = *table(window, name).model();
    table(window, name)
        .selectRow(model.match(model.index(0, column), Qt::DisplayRole, text, 1, Qt::MatchContains).first().row());
}

} // namespace

void nothing(ui::MainWindow &window)
{
    show(window);
    await([&] { return window.currentPage()->findChild<ui::EmptyState *>()->isVisible(); });
}

void images(ui::MainWindow &window)
{
    show(window);
    await([&] { return table(window, u"firmwareImages"_s).model()->rowCount() > 1; });
}

void image(ui::MainWindow &window)
{
    select(window, 0, u"firmwareImages"_s, 0, u"alfen"_s);
}

void updating(ui::MainWindow &window)
{
    image(window);
    emit window.findChild<ui::ImageForm *>()->updateRequested(window.findChild<ui::ImageForm *>()->editedId());
    auto &form = *window.findChild<ui::UpdateForm *>();
    await([&] { return form.isVisible(); });
    form.findChild<QSpinBox *>()->setValue(1);
    form.findChildren<QPushButton *>().at(1)->click(); // all
}

void update(ui::MainWindow &window)
{
    select(window, 1, u"firmwareJobs"_s, 1, u"CP03"_s);
}

void failure(ui::MainWindow &window)
{
    select(window, 1, u"firmwareJobs"_s, 1, u"CP08"_s);
}

void rollout(ui::MainWindow &window)
{
    select(window, 2, u"firmwareRollouts"_s, 1, u"abl"_s);
}

void log(ui::MainWindow &window)
{
    select(window, 3, u"stationFiles"_s, 1, u"CP13"_s);
}

void archive(ui::MainWindow &window)
{
    select(window, 3, u"stationFiles"_s, 1, u"CP12"_s);
}

void asking(ui::MainWindow &window)
{
    log(window);
    window.findChild<ui::AskForm *>()->begin();
    for (QPushButton *button : window.currentPage()->findChildren<QPushButton *>()) {
        if (button->objectName() == "ask"_L1)
            button->click();
    }
    await([&] { return window.findChild<ui::AskForm *>()->isVisible(); });
}

} // namespace firmwarescenes
