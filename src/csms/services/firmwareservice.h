// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csms/context.h"
#include "csms/services/reconciler.h"
#include "ocpp/messages.h"
#include "store/firmware.h"

/// Updates, from the command to the version that the station reports. The reconciler sends what store::Firmware planned;
/// here is what follows from what stations say, and from what they do not say. Writer thread.
namespace csms::firmware {

/// The update that is to be sent to this station, or called back.
reconciler::Difference difference(store::Database &db, const store::Station &station, ocpp::Timestamp now);

void answered(Context &context, const store::Command &command, const ocpp::UpdateFirmware::Response &response);
void answered(Context &context, const store::Command &command, const ocpp::SignedUpdateFirmware::Response &response);
/// Of FirmwareStatusNotification and SignedFirmwareStatusNotification, as on the wire.
void reported(Context &context, QLatin1StringView status, std::optional<int> requestId);
/// The version of a boot says more than statuses that may never come (behaviour 31).
void booted(Context &context, const QString &version);
/// What waited for too long, and what the reconciler gave up.
void giveUpDue(store::Database &db, ocpp::Timestamp now);

} // namespace csms::firmware
