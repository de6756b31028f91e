// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/call.h"

#include <QJsonDocument>
#include <QJsonParseError>

namespace http {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int defaultLimit = 1'000;
constexpr int maximumLimit = 10'000;

// A "+" that was not percent-encoded arrives as a blank: give the offset its sign back.
QString restoredOffset(QString text)
{
    return text.contains(u'T') ? text.replace(u' ', u'+') : text;
}

} // namespace

Call::Call(QHash<QString, QString> path, QHash<QString, QString> query, QByteArray body)
    : path_(std::move(path)), query_(std::move(query)), body_(std::move(body))
{
}

Answer<qint64> Call::pathNumber(const QString &name, const QString &failureCode) const
{
    bool isNumber = false;
    const qint64 number = path(name).toLongLong(&isNumber);
    if (isNumber)
        return number;
    return tl::unexpected(Failure{
        404, failureCode, u"There is nothing with the id \"%1\": ids are numbers."_s.arg(path(name)), {}});
}

Answer<std::optional<ocpp::Timestamp>> Call::queryTime(const QString &name) const
{
    const QString text = query(name);
    if (text.isEmpty())
        return std::nullopt;
    const auto time = ocpp::parseTimestamp(restoredOffset(text), ocpp::Zone::Utc);
    if (!time)
        return tl::unexpected(badParameter(name, u"a time as in RFC 3339, e.g. 2026-11-22T19:41:00Z"_s));
    return time->value;
}

Answer<std::chrono::seconds> Call::querySeconds(const QString &name, std::chrono::seconds maximum) const
{
    const QString text = query(name);
    bool isNumber = text.isEmpty();
    const qint64 seconds = isNumber ? 0 : text.toLongLong(&isNumber);
    if (!isNumber || seconds < 0 || seconds > maximum.count())
        return tl::unexpected(badParameter(name, u"a number of seconds from 0 to %1"_s.arg(maximum.count())));
    return std::chrono::seconds(seconds);
}

Answer<std::optional<int>> Call::queryNumber(const QString &name) const
{
    const QString text = query(name);
    if (text.isEmpty())
        return std::optional<int>();
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (!isNumber || number < 0)
        return tl::unexpected(badParameter(name, u"a whole number from 0"_s));
    return std::optional(number);
}

Answer<Page> Call::page() const
{
    const QString text = query(u"limit"_s);
    bool isNumber = text.isEmpty();
    const int limit = isNumber ? defaultLimit : text.toInt(&isNumber);
    if (!isNumber || limit < 1 || limit > maximumLimit)
        return tl::unexpected(badParameter(u"limit"_s, u"a number from 1 to %1"_s.arg(maximumLimit)));
    return Page{limit, query(u"after"_s)};
}

Answer<Page> Call::pageById() const
{
    const auto known = page();
    bool isNumber = true;
    if (known && !known->after.isEmpty())
        known->after.toLongLong(&isNumber);
    if (!isNumber)
        return tl::unexpected(badParameter(u"after"_s, u"the \"next\" of the page before"_s));
    return known;
}

Answer<QJsonObject> Call::body() const
{
    if (body_.trimmed().isEmpty())
        return QJsonObject();
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body_, &error);
    if (document.isNull())
        return tl::unexpected(
            Failure{400,
                    u"malformedJson"_s,
                    u"The body is not JSON: %1 at byte %2."_s.arg(error.errorString()).arg(error.offset),
                    {}});
    if (!document.isObject())
        return tl::unexpected(
            Failure{400, u"malformedJson"_s, u"The body must be a JSON object, {...}."_s, {}});
    return document.object();
}

} // namespace http
