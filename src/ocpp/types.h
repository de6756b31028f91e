// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/enums.h"
#include "ocpp/field.h"
#include "ocpp/timestamp.h"

#include <QList>
#include <QString>

#include <optional>

// The composite types of chapter 7 and of the security whitepaper's chapter 6. Units and ranges: see the
// tables.
namespace ocpp {

struct IdTagInfo { // 7.27
    AuthorizationStatus status = AuthorizationStatus::Invalid;
    std::optional<Timestamp> expiryDate{};
    std::optional<QString> parentIdTag{};
    static std::span<const Field> fields();
};

struct AuthorizationData { // 7.1; without idTagInfo: delete this tag (behaviour 29)
    QString idTag{};
    std::optional<IdTagInfo> idTagInfo{};
    static std::span<const Field> fields();
};

struct ChargingSchedulePeriod { // 7.14
    int startPeriod = 0; // seconds from the start of the schedule
    double limit = 0; // A per phase or W in total, one decimal
    std::optional<int> numberPhases{};
    static std::span<const Field> fields();
};

struct ChargingSchedule { // 7.13
    std::optional<int> duration{}; // seconds
    std::optional<Timestamp> startSchedule{};
    ChargingRateUnitType chargingRateUnit{};
    QList<ChargingSchedulePeriod> chargingSchedulePeriod{};
    std::optional<double> minChargingRate{}; // in chargingRateUnit, one decimal
    static std::span<const Field> fields();
};

struct ChargingProfile { // 7.8
    int chargingProfileId = 0;
    std::optional<int> transactionId{};
    int stackLevel = 0;
    ChargingProfilePurposeType chargingProfilePurpose{};
    ChargingProfileKindType chargingProfileKind{};
    std::optional<RecurrencyKindType> recurrencyKind{};
    std::optional<Timestamp> validFrom{};
    std::optional<Timestamp> validTo{};
    ChargingSchedule chargingSchedule{};
    static std::span<const Field> fields();
};

struct KeyValue { // 7.29
    QString key{};
    bool readonly = false;
    std::optional<QString> value{};
    static std::span<const Field> fields();
};

struct SampledValue { // 7.43; what is absent has the default of behaviour 25
    QString value{};
    std::optional<QString> context{};
    std::optional<QString> format{};
    std::optional<QString> measurand{};
    std::optional<QString> phase{};
    std::optional<QString> location{};
    std::optional<QString> unit{};
    static std::span<const Field> fields();
};

struct MeterValue { // 7.33
    Timestamp timestamp{};
    QList<SampledValue> sampledValue{};
    static std::span<const Field> fields();
};

struct CertificateHashData { // W 6.1
    HashAlgorithm hashAlgorithm{};
    QString issuerNameHash{};
    QString issuerKeyHash{};
    QString serialNumber{};
    static std::span<const Field> fields();
};

struct Firmware { // W 6.9
    QString location{};
    Timestamp retrieveDateTime{};
    std::optional<Timestamp> installDateTime{};
    QString signingCertificate{}; // PEM
    QString signature{}; // base64
    static std::span<const Field> fields();
};

struct LogParameters { // W 6.14
    QString remoteLocation{};
    std::optional<Timestamp> oldestTimestamp{};
    std::optional<Timestamp> latestTimestamp{};
    static std::span<const Field> fields();
};

} // namespace ocpp
