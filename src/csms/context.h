// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csms/policy.h"
#include "csms/stationentry.h"
#include "ocpp/fault.h"

#include <QJsonObject>

namespace csms {

struct Consultation;

/// What a handler of a station's message may use. Exists on the writer thread, inside the message's savepoint.
struct Context {
    store::Database &db;
    const StationEntry &station;
    const Policy &policy;
    ocpp::Timestamp received;
    const QJsonObject &payload; ///< as received, to be kept where it cannot be booked
    bool isLive = false; ///< the message did not wait in the station's queue, as far as can be told
    std::optional<store::Registration> toldAtBoot{}; ///< set by the handler: what this answer tells the station
    QList<ocpp::Finding> findings{}; ///< added by the handler: deviations inside what is opaque to OCPP
    const Consultation *consulted = nullptr; ///< what was asked outside before; null: nothing had to be
};

} // namespace csms
