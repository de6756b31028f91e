// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/connectorstatus.h"

namespace simulator {

using Status = ocpp::ChargePointStatus;

namespace {

constexpr unsigned set(std::initializer_list<Status> statuses)
{
    unsigned bits = 0;
    for (const Status status : statuses)
        bits |= 1U << int(status);
    return bits;
}

constexpr unsigned inUse =
    set({Status::Preparing, Status::Charging, Status::SuspendedEV, Status::SuspendedEVSE});

constexpr unsigned followers(Status from)
{
    switch (from) {
    case Status::Available:
        return inUse | set({Status::Reserved, Status::Unavailable, Status::Faulted});
    case Status::Preparing:
        return inUse | set({Status::Available, Status::Finishing, Status::Faulted});
    case Status::Charging:
    case Status::SuspendedEV:
    case Status::SuspendedEVSE:
        return set({Status::Available, Status::Charging, Status::SuspendedEV, Status::SuspendedEVSE,
                    Status::Finishing, Status::Unavailable, Status::Faulted});
    case Status::Finishing:
    case Status::Reserved:
        return set({Status::Available, Status::Preparing, Status::Unavailable, Status::Faulted});
    case Status::Unavailable:
        return inUse | set({Status::Available, Status::Faulted});
    case Status::Faulted:
        return inUse | set({Status::Available, Status::Finishing, Status::Reserved, Status::Unavailable});
    }
    return 0;
}

} // namespace

bool mayFollow(Status from, Status to)
{
    return from != to && (followers(from) & set({to})) != 0;
}

QList<Status> wayTo(Status from, Status to)
{
    if (from == to)
        return {};
    if (!mayFollow(from, to)) {
        for (const Status between : {Status::Preparing, Status::Available}) {
            if (mayFollow(from, between) && mayFollow(between, to))
                return {between, to};
        }
    }
    return {to};
}

} // namespace simulator
