// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/answer.h"
#include "simulator/configurationkeys.h"
#include "simulator/statusreports.h"

#include "ocpp/messages.h"

#include <list>

namespace simulator {

/// Outlets kept free for a tag (5.1, 5.13). Survives reboots.
class Reservations {
public:
    Reservations(Timeline &timeline, const Connectors &connectors, const ConfigurationKeys &configuration,
                 const StationClock &clock, StatusReports &reports);

    Answer<ocpp::ReserveNow::Response> handle(const ocpp::ReserveNow::Request &request);
    Answer<ocpp::CancelReservation::Response> handle(const ocpp::CancelReservation::Request &request);

    /// Whether this tag may charge here, or the outlet is kept for another.
    bool admits(const Connector &connector, const QString &idTag, const QString &parentIdTag) const;
    /// A transaction begins: the number of the reservation that it ends, if it does.
    std::optional<int> use(Connector &connector, const QString &idTag, const QString &parentIdTag);
    /// 5.13: Faulted and Unavailable end it.
    void statusChanged(const Connector &connector);
    /// As it left the factory.
    void clear();

private:
    struct Held {
        ocpp::ReserveNow::Request request;
        std::unique_ptr<Alarm> expiry;

        bool isFor(const QString &idTag, const QString &parentIdTag) const;
    };
    using Iterator = std::list<Held>::iterator;

    std::optional<ocpp::ReservationStatus> obstacle(const ocpp::ReserveNow::Request &request) const;
    std::optional<ocpp::ReservationStatus> obstacleAt(const Connector &connector) const;
    bool isReserved(int connector) const;
    int freeOutlets() const;
    int reservedAnywhere() const;
    void hold(const ocpp::ReserveNow::Request &request);
    void end(Iterator held);
    Iterator find(int reservationId);

    Timeline &timeline_;
    const Connectors &connectors_;
    const ConfigurationKeys &configuration_;
    const StationClock &clock_;
    StatusReports &reports_;
    std::list<Held> held_;
};

} // namespace simulator
