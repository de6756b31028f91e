// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/event.h"
#include "simulator/journal.h"
#include "simulator/random.h"
#include "simulator/stationoptions.h"
#include "simulator/timeline.h"

#include <QObject>

class QWebSocket;

namespace simulator {

/// The line to the central system: opens it, keeps it open with back-off (JE 3.4), and carries texts.
class Connection : public QObject {
    Q_OBJECT

public:
    Connection(Timeline &timeline, const StationOptions &options, Journal &journal, Random &random);
    ~Connection() override;

    /// Connects now, and again whenever the line is lost, until disconnect.
    void open();
    /// Closes in good order and stays away.
    void close();
    /// The cable is cut: no closing handshake. Stays away.
    void cut();
    /// It breaks: no closing handshake, and it is tried again as whenever it is lost.
    void lose();
    /// Closes in good order and connects at once, for new credentials (W A01).
    void reopen();

    bool isOpen() const { return open_; }
    /// Counts the lines opened so far: an answer belongs on the line that its request came by.
    int generation() const { return generation_; }
    void setPassword(const QByteArray &password) { password_ = password; }
    /// 9.1.34: seconds between pings of ours; 0: none. A ping without a pong by the next one ends the line.
    void setPingInterval(std::chrono::seconds interval);
    void send(const QByteArray &text);
    ocpp::Timestamp lastSent() const { return lastSent_; }

    Event<> opened;
    Event<> closed;
    Event<const QByteArray &> received;

private:
    void attempt();
    void listenTo(QWebSocket *socket);
    void socketOpened();
    void socketLost();
    void letGo(bool inOrder);
    void retryLater();
    void ping();
    QUrl address() const;

    Timeline &timeline_;
    const StationOptions &options_;
    Journal &journal_;
    Random &random_;
    QWebSocket *socket_ = nullptr;
    QByteArray password_;
    bool wanted_ = false;
    bool open_ = false;
    bool pongMissing_ = false;
    int failures_ = 0;
    int generation_ = 0;
    ocpp::Timestamp lastSent_{};
    std::chrono::seconds pingInterval_{0};
    Alarm retry_;
    Alarm handshake_;
    Alarm nextPing_;
};

} // namespace simulator
