// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/fault.h"

#include <QAnyStringView>
#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

// The wrapper around every message, J 4.2.
namespace ocpp {

enum class MessageType { Call = 2, CallResult = 3, CallError = 4 };

struct Frame {
    MessageType type = MessageType::Call;
    QString messageId{};
    QString action{}; // Call
    QJsonObject payload{}; // Call, CallResult
    QString errorCode{}; // CallError, as sent; "GenericError" when it was missing
    QString errorDescription{}; // CallError
    QJsonObject errorDetails{}; // CallError; what was not an object is kept under "details"
    QList<Finding> findings{}; // paths point into the frame: "/1" is the message id
};

struct BadFrame {
    QString messageId{}; // "-1" when answerable but unreadable; empty when unknown
    bool answerable = false; // it was a CALL, or looks like one: send errorFrame(messageId, fault.code, ...)
    Fault fault{};
    // Not answerable with a message id: a CALLRESULT or CALLERROR that cannot be read. The call with
    // that id is over.
    QString action{}; // of a CALL whose payload is no object; else empty
    QJsonValue payload{}; // what it is instead
};

// Accepts every sequence of bytes; deviations with a clear meaning become findings of the frame.
tl::expected<Frame, BadFrame> parseFrame(QByteArrayView utf8);

// Compact UTF-8 JSON, ready to send.
QByteArray callFrame(const QString &messageId, QAnyStringView action, const QJsonObject &payload);
QByteArray resultFrame(const QString &messageId, const QJsonObject &payload);
QByteArray errorFrame(const QString &messageId, ErrorCode code, const QString &description,
                      const QJsonObject &details = {});

} // namespace ocpp
