// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/timestamp.h"

#include <optional>

namespace store {

/// When something happened, as far as the station's clock can be believed: a clock that is not set yet (before
/// 2010: many begin at 1970 or 2000) or runs ahead of ours counts as the receive time. For deciding what is
/// newer; what the station said is stored as it is.
ocpp::Timestamp believedTime(const std::optional<ocpp::Timestamp> &said, ocpp::Timestamp received);

} // namespace store
