// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ctl {

// What scripts may rely on; listed in --help.
enum ExitCode {
    Done = 0,
    Refused = 1, // the engine refused, or the command's outcome is not "accepted"
    BadUsage = 2,
    Unreachable = 3, // no engine answers
    Unauthorized = 4, // no token, a wrong one, or one that may only read
    NotFound = 5,
};

} // namespace ctl
