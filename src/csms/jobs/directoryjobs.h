// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csms/jobs/job.h"
#include "csms/stationentry.h"
#include "store/retention.h"

#include <QStringList>

namespace csms {

/// Brings the switchboard's directory up to date with the rows of some stations. One that has no row was deleted.
class RefreshStationsJob final : public EngineJob
{
public:
    RefreshStationsJob(Outbox &outbox, QStringList stations) : EngineJob(outbox), stations_(std::move(stations)) {}

    void run(store::Database &db) override;

protected:
    void committed() override;

private:
    const QStringList stations_;
    QList<std::pair<QString, StationEntryPointer>> entries_;
};

/// After somebody else wrote to the database, nobody knows what: the whole directory, and whoever has commands waiting.
class ResyncJob final : public EngineJob
{
public:
    explicit ResyncJob(Outbox &outbox) : EngineJob(outbox) {}

    void run(store::Database &db) override;

protected:
    void committed() override;

private:
    QList<StationEntryPointer> entries_;
    QStringList withCommands_;
};

/// One step of pruning; comes again until there is nothing left, so that no batch is long.
class RetentionJob final : public EngineJob
{
public:
    RetentionJob(Outbox &outbox, store::Writer &writer, const store::RetentionPolicy &policy);

    void run(store::Database &db) override;

protected:
    void committed() override;

private:
    store::Writer &writer_;
    const store::RetentionPolicy policy_;
    int removed_ = 0;
};

} // namespace csms
