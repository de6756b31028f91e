// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/timeline.h"

namespace simulator {

/// The clock inside one station: it may be wrong until the central system has told the time (4.2, 4.6).
class StationClock {
public:
    StationClock(const Timeline &timeline, std::chrono::milliseconds error)
        : timeline_(timeline), error_(error)
    {
    }

    ocpp::Timestamp now() const { return timeline_.now() + error_; }

    void synchronise(ocpp::Timestamp told)
    {
        // Network delay is no reason to move a clock: times in messages should not jump back by milliseconds.
        const auto difference = told - now();
        if (difference > tolerated_ || difference < -tolerated_)
            error_ += difference;
    }

private:
    static constexpr std::chrono::milliseconds tolerated_{2000};

    const Timeline &timeline_;
    std::chrono::milliseconds error_;
};

} // namespace simulator
