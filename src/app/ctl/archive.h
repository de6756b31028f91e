// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/exitcode.h"

#include <QString>

namespace ctl {

// Which database, as for the engine; both may be empty for the usual ones.
struct Archive {
    QString dataDir;
    QString database;
    QString file; // the copy
};

ExitCode backup(const Archive &archive); // while the engine may be running
ExitCode restore(const Archive &archive); // refuses while an engine runs

} // namespace ctl
