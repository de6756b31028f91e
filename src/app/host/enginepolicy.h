// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/options.h"
#include "config/settings.h"
#include "csms/policy.h"
#include "store/retention.h"

namespace app {

/// What the owner set, in the engine's terms.
csms::Policy policyFrom(const config::Settings &settings, const config::Options &options);
store::RetentionPolicy retentionFrom(const config::Settings &settings);

} // namespace app
