// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/jobs/job.h"

#include "csms/switchboard.h"

#include <QLoggingCategory>

namespace csms {

Q_LOGGING_CATEGORY(engineLog, "stationmaster.engine")

void EngineJob::failed(const store::Error &error)
{
    qCWarning(engineLog).noquote() << error.text << error.detail;
}

void EngineJob::noteBooked(ConnectionId connection)
{
    outbox_.put([connection](Switchboard &board) { board.noteBooked(connection); });
}

} // namespace csms
