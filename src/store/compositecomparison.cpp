// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/compositecomparison.h"

#include "ocpp/codec.h"
#include "store/metervalues.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace store {

using namespace Qt::Literals::StringLiterals;

namespace {

Reading figuresOf(const MeterValue &row)
{
    ocpp::MeterValue value{row.time, {}};
    QList<ocpp::Finding> findings;
    for (const QJsonValue &sample : QJsonDocument::fromJson(row.samples).array()) {
        if (const auto decoded = ocpp::decode<ocpp::SampledValue>(sample.toObject(), findings))
            value.sampledValue.append(*decoded);
    }
    return readingOf(value);
}

/// Of the two that meters tell, one follows from the other (7.12).
std::optional<double> loadOf(const Reading &reading, ocpp::ChargingRateUnitType unit, const charging::Wiring &wiring)
{
    const double voltsOfAll = reading.voltageV.value_or(wiring.voltage) * wiring.phases;
    if (unit == ocpp::ChargingRateUnitType::W)
        return reading.powerW || !reading.currentA ? reading.powerW : std::optional(*reading.currentA * voltsOfAll);
    const bool isDerived = !reading.currentA && reading.powerW && voltsOfAll > 0;
    return isDerived ? std::optional(*reading.powerW / voltsOfAll) : reading.currentA;
}

QList<MeasuredLoad> measuredLoads(Database &db, const QString &station, const CompositeWish &wish,
                                  const charging::Composite &composite)
{
    const charging::Wiring wiring = wiringOf(db, station, wish);
    const auto rows = MeterValues(db).list({.station = station,
                                            .connector = wish.connector,
                                            .from = composite.from,
                                            .to = composite.from + std::chrono::seconds(composite.duration)});
    QList<MeasuredLoad> loads;
    for (const MeterValue &row : rows) {
        if (const auto load = loadOf(figuresOf(row), composite.unit, wiring))
            loads.append({row.time, *load});
    }
    return loads;
}

bool areAlike(const charging::Composite &one, const charging::Composite &other)
{
    return std::ranges::equal(one.periods, other.periods, [](const auto &a, const auto &b) {
        return a.startPeriod == b.startPeriod && a.limit == b.limit && a.numberPhases == b.numberPhases;
    });
}

bool meet(const CompositeSchedule &told, const charging::Composite &composite)
{
    using std::chrono::seconds;
    return told.start < composite.from + seconds(composite.duration)
           && told.start + seconds(told.durationSeconds) > composite.from;
}

} // namespace

std::optional<CompositeComparison> comparisonOf(Database &db, const QString &station, CompositeWish wish)
{
    const auto known = Stations(db).find(station);
    if (!known)
        return std::nullopt;
    const QString unit = wish.unit ? QString(toString(*wish.unit)) : QString();
    auto told = CompositeSchedules(db).find(known->id, wish.connector, unit);
    if (told && !wish.unit)
        wish.unit = ocpp::fromString<ocpp::ChargingRateUnitType>(told->unit);
    wish.isInstalledOnly = true;
    const auto installed = compositeOf(db, known->id, wish);
    if (!installed)
        return std::nullopt;
    wish.isInstalledOnly = false;
    wish.from = installed->composite.from;
    wish.unit = installed->composite.unit;
    CompositeComparison comparison{*known, wish.connector, *installed, {}, {}, {}};
    const auto desired = compositeOf(db, known->id, wish);
    if (desired && !areAlike(desired->composite, installed->composite))
        comparison.desired = desired->composite;
    if (told && meet(*told, installed->composite))
        comparison.told = told;
    comparison.measured = measuredLoads(db, known->id, wish, installed->composite);
    return comparison;
}

charging::Composite compositeOf(const CompositeSchedule &schedule)
{
    charging::Composite composite{schedule.start, schedule.durationSeconds, {}, {}};
    composite.unit = ocpp::fromString<ocpp::ChargingRateUnitType>(schedule.unit).value_or(composite.unit);
    QList<ocpp::Finding> findings;
    const auto said =
        ocpp::decode<ocpp::ChargingSchedule>(QJsonDocument::fromJson(schedule.schedule).object(), findings);
    if (!said)
        return composite;
    composite.unit = said->chargingRateUnit;
    composite.duration =
        std::clamp(said->duration.value_or(schedule.durationSeconds), 0, std::max(0, schedule.durationSeconds));
    for (const ocpp::ChargingSchedulePeriod &period : said->chargingSchedulePeriod)
        composite.periods.append({period.startPeriod, period.limit, period.numberPhases, {}, {}, {}});
    std::ranges::stable_sort(composite.periods, {}, &charging::CompositePeriod::startPeriod);
    return composite;
}

} // namespace store
