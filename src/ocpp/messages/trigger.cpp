// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocpp/messages/trigger.h"

namespace ocpp {

std::span<const Field> TriggerMessage::Request::fields()
{
    static constexpr auto fields =
        table("6.51",
              required<&Request::requestedMessage>("requestedMessage",
                                                   help("The message that the station shall send.")),
              optional<&Request::connectorId>("connectorId", atLeast(1),
                                              help("The connector, when the message is about one.")));
    return fields;
}

std::span<const Field> TriggerMessage::Response::fields()
{
    static constexpr auto fields = table("6.52", required<&Response::status>("status"));
    return fields;
}

} // namespace ocpp
