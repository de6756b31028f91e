// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/archive.h"
#include "app/ctl/invocation.h"

#include <functional>

namespace ctl {

// Reads the command line and does what it says; the exit code.
int runCommandLine(int argc, char *argv[]);

} // namespace ctl
