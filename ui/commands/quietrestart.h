// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace store {
class Database;
}

namespace ui {

struct QuietRestart {
    bool sessionRuns = false; ///< nothing was queued: it would have ended the session
    QString refusal{};        ///< why it did not get into the queue; empty: it did
};

/// Reset(Soft) for settings that are valid after a restart: only while no session runs (behaviour 28), and not long
/// after it was asked for. On the writer's thread.
QuietRestart queueQuietRestart(store::Database &db, const QString &station);

} // namespace ui
