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

/// What its command says as it is sent: with the address by which the station reaches us now. The error says why it is not
/// sent.
tl::expected<QJsonObject, QString> payloadNow(store::Database &db, const store::Station &station,
                                              const store::Command &command, ocpp::Timestamp now);
/// It left, with a link that lives from now on.
void sent(store::Database &db, const store::Command &command, ocpp::Timestamp now);
/// It did not leave after all.
void unsent(store::Database &db, const store::Command &command);
/// What the station refused it does not work on.
void failed(store::Database &db, const store::Command &command, store::CommandState state, const QString &error,
            ocpp::Timestamp now);

void answered(Context &context, const store::Command &command, const ocpp::UpdateFirmware::Response &response);
void answered(Context &context, const store::Command &command, const ocpp::SignedUpdateFirmware::Response &response);
/// Of FirmwareStatusNotification and SignedFirmwareStatusNotification, as on the wire.
void reported(Context &context, QLatin1StringView status, std::optional<int> requestId);
/// The version of a boot says more than statuses that may never come (behaviour 31). `before`: of the boot before.
void booted(Context &context, const QString &version, const QString &before);
/// What waited for too long, and what the reconciler gave up.
void giveUpDue(store::Database &db, ocpp::Timestamp now);

} // namespace csms::firmware
