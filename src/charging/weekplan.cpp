// SPDX-License-Identifier: GPL-3.0-or-later
#include "charging/weekplan.h"

#include <algorithm>
#include <cmath>

namespace charging {

WeekPlan::WeekPlan(Repeats repeats, Unit unit, QDate monday) : repeats_(repeats), unit_(unit), monday_(monday) {}

int WeekPlan::folded(int minute) const
{
    const int rest = minute % cycle();
    return rest < 0 ? rest + cycle() : rest;
}

qsizetype WeekPlan::indexAt(int minute) const
{
    return std::distance(edges_.cbegin(), std::ranges::upper_bound(edges_, minute, {}, &Edge::minute)) - 1;
}

int WeekPlan::endOf(qsizetype edge) const
{
    return edge + 1 < edges_.size() ? edges_[edge + 1].minute : cycle();
}

QList<Step> WeekPlan::steps() const
{
    QList<Step> steps;
    for (qsizetype i = 0; i < edges_.size(); ++i)
        steps.append({{edges_[i].minute, endOf(i)}, edges_[i].stroke});
    return steps;
}

Step WeekPlan::stepAt(int minute) const
{
    const int inside = folded(minute);
    const qsizetype i = indexAt(inside);
    const int shift = minute - inside;
    Span span{edges_[i].minute, endOf(i)};
    const bool isSeamless = repeats_ != Repeats::Once && edges_.size() > 1 && !isEdge(0);
    if (isSeamless && i == 0)
        span.from = edges_.last().minute - cycle();
    if (isSeamless && i + 1 == edges_.size())
        span.to = cycle() + endOf(0);
    return {{span.from + shift, span.to + shift}, edges_[i].stroke};
}

bool WeekPlan::isEdge(int minute) const
{
    const int inside = folded(minute);
    if (inside == 0)
        return repeats_ != Repeats::Once && edges_.first().stroke != edges_.last().stroke;
    return edges_[indexAt(inside)].minute == inside;
}

bool WeekPlan::isEmpty() const
{
    return std::ranges::none_of(edges_, [](const Edge &edge) { return edge.stroke.limit.has_value(); });
}

bool WeekPlan::areDaysEqual() const
{
    for (int other = 1; other < 7; ++other) {
        if (day(other) != day(0))
            return false;
    }
    return true;
}

double WeekPlan::highest() const
{
    double highest = 0;
    for (const Edge &edge : edges_)
        highest = std::max(highest, edge.stroke.limit.value_or(0));
    return highest;
}

QList<Span> WeekPlan::gaps() const
{
    QList<Span> gaps;
    for (const Step &step : steps()) {
        if (step.stroke.limit)
            continue;
        if (!gaps.isEmpty() && gaps.last().to == step.span.from)
            gaps.last().to = step.span.to;
        else
            gaps.append(step.span);
    }
    if (repeats_ == Repeats::Once) { // before it and after it there is nothing to say
        gaps.removeIf([this](const Span &gap) { return gap.from == 0 || gap.to == cycle(); });
    } else if (gaps.size() > 1 && gaps.first().from == 0 && gaps.last().to == cycle()) {
        gaps.last().to += gaps.first().to;
        gaps.removeFirst();
    }
    return gaps;
}

int WeekPlan::pieces() const
{
    if (isEmpty())
        return 0;
    const int silent = int(gaps().size());
    return repeats_ == Repeats::Once ? silent + 1 : std::max(1, silent);
}

// ---- Drawing

/// Where the edge is by then; at the end of the plan one beyond the last.
qsizetype WeekPlan::cut(int minute)
{
    if (minute >= cycle())
        return edges_.size();
    const qsizetype i = indexAt(minute);
    if (edges_[i].minute == minute)
        return i;
    edges_.insert(i + 1, {minute, edges_[i].stroke});
    return i + 1;
}

/// Takes an edge away that separates nothing.
void WeekPlan::fuse(int minute)
{
    const qsizetype i = indexAt(minute);
    if (i > 0 && edges_[i].minute == minute && edges_[i].stroke == edges_[i - 1].stroke)
        edges_.removeAt(i);
}

/// In one or two, as it lies over the seam.
QList<Span> WeekPlan::parts(Span span) const
{
    const bool wraps = repeats_ != Repeats::Once;
    const int from = wraps ? folded(span.from) : std::clamp(span.from, 0, cycle());
    const int to = wraps ? from + std::min(span.length(), cycle()) : std::clamp(span.to, 0, cycle());
    QList<Span> parts{{from, std::min(to, cycle())}, {0, to - cycle()}};
    parts.removeIf([](const Span &part) { return part.length() <= 0; });
    return parts;
}

template<class Change>
void WeekPlan::eachIn(Span span, Change change)
{
    for (const Span &part : parts(span)) {
        const qsizetype first = cut(part.from);
        change(first, cut(part.to));
    }
}

void WeekPlan::fuseEnds(Span span)
{
    for (const Span &part : parts(span)) {
        fuse(part.from);
        fuse(part.to);
    }
}

void WeekPlan::paint(Span span, const Stroke &stroke)
{
    eachIn(span, [&](qsizetype first, qsizetype last) {
        edges_[first].stroke = stroke.limit ? stroke : Stroke();
        edges_.remove(first + 1, last - first - 1);
    });
}

void WeekPlan::draw(Span span, const Stroke &stroke)
{
    paint(span, stroke);
    fuseEnds(span);
}

void WeekPlan::setLimit(Span span, std::optional<double> limit)
{
    eachIn(span, [&](qsizetype first, qsizetype last) {
        for (qsizetype i = first; i < last; ++i)
            edges_[i].stroke = limit ? Stroke{limit, edges_[i].stroke.phases} : Stroke();
        for (qsizetype i = last - 1; i > first; --i) {
            if (edges_[i].stroke == edges_[i - 1].stroke)
                edges_.removeAt(i);
        }
    });
    fuseEnds(span);
}

void WeekPlan::setPhases(Span span, std::optional<int> phases)
{
    eachIn(span, [&](qsizetype first, qsizetype last) {
        for (qsizetype i = first; i < last; ++i) {
            if (edges_[i].stroke.limit)
                edges_[i].stroke.phases = phases;
        }
    });
    fuseEnds(span);
}

/// The next edge in a direction, also over the seam: then below 0, or above the end.
int WeekPlan::neighbour(int minute, int direction) const
{
    const bool wraps = repeats_ != Repeats::Once;
    const int furthest = wraps ? minute + direction * cycle() : direction < 0 ? 0 : cycle();
    for (int at = minute + direction; at != furthest; at += direction) {
        if (isEdge(at))
            return at;
    }
    return furthest;
}

int WeekPlan::moveEdge(int minute, int to, int grid)
{
    if (!isEdge(minute))
        return minute;
    const Span around{neighbour(minute, -1), neighbour(minute, 1)};
    const int target = std::clamp(to, std::min(minute, around.from + grid), std::max(minute, around.to - grid));
    const Stroke before = strokeAt(minute - 1);
    const Stroke after = strokeAt(minute);
    paint({around.from, target}, before);
    paint({target, around.to}, after);
    return target;
}

void WeekPlan::split(int minute)
{
    cut(folded(minute));
}

void WeekPlan::merge(int minute)
{
    const Step step = stepAt(minute);
    if (step.span.length() < cycle() && isEdge(step.span.from))
        draw(step.span, strokeAt(step.span.from - 1));
}

void WeekPlan::fillGaps(const Stroke &stroke)
{
    for (const Span &gap : gaps())
        draw(gap, stroke);
}

// ---- Days

QList<Step> WeekPlan::day(int day) const
{
    const int begin = repeats_ == Repeats::Daily ? 0 : day * minutesPerDay;
    QList<Step> steps;
    for (int at = begin; at < begin + minutesPerDay;) {
        const Step step = stepAt(at);
        const int end = std::min(step.span.to, begin + minutesPerDay);
        steps.append({{at - begin, end - begin}, step.stroke});
        at = end;
    }
    return steps;
}

void WeekPlan::setDay(int day, const QList<Step> &steps)
{
    const int begin = repeats_ == Repeats::Daily ? 0 : day * minutesPerDay;
    for (const Step &step : steps)
        draw({begin + step.span.from, begin + step.span.to}, step.stroke);
}

void WeekPlan::copyDay(int day, const QList<int> &days)
{
    const QList<Step> steps = this->day(day);
    for (const int other : days)
        setDay(other, steps);
}

WeekPlan WeekPlan::repeating(Repeats repeats, int day, QDate monday) const
{
    WeekPlan other(repeats, unit_, repeats == Repeats::Once ? monday : QDate());
    if ((repeats == Repeats::Daily) == (repeats_ == Repeats::Daily)) {
        other.edges_ = edges_;
        return other;
    }
    for (int each = 0; each < other.cycle() / minutesPerDay; ++each)
        other.setDay(each, this->day(day));
    return other;
}

WeekPlan WeekPlan::in(Unit unit, double factor) const
{
    WeekPlan other = *this;
    other.unit_ = unit;
    const double parts = unit == Unit::W ? 1 : 10;
    for (Edge &edge : other.edges_) {
        if (edge.stroke.limit)
            edge.stroke.limit = std::round(*edge.stroke.limit * factor * parts) / parts;
    }
    return other;
}

// ---- Snapping

int snappedMinute(double minute, int grid)
{
    return int(std::lround(minute / grid)) * grid;
}

double leastLimit(WeekPlan::Unit unit)
{
    return unit == WeekPlan::Unit::W ? 1400 : 6; // IEC 61851: 6 A, and that on one phase
}

double snappedLimit(double limit, WeekPlan::Unit unit, double step)
{
    const double least = leastLimit(unit);
    if (limit < least / 2)
        return 0;
    const double rounded = std::round(std::round(limit / step) * step * 10) / 10;
    return std::max(least, rounded);
}

} // namespace charging
