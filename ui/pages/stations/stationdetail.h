// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/commands.h"
#include "store/findings.h"
#include "ui/commands/formcontext.h"
#include "ui/pages/stations/connectorcard.h"
#include "ui/pages/stations/stationrow.h"

namespace ui {

/// All that the panel of one station shows, read in one go.
struct StationDetail {
    StationRow row;
    QList<store::Command> commands; ///< newest first; of the last hours, and all that are under way
    QList<store::FindingRow> findings;
    QList<ConnectorSession> sessions; ///< the open ones
    FormContext context;
    int alarms = 0; ///< of its security, that nobody has seen
};

/// On the reader's thread. Nothing if the station is gone.
std::optional<StationDetail> readStationDetail(store::Database &db, const QString &id);

} // namespace ui
