// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/jobs/answerjob.h"

#include "csms/context.h"
#include "csms/framelog.h"
#include "csms/services/configurationservice.h"
#include "csms/services/followup.h"
#include "csms/services/reconciler.h"
#include "csms/vendors/vendorhandlers.h"
#include "ocpp/codec.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;
using ocpp::ErrorCode;
using store::CommandState;

namespace csms {

AnswerJob::AnswerJob(Outbox &outbox, const Policy &policy, Answer answer)
    : EngineJob(outbox), policy_(policy), answer_(std::move(answer))
{
}

void AnswerJob::run(store::Database &db)
{
    QList<ocpp::Finding> findings = answer_.frame.findings;
    command_ = commandOf(db);
    if (command_)
        finish(db, findings);
    else
        findings.append(
            {ErrorCode::ProtocolError, u"/1"_s, u"An answer that no call of ours waits for."_s, u"J 4.1.4"_s});
    const QString action = command_ ? command_->action : QString();
    const bool isResult = answer_.frame.type == ocpp::MessageType::CallResult;
    // Also of an answer that comes twice: whatever lists configuration keys may show a secret.
    const bool listsKeys = answer_.frame.payload.contains("configurationKey"_L1);
    const QByteArray logged = !isResult ? loggedError()
                              : listsKeys
                                  ? maskedResponse(QString(ocpp::GetConfiguration::action), answer_.frame.payload)
                                  : payloadText(answer_.text);
    logArrival(db,
               {.station = answer_.station->id,
                .time = answer_.received,
                .type = int(answer_.frame.type),
                .messageId = answer_.frame.messageId,
                .action = action,
                .payload = logged},
               findings);
}

void AnswerJob::finished(const store::Error *error)
{
    EngineJob::finished(error);
    noteBooked(answer_.connection);
}

/// The socket thread knows only the call that its connection waits for. After a timeout, a new connection or a restart
/// the database knows it (behaviour 15).
std::optional<store::Command> AnswerJob::commandOf(store::Database &db) const
{
    store::Commands commands(db);
    if (answer_.call)
        return commands.find(answer_.call->commandId);
    auto command = commands.findByMessageId(answer_.station->id, answer_.frame.messageId);
    const bool mayStillEnd = command
                             && (command->state == CommandState::Sent || command->state == CommandState::Timeout
                                 || command->state == CommandState::Unknown);
    return mayStillEnd ? command : std::nullopt;
}

void AnswerJob::finish(store::Database &db, QList<ocpp::Finding> &findings)
{
    if (answer_.frame.type == ocpp::MessageType::CallError) {
        const QString text = withoutSecret(answer_.frame.errorDescription);
        return fail(db, text.isEmpty() ? answer_.frame.errorCode : answer_.frame.errorCode + u": "_s + text);
    }
    const ocpp::Zone zone = answer_.station->zonelessIsLocal ? ocpp::Zone::Local : ocpp::Zone::Utc;
    const auto response = ocpp::decodeResponse(command_->action, answer_.frame.payload, findings, {zone});
    if (!response) {
        const ocpp::Fault &fault = response.error();
        findings.append(asFinding(fault));
        return fail(db, u"The answer cannot be read: %1 at %2."_s.arg(fault.text, fault.path));
    }
    CommandState state = stateOf(*response);
    if (const auto *transfer = std::get_if<ocpp::DataTransfer::Response>(&*response))
        state = vendors::stateOf(*command_, *transfer, findings);
    const QString error = state == CommandState::Error ? u"The data in the answer cannot be read."_s : QString();
    finishWith(db, state, error); // takes secrets out of the row, not out of command_
    follow(db, *command_, *response);
    reconciler::ended(db, *command_, state, error, answer_.received);
}

void AnswerJob::fail(store::Database &db, const QString &error)
{
    finishWith(db, CommandState::Error, error);
    configuration::unanswered(db, *command_, answer_.received);
    vendors::failed(db, *command_, error, answer_.received);
    reconciler::ended(db, *command_, CommandState::Error, error, answer_.received);
}

/// Some stations say in an error what they were sent.
QString AnswerJob::withoutSecret(QString text) const
{
    if (!command_ || command_->action != ocpp::ChangeConfiguration::action)
        return text;
    const QJsonObject sent = QJsonDocument::fromJson(command_->payload).object();
    const QString value = sent["value"_L1].toString();
    const bool isSecret = ocpp::isSecretKey(sent["key"_L1].toString()) && !value.isEmpty();
    return isSecret ? text.replace(value, u"***"_s, Qt::CaseInsensitive) : text;
}

/// Without its details, which may be anything, where they may hold a secret.
QByteArray AnswerJob::loggedError() const
{
    const bool concernsKeys = command_
                              && (command_->action == ocpp::ChangeConfiguration::action
                                  || command_->action == ocpp::GetConfiguration::action);
    if (!concernsKeys && !answer_.text.contains("configurationKey"))
        return answer_.text;
    const ocpp::Frame &frame = answer_.frame;
    const QJsonArray shown{int(frame.type), frame.messageId, frame.errorCode, withoutSecret(frame.errorDescription),
                           QJsonObject()};
    return QJsonDocument(shown).toJson(QJsonDocument::Compact);
}

void AnswerJob::finishWith(store::Database &db, CommandState state, const QString &error)
{
    const bool isResult = answer_.frame.type == ocpp::MessageType::CallResult;
    const QByteArray answer = isResult ? maskedResponse(command_->action, answer_.frame.payload) : QByteArray();
    // Late also on its own connection, when another node took us for dead meanwhile.
    const bool isLate = !answer_.call || command_->state != CommandState::Sent;
    store::Commands(db).finish(command_->id, {state, answer, error, answer_.received, isLate});
}

void AnswerJob::follow(store::Database &db, const store::Command &command, const ocpp::AnyResponse &response)
{
    Context context{db, *answer_.station, policy_, answer_.received, answer_.frame.payload, true};
    followUp(context, command, response);
}

} // namespace csms
