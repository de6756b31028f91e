// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screenshots/planscenes.h"

#include "ui/pages/locallists/listpanel.h"
#include "ui/pages/locallists/liststations.h"
#include "ui/pages/locallists/stationlistcard.h"
#include "ui/pages/reservations/reservationform.h"
#include "ui/pages/reservations/reservationpanel.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pages.h"
#include "ui/uifixture.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QComboBox>
#include <QPushButton>
#include <QTabBar>

using namespace Qt::Literals::StringLiterals;

namespace planscenes {
namespace {

const QString house = u"Tenants of house 12"_s;

template<class Condition>
void await(Condition condition)
{
    if (!QTest::qWaitFor(condition, 10'000))
        qFatal("The window does not show what the picture needs.");
}

/// By what stands in a column, in every language.
void select(ui::MainWindow &window, const QString &name, int column, const QString &text)
{
    auto &table = *window.currentPage()->findChild<ui::TableView *>(name);
    QAbstractItemModel &model = *table.model();
    const auto found = [&] { return model.match(model.index(0, column), Qt::DisplayRole, text, 1, Qt::MatchContains); };
    await([&] { return !found().isEmpty(); });
    table.selectRow(found().first().row());
}

void openTab(ui::MainWindow &window, int tab)
{
    window.findChild<ui::ListPanel *>()->findChild<QTabBar *>()->setCurrentIndex(tab);
}

void openStation(ui::MainWindow &window, const QString &list, const QString &station)
{
    lists(window);
    select(window, u"locallists"_s, 0, list);
    select(window, u"locallists/stations"_s, 0, station);
    await([&] { return window.findChild<ui::StationListCard *>()->isVisible(); });
}

} // namespace

void showLists(ui::MainWindow &window)
{
    window.showPage(ui::pageIndex(u"locallists"));
}

void lists(ui::MainWindow &window)
{
    showLists(window);
    await([&] { return window.currentPage()->findChild<ui::TableView *>(u"locallists"_s)->model()->rowCount() == 3; });
}

void listStations(ui::MainWindow &window)
{
    lists(window);
    select(window, u"locallists"_s, 0, house);
}

void listPreview(ui::MainWindow &window)
{
    openStation(window, house, u"CP09"_s);
}

void stuckStation(ui::MainWindow &window)
{
    openStation(window, u"Everybody"_s, u"CP08"_s);
}

void listEntries(ui::MainWindow &window)
{
    listStations(window);
    openTab(window, 1);
    select(window, u"locallists/entries"_s, 1, u"041B77E0C39880"_s);
}

void listSettings(ui::MainWindow &window)
{
    listStations(window);
    openTab(window, 2);
}

void listChoosing(ui::MainWindow &window)
{
    listStations(window);
    window.findChild<ui::ListStations *>()->findChild<QPushButton *>(u"choose"_s)->click();
}

void newList(ui::MainWindow &window)
{
    lists(window);
    window.currentPage()->primaryAction()->trigger();
}

void showReservations(ui::MainWindow &window)
{
    window.showPage(ui::pageIndex(u"reservations"));
}

void reservations(ui::MainWindow &window)
{
    showReservations(window);
    await(
        [&] { return window.currentPage()->findChild<ui::TableView *>(u"reservations"_s)->model()->rowCount() == 9; });
}

void oneReservation(ui::MainWindow &window)
{
    reservations(window);
    select(window, u"reservations"_s, 3, u"Anna"_s);
    await([&] { return window.findChild<ui::ReservationPanel *>()->isVisible(); });
}

void endedReservation(ui::MainWindow &window)
{
    reservations(window);
    select(window, u"reservations"_s, 1, u"CP13"_s);
    await([&] { return window.findChild<ui::ReservationPanel *>()->isVisible(); });
}

void newReservation(ui::MainWindow &window)
{
    reservations(window);
    window.currentPage()->primaryAction()->trigger();
    auto *form = window.findChild<ui::ReservationForm *>();
    const QList<QComboBox *> boxes = form->findChildren<QComboBox *>();
    boxes.at(0)->setCurrentIndex(boxes.at(0)->findData(u"CP10"_s));
    boxes.at(1)->setCurrentIndex(boxes.at(1)->findData(1));
    boxes.at(2)->setCurrentIndex(boxes.at(2)->findData(u"04A2B7C91E6680"_s));
}

void askedReservation(ui::MainWindow &window)
{
    newReservation(window);
    auto *act = window.findChild<ui::ReservationForm *>()->findChild<QPushButton *>(u"act"_s);
    const QString before = act->text();
    act->click();
    await([&] { return act->text() != before; });
}

} // namespace planscenes
