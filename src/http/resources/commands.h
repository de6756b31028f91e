// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/call.h"
#include "http/context.h"
#include "http/property.h"
#include "store/commandrequest.h"

namespace http {

extern const Schema commandSchema;
extern const Schema commandRequestSchema;

Failure failureOf(const store::CommandRefusal &refusal);

inline constexpr std::chrono::seconds longestWait = std::chrono::hours(1); // of ?wait=

// Queues it, and waits at most so long for its end. The caller holds a Seat, unless there is nothing to wait for.
Answer<store::Command> sendAndWait(Context &context, const store::CommandRequest &request, std::chrono::seconds patience);
Failure tooManyWaits();
// The same with a seat of its own, and the command as the reply.
Answer<Reply> sendWithSeat(Context &context, const store::CommandRequest &request, std::chrono::seconds patience);

Answer<Reply> sendCommand(Context &context, const Call &call);
Answer<Reply> listCommands(Context &context, const Call &call);
Answer<Reply> showCommand(Context &context, const Call &call);
Answer<Reply> cancelCommand(Context &context, const Call &call);

} // namespace http
