// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/call.h"
#include "http/context.h"
#include "http/property.h"

namespace http {

extern const Schema firmwareImageSchema;
extern const Schema firmwareJobSchema;
extern const Schema firmwareRolloutSchema;
extern const Schema updateRequestSchema;
extern const Schema rolloutRequestSchema;

Answer<Reply> listFirmware(Context &context, const Call &call);
// Enters an image; its file is then brought to the `uploadUrl` that is answered.
Answer<Reply> addFirmware(Context &context, const Call &call);
// Another uploadUrl for an image whose file has not come.
Answer<Reply> renewFirmwareUpload(Context &context, const Call &call);
Answer<Reply> showFirmware(Context &context, const Call &call);
Answer<Reply> setFirmware(Context &context, const Call &call);
Answer<Reply> removeFirmware(Context &context, const Call &call);

Answer<Reply> listUpdates(Context &context, const Call &call);
Answer<Reply> startUpdate(Context &context, const Call &call);
Answer<Reply> showUpdate(Context &context, const Call &call);
Answer<Reply> cancelUpdate(Context &context, const Call &call);
Answer<Reply> retryUpdate(Context &context, const Call &call);

Answer<Reply> listRollouts(Context &context, const Call &call);
Answer<Reply> startRollout(Context &context, const Call &call);
Answer<Reply> showRollout(Context &context, const Call &call);
Answer<Reply> cancelRollout(Context &context, const Call &call);

} // namespace http
