// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocpp/messages/smartcharging.h"

namespace ocpp {

std::span<const Field> ClearChargingProfile::Request::fields()
{
    static constexpr auto fields = table(
        "6.13",
        optional<&Request::id>("id", help("The profile to clear; then the other fields do not matter.")),
        optional<&Request::connectorId>("connectorId", atLeast(0),
                                        help("Only profiles of this connector; 0 is the whole station.")),
        optional<&Request::chargingProfilePurpose>("chargingProfilePurpose",
                                                   help("Only profiles with this purpose.")),
        optional<&Request::stackLevel>("stackLevel", atLeast(0), help("Only profiles of this level.")));
    return fields;
}

std::span<const Field> ClearChargingProfile::Response::fields()
{
    static constexpr auto fields = table("6.14", required<&Response::status>("status"));
    return fields;
}

std::span<const Field> GetCompositeSchedule::Request::fields()
{
    static constexpr auto fields = table(
        "6.21",
        required<&Request::connectorId>("connectorId", atLeast(0),
                                        help("The connector; 0 is the grid connection of the station.")),
        required<&Request::duration>("duration", atLeast(0), unit("s"), help("How far ahead to look.")),
        optional<&Request::chargingRateUnit>("chargingRateUnit", help("Ask for the answer in this unit.")));
    return fields;
}

std::span<const Field> GetCompositeSchedule::Response::fields()
{
    static constexpr auto fields = table("6.22", required<&Response::status>("status"),
                                         optional<&Response::connectorId>("connectorId", atLeast(0)),
                                         optional<&Response::scheduleStart>("scheduleStart"),
                                         optional<&Response::chargingSchedule>("chargingSchedule"));
    return fields;
}

std::span<const Field> SetChargingProfile::Request::fields()
{
    static constexpr auto fields =
        table("6.43",
              required<&Request::connectorId>(
                  "connectorId", atLeast(0),
                  help("The connector; 0 is the station, or every connector with a TxDefaultProfile.")),
              required<&Request::csChargingProfiles>("csChargingProfiles", help("The profile to install.")));
    return fields;
}

std::span<const Field> SetChargingProfile::Response::fields()
{
    static constexpr auto fields = table("6.44", required<&Response::status>("status"));
    return fields;
}

} // namespace ocpp
