// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charging/weekplan.h"

#include <tl/expected.hpp>

namespace charging {

/// The profiles that a plan needs: one, or for each stretch between gaps one. `like`: all that is not drawn. Begun
/// before `week`, if it repeats.
QList<ocpp::ChargingProfile> profilesOf(const WeekPlan &plan, const ocpp::ChargingProfile &like, const WeekFrame &week);

/// Why a profile cannot be drawn as a plan.
enum class Undrawable {
    Relative, ///< it begins with the charging
    NoStart, ///< nor says when
    Seconds, ///< something does not happen on a whole minute
    Long, ///< it does not repeat, and lasts beyond its week
    Empty, ///< it has no period
};
/// One that does not repeat nor end and is in its last period by then is drawn as that limit on every day.
tl::expected<WeekPlan, Undrawable> planOf(const ocpp::ChargingProfile &profile, const WeekFrame &week);

enum class PlanTemplate { NightTariff, OfficeHours, SolarNoon, SiteCap };
/// `full`: what is allowed when all is.
WeekPlan templatePlan(PlanTemplate which, WeekPlan::Unit unit, double full);

} // namespace charging
