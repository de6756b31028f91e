// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pages.h"

#include "ui/pages/connect/connectpage.h"
#include "ui/pages/firmware/firmwarepage.h"
#include "ui/pages/idtags/idtagspage.h"
#include "ui/pages/locallists/locallistspage.h"
#include "ui/pages/messages/messagespage.h"
#include "ui/pages/overview/overviewpage.h"
#include "ui/pages/profiles/profilespage.h"
#include "ui/pages/reservations/reservationspage.h"
#include "ui/pages/schedules/schedulespage.h"
#include "ui/pages/settings/settingspage.h"
#include "ui/pages/sites/sitespage.h"
#include "ui/pages/stations/stationspage.h"
#include "ui/pages/transactions/transactionspage.h"

#include <QCoreApplication>
#include <QKeySequence>

#include <algorithm>
#include <array>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr auto context = "ui::pages";

template<class P> Page *create(const Backend &backend, QWidget *parent)
{
    return new P(backend, parent);
}

constexpr std::array table{
    PageEntry{"overview"_L1, QT_TRANSLATE_NOOP("ui::pages", "Site"), QT_TRANSLATE_NOOP("ui::pages", "Overview"),
              "overview"_L1, create<OverviewPage>},
    PageEntry{"stations"_L1, QT_TRANSLATE_NOOP("ui::pages", "Site"), QT_TRANSLATE_NOOP("ui::pages", "Stations"),
              "station"_L1, create<StationsPage>},
    PageEntry{"idtags"_L1, QT_TRANSLATE_NOOP("ui::pages", "People"), QT_TRANSLATE_NOOP("ui::pages", "Id tags"),
              "card"_L1, create<IdTagsPage>},
    PageEntry{"locallists"_L1, QT_TRANSLATE_NOOP("ui::pages", "People"), QT_TRANSLATE_NOOP("ui::pages", "Local lists"),
              "locallist"_L1, create<LocalListsPage>},
    PageEntry{"transactions"_L1, QT_TRANSLATE_NOOP("ui::pages", "Charging"),
              QT_TRANSLATE_NOOP("ui::pages", "Transactions"), "transactions"_L1, create<TransactionsPage>},
    PageEntry{"reservations"_L1, QT_TRANSLATE_NOOP("ui::pages", "Charging"),
              QT_TRANSLATE_NOOP("ui::pages", "Reservations"), "reservation"_L1, create<ReservationsPage>},
    PageEntry{"profiles"_L1, QT_TRANSLATE_NOOP("ui::pages", "Charging"), QT_TRANSLATE_NOOP("ui::pages", "Profiles"),
              "profiles"_L1, create<ProfilesPage>},
    PageEntry{"schedules"_L1, QT_TRANSLATE_NOOP("ui::pages", "Charging"), QT_TRANSLATE_NOOP("ui::pages", "Schedules"),
              "schedules"_L1, create<SchedulesPage>},
    PageEntry{"sites"_L1, QT_TRANSLATE_NOOP("ui::pages", "Charging"), QT_TRANSLATE_NOOP("ui::pages", "Load balancing"),
              "sites"_L1, create<SitesPage>},
    PageEntry{"connect"_L1, QT_TRANSLATE_NOOP("ui::pages", "Service"), QT_TRANSLATE_NOOP("ui::pages", "Connect"),
              "connect"_L1, create<ConnectPage>},
    PageEntry{"firmware"_L1, QT_TRANSLATE_NOOP("ui::pages", "Service"),
              QT_TRANSLATE_NOOP("ui::pages", "Firmware and files"), "firmware"_L1, create<FirmwarePage>},
    PageEntry{"messages"_L1, QT_TRANSLATE_NOOP("ui::pages", "Service"), QT_TRANSLATE_NOOP("ui::pages", "Messages"),
              "messages"_L1, create<MessagesPage>},
    PageEntry{"settings"_L1, QT_TRANSLATE_NOOP("ui::pages", "Service"), QT_TRANSLATE_NOOP("ui::pages", "Settings"),
              "settings"_L1, create<SettingsPage>},
};

} // namespace

QString PageEntry::sectionText() const
{
    return QCoreApplication::translate(context, section);
}

QString PageEntry::titleText() const
{
    return QCoreApplication::translate(context, title);
}

std::span<const PageEntry> pages()
{
    return table;
}

int pageIndex(QStringView id)
{
    const auto entry = std::ranges::find_if(table, [&](const PageEntry &e) { return id == e.id; });
    return entry == table.end() ? -1 : int(std::distance(table.begin(), entry));
}

QKeySequence pageShortcut(int index)
{
    constexpr int digits = 10;
    return index < digits ? QKeySequence(u"Ctrl+%1"_s.arg((index + 1) % digits)) : QKeySequence();
}

} // namespace ui
