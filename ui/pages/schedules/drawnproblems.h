// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charging/profilecheck.h"
#include "ui/pages/schedules/scheduledocument.h"

namespace ui {

/// What is wrong or doubtful about what is drawn, with a way out where there is one.
struct DrawnProblem {
    charging::Severity severity = charging::Severity::Warning;
    QString text{};
    QString action{}; ///< of a button; empty: none
    std::function<void(ScheduleDocument &)> mend{};
};

/// Errors first.
QList<DrawnProblem> drawnProblems(const ScheduleDocument &document);

} // namespace ui
