// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charging/loadplan.h"

#include <QHash>

#include <algorithm>
#include <deque>
#include <random>

/// Stations as they are, and our books about them: what stations really allow is theirs alone.
namespace loadtest {

using charging::BalancedSite;
using charging::BalancedStation;
using charging::CarDemand;
using charging::HeldLimit;
using charging::LimitKind;
using ocpp::Timestamp;
using std::chrono::milliseconds;
using std::chrono::seconds;

/// A station that keeps what it takes, and judges by its own clock (3.13).
struct Outlet {
    double maximum = 32;
    milliseconds clockAhead{0};
    std::optional<double> fallback;
    std::optional<HeldLimit> share;
    std::deque<HeldLimit> inbox; ///< in the order in which they were sent

    double allows(Timestamp now) const
    {
        if (share && now + clockAhead < share->until)
            return std::min(share->amps, maximum);
        return fallback ? std::min(*fallback, maximum) : maximum;
    }
    void install(const HeldLimit &limit)
    {
        if (limit.kind == LimitKind::Fallback)
            fallback = limit.amps;
        else
            share = limit;
    }
};

/// The central system's side without its database: it sends what is planned, and books what it hears.
class World {
public:
    BalancedSite site;
    QList<Outlet> outlets;
    Timestamp now{std::chrono::seconds(1'780'000'000)};
    qint64 sent = 0;

    void addFuse(int parent, double limit, double base = 0)
    {
        site.fuses.append({parent, {limit, limit, limit}, {base, base, base}});
    }
    int addStation(int fuse, double maximum = 32, int connectors = 1)
    {
        BalancedStation station;
        station.fuse = fuse;
        station.holding = {maximum, {}};
        station.isReachable = true;
        station.cars.resize(connectors);
        site.stations.append(station);
        outlets.append({maximum, {}, {}, {}, {}});
        sentAt_.append(Timestamp());
        return int(site.stations.size()) - 1;
    }
    void chooseFallbacks()
    {
        QList<charging::FallbackWish> wishes;
        for (const BalancedStation &s : std::as_const(site.stations))
            wishes.append({s.fuse, s.wired, s.minimum, s.priority, {}});
        const QList<double> amps = charging::chosenFallbacks(site.fuses, wishes);
        for (int i = 0; i < amps.size(); ++i)
            site.stations[i].fallback = amps[i];
    }
    void setDemand(int station, int connector, CarDemand demand)
    {
        auto &car = site.stations[station].cars[connector];
        if (car.demand == demand)
            return;
        car.demand = demand;
        car.measured.reset();
        if (demand == CarDemand::None)
            car.since.reset();
        else if (!car.since)
            car.since = now;
    }

    charging::LoadPlan plan()
    {
        giveUpWaiting();
        charging::LoadPlan plan = charging::planLoad(site, now);
        for (const auto &outcome : std::as_const(plan.cars)) {
            auto &car = site.stations[outcome.station].cars[outcome.car];
            if ((car.share > 0) != (outcome.share.amps > 0))
                car.since = now;
            car.share = outcome.share.amps;
        }
        for (auto &order : plan.orders) {
            BalancedStation &station = site.stations[order.station];
            order.limit.key = ++sent;
            station.holding.forgetExpired(now);
            const double before = station.holding.mayDraw(now);
            if (order.limit.kind == LimitKind::Share && order.limit.amps > before) {
                station.raisedAt = now;
                station.raisedFrom = before;
            }
            station.holding.sent(order.limit);
            station.isUnderWay = true;
            sentAt_[order.station] = now;
            outlets[order.station].inbox.push_back(order.limit);
        }
        return plan;
    }

    /// The station does what it was told first.
    bool answer(int station, bool accepts, bool isHeard)
    {
        Outlet &outlet = outlets[station];
        if (outlet.inbox.empty())
            return false;
        const HeldLimit limit = outlet.inbox.front();
        outlet.inbox.pop_front();
        if (accepts)
            outlet.install(limit);
        if (isHeard)
            hear(station, limit.key, accepts);
        return true;
    }
    void answerAll()
    {
        for (int i = 0; i < outlets.size(); ++i) {
            while (answer(i, true, true)) {
            }
        }
    }
    /// As long as it takes with everybody well.
    void settle()
    {
        for (int i = 0; i < 40; ++i) {
            plan();
            answerAll();
            now += seconds(1);
        }
    }
    void loseConnection(int station)
    {
        site.stations[station].isReachable = false;
        site.stations[station].isUnderWay = false;
    }

    /// By how much the worst phase of the worst fuse is above its limit, by what the stations really allow.
    double excess() const
    {
        double worst = -1e9;
        for (int fuse = 0; fuse < site.fuses.size(); ++fuse) {
            for (std::size_t phase = 0; phase < 3; ++phase)
                worst = std::max(worst, load(fuse, phase) - site.fuses[fuse].limit[phase]);
        }
        return worst;
    }
    /// On each phase, of all stations below a fuse.
    double fallbacksBelow(int fuse) const
    {
        double sum = 0;
        for (const BalancedStation &station : site.stations)
            sum += isBelow(station.fuse, fuse) ? station.fallback : 0;
        return sum;
    }
    double load(int fuse, std::size_t phase) const
    {
        double sum = 0;
        for (int i = 0; i < site.fuses.size(); ++i)
            sum += isBelow(i, fuse) ? site.fuses[i].base[phase] : 0;
        for (int i = 0; i < outlets.size(); ++i) {
            if (site.stations[i].wired[phase] && isBelow(site.stations[i].fuse, fuse))
                sum += outlets[i].allows(now);
        }
        return sum;
    }

private:
    bool isBelow(int at, int fuse) const
    {
        while (at >= 0 && at != fuse)
            at = site.fuses[at].parent;
        return at == fuse;
    }
    void hear(int station, qint64 key, bool accepted)
    {
        BalancedStation &s = site.stations[station];
        if (accepted)
            s.holding.acknowledged(key);
        else
            s.holding.refused(key);
        s.isUnderWay = false;
    }
    void giveUpWaiting()
    {
        for (int i = 0; i < site.stations.size(); ++i) {
            if (site.stations[i].isUnderWay && now - sentAt_[i] > seconds(30))
                site.stations[i].isUnderWay = false;
        }
    }

    QList<Timestamp> sentAt_;
};

} // namespace loadtest
