// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/enums.h"

#include <QList>

namespace simulator {

/// Whether 4.9's table (with B6, E 3.20) has this change for a connector > 0.
bool mayFollow(ocpp::ChargePointStatus from, ocpp::ChargePointStatus to);

/// The statuses that a connector goes through to reach `to`, without `from` itself: one when the change is
/// legal, two when only a detour over Available or Preparing is (B1 and then A8, say).
QList<ocpp::ChargePointStatus> wayTo(ocpp::ChargePointStatus from, ocpp::ChargePointStatus to);

} // namespace simulator
