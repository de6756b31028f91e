// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

namespace store {

/// An engine that holds sockets. While its lease runs, what it says about its stations counts.
struct Node {
    QString id{};
    QString name{}; ///< for people: usually the host's
    ocpp::Timestamp leaseUntil{};

    static const RowTable &table();
};

class Nodes {
public:
    explicit Nodes(Database &db) : db_(db) { }

    /// Registers, or prolongs the lease.
    void renew(const Node &node);
    QList<Node> list();
    /// Those whose lease ran out before `at`.
    QList<Node> dead(ocpp::Timestamp at);
    /// Gives up the lease in order: its stations are offline, their sent commands unknown. Also for another
    /// node that is dead.
    void leave(const QString &id);

private:
    Database &db_;
};

} // namespace store
