// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/migrations.h"

namespace store {

/// The step that brings load balancing, and the order of the book of sessions.
std::span<const char *const> siteStatements();

} // namespace store
