// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connectors.h"
#include "store/transactions.h"

namespace ui {

/// What is known of the energy of a session that was read whole, in Wh. Nothing, if nothing was measured after its
/// start: the 0 that a lost stop is booked with (behaviour 10, "meterStart") is no measured one. Any thread.
std::optional<double> knownEnergy(const store::Transaction &session);

/// What an open session has drawn, in Wh. Its connector's register tells it without reading the whole session, unless it
/// began anew or is not known. Nothing, if nothing was measured. `connector`: null, if nothing is known of it. On the
/// reader's thread.
std::optional<double> energySoFar(store::Database &db, const store::Transaction &session, const store::Connector *connector);

} // namespace ui
