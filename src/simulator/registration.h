// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/enums.h"

#include <optional>

namespace simulator {

/// What the central system thinks of this station since its last boot (4.2).
struct Registration {
    std::optional<ocpp::RegistrationStatus> status; // nothing: no BootNotification was answered yet
    bool acceptedBefore = false; // by this central system, in an earlier life

    bool isAccepted() const { return status == ocpp::RegistrationStatus::Accepted; }
    bool isRejected() const { return status == ocpp::RegistrationStatus::Rejected; }
};

} // namespace simulator
