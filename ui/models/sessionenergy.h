// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connectors.h"
#include "store/transactions.h"

namespace ui {

/// What an open session has drawn, in Wh. Its connector's register tells it without reading the whole session, unless it
/// began anew or is not known. Nothing, if nothing was measured. `connector`: null, if nothing is known of it. On the
/// reader's thread.
std::optional<double> energySoFar(store::Database &db, const store::Transaction &session, const store::Connector *connector);

} // namespace ui
