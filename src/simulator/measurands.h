// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/meter.h"

#include "ocpp/types.h"

#include <QLatin1StringView>
#include <QList>
#include <QString>

#include <optional>
#include <span>

namespace simulator {

/// What one meter shows at one moment.
struct Reading {
    double registerWh = 0;
    double intervalWh = 0; // since the reading before
    double powerW = 0;
    double offeredW = 0;
    int phases = 3; // that the meter tells apart; 0: direct current
    int activePhases = 3; // that carry current
    double currentA = 0; // per active phase
    double offeredA = 0; // per active phase
    double voltageV[3] = {}; // the first one for direct current
    std::optional<double> socPercent;
    double temperatureC = 0;
};

Reading readingOf(const Meter &meter);

struct MeasurandRow;

/// One item of a list like MeterValuesSampledData: "Voltage", or "Voltage.L1" (9.1.17).
struct MeasurandChoice {
    const MeasurandRow *row = nullptr;
    int phase = 0; // 1..3; 0: all of them
};

/// Nothing when the meter does not support it (3.16.4).
std::optional<MeasurandChoice> parseMeasurand(const QString &item);

/// The chosen values with everything said that is not the default of 7.43. `location` is "Outlet" or "Inlet".
QList<ocpp::SampledValue> sample(const Reading &reading, const QStringList &items, QLatin1StringView context,
                                 QLatin1StringView location);

} // namespace simulator
