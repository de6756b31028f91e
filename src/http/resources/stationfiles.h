// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/call.h"
#include "http/context.h"
#include "http/property.h"

namespace http {

extern const Schema stationFileSchema;
extern const Schema fileWishSchema;

Answer<Reply> listStationFiles(Context &context, const Call &call);
Answer<Reply> requestStationFile(Context &context, const Call &call);
Answer<Reply> retryStationFile(Context &context, const Call &call);
Answer<Reply> showStationFile(Context &context, const Call &call);
Answer<Reply> downloadStationFile(Context &context, const Call &call);
Answer<Reply> removeStationFile(Context &context, const Call &call);

} // namespace http
