// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/codec.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

// How the tests of the codec write payloads and findings down.
namespace payloads {

using namespace ocpp;
using namespace Qt::StringLiterals;

inline QJsonObject json(const QByteArray &text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    Q_ASSERT_X(error.error == QJsonParseError::NoError, "json", text.constData());
    return document.object();
}

inline QByteArray text(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

// The findings as "code path" lines, in order.
inline QStringList shortly(const QList<Finding> &findings)
{
    QStringList lines;
    for (const Finding &finding : findings)
        lines.append(toString(finding.code) + u' ' + finding.path);
    return lines;
}

// A MeterValues whose second sample takes the place of %1.
inline const auto meter =
    R"({"connectorId":1,"meterValue":[{"timestamp":"2026-01-31T12:00:00Z","sampledValue":[{"value":"1"},%1]}]})"_ba;

} // namespace payloads
