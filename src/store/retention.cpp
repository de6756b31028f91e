// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/retention.h"

#include "store/commands.h"
#include "store/logblocks.h"
#include "store/transactions.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace store {

namespace {

constexpr std::chrono::hours lateAnswers{1}; // after that a station that was silent says no more

/// Tables that grow with every message: in the order of their ids and times.
struct Pruned {
    QLatin1StringView table;
    QLatin1StringView timeColumn;
    std::chrono::days RetentionPolicy::*keep;
    QLatin1StringView condition;
};

constexpr QLatin1StringView meterValues{"meter_values"};

constexpr Pruned prunedTables[] = {
    {"frames"_L1, "time"_L1, &RetentionPolicy::frames, "TRUE"_L1},
    {meterValues, "received"_L1, &RetentionPolicy::meterValues,
     "(transaction_id IS NULL OR transaction_id IN (SELECT t.id FROM transactions t "
     "WHERE t.stopped_at IS NOT NULL OR t.closed_by <> ''))"_L1},
    {"status_history"_L1, "received"_L1, &RetentionPolicy::statusHistory, "TRUE"_L1},
    {"station_events"_L1, "received"_L1, &RetentionPolicy::stationEvents, "TRUE"_L1},
    // Of alarms that wait the matter counts how many there were; the newest stays beside it.
    {"security_events"_L1, "received"_L1, &RetentionPolicy::stationEvents,
     "(attention IS NULL OR acknowledged IS NOT NULL OR id NOT IN (SELECT MAX(e.id) FROM security_events e "
     "WHERE e.attention IS NOT NULL AND e.acknowledged IS NULL GROUP BY e.attention))"_L1},
    {"commands"_L1, "created"_L1, &RetentionPolicy::commands, "state NOT IN ('queued', 'sent')"_L1},
};

/// Small ones that nobody empties: looked through as a whole.
struct Settled {
    QLatin1StringView table;
    QLatin1StringView key;
    QLatin1StringView timeColumn; ///< null: it is not over
    std::chrono::days RetentionPolicy::*keep;
};

constexpr Settled settledTables[] = {
    {"seen_tags"_L1, "tag_key"_L1, "last_seen"_L1, &RetentionPolicy::seenTags},
    {"attention"_L1, "id"_L1, "resolved_at"_L1, &RetentionPolicy::attention},
    {"certificate_requests"_L1, "id"_L1, "ended_at"_L1, &RetentionPolicy::commands},
    {"signing_orders"_L1, "id"_L1, "ended"_L1, &RetentionPolicy::commands},
};

} // namespace

int Retention::step(const RetentionPolicy &policy, ocpp::Timestamp now)
{
    Commands(db_).forgetSecrets(now - lateAnswers);
    return pruneLogs(policy, now) + pruneSettled(policy, now);
}

int Retention::pruneSettled(const RetentionPolicy &policy, ocpp::Timestamp now)
{
    int removed = 0;
    for (const Settled &settled : settledTables) {
        const std::chrono::days keep = policy.*settled.keep;
        if (keep.count() <= 0)
            continue;
        removed += db_.run(u"DELETE FROM %1 WHERE %2 IN (SELECT %2 FROM %1 WHERE %3 < ? ORDER BY %3, %2 LIMIT ?)"_s.arg(
                               settled.table, settled.key, settled.timeColumn),
                           {now - keep, rowsPerStep});
    }
    return removed;
}

int Retention::pruneLogs(const RetentionPolicy &policy, ocpp::Timestamp now)
{
    int removed = 0;
    for (const Pruned &pruned : prunedTables) {
        const std::chrono::days keep = policy.*pruned.keep;
        if (keep.count() <= 0)
            continue;
        const ocpp::Timestamp before = now - keep;
        // The last row stays, so that no id is handed out twice.
        const qint64 end = std::min(firstIdAt(db_, pruned.table, pruned.timeColumn, before), lastId(db_, pruned.table));
        const QString doomed = u"FROM %1 WHERE id < ? AND %2 < ? AND %3 ORDER BY id LIMIT ?"_s.arg(
            pruned.table, pruned.timeColumn, pruned.condition);
        if (pruned.table == meterValues)
            flagTransactions(doomed, {end, before, rowsPerStep});
        removed += db_.run(u"DELETE FROM %1 WHERE id IN (SELECT id %2)"_s.arg(pruned.table, doomed),
                           {end, before, rowsPerStep});
    }
    return removed;
}

void Retention::flagTransactions(const QString &doomed, Values values)
{
    QList<qint64> ids;
    db_.each(u"SELECT DISTINCT transaction_id FROM (SELECT id, transaction_id %1) doomed "
             "WHERE transaction_id IS NOT NULL"_s.arg(doomed),
             values, [&ids](const ResultRow &row) { ids.append(row.value(0).toLongLong()); });
    for (const qint64 id : std::as_const(ids)) {
        auto transaction = db_.row<Transaction>(u"WHERE id = ?"_s, {id});
        if (!transaction || transaction->flags.contains("pruned"_L1))
            continue;
        transaction->flags.append(u"pruned"_s);
        db_.update(*transaction);
        db_.noteChange(Table::Transactions, transaction->station, QString::number(id));
    }
}

} // namespace store
