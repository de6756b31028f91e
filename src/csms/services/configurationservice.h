// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csms/context.h"
#include "csms/services/reconciler.h"
#include "ocpp/messages/core.h"
#include "store/commands.h"

/// Keeps a station's configuration as it is desired (behaviour 28): reads it, changes what differs, reads back. The changes
/// are the topic "configuration"; reading goes on while that is paused, because other topics need what is read. Writer
/// thread.
namespace csms::configuration {

/// Reads everything from an online station unless that was done since its last boot. What is read-only is not asked for.
void readIfNeeded(store::Database &db, const store::Station &station, ocpp::Timestamp now);

/// The topic. A key that the station refused waits for another wish, one that needs a reboot for that.
reconciler::Difference difference(store::Database &db, const store::Station &station, ocpp::Timestamp now);

/// Books what GetConfiguration said, then changes what differs. A key that was just changed and still reads otherwise
/// counts as rejected: changing it again would go on for ever.
void reported(Context &context, const store::Command &command, const ocpp::GetConfiguration::Response &response);

/// A command ended without a result. If it was ours and was to read everything, what is desired is sent all the same: a
/// station that cannot list its keys may well take a new value.
void unanswered(store::Database &db, const store::Command &command, ocpp::Timestamp now);

/// What ChangeConfiguration answered: books the state, follows the password, reads back.
void changed(Context &context, const store::Command &command, const ocpp::ChangeConfiguration::Response &response);

/// Whether the station, which is about to be refused, comes with the password of a change that it did not answer: then it
/// has taken it, and from now on that one is expected (W A01). As long as a late answer is waited for, about an hour, and
/// only until another password is valid, by an answer or because a person set it.
bool tookUnanswered(Context &context, const QByteArray &password);

} // namespace csms::configuration
