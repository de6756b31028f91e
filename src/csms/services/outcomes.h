// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csms/context.h"
#include "ocpp/messages/core.h"
#include "store/commands.h"
#include "store/transactions.h"

/// "Accepted" only means "will try" (behaviour 26, 27): accepted commands are followed until what they asked for is
/// seen, or their time is over. Writer thread. Outcomes are words for the window and the API:
/// transactionStarted:ID, transactionStopped:ID, rebooted, applied, arrived; and notStarted, notStopped, notRebooted,
/// notApplied, notArrived.
namespace csms::outcomes {

void booted(Context &context);
/// Of a status that is the connector's newest.
void statusReported(Context &context, const ocpp::StatusNotification::Request &status);
void transactionStarted(Context &context, const store::Transaction &transaction);
void transactionStopped(Context &context, const store::Transaction &transaction);
/// A message that may have been asked for by a trigger (5.17, W A05). context.payload is its request.
void messageArrived(Context &context, QStringView action);
/// Whether an accepted trigger awaits such a message. context.payload is its request.
bool isAskedFor(Context &context, QStringView action);

/// An accepted command: begins to wait for its outcome, if it has one. `scheduled`: the station does it when the
/// running session is over.
void follow(Context &context, const store::Command &command, bool scheduled);

/// Ends the waiting of those whose time is over.
void giveUpDue(store::Database &db, ocpp::Timestamp now);

} // namespace csms::outcomes
