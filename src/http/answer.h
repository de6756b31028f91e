// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <functional>
#include <tl/expected.hpp>

namespace http {

// Why a request is refused: becomes {"error": {"code", "message", "path"?}}.
struct Failure {
    int status = 500;
    QString code; // for programs, e.g. "unknownStation"; fixed once published
    QString message; // for people: what happened, why, what to do
    QString path; // JSON pointer into the request's body, when one member is to blame
};

template<class T>
using Answer = tl::expected<T, Failure>;

// Writes a piece of a stream to the client; false when the client is gone.
using Sink = std::function<bool(const QByteArray &)>;

// What goes back. A stream is called again and again on the connection's thread until it returns false; it
// must not block for more than a second at a time, so that a client that left is noticed.
struct Reply {
    int status = 200;
    QByteArray contentType;
    QByteArray body;
    std::function<bool(const Sink &)> stream;
    QString file{}; // answered as a stream, in the ranges that are asked for
    QString fileName{}; // as the client is to call it
};

Reply jsonReply(const QJsonObject &object, int status = 200);
Reply textReply(const QByteArray &text, const QByteArray &contentType);
Reply emptyReply(); // 204
Reply failureReply(const Failure &failure);
QByteArray failureBody(const Failure &failure);

// The failures that several resources share.
Failure unknownStation(const QString &id);
Failure badParameter(const QString &name, const QString &legal); // 400
Failure badMember(const QString &path, const QString &problem); // 422

} // namespace http
