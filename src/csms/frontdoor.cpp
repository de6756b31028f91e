// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/frontdoor.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QPointer>
#include <QSet>
#include <QTcpSocket>
#include <QWebSocket>

using namespace Qt::Literals::StringLiterals;

namespace csms {
namespace {

Q_LOGGING_CATEGORY(doorLog, "stationmaster.door")

constexpr std::chrono::seconds decisionTimeout{60};
constexpr std::chrono::seconds goodbyeTimeout{2};
/// That a caller may send before it is let in: its head, and some that came with it.
constexpr qint64 unjudgedBytes = 2 * maxHeadBytes;

QString plainAddress(const QHostAddress &address)
{
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4); // also for ::ffff:192.168.1.20
    return isV4 ? QHostAddress(v4).toString() : address.toString();
}

} // namespace

FrontDoor::FrontDoor(const Limits &limits, Admit admit, Welcome welcome, TurnedAway turnedAway, QObject *parent)
    : QObject(parent), limits_(limits), admit_(std::move(admit)), welcome_(std::move(welcome)),
      turnedAway_(std::move(turnedAway)), keeper_(this),
      upgrader_(u"Stationmaster"_s, QWebSocketServer::NonSecureMode, this)
{
    // Vendors write the name in these ways; Qt compares exactly and echoes the one that was offered (3.1.2).
    upgrader_.setSupportedSubprotocols({u"ocpp1.6"_s, u"OCPP1.6"_s, u"ocpp1.6j"_s, u"ocpp1.6J"_s, u"OCPP1.6J"_s});
    connect(&upgrader_, &QWebSocketServer::newConnection, this, &FrontDoor::receiveUpgraded);
    connect(&keeper_, &Doorkeeper::arrived, this, &FrontDoor::receive);
    connect(&keeper_, &Doorkeeper::deaf, this, &FrontDoor::sufferDeafness);
}

FrontDoor::~FrontDoor()
{
    shut();
}

void FrontDoor::shut()
{
    if (keeper_.isOpen()) {
        keeper_.shut();
        QCoreApplication::sendPostedEvents(this, QEvent::MetaCall); // who was taken before, and would be left hanging
    }
    const auto atTheDoor = pending_.keys();
    for (QTcpSocket *socket : atTheDoor)
        socket->abort(); // emits disconnected, which forgets it
    const auto upgrading = upgrading_.values();
    for (const Upgrading &half : upgrading)
        half.socket->abort();
}

tl::expected<quint16, QString> FrontDoor::open(const QHostAddress &address, quint16 port)
{
    return keeper_.open(address, port).map_error([&](const QString &reason) {
        return u"Stations cannot connect: port %1 on %2 cannot be opened (%3). Close the program that uses it or choose "
               "another port with --port."_s.arg(port)
                   .arg(address.toString(), reason);
    });
}

/// Qt stops accepting for ever after an error, unless an earlier one hides it, although most of them pass: too many open
/// files, or a caller who hung up in the queue.
void FrontDoor::sufferDeafness(const QString &reason)
{
    isDeaf_ = true;
    if (std::exchange(deafnessTold_, true))
        return;
    qCWarning(doorLog).noquote() << u"A connection could not be accepted (%1). It is tried again every second. If this "
                                    "lasts, the program has too many open files: raise its limit (ulimit -n, "
                                    "LimitNOFILE= of the service)."_s.arg(reason);
}

void FrontDoor::listenAgain()
{
    if (std::exchange(isDeaf_, false))
        keeper_.resume();
}

void FrontDoor::noteDeparture()
{
    --connections_;
    listenAgain();
}

void FrontDoor::receive(qintptr descriptor)
{
    deafnessTold_ = false;
    auto *socket = new QTcpSocket(this);
    socket->setReadBufferSize(unjudgedBytes);
    if (!socket->setSocketDescriptor(descriptor)) {
        delete socket;
        return;
    }
    ++connections_;
    // Small frames must not wait for each other (Nagle): 40 ms per answer otherwise.
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    pending_.insert(socket, {Clock::now() + limits_.handshakeTimeout, {}, false});
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { readHead(socket); });
    connect(socket, &QTcpSocket::disconnected, this, [this, socket] { forget(socket); });
    if (connections_ > limits_.connections)
        turnAwayForWantOfRoom(socket);
}

void FrontDoor::turnAwayForWantOfRoom(QTcpSocket *socket)
{
    if (!std::exchange(fullnessTold_, true)) {
        qCWarning(doorLog).noquote() << u"No more than %1 stations can be connected at a time: others are refused until "
                                        "one leaves. If the system's limit on open files is the reason, raise it (ulimit "
                                        "-n, LimitNOFILE= of the service); if these are not your stations, let only "
                                        "their network reach the port."_s.arg(limits_.connections);
    }
    refuse(socket, RefusalReason::TooManyConnections);
}

void FrontDoor::readHead(QTcpSocket *socket)
{
    const auto it = pending_.constFind(socket);
    if (it == pending_.constEnd() || it->caller)
        return; // more bytes while somebody decides: QWebSocket will read them
    // Peeked, not read: QWebSocketServer reads the same head again.
    const QByteArray received = socket->peek(maxHeadBytes);
    const qsizetype length = headLength(received);
    if (length == 0 && received.size() < maxHeadBytes) {
        constexpr char tlsHandshake = 0x16; // RFC 8446 5.1: the first byte of a ClientHello
        if (received.startsWith(tlsHandshake))
            return refuse(socket, RefusalReason::TlsSpoken);
        // What does not begin like a request never becomes one: no reason to wait for the deadline.
        if (!QByteArrayView("GET ").startsWith(QByteArrayView(received).first(qMin<qsizetype>(received.size(), 4))))
            refuse(socket, RefusalReason::MalformedRequest);
        return;
    }
    if (length == 0)
        return refuse(socket, RefusalReason::HeadTooLarge);
    auto handshake = parseHandshake(QByteArrayView(received).first(length));
    if (!handshake)
        return refuse(socket, handshake.error());
    ask(socket, std::move(*handshake));
}

void FrontDoor::ask(QTcpSocket *socket, Handshake handshake)
{
    Caller caller{std::move(handshake), plainAddress(socket->peerAddress()), {}, {}};
    caller.localAddress = QString::fromLatin1(caller.handshake.host);
    Pending &pending = pending_[socket];
    pending.presence = std::make_shared<char>();
    caller.presence = pending.presence;
    pending.caller = caller;
    // Now we are the slow ones: passwords are hashed slowly on purpose.
    pending.deadline = Clock::now() + decisionTimeout;
    const QPointer<QTcpSocket> alive(socket);
    admit_(caller, [this, alive](std::optional<RefusalReason> refusal) {
        if (!alive || !pending_.contains(alive))
            return; // hung up while we thought
        if (refusal)
            refuse(alive, *refusal);
        else
            upgrade(alive);
    });
}

void FrontDoor::upgrade(QTcpSocket *socket)
{
    const Peer peer{socket->peerAddress(), socket->peerPort()};
    upgrading_.insert(peer, {*pending_.take(socket).caller, socket, holdBack(socket)});
    socket->disconnect(this);
    connect(socket, &QTcpSocket::disconnected, this, [this, peer] {
        if (upgrading_.remove(peer))
            --connections_; // Qt found fault with the request after all
    });
    upgrader_.handleConnection(socket);
}

/// QWebSocket reads what it finds at its birth, before anybody can listen to it. So an eager station's first frames
/// are taken out of the socket's buffer, and no more is read from the network until it listens.
QByteArray FrontDoor::holdBack(QTcpSocket *socket)
{
    const QByteArray received = socket->readAll();
    const qsizetype length = headLength(received);
    socket->setReadBufferSize(length);
    for (qsizetype i = length; i > 0; --i)
        socket->ungetChar(received[i - 1]);
    return received.sliced(length);
}

void FrontDoor::giveBack(QTcpSocket *socket, const QByteArray &early)
{
    socket->setReadBufferSize(0);
    for (qsizetype i = early.size(); i > 0; --i)
        socket->ungetChar(early[i - 1]);
    if (!early.isEmpty())
        QMetaObject::invokeMethod(socket, &QTcpSocket::readyRead, Qt::QueuedConnection);
}

void FrontDoor::receiveUpgraded()
{
    while (QWebSocket *socket = upgrader_.nextPendingConnection()) {
        const Upgrading upgraded = upgrading_.take({socket->peerAddress(), socket->peerPort()});
        socket->setParent(nullptr);
        socket->setMaxAllowedIncomingFrameSize(limits_.frameBytes);
        socket->setMaxAllowedIncomingMessageSize(limits_.frameBytes);
        welcome_(socket, upgraded.caller);
        giveBack(upgraded.socket, upgraded.early);
    }
}

void FrontDoor::refuse(QTcpSocket *socket, RefusalReason reason)
{
    const bool named = pending_[socket].caller.has_value();
    if (!named)
        turnedAway_(reason, plainAddress(socket->peerAddress()));
    socket->disconnect(this);
    connect(socket, &QTcpSocket::disconnected, this, [this, socket] { forget(socket); });
    // What was not read yet would turn the close into a reset that swallows the response.
    socket->readAll();
    socket->write(refusalResponse(reason));
    socket->disconnectFromHost();
    // A caller that neither reads nor closes is cut off at the deadline.
    if (const auto it = pending_.find(socket); it != pending_.end()) {
        it->deadline = Clock::now() + goodbyeTimeout;
        it->refused = true;
    }
}

void FrontDoor::forget(QTcpSocket *socket)
{
    if (pending_.remove(socket) == 0)
        return;
    --connections_;
    socket->deleteLater();
}

void FrontDoor::closeSlowCallers()
{
    listenAgain();
    const auto now = Clock::now();
    QList<QTcpSocket *> late;
    QSet<QString> silent; // each address once: there may be a flood of them
    for (auto it = pending_.constBegin(); it != pending_.constEnd(); ++it) {
        if (it->deadline > now)
            continue;
        late.append(it.key());
        if (!it->caller && !it->refused)
            silent.insert(plainAddress(it.key()->peerAddress()));
    }
    for (const QString &address : std::as_const(silent))
        turnedAway_(RefusalReason::MalformedRequest, address);
    for (QTcpSocket *socket : late)
        socket->abort(); // emits disconnected, which forgets it
}

} // namespace csms
