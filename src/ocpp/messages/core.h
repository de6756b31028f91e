// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/types.h"

// The Core profile: chapters 4, 5 and 6.
namespace ocpp {

struct Authorize {
    static constexpr QLatin1StringView action{"Authorize"};
    static constexpr Profile profile = Profile::Core;

    struct Request { // 6.1
        QString idTag{};
        static std::span<const Field> fields();
    };
    struct Response { // 6.2
        IdTagInfo idTagInfo{};
        static std::span<const Field> fields();
    };
};

struct BootNotification {
    static constexpr QLatin1StringView action{"BootNotification"};
    static constexpr Profile profile = Profile::Core;

    struct Request { // 6.3
        QString chargePointVendor{};
        QString chargePointModel{};
        std::optional<QString> chargePointSerialNumber{};
        std::optional<QString> chargeBoxSerialNumber{};
        std::optional<QString> firmwareVersion{};
        std::optional<QString> iccid{};
        std::optional<QString> imsi{};
        std::optional<QString> meterType{};
        std::optional<QString> meterSerialNumber{};
        static std::span<const Field> fields();
    };
    struct Response { // 6.4
        RegistrationStatus status = RegistrationStatus::Rejected;
        Timestamp currentTime{};
        int interval = 0; // seconds: heartbeat when accepted, else the wait before the next BootNotification
        static std::span<const Field> fields();
    };
};

struct ChangeAvailability {
    static constexpr QLatin1StringView action{"ChangeAvailability"};
    static constexpr Profile profile = Profile::Core;

    struct Request { // 6.7
        int connectorId = 0; // 0: the whole station
        AvailabilityType type{};
        static std::span<const Field> fields();
    };
    struct Response { // 6.8
        AvailabilityStatus status{};
        static std::span<const Field> fields();
    };
};

struct ChangeConfiguration {
    static constexpr QLatin1StringView action{"ChangeConfiguration"};
    static constexpr Profile profile = Profile::Core;

    struct Request { // 6.9
        QString key{};
        QString value{};
        static std::span<const Field> fields();
    };
    struct Response { // 6.10
        ConfigurationStatus status{};
        static std::span<const Field> fields();
    };
};

struct ClearCache {
    static constexpr QLatin1StringView action{"ClearCache"};
    static constexpr Profile profile = Profile::Core;

    struct Request { // 6.11
        static std::span<const Field> fields();
    };
    struct Response { // 6.12
        ClearCacheStatus status{};
        static std::span<const Field> fields();
    };
};

struct DataTransfer {
    static constexpr QLatin1StringView action{"DataTransfer"};
    static constexpr Profile profile = Profile::Core;

    struct Request { // 6.15
        QString vendorId{};
        std::optional<QString> messageId{};
        std::optional<QString> data{};
        static std::span<const Field> fields();
    };
    struct Response { // 6.16
        DataTransferStatus status = DataTransferStatus::Rejected;
        std::optional<QString> data{};
        static std::span<const Field> fields();
    };
};

struct GetConfiguration {
    static constexpr QLatin1StringView action{"GetConfiguration"};
    static constexpr Profile profile = Profile::Core;

    struct Request { // 6.23
        QList<QString> key{}; // empty: all
        static std::span<const Field> fields();
    };
    struct Response { // 6.24
        QList<KeyValue> configurationKey{};
        QList<QString> unknownKey{};
        static std::span<const Field> fields();
    };
};

struct Heartbeat {
    static constexpr QLatin1StringView action{"Heartbeat"};
    static constexpr Profile profile = Profile::Core;

    struct Request { // 6.29
        static std::span<const Field> fields();
    };
    struct Response { // 6.30
        Timestamp currentTime{};
        static std::span<const Field> fields();
    };
};

struct MeterValues {
    static constexpr QLatin1StringView action{"MeterValues"};
    static constexpr Profile profile = Profile::Core;

    struct Request { // 6.31
        int connectorId = 0; // 0: the main meter
        std::optional<int> transactionId{}; // -1, 0: the start was never acknowledged (E 3.18, 3.54)
        QList<MeterValue> meterValue{};
        static std::span<const Field> fields();
    };
    struct Response { // 6.32
        static std::span<const Field> fields();
    };
};

struct RemoteStartTransaction {
    static constexpr QLatin1StringView action{"RemoteStartTransaction"};
    static constexpr Profile profile = Profile::Core;

    struct Request { // 6.33
        std::optional<int> connectorId{};
        QString idTag{};
        std::optional<ChargingProfile> chargingProfile{};
        static std::span<const Field> fields();
    };
    struct Response { // 6.34
        RemoteStartStopStatus status = RemoteStartStopStatus::Rejected;
        static std::span<const Field> fields();
    };
};

struct RemoteStopTransaction {
    static constexpr QLatin1StringView action{"RemoteStopTransaction"};
    static constexpr Profile profile = Profile::Core;

    struct Request { // 6.35
        int transactionId = 0;
        static std::span<const Field> fields();
    };
    struct Response { // 6.36
        RemoteStartStopStatus status = RemoteStartStopStatus::Rejected;
        static std::span<const Field> fields();
    };
};

struct Reset {
    static constexpr QLatin1StringView action{"Reset"};
    static constexpr Profile profile = Profile::Core;

    struct Request { // 6.39
        ResetType type = ResetType::Soft;
        static std::span<const Field> fields();
    };
    struct Response { // 6.40
        ResetStatus status = ResetStatus::Rejected;
        static std::span<const Field> fields();
    };
};

struct StartTransaction {
    static constexpr QLatin1StringView action{"StartTransaction"};
    static constexpr Profile profile = Profile::Core;

    struct Request { // 6.45
        int connectorId = 0;
        QString idTag{};
        qint64 meterStart = 0; // Wh
        std::optional<int> reservationId{};
        Timestamp timestamp{};
        static std::span<const Field> fields();
    };
    struct Response { // 6.46
        IdTagInfo idTagInfo{};
        int transactionId = 0;
        static std::span<const Field> fields();
    };
};

struct StatusNotification {
    static constexpr QLatin1StringView action{"StatusNotification"};
    static constexpr Profile profile = Profile::Core;

    struct Request { // 6.47
        int connectorId = 0; // 0: the main controller
        ChargePointErrorCode errorCode = ChargePointErrorCode::NoError;
        std::optional<QString> info{};
        ChargePointStatus status{};
        std::optional<Timestamp> timestamp{};
        std::optional<QString> vendorId{};
        std::optional<QString> vendorErrorCode{};
        static std::span<const Field> fields();
    };
    struct Response { // 6.48
        static std::span<const Field> fields();
    };
};

struct StopTransaction {
    static constexpr QLatin1StringView action{"StopTransaction"};
    static constexpr Profile profile = Profile::Core;

    struct Request { // 6.49
        std::optional<QString> idTag{};
        qint64 meterStop = 0; // Wh
        Timestamp timestamp{};
        int transactionId = 0; // -1, 0: the start was never acknowledged (E 3.18, 3.54)
        std::optional<Reason> reason{}; // absent: Local (JE 2.6)
        QList<MeterValue> transactionData{};
        static std::span<const Field> fields();
    };
    struct Response { // 6.50
        std::optional<IdTagInfo> idTagInfo{};
        static std::span<const Field> fields();
    };
};

struct UnlockConnector {
    static constexpr QLatin1StringView action{"UnlockConnector"};
    static constexpr Profile profile = Profile::Core;

    struct Request { // 6.53
        int connectorId = 0;
        static std::span<const Field> fields();
    };
    struct Response { // 6.54
        UnlockStatus status = UnlockStatus::NotSupported;
        static std::span<const Field> fields();
    };
};

} // namespace ocpp
