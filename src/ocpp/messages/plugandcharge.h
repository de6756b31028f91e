// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/types.h"

#include <QAnyStringView>

// ISO 15118 Plug & Charge inside DataTransfer: messageId names one of these, data holds its JSON. Two vendors' forms are
// in use: `pnc` is that of the Open Charge Alliance's application note, `pncold` the one before it, with other member
// names and limits. Members that mean the same have the same C++ names, so that one handler serves both.
namespace ocpp {

OCPP_ENUM(PncTokenType, Central, eMAID, ISO14443, ISO15693, KeyCode, Local, MacAddress, NoAuthorization)
OCPP_ENUM(PncAuthorizationStatus, Accepted, Blocked, ConcurrentTx, Expired, Invalid, NoCredit, NotAllowedTypeEVSE,
          NotAtThisLocation, NotAtThisTime, Unknown)
OCPP_ENUM(PncCertificateStatus, Accepted, SignatureError, CertificateExpired, CertificateRevoked,
          NoCertificateAvailable, CertChainError, ContractCancelled)
OCPP_ENUM(PncMessageFormat, ASCII, HTML, URI, UTF8)
OCPP_ENUM(PncSigningUse, ChargingStationCertificate, V2GCertificate)
OCPP_ENUM(PncCertificateUse, V2GRootCertificate, MORootCertificate, CSMSRootCertificate, V2GCertificateChain,
          ManufacturerRootCertificate)
OCPP_ENUM(PncRootUse, V2GRootCertificate, MORootCertificate, CSMSRootCertificate, ManufacturerRootCertificate)
OCPP_ENUM(PncCertificateAction, Install, Update)
OCPP_ENUM(PncDeleteStatus, Accepted, Failed, NotFound)
OCPP_ENUM(PncInstallStatus, Accepted, Rejected, Failed)
OCPP_ENUM(PncListStatus, Accepted, NotFound)
OCPP_ENUM(PncEvStatus, Accepted, Failed)
OCPP_ENUM(PncTrigger, BootNotification, LogStatusNotification, FirmwareStatusNotification, Heartbeat, MeterValues,
          SignChargingStationCertificate, SignV2GCertificate, StatusNotification, TransactionEvent,
          SignCombinedCertificate, PublishFirmwareStatusNotification)
OCPP_ENUM(PncTriggerStatus, Accepted, Rejected, NotImplemented)
OCPP_ENUM(PncOldTokenType, eMAID)
OCPP_ENUM(PncOldCertificateStatus, Accepted, CertificateRevoked)
OCPP_ENUM(PncOldTrigger, SignChargingStationCertificate, SignV2GCertificate)

namespace pnc {

inline constexpr QLatin1StringView vendorId{"org.openchargealliance.iso15118pnc"};

struct StatusReason {
    QString reasonCode{};
    std::optional<QString> additionalInfo{};
    static std::span<const Field> fields();
};

struct HashData {
    HashAlgorithm hashAlgorithm{};
    QString issuerNameHash{};
    QString issuerKeyHash{};
    QString serialNumber{};
    static std::span<const Field> fields();
};

// What OCSP is asked about.
struct OcspRequestData {
    HashAlgorithm hashAlgorithm{};
    QString issuerNameHash{};
    QString issuerKeyHash{};
    QString serialNumber{};
    QString responderURL{};
    static std::span<const Field> fields();
};

struct AdditionalToken {
    QString additionalIdToken{};
    QString type{};
    static std::span<const Field> fields();
};

struct IdToken {
    QList<AdditionalToken> additionalInfo{};
    QString idToken{};
    PncTokenType type{};
    static std::span<const Field> fields();
};

struct PersonalMessage {
    PncMessageFormat format{};
    std::optional<QString> language{};
    QString content{};
    static std::span<const Field> fields();
};

struct IdTokenStatus {
    PncAuthorizationStatus status = PncAuthorizationStatus::Unknown;
    std::optional<Timestamp> cacheExpiryDateTime{};
    std::optional<int> chargingPriority{};
    std::optional<QString> language1{};
    QList<int> evseId{};
    std::optional<IdToken> groupIdToken{};
    std::optional<QString> language2{};
    std::optional<PersonalMessage> personalMessage{};
    static std::span<const Field> fields();
};

struct HashDataChain {
    HashData certificateHashData{};
    PncCertificateUse certificateType{};
    QList<HashData> childCertificateHashData{};
    static std::span<const Field> fields();
};

struct Evse {
    int id = 0;
    std::optional<int> connectorId{};
    static std::span<const Field> fields();
};

struct Authorize {
    static constexpr QLatin1StringView messageId{"Authorize"};

    struct Request {
        IdToken idToken{};
        std::optional<QString> certificate{}; // PEM
        QList<OcspRequestData> certificateHashData{}; // "iso15118CertificateHashData"
        static std::span<const Field> fields();
    };
    struct Response {
        IdTokenStatus idTokenInfo{};
        std::optional<PncCertificateStatus> certificateStatus{};
        static std::span<const Field> fields();
    };
};

struct GetCertificateStatus {
    static constexpr QLatin1StringView messageId{"GetCertificateStatus"};

    struct Request {
        OcspRequestData ocspRequestData{};
        static std::span<const Field> fields();
    };
    struct Response {
        PncEvStatus status = PncEvStatus::Failed;
        std::optional<StatusReason> statusInfo{};
        std::optional<QString> ocspResult{}; // base64 of the DER OCSP response
        static std::span<const Field> fields();
    };
};

struct SignCertificate {
    static constexpr QLatin1StringView messageId{"SignCertificate"};

    struct Request {
        QString csr{}; // PEM
        std::optional<PncSigningUse> certificateType{};
        static std::span<const Field> fields();
    };
    struct Response {
        GenericStatus status = GenericStatus::Rejected;
        std::optional<StatusReason> statusInfo{};
        static std::span<const Field> fields();
    };
};

struct Get15118EVCertificate {
    static constexpr QLatin1StringView messageId{"Get15118EVCertificate"};

    struct Request {
        QString iso15118SchemaVersion{};
        PncCertificateAction action{};
        QString exiRequest{}; // base64 of the EXI stream
        static std::span<const Field> fields();
    };
    struct Response {
        PncEvStatus status = PncEvStatus::Failed;
        std::optional<StatusReason> statusInfo{};
        QString exiResponse{}; // base64 of the EXI stream
        static std::span<const Field> fields();
    };
};

struct CertificateSigned {
    static constexpr QLatin1StringView messageId{"CertificateSigned"};

    struct Request {
        QString certificateChain{}; // PEM, leaf first
        std::optional<PncSigningUse> certificateType{};
        static std::span<const Field> fields();
    };
    struct Response {
        CertificateSignedStatus status = CertificateSignedStatus::Rejected;
        std::optional<StatusReason> statusInfo{};
        static std::span<const Field> fields();
    };
};

struct InstallCertificate {
    static constexpr QLatin1StringView messageId{"InstallCertificate"};

    struct Request {
        PncRootUse certificateType{};
        QString certificate{}; // PEM
        static std::span<const Field> fields();
    };
    struct Response {
        PncInstallStatus status = PncInstallStatus::Failed;
        std::optional<StatusReason> statusInfo{};
        static std::span<const Field> fields();
    };
};

struct DeleteCertificate {
    static constexpr QLatin1StringView messageId{"DeleteCertificate"};

    struct Request {
        HashData certificateHashData{};
        static std::span<const Field> fields();
    };
    struct Response {
        PncDeleteStatus status = PncDeleteStatus::Failed;
        std::optional<StatusReason> statusInfo{};
        static std::span<const Field> fields();
    };
};

struct GetInstalledCertificateIds {
    static constexpr QLatin1StringView messageId{"GetInstalledCertificateIds"};

    struct Request {
        QList<PncCertificateUse> certificateType{}; // empty: all
        static std::span<const Field> fields();
    };
    struct Response {
        PncListStatus status = PncListStatus::NotFound;
        std::optional<StatusReason> statusInfo{};
        QList<HashDataChain> certificateHashDataChain{};
        static std::span<const Field> fields();
    };
};

struct TriggerMessage {
    static constexpr QLatin1StringView messageId{"TriggerMessage"};

    struct Request {
        std::optional<Evse> evse{};
        PncTrigger requestedMessage{};
        static std::span<const Field> fields();
    };
    struct Response {
        PncTriggerStatus status = PncTriggerStatus::Rejected;
        std::optional<StatusReason> statusInfo{};
        static std::span<const Field> fields();
    };
};

} // namespace pnc

namespace pncold {

inline constexpr QLatin1StringView vendorId{"iso15118"};

struct OcspRequestData {
    HashAlgorithm hashAlgorithm{};
    QString issuerNameHash{};
    QString issuerKeyHash{};
    QString serialNumber{};
    std::optional<QString> responderURL{};
    static std::span<const Field> fields();
};

struct IdToken {
    QString idToken{};
    PncOldTokenType type{};
    static std::span<const Field> fields();
};

struct IdTokenStatus {
    PncAuthorizationStatus status = PncAuthorizationStatus::Unknown;
    std::optional<Timestamp> cacheExpiryDateTime{};
    static std::span<const Field> fields();
};

struct CertificateChain {
    QString certificate{};
    QList<QString> childCertificate{};
    static std::span<const Field> fields();
};

struct Authorize {
    static constexpr QLatin1StringView messageId{"Authorize"};

    struct Request {
        IdToken idToken{};
        QList<OcspRequestData> certificateHashData{}; // "15118CertificateHashData"
        static std::span<const Field> fields();
    };
    struct Response {
        PncOldCertificateStatus certificateStatus = PncOldCertificateStatus::Accepted;
        IdTokenStatus idTokenInfo{};
        static std::span<const Field> fields();
    };
};

struct GetCertificateStatus {
    static constexpr QLatin1StringView messageId{"GetCertificateStatus"};

    struct Request {
        OcspRequestData ocspRequestData{};
        static std::span<const Field> fields();
    };
    struct Response {
        PncEvStatus status = PncEvStatus::Failed;
        std::optional<QString> ocspResult{};
        static std::span<const Field> fields();
    };
};

struct SignCertificate {
    static constexpr QLatin1StringView messageId{"SignCertificate"};

    struct Request {
        QString csr{};
        std::optional<PncSigningUse> certificateType{}; // "typeOfCertificate"
        static std::span<const Field> fields();
    };
    struct Response {
        GenericStatus status = GenericStatus::Rejected;
        static std::span<const Field> fields();
    };
};

struct Get15118EVCertificate {
    static constexpr QLatin1StringView messageId{"Get15118EVCertificate"};

    struct Request {
        std::optional<QString> iso15118SchemaVersion{}; // "15118SchemaVersion"
        QString exiRequest{};
        static std::span<const Field> fields();
    };
    struct Response {
        PncEvStatus status = PncEvStatus::Failed;
        QString exiResponse{};
        std::optional<CertificateChain> contractSignatureCertificateChain{};
        std::optional<CertificateChain> saProvisioningCertificateChain{};
        static std::span<const Field> fields();
    };
};

struct CertificateSigned {
    static constexpr QLatin1StringView messageId{"CertificateSigned"};

    struct Request {
        QString certificateChain{}; // "cert"
        PncSigningUse certificateType{}; // "typeOfCertificate"
        static std::span<const Field> fields();
    };
    struct Response {
        CertificateSignedStatus status = CertificateSignedStatus::Rejected;
        static std::span<const Field> fields();
    };
};

struct InstallCertificate {
    static constexpr QLatin1StringView messageId{"InstallCertificate"};

    struct Request {
        PncRootUse certificateType{};
        QString certificate{};
        static std::span<const Field> fields();
    };
    struct Response {
        PncInstallStatus status = PncInstallStatus::Failed;
        static std::span<const Field> fields();
    };
};

struct DeleteCertificate {
    static constexpr QLatin1StringView messageId{"DeleteCertificate"};

    struct Request {
        pnc::HashData certificateHashData{};
        static std::span<const Field> fields();
    };
    struct Response {
        PncDeleteStatus status = PncDeleteStatus::Failed;
        static std::span<const Field> fields();
    };
};

struct GetInstalledCertificateIds {
    static constexpr QLatin1StringView messageId{"GetInstalledCertificateIds"};

    struct Request {
        QList<PncCertificateUse> certificateType{}; // "typeOfCertificate"; empty: all
        static std::span<const Field> fields();
    };
    struct Response {
        PncListStatus status = PncListStatus::NotFound;
        QList<pnc::HashData> certificateHashData{}; // "certificateHashDataChain"
        static std::span<const Field> fields();
    };
};

struct TriggerMessage {
    static constexpr QLatin1StringView messageId{"TriggerMessage"};

    struct Request {
        PncOldTrigger requestedMessage{};
        static std::span<const Field> fields();
    };
    struct Response {
        PncTriggerStatus status = PncTriggerStatus::Rejected;
        static std::span<const Field> fields();
    };
};

} // namespace pncold

// One payload inside DataTransfer. Both vendors' 18 are listed; vendor and messageId are case-sensitive.
struct VendorMessage {
    QLatin1StringView vendorId{};
    QLatin1StringView messageId{};
    bool toStation = false; // else stations send it
    std::span<const Field> request{};
    std::span<const Field> response{};
};
std::span<const VendorMessage> vendorMessages();
// Null when it is not one of them.
const VendorMessage *vendorMessage(QAnyStringView vendorId, QAnyStringView messageId);

} // namespace ocpp
