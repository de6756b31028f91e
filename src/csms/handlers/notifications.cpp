// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/handlers/handlers.h"
#include "csms/services/firmwareservice.h"
#include "csms/services/loadbalancer.h"
#include "csms/services/outcomes.h"
#include "csms/services/reservationservice.h"
#include "csms/services/stationfileservice.h"
#include "store/certificaterequests.h"
#include "store/connectors.h"
#include "store/securityevents.h"
#include "store/stationevents.h"

#include <QAnyStringView>

using namespace Qt::Literals::StringLiterals;

namespace csms {
namespace {

void noteEvent(Context &context, QLatin1StringView kind, QAnyStringView status, const QString &text = {})
{
    store::StationEvents(context.db)
        .add({0, context.station.id, kind, status.toString(), text, context.received, context.received});
}

QString requestText(const std::optional<int> &requestId)
{
    return requestId ? u"requestId %1"_s.arg(*requestId) : QString();
}

} // namespace

ocpp::StatusNotification::Response handle(Context &context, const ocpp::StatusNotification::Request &r)
{
    const bool isNews = store::Connectors(context.db)
                            .report({0, context.station.id, r.connectorId, toString(r.status), toString(r.errorCode),
                                     r.info.value_or(QString()), r.vendorId.value_or(QString()),
                                     r.vendorErrorCode.value_or(QString()), r.timestamp, context.received});
    // A queued message is late, which looks like a clock that is behind; it never makes one look ahead.
    if (r.timestamp && (context.isLive || *r.timestamp > context.received))
        store::Stations(context.db).reportClockDrift(context.station.id, *r.timestamp - context.received);
    if (isNews) {
        outcomes::statusReported(context, r);
        reservations::statusReported(context, r);
        loadbalancer::touched(context.db, context.station.id, context.received);
    }
    return {};
}

ocpp::DiagnosticsStatusNotification::Response handle(Context &context,
                                                     const ocpp::DiagnosticsStatusNotification::Request &request)
{
    noteEvent(context, "diagnostics"_L1, toString(request.status));
    stationfiles::reported(context, false, toString(request.status), std::nullopt);
    return {};
}

ocpp::FirmwareStatusNotification::Response handle(Context &context,
                                                  const ocpp::FirmwareStatusNotification::Request &request)
{
    noteEvent(context, "firmware"_L1, toString(request.status));
    firmware::reported(context, toString(request.status), std::nullopt);
    return {};
}

ocpp::SignedFirmwareStatusNotification::Response handle(Context &context,
                                                        const ocpp::SignedFirmwareStatusNotification::Request &request)
{
    noteEvent(context, "firmware"_L1, toString(request.status), requestText(request.requestId));
    firmware::reported(context, toString(request.status), request.requestId);
    return {};
}

ocpp::LogStatusNotification::Response handle(Context &context, const ocpp::LogStatusNotification::Request &request)
{
    noteEvent(context, "log"_L1, toString(request.status), requestText(request.requestId));
    stationfiles::reported(context, true, toString(request.status), request.requestId);
    return {};
}

ocpp::SecurityEventNotification::Response handle(Context &context,
                                                 const ocpp::SecurityEventNotification::Request &request)
{
    store::SecurityEvent event;
    event.station = context.station.id;
    event.type = request.type;
    event.time = request.timestamp;
    event.received = context.received;
    event.techInfo = request.techInfo.value_or(QString());
    store::SecurityEvents(context.db).add(event);
    return {};
}

ocpp::SignCertificate::Response handle(Context &context, const ocpp::SignCertificate::Request &request)
{
    // A02.FR.11: accepted means that somebody can have it signed. The certificate follows in a message of its own, after
    // this answer (behaviour 37).
    const auto row = store::CertificateRequests(context.db).book(context.station.id, request.csr, context.received);
    const bool isRefused = row.state == store::CertificateRequestState::Refused;
    return {isRefused ? ocpp::GenericStatus::Rejected : ocpp::GenericStatus::Accepted};
}

} // namespace csms
