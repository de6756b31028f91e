// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/metering.h"

namespace simulator {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype mostKept =
    400; // meter values of one transaction; a real station's memory is not endless either

} // namespace

Metering::Metering(Timeline &timeline, const Connectors &connectors, const ConfigurationKeys &configuration,
                   const StationClock &clock, const StationOptions &options, OfflineQueue &queue,
                   Caller &caller)
    : timeline_(timeline), connectors_(connectors), configuration_(configuration), clock_(clock),
      options_(options), queue_(queue), caller_(caller), aligned_(timeline)
{
    for (int id = 0; id <= connectors_.count(); ++id) {
        outlets_.push_back(std::make_unique<Outlet>(timeline));
        outlets_.back()->upToDate = timeline.now();
    }
}

void Metering::catchUp(Connector &connector)
{
    Outlet &outlet = *outlets_[std::size_t(connector.id)];
    const std::chrono::duration<double> passed = timeline_.now() - outlet.upToDate;
    outlet.upToDate = timeline_.now();
    connector.meter.pass(passed * options_.speed);
}

void Metering::begin(Connector &connector)
{
    catchUp(connector);
    outlets_[std::size_t(connector.id)]->lastSampledWh = connector.meter.registerWh();
    // E 3.14: the values at the start and the stop are always there when any are.
    const Reading reading = read(connector);
    keep(connector, reading, "StopTxnSampledData"_L1, "Transaction.Begin"_L1);
    keep(connector, reading, "StopTxnAlignedData"_L1, "Transaction.Begin"_L1);
    planSample(connector);
}

QList<ocpp::MeterValue> Metering::end(Connector &connector)
{
    outlets_[std::size_t(connector.id)]->sampling.stop();
    const Reading reading = read(connector);
    keep(connector, reading, "StopTxnSampledData"_L1, "Transaction.End"_L1);
    keep(connector, reading, "StopTxnAlignedData"_L1, "Transaction.End"_L1);
    return connector.transaction->kept;
}

void Metering::keep(Connector &connector, const Reading &reading, QLatin1StringView key,
                    QLatin1StringView context)
{
    const QStringList items = configuration_.list(key);
    QList<ocpp::MeterValue> &kept = connector.transaction->kept;
    // 3.16.5: an empty list means no values. E 3.14: when memory ends, the ones in the middle go.
    if (items.isEmpty())
        return;
    if (kept.size() >= mostKept)
        kept.remove(kept.size() / 2);
    if (ocpp::MeterValue value = valueOf(connector, reading, items, context); !value.sampledValue.isEmpty())
        kept.append(std::move(value));
}

void Metering::planSample(Connector &connector)
{
    const auto interval = configuration_.seconds("MeterValueSampleInterval"_L1);
    Alarm &sampling = outlets_[std::size_t(connector.id)]->sampling;
    if (interval.count() <= 0 || !connector.transaction) {
        sampling.stop();
        return;
    }
    const std::chrono::duration<double> pause = std::chrono::duration<double>(interval) / options_.speed;
    sampling.start(std::chrono::ceil<std::chrono::milliseconds>(pause), [this, &connector] {
        takeSample(connector);
        planSample(connector);
    });
}

void Metering::takeSample(Connector &connector)
{
    const Reading reading = read(connector);
    report(connector, reading, "MeterValuesSampledData"_L1, "Sample.Periodic"_L1);
    keep(connector, reading, "StopTxnSampledData"_L1, "Sample.Periodic"_L1);
}

void Metering::planAligned()
{
    const std::chrono::milliseconds interval = configuration_.seconds("ClockAlignedDataInterval"_L1);
    if (interval.count() <= 0) {
        aligned_.stop();
        return;
    }
    // 9.1.5: evenly spaced from midnight.
    const auto sinceMidnight = clock_.now() - std::chrono::floor<std::chrono::days>(clock_.now());
    aligned_.start(interval - sinceMidnight % interval, [this] {
        takeAligned();
        planAligned();
    });
}

void Metering::takeAligned()
{
    connectors_.eachOutlet([this](Connector &connector) {
        const Reading reading = read(connector);
        report(connector, reading, "MeterValuesAlignedData"_L1, "Sample.Clock"_L1);
        if (connector.transaction)
            keep(connector, reading, "StopTxnAlignedData"_L1, "Sample.Clock"_L1);
    });
    report(connectors_.controller(), readMain(), "MeterValuesAlignedData"_L1, "Sample.Clock"_L1);
}

void Metering::report(Connector &connector, const Reading &reading, QLatin1StringView key,
                      QLatin1StringView context)
{
    ocpp::MeterValues::Request request;
    request.connectorId = connector.id;
    request.meterValue = {valueOf(connector, reading, configuration_.list(key), context)};
    if (!request.meterValue.first().sampledValue.isEmpty())
        queue_.push(request, connector.transaction); // E 3.16: the one that is ongoing now
}

void Metering::tellNow(Connector &connector)
{
    const Reading reading = connector.id == 0 ? readMain() : read(connector);
    ocpp::MeterValues::Request request;
    request.connectorId = connector.id;
    if (connector.transaction && connector.transaction->id)
        request.transactionId = connector.transaction->id;
    request.meterValue = {
        valueOf(connector, reading, configuration_.list("MeterValuesSampledData"_L1), "Trigger"_L1)};
    if (!request.meterValue.first().sampledValue.isEmpty())
        caller_.call<ocpp::MeterValues>(request, {}, Caller::When::Always);
}

Reading Metering::read(Connector &connector)
{
    catchUp(connector);
    Reading reading = readingOf(connector.meter);
    double &last = outlets_[std::size_t(connector.id)]->lastSampledWh;
    reading.intervalWh = std::max(0.0, reading.registerWh - last);
    last = reading.registerWh;
    return reading;
}

Reading Metering::readMain()
{
    Reading sum = readingOf(connectors_.controller().meter);
    sum.registerWh = 0;
    connectors_.eachOutlet([&](Connector &connector) {
        catchUp(connector);
        const Reading outlet = readingOf(connector.meter);
        sum.registerWh += outlet.registerWh;
        sum.powerW += outlet.powerW;
        sum.currentA += outlet.currentA;
    });
    double &last = outlets_.front()->lastSampledWh;
    sum.intervalWh = std::max(0.0, sum.registerWh - std::exchange(last, sum.registerWh));
    return sum;
}

ocpp::MeterValue Metering::valueOf(const Connector &connector, const Reading &reading,
                                   const QStringList &items, QLatin1StringView context) const
{
    return {clock_.now(), sample(reading, items, context, connector.id == 0 ? "Inlet"_L1 : "Outlet"_L1)};
}

void Metering::replan()
{
    planAligned();
    connectors_.eachOutlet([this](Connector &connector) { planSample(connector); });
}

void Metering::keyChanged(QLatin1StringView key)
{
    if (key == "ClockAlignedDataInterval"_L1)
        planAligned();
    if (key == "MeterValueSampleInterval"_L1)
        connectors_.eachOutlet([this](Connector &connector) { planSample(connector); });
}

} // namespace simulator
