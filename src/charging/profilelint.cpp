// SPDX-License-Identifier: GPL-3.0-or-later
#include "charging/profilelint.h"

#include "charging/profilecheck.h"

#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace charging {
namespace {

constexpr QLatin1StringView lintWords[] = {"hidesLower"_L1, "gap"_L1, "limitMeansNothing"_L1, "longerThanRecurrence"_L1,
                                           "noLongerValid"_L1};
static_assert(std::size(lintWords) == std::size_t(LintKind::NoLongerValid) + 1);

std::optional<LintKind> lintKindOf(ProblemKind kind)
{
    switch (kind) {
    case ProblemKind::LimitMeansNothing:
        return LintKind::LimitMeansNothing;
    case ProblemKind::LongerThanRecurrence:
        return LintKind::LongerThanRecurrence;
    case ProblemKind::NoLongerValid:
        return LintKind::NoLongerValid;
    default:
        return std::nullopt;
    }
}

/// Wherever the lower one counts, the higher one does, and for good.
bool hides(const PlacedProfile &higher, const PlacedProfile &lower)
{
    const ocpp::ChargingProfile &above = higher.csChargingProfiles;
    const ocpp::ChargingProfile &below = lower.csChargingProfiles;
    const bool reaches = higher.connectorId == 0 || higher.connectorId == lower.connectorId;
    const bool isOtherTransaction =
        above.transactionId && below.transactionId && *above.transactionId != *below.transactionId;
    return neverEnds(above) && reaches && !isOtherTransaction && above.stackLevel > below.stackLevel
           && above.chargingProfilePurpose == below.chargingProfilePurpose;
}

std::optional<LintFinding> hiding(const QList<PlacedProfile> &profiles, int index)
{
    QStringList hidden;
    for (const PlacedProfile &other : profiles) {
        if (hides(profiles[index], other))
            hidden.append(QString::number(other.csChargingProfiles.chargingProfileId));
    }
    if (hidden.isEmpty())
        return std::nullopt;
    return LintFinding{LintKind::HidesLower, index, u"/%1/csChargingProfiles/chargingSchedule/duration"_s.arg(index),
                       hidden,
                       u"Profile %1 never ends: once it has begun, the lower levels never count again (E 3.7): %2. "
                       "Give it a shorter duration or validTo, or take those away."_s
                           .arg(profiles[index].csChargingProfiles.chargingProfileId)
                           .arg(hidden.join(u", "_s))};
}

QList<LintFinding> ownFindings(const PlacedProfile &placed, int index, ocpp::Timestamp now)
{
    QList<LintFinding> findings;
    for (const Problem &problem : problemsOf(placed.csChargingProfiles, Placement{placed.connectorId, 0, now})) {
        const auto kind = lintKindOf(problem.kind);
        if (!kind)
            continue;
        QString path = problem.path;
        path.replace(0, u"/profile"_s.size(), u"/%1/csChargingProfiles"_s.arg(index));
        findings.append({*kind, index, path, problem.values, problem.text});
    }
    return findings;
}

/// The first, and how many there are: a recurring one shows itself every day.
std::optional<LintFinding> gap(const Composite &composite)
{
    int count = 0;
    std::optional<qsizetype> first;
    for (qsizetype i = 1; i + 1 < composite.periods.size(); ++i) {
        if (composite.periods[i].limit)
            continue;
        first = first.value_or(i);
        ++count;
    }
    if (!first)
        return std::nullopt;
    const auto moment = [&composite](qsizetype period) {
        return ocpp::formatTimestamp(composite.from + std::chrono::seconds(composite.periods[period].startPeriod));
    };
    const QStringList values{moment(*first), moment(*first + 1), QString::number(count)};
    return LintFinding{LintKind::Gap,
                       -1,
                       {},
                       values,
                       u"From %1 to %2 no profile limits (gaps like this: %3). If that is not meant, put a profile "
                       "without a duration on a lower level."_s.arg(values[0], values[1], values[2])};
}

} // namespace

QLatin1StringView wordOf(LintKind kind)
{
    return lintWords[std::size_t(kind)];
}

bool neverEnds(const ocpp::ChargingProfile &profile)
{
    const auto &duration = profile.chargingSchedule.duration;
    const bool recurs = profile.chargingProfileKind == ocpp::ChargingProfileKindType::Recurring;
    const int recurrence = profile.recurrencyKind == ocpp::RecurrencyKindType::Weekly ? 7 * 86400 : 86400;
    return !profile.validTo && (!duration || (recurs && *duration >= recurrence));
}

QList<LintFinding> lint(const QList<PlacedProfile> &profiles, const Composite &composite, ocpp::Timestamp now)
{
    QList<LintFinding> findings;
    for (int i = 0; i < profiles.size(); ++i) {
        if (const auto found = hiding(profiles, i))
            findings.append(*found);
        findings += ownFindings(profiles[i], i, now);
    }
    if (const auto found = gap(composite))
        findings.append(*found);
    return findings;
}

} // namespace charging
