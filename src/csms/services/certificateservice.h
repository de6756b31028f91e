// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csms/context.h"
#include "csms/services/reconciler.h"
#include "ocpp/messages/security.h"

/// The topic "certificates": delivers what an authority made of a station's request, and has the station trust in the roots
/// that are desired and in no others that were to go (W A02, A03, M03-M05). What it has it is asked after each change,
/// after a boot and on demand; its word counts, not its acceptance. Writer thread.
namespace csms::certificates {

reconciler::Difference difference(store::Database &db, const store::Station &station, ocpp::Timestamp now);
void booted(store::Database &db, const QString &station);
void failed(store::Database &db, const store::Command &command, store::CommandState state, const QString &error,
            ocpp::Timestamp now);

// Whoever sent the command: what the station did is so.
void answered(Context &context, const store::Command &command, const ocpp::CertificateSigned::Response &response);
void answered(Context &context, const store::Command &command, const ocpp::InstallCertificate::Response &response);
void answered(Context &context, const store::Command &command, const ocpp::DeleteCertificate::Response &response);
void answered(Context &context, const store::Command &command,
              const ocpp::GetInstalledCertificateIds::Response &response);

} // namespace csms::certificates
