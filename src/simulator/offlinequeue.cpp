// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/offlinequeue.h"

#include <algorithm>

namespace simulator {

using namespace Qt::Literals::StringLiterals;

OfflineQueue::OfflineQueue(Timeline &timeline, const ConfigurationKeys &configuration,
                           const StationOptions &options, Journal &journal, Caller &caller)
    : configuration_(configuration), options_(options), journal_(journal), caller_(caller), retry_(timeline)
{
}

void OfflineQueue::push(const ocpp::StartTransaction::Request &request, const TransactionPtr &transaction)
{
    push(Item{request, transaction});
}

void OfflineQueue::push(const ocpp::StopTransaction::Request &request, const TransactionPtr &transaction)
{
    push(Item{request, transaction});
}

void OfflineQueue::push(const ocpp::MeterValues::Request &request, const TransactionPtr &transaction)
{
    push(Item{request, transaction});
}

void OfflineQueue::push(Item item)
{
    items_.push_back(std::move(item));
    sendHead();
}

void OfflineQueue::resume()
{
    retry_.stop();
    sendHead();
}

void OfflineQueue::sendHead()
{
    if (underWay_ || items_.empty() || retry_.isSet() || !caller_.isOnline())
        return;
    underWay_ = true;
    const Item head = items_.front();
    std::visit([&](const auto &request) { send(request, head.transaction); }, head.request);
}

void OfflineQueue::send(const ocpp::StartTransaction::Request &request, const TransactionPtr &transaction)
{
    caller_.call<ocpp::StartTransaction>(request,
                                         [this, transaction](const Reply<ocpp::StartTransaction> &reply) {
                                             if (!reply)
                                                 return failed(reply.error());
                                             transaction->id = reply->transactionId;
                                             delivered();
                                             started(transaction, *reply);
                                         });
}

void OfflineQueue::send(ocpp::StopTransaction::Request request, const TransactionPtr &transaction)
{
    request.transactionId = transaction->wireId();
    caller_.call<ocpp::StopTransaction>(request,
                                        [this, transaction](const Reply<ocpp::StopTransaction> &reply) {
                                            if (!reply)
                                                return failed(reply.error());
                                            delivered();
                                            stopped(transaction, *reply);
                                        });
}

void OfflineQueue::send(ocpp::MeterValues::Request request, const TransactionPtr &transaction)
{
    if (transaction)
        request.transactionId = transaction->wireId();
    caller_.call<ocpp::MeterValues>(request, [this](const Reply<ocpp::MeterValues> &reply) {
        if (!reply)
            return failed(reply.error());
        delivered();
    });
}

void OfflineQueue::delivered()
{
    underWay_ = false;
    dropHead();
}

void OfflineQueue::failed(const CallFailure &failure)
{
    underWay_ = false;
    if (!failure.isFailureToProcess())
        return; // resume() brings it up again
    Item &head = items_.front();
    ++head.failures;
    if (head.failures >= configuration_.number("TransactionMessageAttempts"_L1)) {
        journal_.note(options_.id,
                      u"a transaction message is given up after %1 attempts"_s.arg(head.failures));
        dropHead();
        return;
    }
    // 3.7.1: wait longer with every transmission of the same message.
    const auto pause = configuration_.seconds("TransactionMessageRetryInterval"_L1) * head.failures;
    retry_.start(pause, [this] { sendHead(); });
}

void OfflineQueue::dropHead()
{
    items_.pop_front();
    if (items_.empty())
        emptied();
    else
        sendHead();
}

} // namespace simulator
