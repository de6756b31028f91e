// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/schedules/scheduledocument.h"

namespace ui {

/// "Every session, level 2".
QString layerPlaceText(const Layer &layer);
/// Why it cannot be drawn.
QString undrawableText(charging::Undrawable why);
/// "Mon 23:15".
QString clockText(int minute);
/// Rounded to one decimal: "16 A", "11.0 kW".
QString rateText(double limit, charging::WeekPlan::Unit unit);

/// What counts at a moment.
struct MomentWords {
    QString when; ///< "Mon 23:15"
    QString limit; ///< "16 A", or that nothing limits
    QString why; ///< which layer decides, which ones it beats and why, and until when
};
MomentWords momentWords(const ScheduleDocument &document, ocpp::Timestamp moment);

} // namespace ui
