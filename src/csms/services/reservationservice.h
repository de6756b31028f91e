// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csms/context.h"
#include "ocpp/messages/core.h"
#include "ocpp/messages/reservation.h"
#include "store/commands.h"
#include "store/transactions.h"

/// Follows reservations from the station's acceptance to their end (behaviour 30). Their time is watched by ClockJob.
/// Writer thread.
namespace csms::reservations {

/// Why this ReserveNow must not be sent; empty if it may.
QString hindrance(store::Database &db, const store::Station &station, const store::Command &reserveNow, ocpp::Timestamp now);

/// Asks an online station once more for what nobody knows whether it reserved it, and after a boot for all that it is to keep
/// free. Not for what was cancelled since, or is over.
void keepTrue(store::Database &db, const store::Station &station, ocpp::Timestamp now);

void reserveAnswered(Context &context, const store::Command &command, const ocpp::ReserveNow::Response &response);
void cancelAnswered(Context &context, const store::Command &command, const ocpp::CancelReservation::Response &response);
/// Of an accepted start; a refused one ends no reservation.
void transactionStarted(Context &context, const store::Transaction &transaction, const QString &parentIdTag);
/// Of a status that is the connector's newest.
void statusReported(Context &context, const ocpp::StatusNotification::Request &status);

} // namespace csms::reservations
