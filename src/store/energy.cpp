// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/energy.h"

#include <algorithm>
#include <iterator>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace store {

namespace {

/// Readings are rounded: kWh with one decimal against whole Wh is up to 100 Wh apart.
constexpr double roundingWh = 100;
/// Times are rounded as well, and clocks are corrected on the way: no interval counts as shorter.
constexpr std::chrono::milliseconds shortestInterval = std::chrono::minutes(1);
/// Where a clock was set back, nobody knows better: our receive times are late for what waited in the station's queue.
constexpr std::chrono::milliseconds unknownInterval = std::chrono::hours(1);

/// Could the register have climbed so far?
bool isPlausibleClimb(double wh, std::chrono::milliseconds duration)
{
    const auto interval = std::max(duration, shortestInterval);
    const double hours = std::chrono::duration<double, std::ratio<3600>>(interval).count();
    return wh <= plausibleMaximumW * hours;
}

/// Follows the register through the session and adds up its climbs.
class Run {
public:
    explicit Run(const EnergyEvidence &evidence) : evidence_(evidence)
    {
        last_ = evidence.start;
        if (!wasSetBackOnly()) {
            std::copy_if(evidence.readings.begin(), evidence.readings.end(), std::back_inserter(points_),
                         [this](const RegisterReading &reading) { return isWithin(reading); });
        }
        if (evidence.stop)
            points_.append(*evidence.stop);
    }

    Energy result();

private:
    bool clockWasSetBack() const { return evidence_.stop && evidence_.stop->time < evidence_.start.time; }
    bool wasSetBackOnly() const;
    bool isWithin(const RegisterReading &reading) const;
    bool isPlausible(const RegisterReading &from, const RegisterReading &to) const;
    void step(qsizetype index);
    void climb(const RegisterReading &to);
    void climbTooFar(qsizetype index);
    void drop(qsizetype index);
    bool recovers(qsizetype index) const;
    void flag(QLatin1StringView flag) { flags_.append(flag); }
    QString source() const;
    void addLostEnd();
    QStringList orderedFlags() const;

    const EnergyEvidence &evidence_;
    QList<RegisterReading> points_;
    RegisterReading last_;       ///< the last good reading
    qsizetype used_ = 0;         ///< good readings after the start
    bool stopUsed_ = false;
    bool nextStartUsed_ = false;
    bool straight_ = true;       ///< last_ - start is the energy
    double wh_ = 0;
    QStringList flags_;
};

/// A stop before the start, and a register that makes sense: then the readings between, whose times are in no order,
/// would only confuse.
bool Run::wasSetBackOnly() const
{
    return clockWasSetBack() && evidence_.stop->wh >= evidence_.start.wh
           && isPlausible(evidence_.start, *evidence_.stop);
}

bool Run::isPlausible(const RegisterReading &from, const RegisterReading &to) const
{
    const auto duration = to.time < from.time ? std::max(evidence_.lasted, unknownInterval) : to.time - from.time;
    return isPlausibleClimb(to.wh - from.wh, duration);
}

/// Idle readings around the session say nothing about it.
bool Run::isWithin(const RegisterReading &reading) const
{
    return clockWasSetBack()
           || (reading.time >= evidence_.start.time && (!evidence_.stop || reading.time <= evidence_.stop->time));
}

void Run::climb(const RegisterReading &to)
{
    wh_ += std::max(0.0, to.wh - last_.wh);
    last_.time = to.time;
    last_.wh = std::max(last_.wh, to.wh); // a reading rounded down is no step back
    ++used_;
}

void Run::step(qsizetype index)
{
    const RegisterReading &point = points_[index];
    const bool isStop = evidence_.stop && index == points_.size() - 1;
    const qsizetype usedBefore = used_;
    if (point.wh < last_.wh && (point.wh == 0 || last_.wh - point.wh > roundingWh))
        drop(index);
    else if (isPlausible(last_, point))
        climb(point);
    else
        climbTooFar(index);
    stopUsed_ = stopUsed_ || (isStop && used_ > usedBefore);
}

/// After a fall: does the register stand later where it stood before, as if nothing had happened?
bool Run::recovers(qsizetype index) const
{
    for (qsizetype later = index + 1; later < points_.size(); ++later) {
        const RegisterReading &point = points_[later];
        if (point.wh + roundingWh < last_.wh)
            continue;
        if (!isPlausible(last_, point))
            return false;
        // A register that really began anew needs time to climb so far again; a single 0 never is one.
        const bool singleZero = points_[index].wh == 0 && later == index + 1;
        return singleZero || !isPlausible(points_[later - 1], point);
    }
    return false;
}

void Run::drop(qsizetype index)
{
    const RegisterReading &point = points_[index];
    const bool isEnd = index == points_.size() - 1;
    if (recovers(index) || (isEnd && point.wh == 0)) {
        flag(point.wh == 0 ? "falseZero"_L1 : "outlier"_L1);
        straight_ = straight_ && !isEnd;
        return;
    }
    flag("registerReset"_L1);
    straight_ = false;
    // Climbs past the old level after all: perhaps the low readings counted something else.
    const auto later = points_.begin() + index + 1;
    if (std::any_of(later, points_.end(), [&](const RegisterReading &next) { return next.wh >= last_.wh; }))
        flag("doubtful"_L1);
    const RegisterReading zero{last_.time, 0};
    last_ = zero;
    if (isPlausible(zero, point)) { // it began at 0 after the last reading
        climb(point);
    } else { // another meter, or nonsense: count from here
        flag("doubtful"_L1);
        last_ = point;
        ++used_;
    }
}

void Run::climbTooFar(qsizetype index)
{
    const RegisterReading &point = points_[index];
    const auto later = points_.begin() + index + 1;
    const bool comesBack = std::any_of(later, points_.end(), [&](const RegisterReading &next) {
        return next.wh + roundingWh >= last_.wh && next.wh + roundingWh < point.wh && isPlausible(last_, next);
    });
    if (comesBack) {
        flag("outlier"_L1);
        return;
    }
    const bool hadOnlyZero = last_.wh == 0 && wh_ == 0;
    flag(hadOnlyZero ? "falseZero"_L1 : "doubtful"_L1);
    straight_ = false;
    // Whether a false 0 or a leap: what lies between was not measured. A lone stop has nothing better to say.
    if (hadOnlyZero && used_ == 0 && points_.size() == 1)
        flag("doubtful"_L1);
    last_ = point;
    ++used_;
}

/// No stop, no readings: the next session's start tells where the register stood.
void Run::addLostEnd()
{
    flag("lostStop"_L1);
    if (used_ > 0 || !evidence_.nextStart)
        return;
    const RegisterReading &next = *evidence_.nextStart;
    if (next.wh < last_.wh || !isPlausible(last_, next)) {
        flag("doubtful"_L1);
        return;
    }
    wh_ += next.wh - last_.wh;
    nextStartUsed_ = true;
}

QString Run::source() const
{
    if (!evidence_.over && !evidence_.stop)
        return u"soFar"_s;
    if (nextStartUsed_)
        return u"nextMeterStart"_s;
    if (used_ == 0)
        return u"meterStart"_s;
    if (!stopUsed_)
        return u"lastReading"_s;
    return straight_ ? u"meterStop"_s : u"run"_s;
}

QStringList Run::orderedFlags() const
{
    QStringList ordered;
    for (const QLatin1StringView name :
         {"registerReset"_L1, "falseZero"_L1, "outlier"_L1, "lostStop"_L1, "doubtful"_L1}) {
        if (flags_.contains(name))
            ordered.append(name);
    }
    return ordered;
}

Energy Run::result()
{
    for (qsizetype index = 0; index < points_.size(); ++index)
        step(index);
    if (evidence_.over && !evidence_.stop)
        addLostEnd();
    if (evidence_.stop && !stopUsed_)
        flag("doubtful"_L1);
    if (clockWasSetBack() && !isPlausibleClimb(evidence_.stop->wh - evidence_.start.wh, evidence_.lasted))
        flag("doubtful"_L1);
    if (stopUsed_ && straight_) // a reading between that was rounded up is no energy
        wh_ = std::max(0.0, evidence_.stop->wh - evidence_.start.wh);
    if (!evidence_.over && !evidence_.stop && used_ == 0) // a 0 would say that it was measured
        return {std::nullopt, {}, orderedFlags()};
    return {wh_, source(), orderedFlags()};
}

} // namespace

Energy deriveEnergy(const EnergyEvidence &evidence)
{
    return Run(evidence).result();
}

} // namespace store
