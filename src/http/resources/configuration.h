// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/call.h"
#include "http/context.h"
#include "http/property.h"

namespace http {

extern const Schema configurationKeySchema;
extern const Schema desiredValueSchema;

Answer<Reply> listConfiguration(Context &context, const Call &call);
Answer<Reply> desireConfiguration(Context &context, const Call &call);

} // namespace http
