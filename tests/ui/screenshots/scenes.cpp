// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screenshots/scenes.h"

#include "ui/commands/commandrow.h"
#include "ui/pages/connect/knockentry.h"
#include "ui/pages/overview/attentionrow.h"
#include "ui/pages/overview/firststeps.h"
#include "ui/pages/settings/apisection.h"
#include "ui/pages/settings/settingrow.h"
#include "ui/pages/settings/settingwords.h"
#include "ui/pages/stations/configuration/compareview.h"
#include "ui/pages/stations/many/batchview.h"
#include "ui/pages/stations/many/manypanel.h"
#include "ui/pages/stations/stationpanel.h"
#include "ui/screenshots/bookscenes.h"
#include "ui/screenshots/firmwarescenes.h"
#include "ui/screenshots/loadscenes.h"
#include "ui/screenshots/planscenes.h"
#include "ui/screenshots/profilescenes.h"
#include "ui/screenshots/questionscenes.h"
#include "ui/screenshots/schedulescenes.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pages.h"
#include "ui/uifixture.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

void show(ui::MainWindow &window, QStringView page)
{
    window.showPage(ui::pageIndex(page));
}

template<class Condition>
void await(Condition condition)
{
    if (!QTest::qWaitFor(condition, 10'000))
        qFatal("The window does not show what the picture needs.");
}

ui::TableView &table(ui::MainWindow &window, const QString &name = u"stations"_s)
{
    return *window.currentPage()->findChild<ui::TableView *>(name);
}

ui::StationPanel &openStation(ui::MainWindow &window, const QString &id)
{
    show(window, u"stations");
    QAbstractItemModel &model = *table(window).model();
    await([&] { return model.rowCount() > 1; });
    table(window).selectRow(model.match(model.index(0, 1), Qt::DisplayRole, id).first().row());
    auto &panel = *window.findChild<ui::StationPanel *>();
    await([&] { return panel.station() == id; });
    return panel;
}

void unfold(ui::StationPanel &panel, const char *action)
{
    panel.findChild<ui::CommandRow *>(QLatin1StringView(action))->setUnfolded(true);
}

void stations(ui::MainWindow &window)
{
    show(window, u"stations");
    await([&] { return table(window).model()->rowCount() > 1; });
}

void awaitEmptyState(ui::MainWindow &window)
{
    await([&] {
        return std::ranges::any_of(window.currentPage()->findChildren<ui::EmptyState *>(), &QWidget::isVisible);
    });
}

void noStations(ui::MainWindow &window)
{
    show(window, u"stations");
    awaitEmptyState(window);
}

void overview(ui::MainWindow &window)
{
    show(window, u"overview");
    await([&] { return !window.currentPage()->headline().isEmpty(); });
}

void firstStart(ui::MainWindow &window)
{
    show(window, u"overview");
    await([&] { return window.findChild<ui::FirstSteps *>()->isVisible(); });
}

void settled(ui::MainWindow &window)
{
    overview(window);
    const auto tag = [&] { return window.findChild<ui::AttentionRow *>(); };
    await([&] { return tag() != nullptr; });
    for (ui::AttentionRow *row : window.findChildren<ui::AttentionRow *>()) {
        if (row->item().kind == ui::AttentionItem::Kind::Endless)
            row->findChildren<QPushButton *>().first()->click();
    }
}

void unreadable(ui::MainWindow &window)
{
    show(window, u"overview");
    await([&] { return window.currentPage()->findChild<ui::EmptyState *>()->isVisible(); });
}

void connecting(ui::MainWindow &window)
{
    show(window, u"connect");
    await([&] { return !window.currentPage()->headline().isEmpty(); });
}

void noDoor(ui::MainWindow &window)
{
    show(window, u"connect");
    awaitEmptyState(window);
}

void accepting(ui::MainWindow &window)
{
    connecting(window);
    await([&] { return window.findChild<ui::KnockEntry *>() != nullptr; });
    for (ui::KnockEntry *entry : window.findChildren<ui::KnockEntry *>()) {
        if (entry->row().isAcceptable() || entry->row().lacksPassword())
            entry->findChildren<QPushButton *>().first()->click();
    }
}

void detail(ui::MainWindow &window)
{
    openStation(window, u"CP01"_s);
}

void commandForms(ui::MainWindow &window)
{
    auto &panel = openStation(window, u"CP01"_s);
    unfold(panel, "RemoteStartTransaction");
    unfold(panel, "Reset");
}

ui::StationPanel &openTab(ui::MainWindow &window, const QString &id, int tab)
{
    ui::StationPanel &panel = openStation(window, id);
    panel.findChild<QTabBar *>()->setCurrentIndex(tab);
    return panel;
}

ui::TableView &configurationTable(ui::StationPanel &panel)
{
    auto *table = panel.findChild<ui::TableView *>(u"configuration"_s);
    await([&] { return table->model()->rowCount() > 1; });
    return *table;
}

void selectKey(ui::TableView &table, const QString &key)
{
    QAbstractItemModel &model = *table.model();
    table.selectRow(model.match(model.index(0, 0), Qt::DisplayRole, key).first().row());
}

void configuration(ui::MainWindow &window)
{
    selectKey(configurationTable(openTab(window, u"CP01"_s, 1)), u"MeterValueSampleInterval"_s);
}

void configurationAlone(ui::MainWindow &window)
{
    ui::StationPanel &panel = openTab(window, u"CP08"_s, 1);
    emit panel.aloneRequested(true);
    selectKey(configurationTable(panel), u"MeterValuesSampledData"_s);
}

void unreadConfiguration(ui::MainWindow &window)
{
    openTab(window, u"CP03"_s, 1);
}

void chooseForConfiguration(ui::StationPanel &panel, int entry)
{
    for (QPushButton *button : panel.findChildren<QPushButton *>()) {
        if (button->menu() && button->isVisible())
            return button->menu()->actions().at(entry)->trigger();
    }
}

void comparing(ui::MainWindow &window)
{
    ui::StationPanel &panel = openTab(window, u"CP01"_s, 1);
    configurationTable(panel);
    chooseForConfiguration(panel, 0);
    auto *other = panel.findChild<ui::CompareView *>()->findChild<QComboBox *>();
    await([&] { return other->count() > 1; });
    other->setCurrentIndex(other->findData(u"CP08"_s));
}

void carrying(ui::MainWindow &window)
{
    ui::StationPanel &panel = openTab(window, u"CP01"_s, 1);
    configurationTable(panel);
    chooseForConfiguration(panel, 1);
}

void stationLog(ui::MainWindow &window)
{
    openTab(window, u"CP05"_s, 2);
}

void stationSettings(ui::MainWindow &window)
{
    openTab(window, u"CP01"_s, 6);
}

void removing(ui::MainWindow &window)
{
    emit openTab(window, u"CP07"_s, 6).removeRequested(u"CP07"_s);
}

void several(ui::MainWindow &window)
{
    stations(window);
    ui::TableView &stations = table(window);
    for (int row = 4; row < 9; ++row)
        stations.selectionModel()->select(stations.model()->index(row, 0),
                                          QItemSelectionModel::Select | QItemSelectionModel::Rows);
    window.findChild<ui::ManyPanel *>()->findChild<ui::CommandRow *>(u"Reset"_s)->setUnfolded(true);
}

void batch(ui::MainWindow &window)
{
    several(window);
    window.findChild<ui::ManyPanel *>()->findChild<ui::CommandRow *>(u"Reset"_s)->findChild<QPushButton *>(u"send"_s)->click();
    auto *progress = window.findChild<ui::BatchView *>()->findChild<ui::TableView *>();
    await([&] { return progress->model()->rowCount() == 5; });
}

void facts(ui::MainWindow &window)
{
    openTab(window, u"CP13"_s, 4);
}

void security(ui::MainWindow &window)
{
    openTab(window, u"CP05"_s, 5);
}

void findings(ui::MainWindow &window)
{
    openTab(window, u"CP05"_s, 3);
}

void pending(ui::MainWindow &window)
{
    openStation(window, u"CP16"_s);
}

void adding(ui::MainWindow &window)
{
    stations(window);
    window.currentPage()->primaryAction()->trigger();
}

void log(ui::MainWindow &window)
{
    show(window, u"messages");
    await([&] { return table(window, u"messages"_s).model()->rowCount() > 1; });
}

void selectMessage(ui::MainWindow &window, const QString &action, bool withFinding)
{
    log(window);
    const QAbstractItemModel &model = *table(window, u"messages"_s).model();
    for (int row = model.rowCount() - 1; row >= 0; --row) {
        const bool finding = !model.index(row, 0).data().toString().isEmpty();
        if (model.index(row, 4).data().toString() == action && finding == withFinding)
            return table(window, u"messages"_s).selectRow(row);
    }
}

void message(ui::MainWindow &window)
{
    selectMessage(window, u"MeterValues"_s, true);
}

void palette(ui::MainWindow &window)
{
    overview(window);
    QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
}

void settings(ui::MainWindow &window)
{
    show(window, u"settings");
}

QLineEdit &field(ui::MainWindow &window, const QString &label)
{
    for (auto *row : window.findChildren<ui::SettingRow *>()) {
        if (row->findChild<QLabel *>()->text() == label)
            return *row->findChild<QLineEdit *>();
    }
    qFatal("There is no setting %s.", qPrintable(label));
}

/// One setting that waits for a restart, and one that cannot be. By its key, whatever the language.
void changedSettings(ui::MainWindow &window)
{
    settings(window);
    int changed = 0;
    for (const config::Setting &setting : config::settingTable()) {
        if (setting.key != "heartbeatIntervalSeconds"_L1 && setting.key != "port"_L1)
            continue;
        QLineEdit &edit = field(window, ui::settingWords(setting).label);
        edit.setText(changed++ == 0 ? u"900000"_s : u"60"_s);
        emit edit.editingFinished();
    }
}

void lastSettings(ui::MainWindow &window)
{
    settings(window);
    auto *scroll = window.currentPage()->findChild<QScrollArea *>();
    await([&] { return scroll->verticalScrollBar()->maximum() > 0; });
    scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
    window.findChild<ui::ApiSection *>()->findChildren<QPushButton *>().last()->click();
}

void database(ui::MainWindow &window)
{
    settings(window);
    await([&] { return window.currentPage()->findChild<QScrollArea *>()->verticalScrollBar()->maximum() > 0; });
    window.currentPage()->visit({.page = u"settings"_s, .station = {}, .part = u"database"_s});
}

void emptyLog(ui::MainWindow &window)
{
    show(window, u"messages");
    awaitEmptyState(window);
}

void noTags(ui::MainWindow &window)
{
    bookscenes::showTags(window);
    awaitEmptyState(window);
}

void noLists(ui::MainWindow &window)
{
    planscenes::showLists(window);
    awaitEmptyState(window);
}

void noReservations(ui::MainWindow &window)
{
    planscenes::showReservations(window);
    awaitEmptyState(window);
}

void noSessions(ui::MainWindow &window)
{
    bookscenes::showSessions(window);
    awaitEmptyState(window);
}

constexpr std::array allScenes{
    Scene{"overview"_L1, Content::Site, overview},
    Scene{"overview-undo"_L1, Content::Site, settled},
    Scene{"overview-empty"_L1, Content::Empty, firstStart},
    Scene{"overview-error"_L1, Content::Broken, unreadable},
    Scene{"stations"_L1, Content::Site, stations},
    Scene{"stations-detail"_L1, Content::Site, detail},
    Scene{"stations-commands"_L1, Content::Site, commandForms},
    Scene{"stations-configuration"_L1, Content::Site, configuration},
    Scene{"stations-configuration-alone"_L1, Content::Site, configurationAlone},
    Scene{"stations-configuration-empty"_L1, Content::Site, unreadConfiguration},
    Scene{"stations-configuration-compare"_L1, Content::Site, comparing},
    Scene{"stations-configuration-carry"_L1, Content::Site, carrying},
    Scene{"stations-messages"_L1, Content::Site, stationLog},
    Scene{"stations-facts"_L1, Content::Site, facts},
    Scene{"stations-settings"_L1, Content::Site, stationSettings},
    Scene{"stations-removed"_L1, Content::Site, removing},
    Scene{"stations-several"_L1, Content::Site, several},
    Scene{"stations-batch"_L1, Content::Site, batch},
    Scene{"stations-findings"_L1, Content::Site, findings},
    Scene{"stations-security"_L1, Content::Site, security},
    Scene{"stations-pending"_L1, Content::Site, pending},
    Scene{"stations-add"_L1, Content::Site, adding},
    Scene{"stations-empty"_L1, Content::Empty, noStations},
    Scene{"stations-error"_L1, Content::Broken, noStations},
    Scene{"idtags"_L1, Content::Book, bookscenes::tags},
    Scene{"idtags-detail"_L1, Content::Book, bookscenes::editedTag},
    Scene{"idtags-mistake"_L1, Content::Book, bookscenes::wrongTag},
    Scene{"idtags-unknown"_L1, Content::Book, bookscenes::unknownCards},
    Scene{"idtags-learning"_L1, Content::Book, bookscenes::learning},
    Scene{"idtags-import"_L1, Content::Book, bookscenes::importing},
    Scene{"idtags-empty"_L1, Content::Empty, noTags},
    Scene{"idtags-error"_L1, Content::Broken, noTags},
    Scene{"locallists"_L1, Content::Plans, planscenes::lists},
    Scene{"locallists-stations"_L1, Content::Plans, planscenes::listStations},
    Scene{"locallists-preview"_L1, Content::Plans, planscenes::listPreview},
    Scene{"locallists-stuck"_L1, Content::Plans, planscenes::stuckStation},
    Scene{"locallists-entries"_L1, Content::Plans, planscenes::listEntries},
    Scene{"locallists-settings"_L1, Content::Plans, planscenes::listSettings},
    Scene{"locallists-choose"_L1, Content::Plans, planscenes::listChoosing},
    Scene{"locallists-add"_L1, Content::Plans, planscenes::newList},
    Scene{"locallists-empty"_L1, Content::Empty, noLists},
    Scene{"locallists-error"_L1, Content::Broken, noLists},
    Scene{"reservations"_L1, Content::Plans, planscenes::reservations},
    Scene{"reservations-detail"_L1, Content::Plans, planscenes::oneReservation},
    Scene{"reservations-over"_L1, Content::Plans, planscenes::endedReservation},
    Scene{"reservations-form"_L1, Content::Plans, planscenes::newReservation},
    Scene{"reservations-sent"_L1, Content::Plans, planscenes::askedReservation},
    Scene{"reservations-empty"_L1, Content::Empty, noReservations},
    Scene{"reservations-error"_L1, Content::Broken, noReservations},
    Scene{"sites"_L1, Content::Plans, loadscenes::sites},
    Scene{"sites-site"_L1, Content::Plans, loadscenes::siteItself},
    Scene{"sites-fuse"_L1, Content::Plans, loadscenes::oneFuse},
    Scene{"sites-station"_L1, Content::Plans, loadscenes::oneMember},
    Scene{"sites-add"_L1, Content::Plans, loadscenes::newSite},
    Scene{"sites-empty"_L1, Content::Empty, loadscenes::noSites},
    Scene{"sites-error"_L1, Content::Broken, loadscenes::noSites},
    Scene{"transactions"_L1, Content::Book, bookscenes::sessions},
    Scene{"transactions-finished"_L1, Content::Book, bookscenes::finishedSession},
    Scene{"transactions-running"_L1, Content::Book, bookscenes::runningSession},
    Scene{"transactions-odd"_L1, Content::Book, bookscenes::oddSession},
    Scene{"transactions-values"_L1, Content::Book, bookscenes::meterValues},
    Scene{"transactions-filtered"_L1, Content::Book, bookscenes::filtered},
    Scene{"transactions-exported"_L1, Content::Book, bookscenes::sessionsExported},
    Scene{"transactions-empty"_L1, Content::Empty, noSessions},
    Scene{"transactions-error"_L1, Content::Broken, noSessions},
    Scene{"profiles"_L1, Content::Site, profilescenes::library},
    Scene{"profiles-edit"_L1, Content::Site, profilescenes::editing},
    Scene{"profiles-mistake"_L1, Content::Site, profilescenes::mistake},
    Scene{"profiles-stations"_L1, Content::Site, profilescenes::stations},
    Scene{"profiles-unfit"_L1, Content::Site, profilescenes::unfit},
    Scene{"profiles-plan"_L1, Content::Site, profilescenes::plan},
    Scene{"profiles-apply"_L1, Content::Site, profilescenes::applying},
    Scene{"profiles-empty"_L1, Content::Empty, profilescenes::show},
    Scene{"profiles-error"_L1, Content::Broken, profilescenes::show},
    Scene{"schedules"_L1, Content::Site, schedulescenes::week},
    Scene{"schedules-day"_L1, Content::Site, schedulescenes::oneDay},
    Scene{"schedules-longday"_L1, Content::Site, schedulescenes::longDay},
    Scene{"schedules-problems"_L1, Content::Site, schedulescenes::problems},
    Scene{"schedules-apply"_L1, Content::Site, schedulescenes::applying},
    Scene{"schedules-blank"_L1, Content::Site, schedulescenes::blank},
    Scene{"schedules-error"_L1, Content::Broken, schedulescenes::unreadable},
    Scene{"connect"_L1, Content::Site, connecting},
    Scene{"connect-accepted"_L1, Content::Site, accepting},
    Scene{"connect-empty"_L1, Content::Empty, connecting},
    Scene{"connect-error"_L1, Content::Broken, noDoor},
    Scene{"firmware"_L1, Content::Site, firmwarescenes::images},
    Scene{"firmware-image"_L1, Content::Site, firmwarescenes::image},
    Scene{"firmware-updating"_L1, Content::Site, firmwarescenes::updating},
    Scene{"firmware-update"_L1, Content::Site, firmwarescenes::update},
    Scene{"firmware-failure"_L1, Content::Site, firmwarescenes::failure},
    Scene{"firmware-rollout"_L1, Content::Site, firmwarescenes::rollout},
    Scene{"firmware-log"_L1, Content::Site, firmwarescenes::log},
    Scene{"firmware-archive"_L1, Content::Site, firmwarescenes::archive},
    Scene{"firmware-asking"_L1, Content::Site, firmwarescenes::asking},
    Scene{"firmware-empty"_L1, Content::Empty, firmwarescenes::nothing},
    Scene{"firmware-error"_L1, Content::Broken, firmwarescenes::nothing},
    Scene{"messages"_L1, Content::Site, log},
    Scene{"messages-detail"_L1, Content::Site, message},
    Scene{"messages-empty"_L1, Content::Empty, emptyLog},
    Scene{"messages-error"_L1, Content::Broken, emptyLog},
    Scene{"settings"_L1, Content::Site, settings},
    Scene{"settings-changed"_L1, Content::Site, changedSettings},
    Scene{"settings-database"_L1, Content::Site, database},
    Scene{"settings-last"_L1, Content::Site, lastSettings},
    Scene{"stations-question"_L1, Content::Site, questionscenes::hardRestart},
    Scene{"about"_L1, Content::Site, questionscenes::about},
    Scene{"closing"_L1, Content::Site, questionscenes::closing},
    Scene{"palette"_L1, Content::Site, palette},
};

} // namespace

std::span<const Scene> scenes()
{
    return allScenes;
}
