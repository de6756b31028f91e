// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csms/jobs/job.h"
#include "csms/policy.h"
#include "csms/services/consulting.h"
#include "csms/stationentry.h"
#include "ocpp/frame.h"
#include "ocpp/messages.h"

namespace csms {

struct Context;

/// A CALL of a station, decoded on the socket thread.
struct Inbound {
    ConnectionId connection;
    StationEntryPointer station;
    ocpp::Timestamp received;
    QByteArray text; ///< the frame as it came, or only its payload
    QString messageId;
    QString action;
    QJsonObject payload;
    std::variant<ocpp::Fault, ocpp::AnyRequest> content;
    QList<ocpp::Finding> findings;
    bool afterPause = false; ///< the connection was silent before: this did not wait in a queue
    std::optional<Consultation> consulted{}; ///< what was asked outside before
};

/// Handles a CALL and answers it: log, handler, answer, all in one savepoint.
class InboundJob final : public EngineJob {
public:
    InboundJob(Outbox &outbox, const Policy &policy, Inbound inbound);

    void run(store::Database &db) override;

protected:
    void committed() override;
    void failed(const store::Error &error) override;

private:
    tl::expected<QJsonObject, ocpp::Fault> answer(Context &context);
    bool isAccepted(store::Database &db) const;
    bool isAskedFor(Context &context) const;

    const Policy &policy_;
    Inbound inbound_;
    QByteArray frame_;
    std::optional<store::Registration> toldAtBoot_;
};

/// A CALL that was answered at once, because nothing in it has to be kept: both frames go into the log. It may be what a
/// trigger asked for on the connection before this one.
class AnsweredCallJob final : public EngineJob {
public:
    AnsweredCallJob(Outbox &outbox, const Policy &policy, Inbound inbound, QByteArray answer, ocpp::Timestamp answered);

    void run(store::Database &db) override;
    void finished(const store::Error *error) override;

private:
    const Policy &policy_;
    Inbound inbound_;
    QByteArray answer_; ///< the CALLRESULT as it was sent
    ocpp::Timestamp answered_;
};

/// A frame that is not a usable message (behaviour 24): logged, counted as a finding, answered where it was a CALL.
class BadFrameJob final : public EngineJob {
public:
    struct Received {
        ConnectionId connection;
        StationEntryPointer station;
        ocpp::Timestamp at;
        QByteArray raw; ///< what may be kept of it
        ocpp::BadFrame bad;
        std::optional<OutgoingCall> endedCall; ///< ours, that this broken answer was meant for
    };

    BadFrameJob(Outbox &outbox, Received received) : EngineJob(outbox), received_(std::move(received)) {}

    void run(store::Database &db) override;

protected:
    void committed() override;
    void failed(const store::Error &error) override;

private:
    void endCall(store::Database &db, qint64 command) const;

    Received received_;
    QByteArray frame_;
};

} // namespace csms
