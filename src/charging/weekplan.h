// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charging/weekframe.h"
#include "ocpp/types.h"

namespace charging {

enum class Repeats { Daily, Weekly, Once };

/// What is drawn for some time.
struct Stroke {
    std::optional<double> limit{}; ///< A per phase or W in total, one decimal; nothing: lower levels show through
    std::optional<int> phases{}; ///< 1 to 3; nothing: the station assumes 3 (7.14)
    bool operator==(const Stroke &) const = default;
};

struct Step {
    Span span{};
    Stroke stroke{};
    bool operator==(const Step &) const = default;
};

/// Limits over a day or a week as a person draws them: in local time, on whole minutes. A value. Pure.
class WeekPlan {
public:
    using Unit = ocpp::ChargingRateUnitType;
    /// Says nothing at any time. `monday`: of the week of a plan that does not repeat.
    explicit WeekPlan(Repeats repeats = Repeats::Daily, Unit unit = Unit::A, QDate monday = {});
    bool operator==(const WeekPlan &) const = default;

    [[nodiscard]] Repeats repeats() const { return repeats_; }
    [[nodiscard]] Unit unit() const { return unit_; }
    [[nodiscard]] QDate monday() const { return monday_; }
    [[nodiscard]] int cycle() const { return repeats_ == Repeats::Daily ? minutesPerDay : minutesPerWeek; } ///< min

    /// All of the plan, ascending, without a hole.
    [[nodiscard]] QList<Step> steps() const;
    /// `minute` of a week also where the plan is daily. Of a repeating one the step may reach over the seam: it begins
    /// below 0 then, or ends beyond the plan.
    [[nodiscard]] Step stepAt(int minute) const;
    [[nodiscard]] Stroke strokeAt(int minute) const { return stepAt(minute).stroke; }
    /// Where one step ends and another begins; at the seam of the plan only if they differ.
    [[nodiscard]] bool isEdge(int minute) const;
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] bool areDaysEqual() const;
    [[nodiscard]] double highest() const; ///< limit; 0: none
    /// Stretches without a limit; of one that does not repeat only those between stretches with one.
    [[nodiscard]] QList<Span> gaps() const;
    /// How many profiles it needs: each has one stretch with limits, and one can be silent only before and after it.
    [[nodiscard]] int pieces() const;

    void draw(Span span, const Stroke &stroke);
    void setLimit(Span span, std::optional<double> limit); ///< phases stay
    void setPhases(Span span, std::optional<int> phases); ///< where there is a limit
    /// As far as the next edges allow, which stay `grid` minutes away. Where it is afterwards.
    int moveEdge(int minute, int to, int grid = 1);
    void split(int minute);
    /// Its step becomes part of the one before.
    void merge(int minute);
    void fillGaps(const Stroke &stroke);

    /// 0 is Monday; of a daily plan all days are one.
    [[nodiscard]] QList<Step> day(int day) const; ///< spans since 0:00
    void setDay(int day, const QList<Step> &steps);
    void copyDay(int day, const QList<int> &days);

    /// Of a weekly one a day becomes all days; `monday` for one that does not repeat.
    [[nodiscard]] WeekPlan repeating(Repeats repeats, int day = 0, QDate monday = {}) const;
    /// Limits times `factor`, rounded to one decimal, W to whole ones.
    [[nodiscard]] WeekPlan in(Unit unit, double factor) const;

private:
    struct Edge {
        int minute = 0;
        Stroke stroke{};
        bool operator==(const Edge &) const = default;
    };
    [[nodiscard]] qsizetype indexAt(int minute) const;
    [[nodiscard]] int folded(int minute) const;
    [[nodiscard]] int endOf(qsizetype edge) const;
    [[nodiscard]] QList<Span> parts(Span span) const;
    template<class Change>
    void eachIn(Span span, Change change);
    qsizetype cut(int minute);
    void fuse(int minute);
    void fuseEnds(Span span);
    void paint(Span span, const Stroke &stroke);
    [[nodiscard]] int neighbour(int minute, int direction) const;

    Repeats repeats_;
    Unit unit_;
    QDate monday_;
    QList<Edge> edges_{{}}; // ascending; the first is at 0
};

// ---- Snapping

/// To a multiple of `grid` minutes.
int snappedMinute(double minute, int grid);
/// Never where no car charges: 0, or from 6 A (1.4 kW) on. `step` in the unit.
double snappedLimit(double limit, WeekPlan::Unit unit, double step);
/// Below it no car charges, above 0.
double leastLimit(WeekPlan::Unit unit);

} // namespace charging
