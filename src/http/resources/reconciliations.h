// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/call.h"
#include "http/context.h"
#include "http/property.h"

namespace http {

extern const Schema reconciliationSchema;

Answer<Reply> listReconciliations(Context &context, const Call &call);
// Of all stations, what was given up.
Answer<Reply> listStuckReconciliations(Context &context, const Call &call);
Answer<Reply> pauseReconciliation(Context &context, const Call &call);
Answer<Reply> resumeReconciliation(Context &context, const Call &call);
Answer<Reply> retryReconciliation(Context &context, const Call &call);

} // namespace http
