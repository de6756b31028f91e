// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csms/context.h"
#include "csms/services/reconciler.h"
#include "ocpp/messages/locallist.h"

/// The topic "localList": brings a station's local authorization list to what is desired (behaviour 29). After a boot,
/// and when nobody knows what became of an update, the version is asked first; another one than ours, or a refused
/// update, means a Full one. What was accepted is written down at once, so parts go on where they stopped. Writer thread.
namespace csms::locallist {

reconciler::Difference difference(store::Database &db, const store::Station &station, ocpp::Timestamp now);
void booted(store::Database &db, const QString &station);
/// It may have been reset while it was away: an update on top of what it had would go wrong unseen.
bool connected(store::Database &db, const QString &station);
void failed(store::Database &db, const store::Command &command, store::CommandState state, const QString &error,
            ocpp::Timestamp now);

void versionReported(Context &context, const ocpp::GetLocalListVersion::Response &response);
/// Whoever sent it: what the station accepted is what it has.
void updateAnswered(Context &context, const store::Command &command, const ocpp::SendLocalList::Response &response);

} // namespace csms::locallist
