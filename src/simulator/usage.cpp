// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/usage.h"

namespace simulator {

using namespace Qt::Literals::StringLiterals;
using ocpp::Reason;
using ocpp::RemoteStartStopStatus;
using ocpp::UnlockStatus;

namespace {

bool isSame(const QString &left, const QString &right)
{
    // 7.28: idTags are case-insensitive.
    return left.compare(right, Qt::CaseInsensitive) == 0;
}

bool isSameGroup(const QString &left, const QString &right)
{
    // 3.10: two tags without a parent are not related.
    return !left.isEmpty() && isSame(left, right);
}

} // namespace

Usage::Usage(const Connectors &connectors, const ConfigurationKeys &configuration,
             const Registration &registration, const StationOptions &options, Authorization &authorization,
             const Reservations &reservations, Transactions &transactions, Metering &metering, StatusReports &reports)
    : connectors_(connectors), configuration_(configuration), registration_(registration), options_(options),
      authorization_(authorization), reservations_(reservations), transactions_(transactions), metering_(metering), reports_(reports)
{
}

void Usage::plugIn(Connector &connector, const Vehicle &vehicle)
{
    if (connector.hasCable() && !(connector.cableHeld && connector.transaction))
        return;
    metering_.catchUp(connector);
    connector.meter.plugIn(vehicle);
    connector.cableHeld = false;
    connector.remark.clear();
    if (connector.transaction)
        transactions_.refresh(connector); // 4.10: the car is back, energy may flow again
    else if (!connector.authorisedTag.isEmpty() && connector.operative && !connector.faulted)
        transactions_.start(connector, connector.authorisedTag, connector.authorisedParent);
    else
        reports_.refresh(connector);
}

void Usage::limitPreparing(Connector &connector)
{
    // 9.1.6, from the beginning of Preparing; 0: no time-out.
    const auto limit = configuration_.seconds("ConnectionTimeOut"_L1);
    if (connector.status == ocpp::ChargePointStatus::Preparing && limit.count() > 0)
        connector.usageTimeout.start(limit, [this, &connector] { usageTimedOut(connector); });
    else
        connector.usageTimeout.stop();
}

void Usage::usageTimedOut(Connector &connector)
{
    // B6 (E 3.20): a cable that stays in must not be started by somebody else's tag. B1: no cable came.
    connector.finishing = connector.hasCable();
    cancelUsage(connector);
}

void Usage::cancelUsage(Connector &connector)
{
    connector.authorisedTag.clear();
    connector.authorisedParent.clear();
    connector.plannedProfile.reset();
    reports_.refresh(connector);
}

void Usage::unplug(Connector &connector)
{
    if (connector.transaction) {
        leaveDuringTransaction(connector);
        return;
    }
    metering_.catchUp(connector);
    connector.meter.unplug();
    connector.cableHeld = false;
    connector.finishing = false;
    cancelUsage(connector);
}

void Usage::leaveDuringTransaction(Connector &connector)
{
    metering_.catchUp(connector);
    connector.meter.unplug();
    connector.cableHeld = !options_.hardware.fixedCable;
    connector.remark = u"EV side disconnected"_s; // 4.9
    if (!configuration_.flag("StopTransactionOnEVSideDisconnect"_L1)) {
        transactions_.refresh(connector);
        return;
    }
    connector.cableHeld = true; // for the moment of Finishing (4.9)
    transactions_.stop(connector, Reason::EVDisconnected);
    connector.remark.clear();
    // 9.1.33: else the cable stays locked until the tag is shown or UnlockConnector comes.
    if (options_.hardware.fixedCable || configuration_.flag("UnlockConnectorOnEVSideDisconnect"_L1))
        unplug(connector);
}

void Usage::presentTag(Connector &connector, const QString &idTag)
{
    if (connector.authorising || idTag.isEmpty())
        return;
    if (connector.transaction)
        askToStop(connector, idTag);
    else if (isSame(connector.authorisedTag, idTag))
        cancelUsage(connector); // B1: second presentation
    else if (connector.cableHeld)
        unplug(connector); // the owner takes the cable along
    else if (connector.operative && !connector.faulted)
        askToStart(connector, idTag);
}

void Usage::acceptContract(Connector &connector, const QString &emaid)
{
    if (!connector.transaction && connector.meter.isPluggedIn() && connector.operative && !connector.faulted)
        authorised(connector, emaid, {});
}

void Usage::askToStart(Connector &connector, const QString &idTag)
{
    connector.authorising = true;
    authorization_.ask(idTag, [this, &connector, idTag](const Authorization::Verdict &verdict) {
        connector.authorising = false;
        if (verdict.accepted && !connector.transaction && connector.operative && !connector.faulted)
            authorised(connector, idTag, verdict.parentIdTag);
    });
}

void Usage::authorised(Connector &connector, const QString &idTag, const QString &parentIdTag)
{
    if (!reservations_.admits(connector, idTag, parentIdTag))
        return; // 5.13: it is kept for somebody else
    if (connector.meter.isPluggedIn()) {
        transactions_.start(connector, idTag, parentIdTag);
        return;
    }
    connector.authorisedTag = idTag;
    connector.authorisedParent = parentIdTag;
    reports_.refresh(connector);
}

void Usage::askToStop(Connector &connector, const QString &idTag)
{
    const TransactionPtr transaction = connector.transaction;
    // 4.1: only another tag than the one that started is asked about.
    if (isSame(transaction->idTag, idTag)) {
        transactions_.stop(connector, Reason::Local, idTag);
        return;
    }
    connector.authorising = true;
    authorization_.ask(idTag, [this, &connector, transaction, idTag](const Authorization::Verdict &verdict) {
        connector.authorising = false;
        const bool mayStop = verdict.accepted && isSameGroup(verdict.parentIdTag, transaction->parentIdTag);
        if (mayStop && connector.transaction == transaction)
            transactions_.stop(connector, Reason::Local, idTag);
    });
}

bool Usage::isFree(const Connector &connector)
{
    // Also in Finishing with the car still there: a new transaction may begin (F2).
    return connector.operative && !connector.faulted && !connector.transaction && !connector.cableHeld
           && connector.authorisedTag.isEmpty() && !connector.authorising;
}

Connector *Usage::chosen(const std::optional<int> &connectorId) const
{
    if (connectorId) {
        Connector *connector = connectors_.outlet(*connectorId);
        return connector && isFree(*connector) ? connector : nullptr;
    }
    // 5.11: the choice is the station's; a car that waits is meant before an empty outlet.
    Connector *choice = nullptr;
    connectors_.eachOutlet([&](Connector &connector) {
        if (isFree(connector) && (!choice || (connector.hasCable() && !choice->hasCable())))
            choice = &connector;
    });
    return choice;
}

Answer<ocpp::RemoteStartTransaction::Response>
Usage::handle(const ocpp::RemoteStartTransaction::Request &request)
{
    using Response = ocpp::RemoteStartTransaction::Response;
    Connector *connector = chosen(request.connectorId);
    // 4.2: not while the registration is pending.
    if (!connector || !registration_.isAccepted() || !reservations_.admits(*connector, request.idTag, {}))
        return Response{RemoteStartStopStatus::Rejected};
    connector->plannedProfile = request.chargingProfile;
    return {Response{RemoteStartStopStatus::Accepted}, [this, connector, idTag = request.idTag] {
                if (configuration_.flag("AuthorizeRemoteTxRequests"_L1))
                    askToStart(*connector, idTag);
                else
                    authorised(*connector, idTag, {});
            }};
}

Answer<ocpp::UnlockConnector::Response> Usage::handle(const ocpp::UnlockConnector::Request &request)
{
    using Response = ocpp::UnlockConnector::Response;
    Connector *connector = connectors_.outlet(request.connectorId);
    // E 3.87: also for a connector that does not exist.
    if (!connector || options_.hardware.fixedCable)
        return Response{UnlockStatus::NotSupported};
    // 5.18: the transaction is finished first.
    transactions_.stop(*connector, Reason::UnlockCommand);
    if (connector->jammed)
        return Response{UnlockStatus::UnlockFailed};
    return {Response{UnlockStatus::Unlocked}, [this, connector] {
                if (connector->cableHeld)
                    unplug(*connector);
            }};
}

} // namespace simulator
