// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/jobs/answerjob.h"

#include "csms/context.h"
#include "csms/framelog.h"
#include "csms/services/followup.h"

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
    if (answer_.call)
        finish(db, findings);
    else
        findings.append({ErrorCode::ProtocolError, u"/1"_s, u"An answer that no call of ours waits for."_s, u"J 4.1.4"_s});
    const QString action = answer_.call ? answer_.call->action : QString();
    if (!findings.isEmpty())
        noteFindings(db, answer_.station->id, action, findings, answer_.received);
    const bool isResult = answer_.frame.type == ocpp::MessageType::CallResult;
    // Also of an answer that comes twice: whatever lists configuration keys may show a secret.
    const bool listsKeys = answer_.frame.payload.contains("configurationKey"_L1);
    const QByteArray logged = !isResult ? answer_.text
                              : listsKeys ? maskedResponse(QString(ocpp::GetConfiguration::action), answer_.frame.payload)
                                          : payloadText(answer_.text);
    store::Frames(db).append({0, answer_.station->id, answer_.received, true, int(answer_.frame.type),
                              answer_.frame.messageId, action, logged, inOneLine(findings)});
}

void AnswerJob::finish(store::Database &db, QList<ocpp::Finding> &findings)
{
    if (answer_.frame.type == ocpp::MessageType::CallError) {
        const QString &text = answer_.frame.errorDescription;
        return finishWith(db, CommandState::Error,
                          text.isEmpty() ? answer_.frame.errorCode : answer_.frame.errorCode + u": "_s + text);
    }
    const ocpp::Zone zone = answer_.station->zonelessIsLocal ? ocpp::Zone::Local : ocpp::Zone::Utc;
    const auto response = ocpp::decodeResponse(answer_.call->action, answer_.frame.payload, findings, {zone});
    if (!response) {
        const ocpp::Fault &fault = response.error();
        findings.append({fault.code, fault.path, fault.text, {}});
        return finishWith(db, CommandState::Error, u"The answer cannot be read: %1 at %2."_s.arg(fault.text, fault.path));
    }
    const auto command = store::Commands(db).find(answer_.call->commandId); // its end takes secrets out of it
    finishWith(db, stateOf(*response), {});
    if (command)
        follow(db, *command, *response);
}

void AnswerJob::finishWith(store::Database &db, CommandState state, const QString &error)
{
    const bool isResult = answer_.frame.type == ocpp::MessageType::CallResult;
    const QByteArray answer = isResult ? maskedResponse(answer_.call->action, answer_.frame.payload) : QByteArray();
    store::Commands(db).finish(answer_.call->commandId, {state, answer, error, answer_.received, answer_.late});
}

void AnswerJob::follow(store::Database &db, const store::Command &command, const ocpp::AnyResponse &response)
{
    Context context{db, *answer_.station, policy_, answer_.received, answer_.frame.payload};
    followUp(context, command, response);
}

} // namespace csms
