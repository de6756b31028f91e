// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/measurands.h"

#include <algorithm>
#include <cmath>

namespace simulator {

using namespace Qt::Literals::StringLiterals;

using Value = std::optional<double>;

/// One measurand that the meter supports (7.31).
struct MeasurandRow {
    QLatin1StringView name;
    QLatin1StringView unit; // empty: OCPP 1.6 has none (E 3.86)
    int decimals;
    QLatin1StringView phaseSuffix; // per phase: "L1" + suffix; null: one value for all
    Value (*value)(const Reading &reading, int phase);
    QLatin1StringView location; // null: where the meter sits
};

namespace {

constexpr QLatin1StringView wholeOutlet;

// Registers are read downwards, so that a reading never is more than a later one (E 3.78).
constexpr MeasurandRow rows[] = {
    {"Current.Import"_L1,
     "A"_L1,
     1,
     ""_L1,
     [](const Reading &r, int phase) -> Value { return phase <= r.activePhases ? r.currentA : 0; },
     {}},
    {"Current.Offered"_L1,
     "A"_L1,
     1,
     wholeOutlet,
     [](const Reading &r, int) -> Value { return r.offeredA; },
     {}},
    {"Energy.Active.Import.Interval"_L1,
     "Wh"_L1,
     0,
     wholeOutlet,
     [](const Reading &r, int) -> Value { return r.intervalWh; },
     {}},
    {"Energy.Active.Import.Register"_L1,
     "Wh"_L1,
     0,
     wholeOutlet,
     [](const Reading &r, int) -> Value { return std::floor(r.registerWh); },
     {}},
    {"Frequency"_L1, ""_L1, 2, wholeOutlet, [](const Reading &, int) -> Value { return 50.0; }, {}},
    {"Power.Active.Import"_L1,
     "W"_L1,
     0,
     wholeOutlet,
     [](const Reading &r, int) -> Value { return r.powerW; },
     {}},
    {"Power.Factor"_L1,
     ""_L1,
     2,
     wholeOutlet,
     [](const Reading &r, int) -> Value { return r.powerW > 0 ? 0.99 : 1.0; },
     {}},
    {"Power.Offered"_L1,
     "W"_L1,
     0,
     wholeOutlet,
     [](const Reading &r, int) -> Value { return r.offeredW; },
     {}},
    {"SoC"_L1, "Percent"_L1, 0, wholeOutlet, [](const Reading &r, int) { return r.socPercent; }, "EV"_L1},
    {"Temperature"_L1, "Celcius"_L1, 1, wholeOutlet, // JE 2.1: the misspelling is the safer one
     [](const Reading &r, int) -> Value { return r.temperatureC; }, "Body"_L1},
    {"Voltage"_L1,
     "V"_L1,
     1,
     "-N"_L1,
     [](const Reading &r, int phase) -> Value { return r.voltageV[std::max(0, phase - 1)]; },
     {}},
};

void append(QList<ocpp::SampledValue> &values, const MeasurandRow &row, const Reading &reading, int phase,
            QLatin1StringView context, QLatin1StringView location)
{
    const Value value = row.value(reading, phase);
    if (!value)
        return;
    ocpp::SampledValue sampled;
    sampled.value = QString::number(*value, 'f', row.decimals);
    sampled.context = context;
    sampled.measurand = row.name;
    sampled.location = row.location.isEmpty() ? location : row.location;
    if (phase > 0)
        sampled.phase = u'L' + QString::number(phase) + row.phaseSuffix;
    if (!row.unit.isEmpty())
        sampled.unit = row.unit;
    values.append(sampled);
}

} // namespace

Reading readingOf(const Meter &meter)
{
    Reading reading;
    reading.registerWh = meter.registerWh();
    reading.powerW = meter.powerW();
    reading.offeredW = meter.offeredW();
    reading.phases = meter.directCurrent() ? 0 : meter.phases();
    reading.activePhases = meter.activePhases();
    reading.currentA = meter.currentA(meter.powerW());
    reading.offeredA = meter.currentA(meter.offeredW());
    for (int phase = 1; phase <= 3; ++phase)
        reading.voltageV[phase - 1] = meter.voltageV(phase);
    reading.socPercent = meter.socPercent();
    reading.temperatureC = 21 + reading.powerW / 3000;
    return reading;
}

std::optional<MeasurandChoice> parseMeasurand(const QString &item)
{
    for (const MeasurandRow &row : rows) {
        if (item == row.name)
            return MeasurandChoice{&row, 0};
        for (int phase = 1; phase <= 3 && !row.phaseSuffix.isNull(); ++phase) {
            const QString name = row.name + u".L"_s + QString::number(phase);
            if (item == name || item == name + row.phaseSuffix)
                return MeasurandChoice{&row, phase};
        }
    }
    return std::nullopt;
}

QList<ocpp::SampledValue> sample(const Reading &reading, const QStringList &items, QLatin1StringView context,
                                 QLatin1StringView location)
{
    QList<ocpp::SampledValue> values;
    for (const QString &item : items) {
        const auto choice = parseMeasurand(item);
        if (!choice)
            continue;
        const bool perPhase = !choice->row->phaseSuffix.isNull() && reading.phases > 0;
        // 3.16.3: all possible phases are reported.
        const int first = !perPhase ? 0 : std::max(1, choice->phase);
        const int last = !perPhase ? 0 : choice->phase > 0 ? choice->phase : reading.phases;
        for (int phase = first; phase <= last; ++phase)
            append(values, *choice->row, reading, phase, context, location);
    }
    return values;
}

} // namespace simulator
