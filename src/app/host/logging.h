// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace app {

/// What is written to stderr: "debug", "info", "warning" or "error", each with what is graver.
void setLogLevel(const QString &level);

} // namespace app
