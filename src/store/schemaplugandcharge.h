// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/migrations.h"

namespace store {

/// The step that brings contracts, and certificates that stations ask for by DataTransfer.
std::span<const char *const> plugAndChargeStatements();

} // namespace store
