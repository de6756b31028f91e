// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/call.h"
#include "http/context.h"
#include "http/property.h"

namespace http {

extern const Schema certificateSchema;
extern const Schema stationCertificateSchema;
extern const Schema rootWishSchema;
extern const Schema certificateRequestSchema;
extern const Schema signedChainSchema;

Answer<Reply> listCertificates(Context &context, const Call &call);
Answer<Reply> listStationCertificates(Context &context, const Call &call);
Answer<Reply> desireRoot(Context &context, const Call &call);
Answer<Reply> withdrawRoot(Context &context, const Call &call);
Answer<Reply> refreshCertificates(Context &context, const Call &call);
Answer<Reply> listCertificateRequests(Context &context, const Call &call);
Answer<Reply> fulfilCertificateRequest(Context &context, const Call &call);

} // namespace http
