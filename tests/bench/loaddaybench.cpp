// SPDX-License-Identifier: GPL-3.0-or-later
// A day of 50 stations behind 160 A, second by second: loaddaybench [FILE.csv|FILE.svg [SEED]]. Stations and cars are modelled
// (tests/charging/loadworld.h), the planning is the program's own. Lost answers, refusals, stations without a line and a
// central system that is off for a while are part of the day. Fails if a fuse is ever above its limit.
#include "charging/loadworld.h"
#include "maxflow.h"

#include <QElapsedTimer>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string_view>

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
constexpr int pointEvery = 60;

/// Through the main fuse, on each of its phases: all stations are wired to all three.
struct Point {
    double drawn = 0;
    double allowed = 0;
};

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
            if (second % pointEvery == 0)
                points_.push_back({drawn_, world_.load(0, 0)});
        }
    }

    const std::vector<Point> &points() const { return points_; }
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
    World world_;
    std::vector<Car> cars_;
    std::mt19937 random_;
    bool isDue_ = true;
    std::vector<Point> points_;
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

void writeCsv(std::ofstream &file, const std::vector<Point> &points)
{
    file << "time,L1 A,L2 A,L3 A,may be drawn A,fuse A\n";
    for (std::size_t i = 0; i < points.size(); ++i) {
        char line[96];
        const int minute = int(i) * pointEvery / 60;
        std::snprintf(line, sizeof line, "%02d:%02d,%.1f,%.1f,%.1f,%.1f,%.1f\n", minute / 60, minute % 60, points[i].drawn,
                      points[i].drawn, points[i].drawn, points[i].allowed, mainFuse);
        file << line;
    }
}

// px of the picture
constexpr double plotLeft = 56;
constexpr double plotTop = 24;
constexpr double plotWidth = 864;
constexpr double plotHeight = 300;
constexpr double highestAmps = 180;

double yAt(double amps)
{
    return plotTop + plotHeight * (1 - amps / highestAmps);
}

void writeSteps(std::ofstream &file, const std::vector<Point> &points, double Point::*value)
{
    for (std::size_t i = 0; i < points.size(); ++i) {
        const double x = plotLeft + plotWidth * double(i) * pointEvery / day;
        file << (i == 0 ? "M" : "H") << x << (i == 0 ? " " : " V") << yAt(points[i].*value) << ' ';
    }
    file << 'H' << plotLeft + plotWidth;
}

/// Filled: drawn. Line: may be drawn. Dashed: what the fuse bears.
void writeSvg(std::ofstream &file, const std::vector<Point> &points)
{
    file << R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1040 372" font-family="Inter, sans-serif" font-size="12">
<rect width="1040" height="372" fill="#fff"/>
)";
    for (int amps = 0; amps <= highestAmps; amps += 40)
        file << "<path d=\"M" << plotLeft << ' ' << yAt(amps) << 'h' << plotWidth << "\" stroke=\"#dde1e7\"/><text x=\""
             << plotLeft - 8 << "\" y=\"" << yAt(amps) + 4 << "\" text-anchor=\"end\" fill=\"#5c6470\">" << amps
             << (amps == 160 ? " A" : "") << "</text>\n";
    for (int hour = 0; hour <= 24; hour += 3)
        file << "<text x=\"" << plotLeft + plotWidth * hour / 24 << "\" y=\"" << plotTop + plotHeight + 20
             << "\" text-anchor=\"middle\" fill=\"#5c6470\">" << hour << ":00</text>\n";
    file << "<path fill=\"#0b6e99\" fill-opacity=\"0.35\" d=\"";
    writeSteps(file, points, &Point::drawn);
    file << " V" << yAt(0) << " H" << plotLeft << " Z\"/>\n<path fill=\"none\" stroke=\"#0b6e99\" stroke-width=\"1.5\" d=\"";
    writeSteps(file, points, &Point::allowed);
    file << "\"/>\n<path d=\"M" << plotLeft << ' ' << yAt(mainFuse) << 'h' << plotWidth
         << "\" stroke=\"#b3261e\" stroke-width=\"2\" stroke-dasharray=\"8 5\"/>\n";
    const double beside = plotLeft + plotWidth + 8;
    file << "<text x=\"" << beside << "\" y=\"" << yAt(mainFuse) - 6 << "\" fill=\"#b3261e\">main fuse</text>\n"
         << "<text x=\"" << beside << "\" y=\"" << yAt(points.back().allowed) + 14 << "\" fill=\"#0b6e99\">may be drawn</text>\n"
         << "<text x=\"" << beside << "\" y=\"" << yAt(points.back().drawn / 2) << "\" fill=\"#1b1f26\">drawn</text>\n</svg>\n";
}

void write(const char *name, const std::vector<Point> &points)
{
    std::ofstream file(name);
    if (std::string_view(name).ends_with(".svg"))
        writeSvg(file, points);
    else
        writeCsv(file, points);
}

} // namespace

int main(int argc, char **argv)
{
    const quint32 seed = argc > 2 ? quint32(std::atoi(argv[2])) : 1;
    Day today(seed);
    today.run();
    if (argc > 1)
        write(argv[1], today.points());
    const double optimum = today.optimum();
    std::printf("%d cars at %d stations, seed %u: %.0f kWh wanted, %.0f kWh delivered\n", today.cars(), stationCount, seed,
                today.wanted(), today.delivered());
    std::printf("optimum, knowing the whole day beforehand: %.0f kWh; ratio %.3f\n", optimum, today.delivered() / optimum);
    std::printf("main fuse %.0f A: at most %.1f A drawn, %.1f A allowed (with all feeders, %.2f A from the nearest limit)\n",
                mainFuse, today.highestDrawn(), today.highestAllowed(), std::abs(today.excess()));
    std::printf("%lld limits sent, %.2f ms for a plan\n", static_cast<long long>(today.commands()), today.planMilliseconds());
    return today.excess() > 0.01 ? EXIT_FAILURE : EXIT_SUCCESS;
}
