// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csms/context.h"
#include "ocpp/messages.h"
#include "store/commands.h"

/// Diagnostics and logs: what stations say about those that they were asked for. The file server says whether they came.
/// Writer thread.
namespace csms::stationfiles {

void answered(Context &context, const store::Command &command, const ocpp::GetDiagnostics::Response &response);
void answered(Context &context, const store::Command &command, const ocpp::GetLog::Response &response);
/// Of DiagnosticsStatusNotification and LogStatusNotification, as on the wire.
void reported(Context &context, bool isLog, QLatin1StringView status, std::optional<int> requestId);
/// Ends those that cannot come any more.
void giveUpDue(store::Database &db, ocpp::Timestamp now);

} // namespace csms::stationfiles
