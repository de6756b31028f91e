// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/types.h"

// The Smart Charging profile.
namespace ocpp {

struct ClearChargingProfile {
    static constexpr QLatin1StringView action{"ClearChargingProfile"};
    static constexpr Profile profile = Profile::SmartCharging;

    struct Request { // 6.13
        std::optional<int> id{};
        std::optional<int> connectorId{};
        std::optional<ChargingProfilePurposeType> chargingProfilePurpose{};
        std::optional<int> stackLevel{};
        static std::span<const Field> fields();
    };
    struct Response { // 6.14
        ClearChargingProfileStatus status{};
        static std::span<const Field> fields();
    };
};

struct GetCompositeSchedule {
    static constexpr QLatin1StringView action{"GetCompositeSchedule"};
    static constexpr Profile profile = Profile::SmartCharging;

    struct Request { // 6.21
        int connectorId = 0; // 0: the grid connection
        int duration = 0; // seconds
        std::optional<ChargingRateUnitType> chargingRateUnit{};
        static std::span<const Field> fields();
    };
    struct Response { // 6.22
        GetCompositeScheduleStatus status = GetCompositeScheduleStatus::Rejected;
        std::optional<int> connectorId{};
        std::optional<Timestamp> scheduleStart{};
        std::optional<ChargingSchedule> chargingSchedule{};
        static std::span<const Field> fields();
    };
};

struct SetChargingProfile {
    static constexpr QLatin1StringView action{"SetChargingProfile"};
    static constexpr Profile profile = Profile::SmartCharging;

    struct Request { // 6.43
        int connectorId = 0; // 0: the whole station
        ChargingProfile csChargingProfiles{};
        static std::span<const Field> fields();
    };
    struct Response { // 6.44
        ChargingProfileStatus status = ChargingProfileStatus::Rejected;
        static std::span<const Field> fields();
    };
};

} // namespace ocpp
