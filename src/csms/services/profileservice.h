// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csms/context.h"
#include "csms/services/reconciler.h"
#include "ocpp/messages/core.h"
#include "ocpp/messages/smartcharging.h"
#include "store/transactions.h"

/// Brings desired charging profiles to stations, and keeps what stations have. Writer thread.
namespace csms::profiles {

/// The reconciler's topic.
reconciler::Difference difference(store::Database &db, const store::Station &station, ocpp::Timestamp now);
void booted(store::Database &db, const QString &station);
/// A CALLERROR to a command of the topic: without smart charging it is NotSupported (E 3.39).
void failed(store::Database &db, const store::Command &command, store::CommandState state, const QString &error,
            ocpp::Timestamp now);

/// Answers, also to commands that people sent.
void answered(Context &context, const store::Command &command, const ocpp::SetChargingProfile::Response &response);
void answered(Context &context, const store::Command &command, const ocpp::ClearChargingProfile::Response &response);
void answered(Context &context, const store::Command &command, const ocpp::GetCompositeSchedule::Response &response);
/// The station applies the profile of the RemoteStartTransaction to this transaction (E 3.42).
void startedWithProfile(Context &context, const store::Command &remoteStart, const store::Transaction &transaction);

/// Why a RemoteStartTransaction with this profile must not go out (E 3.41); empty if it may.
QString remoteStartHindrance(const QJsonObject &remoteStart);

} // namespace csms::profiles
