// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/overview/attentionitem.h"
#include "ui/pages/overview/chargingrow.h"

namespace ui {

/// The figures at the head of the page.
struct Figures {
    int stations = 0;
    int online = 0;
    int connectors = 0; ///< of the stations that are online
    int charging = 0; ///< connectors
    double powerW = 0;
    double energyTodayWh = 0;
};

/// What the day's sessions that are over have brought, and what the others had brought before midnight. Only a start, a
/// stop or a new day changes it, so it is kept from one reading to the next.
struct DayBooks {
    ocpp::Timestamp midnight{};
    bool known = false;
    double closedWh = 0;
    QHash<qint64, double> beforeMidnightWh; ///< by transaction, of the open ones that began before
};

struct Overview {
    Figures figures;
    Matters attention;
    QList<ChargingRow> charging;
    DayBooks books;
};

/// On the reader's thread. `books` are those of the last reading, or none if they must be read anew.
Overview readOverview(store::Database &db, const Watch &watch, DayBooks books);

/// The beginning of the day, where this computer is.
ocpp::Timestamp midnightBefore(ocpp::Timestamp time);

} // namespace ui
