// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/call.h"
#include "http/context.h"
#include "http/property.h"

namespace http {

extern const Schema knockSchema;
extern const Schema attentionSchema;
extern const Schema resolutionSchema;

Answer<Reply> listKnocks(Context &context, const Call &call);
// Until it comes again.
Answer<Reply> removeKnock(Context &context, const Call &call);
Answer<Reply> listAttention(Context &context, const Call &call);
Answer<Reply> resolveAttention(Context &context, const Call &call);

} // namespace http
