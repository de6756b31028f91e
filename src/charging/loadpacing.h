// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace charging {

/// In which times the fuses of a site are shared. A bench that plays a day faster shortens them as it shortens the day.
struct LoadPacing {
    using Span = std::chrono::milliseconds;
    Span epoch{300'000}; ///< shares of a site end together, at the end of a multiple of this; above 0
    Span shortest{300'000}; ///< a share is given for at least as long
    Span renewBefore{240'000}; ///< its end
    Span urgentBefore{90'000}; ///< its end a renewal with less is better than none
    Span clockMargin{10'000}; ///< stations' clocks are believed so far
    Span marginStep{10'000}; ///< clocks drift by ms: margins that are alike end shares together; above 0
    Span betweenRaises{5'000}; ///< of one station
    Span turn{900'000}; ///< cars that do not all fit take turns of that length
    Span patience{600'000}; ///< who uses nothing for so long keeps his minimum only if nobody lacks it
    Span settling{30'000}; ///< a car follows its limit within that time
};

} // namespace charging
