// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocpp/frame.h"

#include "ocpp/framereader.h"
#include "ocpp/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace ocpp {

namespace {

QByteArray compact(const QJsonArray &elements)
{
    return QJsonDocument(elements).toJson(QJsonDocument::Compact);
}

} // namespace

tl::expected<Frame, BadFrame> parseFrame(QByteArrayView utf8)
{
    return FrameReader().read(utf8);
}

QByteArray callFrame(const QString &messageId, QAnyStringView action, const QJsonObject &payload)
{
    return compact({int(MessageType::Call), messageId, action.toString(), payload});
}

QByteArray resultFrame(const QString &messageId, const QJsonObject &payload)
{
    return compact({int(MessageType::CallResult), messageId, payload});
}

QByteArray errorFrame(const QString &messageId, ErrorCode code, const QString &description,
                      const QJsonObject &details)
{
    return compact({int(MessageType::CallError), messageId, toString(code), description, details});
}

} // namespace ocpp
