// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/clock.h"

namespace store {

ocpp::Timestamp now()
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

} // namespace store
