// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/types.h"

// The security extension: chapter 5 of the security whitepaper.
namespace ocpp {

struct CertificateSigned {
    static constexpr QLatin1StringView action{"CertificateSigned"};
    static constexpr Profile profile = Profile::Security;

    struct Request { // W 5.1
        QString certificateChain{}; // PEM, leaf first
        static std::span<const Field> fields();
    };
    struct Response { // W 5.2
        CertificateSignedStatus status = CertificateSignedStatus::Rejected;
        static std::span<const Field> fields();
    };
};

struct DeleteCertificate {
    static constexpr QLatin1StringView action{"DeleteCertificate"};
    static constexpr Profile profile = Profile::Security;

    struct Request { // W 5.3
        CertificateHashData certificateHashData{};
        static std::span<const Field> fields();
    };
    struct Response { // W 5.4
        DeleteCertificateStatus status = DeleteCertificateStatus::Failed;
        static std::span<const Field> fields();
    };
};

struct ExtendedTriggerMessage {
    static constexpr QLatin1StringView action{"ExtendedTriggerMessage"};
    static constexpr Profile profile = Profile::Security;

    struct Request { // W 5.5
        ExtendedMessageTrigger requestedMessage{};
        std::optional<int> connectorId{};
        static std::span<const Field> fields();
    };
    struct Response { // W 5.6
        TriggerMessageStatus status = TriggerMessageStatus::Rejected;
        static std::span<const Field> fields();
    };
};

struct GetInstalledCertificateIds {
    static constexpr QLatin1StringView action{"GetInstalledCertificateIds"};
    static constexpr Profile profile = Profile::Security;

    struct Request { // W 5.7
        CertificateUse certificateType{};
        static std::span<const Field> fields();
    };
    struct Response { // W 5.8
        GetInstalledCertificateStatus status = GetInstalledCertificateStatus::NotFound;
        QList<CertificateHashData> certificateHashData{};
        static std::span<const Field> fields();
    };
};

struct GetLog {
    static constexpr QLatin1StringView action{"GetLog"};
    static constexpr Profile profile = Profile::Security;

    struct Request { // W 5.9
        LogType logType{};
        int requestId = 0;
        std::optional<int> retries{};
        std::optional<int> retryInterval{}; // seconds
        LogParameters log{};
        static std::span<const Field> fields();
    };
    struct Response { // W 5.10
        LogStatus status = LogStatus::Rejected;
        std::optional<QString> filename{};
        static std::span<const Field> fields();
    };
};

struct InstallCertificate {
    static constexpr QLatin1StringView action{"InstallCertificate"};
    static constexpr Profile profile = Profile::Security;

    struct Request { // W 5.11
        CertificateUse certificateType{};
        QString certificate{}; // PEM
        static std::span<const Field> fields();
    };
    struct Response { // W 5.12
        InstallCertificateStatus status = InstallCertificateStatus::Failed;
        static std::span<const Field> fields();
    };
};

struct LogStatusNotification {
    static constexpr QLatin1StringView action{"LogStatusNotification"};
    static constexpr Profile profile = Profile::Security;

    struct Request { // W 5.13
        UploadLogStatus status = UploadLogStatus::Idle;
        std::optional<int> requestId{}; // absent only when Idle
        static std::span<const Field> fields();
    };
    struct Response { // W 5.14
        static std::span<const Field> fields();
    };
};

struct SecurityEventNotification {
    static constexpr QLatin1StringView action{"SecurityEventNotification"};
    static constexpr Profile profile = Profile::Security;

    struct Request { // W 5.15
        QString type{};
        Timestamp timestamp{};
        std::optional<QString> techInfo{};
        static std::span<const Field> fields();
    };
    struct Response { // W 5.16
        static std::span<const Field> fields();
    };
};

struct SignCertificate {
    static constexpr QLatin1StringView action{"SignCertificate"};
    static constexpr Profile profile = Profile::Security;

    struct Request { // W 5.17
        QString csr{}; // PEM
        static std::span<const Field> fields();
    };
    struct Response { // W 5.18
        GenericStatus status = GenericStatus::Rejected;
        static std::span<const Field> fields();
    };
};

struct SignedFirmwareStatusNotification {
    static constexpr QLatin1StringView action{"SignedFirmwareStatusNotification"};
    static constexpr Profile profile = Profile::Security;

    struct Request { // W 5.19
        SignedFirmwareStatus status = SignedFirmwareStatus::Idle;
        std::optional<int> requestId{}; // absent only when Idle
        static std::span<const Field> fields();
    };
    struct Response { // W 5.20
        static std::span<const Field> fields();
    };
};

struct SignedUpdateFirmware {
    static constexpr QLatin1StringView action{"SignedUpdateFirmware"};
    static constexpr Profile profile = Profile::Security;

    struct Request { // W 5.21
        int requestId = 0;
        std::optional<int> retries{};
        std::optional<int> retryInterval{}; // seconds
        Firmware firmware{};
        static std::span<const Field> fields();
    };
    struct Response { // W 5.22
        UpdateFirmwareStatus status = UpdateFirmwareStatus::Rejected;
        static std::span<const Field> fields();
    };
};

} // namespace ocpp
