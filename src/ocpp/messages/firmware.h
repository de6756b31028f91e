// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/types.h"

// The Firmware Management profile.
namespace ocpp {

struct DiagnosticsStatusNotification {
    static constexpr QLatin1StringView action{"DiagnosticsStatusNotification"};
    static constexpr Profile profile = Profile::FirmwareManagement;

    struct Request { // 6.17
        DiagnosticsStatus status{};
        static std::span<const Field> fields();
    };
    struct Response { // 6.18
        static std::span<const Field> fields();
    };
};

struct FirmwareStatusNotification {
    static constexpr QLatin1StringView action{"FirmwareStatusNotification"};
    static constexpr Profile profile = Profile::FirmwareManagement;

    struct Request { // 6.19
        FirmwareStatus status = FirmwareStatus::Idle;
        static std::span<const Field> fields();
    };
    struct Response { // 6.20
        static std::span<const Field> fields();
    };
};

struct GetDiagnostics {
    static constexpr QLatin1StringView action{"GetDiagnostics"};
    static constexpr Profile profile = Profile::FirmwareManagement;

    struct Request { // 6.25
        QString location{}; // URI
        std::optional<int> retries{};
        std::optional<int> retryInterval{}; // seconds
        std::optional<Timestamp> startTime{};
        std::optional<Timestamp> stopTime{};
        static std::span<const Field> fields();
    };
    struct Response { // 6.26
        std::optional<QString> fileName{};
        static std::span<const Field> fields();
    };
};

struct UpdateFirmware {
    static constexpr QLatin1StringView action{"UpdateFirmware"};
    static constexpr Profile profile = Profile::FirmwareManagement;

    struct Request { // 6.55
        QString location{}; // URI
        std::optional<int> retries{};
        Timestamp retrieveDate{};
        std::optional<int> retryInterval{}; // seconds
        static std::span<const Field> fields();
    };
    struct Response { // 6.56
        static std::span<const Field> fields();
    };
};

} // namespace ocpp
