// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csms/context.h"
#include "ocpp/messages/core.h"
#include "ocpp/messages/smartcharging.h"
#include "store/commands.h"
#include "store/sites.h"

/// Keeps the fuses of sites: looks at what cars want and what flows, and tells stations what they may draw
/// (charging/loadplan.h). Each station has a ChargePointMaxProfile for good, and one above it that expires: that purpose
/// limits all connectors together, and no TxProfile of anybody overrules it (3.13.1). Writer thread.
namespace csms::loadbalancer {

/// Sites whose look is due.
void runDue(store::Database &db, const QString &node, ocpp::Timestamp now, const LoadBalancingPolicy &policy = {});
/// A car came or went, a station connected or was lost: its site is looked at with the next tick.
void touched(store::Database &db, const QString &station, ocpp::Timestamp now);
void measured(Context &context, const ocpp::MeterValues::Request &request);

/// Whether the command hands out, or takes back, a limit of ours.
bool isOurs(const store::Command &command);
/// One of ours ended, whatever became of it.
void ended(store::Database &db, const store::Command &command, ocpp::Timestamp now);
/// Sent from now on. Somebody else's may change what the station holds of ours, whether its answer is heard or not: then
/// the station counts with all it can draw until it has taken ours again.
void sent(store::Database &db, const store::Command &command, ocpp::Timestamp now);
/// Accepted after a boot: nobody knows what it has kept.
void booted(store::Database &db, const QString &station, ocpp::Timestamp now);
/// Ours was answered: what we took back is gone.
void takenBack(store::Database &db, const store::Command &command, ocpp::Timestamp now);

} // namespace csms::loadbalancer
