// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csms/context.h"
#include "ocpp/messages.h"
#include "store/commands.h"

#include <tl/expected.hpp>

/// Diagnostics and logs: what stations say about those that they were asked for. The file server says whether they came.
/// Writer thread.
namespace csms::stationfiles {

/// What its command says as it is sent: with the address by which the station reaches us now, and a link that lives from
/// now on. The error says why it is not sent.
tl::expected<QJsonObject, QString> payloadNow(store::Database &db, const store::Station &station,
                                              const store::Command &command, ocpp::Timestamp now);

void answered(Context &context, const store::Command &command, const ocpp::GetDiagnostics::Response &response);
void answered(Context &context, const store::Command &command, const ocpp::GetLog::Response &response);
/// Of DiagnosticsStatusNotification and LogStatusNotification, as on the wire.
void reported(Context &context, bool isLog, QLatin1StringView status, std::optional<int> requestId);
/// Ends those that cannot come any more.
void giveUpDue(store::Database &db, ocpp::Timestamp now);

} // namespace csms::stationfiles
