// SPDX-License-Identifier: GPL-3.0-or-later
#include "rawcaller.h"

#include <QDeadlineTimer>
#include <QHostAddress>
#include <QSignalSpy>

#include <chrono>

using namespace std::chrono_literals;

namespace {

constexpr auto patience = 10s;

} // namespace

RawCaller::RawCaller(quint16 port)
{
    QObject::connect(&socket_, &QTcpSocket::readyRead, &socket_, [this] { received_ += socket_.readAll(); });
    socket_.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    socket_.waitForConnected(int(std::chrono::milliseconds(patience).count()));
}

QByteArray RawCaller::head(const QByteArray &path, const QByteArray &headers)
{
    return "GET " + path
           + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
             "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
           + headers + "\r\n";
}

QByteArray RawCaller::basic(const QByteArray &user, const QByteArray &password)
{
    return "Sec-WebSocket-Protocol: ocpp1.6\r\nAuthorization: Basic " + (user + ':' + password).toBase64()
           + "\r\n";
}

void RawCaller::send(const QByteArray &bytes)
{
    socket_.write(bytes);
    socket_.flush();
}

QByteArray RawCaller::untilClosed()
{
    QSignalSpy closed(&socket_, &QTcpSocket::disconnected);
    if (isOpen())
        closed.wait(int(std::chrono::milliseconds(patience).count()));
    return received_ += socket_.readAll();
}

QByteArray RawCaller::until(const QByteArray &wanted)
{
    const QDeadlineTimer deadline(patience);
    QSignalSpy more(&socket_, &QTcpSocket::readyRead);
    while (!received_.contains(wanted) && isOpen() && !deadline.hasExpired())
        more.wait(int(deadline.remainingTime()));
    return received_;
}

QByteArray RawCaller::statusFor(quint16 port, const QByteArray &path, const QByteArray &headers)
{
    RawCaller caller(port);
    caller.send(head(path, headers));
    return caller.until("\r\n\r\n").mid(9, 3);
}
