// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/resources/compositereply.h"

#include "charging/compositetext.h"
#include "http/listing.h"
#include "http/resources/commands.h"
#include "http/resources/composite.h"
#include "ocpp/jsontext.h"
#include "plot/fileformat.h"
#include "store/clock.h"

#include <QRegularExpression>

#include <algorithm>

namespace http {

using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray csvType = "text/csv; charset=utf-8";

using S = store::CompositeSchedule;
constexpr Property compositeProperties[] = {
    shown<S>("station"_L1, "Its id"_L1, [](const S &s) { return s.station; }),
    shown<S>("connectorId"_L1, "0: the grid connection"_L1, [](const S &s) { return s.connector; }),
    shown<S>("askedAt"_L1, "When the station was asked, or it was computed"_L1, [](const S &s) { return s.askedAt; }),
    shown<S>("duration"_L1, "How far ahead, in seconds"_L1, [](const S &s) { return s.durationSeconds; }),
    shown<S>("scheduleStart"_L1, "The periods are relative to it"_L1, [](const S &s) { return s.start; }),
    shown<S>("chargingSchedule"_L1,
             "7.13; if computed, each period has a source, and its limit is null where no profile limits"_L1,
             [](const S &s) { return wireValue(s.schedule); }),
};

plot::Line measuredLine(const QList<store::MeasuredLoad> &loads)
{
    QList<plot::Point> points;
    for (const store::MeasuredLoad &load : loads)
        points.append({load.time, load.value});
    return plot::measuredLine(points);
}

plot::CompositePicture pictureOf(const store::Station &station, const ToldComposite &told)
{
    plot::CompositePicture picture = plot::pictureOf(told.composite, told.profiles, told.source);
    if (told.beside) {
        picture.profiles = told.beside->installed.profiles;
        plot::addLine(picture, plot::lineOf(told.beside->installed.composite, plot::Source::Computed));
        if (told.beside->desired)
            plot::addLine(picture, plot::lineOf(*told.beside->desired, plot::Source::Desired));
        if (!told.beside->measured.isEmpty())
            plot::addLine(picture, measuredLine(told.beside->measured));
    }
    picture.station = station.id;
    picture.model = QStringList{station.vendor, station.model}.join(u' ').trimmed();
    picture.firmware = station.firmwareVersion;
    picture.connector = told.row.connector;
    picture.zone = QTimeZone::systemTimeZone();
    picture.madeAt = store::now();
    return picture;
}

QString fileNameOf(const store::Station &station, const QList<ToldComposite> &told, const CompositeFormat &format)
{
    static const QRegularExpression notInFileNames(u"[^\\w.-]+"_s, QRegularExpression::UseUnicodePropertiesOption);
    const QString place = format.isList ? u"all"_s : QString::number(told.first().row.connector);
    return u"composite-%1-%2.%3"_s.arg(QString(station.id).replace(notInFileNames, u"-"_s), place, format.name);
}

Reply asJson(const QList<ToldComposite> &told, const CompositeFormat &format)
{
    if (!format.isList)
        return jsonReply(toJson(compositeProperties, &told.first().row));
    QJsonArray items;
    for (const ToldComposite &one : told)
        items.append(toJson(compositeProperties, &one.row));
    return jsonReply({{u"items"_s, items}});
}

QByteArray asCsv(const QList<ToldComposite> &told, const CompositeFormat &format)
{
    if (!format.isList)
        return charging::toCsv(told.first().composite, told.first().profiles);
    QList<charging::ConnectorComposite> composites;
    for (const ToldComposite &one : told)
        composites.append({one.row.connector, one.composite, one.profiles});
    return charging::toCsv(composites);
}

Answer<QByteArray> drawn(Context &context, const store::Station &station, const QList<ToldComposite> &told,
                         const CompositeFormat &format)
{
    const Seat seat(context.waits, context.limits.waits);
    if (!seat)
        return tl::unexpected(tooManyWaits());
    QList<plot::CompositePicture> pictures;
    for (const ToldComposite &one : told)
        pictures.append(pictureOf(station, one));
    return context.drawing.draw(pictures, *plot::formatNamed(format.name), format.size);
}

} // namespace

const Schema compositeScheduleSchema{"CompositeSchedule"_L1, compositeProperties,
                                     "What a station will draw at most"_L1};

Answer<CompositeFormat> compositeFormat(const QString &name, const QString &size, bool isList)
{
    const QString known = name.isEmpty() ? u"json"_s : name;
    if (known != "json"_L1 && known != "csv"_L1 && !plot::formatNamed(known))
        return tl::unexpected(badParameter(u"format"_s, u"json, csv, svg, png, pdf or xlsx"_s));
    const auto pixels = plot::sizeNamed(size);
    if (!size.isEmpty() && !pixels)
        return tl::unexpected(badParameter(u"size"_s, u"two numbers from 200 to 8000, as in 1120x480"_s));
    return CompositeFormat{known, pixels.value_or(QSize()), isList};
}

ToldComposite toldBy(const store::CompositeSchedule &schedule)
{
    return {schedule, store::compositeOf(schedule), {}, plot::Source::Reported, {}};
}

ToldComposite computedFor(const store::Station &station, int connector, const charging::Composite &composite,
                          const QList<charging::PlacedProfile> &profiles, ocpp::Timestamp at)
{
    S row;
    row.station = station.id;
    row.connector = connector;
    row.askedAt = at;
    row.start = composite.from;
    row.durationSeconds = composite.duration;
    row.schedule = ocpp::compactBytes(charging::toJson(composite, profiles));
    return {row, composite, profiles, plot::Source::Computed, {}};
}

Answer<Reply> compositeReply(Context &context, const store::Station &station, const QList<ToldComposite> &told,
                             const CompositeFormat &format)
{
    if (format.name == "json"_L1)
        return asJson(told, format);
    Reply reply;
    if (format.name == "csv"_L1) {
        reply = textReply(asCsv(told, format), csvType);
    } else {
        const auto file = drawn(context, station, told, format);
        if (!file)
            return tl::unexpected(file.error());
        reply = textReply(*file, plot::rowOf(*plot::formatNamed(format.name)).mediaType);
    }
    reply.fileName = fileNameOf(station, told, format);
    return reply;
}

} // namespace http
