// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QJsonObject>

#include <cstddef>

/// A JSON object as it stands on the wire: R"({"connectorId":1})"_json.
inline QJsonObject operator""_json(const char *text, std::size_t size)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(QByteArray(text, qsizetype(size)), &error);
    if (!document.isObject())
        qFatal("The test's own JSON is broken: %s in %s", qPrintable(error.errorString()), text);
    return document.object();
}

/// The same object with one member more, or another value of it.
inline QJsonObject with(QJsonObject object, QLatin1StringView name, const QJsonValue &value)
{
    object.insert(name, value);
    return object;
}

inline QJsonObject without(QJsonObject object, QLatin1StringView name)
{
    object.remove(name);
    return object;
}
