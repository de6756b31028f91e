// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/types.h"

#include <QTimeZone>

namespace charging {

/// OCPP knows no daylight saving: a daily profile that begins at 22:00 in winter would begin at 23:00 in summer
/// (behaviour 35). Gives the profile as a station needs it at `now`, so that a recurring schedule begins at the time of
/// day, in `zone`, that its startSchedule had there. Other profiles stay as they are.
ocpp::ChargingProfile asOf(ocpp::ChargingProfile profile, ocpp::Timestamp now, const QTimeZone &zone);

} // namespace charging
