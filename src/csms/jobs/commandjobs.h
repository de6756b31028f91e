// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csms/jobs/job.h"
#include "csms/stationentry.h"
#include "store/commands.h"

namespace csms {

/// Takes the next command of a station out of the table, marks it sent and hands it to the connection. One that a
/// station in this state may not get is ended with the reason. If the station has come to another node meanwhile, its
/// connection here is only half open (behaviour 16): it gets nothing and is closed.
class TakeCommandJob final : public EngineJob
{
public:
    /// `told`: as what the station takes itself. Until it knows that it is accepted, remote start and stop wait.
    TakeCommandJob(Outbox &outbox, StationEntryPointer station, ConnectionId connection, store::Registration told,
                   QString node);

    void run(store::Database &db) override;

protected:
    void committed() override;
    void failed(const store::Error &error) override;

private:
    void send(store::Database &db, const store::Command &command, const QJsonObject &payload);

    const StationEntryPointer station_;
    const ConnectionId connection_;
    const store::Registration told_;
    const QString node_;
    std::optional<Delivery> delivery_;
    bool livesElsewhere_ = false;
};

/// The socket dropped with a CALL unanswered: nobody knows whether it was done (behaviour 15).
class LostCallJob final : public EngineJob
{
public:
    LostCallJob(Outbox &outbox, StationEntryPointer station, qint64 command)
        : EngineJob(outbox), station_(std::move(station)), command_(command)
    {
    }

    void run(store::Database &db) override;

private:
    const StationEntryPointer station_;
    const qint64 command_;
};

/// Marked sent, but the connection was gone before the frame left: back into the queue.
class UnsentCallJob final : public EngineJob
{
public:
    UnsentCallJob(Outbox &outbox, qint64 command) : EngineJob(outbox), command_(command) {}

    void run(store::Database &db) override;

private:
    const qint64 command_;
};

class TimeoutJob final : public EngineJob
{
public:
    TimeoutJob(Outbox &outbox, StationEntryPointer station, qint64 command)
        : EngineJob(outbox), station_(std::move(station)), command_(command)
    {
    }

    void run(store::Database &db) override;

private:
    const StationEntryPointer station_;
    const qint64 command_;
};

/// Asks a station that is accepted, and does not know it yet, for the BootNotification whose answer tells it.
class AskBootJob final : public EngineJob
{
public:
    AskBootJob(Outbox &outbox, StationEntryPointer station) : EngineJob(outbox), station_(std::move(station)) {}

    void run(store::Database &db) override;

private:
    const StationEntryPointer station_;
};

/// E 3.22: an accepted station that sent no StatusNotification is asked for them.
class AskStatusJob final : public EngineJob
{
public:
    AskStatusJob(Outbox &outbox, StationEntryPointer station) : EngineJob(outbox), station_(std::move(station)) {}

    void run(store::Database &db) override;

private:
    const StationEntryPointer station_;
};

/// As ReconcileJob, for every station that this node holds.
class ReconcileOnlineJob final : public EngineJob
{
public:
    ReconcileOnlineJob(Outbox &outbox, QString node) : EngineJob(outbox), node_(std::move(node)) {}

    void run(store::Database &db) override;

private:
    const QString node_;
};

/// Looks at all that is desired of a station, and begins to work off what differs. Leaves a station that another node
/// holds to that one: both would send the same.
class ReconcileJob final : public EngineJob
{
public:
    ReconcileJob(Outbox &outbox, QString station, QString node)
        : EngineJob(outbox), station_(std::move(station)), node_(std::move(node))
    {
    }

    void run(store::Database &db) override;

private:
    const QString station_;
    const QString node_;
};

} // namespace csms
