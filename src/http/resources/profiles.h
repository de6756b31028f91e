// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/call.h"
#include "http/context.h"
#include "http/property.h"

namespace http {

extern const Schema namedProfileSchema;
extern const Schema chargingProfileSchema;
extern const Schema stationProfileSchema;
extern const Schema profileWishSchema;

Answer<Reply> listNamedProfiles(Context &context, const Call &call);
Answer<Reply> showNamedProfile(Context &context, const Call &call);
Answer<Reply> setNamedProfile(Context &context, const Call &call); // replaces it, also at the stations that use it
Answer<Reply> removeNamedProfile(Context &context, const Call &call); // 409 while it is in use

Answer<Reply> listStationProfiles(Context &context, const Call &call);
Answer<Reply> desireProfile(Context &context, const Call &call);
Answer<Reply> withdrawProfiles(Context &context, const Call &call); // with the filters of ClearChargingProfile (E 3.26)

} // namespace http
