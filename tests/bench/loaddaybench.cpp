// SPDX-License-Identifier: GPL-3.0-or-later
// A day of 50 stations behind 160 A, second by second: loaddaybench [CSV [SEED]]. Stations and cars are modelled
// (tests/charging/loadworld.h), the planning is the program's own. Lost answers, refusals, stations without a line and a
// central system that is off for a while are part of the day. Fails if a fuse is ever above its limit.
#include "charging/loadworld.h"
#include "maxflow.h"

#include <QElapsedTimer>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

using namespace loadtest;
using namespace std::chrono_literals;

constexpr int day = 86'400;
constexpr int stationCount = 50;
constexpr int feederCount = 5;
constexpr double mainFuse = 160;
constexpr double feederFuse = 63;
constexpr double baseLoad = 30;
constexpr double kWhPerAmpereSecond = 3 * 230.0 / 3.6e6;
constexpr int planEvery = 5; // s, as the engine; and after each event
constexpr int measuredEvery = 60;
constexpr int darkFrom = 14 * 3600; // the central system is off
constexpr int darkUntil = darkFrom + 15 * 60;

struct Car {
    int station = 0;
    int arrives = 0;
    int leaves = 0;
    double maximum = 16;
    double need = 0; // A s on each phase
    double got = 0;

    bool isThere(int second) const { return second >= arrives && second < leaves; }
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
    explicit Day(quint32 seed) : random_(seed)
    {
        world_.addFuse(-1, mainFuse, baseLoad);
        for (int i = 0; i < feederCount; ++i)
            world_.addFuse(0, feederFuse);
        for (int i = 0; i < stationCount; ++i)
            world_.addStation(1 + i % feederCount);
        world_.chooseFallbacks();
        bookCars(60, 6 * 3600, 10 * 3600, 7 * 3600, 10 * 3600); // those who work here
        bookCars(30, 10 * 3600, 16 * 3600, 3600, 3 * 3600); // visitors
        bookCars(50, 16 * 3600, 21 * 3600, 4 * 3600, 9 * 3600); // those who live here
    }

    void run(std::FILE *csv)
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
            if (csv && second % 60 == 0)
                write(csv, second);
        }
    }

    double delivered() const
    {
        double sum = 0;
        for (const Car &car : cars_)
            sum += car.got;
        return sum * kWhPerAmpereSecond;
    }
    double wanted() const
    {
        double sum = 0;
        for (const Car &car : cars_)
            sum += car.need;
        return sum * kWhPerAmpereSecond;
    }
    double optimum() const;
    int cars() const { return int(cars_.size()); }
    qint64 commands() const { return world_.sent; }
    double highestAllowed() const { return mainFuse + highestExcess_; }
    double highestDrawn() const { return highestDrawn_; }
    double excess() const { return highestExcess_; }
    double planMilliseconds() const { return plans_ == 0 ? 0 : double(planNanoseconds_) / 1e6 / double(plans_); }

private:
    int number(int from, int to) { return std::uniform_int_distribution(from, to)(random_); }
    bool oneIn(int many) { return number(1, many) == 1; }

    void bookCars(int count, int from, int until, int shortest, int longest)
    {
        for (int i = 0; i < count; ++i) {
            Car car;
            car.arrives = number(from, until);
            car.leaves = std::min(day, car.arrives + number(shortest, longest));
            car.maximum = oneIn(3) ? 32 : 16;
            car.need = number(6, 40) / kWhPerAmpereSecond;
            for (int tries = 0; tries < 200; ++tries) {
                car.station = number(0, stationCount - 1);
                const bool isFree = std::ranges::none_of(cars_, [&car](const Car &other) {
                    return other.station == car.station && other.arrives < car.leaves + 300
                           && car.arrives < other.leaves + 300;
                });
                if (!isFree)
                    continue;
                cars_.push_back(car);
                break;
            }
        }
    }
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
        for (int i = 0; i < stationCount; ++i) {
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
        for (int i = 0; i < stationCount; ++i) {
            world_.outlets[i].inbox.clear();
            world_.loseConnection(i);
        }
    }
    void answer()
    {
        for (int i = 0; i < stationCount; ++i)
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
        drawn_ = baseLoad;
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
    void write(std::FILE *csv, int second) const
    {
        std::fprintf(csv, "%02d:%02d,%.1f,%.1f,%.1f,%.1f,%.1f\n", second / 3600, second / 60 % 60, drawn_, drawn_, drawn_,
                     world_.load(0, 0), mainFuse);
    }

    World world_;
    std::vector<Car> cars_;
    std::mt19937 random_;
    bool isDue_ = true;
    double drawn_ = 0;
    double highestDrawn_ = 0;
    double highestExcess_ = -1e9;
    qint64 planNanoseconds_ = 0;
    qint64 plans_ = 0;
};

/// What could be delivered by one who knows the whole day beforehand, and is not bound to 6 A or to anybody's answer.
double Day::optimum() const
{
    constexpr int span = 300;
    constexpr int spanCount = day / span;
    constexpr int source = 0;
    constexpr int sink = 1;
    MaxFlow flow(2);
    std::vector<std::vector<int>> feeders(spanCount);
    for (auto &ofSpan : feeders) {
        const int main = flow.addNode();
        flow.add(main, sink, (mainFuse - baseLoad) * span);
        for (int i = 0; i < feederCount; ++i) {
            ofSpan.push_back(flow.addNode());
            flow.add(ofSpan.back(), main, feederFuse * span);
        }
    }
    for (const Car &car : cars_) {
        const int node = flow.addNode();
        flow.add(source, node, car.need);
        for (int i = 0; i < spanCount; ++i) {
            const int there = std::min(car.leaves, (i + 1) * span) - std::max(car.arrives, i * span);
            if (there > 0)
                flow.add(node, feeders[std::size_t(i)][std::size_t(car.station % feederCount)], car.maximum * there);
        }
    }
    return flow.run(source, sink) * kWhPerAmpereSecond;
}

} // namespace

int main(int argc, char **argv)
{
    const quint32 seed = argc > 2 ? quint32(std::atoi(argv[2])) : 1;
    std::FILE *const csv = argc > 1 ? std::fopen(argv[1], "w") : nullptr;
    if (csv)
        std::fprintf(csv, "time,L1 A,L2 A,L3 A,may be drawn A,fuse A\n");
    Day today(seed);
    today.run(csv);
    if (csv)
        std::fclose(csv);
    const double optimum = today.optimum();
    std::printf("%d cars at %d stations, seed %u: %.0f kWh wanted, %.0f kWh delivered\n", today.cars(), stationCount, seed,
                today.wanted(), today.delivered());
    std::printf("optimum, knowing the whole day beforehand: %.0f kWh; ratio %.3f\n", optimum, today.delivered() / optimum);
    std::printf("main fuse %.0f A: at most %.1f A drawn, %.1f A allowed (with all feeders, %.2f A from the nearest limit)\n",
                mainFuse, today.highestDrawn(), today.highestAllowed(), std::abs(today.excess()));
    std::printf("%lld limits sent, %.2f ms for a plan\n", static_cast<long long>(today.commands()), today.planMilliseconds());
    return today.excess() > 0.01 ? EXIT_FAILURE : EXIT_SUCCESS;
}
