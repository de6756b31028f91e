// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csms/metrics.h"
#include "http/metrics.h"

namespace app {

/// The engine's counters as the control API shows them. Any thread.
QList<http::Metric> metricsOf(const csms::Metrics &counters);

} // namespace app
