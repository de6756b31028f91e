// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scenariorun.h"

namespace simulator {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

ScenarioRun::ScenarioRun(Station &station, int number, Timeline &timeline, const Scenario &scenario,
                         const QStringList &idTags)
    : station_(station), number_(number), timeline_(timeline), scenario_(scenario), idTags_(idTags),
      random_(station.options().seed ^ 0x5ca1ab1eULL), next_(timeline), patience_(timeline)
{
    if (scenario.traffic)
        traffic_.emplace(station, timeline, *scenario.traffic, idTags, random_.next());
}

void ScenarioRun::start()
{
    station_.changed.listen([this] { stationChanged(); });
    if (scenario_.fromSwitchOn)
        begin();
}

void ScenarioRun::stationChanged()
{
    // The station tells in the middle of what it does: the next step has to wait until it is done with it.
    if (!begun_ && station_.isAccepted())
        begin();
    else if (waits_ && !next_.isSet())
        next_.start(0ms, [this] { doStep(); });
}

void ScenarioRun::begin()
{
    begun_ = true;
    next_.start(0ms, [this] {
        if (traffic_)
            traffic_->start();
        beginRound();
    });
}

void ScenarioRun::beginRound()
{
    ++round_;
    roundBegan_ = timeline_.now();
    position_ = 0;
    planStep();
}

void ScenarioRun::planStep()
{
    const auto isElsewhere = [this](const Step &step) {
        return step.station != 0 && step.station != number_;
    };
    while (position_ < scenario_.steps.size() && isElsewhere(scenario_.steps.at(position_)))
        ++position_;
    if (position_ >= scenario_.steps.size()) {
        if (scenario_.rounds != 0 && round_ >= scenario_.rounds)
            finish({});
        else // not faster than the clock, however empty the round is
            next_.start(100ms, [this] { beginRound(); });
        return;
    }
    const Step &step = scenario_.steps.at(position_);
    const double speed = station_.options().speed;
    const auto scaled = [speed](double seconds) {
        return std::chrono::milliseconds(qint64(1000 * seconds / speed));
    };
    auto pause = scaled(step.afterSeconds + random_.between(0, step.jitterSeconds));
    if (step.atSeconds)
        pause = std::max(pause, roundBegan_ + scaled(*step.atSeconds) - timeline_.now());
    next_.start(pause, [this] { doStep(); });
}

Parameters ScenarioRun::parameters(const Step &step)
{
    return {step.parameters, idTags_, station_.options().connectors, station_.options().speed, random_};
}

void ScenarioRun::doStep()
{
    const Step &step = scenario_.steps.at(position_);
    const Parameters with = parameters(step);
    if (step.action->run) {
        step.action->run(station_, with);
        stepDone();
    } else if (step.action->isReached(station_, with)) {
        waits_ = false;
        patience_.stop();
        stepDone();
    } else if (!std::exchange(waits_, true)) {
        const double seconds = with.number(u"timeout"_s, 30); // of real time
        patience_.start(std::chrono::milliseconds(qint64(1000 * seconds)), [this, name = step.action->name] {
            finish(u"step %1 (%2) was not reached in time"_s.arg(position_ + 1).arg(name));
        });
    }
}

void ScenarioRun::stepDone()
{
    ++position_;
    planStep();
}

void ScenarioRun::finish(const QString &failure)
{
    next_.stop();
    waits_ = false;
    finished_ = true;
    failure_ = failure;
    finished();
}

} // namespace simulator
