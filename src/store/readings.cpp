// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/readings.h"

#include "ocpp/types.h"

#include <QString>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace store {

namespace {

enum Quantity { Energy, Power, Current, Voltage, Soc, QuantityCount };

constexpr std::array<QLatin1StringView, QuantityCount> measurands{
    "Energy.Active.Import.Register"_L1, "Power.Active.Import"_L1, "Current.Import"_L1, "Voltage"_L1, "SoC"_L1};

/// All that one MeterValue says about one quantity at one location.
struct Gathered {
    std::optional<double> total;
    std::array<std::optional<double>, 3> phases;
    std::array<std::optional<double>, 3> toNeutral;

    const std::array<std::optional<double>, 3> &perPhase() const
    {
        const bool plain = std::any_of(phases.begin(), phases.end(), [](const auto &v) { return v.has_value(); });
        return plain ? phases : toNeutral;
    }
};

// 7.33: what is absent means this.
Quantity quantityOf(const ocpp::SampledValue &sample)
{
    if (!sample.measurand)
        return Energy;
    const QString &name = *sample.measurand;
    const auto found = std::find_if(measurands.begin(), measurands.end(), [&name](QLatin1StringView known) {
        return known.size() == name.size() && known == name;
    });
    return static_cast<Quantity>(found - measurands.begin());
}

/// Plain decimals of up to 15 digits, which is what meters send: exact, and ten times as quick as QLocale's parser.
std::optional<double> plainDecimal(QStringView text)
{
    constexpr double powers[] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    const bool isNegative = text.startsWith(u'-');
    qint64 digits = 0;
    qsizetype count = 0;
    qsizetype decimals = -1;
    for (const QChar c : text.sliced(isNegative ? 1 : 0)) {
        if (c == u'.' && decimals < 0 && count > 0) {
            decimals = 0;
        } else if (c < u'0' || c > u'9' || ++count > 15) {
            return std::nullopt;
        } else {
            digits = digits * 10 + (c.unicode() - u'0');
            decimals += decimals < 0 ? 0 : 1;
        }
    }
    if (count == 0)
        return std::nullopt;
    const double number = static_cast<double>(digits) / powers[std::max<qsizetype>(decimals, 0)];
    return isNegative ? -number : number;
}

std::optional<double> anyNumber(QStringView text)
{
    if (const std::optional<double> plain = plainDecimal(text))
        return plain;
    bool ok = false;
    const double number = text.trimmed().toDouble(&ok);
    constexpr double mostMeasured = 1e15; // no meter counts so far, and what is made of it stays finite
    return ok && std::abs(number) < mostMeasured ? std::optional(number) : std::nullopt;
}

std::optional<double> numberOf(const ocpp::SampledValue &sample)
{
    if (sample.format && *sample.format == "SignedData"_L1)
        return std::nullopt;
    const std::optional<double> number = anyNumber(sample.value);
    const bool isKilo = sample.unit && sample.unit->startsWith(u'k'); // kWh, kW
    return number && isKilo ? std::optional(*number * 1000) : number;
}

void gather(Gathered &gathered, const ocpp::SampledValue &sample, double number)
{
    if (!sample.phase) {
        gathered.total = number;
        return;
    }
    const QString &phase = *sample.phase; // L1, L1-N; N and L1-L2 say nothing about a sum
    if (phase.size() < 2 || phase[0] != u'L' || phase[1] < u'1' || phase[1] > u'3')
        return;
    const auto index = static_cast<std::size_t>(phase[1].unicode() - u'1');
    if (phase.size() == 2)
        gathered.phases[index] = number;
    else if (phase.endsWith("-N"_L1))
        gathered.toNeutral[index] = number;
}

std::optional<double> sum(const Gathered &gathered)
{
    std::optional<double> result = gathered.total;
    if (!result) {
        for (const auto &phase : gathered.perPhase()) {
            if (phase)
                result = result.value_or(0) + *phase;
        }
    }
    return result;
}

std::optional<double> largest(const Gathered &gathered)
{
    const auto &phases = gathered.perPhase(); // an absent one is less than any
    return gathered.total ? gathered.total : *std::max_element(phases.begin(), phases.end());
}

std::optional<double> mean(const Gathered &gathered)
{
    const auto &phases = gathered.perPhase();
    const auto count = std::count_if(phases.begin(), phases.end(), [](const auto &v) { return v.has_value(); });
    const std::optional<double> added = sum(gathered);
    return gathered.total || count == 0 ? added : std::optional(*added / static_cast<double>(count));
}

} // namespace

Reading readingOf(const ocpp::MeterValue &value)
{
    // 7.32: the outlet is the default. A main meter (connector 0) measures at the inlet.
    std::array<Gathered, QuantityCount> outlet;
    std::array<Gathered, QuantityCount> inlet;
    for (const ocpp::SampledValue &sample : value.sampledValue) {
        const Quantity quantity = quantityOf(sample);
        const bool atOutlet = quantity == Soc || !sample.location || *sample.location == "Outlet"_L1;
        if (quantity == QuantityCount || (!atOutlet && *sample.location != "Inlet"_L1))
            continue;
        if (const std::optional<double> number = numberOf(sample))
            gather((atOutlet ? outlet : inlet)[quantity], sample, *number);
    }
    const auto either = [&](Quantity quantity, auto combine) {
        const std::optional<double> preferred = combine(outlet[quantity]);
        return preferred ? preferred : combine(inlet[quantity]);
    };
    return {value.timestamp,        either(Energy, sum), either(Power, sum), either(Current, largest),
            either(Voltage, mean), outlet[Soc].total};
}

} // namespace store
