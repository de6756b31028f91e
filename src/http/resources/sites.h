// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/call.h"
#include "http/context.h"
#include "http/property.h"

namespace http {

extern const Schema siteSchema;

Answer<Reply> listSites(Context &context, const Call &call);
Answer<Reply> showSite(Context &context, const Call &call);
Answer<Reply> setSite(Context &context, const Call &call);
Answer<Reply> removeSite(Context &context, const Call &call);

} // namespace http
