// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/metervalues.h"

#include "ocpp/types.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace store {

namespace {

bool isPlain(QChar c)
{
    return c >= u' ' && c < QChar(0x7f) && c != u'"' && c != u'\\';
}

/// Every message passes here: nearly all texts are plain ASCII, Qt's JSON classes take the rest.
void appendText(QByteArray &json, const QString &text)
{
    if (!std::all_of(text.begin(), text.end(), isPlain)) {
        const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
        json += QByteArrayView(array).sliced(1, array.size() - 2);
        return;
    }
    const qsizetype at = json.size();
    json.resize(at + text.size() + 2);
    char *to = json.data() + at;
    *to++ = '"';
    to = std::transform(text.begin(), text.end(), to, [](QChar c) { return c.toLatin1(); });
    *to = '"';
}

void appendMember(QByteArray &json, QByteArrayView name, const std::optional<QString> &text)
{
    if (!text)
        return;
    json += name; // with the comma before it and the colon behind
    appendText(json, *text);
}

/// 7.43, with what is absent filled in: two samples are the same if these are.
QJsonObject completed(QJsonObject sample)
{
    const std::pair<QLatin1StringView, QLatin1StringView> defaults[] = {
        {"context"_L1, "Sample.Periodic"_L1}, {"format"_L1, "Raw"_L1},   {"measurand"_L1, "Energy.Active.Import.Register"_L1},
        {"location"_L1, "Outlet"_L1},         {"phase"_L1, QLatin1StringView("")},
    };
    for (const auto &[name, value] : defaults) {
        if (!sample.contains(name))
            sample.insert(name, QString(value));
    }
    const bool isEnergy = sample.value("measurand"_L1).toString().startsWith("Energy."_L1);
    if (!sample.contains("unit"_L1) && isEnergy)
        sample.insert("unit"_L1, u"Wh"_s);
    return sample;
}

} // namespace

QByteArray encodeSamples(const QList<ocpp::SampledValue> &samples)
{
    QByteArray json;
    json.reserve(16 + samples.size() * 192);
    json += '[';
    for (const ocpp::SampledValue &sample : samples) {
        json += json.size() > 1 ? ",{\"value\":" : "{\"value\":";
        appendText(json, sample.value);
        appendMember(json, ",\"context\":", sample.context);
        appendMember(json, ",\"format\":", sample.format);
        appendMember(json, ",\"measurand\":", sample.measurand);
        appendMember(json, ",\"phase\":", sample.phase);
        appendMember(json, ",\"location\":", sample.location);
        appendMember(json, ",\"unit\":", sample.unit);
        json += '}';
    }
    json += ']';
    return json;
}

QByteArray samplesBeyond(const QList<MeterValue> &known, const QByteArray &samples)
{
    if (known.isEmpty())
        return samples;
    QList<QJsonObject> seen;
    for (const MeterValue &value : known) {
        const QJsonArray sampled = QJsonDocument::fromJson(value.samples).array();
        for (const auto &sample : sampled)
            seen.append(completed(sample.toObject()));
    }
    QJsonArray beyond;
    const QJsonArray all = QJsonDocument::fromJson(samples).array();
    for (const auto &sample : all) {
        const QJsonObject whole = completed(sample.toObject());
        if (seen.contains(whole))
            continue;
        seen.append(whole);
        beyond.append(sample);
    }
    return beyond.isEmpty() ? QByteArray() : QJsonDocument(beyond).toJson(QJsonDocument::Compact);
}

} // namespace store
