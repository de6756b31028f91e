// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/transactions.h"

#include <cmath>

namespace simulator {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using ocpp::Reason;
using ocpp::RemoteStartStopStatus;

namespace {

// How often a running transaction is looked at: a car that has become full, an allowance that is used up.
constexpr std::chrono::duration<double> watchInterval = 30s;

qint64 wholeWattHours(double wattHours)
{
    return qint64(std::floor(wattHours));
}

} // namespace

Transactions::Transactions(Timeline &timeline, const Connectors &connectors,
                           const ConfigurationKeys &configuration, const StationClock &clock,
                           const StationOptions &options, const Registration &registration,
                           Authorization &authorization, Reservations &reservations, OfflineQueue &queue,
                           Metering &metering, StatusReports &reports)
    : connectors_(connectors), configuration_(configuration), clock_(clock), options_(options),
      registration_(registration), authorization_(authorization), reservations_(reservations), queue_(queue),
      metering_(metering), reports_(reports)
{
    for (int id = 0; id <= connectors_.count(); ++id)
        watches_.push_back(std::make_unique<Alarm>(timeline));
    queue_.started.listen(
        [this](const TransactionPtr &transaction, const ocpp::StartTransaction::Response &response) {
            startAnswered(transaction, response);
        });
    queue_.stopped.listen(
        [this](const TransactionPtr &transaction, const ocpp::StopTransaction::Response &response) {
            if (response.idTagInfo)
                authorization_.learn(transaction->idTag, *response.idTagInfo);
        });
}

void Transactions::start(Connector &connector, const QString &idTag, const QString &parentIdTag)
{
    metering_.catchUp(connector);
    auto transaction = std::make_shared<Transaction>();
    transaction->connector = connector.id;
    transaction->idTag = idTag;
    transaction->parentIdTag = parentIdTag;
    transaction->startedAt = clock_.now();
    transaction->meterStartWh = connector.meter.registerWh();

    connector.authorisedTag.clear();
    connector.finishing = false;
    connector.remark.clear();
    connector.transaction = transaction;

    ocpp::StartTransaction::Request request;
    request.connectorId = connector.id;
    request.idTag = idTag;
    request.meterStart = wholeWattHours(transaction->meterStartWh);
    request.timestamp = transaction->startedAt;
    request.reservationId = reservations_.use(connector, idTag, parentIdTag);
    queue_.push(request, transaction);
    metering_.begin(connector);
    refresh(connector);
    watch(connector);
    began(transaction);
}

void Transactions::stop(Connector &connector, Reason reason, const QString &idTag)
{
    const TransactionPtr transaction = connector.transaction;
    if (!transaction)
        return;
    ocpp::StopTransaction::Request request;
    request.transactionData = metering_.end(connector);
    request.meterStop = wholeWattHours(connector.meter.registerWh());
    request.timestamp = clock_.now();
    request.reason = reason;
    if (!idTag.isEmpty())
        request.idTag = idTag;

    watches_[std::size_t(connector.id)]->stop();
    connector.transaction.reset();
    connector.finishing = connector.hasCable();
    connector.meter.energise(false);
    queue_.push(request, transaction);
    reports_.refresh(connector);
    ended(transaction);
}

void Transactions::stopAll(Reason reason)
{
    connectors_.eachOutlet([&](Connector &connector) { stop(connector, reason); });
}

bool Transactions::anyRunning() const
{
    bool running = false;
    connectors_.eachOutlet([&](const Connector &connector) { running = running || connector.transaction; });
    return running;
}

void Transactions::refresh(Connector &connector)
{
    metering_.catchUp(connector);
    const bool delivers = connector.transaction && !connector.transaction->blocked && !connector.faulted;
    connector.meter.energise(delivers);
    reports_.refresh(connector);
}

Connector *Transactions::running(const TransactionPtr &transaction) const
{
    Connector *connector = connectors_.outlet(transaction->connector);
    return connector && connector->transaction == transaction ? connector : nullptr;
}

void Transactions::startAnswered(const TransactionPtr &transaction,
                                 const ocpp::StartTransaction::Response &response)
{
    authorization_.learn(transaction->idTag, response.idTagInfo);
    if (response.idTagInfo.parentIdTag)
        transaction->parentIdTag = *response.idTagInfo.parentIdTag;
    acknowledged(transaction);
    Connector *connector = running(transaction);
    if (connector && response.idTagInfo.status != ocpp::AuthorizationStatus::Accepted)
        deauthorise(*connector);
}

void Transactions::deauthorise(Connector &connector)
{
    // E 3.17: stop, or stay in the transaction and deliver nothing, or only so much that the driver gets
    // away.
    if (configuration_.flag("StopTransactionOnInvalidId"_L1)) {
        stop(connector, Reason::DeAuthorized);
        return;
    }
    connector.transaction->deauthorised = true;
    watch(connector);
}

bool Transactions::allowanceUsedUp(const Connector &connector) const
{
    const double delivered = connector.meter.registerWh() - connector.transaction->meterStartWh;
    return connector.transaction->deauthorised
           && delivered >= configuration_.number("MaxEnergyOnInvalidId"_L1);
}

void Transactions::watch(Connector &connector)
{
    if (!connector.transaction)
        return;
    metering_.catchUp(connector);
    connector.transaction->blocked = connector.transaction->blocked || allowanceUsedUp(connector);
    refresh(connector);
    watches_[std::size_t(connector.id)]->start(
        std::chrono::ceil<std::chrono::milliseconds>(watchInterval / options_.speed),
        [this, &connector] { watch(connector); });
}

Answer<ocpp::RemoteStopTransaction::Response>
Transactions::handle(const ocpp::RemoteStopTransaction::Request &request)
{
    using Response = ocpp::RemoteStopTransaction::Response;
    TransactionPtr wanted;
    connectors_.eachOutlet([&](const Connector &connector) {
        if (connector.transaction && connector.transaction->id == request.transactionId)
            wanted = connector.transaction;
    });
    // 4.2: not while the registration is pending.
    if (!wanted || !registration_.isAccepted())
        return Response{RemoteStartStopStatus::Rejected};
    return {Response{RemoteStartStopStatus::Accepted}, [this, wanted] {
                if (Connector *connector = running(wanted))
                    stop(*connector, Reason::Remote);
            }};
}

} // namespace simulator
