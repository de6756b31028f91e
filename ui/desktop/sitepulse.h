// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/timestamp.h"

#include <QList>
#include <QString>

namespace store {
class Database;
}

namespace ui {

/// The site in a few figures, and what is wrong with it: for the tray, for messages and for keeping awake.
struct SitePulse {
    struct Absent {
        QString station{};
        ocpp::Timestamp lastHeard{};
        friend bool operator==(const Absent &, const Absent &) = default;
    };
    struct Fault {
        QString station{};
        int connector = 0;
        QString code{};
        friend bool operator==(const Fault &, const Fault &) = default;
    };

    int stations = 0;
    int online = 0;
    int charging = 0;       ///< connectors of stations that are there
    QList<Absent> absent{}; ///< accepted stations that were there once and are not now
    QList<Fault> faults{};  ///< of stations that are there

    friend bool operator==(const SitePulse &, const SitePulse &) = default;
};

SitePulse readPulse(store::Database &db);

/// "14 of 16 online, 5 charging"
QString pulseText(const SitePulse &pulse);

} // namespace ui
