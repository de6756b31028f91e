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


    // The security extension: a station without it has never heard of them, NotImplemented.
    Answer<ocpp::CertificateSigned::Response> handle(const ocpp::CertificateSigned::Request &);
    Answer<ocpp::DeleteCertificate::Response> handle(const ocpp::DeleteCertificate::Request &);
    Answer<ocpp::ExtendedTriggerMessage::Response> handle(const ocpp::ExtendedTriggerMessage::Request &);
    Answer<ocpp::GetInstalledCertificateIds::Response>
    handle(const ocpp::GetInstalledCertificateIds::Request &);
    Answer<ocpp::InstallCertificate::Response> handle(const ocpp::InstallCertificate::Request &);
};

} // namespace simulator
