// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csms/context.h"
#include "ocpp/messages.h"
#include "store/commands.h"

namespace csms {

/// What a CALLRESULT means for its command. A status that says "not now, but surely" counts as accepted, and so does
/// "Unknown" of ClearChargingProfile: there is nothing left to clear (behaviour 34).
store::CommandState stateOf(const ocpp::AnyResponse &response);

/// What follows from an answer, beyond the command's state. Writer thread, inside the answer's savepoint.
void followUp(Context &context, const store::Command &command, const ocpp::AnyResponse &response);

} // namespace csms
