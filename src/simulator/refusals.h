// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/answer.h"

#include "ocpp/messages.h"

namespace simulator {

/// The requests of profiles that this station does not have, each refused in the way the specification gives
/// for it, and vendors' messages that it does not know.
class Refusals {
public:
    Answer<ocpp::DataTransfer::Response> handle(const ocpp::DataTransfer::Request &);

    // Local lists: the messages have words for "not supported" (5.10, 7.47).
    Answer<ocpp::GetLocalListVersion::Response> handle(const ocpp::GetLocalListVersion::Request &);
    Answer<ocpp::SendLocalList::Response> handle(const ocpp::SendLocalList::Request &);

    // Known to OCPP 1.6, not to this station: NotSupported (J 4.2.3; E 3.39 says so for smart charging).
    Answer<ocpp::CancelReservation::Response> handle(const ocpp::CancelReservation::Request &);
    Answer<ocpp::ReserveNow::Response> handle(const ocpp::ReserveNow::Request &);
    Answer<ocpp::ClearChargingProfile::Response> handle(const ocpp::ClearChargingProfile::Request &);
    Answer<ocpp::GetCompositeSchedule::Response> handle(const ocpp::GetCompositeSchedule::Request &);
    Answer<ocpp::SetChargingProfile::Response> handle(const ocpp::SetChargingProfile::Request &);

    // The security extension: a station without it has never heard of them, NotImplemented.
    Answer<ocpp::CertificateSigned::Response> handle(const ocpp::CertificateSigned::Request &);
    Answer<ocpp::DeleteCertificate::Response> handle(const ocpp::DeleteCertificate::Request &);
    Answer<ocpp::ExtendedTriggerMessage::Response> handle(const ocpp::ExtendedTriggerMessage::Request &);
    Answer<ocpp::GetInstalledCertificateIds::Response>
    handle(const ocpp::GetInstalledCertificateIds::Request &);
    Answer<ocpp::InstallCertificate::Response> handle(const ocpp::InstallCertificate::Request &);
};

} // namespace simulator
