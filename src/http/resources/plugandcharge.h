// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/call.h"
#include "http/context.h"
#include "http/property.h"

namespace http {

extern const Schema vendorCommandSchema;
extern const Schema signingOrderSchema;
extern const Schema orderedChainSchema;

Answer<Reply> sendVendorCommand(Context &context, const Call &call);
Answer<Reply> listSigningOrders(Context &context, const Call &call);
Answer<Reply> fulfilSigningOrder(Context &context, const Call &call);
// Of all stations, those on which a person has to decide.
Answer<Reply> listUnsettledSigningOrders(Context &context, const Call &call);
Answer<Reply> refuseSigningOrder(Context &context, const Call &call);
Answer<Reply> retrySigningOrder(Context &context, const Call &call);

} // namespace http
