// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/call.h"
#include "http/context.h"
#include "http/property.h"

namespace http {

extern const Schema localListSchema;
extern const Schema stationLocalListSchema;

Answer<Reply> listLocalLists(Context &context, const Call &call);
Answer<Reply> showLocalList(Context &context, const Call &call);
Answer<Reply> setLocalList(Context &context, const Call &call); // replaces it as a whole
Answer<Reply> removeLocalList(Context &context, const Call &call);

Answer<Reply> showStationLocalList(Context &context, const Call &call);
Answer<Reply> setStationLocalList(Context &context, const Call &call);
Answer<Reply> syncStationLocalList(Context &context, const Call &call);

} // namespace http
