// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/statewords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

struct StateRow {
    QLatin1StringView status;
    Shape shape;
    Role role;
    const char *word;
};

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::StateWord)
};

/// The table of docs' look: state is shape and colour and word. Ordered by how much a state asks for attention.
constexpr std::array states{
    StateRow{"Faulted"_L1, Shape::Triangle, Role::Fault, QT_TRANSLATE_NOOP("ui::StateWord", "Faulted")},
    StateRow{"Charging"_L1, Shape::Bolt, Role::Accent, QT_TRANSLATE_NOOP("ui::StateWord", "Charging")},
    StateRow{"SuspendedEV"_L1, Shape::Pause, Role::Caution, QT_TRANSLATE_NOOP("ui::StateWord", "Paused by car")},
    StateRow{"SuspendedEVSE"_L1, Shape::Pause, Role::Caution,
             QT_TRANSLATE_NOOP("ui::StateWord", "Paused by station")},
    StateRow{"Preparing"_L1, Shape::HalfDisc, Role::Caution, QT_TRANSLATE_NOOP("ui::StateWord", "Preparing")},
    StateRow{"Finishing"_L1, Shape::HalfDisc, Role::Caution, QT_TRANSLATE_NOOP("ui::StateWord", "Finishing")},
    StateRow{"Reserved"_L1, Shape::Clock, Role::Reserved, QT_TRANSLATE_NOOP("ui::StateWord", "Reserved")},
    StateRow{"Available"_L1, Shape::Ring, Role::Good, QT_TRANSLATE_NOOP("ui::StateWord", "Available")},
    StateRow{"Unavailable"_L1, Shape::Bar, Role::Inactive, QT_TRANSLATE_NOOP("ui::StateWord", "Out of service")},
};

} // namespace

StateWord connectorState(const QString &status, bool online)
{
    const auto state = std::ranges::find_if(states, [&](const StateRow &row) { return status == row.status; });
    if (status.isEmpty())
        return {{Shape::Dot, Role::Inactive, !online}, Words::tr("Unknown"), {}};
    if (state == states.end())
        return {{Shape::Dot, Role::Inactive, !online}, status, status};
    return {{state->shape, state->role, !online}, Words::tr(state->word), status};
}

int tellingRank(const QString &status)
{
    const auto state = std::ranges::find_if(states, [&](const StateRow &row) { return status == row.status; });
    return int(std::distance(states.begin(), state));
}

} // namespace ui
