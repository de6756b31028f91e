// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/call.h"
#include "http/context.h"
#include "http/property.h"

namespace http {

extern const Schema stationSchema;

Answer<Reply> listStations(Context &context, const Call &call);
Answer<Reply> showStation(Context &context, const Call &call);
// Creates, or changes what the body names and keeps the rest, because the password cannot be read back.
Answer<Reply> setStation(Context &context, const Call &call);
Answer<Reply> removeStation(Context &context, const Call &call);

} // namespace http
