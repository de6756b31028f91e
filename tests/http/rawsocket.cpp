// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/rawsocket.h"

#include <QDeadlineTimer>
#include <QHostAddress>

RawSocket::RawSocket(quint16 port)
{
    socket_.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    socket_.waitForConnected(5'000);
}

void RawSocket::send(const QByteArray &bytes)
{
    socket_.write(bytes);
    while (socket_.bytesToWrite() > 0 && socket_.waitForBytesWritten(5'000))
        continue;
}

QByteArray RawSocket::readAll(int timeoutMs)
{
    const QDeadlineTimer deadline(timeoutMs);
    QByteArray all = socket_.readAll();
    while (!deadline.hasExpired() && socket_.waitForReadyRead(int(deadline.remainingTime())))
        all += socket_.readAll();
    return all + socket_.readAll(); // what came together with the end
}

QByteArray RawSocket::readUntil(const QByteArray &end, int timeoutMs)
{
    const QDeadlineTimer deadline(timeoutMs);
    QByteArray all = socket_.readAll();
    while (!all.contains(end) && !deadline.hasExpired()
           && socket_.waitForReadyRead(int(deadline.remainingTime())))
        all += socket_.readAll();
    return all;
}

void RawSocket::close()
{
    socket_.abort();
}
