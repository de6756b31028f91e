// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/call.h"
#include "http/context.h"
#include "http/property.h"

namespace http {

extern const Schema healthSchema;
extern const Schema changeSchema;

Answer<Reply> showHealth(Context &context, const Call &call);
Answer<Reply> showMetrics(Context &context, const Call &call); // Prometheus text
// Server-sent events: one `change` for each change, at least once; comments keep the connection alive.
Answer<Reply> streamEvents(Context &context, const Call &call);
Answer<Reply> showOpenApi(Context &context, const Call &call);

} // namespace http
