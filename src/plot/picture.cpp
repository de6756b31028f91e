// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/picture.h"

#include "plot/timeaxis.h"

#include <algorithm>
#include <cmath>

namespace plot {

using namespace Qt::Literals::StringLiterals;

namespace {

int endOfPeriod(const charging::Composite &composite, qsizetype period)
{
    return period + 1 < composite.periods.size() ? composite.periods.at(period + 1).startPeriod : composite.duration;
}

QString profileText(const charging::CompositePeriod &period, const QList<charging::PlacedProfile> &profiles,
                    const charging::ReasonWords &reasons)
{
    if (period.deciders.isEmpty())
        return {};
    const int first = period.deciders.first().profile;
    const bool isOne = std::ranges::all_of(
        period.deciders, [first](const charging::Decider &decider) { return decider.profile == first; });
    if (!isOne)
        return {};
    const ocpp::ChargingProfile &profile = profiles.at(first).csChargingProfiles;
    return reasons.profile.arg(toString(profile.chargingProfilePurpose))
        .arg(profile.chargingProfileId)
        .arg(profile.stackLevel);
}

/// Whole where it is, else at most two decimals.
QString numberText(double number, const QLocale &locale)
{
    for (int decimals = 0; decimals < 2; ++decimals) {
        const double scale = decimals == 0 ? 1 : 10;
        if (std::abs(number * scale - std::round(number * scale)) < 0.005 * scale)
            return locale.toString(number, 'f', decimals);
    }
    return locale.toString(number, 'f', 2);
}

QString datedText(ocpp::Timestamp time, const QTimeZone &zone, const Words &words)
{
    return words.locale.toString(localTime(time, zone).date(), words.dateFormat) + u' ' + timeText(time, zone, words);
}

QString durationText(int seconds)
{
    return u"%1:%2 h"_s.arg(seconds / 3600).arg(seconds % 3600 / 60, 2, 10, QChar(u'0'));
}

} // namespace

const Line *CompositePicture::line(Source source) const
{
    const auto found = std::ranges::find(lines, source, &Line::source);
    return found == lines.end() ? nullptr : &*found;
}

QStringList Words::causeWords()
{
    return {
        u"The station allows less than its profiles say: a limit of its own, or a profile that is not known here."_s,
        u"The station allows more than its profiles say: it does not have them all, or does not heed them."_s,
        u"The same, shifted by whole hours: the station's clock, its time zone or daylight saving."_s,
        u"Desired is less than what the station has."_s,
        u"Desired is more than what the station has."_s,
        u"The meter shows more than is allowed: the station or the car does not heed the limit."_s,
        u"The car takes much less than it may: its own limit, fewer phases, or a full battery."_s,
    };
}

Line lineOf(const charging::Composite &composite, Source source)
{
    Line line{source, {}, composite.from + std::chrono::seconds(composite.duration)};
    for (const charging::CompositePeriod &period : composite.periods) {
        const Point point{composite.from + std::chrono::seconds(period.startPeriod), period.limit};
        if (point.time < line.end && (line.points.isEmpty() || line.points.last().value != point.value))
            line.points.append(point);
    }
    return line;
}

QList<PeriodRow> periodsOf(const charging::Composite &composite, const QList<charging::PlacedProfile> &profiles,
                           const charging::ReasonWords &reasons)
{
    QList<PeriodRow> rows;
    for (qsizetype i = 0; i < composite.periods.size(); ++i) {
        const charging::CompositePeriod &period = composite.periods.at(i);
        rows.append({composite.from + std::chrono::seconds(period.startPeriod),
                     composite.from + std::chrono::seconds(endOfPeriod(composite, i)), period.limit,
                     period.numberPhases, period.minChargingRate, profileText(period, profiles, reasons),
                     charging::explained(composite, period, profiles, reasons)});
    }
    return rows;
}

CompositePicture pictureOf(const charging::Composite &composite, const QList<charging::PlacedProfile> &profiles,
                           Source source, const charging::ReasonWords &reasons)
{
    CompositePicture picture;
    picture.unit = composite.unit;
    picture.from = composite.from;
    picture.duration = composite.duration;
    picture.lines = {lineOf(composite, source)};
    picture.periods = periodsOf(composite, profiles, reasons);
    picture.profiles = profiles;
    return picture;
}

Line measuredLine(const QList<Point> &values)
{
    using namespace std::chrono_literals;
    constexpr int gapFactor = 4; // of the usual distance
    constexpr std::chrono::milliseconds shortestGap = 5min;
    Line line{Source::Measured, values, values.isEmpty() ? ocpp::Timestamp() : values.last().time};
    if (values.size() < 2)
        return line;
    QList<std::chrono::milliseconds> distances;
    for (qsizetype i = 1; i < values.size(); ++i)
        distances.append(values.at(i).time - values.at(i - 1).time);
    std::ranges::nth_element(distances, distances.begin() + distances.size() / 2);
    const auto usual = distances.at(distances.size() / 2);
    const auto longest = std::max(usual * gapFactor, shortestGap);
    line.end += std::min(usual, longest);
    line.points.clear();
    for (const Point &value : values) {
        if (!line.points.isEmpty() && value.time - line.points.last().time > longest)
            line.points.append({line.points.last().time + usual, std::nullopt});
        line.points.append(value);
    }
    return line;
}

void addLine(CompositePicture &picture, const Line &line)
{
    // Whatever comes first: a difference is told of what was computed, if there is that.
    const Line *computed = line.source == Source::Computed ? &line : picture.line(Source::Computed);
    const QList<Line> others = line.source == Source::Computed ? picture.lines : QList{line};
    if (computed) {
        for (const Line &other : others)
            picture.differences += differencesBetween(*computed, other, picture.unit);
        std::ranges::stable_sort(picture.differences, {}, &Difference::from);
    }
    picture.lines.append(line);
}

QString timeText(ocpp::Timestamp time, const QTimeZone &zone, const Words &words)
{
    const QTime local = localTime(time, zone).time();
    QString format = words.locale.timeFormat(QLocale::ShortFormat);
    if (local.second() != 0)
        format.replace("mm"_L1, "mm:ss"_L1); // before "AM", where there is that
    return words.locale.toString(local, format);
}

QString momentText(ocpp::Timestamp time, const QTimeZone &zone, const Words &words)
{
    return words.locale.toString(localTime(time, zone).date(), words.dayFormat) + u' ' + timeText(time, zone, words);
}

QString limitText(double limit, ocpp::ChargingRateUnitType unit, const Words &words)
{
    if (unit == ocpp::ChargingRateUnitType::A)
        return numberText(limit, words.locale) + " A"_L1;
    if (std::abs(limit) < 1000)
        return numberText(limit, words.locale) + " W"_L1;
    return numberText(limit / 1000, words.locale) + " kW"_L1;
}

QString zoneText(const CompositePicture &picture)
{
    const QDateTime time = localTime(picture.from, picture.zone);
    const int minutes = time.offsetFromUtc() / 60;
    const QString name = QString::fromUtf8(picture.zone.id());
    if (minutes == 0 && name.endsWith("UTC"_L1)) // also Etc/UTC
        return u"UTC"_s;
    const QString rest = minutes % 60 == 0 ? QString() : u":%1"_s.arg(std::abs(minutes % 60), 2, 10, QChar(u'0'));
    return u"%1, UTC%2%3%4"_s.arg(name, QString(minutes < 0 ? u'−' : u'+')).arg(std::abs(minutes / 60)).arg(rest);
}

QString headline(const CompositePicture &picture, const Words &words)
{
    const QString place = picture.connector == 0 ? words.wholeStation : words.connector.arg(picture.connector);
    return picture.station.isEmpty() ? place : u"%1 · %2"_s.arg(picture.station, place);
}

QString periodText(const CompositePicture &picture, const Words &words)
{
    return words.period.arg(datedText(picture.from, picture.zone, words),
                            datedText(picture.end(), picture.zone, words));
}

QString differenceText(const CompositePicture &picture, const Difference &difference, const Words &words)
{
    const bool isSameDay =
        localTime(difference.from, picture.zone).date() == localTime(difference.to, picture.zone).date();
    return words.difference.arg(momentText(difference.from, picture.zone, words),
                                isSameDay ? timeText(difference.to, picture.zone, words)
                                          : momentText(difference.to, picture.zone, words),
                                words.causes.value(int(difference.cause)));
}

QString madeText(const CompositePicture &picture, const Words &words)
{
    return datedText(std::chrono::floor<std::chrono::minutes>(picture.madeAt), picture.zone, words);
}

QString kindText(const ocpp::ChargingProfile &profile)
{
    const QString kind(toString(profile.chargingProfileKind));
    return profile.recurrencyKind ? u"%1, %2"_s.arg(kind, toString(*profile.recurrencyKind)) : kind;
}

QString validityText(const ocpp::ChargingProfile &profile, const QTimeZone &zone, const Words &words)
{
    QStringList texts;
    if (profile.validFrom)
        texts.append(words.validFrom.arg(datedText(*profile.validFrom, zone, words)));
    if (profile.validTo)
        texts.append(words.validTo.arg(datedText(*profile.validTo, zone, words)));
    if (profile.transactionId)
        texts.append(words.transaction.arg(*profile.transactionId));
    return texts.isEmpty() ? words.always : texts.join(u", "_s);
}

QString scheduleText(const ocpp::ChargingProfile &profile, const QTimeZone &zone, const Words &words,
                     std::optional<qsizetype> most)
{
    const ocpp::ChargingSchedule &schedule = profile.chargingSchedule;
    const bool isRelative = !schedule.startSchedule;
    const qsizetype count = schedule.chargingSchedulePeriod.size();
    const qsizetype shown = std::min(count, most.value_or(count));
    QStringList texts;
    for (const ocpp::ChargingSchedulePeriod &period : schedule.chargingSchedulePeriod.first(shown)) {
        const QString when =
            isRelative ? u"+%1"_s.arg(durationText(period.startPeriod))
                       : timeText(*schedule.startSchedule + std::chrono::seconds(period.startPeriod), zone, words);
        texts.append(u"%1 %2"_s.arg(when, limitText(period.limit, schedule.chargingRateUnit, words)));
    }
    if (shown < count)
        texts.append(u"…"_s);
    if (schedule.duration)
        texts.append(words.lasting.arg(durationText(*schedule.duration)));
    return texts.join(u", "_s);
}

} // namespace plot
