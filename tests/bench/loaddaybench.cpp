// SPDX-License-Identifier: GPL-3.0-or-later
// A day of 50 stations behind 160 A, second by second: loaddaybench [FILE.csv|FILE.svg [SEED]]. Stations and cars are modelled
// (tests/charging/loadworld.h), the planning is the program's own. Lost answers, refusals, stations without a line and a
// central system that is off for a while are part of the day. Fails if a fuse is ever above its limit.
#include "charging/loadworld.h"
#include "daychart.h"
#include "siteday.h"

#include <QElapsedTimer>

#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace {

using namespace loadtest;
using siteday::day;
using namespace std::chrono_literals;

constexpr int planEvery = 5; // s, as the engine; and after each event
constexpr int measuredEvery = 60;
constexpr int darkFrom = 14 * 3600; // the central system is off
constexpr int darkUntil = darkFrom + 15 * 60;
const siteday::Layout layout;

/// All stations and cars use three phases: the phases of a fuse are alike.
struct Car : siteday::Booking {
    double got = 0;

    bool isFull() const { return got >= need - 1; }
    /// The last tenth goes slower.
    double draws(double allowed) const
    {
        const double taper = std::clamp((need - got) / (0.1 * need), 0.2, 1.0);
        const double amps = std::min(allowed, maximum * taper);
        return isFull() || allowed < 6 ? 0 : std::max(amps, 6.0);
    }
};

class Day {
public:
    explicit Day(quint32 seed) : random_(seed), bookings_(siteday::bookings(layout, random_))
    {
        world_.addFuse(-1, layout.mainFuse, layout.baseLoad);
        for (int i = 0; i < layout.feeders; ++i)
            world_.addFuse(0, layout.feederFuse);
        for (int i = 0; i < layout.stations; ++i)
            world_.addStation(1 + layout.feederOf(i));
        world_.chooseFallbacks();
        for (const siteday::Booking &booking : bookings_)
            cars_.push_back({booking});
    }

    void run()
    {
        world_.settle();
        const Timestamp midnight = world_.now;
        for (int second = 0; second < day; ++second) {
            world_.now = midnight + std::chrono::seconds(second);
            const bool isDark = second >= darkFrom && second < darkUntil;
            if (second == darkFrom)
                loseAll();
            moveCars(second);
            if (!isDark) {
                moveStations(second);
                answer();
                plan(second);
            }
            flow(second);
            if (second % chart_.pointEvery == 0)
                chart_.points.push_back({{drawn_, drawn_, drawn_}, world_.load(0, 0)});
        }
    }

    const DayChart &chart() const { return chart_; }
    double delivered() const
    {
        double sum = 0;
        for (const Car &car : cars_)
            sum += car.kWh(car.got);
        return sum;
    }
    double wanted() const
    {
        double sum = 0;
        for (const Car &car : cars_)
            sum += car.kWh(car.need);
        return sum;
    }
    double optimum() const { return siteday::optimum(layout, bookings_); }
    int cars() const { return int(cars_.size()); }
    qint64 commands() const { return world_.sent; }
    double highestAllowed() const { return layout.mainFuse + highestExcess_; }
    double highestDrawn() const { return highestDrawn_; }
    double excess() const { return highestExcess_; }
    double planMilliseconds() const { return plans_ == 0 ? 0 : double(planNanoseconds_) / 1e6 / double(plans_); }

private:
    int number(int from, int to) { return std::uniform_int_distribution(from, to)(random_); }
    bool oneIn(int many) { return number(1, many) == 1; }

    void moveCars(int second)
    {
        for (const Car &car : cars_) {
            const CarDemand demand = !car.isThere(second) ? CarDemand::None
                                     : car.isFull()       ? CarDemand::Paused
                                                          : CarDemand::Charging;
            const bool concerns = car.isThere(second) || car.leaves == second;
            if (!concerns || world_.site.stations[car.station].cars[0].demand == demand)
                continue;
            world_.setDemand(car.station, 0, demand);
            isDue_ = true;
        }
    }
    /// Lines break, for some minutes.
    void moveStations(int second)
    {
        for (int i = 0; i < layout.stations; ++i) {
            auto &station = world_.site.stations[i];
            if (station.isReachable && oneIn(2 * day)) {
                world_.loseConnection(i);
                world_.outlets[i].inbox.clear();
            } else if (!station.isReachable && (oneIn(600) || second == darkUntil)) {
                station.isReachable = true;
                isDue_ = true;
            }
        }
    }
    void loseAll()
    {
        for (int i = 0; i < layout.stations; ++i) {
            world_.outlets[i].inbox.clear();
            world_.loseConnection(i);
        }
    }
    void answer()
    {
        for (int i = 0; i < layout.stations; ++i)
            isDue_ = world_.answer(i, !oneIn(500), !oneIn(500)) || isDue_;
    }
    void plan(int second)
    {
        if (!isDue_ && second % planEvery != 0)
            return;
        QElapsedTimer timer;
        timer.start();
        world_.plan();
        planNanoseconds_ += timer.nsecsElapsed();
        ++plans_;
        isDue_ = false;
    }
    void flow(int second)
    {
        drawn_ = layout.baseLoad;
        for (Car &car : cars_) {
            if (!car.isThere(second))
                continue;
            const double amps = car.draws(world_.outlets[car.station].allows(world_.now));
            car.got += amps;
            drawn_ += amps;
            auto &balanced = world_.site.stations[car.station];
            if ((second + car.station) % measuredEvery == 0)
                balanced.cars[0].measured = amps;
        }
        highestDrawn_ = std::max(highestDrawn_, drawn_);
        highestExcess_ = std::max(highestExcess_, world_.excess());
    }
    World world_;
    std::mt19937 random_;
    const std::vector<siteday::Booking> bookings_;
    std::vector<Car> cars_;
    bool isDue_ = true;
    DayChart chart_;
    double drawn_ = 0;
    double highestDrawn_ = 0;
    double highestExcess_ = -1e9;
    qint64 planNanoseconds_ = 0;
    qint64 plans_ = 0;
};

} // namespace

int main(int argc, char **argv)
{
    const quint32 seed = argc > 2 ? quint32(std::atoi(argv[2])) : 1;
    Day today(seed);
    today.run();
    if (argc > 1)
        today.chart().write(argv[1]);
    const double optimum = today.optimum();
    std::printf("%d cars at %d stations, seed %u: %.0f kWh wanted, %.0f kWh delivered\n", today.cars(), layout.stations,
                seed, today.wanted(), today.delivered());
    std::printf("optimum, knowing the whole day beforehand: %.0f kWh; ratio %.3f\n", optimum, today.delivered() / optimum);
    std::printf(
        "main fuse %.0f A: at most %.1f A drawn, %.1f A allowed (with all feeders, %.2f A from the nearest limit)\n",
        layout.mainFuse, today.highestDrawn(), today.highestAllowed(), std::abs(today.excess()));
    std::printf("%lld limits sent, %.2f ms for a plan\n", static_cast<long long>(today.commands()), today.planMilliseconds());
    return today.excess() > 0.01 ? EXIT_FAILURE : EXIT_SUCCESS;
}
