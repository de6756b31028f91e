// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/stations.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <functional>
#include <optional>
#include <variant>
#include <vector>

namespace csms {

class Switchboard;

/// Numbers each connection since the engine started. A number, not a pointer: the writer thread may name a
/// connection that is gone.
using ConnectionId = quint64;

/// A CALL of ours on its way.
struct OutgoingCall {
    qint64 commandId;
    QString messageId;
    QString action;
    std::chrono::seconds timeout;
};

/// A frame to send, now that its effect is committed.
struct Delivery {
    ConnectionId connection;
    QByteArray frame;
    std::optional<OutgoingCall> call{};
    std::optional<store::Registration> toldAtBoot{}; ///< this is a BootNotification.conf, and says that
};

/// What the writer thread wants the socket thread to do. Filled while a batch runs and handed over in one event
/// after its commit, in order: an answer leaves before the call that follows from it.
class Outbox
{
public:
    using Action = std::function<void(Switchboard &)>;

    explicit Outbox(Switchboard &switchboard) : switchboard_(switchboard) {}

    void put(Delivery delivery) { items_.emplace_back(std::move(delivery)); }
    void put(Action action) { items_.emplace_back(std::move(action)); }

    /// Writer thread, after each batch.
    void flush();

private:
    using Item = std::variant<Delivery, Action>;

    Switchboard &switchboard_;
    std::vector<Item> items_;
};

} // namespace csms
