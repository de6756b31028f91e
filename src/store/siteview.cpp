// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/siteview.h"

#include "store/stations.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace store {
namespace {

using charging::LimitKind;
using charging::PhaseAmps;
using ocpp::Timestamp;

constexpr double minutesOfFall = 3;

void addTo(PhaseAmps &sum, const PhaseAmps &more)
{
    for (std::size_t phase = 0; phase < 3; ++phase)
        sum[phase] += more[phase];
}

PhaseAmps onPhases(const SiteMember &member, double amps)
{
    const auto wired = wiredPhases(member);
    return {wired[0] ? amps : 0, wired[1] ? amps : 0, wired[2] ? amps : 0};
}

bool isAbove(const QList<charging::Fuse> &tree, int fuse, int at)
{
    while (at >= 0 && at != fuse)
        at = tree[at].parent;
    return at == fuse;
}

const SiteFlow *meterOf(const SiteFuse &fuse, const QList<SiteFlow> &flows, Timestamp now)
{
    const auto found = std::ranges::find_if(flows, [&fuse](const SiteFlow &flow) {
        return flow.connector == 0 && flow.station == fuse.meterStation;
    });
    const bool counts = !fuse.meterStation.isEmpty() && found != flows.end() && now - found->at <= measurementAge;
    return counts ? &*found : nullptr;
}

PhaseAmps ampsOf(const SiteFlow &flow)
{
    return {flow.l1, flow.l2, flow.l3};
}

/// What the meter has seen of a member. A car follows a lower limit within some time; until then it may draw what it drew.
PhaseAmps seenBy(const SiteFlow &meter, const SiteMember &member, const QList<SiteFlow> &flows,
                 Timestamp::duration settling)
{
    PhaseAmps sum{};
    for (SiteFlow flow : flows) {
        if (flow.station != member.station || flow.connector == 0 || std::chrono::abs(meter.at - flow.at) > measurementAge)
            continue;
        if (flow.mostA && meter.at >= *flow.mostSince + settling) {
            for (double *amps : {&flow.l1, &flow.l2, &flow.l3})
                *amps = std::min(*amps, *flow.mostA);
        }
        addTo(sum, onFusePhases(member, flow));
    }
    return sum;
}

/// Cars come and go faster than houses: a base load that seems to fall may be a car whose end is not known yet.
double slowlyFallen(double measured, double before, Timestamp::duration since)
{
    const double minutes = std::chrono::duration<double, std::ratio<60>>(since).count();
    return std::max(measured, measured + (before - measured) * std::exp(-std::max(0.0, minutes) / minutesOfFall));
}

SiteView::MemberState stateOf(const SiteMember &member, const QList<SiteLimit> &limits, std::optional<qint64> clockDriftMs,
                              Timestamp now)
{
    SiteView::MemberState state{member};
    const charging::Holding holding = holdingOf(member, limits, clockDriftMs);
    state.mayDraw = holding.mayDraw(now);
    const auto *const fallback = holding.acknowledgedOf(LimitKind::Fallback);
    const auto *const share = holding.acknowledgedOf(LimitKind::Share);
    state.hasFallback = fallback;
    const bool isUnsure = std::ranges::any_of(limits, [](const SiteLimit &limit) { return !limit.acknowledged; });
    if (isUnsure)
        return state;
    if (share && now < share->until) {
        state.limit = share->amps;
        state.limitUntil = share->until;
    } else if (fallback) {
        state.limit = fallback->amps;
    }
    return state;
}

int depthOf(const QList<charging::Fuse> &tree, int fuse)
{
    int depth = 0;
    for (int at = tree[fuse].parent; at >= 0; at = tree[at].parent)
        ++depth;
    return depth;
}

bool isBelowFuse(const SiteSetup &setup, const QList<charging::Fuse> &tree, const QString &at, int fuse)
{
    return isAbove(tree, fuse, fuseIndex(setup.fuses, at));
}

/// With a meter, its own word; without one the sum, if all of it is known.
std::optional<PhaseAmps> flowThrough(const SiteSetup &setup, const SiteView &view, int fuse, const QList<SiteFlow> &flows,
                                     Timestamp now)
{
    if (const SiteFlow *const metered = meterOf(setup.fuses[fuse], flows, now))
        return ampsOf(*metered);
    const QList<charging::Fuse> tree = fuseTree(setup.fuses);
    PhaseAmps sum{};
    for (int i = 0; i < view.fuses.size(); ++i)
        addTo(sum, isAbove(tree, fuse, i) ? view.fuses[i].base : PhaseAmps{});
    for (const SiteView::MemberState &member : view.members) {
        if (!isBelowFuse(setup, tree, member.member.fuse, fuse))
            continue;
        if (!member.flow)
            return std::nullopt;
        addTo(sum, *member.flow);
    }
    return sum;
}

QList<SiteView::MemberState> memberStates(Database &db, const SiteSetup &setup, const QString &key,
                                          const QList<SiteFlow> &flows, Timestamp now)
{
    Sites sites(db);
    const auto limits = sites.limitsOf(key);
    const QList<SiteCar> cars = sites.cars(key);
    Stations stations(db);
    QList<SiteView::MemberState> states;
    for (const SiteMember &member : setup.members) {
        const auto station = stations.find(member.station);
        const auto drift = station ? station->clockDriftMs : std::nullopt;
        SiteView::MemberState state = stateOf(member, limits.value(member.station), drift, now);
        state.isOnline = station && station->online;
        state.clockDriftMs = drift.value_or(0);
        state.flow = drawnBy(member, flows, now);
        std::ranges::copy_if(cars, std::back_inserter(state.cars),
                             [&member](const SiteCar &car) { return car.station == member.station; });
        states.append(state);
    }
    return states;
}

} // namespace

std::optional<PhaseAmps> drawnBy(const SiteMember &member, const QList<SiteFlow> &flows, Timestamp now)
{
    std::optional<PhaseAmps> sum;
    for (const SiteFlow &flow : flows) {
        if (flow.station != member.station || flow.connector == 0 || now - flow.at > measurementAge)
            continue;
        sum = sum.value_or(PhaseAmps{});
        addTo(*sum, onFusePhases(member, flow));
    }
    return sum;
}

/// A meter also sees what its feeders' meters see. Cars that nobody measures stay in the base load: they count twice, on
/// the safe side.
QList<PhaseAmps> baseLoads(const QList<SiteFuse> &fuses, const QList<SiteMember> &members, const QList<SiteFlow> &flows,
                           const QList<SiteBase> &known, Timestamp now, const charging::LoadPacing &pacing)
{
    const QList<charging::Fuse> tree = fuseTree(fuses);
    QList<PhaseAmps> base(fuses.size());
    for (int fuse = int(fuses.size()) - 1; fuse >= 0; --fuse) { // feeders before what is above them
        base[fuse] = baseOf(fuses[fuse]);
        if (fuses[fuse].meterStation.isEmpty())
            continue;
        const auto before = std::ranges::find(known, fuses[fuse].name, &SiteBase::fuse);
        const bool isKnown = before != known.end();
        const PhaseAmps last = isKnown ? PhaseAmps{before->l1, before->l2, before->l3} : PhaseAmps{};
        const SiteFlow *const meter = meterOf(fuses[fuse], flows, now);
        PhaseAmps elsewhere{};
        for (int i = 0; meter && i < fuses.size(); ++i)
            addTo(elsewhere, i != fuse && isAbove(tree, fuse, i) ? base[i] : PhaseAmps{});
        for (const SiteMember &member : members) {
            if (meter && isAbove(tree, fuse, fuseIndex(fuses, member.fuse)))
                addTo(elsewhere, seenBy(*meter, member, flows, pacing.settling));
        }
        for (std::size_t phase = 0; phase < 3; ++phase) {
            double &amps = base[fuse][phase];
            if (!meter || (meter->named & (1 << phase)) == 0)
                amps = std::max(amps, last[phase]);
            else
                amps = slowlyFallen(std::max(0.0, ampsOf(*meter)[phase] - elsewhere[phase]), last[phase],
                                    isKnown ? now - before->at : Timestamp::duration::max());
        }
    }
    return base;
}

bool isUnmetered(const SiteFuse &fuse, const QList<SiteFlow> &flows, Timestamp now)
{
    return !meterOf(fuse, flows, now);
}

std::optional<SiteView> siteView(Database &db, const QString &name, Timestamp now)
{
    const auto setup = Sites(db).setup(name);
    if (!setup)
        return std::nullopt;
    const QString key = folded(name);
    const QList<SiteFlow> flows = Sites(db).flows(key);
    const QList<charging::Fuse> tree = fuseTree(setup->fuses);
    const QList<PhaseAmps> base = baseLoads(setup->fuses, setup->members, flows, Sites(db).bases(key), now);
    SiteView view{setup->name, {}, memberStates(db, *setup, key, flows, now)};
    for (int fuse = 0; fuse < setup->fuses.size(); ++fuse) {
        SiteView::FuseState state{setup->fuses[fuse], depthOf(tree, fuse), {}, base[fuse]};
        state.isMeterSilent = !state.fuse.meterStation.isEmpty() && isUnmetered(state.fuse, flows, now);
        for (int i = 0; i < tree.size(); ++i)
            addTo(state.fallbacks, isAbove(tree, fuse, i) ? tree[i].base : PhaseAmps{});
        for (const SiteView::MemberState &member : std::as_const(view.members)) {
            if (!isBelowFuse(*setup, tree, member.member.fuse, fuse))
                continue;
            addTo(state.handedOut, onPhases(member.member, member.mayDraw));
            addTo(state.fallbacks, onPhases(member.member, member.member.fallbackA));
        }
        view.fuses.append(state);
    }
    for (int fuse = 0; fuse < view.fuses.size(); ++fuse)
        view.fuses[fuse].flow = flowThrough(*setup, view, fuse, flows, now);
    return view;
}

QStringList siteWarnings(const SiteView &view)
{
    QStringList warnings;
    for (const SiteView::FuseState &fuse : view.fuses) {
        if (fuse.isMeterSilent)
            warnings.append(u"The meter of \"%1\", %2, says nothing: what else it feeds counts as last known, and at least as "
                            "entered."_s.arg(fuse.fuse.name, fuse.fuse.meterStation));
        const PhaseAmps limits = limitOf(fuse.fuse);
        for (std::size_t phase = 0; phase < 3; ++phase) {
            const double above = fuse.handedOut[phase] + fuse.base[phase] - limits[phase];
            if (above > 0.05)
                warnings.append(u"\"%1\" on L%2: its stations and what else it feeds may draw %3 A more than it bears."_s
                                    .arg(fuse.fuse.name)
                                    .arg(phase + 1)
                                    .arg(above, 0, 'f', 1));
        }
    }
    for (const SiteView::MemberState &state : view.members) {
        const QString &id = state.member.station;
        if (!state.member.refusal.isEmpty())
            warnings.append(u"%1: %2"_s.arg(id, state.member.refusal));
        if (!state.hasFallback)
            warnings.append(u"%1 has not said that it took its fallback: it counts with %2 A."_s.arg(id).arg(state.mayDraw));
        if (std::chrono::abs(std::chrono::milliseconds(state.clockDriftMs)) > charging::loadpacing::worstClock)
            warnings.append(u"%1: its clock is too wrong to be given a limit that expires. Have it ask for the time."_s.arg(id));
    }
    return warnings;
}

QString reasonText(const SiteCar &car)
{
    const QString phase = u"L%1"_s.arg(car.phase + 1);
    if (car.reason == "enough"_L1)
        return car.demand == "charging"_L1 ? u"It does not use more; the rest is given on."_s
                                           : u"It is kept as much as it needs to begin."_s;
    if (car.reason == "fuse"_L1)
        return u"\"%1\" is full on %2; what it bears is shared."_s.arg(car.fuse, phase);
    if (car.reason == "turn"_L1)
        return u"Waits for its turn: what is left of \"%1\" on %2 is not enough for another car."_s.arg(car.fuse, phase);
    if (car.reason == "station"_L1)
        return u"The station cannot be told a limit now; what it may draw anyway is kept free for it."_s;
    return u"As much as the station can give."_s;
}

} // namespace store
