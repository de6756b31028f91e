// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThread>

#include <tl/expected.hpp>

class QHostAddress;
class QTcpServer;

namespace csms {

/// Takes callers out of the system's queue the moment they come, on a thread of its own. A thread that also reads, upgrades
/// and answers leaves them standing meanwhile: of thousands that return at once the queue then turns some away, and their
/// systems try again only after 1, 3 and 7 seconds.
/// Lives on the socket thread; so do its signals' receivers.
class Doorkeeper final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    ~Doorkeeper() override;

    /// Listens, with a queue that a storm of reconnects fits into. The port, which the system chooses if `port` is 0; or what
    /// the system says against it.
    tl::expected<quint16, QString> open(const QHostAddress &address, quint16 port);
    bool isOpen() const { return thread_.isRunning(); }
    /// Listens no longer. Callers taken before may still be on their way to arrived(): see QCoreApplication::sendPostedEvents().
    void shut();

    /// Goes on after deaf().
    void resume();

signals:
    /// Whoever receives it owns the socket.
    void arrived(qintptr descriptor);
    /// The system refuses to hand over who waits at the port; nobody is taken any more until resume().
    void deaf(const QString &reason);

private:
    QThread thread_;
    QTcpServer *ear_ = nullptr; ///< on that thread, and gone with it
};

} // namespace csms
