// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/answer.h"

#include <QJsonDocument>

namespace http {

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

Reply jsonReply(const QJsonObject &object, int status)
{
    return {status, "application/json"_ba, compact(object), {}};
}

Reply textReply(const QByteArray &text, const QByteArray &contentType)
{
    return {200, contentType, text, {}};
}

Reply emptyReply()
{
    return {204, {}, {}, {}};
}

QByteArray failureBody(const Failure &failure)
{
    QJsonObject error{{u"code"_s, failure.code}, {u"message"_s, failure.message}};
    if (!failure.path.isNull())
        error.insert(u"path"_s, failure.path);
    return compact({{u"error"_s, error}});
}

Reply failureReply(const Failure &failure)
{
    return {failure.status, "application/json"_ba, failureBody(failure), {}};
}

Failure unknownStation(const QString &id)
{
    return {
        404,
        u"unknownStation"_s,
        u"There is no station \"%1\". Enter it with PUT /api/v1/stations/{id}, or see GET /api/v1/knocks for "
        "stations that were turned away."_s.arg(id),
        {}};
}

Failure badParameter(const QString &name, const QString &legal)
{
    return {400, u"badParameter"_s, u"The parameter \"%1\" must be %2."_s.arg(name, legal), {}};
}

Failure badMember(const QString &path, const QString &problem)
{
    return {422, u"badMember"_s, u"%1 %2."_s.arg(path.isEmpty() ? u"The body"_s : path, problem), path};
}

} // namespace http
