// SPDX-License-Identifier: GPL-3.0-or-later
// What stations answer to the messages that we put into DataTransfer.
#include "csms/services/outcomes.h"
#include "csms/vendors/vendorhandlers.h"
#include "ocpp/messages/plugandcharge.h"
#include "store/contracts.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using store::CommandState;

namespace csms::vendors {
namespace {

/// Null if it is another vendor's.
const ocpp::VendorMessage *sentMessage(const store::Command &command)
{
    const QJsonObject payload = QJsonDocument::fromJson(command.payload).object();
    const auto *message = ocpp::vendorMessage(payload["vendorId"_L1].toString(), payload["messageId"_L1].toString());
    return message && message->toStation ? message : nullptr;
}

QJsonObject insideOf(const ocpp::DataTransfer::Response &response)
{
    return QJsonDocument::fromJson(response.data.value_or(QString()).toUtf8()).object();
}

/// Empty if it is none that this message may be answered with.
QString statusInside(const ocpp::VendorMessage &message, const QJsonObject &inside)
{
    const QString status = inside["status"_L1].toString();
    const auto field = std::ranges::find(message.response, "status"_L1, &ocpp::Field::name);
    const bool isKnown =
        field != message.response.end()
        && std::ranges::any_of(field->values, [&](QLatin1StringView value) { return value == status; });
    return isKnown ? status : QString();
}

/// "None there" is an answer, and what is not there needs no deleting.
bool isAcceptance(const ocpp::VendorMessage &message, const QString &status)
{
    const bool maySayNone = message.messageId == ocpp::pnc::GetInstalledCertificateIds::messageId;
    return status == "Accepted"_L1 || (maySayNone && status == "NotFound"_L1);
}

QString outcomeInside(const QString &status, const QJsonObject &inside)
{
    const QString code = inside["statusInfo"_L1].toObject()["reasonCode"_L1].toString();
    return code.isEmpty() ? status : status + u':' + code;
}

/// Whether the station is to ask for a certificate by this.
bool asksForRequest(const store::Command &command)
{
    const QJsonObject payload = QJsonDocument::fromJson(command.payload).object();
    const QJsonObject data = QJsonDocument::fromJson(payload["data"_L1].toString().toUtf8()).object();
    return payload["messageId"_L1].toString() == ocpp::pnc::TriggerMessage::messageId
           && data["requestedMessage"_L1].toString().startsWith("Sign"_L1);
}

/// The request may have overtaken the answer to its own TriggerMessage.
bool hasAskedSince(Context &context, const store::Command &command)
{
    const auto orders = store::SigningOrders(context.db).list({.station = context.station.id, .limit = 1});
    return !orders.isEmpty() && command.sentAt && orders.constFirst().received >= *command.sentAt;
}

void tellOrder(Context &context, const store::Command &command, const QString &status, const QString &outcome)
{
    store::SigningOrders orders(context.db);
    if (const auto order = orders.byCommand(command.id)) {
        const bool isTaken = status == "Accepted"_L1;
        orders.answered(*order, isTaken, isTaken ? QString() : outcome, context.received);
    }
}

} // namespace

CommandState stateOf(const store::Command &command, const ocpp::DataTransfer::Response &response,
                     QList<ocpp::Finding> &findings)
{
    if (response.status != ocpp::DataTransferStatus::Accepted)
        return CommandState::Rejected;
    const ocpp::VendorMessage *const message = sentMessage(command);
    if (!message)
        return CommandState::Accepted;
    const QJsonObject inside = insideOf(response);
    if (const auto fault = ocpp::check(message->response, inside))
        findings.append({fault->code, u"/data"_s + fault->path, fault->text,
                         u"%1 %2"_s.arg(message->vendorId, message->messageId)});
    const QString status = statusInside(*message, inside);
    if (status.isEmpty())
        return CommandState::Error;
    return isAcceptance(*message, status) ? CommandState::Accepted : CommandState::Rejected;
}

void answered(Context &context, const store::Command &command, const ocpp::DataTransfer::Response &response)
{
    const ocpp::VendorMessage *const message = sentMessage(command);
    if (!message)
        return;
    const bool isTaken = response.status == ocpp::DataTransferStatus::Accepted;
    const QJsonObject inside = insideOf(response);
    const QString status = isTaken ? statusInside(*message, inside) : QString(toString(response.status));
    const QString outcome = status.isEmpty() ? u"unreadable"_s : isTaken ? outcomeInside(status, inside) : status;
    tellOrder(context, command, isTaken ? status : QString(), outcome);
    if (status != "Accepted"_L1 || !asksForRequest(command))
        return store::Commands(context.db).setOutcome(command.id, outcome);
    if (hasAskedSince(context, command))
        return store::Commands(context.db).setOutcome(command.id, u"arrived"_s);
    outcomes::follow(context, command, false);
}

void failed(store::Database &db, const store::Command &command, const QString &error, ocpp::Timestamp at)
{
    if (command.action != ocpp::DataTransfer::action)
        return;
    store::SigningOrders orders(db);
    if (const auto order = orders.byCommand(command.id))
        orders.answered(*order, false, error, at);
}

void signingRequested(Context &context)
{
    store::Commands commands(context.db);
    const auto waiting = commands.awaitingOutcome(context.station.id, QString(ocpp::DataTransfer::action));
    for (const store::Command &command : waiting) {
        if (asksForRequest(command))
            commands.setOutcome(command.id, u"arrived"_s);
    }
}

} // namespace csms::vendors
