// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/commands.h"

namespace csms {

/// Ends a command, and lets the topic that sent it, if one did, go on or try again. Writer thread.
void endCommand(store::Database &db, qint64 command, const store::CommandEnd &end);

} // namespace csms
