// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/schedules/drawnproblems.h"

#include "charging/profilelint.h"
#include "store/clock.h"
#include "ui/pages/profiles/profilewords.h"
#include "ui/pages/schedules/momentwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {
namespace {

using charging::ProblemKind;
using charging::Severity;
using charging::WeekPlan;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::DrawnProblems)
};

QString quoted(const Layer &layer)
{
    return Words::tr("“%1”", "a name in quotation marks").arg(layer.name);
}

using Mend = std::function<void(ScheduleDocument &)>;

/// Changes a layer that may have gone by then.
Mend mendLayer(int id, const QString &what, const std::function<void(Layer &)> &change)
{
    return [=](ScheduleDocument &document) {
        const Layer *layer = document.find(id);
        if (!layer)
            return;
        Layer mended = *layer;
        change(mended);
        document.replace(mended, what);
        document.select(id);
    };
}

/// Of neighbours that say something the shorter one becomes as the other, until no more periods are left than the
/// station takes.
void mergeShortest(Layer &layer, int mostPeriods, const charging::WeekFrame &week)
{
    const auto isTooLong = [&] {
        return profilesOf(layer, week).first().chargingSchedule.chargingSchedulePeriod.size() > mostPeriods;
    };
    while (isTooLong()) {
        const QList<charging::Step> steps = layer.plan->steps();
        qsizetype shortest = -1;
        int least = layer.plan->cycle();
        for (qsizetype i = 0; i + 1 < steps.size(); ++i) {
            const bool speak = steps.at(i).stroke.limit && steps.at(i + 1).stroke.limit;
            const bool areAlike = steps.at(i).stroke == steps.at(i + 1).stroke;
            const int length = areAlike ? 0 : std::min(steps.at(i).span.length(), steps.at(i + 1).span.length());
            if (speak && length < least) {
                least = length;
                shortest = i;
            }
        }
        if (shortest < 0)
            return;
        const charging::Step &one = steps.at(shortest);
        const charging::Step &next = steps.at(shortest + 1);
        const bool isNextLonger = one.span.length() < next.span.length();
        layer.plan->draw({one.span.from, next.span.to}, isNextLonger ? next.stroke : one.stroke);
    }
}

/// Of one that cannot be drawn the periods are as they came.
void roundLimits(Layer &layer)
{
    const auto isBetween = [](double limit) { return limit < charging::leastLimit(WeekPlan::Unit::A); };
    const auto rounded = [](double limit) { return charging::snappedLimit(limit, WeekPlan::Unit::A, 1); };
    if (!layer.plan) {
        for (ocpp::ChargingSchedulePeriod &period : layer.like.chargingSchedule.chargingSchedulePeriod)
            period.limit = isBetween(period.limit) ? rounded(period.limit) : period.limit;
        return;
    }
    for (const charging::Step &step : layer.plan->steps()) {
        if (step.stroke.limit && isBetween(*step.stroke.limit))
            layer.plan->setLimit(step.span, rounded(*step.stroke.limit));
    }
}

void forgetPhases(Layer &layer)
{
    for (ocpp::ChargingSchedulePeriod &period : layer.like.chargingSchedule.chargingSchedulePeriod)
        period.numberPhases.reset();
    if (layer.plan)
        layer.plan->setPhases({0, layer.plan->cycle()}, std::nullopt);
}

void setWayOut(DrawnProblem &problem, const charging::Problem &found, const Layer &layer,
               const ScheduleDocument &document)
{
    const auto offer = [&](const QString &action, const std::function<void(Layer &)> &change) {
        problem.action = action;
        problem.mend = mendLayer(layer.id, action, change);
    };
    switch (found.kind) {
    case ProblemKind::StackLevelTooHigh: {
        const int level = *document.place().limits.maxStackLevel;
        offer(Words::tr("Lower to level %1").arg(level), [level](Layer &one) { one.like.stackLevel = level; });
        break;
    }
    case ProblemKind::UnitNotAllowed: {
        if (!layer.plan)
            break;
        const bool isWatts = layer.unit() == WeekPlan::Unit::W;
        const double factor = document.wattsPerAmpere();
        offer(isWatts ? Words::tr("Convert to ampere") : Words::tr("Convert to watt"), [=](Layer &one) {
            one.plan = one.plan->in(isWatts ? WeekPlan::Unit::A : WeekPlan::Unit::W, isWatts ? 1 / factor : factor);
        });
        break;
    }
    case ProblemKind::LimitMeansNothing:
        offer(Words::tr("Round to 0 or 6 A"), roundLimits);
        break;
    case ProblemKind::LongerThanRecurrence:
        offer(Words::tr("Shorten to the recurrence"),
              [length = found.values.at(1).toInt()](Layer &one) { one.like.chargingSchedule.duration = length; });
        break;
    case ProblemKind::TooManyPeriods: {
        if (!layer.plan)
            break;
        const int most = *document.place().limits.maxPeriods;
        const charging::WeekFrame week = document.thisWeek();
        offer(Words::tr("Merge the shortest steps"), [=](Layer &one) { mergeShortest(one, most, week); });
        break;
    }
    case ProblemKind::TxWithoutTransaction:
        offer(Words::tr("For every session"),
              [](Layer &one) { one.like.chargingProfilePurpose = ocpp::ChargingProfilePurposeType::TxDefaultProfile; });
        break;
    case ProblemKind::NoLongerValid:
    case ProblemKind::ValidityEmpty:
        offer(Words::tr("Remove the end"), [](Layer &one) { one.like.validTo.reset(); });
        break;
    case ProblemKind::PhaseSwitch:
        offer(Words::tr("Same phases everywhere"), forgetPhases);
        break;
    default:
        break;
    }
}

/// Beside this one, at the station.
int countBeside(const Layer &layer, const ScheduleDocument &document)
{
    return int(std::ranges::count_if(document.layers(), [&](const Layer &other) {
        const int connector = document.place().connector;
        const bool isSamePlace = other.purpose() == layer.purpose() && other.level() == layer.level()
                                 && connectorOf(other, connector) == connectorOf(layer, connector);
        return other.id != layer.id && !isSamePlace;
    }));
}

void addOwn(QList<DrawnProblem> &problems, const Layer &layer, const ScheduleDocument &document)
{
    if (layer.plan && layer.plan->pieces() > 1) {
        const double full = document.fullLimit(layer.unit());
        DrawnProblem gaps{Severity::Error,
                          Words::tr("%1 has %2 gaps, but one profile can be silent only once. Fill them, or draw the "
                                    "parts in layers of their own.")
                              .arg(quoted(layer))
                              .arg(layer.plan->gaps().size()),
                          Words::tr("Fill with %1").arg(rateText(full, layer.unit())),
                          {}};
        gaps.mend = mendLayer(layer.id, gaps.action, [full](Layer &one) { one.plan->fillGaps({full, {}}); });
        problems.append(gaps);
    }
    ocpp::ChargingProfile profile = profilesOf(layer, document.thisWeek()).first();
    if (layer.purpose() == ocpp::ChargingProfilePurposeType::TxProfile)
        profile.transactionId = document.place().transaction; // as it is sent
    const charging::Placement placement{
        document.place().isFree() ? std::nullopt : std::optional(connectorOf(layer, document.place().connector)),
        countBeside(layer, document), store::now()};
    for (const charging::Problem &found : charging::problemsOf(profile, placement, document.place().limits)) {
        DrawnProblem problem{found.severity, Words::tr("%1: %2").arg(quoted(layer), problemText(found)), {}, {}};
        setWayOut(problem, found, layer, document);
        const auto same = [&](const DrawnProblem &other) {
            return !problem.action.isEmpty() && other.action == problem.action && other.text.startsWith(quoted(layer));
        };
        if (std::ranges::none_of(problems, same)) // one button for all of them
            problems.append(problem);
    }
}

void addTwins(QList<DrawnProblem> &problems, const Layer &layer, const ScheduleDocument &document)
{
    for (const Layer &other : document.layers()) {
        const bool isTwin = other.isDrawn && other.id < layer.id && other.purpose() == layer.purpose()
                            && other.level() == layer.level() && other.isWholeStation == layer.isWholeStation;
        if (!isTwin)
            continue;
        const int level = document.freeLevel(layer.purpose());
        DrawnProblem twin{Severity::Error,
                          Words::tr("%1 and %2 are for the same at the same level: only one of them counts.")
                              .arg(quoted(other), quoted(layer)),
                          {},
                          {}};
        if (level != layer.level()) {
            twin.action = Words::tr("Raise to level %1").arg(level);
            twin.mend = mendLayer(layer.id, twin.action, [level](Layer &one) { one.like.stackLevel = level; });
        }
        problems.append(twin);
    }
}

const Layer *ownerOf(const charging::PlacedProfile &placed, const ScheduleDocument &document)
{
    return document.layerOfProfile(placed.csChargingProfiles.chargingProfileId - 1); // ScheduleDocument counts from 1
}

/// A layer that ends, or is silent at times, counts above one that does not end. Of two that do not end one is for nothing.
void setWayOut(DrawnProblem &problem, const Layer &higher, const QList<charging::PlacedProfile> &hidden,
               const ScheduleDocument &document)
{
    const QList<Layer> &layers = document.layers();
    qsizetype lowest = -1;
    for (const charging::PlacedProfile &placed : hidden) {
        const Layer *lower = ownerOf(placed, document);
        if (!lower)
            return;
        const bool isForNothing = charging::neverEnds(placed.csChargingProfiles);
        if (isForNothing && lower->isDrawn) {
            problem.action = Words::tr("Delete %1").arg(quoted(*lower));
            problem.mend = [id = lower->id, what = problem.action](ScheduleDocument &drawing) {
                drawing.remove(id, what);
            };
        }
        if (isForNothing)
            return;
        lowest = std::max(lowest, std::ranges::find(layers, lower->id, &Layer::id) - layers.begin());
    }
    if (lowest < 0 || !document.canMove(higher.id, int(lowest) + 1))
        return;
    problem.action = Words::tr("Put it below %1").arg(quoted(layers.at(lowest)));
    problem.mend = [id = higher.id, below = layers.at(lowest).id, what = problem.action](ScheduleDocument &drawing) {
        const auto at = std::ranges::find(drawing.layers(), below, &Layer::id);
        if (at != drawing.layers().end())
            drawing.move(id, int(at - drawing.layers().begin()) + 1, what);
    };
}

void addHidden(QList<DrawnProblem> &problems, const charging::LintFinding &found, const ScheduleDocument &document)
{
    const Layer *higher = document.layerOfProfile(found.profile);
    QStringList names;
    QList<charging::PlacedProfile> hidden;
    for (const QString &id : found.values) {
        hidden.append(document.profiles().value(id.toInt() - 1));
        const Layer *lower = ownerOf(hidden.last(), document);
        if (lower && !names.contains(quoted(*lower)))
            names.append(quoted(*lower));
    }
    if (!higher || !higher->isDrawn)
        return;
    DrawnProblem problem{Severity::Warning,
                         Words::tr("%1 speaks at every moment: below it %2 never counts. Clear the times that it is "
                                   "not about.")
                             .arg(quoted(*higher), names.join(QStringLiteral(", "))),
                         {},
                         {}};
    setWayOut(problem, *higher, hidden, document);
    problems.append(problem);
}

void addOpen(QList<DrawnProblem> &problems, const ScheduleDocument &document)
{
    const auto &periods = document.composite().periods;
    const auto open = std::ranges::find_if(periods, [](const auto &period) { return !period.limit; });
    if (open == periods.end() || periods.size() < 2)
        return;
    const charging::WeekFrame &week = document.week();
    const auto moment = [&](int second) {
        return clockText(week.minuteAt(week.begin() + std::chrono::seconds(second)));
    };
    const int end = std::next(open) == periods.end() ? week.seconds() : std::next(open)->startPeriod;
    const auto purpose = ocpp::ChargingProfilePurposeType::TxDefaultProfile;
    const bool isFree = std::ranges::none_of(document.layers(), [](const Layer &layer) {
        return layer.purpose() == ocpp::ChargingProfilePurposeType::TxDefaultProfile && layer.level() == 0;
    });
    DrawnProblem problem{Severity::Warning,
                         Words::tr("From %1 to %2 nothing limits.").arg(moment(open->startPeriod), moment(end)),
                         {},
                         {}};
    if (isFree) {
        const auto unit = document.unit();
        const double full = document.fullLimit(unit);
        problem.action = Words::tr("Add a base of %1").arg(rateText(full, unit));
        problem.mend = [=](ScheduleDocument &drawing) {
            Layer base;
            base.name = drawing.freeName(Words::tr("Base"));
            base.like.chargingProfilePurpose = purpose;
            base.plan = charging::templatePlan(charging::PlanTemplate::SiteCap, unit, full);
            drawing.add(base, Words::tr("Add a base"));
        };
    }
    problems.append(problem);
}

} // namespace

QList<DrawnProblem> drawnProblems(const ScheduleDocument &document)
{
    QList<DrawnProblem> problems;
    bool isDrawn = false;
    for (const Layer &layer : document.layers()) {
        if (!layer.isDrawn || (layer.plan && layer.plan->isEmpty()))
            continue;
        isDrawn = true;
        addOwn(problems, layer, document);
        addTwins(problems, layer, document);
    }
    if (!isDrawn)
        return {};
    for (const charging::LintFinding &found : charging::lint(document.profiles(), document.composite(), store::now())) {
        if (found.kind == charging::LintKind::HidesLower)
            addHidden(problems, found, document);
    }
    addOpen(problems, document);
    std::stable_partition(problems.begin(), problems.end(),
                          [](const DrawnProblem &one) { return one.severity == Severity::Error; });
    return problems;
}

} // namespace ui
