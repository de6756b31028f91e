// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/scenariorun.h"

namespace simulator {

struct FleetOptions {
    QList<StationOptions> stations;
    Scenario scenario;
    QStringList idTags;
    double connectionsPerSecond = 500; // of the first connections; 0: all at once
};

/// Many stations in one thread, each playing the same scenario.
class Fleet {
public:
    Fleet(FleetOptions options, Timeline &timeline, Journal &journal);

    void start();
    /// Every station takes leave of the central system in good order.
    void leave();
    const std::vector<std::unique_ptr<Station>> &stations() const { return stations_; }
    Station *find(const QString &id) const;
    int accepted() const;
    int transactionsBegun() const;
    std::size_t queuedMessages() const;
    /// What kept stations from playing the scenario to its end, with the station's id.
    QStringList failures() const;

    /// Every station has played the scenario to its end, or failed.
    Event<> finished;

private:
    void runFinished();

    const FleetOptions options_;
    Timeline &timeline_;
    std::vector<std::unique_ptr<Station>> stations_;
    std::vector<std::unique_ptr<ScenarioRun>> runs_;
    std::vector<std::unique_ptr<Alarm>> starts_;
    std::size_t finishedRuns_ = 0;
};

/// `count` stations like this one, named by prefix and number, each with its own seed and serial number.
QList<StationOptions> numbered(const StationOptions &model, const QString &prefix, int count);

} // namespace simulator
