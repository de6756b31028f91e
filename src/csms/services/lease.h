// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

namespace csms {

/// Prolongs this node's lease when a third of it is used, and clears up after nodes that died: their stations are
/// offline, their sent commands unknown. Writer thread, about once a second.
void renewLease(store::Database &db, const QString &node, ocpp::Timestamp now);

} // namespace csms
