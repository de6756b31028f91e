// SPDX-License-Identifier: GPL-3.0-or-later
#include "charging/composite.h"

#include "charging/installedprofiles.h"

#include <algorithm>

namespace charging {
namespace {

using ocpp::Timestamp;
using std::chrono::seconds;

/// Goes from one moment at which something changes to the next.
class Sweep {
public:
    Sweep(Stacks stacks, int connector, qsizetype profiles)
        : stacks_(std::move(stacks)), isStation_(connector == 0), noted_(std::size_t(profiles), 0)
    {
    }

    /// How far it got: the duration, or less.
    int run(Timestamp from, int duration, qint64 mostLooks);
    const QList<CompositePeriod> &periods() const { return periods_; }
    /// Of the last moment that run() has looked at.
    QList<Standing> standings() const;

private:
    void look(Timestamp time);
    CompositePeriod decide() const;
    std::optional<int> phases() const;
    std::optional<double> minChargingRate() const;
    void append(CompositePeriod period, int startPeriod);
    void noteBeaten(CompositePeriod &period);
    void note(CompositePeriod &period, const Slot &slot, Standing why);
    Standing standing(const Stack &stack, const Slot &slot) const;
    bool decides(const Stack &stack) const { return !isFree_ && (&stack == &stacks_.maximum) == maximumDecides_; }
    template<class Visit>
    void eachStack(Visit visit) const;

    Stacks stacks_;
    bool isStation_;
    bool maximumDecides_ = false;
    bool isFree_ = true; // nothing limits
    bool isSameStanding_ = false; // as at the moment before: only limits have changed
    bool isExact_ = false; // the last period beats what is beaten at the last moment, and no more
    qint64 turns_ = 0;
    double sum_ = 0;
    Timestamp until_;
    std::vector<unsigned> noted_; // of each profile the reasons that the last period has already, as bits
    QList<CompositePeriod> periods_;
};

template<class Visit>
void Sweep::eachStack(Visit visit) const
{
    visit(stacks_.maximum);
    for (const Stack &stack : stacks_.outlets)
        visit(stack);
}

int Sweep::run(Timestamp from, int duration, qint64 mostLooks)
{
    const Timestamp end = from + seconds(duration);
    qint64 looks = 0;
    for (Timestamp time = from; time < end; time = from + std::chrono::ceil<seconds>(until_ - from)) {
        const int start = int((time - from) / seconds(1));
        looks += 1 + qint64(stacks_.outlets.size());
        if (looks > mostLooks)
            return start;
        look(time);
        append(decide(), start);
        until_ = std::min(until_, end);
    }
    return duration;
}

void Sweep::look(Timestamp time)
{
    stacks_.maximum.look(time);
    until_ = stacks_.maximum.until();
    bool isOpen = stacks_.outlets.empty();
    qint64 turns = stacks_.maximum.turns();
    double sum = 0; // in tenths: whole numbers are added without an error
    for (Stack &stack : stacks_.outlets) {
        stack.look(time);
        turns += stack.turns();
        until_ = std::min(until_, stack.until());
        if (const Slot *const prevailing = stack.prevailing())
            sum += prevailing->limit().rate * 10;
        else
            isOpen = true;
    }
    const Slot *const maximum = stacks_.maximum.prevailing();
    const bool maximumDecides = maximum && (isOpen || maximum->limit().rate * 10 < sum);
    const bool isFree = isOpen && !maximum;
    isSameStanding_ = turns == turns_ && maximumDecides == maximumDecides_ && isFree == isFree_;
    turns_ = turns;
    maximumDecides_ = maximumDecides;
    isFree_ = isFree;
    sum_ = sum / 10;
}

/// 3.13.3: the minimum of both purposes.
CompositePeriod Sweep::decide() const
{
    CompositePeriod period;
    if (isFree_)
        return period;
    period.limit = maximumDecides_ ? stacks_.maximum.prevailing()->limit().rate : sum_;
    period.deciders.reserve(maximumDecides_ ? 1 : qsizetype(stacks_.outlets.size()));
    eachStack([&](const Stack &stack) {
        const Slot *const prevailing = stack.prevailing();
        if (prevailing && decides(stack))
            period.deciders.append({prevailing->index(), stack.connector(), prevailing->limit().rate});
    });
    period.numberPhases = phases();
    period.minChargingRate = minChargingRate();
    return period;
}

/// Of the current in a composite no schedule may allow less (3.13.3), so that phases count as well.
std::optional<int> Sweep::phases() const
{
    bool isSaid = false;
    int outlets = 0;
    eachStack([&](const Stack &stack) {
        const Slot *const prevailing = stack.prevailing();
        isSaid = isSaid || (prevailing && decides(stack) && prevailing->limit().saysPhases);
        if (&stack != &stacks_.maximum)
            outlets = std::max(outlets, prevailing ? prevailing->limit().phases : 3);
    });
    const Slot *const maximum = stacks_.maximum.prevailing();
    const int all = std::min(maximum ? maximum->limit().phases : 3, outlets > 0 ? outlets : 3);
    return isSaid || all < 3 ? std::optional(all) : std::nullopt;
}

/// A vehicle's, not the sum of several.
std::optional<double> Sweep::minChargingRate() const
{
    std::optional<double> highest;
    eachStack([&](const Stack &stack) {
        const bool concerns = stack.prevailing() && (!isStation_ || &stack == &stacks_.maximum);
        const auto rate = concerns ? stack.prevailing()->minChargingRate() : std::nullopt;
        if (rate)
            highest = std::max(highest.value_or(*rate), *rate);
    });
    return highest;
}

bool isSame(const CompositePeriod &a, const CompositePeriod &b)
{
    return a.limit == b.limit && a.numberPhases == b.numberPhases && a.minChargingRate == b.minChargingRate
           && a.deciders == b.deciders;
}

void Sweep::append(CompositePeriod period, int startPeriod)
{
    const bool isNew = periods_.isEmpty() || !isSame(periods_.last(), period);
    if (isNew) {
        period.startPeriod = startPeriod;
        if (isSameStanding_ && isExact_)
            period.beaten = periods_.last().beaten; // shared, and noted already
        periods_.append(std::move(period));
    }
    if (isSameStanding_ && (isExact_ || !isNew))
        return;
    if (isNew)
        std::ranges::fill(noted_, 0U);
    isExact_ = isNew;
    noteBeaten(periods_.last());
}

void Sweep::noteBeaten(CompositePeriod &period)
{
    if (isFree_)
        return;
    eachStack([&](const Stack &stack) {
        for (const Slot &slot : stack.ranked()) {
            if (slot.speaks())
                note(period, slot, standing(stack, slot));
        }
    });
}

void Sweep::note(CompositePeriod &period, const Slot &slot, Standing why)
{
    unsigned &noted = noted_[std::size_t(slot.index())];
    const unsigned bit = 1U << unsigned(why);
    if (why == Standing::Decides || (noted & bit))
        return;
    noted |= bit;
    period.beaten.append({slot.index(), why});
}

Standing Sweep::standing(const Stack &stack, const Slot &slot) const
{
    if (&slot != stack.prevailing())
        return stack.standing(slot);
    return isFree_ ? Standing::Open : decides(stack) ? Standing::Decides : Standing::NotLower;
}

/// What a profile is for one connector of the sum is more than what it is not for another.
QList<Standing> Sweep::standings() const
{
    QList<Standing> standings(qsizetype(noted_.size()), Standing::OtherConnector);
    for (const auto &[index, why] : stacks_.outside)
        standings[index] = std::min(standings[index], why);
    eachStack([&](const Stack &stack) {
        for (const Slot &slot : stack.ranked())
            standings[slot.index()] = std::min(standings[slot.index()], standing(stack, slot));
    });
    return standings;
}

/// The moments in a stretch from which the offset is another one; the first is its beginning.
QList<Timestamp> changesOfOffset(Timestamp from, Timestamp end, const QTimeZone &zone)
{
    QList<Timestamp> changes{from};
    const auto date = [](Timestamp time) {
        return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), Qt::UTC);
    };
    for (auto next = zone.nextTransition(date(from)); next.atUtc.isValid() && next.atUtc < date(end);
         next = zone.nextTransition(next.atUtc))
        changes.append(Timestamp(std::chrono::milliseconds(next.atUtc.toMSecsSinceEpoch())));
    return changes;
}

void append(QList<CompositePeriod> &periods, CompositePeriod period)
{
    if (periods.isEmpty() || !isSame(periods.last(), period)) {
        periods.append(std::move(period));
        return;
    }
    for (const Beaten &beaten : std::as_const(period.beaten)) {
        if (!periods.last().beaten.contains(beaten))
            periods.last().beaten.append(beaten);
    }
}

} // namespace

Composite composite(const QList<PlacedProfile> &profiles, int connector, Timestamp from, int duration,
                    ocpp::ChargingRateUnitType unit, const CompositeContext &context)
{
    Sweep sweep(stacksOf(profiles, connector, from, unit, context), connector, profiles.size());
    const int reached = sweep.run(from, duration, context.mostLooks);
    return {from, reached, unit, sweep.periods()};
}

Composite composite(const IssuedProfiles &issuedAt, int connector, Timestamp from, int duration,
                    ocpp::ChargingRateUnitType unit, const CompositeContext &context, const QTimeZone &zone)
{
    Composite whole{from, duration, unit, {}};
    CompositeContext anchored = context;
    anchored.expectedStart = context.expectedStart.value_or(from);
    const auto second = [from](Timestamp time) { return int(std::chrono::ceil<seconds>(time - from).count()); };
    const QList<Timestamp> changes = changesOfOffset(from, from + seconds(duration), zone);
    for (qsizetype i = 0; i < changes.size(); ++i) {
        const int start = second(changes[i]);
        const int end = i + 1 < changes.size() ? second(changes[i + 1]) : duration;
        const Timestamp begin = from + seconds(start);
        const Composite part = composite(issuedAt(begin), connector, begin, end - start, unit, anchored);
        for (CompositePeriod period : part.periods) {
            period.startPeriod += start;
            append(whole.periods, period);
        }
        if (part.duration < end - start) {
            whole.duration = start + part.duration;
            break;
        }
    }
    return whole;
}

QList<Standing> standings(const QList<PlacedProfile> &profiles, int connector, Timestamp moment,
                          ocpp::ChargingRateUnitType unit, const CompositeContext &context)
{
    Sweep sweep(stacksOf(profiles, connector, moment, unit, context), connector, profiles.size());
    sweep.run(moment, 1, context.mostLooks);
    return sweep.standings();
}

} // namespace charging
