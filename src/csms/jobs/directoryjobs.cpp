// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/jobs/directoryjobs.h"

#include "csms/switchboard.h"
#include "store/clock.h"
#include "store/commands.h"

namespace csms {

void RefreshStationsJob::run(store::Database &db)
{
    entries_.clear();
    store::Stations stations(db);
    for (const QString &id : stations_) {
        const auto row = stations.find(id);
        entries_.append({store::folded(id), row ? entryOf(*row) : nullptr});
    }
}

void RefreshStationsJob::committed()
{
    outbox_.put([entries = entries_](Switchboard &board) {
        for (const auto &[idKey, entry] : entries)
            board.replaceEntry(idKey, entry);
    });
}

void ResyncJob::run(store::Database &db)
{
    entries_.clear();
    withCommands_.clear();
    for (const store::Station &row : store::Stations(db).list())
        entries_.append(entryOf(row));
    for (const QString &station : store::Commands(db).stationsWithQueued())
        withCommands_.append(store::folded(station));
}

void ResyncJob::committed()
{
    outbox_.put([entries = entries_, stations = withCommands_](Switchboard &board) {
        board.replaceDirectory(entries);
        board.wakeAll(stations);
    });
}

RetentionJob::RetentionJob(Outbox &outbox, store::Writer &writer, const store::RetentionPolicy &policy)
    : EngineJob(outbox), writer_(writer), policy_(policy)
{
}

void RetentionJob::run(store::Database &db)
{
    removed_ = store::Retention(db).step(policy_, store::now());
}

void RetentionJob::committed()
{
    if (removed_ > 0)
        writer_.post(std::make_unique<RetentionJob>(outbox_, writer_, policy_));
}

} // namespace csms
