// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/blocks.h"

namespace simulator {

Blocks::Blocks(const StationOptions &options, Timeline &timeline, Journal &journal)
    : random(options.seed), clock(timeline, options.clockError), connection(timeline, options, journal, random),
      configuration(options), caller(timeline, connection, registration, options, journal),
      connectors(timeline, options), queue(timeline, configuration, options, journal, caller),
      reports(connectors, configuration, clock, options, caller),
      reservations(timeline, connectors, configuration, clock, reports),
      metering(timeline, connectors, configuration, clock, options, queue, caller), localList(configuration),
      authorization(configuration, localList, clock, registration, caller),
      transactions(timeline, connectors, configuration, clock, options, registration, authorization, reservations,
                   queue, metering, reports),
      profiles(connectors, configuration, clock, options, transactions),
      usage(connectors, configuration, registration, options, authorization, reservations, transactions, metering,
            reports),
      availability(connectors, transactions, reports), certificates(options, configuration, clock, caller, journal),
      heartbeats(timeline, configuration, connection, clock, caller),
      booting(timeline, options, configuration, registration, clock, connection, caller, journal),
      resetting(timeline, transactions, queue),
      files(timeline, options, caller, booting, resetting, certificates, journal),
      triggering(connectors, registration, booting, heartbeats, metering, reports, certificates, files),
      plugAndCharge(options, caller, journal)
{
}

} // namespace simulator
