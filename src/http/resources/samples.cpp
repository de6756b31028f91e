// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/resources/samples.h"

#include "http/listing.h"
#include "http/resources/transactions.h"

#include <QJsonDocument>

namespace http {

using namespace Qt::Literals::StringLiterals;

namespace {

using S = SampleView;
constexpr Property sampleProperties[] = {
    shown<S>("timestamp"_L1, "By the station's clock"_L1, [](const S &s) { return s.timestamp; }),
    shown<S>("connector"_L1, "Of the station"_L1, [](const S &s) { return s.connector; }),
    shown<S>("value"_L1, "As received"_L1, [](const S &s) { return s.value; }),
    shown<S>("measurand"_L1, "What was measured"_L1, [](const S &s) { return s.measurand; }),
    shown<S>("unit"_L1, "Wh unless said otherwise, if the measurand is an energy"_L1,
             [](const S &s) { return orNull(s.unit); }),
    shown<S>("context"_L1, "Why it was measured"_L1, [](const S &s) { return s.context; }),
    shown<S>("phase"_L1, "null: not of a single phase"_L1, [](const S &s) { return orNull(s.phase); }),
    shown<S>("location"_L1, "Where it was measured"_L1, [](const S &s) { return s.location; }),
    shown<S>("format"_L1, "Raw or SignedData"_L1, [](const S &s) { return s.format; }),
};

// 7.43: "Wh" is the default only if the (default) measurand is an energy.
QString defaultUnit(const QString &measurand)
{
    return measurand.startsWith("Energy."_L1) ? u"Wh"_s : QString();
}

SampleView sampleOf(const store::MeterValue &value, const QJsonObject &sampled)
{
    SampleView sample;
    sample.timestamp = value.time;
    sample.connector = value.connector;
    sample.value = sampled.value("value"_L1).toVariant().toString();
    sample.measurand = sampled.value("measurand"_L1).toString(u"Energy.Active.Import.Register"_s);
    sample.unit = sampled.value("unit"_L1).toString(defaultUnit(sample.measurand));
    sample.context = sampled.value("context"_L1).toString(u"Sample.Periodic"_s);
    sample.phase = sampled.value("phase"_L1).toString();
    sample.location = sampled.value("location"_L1).toString(u"Outlet"_s);
    sample.format = sampled.value("format"_L1).toString(u"Raw"_s);
    return sample;
}

} // namespace

const Schema sampleSchema{"SampledValue"_L1, sampleProperties, "One measured value"_L1};

std::span<const Property> SampleView::properties()
{
    return sampleProperties;
}

QList<SampleView> samplesOf(const QList<store::MeterValue> &values)
{
    QList<SampleView> samples;
    for (const store::MeterValue &value : values) {
        const QJsonArray sampled = QJsonDocument::fromJson(value.samples).array();
        for (const auto &one : sampled)
            samples += sampleOf(value, one.toObject());
    }
    return samples;
}

} // namespace http
