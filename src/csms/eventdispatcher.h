// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractEventDispatcher>

#include <memory>

namespace csms {

/// The event dispatcher for a thread that holds thousands of mostly idle sockets.
/// On Linux its cost per round depends on the sockets that have something to say, not on how many there are;
/// elsewhere it returns null, which means Qt's own. Call in any thread, hand to QThread::setEventDispatcher().
std::unique_ptr<QAbstractEventDispatcher> makeSocketDispatcher();

} // namespace csms
