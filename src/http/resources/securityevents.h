// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/call.h"
#include "http/context.h"
#include "http/property.h"

namespace http {

extern const Schema securityEventSchema;

Answer<Reply> listSecurityEvents(Context &context, const Call &call);
Answer<Reply> acknowledgeSecurityEvent(Context &context, const Call &call);

} // namespace http
