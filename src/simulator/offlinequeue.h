// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/caller.h"
#include "simulator/configurationkeys.h"
#include "simulator/transaction.h"

#include <deque>
#include <variant>

namespace simulator {

/// The messages that must not get lost: StartTransaction, StopTransaction and periodic MeterValues, delivered
/// in order, with their own timestamps, however long the station was offline (3.7). Survives reboots.
class OfflineQueue {
public:
    OfflineQueue(Timeline &timeline, const ConfigurationKeys &configuration, const StationOptions &options,
                 Journal &journal, Caller &caller);

    void push(const ocpp::StartTransaction::Request &request, const TransactionPtr &transaction);
    void push(const ocpp::StopTransaction::Request &request, const TransactionPtr &transaction);
    /// Without a transaction: clock-aligned values of an idle connector.
    void push(const ocpp::MeterValues::Request &request, const TransactionPtr &transaction);

    /// The station is online: go on.
    void resume();
    bool isEmpty() const { return items_.empty(); }
    std::size_t size() const { return items_.size(); }

    Event<const TransactionPtr &, const ocpp::StartTransaction::Response &> started;
    Event<const TransactionPtr &, const ocpp::StopTransaction::Response &> stopped;
    Event<> emptied;

private:
    struct Item {
        std::variant<ocpp::StartTransaction::Request, ocpp::StopTransaction::Request,
                     ocpp::MeterValues::Request>
            request;
        TransactionPtr transaction;
        int failures = 0; // to process it (3.7.1)
    };

    void push(Item item);
    void sendHead();
    void send(const ocpp::StartTransaction::Request &request, const TransactionPtr &transaction);
    void send(ocpp::StopTransaction::Request request, const TransactionPtr &transaction);
    void send(ocpp::MeterValues::Request request, const TransactionPtr &transaction);
    void delivered();
    void failed(const CallFailure &failure);
    void dropHead();

    const ConfigurationKeys &configuration_;
    const StationOptions &options_;
    Journal &journal_;
    Caller &caller_;
    std::deque<Item> items_;
    bool underWay_ = false;
    Alarm retry_;
};

} // namespace simulator
