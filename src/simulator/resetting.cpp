// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/resetting.h"

namespace simulator {

using namespace std::chrono_literals;
using ocpp::Reason;
using ocpp::ResetStatus;

Resetting::Resetting(Timeline &timeline, Transactions &transactions, const OfflineQueue &queue)
    : transactions_(transactions), queue_(queue), patience_(timeline)
{
}

Answer<ocpp::Reset::Response> Resetting::handle(const ocpp::Reset::Request &request)
{
    using Response = ocpp::Reset::Response;
    if (underWay_)
        return Response{ResetStatus::Rejected};
    const bool soft = request.type == ocpp::ResetType::Soft;
    return {Response{ResetStatus::Accepted},
            [this, soft] { restart(soft ? Reason::SoftReset : Reason::HardReset, soft); }};
}

void Resetting::restart(Reason reason, bool gently)
{
    if (underWay_)
        return;
    underWay_ = true;
    reason_ = reason;
    if (!gently) {
        goDark();
        return;
    }
    waiting_ = true;
    transactions_.stopAll(reason);
    patience_.start(10s, [this] { goDark(); }); // 5.14: without a StopTransaction.conf it stays queued
    look();
}

void Resetting::look()
{
    if (waiting_ && queue_.isEmpty())
        goDark();
}

void Resetting::goDark()
{
    waiting_ = false;
    patience_.stop();
    switchOff(reason_ != Reason::PowerLoss);
    // 5.14: what still ran is told after the restart.
    transactions_.stopAll(reason_);
}

void Resetting::finished()
{
    underWay_ = false;
}

} // namespace simulator
