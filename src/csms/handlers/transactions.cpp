// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/handlers/authorization.h"
#include "csms/handlers/handlers.h"
#include "csms/services/loadbalancer.h"
#include "csms/services/outcomes.h"
#include "csms/services/reservationservice.h"
#include "ocpp/codec.h"
#include "ocpp/jsontext.h"
#include "store/attention.h"
#include "store/metervalues.h"
#include "store/transactions.h"

using namespace Qt::Literals::StringLiterals;

namespace csms {
namespace {

// transactionIds of starts that could not be read: the end of the 32-bit range.
constexpr int firstUnbookedNumber = 2'000'000'000;
constexpr qint64 unbookedNumbers = 100'000'000;

store::Transaction startOf(const Context &context, const ocpp::StartTransaction::Request &r)
{
    store::Transaction start;
    start.station = context.station.id;
    start.connector = r.connectorId;
    start.idTag = ownTag(context.station, r.idTag);
    start.startedAt = r.timestamp;
    start.startReceived = context.received;
    start.meterStartWh = r.meterStart;
    start.reservationId = r.reservationId;
    return start;
}

store::Stop stopOf(const Context &context, const ocpp::StopTransaction::Request &r)
{
    store::Stop stop;
    stop.station = context.station.id;
    stop.transactionId = r.transactionId;
    stop.meterStopWh = r.meterStop;
    stop.stoppedAt = r.timestamp;
    stop.received = context.received;
    stop.idTag = r.idTag ? ownTag(context.station, *r.idTag) : QString();
    stop.reason = r.reason ? QString(toString(*r.reason)) : QString();
    stop.transactionData = r.transactionData;
    stop.payload = ocpp::compactBytes(context.payload);
    return stop;
}

} // namespace

ocpp::StartTransaction::Response handle(Context &context, const ocpp::StartTransaction::Request &request)
{
    store::Transactions transactions(context.db);
    const store::Begun begun = transactions.begin(startOf(context, request));
    const store::Transaction &transaction = begun.transaction;
    // 4.8: an invalid idTag still gets a transaction; only idTagInfo says what is wrong (behaviour 2).
    ocpp::IdTagInfo info = tagInfoForStart(context, transaction.idTag);
    if (begun.repeated) {
        // As it was answered the first time: the transaction itself may use up the tag's limit by now.
        info.status = ocpp::fromString<ocpp::AuthorizationStatus>(transaction.status).value_or(info.status);
    } else {
        transactions.setStatus(transaction.id, toString(info.status), info.parentIdTag.value_or(QString()));
        outcomes::transactionStarted(context, transaction);
        if (info.status == ocpp::AuthorizationStatus::Accepted)
            reservations::transactionStarted(context, transaction, info.parentIdTag.value_or(QString()));
    }
    loadbalancer::touched(context.db, context.station.id, context.received);
    return {info, int(transaction.id)};
}

ocpp::StopTransaction::Response handle(Context &context, const ocpp::StopTransaction::Request &request)
{
    const store::Stopped stopped = store::Transactions(context.db).stop(stopOf(context, request));
    if (stopped.transaction)
        outcomes::transactionStopped(context, *stopped.transaction);
    loadbalancer::touched(context.db, context.station.id, context.received);
    if (!request.idTag)
        return {};
    const QString tag = ownTag(context.station, *request.idTag);
    return {stopped.transaction ? tagInfoForStop(context, tag, stopped.transaction->idTag) : tagInfo(context, tag)};
}

ocpp::MeterValues::Response handle(Context &context, const ocpp::MeterValues::Request &request)
{
    store::MeterMessage message;
    message.station = context.station.id;
    message.connector = request.connectorId;
    message.transactionId = request.transactionId;
    message.values = request.meterValue;
    message.received = context.received;
    store::MeterValues(context.db).add(message);
    loadbalancer::measured(context, request);
    return {};
}

bool isAnsweredInAnyCase(QStringView action)
{
    return action == ocpp::StartTransaction::action || action == ocpp::StopTransaction::action
           || action == ocpp::MeterValues::action;
}

std::optional<QJsonObject> parkUndecodable(Context &context, QStringView action, const ocpp::Fault &fault)
{
    if (!isAnsweredInAnyCase(action))
        return std::nullopt;
    const bool isOurs = fault.code == ocpp::ErrorCode::InternalError;
    store::Parked parked;
    parked.station = context.station.id;
    parked.kind = isOurs ? u"unbookable"_s : u"undecodable"_s;
    // The station's own time, so that the same nonsense again is one matter.
    const auto time = ocpp::parseTimestamp(context.payload["timestamp"_L1].toString(), ocpp::Zone::Utc);
    parked.time = time ? time->value : context.received;
    parked.received = context.received;
    parked.reason = isOurs ? u"%1 could not be booked: the database refused it. The program's own log says why; the "
                             "message is kept here."_s.arg(action)
                           : u"%1 could not be booked: %2 at %3 (%4)."_s.arg(action, fault.text, fault.path,
                                                                             QString(toString(fault.code)));
    parked.payload = ocpp::compactBytes(QJsonObject{{u"action"_s, action.toString()}, {u"payload"_s, context.payload}});
    const qint64 id = store::Attention(context.db).park(parked);
    if (action != ocpp::StartTransaction::action)
        return QJsonObject();
    // The station needs a positive number to go on with, out of reach of the booked transactions'.
    const int number = firstUnbookedNumber + int(id % unbookedNumbers);
    return ocpp::encode(ocpp::StartTransaction::Response{{ocpp::AuthorizationStatus::Invalid, {}, {}}, number});
}

} // namespace csms
