// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

namespace csms {

/// Prolongs this node's lease when a third of it is used, and clears up after nodes that died: their stations are
/// offline, their sent commands unknown. True if the lease had to be taken anew: there was none, or another node
/// cleared up after this one. Writer thread, about once a second.
bool renewLease(store::Database &db, const QString &node, ocpp::Timestamp now);

} // namespace csms
