// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

#include <tl/expected.hpp>

namespace csms {

/// Why a connection was not let in. The words a person sees are made from this in the window and the API.
enum class RefusalReason {
    MalformedRequest,   ///< 400: not an HTTP/1.1 GET with a readable and whole head
    HeadTooLarge,       ///< 431
    NotWebSocket,       ///< 426: a plain HTTP request, a browser say
    NoIdentity,         ///< 404: the path names no station
    UnknownStation,     ///< 404 (JE 3.4)
    PasswordMissing,    ///< 401: the station must authenticate and did not
    PasswordWrong,      ///< 401
    TooManyConnections, ///< 503
    TlsSpoken,          ///< 400: wss:// to the port for ws://; the answer is not understood, the knock is
};

/// Stable word for the database and the API, "unknownStation" say.
QString toString(RefusalReason reason);
int httpStatus(RefusalReason reason);

/// HTTP Basic credentials (RFC 7617). The password may be any bytes: W A01 keys are not text.
struct Credentials {
    QString user;
    QByteArray password;
};

/// What the first lines of a connection say.
struct Handshake {
    QString stationId; ///< percent-decoded, never empty
    std::optional<Credentials> credentials;
    QByteArray host;         ///< the address by which the station reached us (Host header)
    QByteArray subprotocols; ///< as offered, empty when the header is missing (tolerated as 1.6)
};

/// The most that a request head may have, bytes. Real stations send some hundred.
inline constexpr qsizetype maxHeadBytes = 8192;

/// The length of the head including its blank line, or 0 while it is incomplete.
qsizetype headLength(QByteArrayView received);

/// Reads a complete request head. Pure; any thread.
tl::expected<Handshake, RefusalReason> parseHandshake(QByteArrayView head);

/// The identity in "/ocpp/ID" or "/ID"; trailing and double slashes and percent-encoding are tolerated.
/// Null when the path names no station.
std::optional<QString> stationIdFromPath(QByteArrayView path);

/// The whole response that refuses a connection, ready to send.
QByteArray refusalResponse(RefusalReason reason);

} // namespace csms
