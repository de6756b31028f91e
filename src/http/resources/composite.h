// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/call.h"
#include "http/context.h"
#include "http/property.h"

namespace http {

extern const Schema compositeScheduleSchema;

// Computed; source=station asks the station and waits for its answer; source=kept gives what it said last.
Answer<Reply> showCompositeSchedule(Context &context, const Call &call);

} // namespace http
