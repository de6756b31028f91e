// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/listing.h"

#include <QJsonDocument>

namespace http {

using namespace Qt::Literals::StringLiterals;

Reply pageReply(const QJsonArray &items, const std::optional<QString> &next)
{
    return jsonReply(
        {{u"items"_s, items}, {u"next"_s, next ? QJsonValue(*next) : QJsonValue(QJsonValue::Null)}});
}

QJsonValue wireValue(const QByteArray &json)
{
    if (json.isEmpty())
        return QJsonValue::Null;
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (document.isObject())
        return document.object();
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(QString::fromUtf8(json));
}

} // namespace http
