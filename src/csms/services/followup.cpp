// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/services/followup.h"

#include "csms/services/certificateservice.h"
#include "csms/services/configurationservice.h"
#include "csms/services/firmwareservice.h"
#include "csms/services/loadbalancer.h"
#include "csms/services/locallistservice.h"
#include "csms/services/outcomes.h"
#include "csms/services/profileservice.h"
#include "csms/services/reservationservice.h"
#include "csms/services/stationfileservice.h"
#include "csms/vendors/vendorhandlers.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;
using store::CommandState;

namespace csms {
namespace {

constexpr std::array accepting{"Accepted"_L1,       "AcceptedCanceled"_L1, "Scheduled"_L1,
                               "RebootRequired"_L1, "Unlocked"_L1};

template<class R>
concept HasStatus = requires(const R &response) { response.status; };

/// "None there" is an answer, not a refusal.
template<class R>
constexpr bool noneIsAnAnswer = std::is_same_v<R, ocpp::ClearChargingProfile::Response>
                                || std::is_same_v<R, ocpp::GetInstalledCertificateIds::Response>;

template<class R> CommandState stateOfResponse(const R &response)
{
    if constexpr (HasStatus<R> && !noneIsAnAnswer<R>) {
        const bool accepted = std::ranges::find(accepting, QLatin1StringView(toString(response.status))) != accepting.end();
        return accepted ? CommandState::Accepted : CommandState::Rejected;
    } else {
        return CommandState::Accepted; // an answer without a status is the acceptance
    }
}

template<class R> void after(Context &context, const store::Command &command, const R &response)
{
    if (stateOfResponse(response) == CommandState::Accepted)
        outcomes::follow(context, command, false);
}

void after(Context &context, const store::Command &command, const ocpp::ChangeAvailability::Response &response)
{
    if (response.status != ocpp::AvailabilityStatus::Rejected)
        outcomes::follow(context, command, response.status == ocpp::AvailabilityStatus::Scheduled);
}

void after(Context &context, const store::Command &command, const ocpp::DataTransfer::Response &response)
{
    vendors::answered(context, command, response);
}

void after(Context &context, const store::Command &command, const ocpp::ChangeConfiguration::Response &response)
{
    configuration::changed(context, command, response);
}

void after(Context &context, const store::Command &command, const ocpp::GetConfiguration::Response &response)
{
    configuration::reported(context, command, response);
}

void after(Context &context, const store::Command &, const ocpp::GetLocalListVersion::Response &response)
{
    locallist::versionReported(context, response);
}

void after(Context &context, const store::Command &command, const ocpp::SendLocalList::Response &response)
{
    locallist::updateAnswered(context, command, response);
}

void after(Context &context, const store::Command &command, const ocpp::ReserveNow::Response &response)
{
    reservations::reserveAnswered(context, command, response);
}

void after(Context &context, const store::Command &command, const ocpp::CancelReservation::Response &response)
{
    reservations::cancelAnswered(context, command, response);
}

void after(Context &context, const store::Command &command, const ocpp::SetChargingProfile::Response &response)
{
    if (loadbalancer::isOurs(command))
        return; // it looks at its commands itself
    profiles::answered(context, command, response);
}

void after(Context &context, const store::Command &command, const ocpp::ClearChargingProfile::Response &response)
{
    if (loadbalancer::isOurs(command))
        return loadbalancer::takenBack(context.db, command, context.received);
    profiles::answered(context, command, response);
}

void after(Context &context, const store::Command &command, const ocpp::GetCompositeSchedule::Response &response)
{
    profiles::answered(context, command, response);
}

void after(Context &context, const store::Command &command, const ocpp::UpdateFirmware::Response &response)
{
    firmware::answered(context, command, response);
}

void after(Context &context, const store::Command &command, const ocpp::SignedUpdateFirmware::Response &response)
{
    firmware::answered(context, command, response);
}

void after(Context &context, const store::Command &command, const ocpp::GetDiagnostics::Response &response)
{
    stationfiles::answered(context, command, response);
}

void after(Context &context, const store::Command &command, const ocpp::GetLog::Response &response)
{
    stationfiles::answered(context, command, response);
}

void after(Context &context, const store::Command &command, const ocpp::CertificateSigned::Response &response)
{
    certificates::answered(context, command, response);
}

void after(Context &context, const store::Command &command, const ocpp::InstallCertificate::Response &response)
{
    certificates::answered(context, command, response);
}

void after(Context &context, const store::Command &command, const ocpp::DeleteCertificate::Response &response)
{
    certificates::answered(context, command, response);
}

void after(Context &context, const store::Command &command, const ocpp::GetInstalledCertificateIds::Response &response)
{
    certificates::answered(context, command, response);
}

} // namespace

CommandState stateOf(const ocpp::AnyResponse &response)
{
    return std::visit([](const auto &r) { return stateOfResponse(r); }, response);
}

void followUp(Context &context, const store::Command &command, const ocpp::AnyResponse &response)
{
    std::visit([&](const auto &r) { after(context, command, r); }, response);
}

} // namespace csms
