// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocpp/types.h"

namespace ocpp {

std::span<const Field> IdTagInfo::fields()
{
    static constexpr auto fields = table(
        "7.27", required<&IdTagInfo::status>("status", help("Whether this tag may charge.")),
        optional<&IdTagInfo::expiryDate>("expiryDate",
                                         help("From this moment on the station forgets the tag.")),
        optional<&IdTagInfo::parentIdTag>("parentIdTag", maxLength(20),
                                          help("The group: tags with the same parent may stop each other.")));
    return fields;
}

std::span<const Field> AuthorizationData::fields()
{
    static constexpr auto fields = table(
        "7.1",
        required<&AuthorizationData::idTag>("idTag", maxLength(20),
                                            help("The tag that this entry is about.")),
        optional<&AuthorizationData::idTagInfo>(
            "idTagInfo", help("What the station shall know about the tag; leave it out to delete the tag.")));
    return fields;
}

std::span<const Field> ChargingSchedulePeriod::fields()
{
    static constexpr auto fields = table(
        "7.14",
        required<&ChargingSchedulePeriod::startPeriod>(
            "startPeriod", atLeast(0), unit("s"),
            help("When the period begins, counted from the start of the schedule; the first begins at 0.")),
        required<&ChargingSchedulePeriod::limit>(
            "limit", atLeast(0), oneDecimal(),
            help("The most that may be drawn, in the unit of the schedule, with one decimal.")),
        optional<&ChargingSchedulePeriod::numberPhases>("numberPhases", atLeast(1), atMost(3),
                                                        help("Phases that may be used; 3 when left out.")));
    return fields;
}

std::span<const Field> ChargingSchedule::fields()
{
    static constexpr auto fields = table(
        "7.13",
        optional<&ChargingSchedule::duration>(
            "duration", atLeast(0), unit("s"),
            help("How long the schedule lasts; left out, its last period has no end.")),
        optional<&ChargingSchedule::startSchedule>(
            "startSchedule",
            help("When an absolute schedule begins; left out, it begins with the charging.")),
        required<&ChargingSchedule::chargingRateUnit>(
            "chargingRateUnit", help("A is the current of each phase, W the power of all phases together.")),
        required<&ChargingSchedule::chargingSchedulePeriod>("chargingSchedulePeriod", oneOrMore(),
                                                            help("The limits, one after the other.")),
        optional<&ChargingSchedule::minChargingRate>(
            "minChargingRate", atLeast(0), oneDecimal(),
            help("Below this rate the vehicle charges inefficiently, in the unit of the schedule.")));
    return fields;
}

std::span<const Field> ChargingProfile::fields()
{
    static constexpr auto fields = table(
        "7.8",
        required<&ChargingProfile::chargingProfileId>("chargingProfileId",
                                                      help("The number that names the profile.")),
        optional<&ChargingProfile::transactionId>(
            "transactionId", help("Ties a TxProfile to one transaction; for no other purpose.")),
        required<&ChargingProfile::stackLevel>(
            "stackLevel", atLeast(0), help("Of several profiles the one with the highest level counts.")),
        required<&ChargingProfile::chargingProfilePurpose>(
            "chargingProfilePurpose",
            help("What is limited: the whole station, every transaction, or one transaction.")),
        required<&ChargingProfile::chargingProfileKind>(
            "chargingProfileKind",
            help(
                "Fixed in time (Absolute), repeated (Recurring), or from the start of charging (Relative).")),
        optional<&ChargingProfile::recurrencyKind>("recurrencyKind",
                                                   help("How often a Recurring profile begins again.")),
        optional<&ChargingProfile::validFrom>("validFrom",
                                              help("Not used before this moment; left out: at once.")),
        optional<&ChargingProfile::validTo>(
            "validTo", help("Not used after this moment; left out: until it is replaced.")),
        required<&ChargingProfile::chargingSchedule>("chargingSchedule", help("The limits over time.")));
    return fields;
}

std::span<const Field> KeyValue::fields()
{
    static constexpr auto fields = table("7.29", required<&KeyValue::key>("key", maxLength(50)),
                                         required<&KeyValue::readonly>("readonly"),
                                         optional<&KeyValue::value>("value", maxLength(500), secretByKey()));
    return fields;
}

std::span<const Field> SampledValue::fields()
{
    static constexpr auto fields =
        table("7.43", required<&SampledValue::value>("value"),
              optional<&SampledValue::context>("context", anyOf(open::contexts)),
              optional<&SampledValue::format>("format", anyOf(open::formats)),
              optional<&SampledValue::measurand>("measurand", anyOf(open::measurands)),
              optional<&SampledValue::phase>("phase", anyOf(open::phases)),
              optional<&SampledValue::location>("location", anyOf(open::locations)),
              optional<&SampledValue::unit>("unit", anyOf(open::units)));
    return fields;
}

std::span<const Field> MeterValue::fields()
{
    static constexpr auto fields = table("7.33", required<&MeterValue::timestamp>("timestamp"),
                                         required<&MeterValue::sampledValue>("sampledValue", oneOrMore(), expendable()));
    return fields;
}

std::span<const Field> CertificateHashData::fields()
{
    static constexpr auto fields = table(
        "W 6.1",
        required<&CertificateHashData::hashAlgorithm>("hashAlgorithm", help("How the two hashes are made.")),
        required<&CertificateHashData::issuerNameHash>("issuerNameHash", maxLength(128),
                                                       help("Hash of the issuer's name, hexadecimal.")),
        required<&CertificateHashData::issuerKeyHash>("issuerKeyHash", maxLength(128),
                                                      help("Hash of the issuer's public key, hexadecimal.")),
        required<&CertificateHashData::serialNumber>(
            "serialNumber", maxLength(40),
            help("The certificate's serial number, hexadecimal, without leading zeros.")));
    return fields;
}

std::span<const Field> Firmware::fields()
{
    static constexpr auto fields = table(
        "W 6.9",
        required<&Firmware::location>("location", maxLength(512), address(),
                                      help("Where the firmware lies.")),
        required<&Firmware::retrieveDateTime>("retrieveDateTime", help("When the station shall fetch it.")),
        optional<&Firmware::installDateTime>("installDateTime",
                                             help("When the station shall install it; left out: at once.")),
        required<&Firmware::signingCertificate>("signingCertificate", maxLength(5500),
                                                help("The certificate that signed the firmware, PEM.")),
        required<&Firmware::signature>("signature", maxLength(800),
                                       help("The signature of the firmware file, base64.")));
    return fields;
}

std::span<const Field> LogParameters::fields()
{
    static constexpr auto fields =
        table("W 6.14",
              required<&LogParameters::remoteLocation>("remoteLocation", maxLength(512), address(),
                                                       help("Where the station shall upload the log to.")),
              optional<&LogParameters::oldestTimestamp>("oldestTimestamp", help("Leave out what is older.")),
              optional<&LogParameters::latestTimestamp>("latestTimestamp", help("Leave out what is newer.")));
    return fields;
}

} // namespace ocpp
