// SPDX-License-Identifier: GPL-3.0-or-later
#include "charging/holding.h"

#include <algorithm>

namespace charging {

using ocpp::Timestamp;

/// Until it has said that it took a fallback, nothing may hold it back.
double Holding::withoutShare() const
{
    if (!acknowledgedOf(LimitKind::Fallback))
        return maximum_;
    double most = 0;
    for (const HeldLimit &limit : limits_)
        most = limit.kind == LimitKind::Fallback ? std::max(most, limit.amps) : most;
    return std::min(most, maximum_);
}

double Holding::mayDraw(Timestamp time) const
{
    const double without = withoutShare();
    bool isSure = false; // that some share counts
    double most = 0;
    for (const HeldLimit &limit : limits_) {
        if (limit.kind != LimitKind::Share)
            continue;
        if (time < limit.until + limit.margin)
            most = std::max(most, std::min(limit.amps, maximum_));
        // One that was sent takes the place of the acknowledged one before it, so when it ends that one is gone.
        if (time >= limit.until - limit.margin)
            most = std::max(most, without);
        isSure = isSure || limit.isAcknowledged;
    }
    return isSure ? most : std::max(most, without);
}

double Holding::mayEverDraw(Timestamp from) const
{
    double most = mayDraw(from);
    const QList<Timestamp> moments = turns();
    for (const Timestamp turn : moments)
        most = turn > from ? std::max(most, mayDraw(turn)) : most;
    return most;
}

QList<Timestamp> Holding::turns() const
{
    QList<Timestamp> turns;
    for (const HeldLimit &limit : limits_) {
        if (limit.kind == LimitKind::Share)
            turns << limit.until - limit.margin << limit.until + limit.margin;
    }
    return turns;
}

/// What was sent before it has been replaced: same purpose, same stack level (3.13.2).
void Holding::acknowledged(qint64 key)
{
    const auto found = std::ranges::find(limits_, key, &HeldLimit::key);
    if (found == limits_.end())
        return;
    found->isAcknowledged = true;
    const LimitKind kind = found->kind;
    limits_.removeIf([=](const HeldLimit &limit) { return limit.kind == kind && limit.key < key; });
}

void Holding::refused(qint64 key)
{
    limits_.removeIf([key](const HeldLimit &limit) { return limit.key == key && !limit.isAcknowledged; });
}

/// While one that was sent later may count, an older one still says what counts if it did not arrive.
void Holding::forgetExpired(Timestamp now)
{
    const bool allOver = std::ranges::all_of(limits_, [now](const HeldLimit &limit) {
        return limit.kind == LimitKind::Fallback || limit.until + limit.margin <= now;
    });
    if (allOver)
        limits_.removeIf([](const HeldLimit &limit) { return limit.kind == LimitKind::Share; });
}

const HeldLimit *Holding::acknowledgedOf(LimitKind kind) const
{
    const auto found = std::ranges::find_if(
        limits_, [kind](const HeldLimit &limit) { return limit.kind == kind && limit.isAcknowledged; });
    return found == limits_.end() ? nullptr : &*found;
}

} // namespace charging
