// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/types.h"

// The Remote Trigger profile.
namespace ocpp {

struct TriggerMessage {
    static constexpr QLatin1StringView action{"TriggerMessage"};
    static constexpr Profile profile = Profile::RemoteTrigger;

    struct Request { // 6.51
        MessageTrigger requestedMessage{};
        std::optional<int> connectorId{};
        static std::span<const Field> fields();
    };
    struct Response { // 6.52
        TriggerMessageStatus status = TriggerMessageStatus::Rejected;
        static std::span<const Field> fields();
    };
};

} // namespace ocpp
