// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/answer.h"

#include "ocpp/messages.h"

namespace simulator {

/// The requests that this station does not know, each refused in the way the specification gives for it: vendors'
/// messages.
class Refusals {
public:
    Answer<ocpp::DataTransfer::Response> handle(const ocpp::DataTransfer::Request &);
};

} // namespace simulator
