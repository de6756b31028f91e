// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csms/context.h"
#include "ocpp/messages.h"

/// One handler per message that a station sends. Plain functions: what they return is the answer, what they wrote
/// is committed before it leaves, and when the database fails the message is answered with InternalError.
namespace csms {

ocpp::Authorize::Response handle(Context &, const ocpp::Authorize::Request &);
ocpp::BootNotification::Response handle(Context &, const ocpp::BootNotification::Request &);
ocpp::DataTransfer::Response handle(Context &, const ocpp::DataTransfer::Request &);
ocpp::DiagnosticsStatusNotification::Response handle(Context &, const ocpp::DiagnosticsStatusNotification::Request &);
ocpp::FirmwareStatusNotification::Response handle(Context &, const ocpp::FirmwareStatusNotification::Request &);
ocpp::Heartbeat::Response handle(Context &, const ocpp::Heartbeat::Request &);
ocpp::LogStatusNotification::Response handle(Context &, const ocpp::LogStatusNotification::Request &);
ocpp::MeterValues::Response handle(Context &, const ocpp::MeterValues::Request &);
ocpp::SecurityEventNotification::Response handle(Context &, const ocpp::SecurityEventNotification::Request &);
ocpp::SignCertificate::Response handle(Context &, const ocpp::SignCertificate::Request &);
ocpp::SignedFirmwareStatusNotification::Response handle(Context &,
                                                        const ocpp::SignedFirmwareStatusNotification::Request &);
ocpp::StartTransaction::Response handle(Context &, const ocpp::StartTransaction::Request &);
ocpp::StatusNotification::Response handle(Context &, const ocpp::StatusNotification::Request &);
ocpp::StopTransaction::Response handle(Context &, const ocpp::StopTransaction::Request &);

/// StartTransaction, StopTransaction and MeterValues: an error would make the station repeat them for ever (4.7, 4.8, 4.10).
bool isAnsweredInAnyCase(QStringView action);

/// Keeps one of those that cannot be read, or not be booked (InternalError), and says what to answer. Nothing for every other action: answer the fault.
std::optional<QJsonObject> parkUndecodable(Context &, QStringView action, const ocpp::Fault &);

} // namespace csms
