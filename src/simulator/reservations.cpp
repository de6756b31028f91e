// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/reservations.h"

#include <algorithm>

namespace simulator {

using namespace Qt::Literals::StringLiterals;
using ocpp::ReservationStatus;
using Status = ocpp::ChargePointStatus;

namespace {

ocpp::Fault withoutReservations()
{
    return {ocpp::ErrorCode::NotSupported, {}, u"this station does not have reservations"_s};
}

} // namespace

bool Reservations::Held::isFor(const QString &idTag, const QString &parentIdTag) const
{
    const QString parent = request.parentIdTag.value_or(QString());
    return request.idTag.compare(idTag, Qt::CaseInsensitive) == 0
           || (!parent.isEmpty() && parent.compare(parentIdTag, Qt::CaseInsensitive) == 0);
}

Reservations::Reservations(Timeline &timeline, const Connectors &connectors, const ConfigurationKeys &configuration,
                           const StationClock &clock, StatusReports &reports)
    : timeline_(timeline), connectors_(connectors), configuration_(configuration), clock_(clock), reports_(reports)
{
}

Answer<ocpp::ReserveNow::Response> Reservations::handle(const ocpp::ReserveNow::Request &request)
{
    using Response = ocpp::ReserveNow::Response;
    if (!configuration_.list("SupportedFeatureProfiles"_L1).contains("Reservation"_L1))
        return withoutReservations();
    const Iterator replaced = find(request.reservationId);
    const bool isSamePlace = replaced != held_.end() && replaced->request.connectorId == request.connectorId;
    const auto no = isSamePlace ? std::nullopt : obstacle(request);
    if (no)
        return Response{*no};
    return {Response{ReservationStatus::Accepted}, [this, request] { hold(request); }};
}

Answer<ocpp::CancelReservation::Response> Reservations::handle(const ocpp::CancelReservation::Request &request)
{
    using Response = ocpp::CancelReservation::Response;
    if (!configuration_.list("SupportedFeatureProfiles"_L1).contains("Reservation"_L1))
        return withoutReservations();
    if (find(request.reservationId) == held_.end())
        return Response{ocpp::CancelReservationStatus::Rejected};
    return {Response{ocpp::CancelReservationStatus::Accepted}, [this, id = request.reservationId] { end(find(id)); }};
}

std::optional<ReservationStatus> Reservations::obstacle(const ocpp::ReserveNow::Request &request) const
{
    const Connector *connector = connectors_.find(request.connectorId);
    if (!connector || request.expiryDate <= clock_.now())
        return ReservationStatus::Rejected;
    if (request.connectorId > 0)
        return obstacleAt(*connector);
    if (!configuration_.flag("ReserveConnectorZeroSupported"_L1))
        return ReservationStatus::Rejected;
    if (connector->faulted)
        return ReservationStatus::Faulted;
    if (!connector->operative)
        return ReservationStatus::Unavailable;
    return freeOutlets() > reservedAnywhere() ? std::nullopt : std::optional(ReservationStatus::Occupied);
}

std::optional<ReservationStatus> Reservations::obstacleAt(const Connector &connector) const
{
    switch (connector.status) {
    case Status::Available:
        // The last free one may be promised to somebody already.
        return freeOutlets() > reservedAnywhere() ? std::nullopt : std::optional(ReservationStatus::Occupied);
    case Status::Faulted:
        return ReservationStatus::Faulted;
    case Status::Unavailable:
        return ReservationStatus::Unavailable;
    default:
        return ReservationStatus::Occupied;
    }
}

bool Reservations::isReserved(int connector) const
{
    return std::any_of(held_.begin(), held_.end(), [=](const Held &held) { return held.request.connectorId == connector; });
}

int Reservations::freeOutlets() const
{
    int free = 0;
    connectors_.eachOutlet([&](const Connector &outlet) { free += outlet.status == Status::Available ? 1 : 0; });
    return free;
}

int Reservations::reservedAnywhere() const
{
    return int(std::count_if(held_.begin(), held_.end(), [](const Held &held) { return held.request.connectorId == 0; }));
}

void Reservations::hold(const ocpp::ReserveNow::Request &request)
{
    end(find(request.reservationId));
    Held held{request, std::make_unique<Alarm>(timeline_)};
    held.expiry->start(request.expiryDate - clock_.now(), [this, id = request.reservationId] { end(find(id)); });
    held_.push_back(std::move(held));
    if (Connector *outlet = connectors_.outlet(request.connectorId)) {
        outlet->reserved = true;
        reports_.refresh(*outlet);
    }
}

void Reservations::end(Iterator held)
{
    if (held == held_.end())
        return;
    const std::list<Held> keptForItsAlarm = [&] {
        std::list<Held> one;
        one.splice(one.begin(), held_, held);
        return one;
    }();
    const int connector = keptForItsAlarm.front().request.connectorId;
    if (Connector *outlet = connectors_.outlet(connector)) {
        outlet->reserved = isReserved(connector);
        reports_.refresh(*outlet);
    }
}

Reservations::Iterator Reservations::find(int reservationId)
{
    return std::find_if(held_.begin(), held_.end(),
                        [=](const Held &held) { return held.request.reservationId == reservationId; });
}

bool Reservations::admits(const Connector &connector, const QString &idTag, const QString &parentIdTag) const
{
    int promised = 0; // to others, at any outlet
    for (const Held &held : held_) {
        const bool isForThem = held.isFor(idTag, parentIdTag);
        if (isForThem && (held.request.connectorId == connector.id || held.request.connectorId == 0))
            return true;
        if (!isForThem && held.request.connectorId == connector.id)
            return false;
        promised += !isForThem && held.request.connectorId == 0 ? 1 : 0;
    }
    int others = 0;
    connectors_.eachOutlet([&](const Connector &outlet) {
        others += outlet.id != connector.id && outlet.status == Status::Available ? 1 : 0;
    });
    return others >= promised;
}

std::optional<int> Reservations::use(Connector &connector, const QString &idTag, const QString &parentIdTag)
{
    const auto held = std::find_if(held_.begin(), held_.end(), [&](const Held &h) {
        return (h.request.connectorId == connector.id || h.request.connectorId == 0) && h.isFor(idTag, parentIdTag);
    });
    if (held == held_.end())
        return std::nullopt;
    const int id = held->request.reservationId;
    end(held);
    return id;
}

void Reservations::statusChanged(const Connector &connector)
{
    if (connector.status != Status::Faulted && connector.status != Status::Unavailable)
        return;
    QList<int> over;
    for (const Held &held : held_) {
        if (connector.id == 0 || held.request.connectorId == connector.id)
            over.append(held.request.reservationId);
    }
    for (const int id : std::as_const(over))
        end(find(id));
}

void Reservations::clear()
{
    while (!held_.empty())
        end(held_.begin());
}

} // namespace simulator
