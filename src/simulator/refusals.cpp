// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/refusals.h"

namespace simulator {

using namespace Qt::Literals::StringLiterals;

namespace {

ocpp::Fault notImplemented()
{
    return {ocpp::ErrorCode::NotImplemented, {}, u"this station does not have the security extension"_s};
}

} // namespace

Answer<ocpp::DataTransfer::Response> Refusals::handle(const ocpp::DataTransfer::Request &)
{
    // 4.3: without data.
    return ocpp::DataTransfer::Response{ocpp::DataTransferStatus::UnknownVendorId, {}};
}

Answer<ocpp::CertificateSigned::Response> Refusals::handle(const ocpp::CertificateSigned::Request &)
{
    return notImplemented();
}

Answer<ocpp::DeleteCertificate::Response> Refusals::handle(const ocpp::DeleteCertificate::Request &)
{
    return notImplemented();
}

Answer<ocpp::ExtendedTriggerMessage::Response> Refusals::handle(const ocpp::ExtendedTriggerMessage::Request &)
{
    return notImplemented();
}

Answer<ocpp::GetInstalledCertificateIds::Response>
Refusals::handle(const ocpp::GetInstalledCertificateIds::Request &)
{
    return notImplemented();
}

Answer<ocpp::InstallCertificate::Response> Refusals::handle(const ocpp::InstallCertificate::Request &)
{
    return notImplemented();
}

} // namespace simulator
