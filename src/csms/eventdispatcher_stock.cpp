// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/eventdispatcher.h"

namespace csms {

std::unique_ptr<QAbstractEventDispatcher> makeSocketDispatcher()
{
    return nullptr;
}

} // namespace csms
