// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/commands.h"

#include <QJsonObject>

/// What load balancing tells stations, and what may have become of it. Writer thread.
namespace csms::loadbalancer {

/// A command of ours; its id.
qint64 queueOurs(store::Database &db, const QString &station, QLatin1StringView action, const QJsonObject &payload,
                 ocpp::Timestamp now);
/// Stations that are in no site any more are not to be held back for ever: those that this node holds are told so.
void takeBackDue(store::Database &db, const QString &node, ocpp::Timestamp now);

} // namespace csms::loadbalancer
