// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/timestamp.h"

#include <QDateTime>
#include <QList>
#include <QTimeZone>

namespace plot {

QDateTime localTime(ocpp::Timestamp time, const QTimeZone &zone);
ocpp::Timestamp momentOf(const QDateTime &time);

/// At most about `most` moments at round local times, also on days of 23 and 25 hours.
QList<ocpp::Timestamp> timeTicks(ocpp::Timestamp from, ocpp::Timestamp to, int most, const QTimeZone &zone);
/// The beginnings of local days after `from` and before `to`.
QList<ocpp::Timestamp> dayBoundaries(ocpp::Timestamp from, ocpp::Timestamp to, const QTimeZone &zone);
/// 1, 2 or 5 times a power of ten, so that three to five lines cover `highest`.
double niceStep(double highest);

} // namespace plot
