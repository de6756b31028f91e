// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/nodes.h"

#include "store/stations.h"

using namespace Qt::Literals::StringLiterals;

namespace store {

namespace {

constexpr Column nodeColumns[] = {
    column<&Node::id>("id"_L1, ColumnRole::Key),
    column<&Node::name>("name"_L1),
    column<&Node::leaseUntil>("lease_until"_L1),
};
constexpr RowTable nodeTable{"nodes"_L1, nodeColumns};

} // namespace

const RowTable &Node::table()
{
    return nodeTable;
}

void Nodes::renew(const Node &node)
{
    // Every few seconds: a change only when it appears, or comes back to life.
    const int prolonged = db_.run(u"UPDATE nodes SET lease_until = ? WHERE id = ? AND name = ?"_s,
                                  {node.leaseUntil, node.id, node.name});
    if (prolonged > 0)
        return;
    db_.save(node);
    db_.noteChange(Table::Nodes, {}, node.id);
}

QList<Node> Nodes::list()
{
    return db_.rows<Node>(u"ORDER BY name, id"_s);
}

QList<Node> Nodes::dead(ocpp::Timestamp at)
{
    return db_.rows<Node>(u"WHERE lease_until < ? ORDER BY id"_s, {at});
}

void Nodes::leave(const QString &id)
{
    Stations(db_).markNodeOffline(id);
    db_.run(u"DELETE FROM nodes WHERE id = ?"_s, {id});
    db_.noteChange(Table::Nodes, {}, id);
}

} // namespace store
