// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csms/metrics.h"
#include "csms/policy.h"
#include "store/changefeed.h"
#include "store/location.h"
#include "store/retention.h"
#include "store/writer.h"

#include <QObject>
#include <QThread>
#include <QTimer>

#include <memory>

namespace csms {

class Outbox;
class Switchboard;

struct EngineOptions {
    store::Location location;
    QString node;         ///< of this engine among several on one database; stable over restarts
    QString bind;         ///< address for the stations; empty or 0.0.0.0: all of this machine
    quint16 port = 9000;  ///< 0: a free one
    Policy policy{};
    store::RetentionPolicy retention{};
};

/// The central system: one thread for the stations' sockets, one that writes. Made and used on one thread (the
/// GUI's, or the daemon's main thread), which it never blocks but in start() and stop().
class Engine final : public QObject
{
    Q_OBJECT

public:
    explicit Engine(EngineOptions options, QObject *parent = nullptr);
    ~Engine() override;

    /// Opens the database, then the port. The error says what, why and what to do.
    tl::expected<void, QString> start();
    /// Says goodbye to the stations, writes what is queued, ends the threads. Also done by the destructor.
    void stop();

    /// Of the stations; known after start().
    quint16 port() const { return port_; }
    store::Writer &writer() { return writer_; }
    /// Changes of this engine and of others on the same database.
    store::ChangeFeed &changes() { return *feed_; }
    const Metrics &metrics() const { return metrics_; }

private:
    tl::expected<void, QString> openDoor();
    tl::expected<void, QString> takeOver();
    void follow(const store::ChangeSet &changes);

    const EngineOptions options_;
    Metrics metrics_;
    store::Writer writer_;
    std::unique_ptr<store::ChangeFeed> feed_;
    QThread socketThread_;
    std::unique_ptr<Switchboard> board_; // lives on the socket thread
    std::unique_ptr<Outbox> outbox_;     // lives on the writer thread
    QTimer upkeep_;
    quint16 port_ = 0;
    bool running_ = false;
};

} // namespace csms
