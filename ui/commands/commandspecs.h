// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/stations.h"

#include <QJsonObject>
#include <QLatin1StringView>
#include <QString>

#include <span>

namespace ui {

/// How one command is offered to a person. What can be filled in comes from ocpp's field tables, not from here.
struct CommandSpec {
    QLatin1StringView action;
    QLatin1StringView icon;
    const char *group;    ///< in context ui::CommandSpec, as all texts here
    const char *title;    ///< what the owner wants
    const char *sentence; ///< what happens then
    const char *button;
    QLatin1StringView preset = {};  ///< JSON that the form begins with
    const char *caution = nullptr;  ///< asked before sending `cautionWhen` while a car charges: it cannot be undone
    QLatin1StringView cautionWhen = {}; ///< "field=value"

    [[nodiscard]] QString groupText() const;
    [[nodiscard]] QString titleText() const;
    [[nodiscard]] QString sentenceText() const;
    [[nodiscard]] QString buttonText() const;
    [[nodiscard]] QString cautionText() const;
    [[nodiscard]] QJsonObject presetPayload() const;
    [[nodiscard]] bool needsCaution(const QJsonObject &payload) const;
};

/// The commands of the Core profile and TriggerMessage, in the order they are offered; one group stands together.
std::span<const CommandSpec> commandSpecs();

/// Why a station that stands so must not get this command, and the engine will not send it; empty: it may. 4.2: no
/// start and no stop of a session while it is Pending.
QString commandHindrance(QLatin1StringView action, store::Registration registration);

} // namespace ui
