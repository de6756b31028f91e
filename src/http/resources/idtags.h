// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/call.h"
#include "http/context.h"
#include "http/property.h"

namespace http {

extern const Schema idTagSchema;

Answer<Reply> listIdTags(Context &context, const Call &call);
Answer<Reply> showIdTag(Context &context, const Call &call);
Answer<Reply> setIdTag(Context &context, const Call &call); // replaces it as a whole
Answer<Reply> removeIdTag(Context &context, const Call &call);

} // namespace http
