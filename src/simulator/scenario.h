// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/actions.h"
#include "simulator/traffic.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace simulator {

struct Step {
    std::optional<double> atSeconds; // since the round began
    double afterSeconds = 0; // since the step before was done
    double jitterSeconds = 0; // 0..so much more, by chance
    int station = 0; // 1 is the first one of the run; 0: every station
    const ActionRow *action = nullptr;
    QJsonObject parameters;
};

/// A story that each station of a run plays. See docs/simulator.md.
struct Scenario {
    QString name;
    QString description;
    bool fromSwitchOn = false; // else from the first acceptance on
    int rounds = 1; // 0: for ever
    bool exits = false; // the run is over when all stations have played it
    QList<Step> steps;
    std::optional<TrafficShape> traffic;
};

/// The error says which step and what is wrong with it.
tl::expected<Scenario, QString> parseScenario(const QJsonObject &object);
/// The name of a built-in scenario, or a file.
tl::expected<Scenario, QString> loadScenario(const QString &nameOrFile);
/// idle, day, session.
QStringList builtInScenarios();

} // namespace simulator
