// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <array>
#include <optional>

/// Who gets how much of a fuse. Pure arithmetic, in amperes for each phase.
namespace charging {

/// L1, L2, L3 of the fuses.
using PhaseAmps = std::array<double, 3>;
using WiredPhases = std::array<bool, 3>;

/// A fuse or a feeder. Whatever is below it counts in it.
struct Fuse {
    int parent = -1; ///< in the list, before this one; -1: none
    PhaseAmps limit{};
    PhaseAmps base{}; ///< what is drawn below it by others than our stations, and below none of its feeders
};

struct ShareStation {
    int fuse = 0;
    WiredPhases wired{true, true, true};
    double maximum = 32; ///< for all its cars together
    std::optional<double> fixed{}; ///< counts with that much, whatever its cars want: nobody can have it draw another current
};

struct ShareCar {
    int station = 0;
    int weight = 1; ///< of what is left above the minimums a car of weight 2 gets twice as much; above 0
    double minimum = 6; ///< below that it cannot charge
    double wanted = 32; ///< what it would use; gets more only if nobody else wants it
    qint64 rank = 0; ///< the lower is served first if not all minimums fit, among cars of one weight
    bool yields = false; ///< served after all that do not, whatever their weight
};

/// Why a car gets no more.
enum class ShareLimit {
    Station, ///< the station's maximum
    Wanted, ///< it would not use more
    Fuse, ///< others get as much of that fuse, by their weight
    NoRoom, ///< gets nothing: its minimum does not fit; waits for its turn
};

struct CarShare {
    double amps = 0; ///< 0, or at least the car's minimum; rounded down to 0.1 A
    ShareLimit limit = ShareLimit::Station;
    int fuse = -1; ///< of Fuse and NoRoom
    int phase = -1; ///< 0: L1; of Fuse and NoRoom
};

/// First the minimums: by weight, then by rank, to all for whom there is room. The rest is given out by weight so that
/// nobody can have more without another one who has no more than he, by weight, having less (max-min fairness): first up
/// to what each wants, then what is left to whoever may have more. No fuse on no phase gets more than its limit, but for
/// what is fixed. A limit of a station counts on all phases that are wired to it: which of them a car uses, or the next
/// one will, nobody promises. In the order of `cars`.
QList<CarShare> fairShares(const QList<Fuse> &fuses, const QList<ShareStation> &stations, const QList<ShareCar> &cars);

/// Down to 0.1 A, as precise as OCPP is (7.13).
double roundedDown(double amps);

} // namespace charging
