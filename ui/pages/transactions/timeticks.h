// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/timestamp.h"

#include <QList>
#include <QString>

namespace ui {

/// A mark on the time axis of a plot.
struct TimeTick {
    ocpp::Timestamp time{};
    QString text; ///< "14:30", or the date where a day begins
};

/// At most `most` marks at round local times.
QList<TimeTick> timeTicks(ocpp::Timestamp from, ocpp::Timestamp to, int most);
/// The local midnights in between.
QList<ocpp::Timestamp> dayBoundaries(ocpp::Timestamp from, ocpp::Timestamp to);

} // namespace ui
