// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/commands.h"
#include "ui/widgets/statemark.h"

#include <QString>

namespace ui {

/// Where a command stands, for a person: what happened so far, and what really came of it.
struct CommandStory {
    Mark mark;
    QString text;         ///< short, for the line: "Accepted, restarting"
    QString explanation;  ///< for the tooltip: what it means and when it happened
    bool underWay = false; ///< queued, sent, or accepted and waiting for its outcome
    bool cancellable = false;
};

CommandStory commandStory(const store::Command &command, bool stationOnline);

} // namespace ui
