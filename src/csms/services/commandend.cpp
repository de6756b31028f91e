// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/services/commandend.h"

#include "csms/services/reconciler.h"

namespace csms {

void endCommand(store::Database &db, qint64 command, const store::CommandEnd &end)
{
    store::Commands commands(db);
    if (!commands.finish(command, end))
        return;
    if (const auto ended = commands.find(command))
        reconciler::ended(db, *ended, end.state, end.error, end.at);
}

} // namespace csms
