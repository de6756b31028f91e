// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/meter.h"
#include "simulator/timeline.h"
#include "simulator/transaction.h"

#include "ocpp/enums.h"

namespace simulator {

/// What is the matter at a connector; no error: the default.
struct Trouble {
    ocpp::ChargePointErrorCode code = ocpp::ChargePointErrorCode::NoError;
    QString info;
    QString vendorErrorCode;
};

/// One outlet: its physical condition, from which its status follows, and what was told about it. Connector 0
/// is the main controller (3.8): of this it uses `operative`, `faulted`, `trouble` and the status.
struct Connector {
    Connector(int number, Timeline &timeline, const Hardware &hardware, double registerWh)
        : id(number), meter(hardware, registerWh), usageTimeout(timeline), settling(timeline)
    {
    }

    const int id;

    // The condition.
    Meter meter;
    bool cableHeld = false; // the lock holds a cable whose car has left (4.10)
    bool jammed = false; // the lock does not open
    bool operative = true; // ChangeAvailability; survives reboots (5.2)
    bool faulted = false;
    bool reserved = false; // kept for a tag
    Trouble trouble;
    QString authorisedTag; // somebody may charge as soon as a cable is in; empty: nobody
    QString authorisedParent;
    std::optional<ocpp::ChargingProfile> plannedProfile; // of a remote start, for the transaction to come (5.16.2)
    bool finishing = false; // the transaction is over, the cable still in (C6), or nobody showed a tag (B6)
    bool authorising = false; // an answer about a tag is awaited
    TransactionPtr transaction;
    QString remark; // for the next StatusNotification.info

    // What was made of it.
    ocpp::ChargePointStatus status = ocpp::ChargePointStatus::Available;
    ocpp::Timestamp statusSince{};
    std::optional<ocpp::ChargePointStatus> told; // nothing: the central system has to be told

    Alarm usageTimeout; // ConnectionTimeOut (9.1.6)
    Alarm settling; // MinimumStatusDuration (9.1.20)

    bool hasCable() const { return meter.isPluggedIn() || cableHeld; }
};

/// The connectors of a station by number; 0 is the main controller.
class Connectors {
public:
    Connectors(Timeline &timeline, const StationOptions &options)
    {
        for (int id = 0; id <= options.connectors; ++id)
            all_.push_back(std::make_unique<Connector>(id, timeline, options.hardware,
                                                       options.initialRegisterWh + 1000.0 * id));
    }

    int count() const { return int(all_.size()) - 1; }
    /// Null when there is no such connector.
    Connector *find(int id) const { return id >= 0 && id <= count() ? all_[std::size_t(id)].get() : nullptr; }
    Connector *outlet(int id) const { return id > 0 ? find(id) : nullptr; }
    Connector &controller() const { return *all_.front(); }

    template<class F>
    void eachOutlet(F function) const
    {
        for (int id = 1; id <= count(); ++id)
            function(*find(id));
    }

private:
    std::vector<std::unique_ptr<Connector>> all_;
};

} // namespace simulator
