// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/messages.h"

#include <array>
#include <atomic>

namespace csms {

/// Counters since the engine started. Written by the engine's threads, read by any.
struct Metrics {
    using Counter = std::atomic<quint64>;

    static constexpr size_t actionCount = 64; ///< the 39 of OCPP 1.6 fit; the last one counts unknown actions

    Counter connectionsOpened = 0;
    Counter connectionsRefused = 0;
    Counter connectionsOpen = 0;
    Counter framesIn = 0;
    Counter framesOut = 0;
    Counter malformedFrames = 0;
    std::array<Counter, actionCount> callsIn{};  ///< by the action's place in ocpp::messages()
    std::array<Counter, actionCount> callsOut{};

    /// The place of an action in the two arrays.
    static size_t indexOf(const QString &action)
    {
        const ocpp::MessageInfo *message = ocpp::messageInfo(action);
        return message ? size_t(message - ocpp::messages().data()) : actionCount - 1;
    }
};

} // namespace csms
