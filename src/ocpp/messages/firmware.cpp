// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocpp/messages/firmware.h"

namespace ocpp {

std::span<const Field> DiagnosticsStatusNotification::Request::fields()
{
    static constexpr auto fields = table("6.17", required<&Request::status>("status"));
    return fields;
}

std::span<const Field> DiagnosticsStatusNotification::Response::fields()
{
    return {};
}

std::span<const Field> FirmwareStatusNotification::Request::fields()
{
    static constexpr auto fields = table("6.19", required<&Request::status>("status"));
    return fields;
}

std::span<const Field> FirmwareStatusNotification::Response::fields()
{
    return {};
}

std::span<const Field> GetDiagnostics::Request::fields()
{
    static constexpr auto fields =
        table("6.25",
              required<&Request::location>("location", uri(),
                                           help("The folder to which the station uploads its diagnostics.")),
              optional<&Request::retries>("retries", atLeast(0),
                                          help("How often to try; left out, the station decides.")),
              optional<&Request::retryInterval>(
                  "retryInterval", atLeast(0), unit("s"),
                  help("The wait between two attempts; left out, the station decides.")),
              optional<&Request::startTime>("startTime", help("Leave out what is older.")),
              optional<&Request::stopTime>("stopTime", help("Leave out what is newer.")));
    return fields;
}

std::span<const Field> GetDiagnostics::Response::fields()
{
    static constexpr auto fields = table("6.26", optional<&Response::fileName>("fileName", maxLength(255)));
    return fields;
}

std::span<const Field> UpdateFirmware::Request::fields()
{
    static constexpr auto fields =
        table("6.55", required<&Request::location>("location", uri(), help("Where the firmware lies.")),
              optional<&Request::retries>("retries", atLeast(0),
                                          help("How often to try; left out, the station decides.")),
              required<&Request::retrieveDate>(
                  "retrieveDate", help("The station fetches the firmware at this moment or later.")),
              optional<&Request::retryInterval>(
                  "retryInterval", atLeast(0), unit("s"),
                  help("The wait between two attempts; left out, the station decides.")));
    return fields;
}

std::span<const Field> UpdateFirmware::Response::fields()
{
    return {};
}

} // namespace ocpp
