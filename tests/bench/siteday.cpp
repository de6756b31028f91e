// SPDX-License-Identifier: GPL-3.0-or-later
#include "siteday.h"

#include "maxflow.h"

#include <algorithm>

namespace siteday {
namespace {

constexpr int span = 300; // s; between its ends the optimum does not look

class Booker {
public:
    Booker(const Layout &layout, std::mt19937 &random, int oneIn)
        : layout_(layout), random_(random), onePhaseOneIn_(oneIn)
    {
    }

    /// `count` at 50 stations.
    void book(int count, int from, int until, int shortest, int longest)
    {
        const int all = count * layout_.stations / Layout().stations;
        for (int i = 0; i < all; ++i) {
            Booking car;
            car.arrives = number(from, until);
            car.leaves = std::min(day, car.arrives + number(shortest, longest));
            car.maximum = number(1, 3) == 1 ? 32 : 16;
            car.need = number(6, 40) / car.kWh(1);
            if (onePhaseOneIn_ > 0 && number(1, onePhaseOneIn_) == 1)
                car.phases = 1;
            place(car);
        }
    }
    std::vector<Booking> booked() const { return cars_; }

private:
    int number(int from, int to) { return std::uniform_int_distribution(from, to)(random_); }
    void place(Booking car)
    {
        for (int tries = 0; tries < 200; ++tries) {
            car.station = number(0, layout_.stations - 1);
            const bool isFree = std::ranges::none_of(cars_, [&car](const Booking &other) {
                return other.station == car.station && other.arrives < car.leaves + 300
                       && car.arrives < other.leaves + 300;
            });
            if (isFree)
                return cars_.push_back(car);
        }
    }

    const Layout layout_;
    std::mt19937 &random_;
    const int onePhaseOneIn_;
    std::vector<Booking> cars_;
};

bool usesPhase(const Booking &car, int phase)
{
    for (int own = 0; own < car.phases; ++own) {
        if (Layout::phaseOf(car.station, own) == phase)
            return true;
    }
    return false;
}

/// A s through one phase of the main fuse.
double mostOnPhase(const Layout &layout, const std::vector<Booking> &bookings, int phase, int from, int until)
{
    constexpr int source = 0;
    constexpr int sink = 1;
    const int spans = (until - from + span - 1) / span;
    MaxFlow flow(2);
    std::vector<std::vector<int>> feeders;
    for (int i = 0; i < spans; ++i) {
        const int length = std::min(span, until - from - i * span);
        const int main = flow.addNode();
        flow.add(main, sink, (layout.mainFuse - layout.baseLoad) * length);
        std::vector<int> ofSpan;
        for (int feeder = 0; feeder < layout.feeders; ++feeder) {
            ofSpan.push_back(flow.addNode());
            flow.add(ofSpan.back(), main, layout.feederFuse * length);
        }
        feeders.push_back(ofSpan);
    }
    for (const Booking &car : bookings) {
        if (!usesPhase(car, phase))
            continue;
        const int node = flow.addNode();
        flow.add(source, node, car.need);
        for (int i = 0; i < spans; ++i) {
            const int begin = from + i * span;
            const int there = std::min({car.leaves, begin + span, until}) - std::max(car.arrives, begin);
            if (there > 0)
                flow.add(node, feeders[std::size_t(i)][std::size_t(layout.feederOf(car.station))], car.maximum * there);
        }
    }
    return flow.run(source, sink);
}

} // namespace

Layout layoutOf(int stations)
{
    const Layout whole;
    const double part = double(stations) / whole.stations;
    return {stations, std::max(1, stations * whole.feeders / whole.stations), whole.mainFuse * part, whole.feederFuse,
            whole.baseLoad * part};
}

std::vector<Booking> bookings(const Layout &layout, std::mt19937 &random, int oneIn)
{
    constexpr int hour = 3600;
    Booker booker(layout, random, oneIn);
    booker.book(60, 6 * hour, 10 * hour, 7 * hour, 10 * hour); // those who work here
    booker.book(30, 10 * hour, 16 * hour, hour, 3 * hour); // visitors
    booker.book(50, 16 * hour, 21 * hour, 4 * hour, 9 * hour); // those who live here
    return booker.booked();
}

double optimum(const Layout &layout, const std::vector<Booking> &bookings, int from, int until)
{
    const bool areAlike = std::ranges::all_of(bookings, [](const Booking &car) { return car.phases == 3; });
    double ampereSeconds = mostOnPhase(layout, bookings, 0, from, until);
    for (int phase = 1; phase < 3 && !areAlike; ++phase)
        ampereSeconds += mostOnPhase(layout, bookings, phase, from, until);
    ampereSeconds *= areAlike ? 3 : 1;
    return ampereSeconds * volts / 3.6e6;
}

} // namespace siteday
