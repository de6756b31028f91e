// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/handlers/handlers.h"
#include "csms/services/firmwareservice.h"
#include "csms/services/loadbalancer.h"
#include "csms/services/outcomes.h"
#include "csms/services/reconciler.h"
#include "store/clock.h"
#include "store/configuration.h"
#include "store/stationevents.h"

using namespace Qt::Literals::StringLiterals;
using ocpp::RegistrationStatus;

namespace csms {
namespace {

store::BootFacts factsOf(const ocpp::BootNotification::Request &r)
{
    return {r.chargePointVendor,
            r.chargePointModel,
            r.chargePointSerialNumber.value_or(QString()),
            r.chargeBoxSerialNumber.value_or(QString()),
            r.firmwareVersion.value_or(QString()),
            r.iccid.value_or(QString()),
            r.imsi.value_or(QString()),
            r.meterType.value_or(QString()),
            r.meterSerialNumber.value_or(QString())};
}

RegistrationStatus onTheWire(store::Registration registration)
{
    switch (registration) {
    case store::Registration::Accepted:
        return RegistrationStatus::Accepted;
    case store::Registration::Pending:
        return RegistrationStatus::Pending;
    case store::Registration::Rejected:
        break;
    }
    return RegistrationStatus::Rejected;
}

} // namespace

ocpp::BootNotification::Response handle(Context &context, const ocpp::BootNotification::Request &request)
{
    store::Stations stations(context.db);
    // Read anew: the operator may have decided a moment ago, and the snapshot may be older.
    const auto row = stations.find(context.station.id);
    stations.reportBoot(context.station.id, factsOf(request), context.received);
    context.toldAtBoot = row ? row->registration : store::Registration::Rejected;
    const auto status = onTheWire(*context.toldAtBoot);
    if (status != RegistrationStatus::Accepted)
        return {status, store::now(), int(context.policy.bootRetryInterval.count())};

    store::Configuration(context.db).rebooted(context.station.id);
    outcomes::booted(context);
    firmware::booted(context, request.firmwareVersion.value_or(QString()), row->firmwareVersion);
    reconciler::booted(context.db, context.station.id, context.received);
    loadbalancer::booted(context.db, context.station.id, context.received);
    return {status, store::now(), int(context.policy.heartbeatInterval.count())};
}

ocpp::Heartbeat::Response handle(Context &, const ocpp::Heartbeat::Request &)
{
    return {store::now()};
}

} // namespace csms
