// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace app {

/// From now on SIGTERM and SIGINT (or what the system has in their place) end the event loop in order, with exit
/// code 0. Call once, on the main thread, after the QCoreApplication was made.
void quitOnTermination();

} // namespace app
