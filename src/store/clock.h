// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/timestamp.h"

namespace store {

/// The system clock, UTC, cut to milliseconds. Any thread.
ocpp::Timestamp now();

} // namespace store
