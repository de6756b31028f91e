// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/generalsection.h"

#include "ui/desktop/desktop.h"
#include "ui/pages/settings/settingrow.h"
#include "ui/shell/preferences.h"

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using Kind = SettingRow::Kind;
using WhenClosed = Preferences::WhenClosed;

QString flag(bool on)
{
    return on ? u"true"_s : u"false"_s;
}

} // namespace

GeneralSection::GeneralSection(const Backend &backend, QWidget *rowParent, QObject *parent)
    : QObject(parent), backend_(backend), rowParent_(rowParent)
{
    addLanguage();
    addAppearance();
    if (backend.desktop && backend.desktop->autostart)
        addAutostart();
    if (backend.desktop && backend.desktop->tray && backend.ownsEngine)
        addClosing();
    if (backend.desktop)
        addSwitches();
    refresh();
    connect(&Preferences::shared(), &Preferences::changed, this, &GeneralSection::refresh);
}

SettingRow *GeneralSection::add(SettingRow *row)
{
    rows_.append(row);
    return row;
}

void GeneralSection::refresh()
{
    for (const auto &refresh : std::as_const(refreshers_))
        refresh();
}

void GeneralSection::addLanguage()
{
    auto *row = add(new SettingRow(Kind::Choice, tr("Language"), {}, rowParent_));
    row->setChoices({{u""_s, tr("As the desktop")}, {u"de"_s, u"Deutsch"_s}, {u"en"_s, u"English"_s}});
    connect(row, &SettingRow::edited, this, [](const QString &value) { Preferences::shared().setLanguage(value); });
    refreshers_.append([row] { row->present(Preferences::shared().language()); });
}

void GeneralSection::addAppearance()
{
    auto *row = add(new SettingRow(Kind::Choice, tr("Appearance"), {}, rowParent_));
    row->setChoices({{themeWord(ThemeChoice::System), tr("As the desktop")},
                     {themeWord(ThemeChoice::Light), tr("Light")},
                     {themeWord(ThemeChoice::Dark), tr("Dark")}});
    connect(row, &SettingRow::edited, this,
            [](const QString &value) { Preferences::shared().setTheme(themeFor(value)); });
    refreshers_.append([row] { row->present(themeWord(rememberedTheme())); });
}

void GeneralSection::addAutostart()
{
    Autostart *autostart = backend_.desktop->autostart.get();
    auto *row = add(new SettingRow(Kind::Switch, tr("Start when I log in"),
                                   tr("In the background, so that the stations find their central system after a "
                                      "restart of the computer."),
                                   rowParent_));
    connect(row, &SettingRow::edited, this, [this, row, autostart](const QString &value) {
        const bool written = autostart->setOn(value == "true"_L1);
        refresh();
        if (!written)
            row->complain(tr("%1 could not be written. Look whether its folder belongs to you.").arg(autostart->place()));
    });
    refreshers_.append([row, autostart] { row->present(flag(autostart->isOn())); });
}

void GeneralSection::addClosing()
{
    auto *row = add(new SettingRow(Kind::Choice, tr("When the window closes"),
                                   tr("Without Stationmaster the stations are offline."), rowParent_));
    row->setChoices({{u"ask"_s, tr("Ask me")}, {u"stay"_s, tr("Keep running in the background")}, {u"quit"_s, tr("Quit")}});
    connect(row, &SettingRow::edited, this, [](const QString &value) {
        Preferences::shared().setWhenClosed(value == "stay"_L1   ? WhenClosed::Stay
                                            : value == "quit"_L1 ? WhenClosed::Quit
                                                                 : WhenClosed::Ask);
    });
    refreshers_.append([row, tray = backend_.desktop->tray.get()] {
        const WhenClosed choice = Preferences::shared().whenClosed();
        row->present(choice == WhenClosed::Stay   ? u"stay"_s
                     : choice == WhenClosed::Quit ? u"quit"_s
                                                  : u"ask"_s);
        row->remark({});
        row->lock(tray->isAvailable() ? QString()
                                      : tr("This desktop has no tray, so there would be no way back: it quits."));
    });
}

void GeneralSection::addSwitches()
{
    if (backend_.desktop->notifier) {
        auto *row = add(new SettingRow(Kind::Switch, tr("Messages on the desktop"),
                                       tr("About faults, and about stations that stay offline for some minutes."),
                                       rowParent_));
        connect(row, &SettingRow::edited, this,
                [](const QString &value) { Preferences::shared().setNotifies(value == "true"_L1); });
        refreshers_.append([row] { row->present(flag(Preferences::shared().notifies())); });
    }
    if (backend_.desktop->sleepLock) {
        auto *row = add(new SettingRow(Kind::Switch, tr("Stay awake while cars charge"),
                                       tr("The computer does not go to sleep by itself then. Otherwise you are warned "
                                          "when it does."),
                                       rowParent_));
        connect(row, &SettingRow::edited, this,
                [](const QString &value) { Preferences::shared().setStaysAwake(value == "true"_L1); });
        refreshers_.append([row] { row->present(flag(Preferences::shared().staysAwake())); });
    }
}

} // namespace ui
