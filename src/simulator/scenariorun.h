// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/scenario.h"

namespace simulator {

/// One station playing a scenario.
class ScenarioRun {
public:
    /// `number` is the station's place in the run, from 1.
    ScenarioRun(Station &station, int number, Timeline &timeline, const Scenario &scenario,
                const QStringList &idTags);

    /// Listens to the station from now on; the steps begin when the scenario says so.
    void start();
    bool isFinished() const { return finished_; }
    /// Empty: every step could be done.
    const QString &failure() const { return failure_; }

    Event<> finished;

private:
    void stationChanged();
    void begin();
    void beginRound();
    void planStep();
    void doStep();
    void stepDone();
    void finish(const QString &failure);
    Parameters parameters(const Step &step);

    Station &station_;
    const int number_;
    Timeline &timeline_;
    const Scenario &scenario_;
    const QStringList idTags_;
    Random random_;
    std::optional<Traffic> traffic_;
    Alarm next_;
    Alarm patience_;
    ocpp::Timestamp roundBegan_{};
    qsizetype position_ = 0;
    int round_ = 0;
    bool begun_ = false;
    bool waits_ = false;
    bool finished_ = false;
    QString failure_;
};

} // namespace simulator
