// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csms/frontdoor.h"
#include "csms/jobs/job.h"
#include "csms/policy.h"
#include "csms/stationentry.h"
#include "ocpp/fault.h"

#include <QList>

namespace csms {

/// Decides about a caller whom the directory does not know or would refuse: reads the row anew, and registers a
/// newcomer where the policy says so. The verdict is given on the socket thread.
class AdmissionJob final : public EngineJob {
public:
    AdmissionJob(Outbox &outbox, const Policy &policy, FrontDoor::Caller caller, FrontDoor::Verdict verdict);

    void run(store::Database &db) override;

protected:
    void committed() override;
    void failed(const store::Error &error) override;

private:
    bool tookNewPassword(store::Database &db, const store::Station &row) const;

    const Policy &policy_;
    const FrontDoor::Caller caller_;
    const FrontDoor::Verdict verdict_;
    StationEntryPointer entry_;
};

/// Remembers somebody who was not let in (behaviour 20). Without an identity there is nobody to be accepted later.
class KnockJob final : public EngineJob {
public:
    KnockJob(Outbox &outbox, QString stationId, RefusalReason reason, QString remoteAddress);
    KnockJob(Outbox &outbox, QString stationId, QString reason, int httpStatus, QString remoteAddress);

    void run(store::Database &db) override;

private:
    const QString stationId_;
    const QString reason_;
    const int httpStatus_;
    const QString remoteAddress_;
};

class ConnectJob final : public EngineJob {
public:
    ConnectJob(Outbox &outbox, StationEntryPointer station, ConnectionId connection, const FrontDoor::Caller &caller,
               QString subprotocol, QString node);

    void run(store::Database &db) override;

private:
    void forgetSentElsewhere(store::Database &db) const;

    const StationEntryPointer station_;
    const store::StationLink link_;
};

/// What a connection did wrong below the messages.
class BreachJob final : public EngineJob {
public:
    BreachJob(Outbox &outbox, StationEntryPointer station, ocpp::Timestamp at, ocpp::Finding finding);

    void run(store::Database &db) override;

private:
    const StationEntryPointer station_;
    const ocpp::Timestamp at_;
    const ocpp::Finding finding_;
};

class DisconnectJob final : public EngineJob {
public:
    DisconnectJob(Outbox &outbox, StationEntryPointer station, QString node, ocpp::Timestamp lastHeard);

    void run(store::Database &db) override;

private:
    const StationEntryPointer station_;
    const QString node_;
    const ocpp::Timestamp at_;
    const ocpp::Timestamp lastHeard_;
};

/// Who was heard since the last report, all stations in one job.
class LastHeardJob final : public EngineJob {
public:
    using Item = std::pair<QString, ocpp::Timestamp>;

    LastHeardJob(Outbox &outbox, QString node, QList<Item> heard)
        : EngineJob(outbox), node_(std::move(node)), heard_(std::move(heard))
    {
    }

    void run(store::Database &db) override;

private:
    const QString node_;
    const QList<Item> heard_;
};

/// Once a second: expired commands and reservations, answers and outcomes that did not come, the node's lease.
class ClockJob final : public EngineJob {
public:
    ClockJob(Outbox &outbox, QString node, const LoadBalancingPolicy &loadBalancing)
        : EngineJob(outbox), node_(std::move(node)), loadBalancing_(loadBalancing)
    {
    }

    void run(store::Database &db) override;

protected:
    void committed() override;

private:
    const QString node_;
    const LoadBalancingPolicy loadBalancing_;
    bool wasTakenForDead_ = false;
};

} // namespace csms
