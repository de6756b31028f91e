// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/call.h"
#include "http/context.h"
#include "http/property.h"

namespace http {

extern const Schema transactionSchema;
extern const Schema closeRequestSchema;
extern const Schema sampleSchema;

Answer<Reply> listTransactions(Context &context, const Call &call);
Answer<Reply> showTransaction(Context &context, const Call &call);
Answer<Reply> listMeterValues(Context &context, const Call &call);
Answer<Reply> closeTransaction(Context &context, const Call &call);
// Takes closeTransaction() back.
Answer<Reply> reopenTransaction(Context &context, const Call &call);

} // namespace http
