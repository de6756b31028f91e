// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/stationtime.h"

#include <algorithm>

namespace store {

ocpp::Timestamp believedTime(const std::optional<ocpp::Timestamp> &said, ocpp::Timestamp received)
{
    constexpr ocpp::Timestamp clockIsSet{std::chrono::sys_days{std::chrono::year{2010} / 1 / 1}};
    return said && *said >= clockIsSet ? std::min(*said, received) : received;
}

} // namespace store
