// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/schedules/drawnlayers.h"

#include "ocpp/codec.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using charging::Repeats;
using charging::WeekPlan;

constexpr std::array repeatsWords{"daily"_L1, "weekly"_L1, "once"_L1};

QJsonObject planJson(const WeekPlan &plan)
{
    QJsonArray steps;
    for (const charging::Step &step : plan.steps()) {
        if (!step.stroke.limit)
            continue;
        QJsonObject one{{u"from"_s, step.span.from}, {u"to"_s, step.span.to}, {u"limit"_s, *step.stroke.limit}};
        if (step.stroke.phases)
            one.insert("phases"_L1, *step.stroke.phases);
        steps.append(one);
    }
    return {{u"repeats"_s, repeatsWords[std::size_t(plan.repeats())]},
            {u"unit"_s, toString(plan.unit())},
            {u"monday"_s, plan.monday().toString(Qt::ISODate)},
            {u"steps"_s, steps}};
}

std::optional<WeekPlan> planOfJson(const QJsonObject &json)
{
    const auto repeats = std::ranges::find(repeatsWords, json["repeats"_L1].toString());
    const QDate monday = QDate::fromString(json["monday"_L1].toString(), Qt::ISODate);
    const bool isOnce = repeats == repeatsWords.begin() + int(Repeats::Once);
    if (repeats == repeatsWords.end() || (isOnce && !monday.isValid()))
        return {};
    const auto unit = json["unit"_L1].toString() == "W"_L1 ? WeekPlan::Unit::W : WeekPlan::Unit::A;
    WeekPlan plan(Repeats(repeats - repeatsWords.begin()), unit, monday);
    for (const QJsonValue step : json["steps"_L1].toArray()) {
        const charging::Span span{step["from"_L1].toInt(-1), step["to"_L1].toInt(-1)};
        const double limit = step["limit"_L1].toDouble(-1);
        const int phases = step["phases"_L1].toInt();
        if (span.from < 0 || span.from >= span.to || span.to > plan.cycle() || limit < 0 || phases < 0 || phases > 3)
            return {};
        plan.draw(span, {limit, phases > 0 ? std::optional(phases) : std::nullopt});
    }
    return plan;
}

/// What was drawn stands in the plan, and no profile is without a period: one stands in for them.
QJsonObject likeJson(ocpp::ChargingProfile like)
{
    auto &periods = like.chargingSchedule.chargingSchedulePeriod;
    const bool isBare = periods.isEmpty();
    if (isBare)
        periods.append(ocpp::ChargingSchedulePeriod());
    return {{u"profile"_s, ocpp::encode(like)}, {u"isBare"_s, isBare}};
}

std::optional<ocpp::ChargingProfile> likeOfJson(const QJsonObject &json)
{
    QList<ocpp::Finding> findings;
    auto like = ocpp::decode<ocpp::ChargingProfile>(json["profile"_L1].toObject(), findings);
    if (!like)
        return {};
    if (json["isBare"_L1].toBool())
        like->chargingSchedule.chargingSchedulePeriod.clear();
    return *like;
}

std::optional<Layer> layerOfJson(const QJsonObject &json)
{
    const auto like = likeOfJson(json["like"_L1].toObject());
    const auto plan = json.contains("plan"_L1) ? planOfJson(json["plan"_L1].toObject()) : std::nullopt;
    if (!like || plan.has_value() != json.contains("plan"_L1))
        return {};
    Layer layer;
    layer.name = json["name"_L1].toString();
    layer.isWholeStation = json["isWholeStation"_L1].toBool();
    layer.like = *like;
    layer.plan = plan;
    layer.why = charging::Undrawable(json["why"_L1].toInt());
    return layer;
}

} // namespace

QByteArray keptLayers(const QList<Layer> &drawn)
{
    QJsonArray layers;
    for (const Layer &layer : drawn) {
        QJsonObject json{{u"name"_s, layer.name},
                         {u"isWholeStation"_s, layer.isWholeStation},
                         {u"like"_s, likeJson(layer.like)}};
        if (layer.plan)
            json.insert("plan"_L1, planJson(*layer.plan));
        else
            json.insert("why"_L1, int(layer.why));
        layers.append(json);
    }
    return layers.isEmpty() ? QByteArray() : qCompress(QJsonDocument(layers).toJson(QJsonDocument::Compact));
}

QList<Layer> layersKept(const QByteArray &kept)
{
    QList<Layer> layers;
    if (kept.isEmpty())
        return layers;
    for (const QJsonValue json : QJsonDocument::fromJson(qUncompress(kept)).array()) {
        if (const auto layer = layerOfJson(json.toObject()))
            layers.append(*layer);
    }
    return layers;
}

} // namespace ui
