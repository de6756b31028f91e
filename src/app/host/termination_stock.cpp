// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/host/termination.h"

#include <QCoreApplication>

#include <csignal>

namespace app {

void quitOnTermination()
{
    // Without POSIX signals the handler runs on a thread of its own, where quit() may be called.
    const auto quit = [](int) { QCoreApplication::quit(); };
    std::signal(SIGTERM, quit);
    std::signal(SIGINT, quit);
}

} // namespace app
