// SPDX-License-Identifier: GPL-3.0-or-later
#include "charging/compositetext.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace charging {
namespace {

struct Words {
    QLatin1StringView word;
    QLatin1StringView text;
};
constexpr Words words[] = {
    {"decides"_L1, "decides"_L1},
    {"notLower"_L1, "does not allow less"_L1},
    {"lowerLevel"_L1, "is of a lower level"_L1},
    {"overruled"_L1, "gives way to the profile of the transaction"_L1},
    {"open"_L1, "limits its connector, but another connector has no limit"_L1},
    {"noLongerValid"_L1, "is not valid any more (validTo)"_L1},
    {"notYetValid"_L1, "is not valid yet (validFrom)"_L1},
    {"notBegun"_L1, "has not begun yet"_L1},
    {"ended"_L1, "is over (duration)"_L1},
    {"replaced"_L1, "is replaced by another of its id, or of its purpose and level"_L1},
    {"noTransaction"_L1, "is for a transaction, and none runs"_L1},
    {"otherTransaction"_L1, "is for another transaction"_L1},
    {"wrongPlace"_L1, "is on a connector where no station takes its purpose"_L1},
    {"otherConnector"_L1, "is for another connector"_L1},
};
static_assert(std::size(words) == std::size_t(Standing::OtherConnector) + 1);

QString nameOf(const ocpp::ChargingProfile &profile, const ReasonWords &reasons)
{
    return reasons.profile.arg(toString(profile.chargingProfilePurpose))
        .arg(profile.chargingProfileId)
        .arg(profile.stackLevel);
}

QString numberText(double number)
{
    return QString::number(number, 'f', QLocale::FloatingPointShortest);
}

/// For people: 8.7 A is enough of 8.695652173913043 A.
QString rateText(double rate)
{
    return numberText(std::round(rate * 100) / 100);
}

QJsonObject sourceOf(const PlacedProfile &placed)
{
    const ocpp::ChargingProfile &profile = placed.csChargingProfiles;
    return {{u"chargingProfileId"_s, profile.chargingProfileId},
            {u"connectorId"_s, placed.connectorId},
            {u"chargingProfilePurpose"_s, QString(toString(profile.chargingProfilePurpose))},
            {u"stackLevel"_s, profile.stackLevel}};
}

QJsonArray beatenOf(const CompositePeriod &period, const QList<PlacedProfile> &profiles)
{
    QJsonArray array;
    for (const Beaten &beaten : period.beaten) {
        QJsonObject loser = sourceOf(profiles[beaten.profile]);
        loser.insert("reason"_L1, QString(wordOf(beaten.why)));
        loser.insert("text"_L1, explained(beaten.why));
        array.append(loser);
    }
    return array;
}

bool isOneProfile(const CompositePeriod &period)
{
    return std::ranges::all_of(period.deciders, [&period](const Decider &decider) {
        return decider.profile == period.deciders.first().profile;
    });
}

QJsonArray sharesOf(const CompositePeriod &period, const QList<PlacedProfile> &profiles)
{
    QJsonArray shares;
    for (const Decider &decider : period.deciders) {
        shares.append(QJsonObject{{u"connectorId"_s, decider.connector},
                                  {u"limit"_s, decider.limit},
                                  {u"source"_s, sourceOf(profiles[decider.profile])}});
    }
    return shares;
}

QJsonValue sourceOf(const Composite &composite, const CompositePeriod &period, const QList<PlacedProfile> &profiles)
{
    if (period.deciders.isEmpty())
        return QJsonValue::Null;
    QJsonObject source = isOneProfile(period) ? sourceOf(profiles[period.deciders.first().profile]) : QJsonObject();
    if (period.deciders.size() > 1)
        source.insert("sum"_L1, sharesOf(period, profiles));
    source.insert("beaten"_L1, beatenOf(period, profiles));
    source.insert("text"_L1, explained(composite, period, profiles));
    return source;
}

QJsonObject periodJson(const Composite &composite, const CompositePeriod &period, const QList<PlacedProfile> &profiles)
{
    QJsonObject json{{u"startPeriod"_s, period.startPeriod},
                     {u"limit"_s, period.limit ? QJsonValue(*period.limit) : QJsonValue(QJsonValue::Null)},
                     {u"source"_s, sourceOf(composite, period, profiles)}};
    if (period.numberPhases)
        json.insert("numberPhases"_L1, *period.numberPhases);
    if (period.minChargingRate)
        json.insert("minChargingRate"_L1, *period.minChargingRate);
    return json;
}

QString quoted(QString cell)
{
    if (!cell.contains(u'"') && !cell.contains(u',') && !cell.contains(u'\n'))
        return cell;
    return u'"' + cell.replace(u'"', "\"\""_L1) + u'"';
}

QString csvLine(QStringList cells)
{
    for (QString &cell : cells)
        cell = quoted(cell);
    return cells.join(u',') + "\r\n"_L1;
}

template<class T>
QString orEmpty(const std::optional<T> &number)
{
    return number ? numberText(double(*number)) : QString();
}

QStringList cellsOf(const Composite &composite, const CompositePeriod &period, int end,
                    const QList<PlacedProfile> &profiles)
{
    const auto moment = [&composite](int second) {
        return ocpp::formatTimestamp(composite.from + std::chrono::seconds(second));
    };
    const bool isOne = !period.deciders.isEmpty() && isOneProfile(period);
    const auto &profile =
        isOne ? profiles[period.deciders.first().profile].csChargingProfiles : ocpp::ChargingProfile();
    return {moment(period.startPeriod),
            moment(end),
            QString::number(period.startPeriod),
            QString::number(end - period.startPeriod),
            orEmpty(period.limit),
            toString(composite.unit),
            orEmpty(period.numberPhases),
            orEmpty(period.minChargingRate),
            isOne ? QString::number(profile.chargingProfileId) : QString(),
            isOne ? QString(toString(profile.chargingProfilePurpose)) : QString(),
            isOne ? QString::number(profile.stackLevel) : QString(),
            explained(composite, period, profiles)};
}

QStringList titles()
{
    return {u"start"_s,         u"end"_s,           u"start_period_s"_s,    u"duration_s"_s,
            u"limit"_s,         u"unit"_s,          u"number_phases"_s,     u"min_charging_rate"_s,
            u"charging_profile_id"_s, u"purpose"_s, u"stack_level"_s,       u"reason"_s};
}

QList<QStringList> linesOf(const Composite &composite, const QList<PlacedProfile> &profiles)
{
    QList<QStringList> lines;
    for (qsizetype i = 0; i < composite.periods.size(); ++i) {
        const int end = i + 1 < composite.periods.size() ? composite.periods[i + 1].startPeriod : composite.duration;
        lines.append(cellsOf(composite, composite.periods[i], end, profiles));
    }
    return lines;
}

} // namespace

QLatin1StringView wordOf(Standing standing)
{
    return words[std::size_t(standing)].word;
}

QString explained(Standing standing)
{
    return words[std::size_t(standing)].text;
}

QStringList ReasonWords::standingWords()
{
    QStringList list;
    for (const Words &standing : words)
        list.append(standing.text);
    return list;
}

QString explained(const Composite &composite, const CompositePeriod &period, const QList<PlacedProfile> &profiles,
                  const ReasonWords &reasons)
{
    if (!period.limit)
        return reasons.noLimit;
    const QString unit(toString(composite.unit));
    const auto rated = [&unit](double rate) { return u"%1 %2"_s.arg(rateText(rate), unit); };
    QStringList names;
    for (const Decider &decider : period.deciders) {
        const QString name = nameOf(profiles[decider.profile].csChargingProfiles, reasons);
        names.append(period.deciders.size() < 2
                         ? name
                         : reasons.share.arg(rated(decider.limit), QString::number(decider.connector), name));
    }
    if (names.isEmpty())
        return rated(*period.limit) + u'.'; // nobody knows by what: a station said so
    QStringList sentences{reasons.decided.arg(rated(*period.limit), names.join(u" + "_s))};
    for (const Beaten &beaten : period.beaten)
        sentences.append(reasons.beaten.arg(nameOf(profiles[beaten.profile].csChargingProfiles, reasons),
                                            reasons.standings.value(int(beaten.why))));
    if (period.minChargingRate && *period.limit < *period.minChargingRate)
        sentences.append(reasons.inefficient.arg(rated(*period.minChargingRate)));
    return sentences.join(u' ');
}

QJsonObject toJson(const Composite &composite, const QList<PlacedProfile> &profiles)
{
    QJsonArray periods;
    for (const CompositePeriod &period : composite.periods)
        periods.append(periodJson(composite, period, profiles));
    return {{u"chargingRateUnit"_s, QString(toString(composite.unit))},
            {u"startSchedule"_s, ocpp::formatTimestamp(composite.from)},
            {u"duration"_s, composite.duration},
            {u"chargingSchedulePeriod"_s, periods}};
}

QByteArray toCsv(const Composite &composite, const QList<PlacedProfile> &profiles)
{
    QString csv = csvLine(titles());
    for (const QStringList &line : linesOf(composite, profiles))
        csv += csvLine(line);
    return csv.toUtf8();
}

QByteArray toCsv(const QList<ConnectorComposite> &composites)
{
    QString csv = csvLine(QStringList{u"connector"_s} + titles());
    for (const ConnectorComposite &one : composites) {
        for (const QStringList &line : linesOf(one.composite, one.profiles))
            csv += csvLine(QStringList{QString::number(one.connector)} + line);
    }
    return csv.toUtf8();
}

QJsonArray toJson(const QList<ConnectorComposite> &composites)
{
    QJsonArray array;
    for (const ConnectorComposite &one : composites) {
        QJsonObject json = toJson(one.composite, one.profiles);
        json.insert("connectorId"_L1, one.connector);
        array.append(json);
    }
    return array;
}

} // namespace charging
