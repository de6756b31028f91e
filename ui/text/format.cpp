// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace ui::format {
namespace {

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::format)
};

QString withUnit(double value, int decimals, QLatin1StringView unit)
{
    return QLocale().toString(value, 'f', decimals) + QChar::Nbsp + unit;
}

QDateTime local(ocpp::Timestamp time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count());
}

/// The locale's own time of day, to the second: Qt's long form would bring the time zone. Before "mm" stands what
/// separates its parts.
QString formatToTheSecond()
{
    QString format = QLocale().timeFormat(QLocale::ShortFormat);
    const qsizetype minutes = format.indexOf("mm"_L1);
    if (minutes > 0 && !format.contains("ss"_L1))
        format.insert(minutes + 2, format.at(minutes - 1) + u"ss"_s);
    return format;
}

/// The short form of some locales tells seconds, too.
QString formatToTheMinute()
{
    QString format = QLocale().timeFormat(QLocale::ShortFormat);
    const qsizetype seconds = format.indexOf("ss"_L1);
    return seconds > 0 ? format.remove(seconds - 1, 3) : format;
}

QString toTheSecond(QTime time)
{
    return QLocale().toString(time, formatToTheSecond());
}

} // namespace

QString unbroken(QString text)
{
    static const QRegularExpression seam(
        u"(?<=\\d) (?=(?:%|(?:s|min|h|d|A|V|W|kW|Wh|kWh|bytes|kB|MB|GB|KiB|MiB|GiB)\\b))"_s);
    return text.replace(seam, QString(QChar::Nbsp));
}

QString power(double watts)
{
    return std::abs(watts) < 1000 ? withUnit(watts, 0, "W"_L1) : withUnit(watts / 1000, 1, "kW"_L1);
}

QString energy(double wattHours)
{
    return withUnit(wattHours / 1000, 2, "kWh"_L1);
}

QString current(double amperes)
{
    return withUnit(amperes, 1, "A"_L1);
}

QString voltage(double volts)
{
    return withUnit(volts, 0, "V"_L1);
}

QString percent(double value)
{
    return withUnit(value, 0, "%"_L1);
}

QString bytes(qint64 count)
{
    return unbroken(QLocale().formattedDataSize(count, 1, QLocale::DataSizeTraditionalFormat));
}

QString timeOfDay(QTime time)
{
    return QLocale().toString(time, formatToTheMinute());
}

QString timeOfDay(int minutes)
{
    QString format = formatToTheMinute();
    if (minutes == 24 * 60 && !format.contains(u'a', Qt::CaseInsensitive)) {
        static const QRegularExpression hours(u"H{1,2}"_s, QRegularExpression::CaseInsensitiveOption);
        const QRegularExpressionMatch place = hours.match(format);
        format.replace(place.capturedStart(), place.capturedLength(), u"'%1'"_s.arg(QLocale().toString(24)));
    }
    return QLocale().toString(QTime(minutes / 60 % 24, minutes % 60), format);
}

QString hourOfDay(int hour)
{
    static const QRegularExpression minutes(u"[^\\w\\s]m{1,2}"_s);
    const QString format = formatToTheMinute();
    const bool hasHalfDays = format.contains(u'a', Qt::CaseInsensitive);
    return hasHalfDays ? QLocale().toString(QTime(hour, 0), QString(format).remove(minutes)) : timeOfDay(hour * 60);
}

int minutesOfDay(const QString &text)
{
    const QTime time = QLocale().toTime(text, formatToTheMinute());
    if (time.isValid())
        return time.hour() * 60 + time.minute();
    return text == timeOfDay(24 * 60) ? 24 * 60 : -1;
}

QString dateTimeEditFormat()
{
    static const QRegularExpression shortYear(u"\\by{1,2}\\b"_s);
    return QLocale().dateFormat(QLocale::ShortFormat).replace(shortYear, u"yyyy"_s) + u' ' + formatToTheSecond();
}

QString ago(ocpp::Timestamp then, ocpp::Timestamp now)
{
    const auto elapsed = now - then;
    if (elapsed < 10s)
        return Words::tr("just now");
    if (elapsed < 1min)
        return unbroken(Words::tr("%1 s ago").arg(elapsed / 1s));
    if (elapsed < 1h)
        return unbroken(Words::tr("%1 min ago").arg(elapsed / 1min));
    const QDateTime moment = local(then);
    const QString time = timeOfDay(moment.time());
    const qint64 days = moment.date().daysTo(local(now).date());
    if (days == 0)
        return time;
    if (days == 1)
        return Words::tr("yesterday %1").arg(time);
    return QLocale().toString(moment.date(), QLocale::ShortFormat);
}

QString clock(ocpp::Timestamp then, ocpp::Timestamp now)
{
    const QDateTime moment = local(then);
    if (moment.date() != local(now).date())
        return QLocale().toString(moment, QLocale::ShortFormat);
    return toTheSecond(moment.time());
}

QString exactClock(ocpp::Timestamp time)
{
    const QString format = formatToTheSecond().replace("ss"_L1, u"ss%1zzz"_s.arg(QLocale().decimalPoint()));
    return QLocale().toString(local(time).time(), format);
}

QString dateTime(ocpp::Timestamp time)
{
    const QDateTime moment = local(time);
    return QLocale().toString(moment.date(), QLocale::ShortFormat) + u' ' + toTheSecond(moment.time());
}

QString weekdayTime(ocpp::Timestamp time)
{
    const QDateTime moment = local(time);
    return QLocale().dayName(moment.date().dayOfWeek(), QLocale::ShortFormat) + u' ' + toTheSecond(moment.time());
}

QStringList widestWeekdayTimes()
{
    QStringList texts;
    const QDateTime late(QDate(2028, 12, 25), QTime(22, 48, 58));
    for (int day = 0; day < 7; ++day)
        texts.append(weekdayTime(ocpp::Timestamp(std::chrono::milliseconds(late.addDays(day).toMSecsSinceEpoch()))));
    return texts;
}

QString utc(ocpp::Timestamp time)
{
    return Words::tr("%1 (UTC)").arg(ocpp::formatTimestamp(time));
}

QString span(std::chrono::milliseconds duration)
{
    duration = std::max(duration, 0ms);
    if (duration < 1min)
        return unbroken(Words::tr("%1 s").arg(duration / 1s));
    if (duration < 1h)
        return unbroken(Words::tr("%1 min").arg(duration / 1min));
    return unbroken(Words::tr("%1 h").arg(duration / 1h));
}

QString duration(std::chrono::milliseconds duration)
{
    if (duration < 1h)
        return span(duration);
    if (duration < 24h)
        return unbroken(Words::tr("%1 h %2 min").arg(duration / 1h).arg(duration % 1h / 1min));
    return unbroken(Words::tr("%1 d %2 h").arg(duration / 24h).arg(duration % 24h / 1h));
}

QString moment(ocpp::Timestamp then, ocpp::Timestamp now)
{
    const QDateTime moment = local(then);
    const QString time = timeOfDay(moment.time());
    const qint64 days = moment.date().daysTo(local(now).date());
    if (days == 0)
        return time;
    if (days == 1)
        return Words::tr("yesterday %1").arg(time);
    return QLocale().toString(moment.date(), QLocale::ShortFormat) + u' ' + time;
}

} // namespace ui::format
