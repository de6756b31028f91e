// SPDX-License-Identifier: GPL-3.0-or-later
#include "charging/loadshare.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <tuple>

namespace charging {
namespace {

constexpr double sharingTolerance = 1e-6; // A
constexpr int halvings = 48;

/// One phase of a fuse, or a station's maximum: the sum of these cars is at most `room`.
struct Bound {
    double room = 0;
    QList<int> cars;
    int fuse = -1; ///< -1: the maximum of a station
    int phase = -1;
};

bool isBelow(const QList<Fuse> &fuses, int at, int fuse)
{
    while (at >= 0 && at != fuse)
        at = fuses[at].parent;
    return at == fuse;
}

Bound fuseBound(const QList<Fuse> &fuses, int fuse, int phase, const QList<ShareStation> &stations,
                const QList<ShareCar> &cars)
{
    const auto p = std::size_t(phase);
    Bound bound{fuses[fuse].limit[p], {}, fuse, phase};
    for (int i = 0; i < fuses.size(); ++i)
        bound.room -= isBelow(fuses, i, fuse) ? fuses[i].base[p] : 0;
    for (const ShareStation &station : stations) {
        if (station.fixed && station.wired[p] && isBelow(fuses, station.fuse, fuse))
            bound.room -= *station.fixed;
    }
    for (int i = 0; i < cars.size(); ++i) {
        const ShareStation &station = stations[cars[i].station];
        if (!station.fixed && station.wired[p] && isBelow(fuses, station.fuse, fuse))
            bound.cars.append(i);
    }
    return bound;
}

/// Sharing as it goes on: what each car has so far, and what is still to be kept.
class Sharing {
public:
    Sharing(const QList<Fuse> &fuses, const QList<ShareStation> &stations, const QList<ShareCar> &cars);

    void giveMinimums();
    /// Raises whoever has something, at most to `most` of it.
    template<class Most> void fill(ShareLimit reason, Most most);
    QList<CarShare> rounded() const;

private:
    double raised(int car, double level, double most) const
    {
        return std::clamp(cars_[car].weight * level, shares_[car].amps, std::max(most, shares_[car].amps));
    }
    template<class Most> double highestLevel(const Bound &bound, const QList<bool> &isOpen, Most most) const;
    const Bound *hindrance(int car) const;

    const QList<ShareStation> &stations_;
    const QList<ShareCar> &cars_;
    QList<Bound> bounds_;
    QList<QList<int>> boundsOf_; ///< of each car
    QList<CarShare> shares_;
};

Sharing::Sharing(const QList<Fuse> &fuses, const QList<ShareStation> &stations, const QList<ShareCar> &cars)
    : stations_(stations), cars_(cars), boundsOf_(cars.size()), shares_(cars.size())
{
    for (int fuse = 0; fuse < fuses.size(); ++fuse) {
        for (int phase = 0; phase < 3; ++phase)
            bounds_.append(fuseBound(fuses, fuse, phase, stations, cars));
    }
    for (int station = 0; station < stations.size(); ++station) {
        Bound bound{stations[station].maximum, {}};
        for (int i = 0; i < cars.size(); ++i) {
            if (cars[i].station == station)
                bound.cars.append(i);
        }
        bounds_.append(bound);
    }
    bounds_.removeIf([](const Bound &bound) { return bound.cars.isEmpty(); });
    for (int i = 0; i < bounds_.size(); ++i) {
        for (const int car : bounds_[i].cars)
            boundsOf_[car].append(i);
    }
}

/// What keeps a car from its minimum; null if nothing does.
const Bound *Sharing::hindrance(int car) const
{
    for (const int i : boundsOf_[car]) {
        if (bounds_[i].room < cars_[car].minimum - sharingTolerance)
            return &bounds_[i];
    }
    return nullptr;
}

void Sharing::giveMinimums()
{
    QList<int> order(cars_.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, [this](int a, int b) {
        return std::tuple(cars_[a].yields, -cars_[a].weight, cars_[a].rank)
               < std::tuple(cars_[b].yields, -cars_[b].weight, cars_[b].rank);
    });
    for (const int car : order) {
        if (stations_[cars_[car].station].fixed || cars_[car].wanted <= 0)
            continue;
        if (const Bound *const full = hindrance(car)) {
            shares_[car] = {0, ShareLimit::NoRoom, full->fuse, full->phase};
            continue;
        }
        shares_[car].amps = cars_[car].minimum;
        for (const int i : std::as_const(boundsOf_[car]))
            bounds_[i].room -= cars_[car].minimum;
    }
}

/// How far the cars that are still open can rise together before the bound is reached. Without any: it bounds nothing.
template<class Most> double Sharing::highestLevel(const Bound &bound, const QList<bool> &isOpen, Most most) const
{
    const auto used = [&](double level) {
        double sum = 0;
        for (const int car : bound.cars)
            sum += isOpen[car] ? raised(car, level, most(car)) - shares_[car].amps : 0;
        return sum;
    };
    double high = 0;
    for (const int car : bound.cars)
        high = isOpen[car] ? std::max(high, most(car) / cars_[car].weight) : high;
    if (high <= 0 || used(high) <= bound.room + sharingTolerance)
        return std::numeric_limits<double>::infinity();
    double low = 0;
    for (int i = 0; i < halvings; ++i) {
        const double middle = (low + high) / 2;
        (used(middle) <= bound.room ? low : high) = middle;
    }
    return low;
}

template<class Most> void Sharing::fill(ShareLimit reason, Most most)
{
    QList<bool> isOpen(cars_.size());
    for (int car = 0; car < cars_.size(); ++car)
        isOpen[car] = shares_[car].amps > 0 && shares_[car].limit != ShareLimit::Fuse;
    while (isOpen.contains(true)) {
        double level = std::numeric_limits<double>::infinity();
        QList<double> levels;
        for (const Bound &bound : std::as_const(bounds_)) {
            levels.append(highestLevel(bound, isOpen, most));
            level = std::min(level, levels.last());
        }
        for (int car = 0; car < cars_.size(); ++car) {
            if (!isOpen[car])
                continue;
            const double more = raised(car, level, most(car)) - shares_[car].amps;
            shares_[car].amps += more;
            shares_[car].limit = reason;
            for (const int i : std::as_const(boundsOf_[car]))
                bounds_[i].room -= more;
            isOpen[car] = shares_[car].amps < most(car) - sharingTolerance;
        }
        if (std::isinf(level))
            return;
        for (int i = 0; i < bounds_.size(); ++i) {
            if (levels[i] > level + sharingTolerance)
                continue;
            for (const int car : std::as_const(bounds_[i].cars)) {
                if (isOpen[car] && bounds_[i].fuse >= 0)
                    shares_[car] = {shares_[car].amps, ShareLimit::Fuse, bounds_[i].fuse, bounds_[i].phase};
                else if (isOpen[car])
                    shares_[car].limit = ShareLimit::Station;
                isOpen[car] = false;
            }
        }
    }
}

QList<CarShare> Sharing::rounded() const
{
    QList<CarShare> shares = shares_;
    for (CarShare &share : shares)
        share.amps = roundedDown(share.amps);
    return shares;
}

} // namespace

double roundedDown(double amps)
{
    return std::floor(amps * 10 + sharingTolerance) / 10;
}

QList<CarShare> fairShares(const QList<Fuse> &fuses, const QList<ShareStation> &stations, const QList<ShareCar> &cars)
{
    Sharing sharing(fuses, stations, cars);
    sharing.giveMinimums();
    sharing.fill(ShareLimit::Wanted, [&cars, &stations](int car) {
        return std::min(cars[car].wanted, stations[cars[car].station].maximum);
    });
    sharing.fill(ShareLimit::Station, [&cars, &stations](int car) { return stations[cars[car].station].maximum; });
    QList<CarShare> shares = sharing.rounded();
    for (int car = 0; car < cars.size(); ++car) { // who gets what he wants is told so, though he may have more
        if (shares[car].limit != ShareLimit::NoRoom && shares[car].amps >= cars[car].wanted
            && cars[car].wanted < stations[cars[car].station].maximum)
            shares[car].limit = ShareLimit::Wanted;
    }
    return shares;
}

} // namespace charging
