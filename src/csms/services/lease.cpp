// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/services/lease.h"

#include "store/nodes.h"

#include <QSysInfo>

#include <algorithm>

namespace csms {
namespace {

constexpr std::chrono::seconds lease{60};

} // namespace

bool renewLease(store::Database &db, const QString &node, ocpp::Timestamp now)
{
    store::Nodes nodes(db);
    const auto known = nodes.list();
    const auto own = std::ranges::find(known, node, &store::Node::id);
    if (own == known.end() || own->leaseUntil - now < lease * 2 / 3)
        nodes.renew({node, QSysInfo::machineHostName(), now + lease});
    for (const store::Node &dead : nodes.dead(now)) {
        if (dead.id != node)
            nodes.leave(dead.id);
    }
    return own == known.end();
}

} // namespace csms
