// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/connection.h"

#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

#include <algorithm>

namespace simulator {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

Connection::Connection(Timeline &timeline, const StationOptions &options, Journal &journal, Random &random)
    : timeline_(timeline), options_(options), journal_(journal), random_(random), password_(options.password),
      retry_(timeline), handshake_(timeline), nextPing_(timeline)
{
}

Connection::~Connection()
{
    open_ = false; // nobody is told any more: the listeners may be gone already
    letGo(false);
}

void Connection::open()
{
    wanted_ = true;
    failures_ = 0;
    retry_.stop();
    if (!socket_)
        attempt();
}

void Connection::close()
{
    wanted_ = false;
    retry_.stop();
    letGo(true);
}

void Connection::cut()
{
    wanted_ = false;
    retry_.stop();
    letGo(false);
}

void Connection::reopen()
{
    letGo(true);
    open();
}

void Connection::setPingInterval(std::chrono::seconds interval)
{
    pingInterval_ = interval;
    pongMissing_ = false;
    if (interval > 0s)
        nextPing_.start(interval, [this] { ping(); });
    else
        nextPing_.stop();
}

void Connection::send(const QByteArray &text)
{
    if (!open_)
        return;
    lastSent_ = timeline_.now();
    socket_->sendTextMessage(QString::fromUtf8(text));
}

QUrl Connection::address() const
{
    QUrl url = options_.endpoint;
    QString path = url.path(QUrl::FullyEncoded);
    if (!path.endsWith(u'/'))
        path += u'/';
    // J 3.1.1: the identity is percent-encoded as necessary, a slash in it too.
    url.setPath(path + QString::fromLatin1(QUrl::toPercentEncoding(options_.id)), QUrl::StrictMode);
    return url;
}

void Connection::attempt()
{
    socket_ = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this);
    socket_->setProxy(QNetworkProxy::NoProxy);
    socket_->setMaxAllowedIncomingMessageSize(1'048'576);
    listenTo(socket_);

    QNetworkRequest request(address());
    if (!password_.isEmpty())
        request.setRawHeader("Authorization", "Basic " + (options_.id.toUtf8() + ':' + password_).toBase64());
    QWebSocketHandshakeOptions handshake;
    if (!options_.subprotocol.isEmpty())
        handshake.setSubprotocols({options_.subprotocol});
    handshake_.start(options_.handshakeTimeout, [this] { socketLost(); });
    socket_->open(request, handshake);
}

void Connection::listenTo(QWebSocket *socket)
{
    connect(socket, &QWebSocket::connected, this, &Connection::socketOpened);
    connect(socket, &QWebSocket::textMessageReceived, this,
            [this](const QString &text) { received(text.toUtf8()); });
    connect(socket, &QWebSocket::pong, this, [this] { pongMissing_ = false; });
    // Queued: a socket that fails inside its own open() is not to be replaced in there.
    connect(
        socket, &QWebSocket::stateChanged, this,
        [this, socket](QAbstractSocket::SocketState state) {
            if (state == QAbstractSocket::UnconnectedState && socket == socket_)
                socketLost();
        },
        Qt::QueuedConnection);
}

void Connection::socketOpened()
{
    handshake_.stop();
    open_ = true;
    failures_ = 0;
    ++generation_;
    journal_.note(options_.id, u"connected to %1"_s.arg(address().toDisplayString()));
    setPingInterval(pingInterval_);
    opened();
}

void Connection::socketLost()
{
    const QString reason = socket_->closeReason().isEmpty() ? socket_->errorString() : socket_->closeReason();
    journal_.note(options_.id, u"the connection is lost: %1"_s.arg(reason));
    lose();
}

void Connection::lose()
{
    letGo(false);
    if (wanted_)
        retryLater();
}

void Connection::letGo(bool inOrder)
{
    handshake_.stop();
    nextPing_.stop();
    QWebSocket *old = std::exchange(socket_, nullptr);
    if (!old)
        return;
    old->disconnect(this);
    if (inOrder && open_) {
        connect(old, &QWebSocket::disconnected, old, &QObject::deleteLater);
        old->close();
    } else {
        // Later, because it may be this socket's own signal that has led here.
        QMetaObject::invokeMethod(old, &QWebSocket::abort, Qt::QueuedConnection);
        old->deleteLater();
    }
    if (std::exchange(open_, false))
        closed();
}

void Connection::retryLater()
{
    // JE 3.4: back off, and never all at once after the central system was away.
    const auto doubled = options_.reconnectFirst * (1LL << std::min(failures_, 20));
    const auto longest = std::min<std::chrono::milliseconds>(doubled, options_.reconnectLongest);
    ++failures_;
    retry_.start(std::chrono::milliseconds(qint64(double(longest.count()) * random_.between(0.5, 1.0))),
                 [this] { attempt(); });
}

void Connection::ping()
{
    if (!open_)
        return;
    if (pongMissing_) {
        journal_.note(options_.id, u"no pong from the central system"_s);
        socketLost();
        return;
    }
    pongMissing_ = true;
    socket_->ping();
    nextPing_.start(pingInterval_, [this] { ping(); });
}

} // namespace simulator
