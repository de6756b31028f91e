// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/parameters.h"
#include "simulator/station.h"

#include <span>

namespace simulator {

/// One thing that a step of a scenario can do, or wait for.
struct ActionRow {
    QLatin1StringView name;
    QLatin1StringView parameters; // the names it understands, separated by blanks
    QLatin1StringView help; // one English sentence
    void (*run)(Station &station, const Parameters &parameters); // null: it waits
    bool (*isReached)(const Station &station, const Parameters &parameters); // null: it acts
    QString (*objection)(const QString &as) = nullptr; // why it cannot take that as "as"; empty: it can
};

/// All actions; docs/simulator.md holds the same list.
std::span<const ActionRow> actions();
/// Null when there is none of that name.
const ActionRow *findAction(const QString &name);

} // namespace simulator
