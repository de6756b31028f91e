// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/authorization.h"
#include "simulator/availability.h"
#include "simulator/booting.h"
#include "simulator/certificates.h"
#include "simulator/chargingprofiles.h"
#include "simulator/filetransfers.h"
#include "simulator/heartbeats.h"
#include "simulator/plugandcharge.h"
#include "simulator/resetting.h"
#include "simulator/triggering.h"
#include "simulator/usage.h"

namespace simulator {

/// The functional blocks of one station, each with the collaborators that it uses and no others. A new
/// feature profile is a new block: a member here.
struct Blocks {
    Blocks(const StationOptions &options, Timeline &timeline, Journal &journal);

    Random random;
    StationClock clock;
    Registration registration;
    Connection connection;
    ConfigurationKeys configuration;
    Caller caller;
    Connectors connectors;
    OfflineQueue queue;
    StatusReports reports;
    Reservations reservations;
    Metering metering;
    LocalAuthList localList;
    Authorization authorization;
    Transactions transactions;
    ChargingProfiles profiles;
    Usage usage;
    Availability availability;
    Certificates certificates;
    Heartbeats heartbeats;
    Booting booting;
    Resetting resetting;
    FileTransfers files;
    Triggering triggering;
    PlugAndCharge plugAndCharge;
};

} // namespace simulator
