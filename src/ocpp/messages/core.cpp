// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocpp/messages/core.h"

namespace ocpp {

std::span<const Field> Authorize::Request::fields()
{
    static constexpr auto fields = table("6.1", required<&Request::idTag>("idTag", maxLength(20)));
    return fields;
}

std::span<const Field> Authorize::Response::fields()
{
    static constexpr auto fields = table("6.2", required<&Response::idTagInfo>("idTagInfo"));
    return fields;
}

std::span<const Field> BootNotification::Request::fields()
{
    static constexpr auto fields = table(
        "6.3", required<&Request::chargePointVendor>("chargePointVendor", maxLength(20)),
        required<&Request::chargePointModel>("chargePointModel", maxLength(20)),
        optional<&Request::chargePointSerialNumber>("chargePointSerialNumber", maxLength(25)),
        optional<&Request::chargeBoxSerialNumber>("chargeBoxSerialNumber", maxLength(25)),
        optional<&Request::firmwareVersion>("firmwareVersion", maxLength(50)),
        optional<&Request::iccid>("iccid", maxLength(20)), optional<&Request::imsi>("imsi", maxLength(20)),
        optional<&Request::meterType>("meterType", maxLength(25)),
        optional<&Request::meterSerialNumber>("meterSerialNumber", maxLength(25)));
    return fields;
}

std::span<const Field> BootNotification::Response::fields()
{
    static constexpr auto fields =
        table("6.4", required<&Response::status>("status"), required<&Response::currentTime>("currentTime"),
              required<&Response::interval>("interval", atLeast(0), unit("s")));
    return fields;
}

std::span<const Field> ChangeAvailability::Request::fields()
{
    static constexpr auto fields = table(
        "6.7",
        required<&Request::connectorId>("connectorId", atLeast(0),
                                        help("The connector; 0 is the whole station with all connectors.")),
        required<&Request::type>("type", help("Operative may charge, Inoperative may not.")));
    return fields;
}

std::span<const Field> ChangeAvailability::Response::fields()
{
    static constexpr auto fields = table("6.8", required<&Response::status>("status"));
    return fields;
}

std::span<const Field> ChangeConfiguration::Request::fields()
{
    static constexpr auto fields =
        table("6.9", required<&Request::key>("key", maxLength(50), help("The name of the setting.")),
              required<&Request::value>("value", maxLength(500), secretByKey(),
                                        help("Its new value, always as text.")));
    return fields;
}

std::span<const Field> ChangeConfiguration::Response::fields()
{
    static constexpr auto fields = table("6.10", required<&Response::status>("status"));
    return fields;
}

std::span<const Field> ClearCache::Request::fields()
{
    return {};
}

std::span<const Field> ClearCache::Response::fields()
{
    static constexpr auto fields = table("6.12", required<&Response::status>("status"));
    return fields;
}

std::span<const Field> DataTransfer::Request::fields()
{
    static constexpr auto fields = table(
        "6.15",
        required<&Request::vendorId>("vendorId", maxLength(255), help("The vendor whose extension this is.")),
        optional<&Request::messageId>("messageId", maxLength(50), help("Which message of the vendor.")),
        optional<&Request::data>("data", jsonText(), help("Whatever the vendor and you have agreed on.")));
    return fields;
}

std::span<const Field> DataTransfer::Response::fields()
{
    static constexpr auto fields =
        table("6.16", required<&Response::status>("status"), optional<&Response::data>("data", jsonText()));
    return fields;
}

std::span<const Field> GetConfiguration::Request::fields()
{
    static constexpr auto fields = table(
        "6.23", optional<&Request::key>("key", maxLength(50), help("The settings to read; none means all.")));
    return fields;
}

std::span<const Field> GetConfiguration::Response::fields()
{
    static constexpr auto fields = table("6.24", optional<&Response::configurationKey>("configurationKey"),
                                         optional<&Response::unknownKey>("unknownKey", maxLength(50)));
    return fields;
}

std::span<const Field> Heartbeat::Request::fields()
{
    return {};
}

std::span<const Field> Heartbeat::Response::fields()
{
    static constexpr auto fields = table("6.30", required<&Response::currentTime>("currentTime"));
    return fields;
}

std::span<const Field> MeterValues::Request::fields()
{
    static constexpr auto fields = table("6.31", required<&Request::connectorId>("connectorId", atLeast(0)),
                                         optional<&Request::transactionId>("transactionId"),
                                         required<&Request::meterValue>("meterValue", oneOrMore(), expendable()));
    return fields;
}

std::span<const Field> MeterValues::Response::fields()
{
    return {};
}

std::span<const Field> RemoteStartTransaction::Request::fields()
{
    static constexpr auto fields = table(
        "6.33",
        optional<&Request::connectorId>("connectorId", atLeast(1),
                                        help("The connector; left out, the station chooses.")),
        required<&Request::idTag>("idTag", maxLength(20), help("The tag in whose name the station charges.")),
        optional<&Request::chargingProfile>("chargingProfile", help("A TxProfile for this transaction.")));
    return fields;
}

std::span<const Field> RemoteStartTransaction::Response::fields()
{
    static constexpr auto fields = table("6.34", required<&Response::status>("status"));
    return fields;
}

std::span<const Field> RemoteStopTransaction::Request::fields()
{
    static constexpr auto fields =
        table("6.35", required<&Request::transactionId>("transactionId", help("The transaction to stop.")));
    return fields;
}

std::span<const Field> RemoteStopTransaction::Response::fields()
{
    static constexpr auto fields = table("6.36", required<&Response::status>("status"));
    return fields;
}

std::span<const Field> Reset::Request::fields()
{
    static constexpr auto fields = table(
        "6.39",
        required<&Request::type>(
            "type", help("Soft ends transactions properly first; Hard restarts at once and may lose them.")));
    return fields;
}

std::span<const Field> Reset::Response::fields()
{
    static constexpr auto fields = table("6.40", required<&Response::status>("status"));
    return fields;
}

std::span<const Field> StartTransaction::Request::fields()
{
    static constexpr auto fields =
        table("6.45", required<&Request::connectorId>("connectorId", atLeast(1)),
              required<&Request::idTag>("idTag", maxLength(20)),
              required<&Request::meterStart>("meterStart", roundable(), unit("Wh")),
              optional<&Request::reservationId>("reservationId"), required<&Request::timestamp>("timestamp"));
    return fields;
}

std::span<const Field> StartTransaction::Response::fields()
{
    static constexpr auto fields = table("6.46", required<&Response::idTagInfo>("idTagInfo"),
                                         required<&Response::transactionId>("transactionId"));
    return fields;
}

std::span<const Field> StatusNotification::Request::fields()
{
    static constexpr auto fields =
        table("6.47", required<&Request::connectorId>("connectorId", atLeast(0)),
              required<&Request::errorCode>("errorCode"), optional<&Request::info>("info", maxLength(50)),
              required<&Request::status>("status"), optional<&Request::timestamp>("timestamp"),
              optional<&Request::vendorId>("vendorId", maxLength(255)),
              optional<&Request::vendorErrorCode>("vendorErrorCode", maxLength(50)));
    return fields;
}

std::span<const Field> StatusNotification::Response::fields()
{
    return {};
}

std::span<const Field> StopTransaction::Request::fields()
{
    static constexpr auto fields =
        table("6.49", optional<&Request::idTag>("idTag", maxLength(20)),
              required<&Request::meterStop>("meterStop", roundable(), unit("Wh")),
              required<&Request::timestamp>("timestamp"), required<&Request::transactionId>("transactionId"),
              optional<&Request::reason>("reason"),
              optional<&Request::transactionData>("transactionData", expendable()));
    return fields;
}

std::span<const Field> StopTransaction::Response::fields()
{
    static constexpr auto fields = table("6.50", optional<&Response::idTagInfo>("idTagInfo"));
    return fields;
}

std::span<const Field> UnlockConnector::Request::fields()
{
    static constexpr auto fields =
        table("6.53", required<&Request::connectorId>("connectorId", atLeast(1),
                                                      help("The connector whose cable shall come free.")));
    return fields;
}

std::span<const Field> UnlockConnector::Response::fields()
{
    static constexpr auto fields = table("6.54", required<&Response::status>("status"));
    return fields;
}

} // namespace ocpp
