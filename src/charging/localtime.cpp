// SPDX-License-Identifier: GPL-3.0-or-later
#include "charging/localtime.h"

namespace charging {
namespace {

std::chrono::seconds offsetAt(ocpp::Timestamp time, const QTimeZone &zone)
{
    const auto moment = QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), Qt::UTC);
    return std::chrono::seconds(zone.offsetFromUtc(moment));
}

} // namespace

ocpp::ChargingProfile asOf(ocpp::ChargingProfile profile, ocpp::Timestamp now, const QTimeZone &zone)
{
    std::optional<ocpp::Timestamp> &start = profile.chargingSchedule.startSchedule;
    if (profile.chargingProfileKind == ocpp::ChargingProfileKindType::Recurring && start && zone.isValid())
        *start += offsetAt(*start, zone) - offsetAt(now, zone);
    return profile;
}

} // namespace charging
