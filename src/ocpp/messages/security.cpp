// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocpp/messages/security.h"

namespace ocpp {

std::span<const Field> CertificateSigned::Request::fields()
{
    static constexpr auto fields =
        table("W 5.1", required<&Request::certificateChain>(
                           "certificateChain", maxLength(10000),
                           help("The signed certificate and those between it and the root, PEM.")));
    return fields;
}

std::span<const Field> CertificateSigned::Response::fields()
{
    static constexpr auto fields = table("W 5.2", required<&Response::status>("status"));
    return fields;
}

std::span<const Field> DeleteCertificate::Request::fields()
{
    static constexpr auto fields =
        table("W 5.3", required<&Request::certificateHashData>("certificateHashData",
                                                               help("The certificate to delete.")));
    return fields;
}

std::span<const Field> DeleteCertificate::Response::fields()
{
    static constexpr auto fields = table("W 5.4", required<&Response::status>("status"));
    return fields;
}

std::span<const Field> ExtendedTriggerMessage::Request::fields()
{
    static constexpr auto fields =
        table("W 5.5",
              required<&Request::requestedMessage>("requestedMessage",
                                                   help("The message that the station shall send.")),
              optional<&Request::connectorId>("connectorId", atLeast(1),
                                              help("The connector, when the message is about one.")));
    return fields;
}

std::span<const Field> ExtendedTriggerMessage::Response::fields()
{
    static constexpr auto fields = table("W 5.6", required<&Response::status>("status"));
    return fields;
}

std::span<const Field> GetInstalledCertificateIds::Request::fields()
{
    static constexpr auto fields =
        table("W 5.7", required<&Request::certificateType>("certificateType",
                                                           help("Which root certificates to list.")));
    return fields;
}

std::span<const Field> GetInstalledCertificateIds::Response::fields()
{
    static constexpr auto fields =
        table("W 5.8", required<&Response::status>("status"),
              optional<&Response::certificateHashData>("certificateHashData", oneOrMoreBySchema()));
    return fields;
}

std::span<const Field> GetLog::Request::fields()
{
    static constexpr auto fields =
        table("W 5.9", required<&Request::logType>("logType", help("Which log to upload.")),
              required<&Request::requestId>(
                  "requestId", help("A number by which the reports about this request are recognised.")),
              optional<&Request::retries>("retries", atLeast(0),
                                          help("How often to try; left out, the station decides.")),
              optional<&Request::retryInterval>(
                  "retryInterval", atLeast(0), unit("s"),
                  help("The wait between two attempts; left out, the station decides.")),
              required<&Request::log>("log", help("Where to, and which part of the log.")));
    return fields;
}

std::span<const Field> GetLog::Response::fields()
{
    static constexpr auto fields = table("W 5.10", required<&Response::status>("status"),
                                         optional<&Response::filename>("filename", maxLength(255)));
    return fields;
}

std::span<const Field> InstallCertificate::Request::fields()
{
    static constexpr auto fields = table(
        "W 5.11",
        required<&Request::certificateType>("certificateType", help("What the certificate vouches for.")),
        required<&Request::certificate>("certificate", maxLength(5500), help("The root certificate, PEM.")));
    return fields;
}

std::span<const Field> InstallCertificate::Response::fields()
{
    static constexpr auto fields = table("W 5.12", required<&Response::status>("status"));
    return fields;
}

std::span<const Field> LogStatusNotification::Request::fields()
{
    static constexpr auto fields =
        table("W 5.13", required<&Request::status>("status"), optional<&Request::requestId>("requestId"));
    return fields;
}

std::span<const Field> LogStatusNotification::Response::fields()
{
    return {};
}

std::span<const Field> SecurityEventNotification::Request::fields()
{
    static constexpr auto fields = table("W 5.15", required<&Request::type>("type", maxLength(50)),
                                         required<&Request::timestamp>("timestamp"),
                                         optional<&Request::techInfo>("techInfo", maxLength(255)));
    return fields;
}

std::span<const Field> SecurityEventNotification::Response::fields()
{
    return {};
}

std::span<const Field> SignCertificate::Request::fields()
{
    static constexpr auto fields = table("W 5.17", required<&Request::csr>("csr", maxLength(5500)));
    return fields;
}

std::span<const Field> SignCertificate::Response::fields()
{
    static constexpr auto fields = table("W 5.18", required<&Response::status>("status"));
    return fields;
}

std::span<const Field> SignedFirmwareStatusNotification::Request::fields()
{
    static constexpr auto fields =
        table("W 5.19", required<&Request::status>("status"), optional<&Request::requestId>("requestId"));
    return fields;
}

std::span<const Field> SignedFirmwareStatusNotification::Response::fields()
{
    return {};
}

std::span<const Field> SignedUpdateFirmware::Request::fields()
{
    static constexpr auto fields =
        table("W 5.21",
              required<&Request::requestId>(
                  "requestId", help("A number by which the reports about this request are recognised.")),
              optional<&Request::retries>("retries", atLeast(0),
                                          help("How often to try; left out, the station decides.")),
              optional<&Request::retryInterval>(
                  "retryInterval", atLeast(0), unit("s"),
                  help("The wait between two attempts; left out, the station decides.")),
              required<&Request::firmware>("firmware", help("The firmware and its signature.")));
    return fields;
}

std::span<const Field> SignedUpdateFirmware::Response::fields()
{
    static constexpr auto fields = table("W 5.22", required<&Response::status>("status"));
    return fields;
}

} // namespace ocpp
