// SPDX-License-Identifier: GPL-3.0-or-later
#include "charging/loadplan.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace charging {
namespace {

using ocpp::Timestamp;
using std::chrono::milliseconds;

constexpr double endless = std::numeric_limits<double>::infinity();
constexpr double planTolerance = 1e-3; // A

QList<int> pathOf(const QList<Fuse> &fuses, int fuse)
{
    QList<int> path;
    for (; fuse >= 0; fuse = fuses[fuse].parent)
        path.append(fuse);
    return path;
}

/// Who is served first among cars of one weight: those in their turn, those who wait (the longest first), those whose turn
/// is over (the last to come first), those who have no session yet, and those who pause.
qint64 rankOf(const BalancedCar &car, const LoadPacing &pacing, Timestamp now)
{
    constexpr qint64 group = qint64(1) << 50; // ms; more than any time
    const Timestamp since = car.since.value_or(now);
    if (car.demand == CarDemand::Paused)
        return 4 * group;
    if (car.demand == CarDemand::Preparing)
        return 3 * group + since.time_since_epoch().count();
    if (car.share <= 0)
        return group + since.time_since_epoch().count();
    return now - since < pacing.turn ? since.time_since_epoch().count() : 3 * group - since.time_since_epoch().count();
}

bool yields(const BalancedCar &car, const LoadPacing &pacing, Timestamp now)
{
    const bool usesNothing = car.demand == CarDemand::Paused || car.demand == CarDemand::Preparing;
    return usesNothing && car.demandSince && now - *car.demandSince >= pacing.patience;
}

/// Shares of a site end together, so that none of them has to leave room for another's fallback.
Timestamp epochAfter(Timestamp now, const LoadPacing &pacing)
{
    const milliseconds soonest = now.time_since_epoch() + pacing.shortest;
    const milliseconds step = pacing.epoch;
    return Timestamp((soonest + step - milliseconds(1)) / step * step);
}

double fallbackOf(const Holding &holding)
{
    return holding.mayDraw(Timestamp::max() - std::chrono::hours(1));
}

class Planner {
public:
    Planner(const BalancedSite &site, Timestamp now);
    LoadPlan plan();

private:
    bool isIdle(int station) const;
    QList<CarOutcome> shares(bool idleMakeRoom) const;
    void decideTargets();
    void orderFallback(int station);
    void lowerOrRenew(int station);
    void lowerUntilItsEnd(int station, double amps);
    void renew(int station, double amps);
    void raise(int station);
    void give(int station, const HeldLimit &limit);

    const QList<PhaseAmps> &drawnAt(Timestamp time) const;
    double roomFor(int station, Timestamp time) const;
    double allowed(int station, Timestamp time) const;
    double mostOf(int station, const HeldLimit &limit) const;
    bool fitsFallback(int station, double amps) const;
    HeldLimit shareOf(int station, double amps) const;
    double handedOut(int fuse, std::size_t phase) const;
    bool isAbove() const;
    const HeldLimit *current(int station) const;
    bool mayRenew(int station) const;

    BalancedSite site_; ///< with what is ordered
    const Timestamp now_;
    QList<QList<int>> paths_; ///< of each station: its fuse and those above it
    QList<PhaseAmps> base_; ///< of each fuse, with those below it
    mutable std::map<Timestamp, QList<PhaseAmps>> drawn_; ///< what may be drawn through each fuse, as far as it was asked for
    QList<Timestamp> turns_; ///< from now on, at which what somebody may draw changes
    QList<std::optional<double>> targets_; ///< nothing: what it has may run out
    bool isAbove_ = false;
    LoadPlan plan_;
};

Planner::Planner(const BalancedSite &site, Timestamp now)
    : site_(site), now_(now), base_(site.fuses.size()), turns_{now}, targets_(site.stations.size())
{
    for (const Fuse &fuse : std::as_const(site_.fuses)) {
        const QList<int> path = pathOf(site_.fuses, int(&fuse - site_.fuses.constData()));
        for (const int above : path) {
            for (std::size_t phase = 0; phase < 3; ++phase)
                base_[above][phase] += fuse.base[phase];
        }
    }
    for (BalancedStation &station : site_.stations) {
        station.holding.forgetExpired(now);
        paths_.append(pathOf(site_.fuses, station.fuse));
        turns_ += station.holding.turns();
    }
    turns_.removeIf([now](Timestamp turn) { return turn < now; });
    std::ranges::sort(turns_);
    turns_.erase(std::unique(turns_.begin(), turns_.end()), turns_.end());
}

bool Planner::isIdle(int station) const
{
    return std::ranges::all_of(site_.stations[station].cars,
                               [](const BalancedCar &car) { return car.demand == CarDemand::None; });
}

QList<CarOutcome> Planner::shares(bool idleMakeRoom) const
{
    QList<ShareStation> stations;
    QList<ShareCar> cars;
    QList<CarOutcome> outcomes;
    for (int i = 0; i < site_.stations.size(); ++i) {
        const BalancedStation &s = site_.stations[i];
        const bool staysAsItIs = !isSteerable(s) || (isIdle(i) && !idleMakeRoom);
        stations.append({s.fuse, s.wired, s.holding.maximum(),
                         staysAsItIs ? std::optional(s.holding.mayEverDraw(now_)) : std::nullopt});
        for (int c = 0; c < s.cars.size(); ++c) {
            if (s.cars[c].demand == CarDemand::None)
                continue;
            cars.append({i, s.priority, s.minimum, wantedBy(s, s.cars[c], now_, site_.pacing),
                         rankOf(s.cars[c], site_.pacing, now_), yields(s.cars[c], site_.pacing, now_)});
            outcomes.append({i, c, {}});
        }
    }
    const QList<CarShare> fair = fairShares(site_.fuses, stations, cars);
    for (int i = 0; i < outcomes.size(); ++i)
        outcomes[i].share = fair[i];
    return outcomes;
}

/// Stations without a car keep their fallback, silently, as long as nobody lacks it.
void Planner::decideTargets()
{
    plan_.cars = shares(false);
    const bool isScarce = std::ranges::any_of(plan_.cars, [](const CarOutcome &car) {
        return car.share.limit == ShareLimit::Fuse || car.share.limit == ShareLimit::NoRoom;
    });
    if (isScarce)
        plan_.cars = shares(true);
    for (int i = 0; i < site_.stations.size(); ++i) {
        if (isSteerable(site_.stations[i]) && (!isIdle(i) || isScarce))
            targets_[i] = 0;
    }
    for (const CarOutcome &car : std::as_const(plan_.cars)) {
        if (auto &target = targets_[car.station])
            target = roundedDown(*target + car.share.amps);
    }
}

const QList<PhaseAmps> &Planner::drawnAt(Timestamp time) const
{
    const auto known = drawn_.find(time);
    if (known != drawn_.end())
        return known->second;
    QList<PhaseAmps> sums = base_;
    for (int i = 0; i < site_.stations.size(); ++i) {
        const double amps = site_.stations[i].holding.mayDraw(time);
        for (const int fuse : paths_[i]) {
            for (std::size_t phase = 0; phase < 3; ++phase)
                sums[fuse][phase] += site_.stations[i].wired[phase] ? amps : 0;
        }
    }
    return drawn_.emplace(time, std::move(sums)).first->second;
}

double Planner::roomFor(int station, Timestamp time) const
{
    double room = endless;
    const QList<PhaseAmps> &drawn = drawnAt(time);
    const double own = site_.stations[station].holding.mayDraw(time);
    for (const int fuse : paths_[station]) {
        for (std::size_t phase = 0; phase < 3; ++phase) {
            if (site_.stations[station].wired[phase])
                room = std::min(room, site_.fuses[fuse].limit[phase] - drawn[fuse][phase] + own);
        }
    }
    return room;
}

/// What it may draw anyway does no more harm.
double Planner::allowed(int station, Timestamp time) const
{
    return std::max(roomFor(station, time) + planTolerance, site_.stations[station].holding.mayDraw(time));
}

/// The most that a share may allow at any moment until it is over for certain. Below 0 if its end itself is not safe: then
/// the fallback counts.
double Planner::mostOf(int station, const HeldLimit &limit) const
{
    const double fallback = fallbackOf(site_.stations[station].holding);
    QList<Timestamp> moments = turns_;
    moments << limit.until - limit.margin << limit.until + limit.margin;
    double most = endless;
    for (const Timestamp time : std::as_const(moments)) {
        if (time < now_)
            continue;
        const double here = allowed(station, time);
        if (time < limit.until + limit.margin)
            most = std::min(most, here);
        if (time >= limit.until - limit.margin && fallback > here)
            return -1;
    }
    return most;
}

bool Planner::fitsFallback(int station, double amps) const
{
    return std::ranges::all_of(turns_, [&](Timestamp time) {
        const Holding &holding = site_.stations[station].holding;
        const bool isBeneathShare = holding.mayDraw(time) < fallbackOf(holding);
        return isBeneathShare || amps <= allowed(station, time);
    });
}

/// A share below the fallback ends after the others, one above it before them: so the fallbacks follow the shares, and
/// never meet them.
HeldLimit Planner::shareOf(int station, double amps) const
{
    const BalancedStation &s = site_.stations[station];
    const milliseconds margin = marginOf(s.clockDrift, site_.pacing);
    const Timestamp epoch = epochAfter(now_, site_.pacing);
    return {0, LimitKind::Share, amps, amps < fallbackOf(s.holding) ? epoch + margin : epoch - margin, margin, false};
}

double Planner::handedOut(int fuse, std::size_t phase) const
{
    return drawnAt(now_)[fuse][phase] - base_[fuse][phase];
}

bool Planner::isAbove() const
{
    for (int fuse = 0; fuse < site_.fuses.size(); ++fuse) {
        for (std::size_t phase = 0; phase < 3; ++phase) {
            if (drawnAt(now_)[fuse][phase] > site_.fuses[fuse].limit[phase] + planTolerance)
                return true;
        }
    }
    return false;
}

/// The share that a station surely has now; null if there is none, or nobody knows which.
const HeldLimit *Planner::current(int station) const
{
    const Holding &holding = site_.stations[station].holding;
    const HeldLimit *const share = holding.acknowledgedOf(LimitKind::Share);
    const bool isUnsure = std::ranges::any_of(holding.limits(), [](const HeldLimit &limit) {
        return limit.kind == LimitKind::Share && !limit.isAcknowledged;
    });
    return share && !isUnsure && share->until - share->margin > now_ ? share : nullptr;
}

void Planner::give(int station, const HeldLimit &limit)
{
    BalancedStation &s = site_.stations[station];
    plan_.orders.append({station, limit});
    HeldLimit sent = limit;
    sent.key = std::numeric_limits<qint64>::max();
    const Holding before = s.holding;
    s.holding.sent(sent);
    s.isUnderWay = true;
    for (auto &[time, sums] : drawn_) {
        const double more = s.holding.mayDraw(time) - before.mayDraw(time);
        for (const int fuse : std::as_const(paths_[station])) {
            for (std::size_t phase = 0; phase < 3; ++phase)
                sums[fuse][phase] += s.wired[phase] ? more : 0;
        }
    }
    turns_ += Holding(0, {sent}).turns();
    turns_.removeIf([this](Timestamp turn) { return turn < now_; });
}

/// One that is lowered is lowered at once; one that is raised must fit beside whatever the others have.
void Planner::orderFallback(int station)
{
    const BalancedStation &s = site_.stations[station];
    if (!s.isReachable || s.isUnderWay)
        return;
    QList<HeldLimit> held = s.holding.limits();
    held.removeIf([](const HeldLimit &limit) { return limit.kind == LimitKind::Share; });
    const bool isThere = held.size() == 1 && held.first().isAcknowledged && held.first().amps == s.fallback;
    const bool isMore = s.fallback > fallbackOf(s.holding);
    if (!isThere && (!isMore || fitsFallback(station, s.fallback)))
        give(station, {0, LimitKind::Fallback, s.fallback});
}

bool Planner::mayRenew(int station) const
{
    const HeldLimit *const share = current(station);
    if (!share)
        return true;
    const milliseconds margin = marginOf(site_.stations[station].clockDrift, site_.pacing);
    const bool isLater = epochAfter(now_, site_.pacing) - margin > share->until + share->margin;
    return isLater && share->until - now_ < site_.pacing.renewBefore;
}

void Planner::lowerOrRenew(int station)
{
    const BalancedStation &s = site_.stations[station];
    if (s.isUnderWay || !targets_[station])
        return;
    const double target = *targets_[station];
    const double may = s.holding.mayDraw(now_);
    const HeldLimit *const share = current(station);
    const bool isTooMuch = isAbove_ && share && target < share->amps;
    if (mayRenew(station)) {
        const bool hasOnlyFallback = s.holding.turns().isEmpty();
        if (!hasOnlyFallback || target < may)
            renew(station, std::min(target, share ? share->amps : may));
    } else if (target < share->amps) {
        const bool isWorthIt = share->amps - target >= loadpacing::deadband || target <= 0 || isAbove_;
        if (isWorthIt)
            renew(station, target);
    }
    if (isTooMuch && !s.isUnderWay)
        lowerUntilItsEnd(station, target);
}

/// A later end may have to wait for others. With the end it has it may draw less at each moment: nothing is in the way.
void Planner::lowerUntilItsEnd(int station, double amps)
{
    const HeldLimit share = *current(station);
    give(station, {0, LimitKind::Share, amps, share.until, share.margin});
}

/// With less than `amps` only when time runs out: others may be about to renew theirs, too.
void Planner::renew(int station, double amps)
{
    const BalancedStation &s = site_.stations[station];
    const HeldLimit *const share = current(station);
    double most = mostOf(station, shareOf(station, amps));
    if (most < amps) {
        if (share && share->until - now_ > site_.pacing.urgentBefore)
            return;
        amps = most < s.minimum ? 0 : roundedDown(most);
        most = mostOf(station, shareOf(station, amps));
    }
    if (most >= amps)
        give(station, shareOf(station, amps));
}

void Planner::raise(int station)
{
    const BalancedStation &s = site_.stations[station];
    if (s.isUnderWay || !targets_[station] || (s.raisedAt && now_ - *s.raisedAt < site_.pacing.betweenRaises))
        return;
    const double may = s.holding.mayDraw(now_);
    const double most = mostOf(station, shareOf(station, *targets_[station]));
    const double amps = roundedDown(std::min(*targets_[station], most));
    if (amps < s.minimum || amps < may + loadpacing::deadband)
        return;
    if (const HeldLimit limit = shareOf(station, amps); mostOf(station, limit) >= amps)
        give(station, limit);
}

LoadPlan Planner::plan()
{
    decideTargets();
    isAbove_ = isAbove();
    for (int station = 0; station < site_.stations.size(); ++station)
        orderFallback(station);
    for (int station = 0; station < site_.stations.size(); ++station)
        lowerOrRenew(station);
    for (int station = 0; station < site_.stations.size(); ++station)
        raise(station);
    for (int fuse = 0; fuse < site_.fuses.size(); ++fuse) {
        FuseLoad load;
        for (std::size_t phase = 0; phase < 3; ++phase)
            load.handedOut[phase] = handedOut(fuse, phase);
        plan_.fuses.append(load);
    }
    return plan_;
}

} // namespace

milliseconds marginOf(milliseconds clockDrift, const LoadPacing &pacing)
{
    const milliseconds step = pacing.marginStep;
    return (pacing.clockMargin + std::chrono::abs(clockDrift) + step - milliseconds(1)) / step * step;
}

bool isSteerable(const BalancedStation &station)
{
    return station.isReachable && station.holding.acknowledgedOf(LimitKind::Fallback)
           && std::chrono::abs(station.clockDrift) <= loadpacing::worstClock;
}

/// A car that draws what it may wants more. One that was allowed more just now is given time to follow.
double wantedBy(const BalancedStation &station, const BalancedCar &car, Timestamp now, const LoadPacing &pacing)
{
    if (car.demand == CarDemand::None)
        return 0;
    if (car.demand != CarDemand::Charging)
        return station.minimum;
    const double all = station.holding.maximum();
    if (!car.measured || car.share <= 0)
        return all;
    double drawn = 0;
    for (const BalancedCar &other : station.cars)
        drawn += other.measured.value_or(0);
    const bool isSettling = station.raisedAt && now - *station.raisedAt < pacing.settling;
    const double may = isSettling ? station.raisedFrom : station.holding.mayDraw(now);
    if (drawn >= may - loadpacing::deadband || *car.measured >= car.share - loadpacing::deadband)
        return all;
    return std::clamp(*car.measured + loadpacing::headroom, station.minimum, std::max(all, station.minimum));
}

LoadPlan planLoad(const BalancedSite &site, Timestamp now)
{
    return Planner(site, now).plan();
}

QList<double> chosenFallbacks(const QList<Fuse> &fuses, const QList<FallbackWish> &wishes)
{
    QList<ShareStation> stations;
    QList<ShareCar> cars;
    for (int i = 0; i < wishes.size(); ++i) {
        const FallbackWish &wish = wishes[i];
        stations.append({wish.fuse, wish.wired, wish.minimum, wish.wanted});
        cars.append({i, wish.priority, wish.minimum, wish.minimum, i});
    }
    const QList<CarShare> minimums = fairShares(fuses, stations, cars);
    QList<double> amps;
    for (int i = 0; i < wishes.size(); ++i)
        amps.append(wishes[i].wanted.value_or(minimums[i].amps));
    return amps;
}

QList<PhaseAmps> excess(const QList<Fuse> &fuses, const QList<FallbackWish> &wishes, const QList<double> &amps)
{
    QList<PhaseAmps> sums(fuses.size());
    const auto add = [&](int from, std::size_t phase, double more) {
        for (const int fuse : pathOf(fuses, from))
            sums[fuse][phase] += more;
    };
    for (std::size_t phase = 0; phase < 3; ++phase) {
        for (int i = 0; i < fuses.size(); ++i)
            add(i, phase, fuses[i].base[phase]);
        for (int i = 0; i < wishes.size(); ++i)
            add(wishes[i].fuse, phase, wishes[i].wired[phase] ? amps[i] : 0);
        for (int i = 0; i < fuses.size(); ++i)
            sums[i][phase] = std::max(0.0, sums[i][phase] - fuses[i].limit[phase] - planTolerance);
    }
    return sums;
}

} // namespace charging
