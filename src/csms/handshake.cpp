// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/handshake.h"

#include <QList>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace csms {
namespace {

struct Refusal {
    RefusalReason reason;
    QLatin1StringView word;
    int status;
    QByteArrayView phrase;
    QByteArrayView text;
};

constexpr std::array refusals{
    Refusal{RefusalReason::MalformedRequest, "malformedRequest"_L1, 400, "Bad Request",
            "This port speaks OCPP 1.6-J over WebSocket. The request is not a whole HTTP/1.1 request for one: GET, "
            "Host, Sec-WebSocket-Key and Sec-WebSocket-Version: 13.\n"},
    Refusal{RefusalReason::HeadTooLarge, "headTooLarge"_L1, 431, "Request Header Fields Too Large",
            "The request head is larger than 8 KiB.\n"},
    Refusal{RefusalReason::NotWebSocket, "notWebSocket"_L1, 426, "Upgrade Required",
            "This port speaks OCPP 1.6-J over WebSocket. Enter this address into a charging station.\n"},
    Refusal{RefusalReason::NoIdentity, "noIdentity"_L1, 404, "Not Found",
            "The address must end with the identity of the station: /ocpp/ID.\n"},
    Refusal{RefusalReason::UnknownStation, "unknownStation"_L1, 404, "Not Found",
            "No station of this identity is registered. Accept it in Stationmaster, then connect again.\n"},
    Refusal{RefusalReason::PasswordMissing, "passwordMissing"_L1, 401, "Unauthorized",
            "This station must authenticate with HTTP Basic: its identity and its password.\n"},
    Refusal{RefusalReason::PasswordWrong, "passwordWrong"_L1, 401, "Unauthorized",
            "The identity or the password is wrong.\n"},
    Refusal{RefusalReason::TooManyConnections, "tooManyConnections"_L1, 503, "Service Unavailable",
            "Too many connections. Try again later.\n"},
    Refusal{RefusalReason::TlsSpoken, "tlsSpoken"_L1, 400, "Bad Request",
            "This port speaks ws://, not wss://. Change the address in the charging station.\n"},
};

const Refusal &refusal(RefusalReason reason)
{
    return refusals[size_t(reason)];
}

/// The value of a header, or nothing. `name` in lower case. Repeated headers are joined as RFC 9110 5.3 says.
std::optional<QByteArray> header(const QList<QByteArray> &lines, QByteArrayView name)
{
    QByteArray joined;
    bool found = false;
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon < 0 || line.left(colon).compare(name, Qt::CaseInsensitive) != 0)
            continue;
        if (found)
            joined += ',';
        joined += line.mid(colon + 1).trimmed();
        found = true;
    }
    return found ? std::optional(joined) : std::nullopt;
}

bool hasToken(const QByteArray &list, QByteArrayView token)
{
    for (const QByteArray &item : list.split(',')) {
        if (item.trimmed().compare(token, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

std::optional<Credentials> basicCredentials(const QList<QByteArray> &lines)
{
    const QByteArray value = header(lines, "authorization").value_or(QByteArray());
    const qsizetype space = value.indexOf(' ');
    if (space < 0 || value.left(space).compare("basic", Qt::CaseInsensitive) != 0)
        return std::nullopt;
    const QByteArray pair = QByteArray::fromBase64(value.mid(space + 1).trimmed());
    // RFC 7617 2: the first colon ends the user. An identity with a colon cannot use Basic.
    const qsizetype colon = pair.indexOf(':');
    if (colon < 0)
        return std::nullopt;
    return Credentials{QString::fromUtf8(pair.left(colon)), pair.mid(colon + 1)};
}

bool asksForWebSocket(const QList<QByteArray> &lines)
{
    return hasToken(header(lines, "upgrade").value_or(QByteArray()), "websocket")
           && hasToken(header(lines, "connection").value_or(QByteArray()), "upgrade")
           && header(lines, "sec-websocket-key").has_value();
}

/// RFC 6455 4.2.1. QWebSocketServer hangs up without a word where these are missing.
bool isComplete(const QList<QByteArray> &lines)
{
    return !header(lines, "host").value_or(QByteArray()).isEmpty()
           && hasToken(header(lines, "sec-websocket-version").value_or(QByteArray()), "13");
}

} // namespace

QString toString(RefusalReason reason)
{
    return refusal(reason).word;
}

int httpStatus(RefusalReason reason)
{
    return refusal(reason).status;
}

qsizetype headLength(QByteArrayView received)
{
    const qsizetype end = received.indexOf("\r\n\r\n");
    return end < 0 ? 0 : end + 4;
}

tl::expected<Handshake, RefusalReason> parseHandshake(QByteArrayView head)
{
    QList<QByteArray> lines = head.toByteArray().split('\n');
    for (QByteArray &line : lines) {
        if (line.endsWith('\r'))
            line.chop(1);
    }
    const QList<QByteArray> request = lines.takeFirst().split(' ');
    if (request.size() != 3 || request[0] != "GET" || !request[2].startsWith("HTTP/1."))
        return tl::unexpected(RefusalReason::MalformedRequest);
    if (!asksForWebSocket(lines))
        return tl::unexpected(RefusalReason::NotWebSocket);
    if (request[2] == "HTTP/1.0" || !isComplete(lines))
        return tl::unexpected(RefusalReason::MalformedRequest);
    const std::optional<QString> id = stationIdFromPath(request[1]);
    if (!id)
        return tl::unexpected(RefusalReason::NoIdentity);
    return Handshake{*id, basicCredentials(lines), header(lines, "host").value_or(QByteArray()),
                     header(lines, "sec-websocket-protocol").value_or(QByteArray())};
}

std::optional<QString> stationIdFromPath(QByteArrayView path)
{
    const QByteArray withoutQuery = path.toByteArray().split('?').constFirst();
    QList<QByteArray> parts = withoutQuery.split('/');
    parts.removeIf([](const QByteArray &part) { return part.isEmpty(); });
    if (!parts.isEmpty() && parts.constFirst().compare("ocpp", Qt::CaseInsensitive) == 0)
        parts.removeFirst();
    if (parts.size() != 1)
        return std::nullopt;
    const QString id = QString::fromUtf8(QByteArray::fromPercentEncoding(parts.constFirst())).trimmed();
    // 2.3 of the whitepaper limits an identity to 48 characters; longer ones exist and do no harm up to here.
    constexpr qsizetype longest = 255;
    const bool usable = !id.isEmpty() && id.size() <= longest && !id.contains(QChar(0));
    return usable ? std::optional(id) : std::nullopt;
}

QByteArray refusalResponse(RefusalReason reason)
{
    const Refusal &r = refusal(reason);
    QByteArray response = "HTTP/1.1 " + QByteArray::number(r.status) + ' ' + r.phrase.toByteArray() + "\r\n";
    if (r.status == 401)
        response += "WWW-Authenticate: Basic realm=\"OCPP\", charset=\"UTF-8\"\r\n";
    if (r.status == 426)
        response += "Upgrade: websocket\r\n";
    if (r.status == 503)
        response += "Retry-After: 10\r\n";
    response += "Content-Type: text/plain; charset=utf-8\r\nContent-Length: " + QByteArray::number(r.text.size())
                + "\r\nConnection: close\r\n\r\n" + r.text.toByteArray();
    return response;
}

} // namespace csms
