// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpSocket>

/// Somebody who speaks to the door byte by byte: no WebSocket client would send what these tests send, or stay
/// as silent as they do.
class RawCaller {
public:
    explicit RawCaller(quint16 port);

    /// The request head of a station, with its blank line. `headers` are whole lines ending with CR LF.
    static QByteArray head(const QByteArray &path,
                           const QByteArray &headers = "Sec-WebSocket-Protocol: ocpp1.6\r\n");
    static QByteArray basic(const QByteArray &user, const QByteArray &password);

    void send(const QByteArray &bytes);
    /// Everything received until the other side closes, or until the deadline.
    QByteArray untilClosed();
    /// Everything received as soon as it holds `wanted`, or at the deadline.
    QByteArray until(const QByteArray &wanted);
    void abort() { socket_.abort(); }
    bool isOpen() const { return socket_.state() == QAbstractSocket::ConnectedState; }
    const QByteArray &received() const { return received_; }

    /// "404" of "HTTP/1.1 404 Not Found" to a request with this path and these headers.
    static QByteArray statusFor(quint16 port, const QByteArray &path,
                                const QByteArray &headers = "Sec-WebSocket-Protocol: ocpp1.6\r\n");

private:
    QTcpSocket socket_;
    QByteArray received_;
};
