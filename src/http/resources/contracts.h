// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/call.h"
#include "http/context.h"
#include "http/property.h"

namespace http {

extern const Schema contractSchema;

Answer<Reply> listContracts(Context &context, const Call &call);
Answer<Reply> showContract(Context &context, const Call &call);
Answer<Reply> setContract(Context &context, const Call &call);
Answer<Reply> removeContract(Context &context, const Call &call);

} // namespace http
