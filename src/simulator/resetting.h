// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/transactions.h"

namespace simulator {

/// Reset (5.14), and the reboots that nobody asked for.
class Resetting {
public:
    Resetting(Timeline &timeline, Transactions &transactions, const OfflineQueue &queue);

    Answer<ocpp::Reset::Response> handle(const ocpp::Reset::Request &request);

    /// Stops the transactions with this reason, and restarts: when their stop is delivered if `gently`, else
    /// at once.
    void restart(ocpp::Reason reason, bool gently);
    /// The reboot is done.
    void finished();
    bool isUnderWay() const { return underWay_; }
    /// What is under way on the line is over: the stops may be delivered by now.
    void look();

    /// The moment of darkness; whether there is time to take leave: the answer to a Reset has to get through.
    Event<bool> switchOff;

private:
    void goDark();

    Transactions &transactions_;
    const OfflineQueue &queue_;
    ocpp::Reason reason_ = ocpp::Reason::Reboot;
    bool underWay_ = false;
    bool waiting_ = false;
    Alarm patience_;
};

} // namespace simulator
