// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/triggering.h"

namespace simulator {

using namespace Qt::Literals::StringLiterals;

using ocpp::MessageTrigger;
using ocpp::TriggerMessageStatus;

Triggering::Triggering(const Connectors &connectors, const Registration &registration, Booting &booting,
                       Heartbeats &heartbeats, Metering &metering, StatusReports &reports, Certificates &certificates,
                       FileTransfers &files)
    : connectors_(connectors), registration_(registration), booting_(booting), heartbeats_(heartbeats),
      metering_(metering), reports_(reports), certificates_(certificates), files_(files)
{
}

Answer<ocpp::TriggerMessage::Response> Triggering::handle(const ocpp::TriggerMessage::Request &request)
{
    using Response = ocpp::TriggerMessage::Response;
    const Response accepted{TriggerMessageStatus::Accepted};
    const Response rejected{TriggerMessageStatus::Rejected};
    const bool connectorExists = !request.connectorId || connectors_.find(*request.connectorId);
    switch (request.requestedMessage) {
    case MessageTrigger::BootNotification:
        if (registration_.isAccepted())
            return rejected; // E 3.35
        return {accepted, [this] { booting_.tellNow(); }};
    case MessageTrigger::Heartbeat:
        return {accepted, [this] { heartbeats_.tellNow(Caller::When::Always); }};
    case MessageTrigger::StatusNotification:
        if (!connectorExists)
            return rejected;
        return {accepted, [this, id = request.connectorId] { tellStatus(id); }};
    case MessageTrigger::MeterValues:
        if (!connectorExists)
            return rejected;
        return {accepted, [this, id = request.connectorId] { tellMeterValues(id); }};
    case MessageTrigger::DiagnosticsStatusNotification:
        return aboutFiles([this] { files_.tellDiagnosticsNow(); });
    case MessageTrigger::FirmwareStatusNotification:
        return aboutFiles([this] { files_.tellFirmwareNow(); });
    }
    Q_UNREACHABLE();
}

Answer<ocpp::ExtendedTriggerMessage::Response>
Triggering::handle(const ocpp::ExtendedTriggerMessage::Request &request)
{
    using Extended = ocpp::ExtendedMessageTrigger;
    using Response = ocpp::ExtendedTriggerMessage::Response;
    if (!certificates_.isKnown())
        return ocpp::Fault{ocpp::ErrorCode::NotImplemented, {}, u"this station does not have the security extension"_s};
    if (request.requestedMessage == Extended::SignChargePointCertificate)
        return {Response{TriggerMessageStatus::Accepted}, [this] { certificates_.requestOwn(); }};
    const auto answer = answerTo(request);
    return {Response{answer.result->status}, answer.afterwards};
}

/// With the words of TriggerMessage, and without what only the security extension has.
Answer<ocpp::TriggerMessage::Response> Triggering::answerTo(const ocpp::ExtendedTriggerMessage::Request &request)
{
    using Extended = ocpp::ExtendedMessageTrigger;
    if (request.requestedMessage == Extended::FirmwareStatusNotification) // of signed updates
        return aboutFiles([this] { files_.tellSignedFirmwareNow(); });
    if (request.requestedMessage == Extended::LogStatusNotification)
        return aboutFiles([this] { files_.tellLogNow(); });
    const auto plain = ocpp::fromString<MessageTrigger>(QString(toString(request.requestedMessage)));
    if (!plain)
        return ocpp::TriggerMessage::Response{TriggerMessageStatus::NotImplemented};
    return handle(ocpp::TriggerMessage::Request{*plain, request.connectorId});
}

Answer<ocpp::TriggerMessage::Response> Triggering::aboutFiles(std::function<void()> tell) const
{
    if (!files_.isKnown())
        return ocpp::TriggerMessage::Response{TriggerMessageStatus::NotImplemented};
    return {ocpp::TriggerMessage::Response{TriggerMessageStatus::Accepted}, std::move(tell)};
}

void Triggering::tellStatus(const std::optional<int> &connectorId)
{
    // 5.17: without a connector the controller and all of them.
    for (int id = connectorId.value_or(0); id <= connectorId.value_or(connectors_.count()); ++id)
        reports_.tellNow(*connectors_.find(id));
}

void Triggering::tellMeterValues(const std::optional<int> &connectorId)
{
    for (int id = connectorId.value_or(0); id <= connectorId.value_or(connectors_.count()); ++id)
        metering_.tellNow(*connectors_.find(id));
}

} // namespace simulator
