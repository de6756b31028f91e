// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/booting.h"
#include "simulator/certificates.h"
#include "simulator/filetransfers.h"
#include "simulator/heartbeats.h"
#include "simulator/metering.h"
#include "simulator/statusreports.h"

namespace simulator {

/// TriggerMessage (5.17) and, with the security extension, ExtendedTriggerMessage (W 5.5).
class Triggering {
public:
    Triggering(const Connectors &connectors, const Registration &registration, Booting &booting, Heartbeats &heartbeats,
               Metering &metering, StatusReports &reports, Certificates &certificates, FileTransfers &files);

    Answer<ocpp::TriggerMessage::Response> handle(const ocpp::TriggerMessage::Request &request);
    Answer<ocpp::ExtendedTriggerMessage::Response> handle(const ocpp::ExtendedTriggerMessage::Request &request);

private:
    Answer<ocpp::TriggerMessage::Response> answerTo(const ocpp::ExtendedTriggerMessage::Request &request);
    /// Accepted, unless the station has nothing to do with files.
    Answer<ocpp::TriggerMessage::Response> aboutFiles(std::function<void()> tell) const;
    void tellStatus(const std::optional<int> &connectorId);
    void tellMeterValues(const std::optional<int> &connectorId);

    const Connectors &connectors_;
    const Registration &registration_;
    Booting &booting_;
    Heartbeats &heartbeats_;
    Metering &metering_;
    StatusReports &reports_;
    Certificates &certificates_;
    FileTransfers &files_;
};

} // namespace simulator
