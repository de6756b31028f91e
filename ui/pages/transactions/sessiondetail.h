// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/commands.h"
#include "store/stations.h"
#include "ui/pages/transactions/metercurve.h"
#include "ui/pages/transactions/samplerow.h"
#include "ui/pages/transactions/sessionrow.h"

namespace ui {

/// All that the panel of one session shows, read in one go.
struct SessionDetail {
    SessionRow row;
    MeterCurve curve;
    QList<SampleRow> samples;
    std::optional<store::Command> stop; ///< the latest remote stop of this session, whoever gave it
    bool stationKnown = false; ///< books outlive stations
    bool stationOnline = false;
    store::Registration registration = store::Registration::Accepted; ///< of the station, if it is known
};

/// On the reader's thread. Nothing if there is no such session.
std::optional<SessionDetail> readSessionDetail(store::Database &db, qint64 id);

} // namespace ui
