// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpSocket>

// A client that sends what no HTTP library would. Blocks.
class RawSocket {
public:
    explicit RawSocket(quint16 port);

    void send(const QByteArray &bytes);
    // Until the server closes, or the time is over.
    QByteArray readAll(int timeoutMs = 20'000);
    // Until `end` was read, or the server closed.
    QByteArray readUntil(const QByteArray &end, int timeoutMs = 20'000);
    bool isClosed() const { return socket_.state() == QAbstractSocket::UnconnectedState; }
    void close();

private:
    QTcpSocket socket_;
};
