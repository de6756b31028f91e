// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charging/composite.h"

namespace charging {

/// What a person probably did not mean, though a station takes it.
enum class LintKind {
    HidesLower, ///< values: the ids of the profiles that never count because it does not end (E 3.7)
    Gap, ///< values: from, to, how many there are; of the stack, not of one profile
    LimitMeansNothing, ///< values: limit; above 0 and below 6 A no car charges
    LongerThanRecurrence, ///< values: duration, length of the recurrence; the rest is not executed (E 3.43)
    NoLongerValid, ///< values: validTo
};
/// "hidesLower", "gap", ..., for programs.
QLatin1StringView wordOf(LintKind kind);

struct LintFinding {
    LintKind kind{};
    int profile = -1; ///< in the list of profiles; -1: the stack
    QString path{}; ///< JSON pointer into the list; empty: the stack
    QStringList values{}; ///< what the words of a translation need, see LintKind
    QString text{}; ///< plain English: what, why, what to do
};

/// Nothing ends it, or each recurrence begins when the one before ends: below it nothing counts once it has begun (E 3.7).
bool neverEnds(const ocpp::ChargingProfile &profile);

/// Of all profiles, in their order, then the gaps that `composite` of them has: stretches without a limit between two
/// with one. What is already wrong by itself is for problemsOf(). Pure.
QList<LintFinding> lint(const QList<PlacedProfile> &profiles, const Composite &composite, ocpp::Timestamp now);

} // namespace charging
