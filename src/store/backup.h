// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/error.h"
#include "store/location.h"

#include <stop_token>

namespace store {

/// Writes a consistent copy of a SQLite database to `file` (VACUUM INTO), while the engine may be running.
/// Refuses to overwrite, and leaves no half file behind. The copy is opened and checked before success is
/// reported. For PostgreSQL it fails and says how to call pg_dump. Blocks; call it off the GUI thread. When `stop` asks
/// for it, it ends with an error soon, and nothing was written.
Outcome<void> backup(const Location &location, const QString &file, const std::stop_token &stop = {});

/// What a backup to `file` is called until it is whole: its size tells how far it is.
QString unfinishedBackup(const QString &file);

struct Restored {
    QString keptAside{}; ///< where the replaced database is now; empty if there was none
};

/// Puts the backup `file` in the place of a SQLite database. The caller holds the data directory's lock, so
/// that no engine runs. The backup must be an undamaged Stationmaster database (full integrity check) of this
/// or an older version; the replaced file is kept beside it, and the new one has its owner and permissions. On any
/// error the database is as it was.
Outcome<Restored> restore(const QString &file, const Location &location);

} // namespace store
