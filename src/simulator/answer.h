// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/fault.h"

#include <functional>

namespace simulator {

/// What a handler says to a request of the central system, and what the station does once that is said.
template<class Response>
struct Answer {
    Answer(Response response, std::function<void()> then = {})
        : result(std::move(response)), afterwards(std::move(then))
    {
    }
    Answer(ocpp::Fault fault) : result(tl::unexpected(std::move(fault))) {}

    ocpp::Result<Response> result; // a Fault becomes a CALLERROR
    std::function<void()> afterwards = {}; // after the answer is on its way (5.17: the answer comes first)
};

} // namespace simulator
