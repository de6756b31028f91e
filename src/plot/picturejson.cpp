// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/picturejson.h"

#include "ocpp/codec.h"
#include "ocpp/messages/smartcharging.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace plot {

using namespace Qt::Literals::StringLiterals;

namespace {

template<class T>
QJsonValue orNull(const std::optional<T> &value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

std::optional<double> numberIn(const QJsonValue &json)
{
    return json.isDouble() && std::isfinite(json.toDouble()) ? std::optional(json.toDouble()) : std::nullopt;
}

constexpr qint64 longestDuration = 10LL * 366 * 86400; // s; a picture of more would show nothing
constexpr qint64 latestTime = 253402300799000; // the end of the year 9999

/// Milliseconds since 1970: nobody but us reads it.
qint64 jsonOf(ocpp::Timestamp time)
{
    return time.time_since_epoch().count();
}

ocpp::Timestamp timeIn(const QJsonValue &json)
{
    return ocpp::Timestamp(std::chrono::milliseconds(std::clamp<qint64>(json.toInteger(), 0, latestTime)));
}

QJsonObject jsonOf(const Line &line)
{
    QJsonArray points;
    for (const Point &point : line.points)
        points.append(QJsonArray{jsonOf(point.time), orNull(point.value)});
    return {{u"source"_s, int(line.source)}, {u"points"_s, points}, {u"end"_s, jsonOf(line.end)}};
}

template<class Choice>
Choice choiceIn(const QJsonValue &json, int count)
{
    return Choice(qBound(0, json.toInt(), count - 1));
}

Line lineIn(const QJsonValue &json)
{
    Line line{choiceIn<Source>(json["source"_L1], sourceCount), {}, timeIn(json["end"_L1])};
    for (const QJsonValue &point : json["points"_L1].toArray())
        line.points.append({timeIn(point[0]), numberIn(point[1])});
    std::ranges::stable_sort(line.points, {}, &Point::time);
    return line;
}

QJsonObject jsonOf(const Difference &difference)
{
    return {{u"from"_s, jsonOf(difference.from)},
            {u"to"_s, jsonOf(difference.to)},
            {u"one"_s, int(difference.one)},
            {u"other"_s, int(difference.other)},
            {u"cause"_s, int(difference.cause)}};
}

Difference differenceIn(const QJsonValue &json)
{
    return {timeIn(json["from"_L1]), timeIn(json["to"_L1]), choiceIn<Source>(json["one"_L1], sourceCount),
            choiceIn<Source>(json["other"_L1], sourceCount), choiceIn<Cause>(json["cause"_L1], causeCount)};
}

QJsonObject jsonOf(const PeriodRow &row)
{
    return {{u"from"_s, jsonOf(row.from)},
            {u"to"_s, jsonOf(row.to)},
            {u"limit"_s, orNull(row.limit)},
            {u"numberPhases"_s, orNull(row.numberPhases)},
            {u"minChargingRate"_s, orNull(row.minChargingRate)},
            {u"profile"_s, row.profile},
            {u"reason"_s, row.reason}};
}

PeriodRow rowIn(const QJsonValue &json)
{
    PeriodRow row{timeIn(json["from"_L1]),
                  timeIn(json["to"_L1]),
                  numberIn(json["limit"_L1]),
                  {},
                  numberIn(json["minChargingRate"_L1]),
                  json["profile"_L1].toString(),
                  json["reason"_L1].toString()};
    if (json["numberPhases"_L1].isDouble())
        row.numberPhases = json["numberPhases"_L1].toInt();
    return row;
}

template<class T>
QJsonArray arrayOf(const QList<T> &values)
{
    QJsonArray array;
    for (const T &value : values)
        array.append(jsonOf(value));
    return array;
}

QJsonArray arrayOf(const QList<charging::PlacedProfile> &profiles)
{
    QJsonArray array;
    for (const charging::PlacedProfile &profile : profiles)
        array.append(ocpp::encode(profile));
    return array;
}

QList<charging::PlacedProfile> profilesIn(const QJsonValue &json)
{
    QList<charging::PlacedProfile> profiles;
    QList<ocpp::Finding> findings;
    for (const QJsonValue &value : json.toArray()) {
        if (const auto profile = ocpp::decode<charging::PlacedProfile>(value.toObject(), findings))
            profiles.append(*profile);
    }
    return profiles;
}

QJsonObject jsonOf(const CompositePicture &picture)
{
    return {{u"station"_s, picture.station},
            {u"model"_s, picture.model},
            {u"firmware"_s, picture.firmware},
            {u"connector"_s, picture.connector},
            {u"zone"_s, QString::fromUtf8(picture.zone.id())},
            {u"madeAt"_s, jsonOf(picture.madeAt)},
            {u"unit"_s, QString(toString(picture.unit))},
            {u"from"_s, jsonOf(picture.from)},
            {u"duration"_s, picture.duration},
            {u"lines"_s, arrayOf(picture.lines)},
            {u"differences"_s, arrayOf(picture.differences)},
            {u"periods"_s, arrayOf(picture.periods)},
            {u"profiles"_s, arrayOf(picture.profiles)}};
}

CompositePicture pictureIn(const QJsonValue &json)
{
    CompositePicture picture;
    picture.station = json["station"_L1].toString();
    picture.model = json["model"_L1].toString();
    picture.firmware = json["firmware"_L1].toString();
    picture.connector = json["connector"_L1].toInt();
    if (const QTimeZone zone(json["zone"_L1].toString().toUtf8()); zone.isValid())
        picture.zone = zone;
    picture.madeAt = timeIn(json["madeAt"_L1]);
    picture.unit = ocpp::fromString<ocpp::ChargingRateUnitType>(json["unit"_L1].toString())
                       .value_or(ocpp::ChargingRateUnitType::A);
    picture.from = timeIn(json["from"_L1]);
    picture.duration = int(std::clamp<qint64>(json["duration"_L1].toInteger(), 0, longestDuration));
    for (const QJsonValue &line : json["lines"_L1].toArray())
        picture.lines.append(lineIn(line));
    for (const QJsonValue &difference : json["differences"_L1].toArray())
        picture.differences.append(differenceIn(difference));
    for (const QJsonValue &row : json["periods"_L1].toArray())
        picture.periods.append(rowIn(row));
    picture.profiles = profilesIn(json["profiles"_L1]);
    return picture;
}

} // namespace

QByteArray toJson(const QList<CompositePicture> &pictures)
{
    QJsonArray array;
    for (const CompositePicture &picture : pictures)
        array.append(jsonOf(picture));
    return QJsonDocument(QJsonObject{{u"pictures"_s, array}}).toJson(QJsonDocument::Compact);
}

tl::expected<QList<CompositePicture>, QString> picturesIn(const QByteArray &json)
{
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (document.isNull())
        return tl::unexpected(u"This is no JSON (%1, at byte %2)."_s.arg(error.errorString()).arg(error.offset));
    if (!document["pictures"_L1].isArray())
        return tl::unexpected(u"There is no array \"pictures\". Give what the engine gives: {\"pictures\": [...]}."_s);
    QList<CompositePicture> pictures;
    for (const QJsonValue &picture : document["pictures"_L1].toArray())
        pictures.append(pictureIn(picture));
    return pictures;
}

} // namespace plot
