// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csms/doorkeeper.h"
#include "csms/handshake.h"

#include <QHash>
#include <QHostAddress>
#include <QWebSocketServer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

class QTcpSocket;
class QWebSocket;

namespace csms {

/// Where stations come in. Reads the HTTP head itself, with a size limit and a deadline, asks
/// `admit` whether the station may come in, refuses with a plain HTTP status before any upgrade, and lets
/// QWebSocketServer do the upgrade of those that may.
///
/// QWebSocketServer alone would not do: its backlog of 50 loses connections in a reconnect storm, it upgrades
/// before anybody is asked, and its handshake timer does not apply to handleConnection().
/// Lives on the socket thread.
class FrontDoor final : public QObject {
    Q_OBJECT

public:
    struct Limits {
        std::chrono::milliseconds handshakeTimeout{10'000};
        qsizetype connections = 20'000; ///< pending and open together
        quint64 frameBytes = 262'144;   ///< larger frames and messages close the connection (1009)
    };

    /// Somebody at the door, or just let in.
    struct Caller {
        Handshake handshake;
        QString remoteAddress; ///< "192.168.1.20"
        QString localAddress;  ///< by which the station reached us: the Host header
        std::weak_ptr<const void> presence{}; ///< expired once it hung up before it was let in
    };

    /// Answers exactly once, on the socket thread, now or later: nothing = come in.
    using Verdict = std::function<void(std::optional<RefusalReason>)>;
    using Admit = std::function<void(const Caller &, const Verdict &)>;
    /// Takes ownership of the socket.
    using Welcome = std::function<void(QWebSocket *, const Caller &)>;
    /// Refused before a station was named: a browser, garbage, a caller too slow.
    using TurnedAway = std::function<void(RefusalReason, const QString &remoteAddress)>;

    FrontDoor(const Limits &limits, Admit admit, Welcome welcome, TurnedAway turnedAway, QObject *parent = nullptr);
    ~FrontDoor() override;

    /// The port it listens on, which the system chooses if `port` is 0. The error text names address and port.
    tl::expected<quint16, QString> open(const QHostAddress &address, quint16 port);

    /// Listens no longer and hangs up on everybody who was not let in yet; a verdict that comes later changes nothing.
    void shut();

    /// Closes callers whose head is not there in time, and listens again where the system had refused to. To be called
    /// about once a second.
    void closeSlowCallers();

    /// One connection that came through this door is gone.
    void noteDeparture();

private:
    using Clock = std::chrono::steady_clock;
    struct Pending {
        Clock::time_point deadline;
        std::optional<Caller> caller; // set once the head is read and somebody decides
        bool refused;
        std::shared_ptr<const void> presence{}; // as long as somebody decides
    };
    using Peer = std::pair<QHostAddress, quint16>;

    void receive(qintptr descriptor);
    void readHead(QTcpSocket *socket);
    void ask(QTcpSocket *socket, Handshake handshake);
    void upgrade(QTcpSocket *socket);
    static QByteArray holdBack(QTcpSocket *socket);
    static void giveBack(QTcpSocket *socket, const QByteArray &early);
    void refuse(QTcpSocket *socket, RefusalReason reason);
    void forget(QTcpSocket *socket);
    void receiveUpgraded();
    void sufferDeafness(const QString &reason);
    void turnAwayForWantOfRoom(QTcpSocket *socket);
    void listenAgain();

    const Limits limits_;
    const Admit admit_;
    const Welcome welcome_;
    const TurnedAway turnedAway_;
    Doorkeeper keeper_;
    QWebSocketServer upgrader_;
    QHash<QTcpSocket *, Pending> pending_;
    struct Upgrading {
        Caller caller;
        QTcpSocket *socket;
        QByteArray early; ///< what came behind the request's head
    };
    QHash<Peer, Upgrading> upgrading_;
    qsizetype connections_ = 0;
    bool isDeaf_ = false; ///< the system refuses to hand over who waits at the port
    bool deafnessTold_ = false;
    bool fullnessTold_ = false; ///< once is enough: a crowd at the door would fill the journal
};

} // namespace csms
