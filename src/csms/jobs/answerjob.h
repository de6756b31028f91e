// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csms/jobs/job.h"
#include "csms/policy.h"
#include "csms/stationentry.h"
#include "ocpp/frame.h"
#include "ocpp/messages.h"
#include "store/commands.h"

namespace csms {

struct Context;

/// A station's CALLRESULT or CALLERROR.
struct Answer {
    ConnectionId connection;
    StationEntryPointer station;
    ocpp::Timestamp received;
    QByteArray text;
    std::optional<OutgoingCall> call; ///< the one that its connection waits for
    ocpp::Frame frame;
};

/// Books an answer: log, state of the command, and what follows from it.
class AnswerJob final : public EngineJob {
public:
    AnswerJob(Outbox &outbox, const Policy &policy, Answer answer);

    void run(store::Database &db) override;
    void finished(const store::Error *error) override;

private:
    std::optional<store::Command> commandOf(store::Database &db) const;
    void finish(store::Database &db, QList<ocpp::Finding> &findings);
    void fail(store::Database &db, const QString &error);
    void finishWith(store::Database &db, store::CommandState state, const QString &error);
    QString withoutSecret(QString text) const;
    QByteArray loggedError() const;
    void follow(store::Database &db, const store::Command &command, const ocpp::AnyResponse &response);

    const Policy &policy_;
    const Answer answer_;
    std::optional<store::Command> command_; ///< as it was before this answer
};

} // namespace csms
