// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/migrations.h"

namespace store {

/// The step that brings certificates and security events.
std::span<const char *const> certificateStatements();

} // namespace store
