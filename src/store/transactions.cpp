// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/transactions.h"

#include "store/attention.h"
#include "store/chargingprofiles.h"
#include "store/connectors.h"
#include "store/filter.h"
#include "store/idtags.h"
#include "store/logblocks.h"
#include "store/metervalues.h"
#include "store/stations.h"
#include "store/stationtime.h"

#include <algorithm>
#include <functional>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace store {

namespace {

constexpr QLatin1StringView matchedFlag{"matched"};

void note(Database &db, const Transaction &transaction)
{
    db.noteChange(Table::Transactions, transaction.station, QString::number(transaction.id));
}

/// The open ones have an index of their own, and SQLite uses it only for those who want neither an order nor a range.
void cutPage(QList<Transaction> &transactions, const TransactionFilter &filter)
{
    if (filter.after > 0)
        transactions.removeIf([&](const Transaction &one) { return one.id >= filter.after; });
    std::ranges::sort(transactions, std::greater(), &Transaction::id);
    if (filter.limit > 0 && transactions.size() > filter.limit)
        transactions.resize(filter.limit);
}

} // namespace

// ---- start

Begun Transactions::begin(Transaction start)
{
    start.idTagKey = folded(start.idTag);
    start.began = believedTime(start.startedAt, start.startReceived);
    start.meterFrom = lastWrittenId(db_, "meter_values"_L1) + 1;
    if (const std::optional<qint64> id = db_.insertNew(start)) {
        start.id = *id;
        note(db_, start);
        return {endForgotten(start) ? row(start.id).value_or(start) : start, false};
    }
    const auto known = db_.row<Transaction>(u"WHERE station = ? AND connector = ? AND id_tag_key = ? "
                                            "AND started_at = ? AND meter_start_wh = ?"_s,
                                            {start.station, start.connector, start.idTagKey, start.startedAt,
                                             start.meterStartWh});
    return {known.value_or(start), true};
}

/// A connector carries one session at a time: the older of two open ones has lost its stop. True if that is the one
/// that started.
bool Transactions::endForgotten(const Transaction &started)
{
    if (started.connector <= 0)
        return false;
    const QString reason = u"Transaction %1 started on the same connector, and no stop had come."_s;
    if (const std::optional<Transaction> before = neighbour(started, false); before && !before->stoppedAt) {
        if (before->isOpen())
            closeAs(*before, u"nextStart"_s, reason.arg(started.id), started.startReceived);
        deriveEnergyOf(before->id); // its end is known better now
    }
    const std::optional<Transaction> after = neighbour(started, true);
    if (after) {
        closeAs(started, u"nextStart"_s, reason.arg(after->id), started.startReceived);
        deriveEnergyOf(started.id);
    }
    return after.has_value();
}

// ---- stop

Stopped Transactions::stop(const Stop &stop)
{
    const std::optional<Transaction> transaction = ofStop(stop);
    if (!transaction) {
        park(stop, u"unmatchedStop"_s,
             u"The station stopped transaction %1, which is not known for it."_s.arg(stop.transactionId));
        return {};
    }
    MeterValues(db_).merge(transaction->id, stop.transactionData, stop.received);
    Stopped stopped = transaction->stoppedAt ? repeat(stop, *transaction) : book(stop, *transaction);
    stopped.matched = stop.transactionId <= 0;
    return stopped;
}

std::optional<Transaction> Transactions::ofStop(const Stop &stop)
{
    if (stop.transactionId <= 0)
        return matchStop(stop);
    return db_.row<Transaction>(u"WHERE id = ? AND station = ?"_s, {stop.transactionId, stop.station});
}

/// E 3.18, 3.54: the start was never acknowledged, and perhaps never reached us. The transaction must have begun before,
/// and its meter must not be ahead; a tag, if there is one, must be that of the start or of its group. Then the nearest
/// meter decides, then the latest start.
std::optional<Transaction> Transactions::matchStop(const Stop &stop)
{
    const auto repeated = db_.row<Transaction>(u"WHERE station = ? AND stopped_at = ? AND meter_stop_wh = ? "
                                               "ORDER BY id DESC LIMIT 1"_s,
                                               {stop.station, stop.stoppedAt, stop.meterStopWh});
    if (repeated)
        return repeated;
    auto candidates = db_.rows<Transaction>(u"WHERE station = ? AND stopped_at IS NULL AND started_at <= ? "
                                                  "AND meter_start_wh <= ? ORDER BY started_at DESC LIMIT 50"_s,
                                                  {stop.station, stop.stoppedAt, stop.meterStopWh});
    candidates.removeIf(
        [&](const Transaction &one) { return wasFollowed(one, stop.stoppedAt, stop.received); });
    if (!stop.idTag.isEmpty())
        candidates.removeIf([&](const Transaction &one) { return !IdTags(db_).related(one.idTag, stop.idTag); });
    const auto best = std::ranges::max_element(candidates, {}, [](const Transaction &one) {
        return std::tuple(one.isOpen(), one.meterStartWh, one.startedAt);
    });
    return best == candidates.end() ? std::nullopt : std::optional(*best);
}

Stopped Transactions::book(const Stop &stop, Transaction transaction)
{
    const bool corrects = !transaction.closedBy.isEmpty();
    transaction.stoppedAt = stop.stoppedAt;
    transaction.stopReceived = stop.received;
    transaction.meterStopWh = stop.meterStopWh;
    transaction.stopIdTag = stop.idTag;
    transaction.stopReason = stop.reason.isEmpty() ? u"Local"_s : stop.reason; // 6.49: the default
    if (stop.transactionId <= 0)
        transaction.flags.append(matchedFlag);
    transaction.meterUntil = lastId(db_, "meter_values"_L1);
    derive(transaction);
    db_.update(transaction);
    note(db_, transaction);
    ChargingProfiles(db_).transactionEnded(transaction.station, transaction.connector, transaction.id);
    if (!openOn(transaction.station, transaction.connector))
        Connectors(db_).endLoad(transaction.station, transaction.connector,
                                believedTime(stop.stoppedAt, stop.received));
    return {corrects ? Stopped::Kind::Corrected : Stopped::Kind::Booked, transaction, false};
}

/// Behaviour 4. The very same message is a repetition and leaves no trace; another one is kept apart.
Stopped Transactions::repeat(const Stop &stop, const Transaction &transaction)
{
    if (transaction.stoppedAt != stop.stoppedAt || transaction.meterStopWh != stop.meterStopWh)
        park(stop, u"repeatedStop"_s,
             u"The station stopped transaction %1 again, differently. The first stop counts."_s.arg(transaction.id));
    extendMeter(transaction.id);
    deriveEnergyOf(transaction.id); // transactionData may have brought readings
    return {Stopped::Kind::Repeated, row(transaction.id), false};
}

void Transactions::park(const Stop &stop, const QString &kind, const QString &reason)
{
    Parked parked;
    parked.station = stop.station;
    parked.kind = kind;
    parked.time = stop.stoppedAt;
    parked.received = stop.received;
    parked.reason = reason;
    parked.payload = stop.payload;
    Attention(db_).park(parked);
}

// ---- by hand

bool Transactions::close(qint64 id, const QString &closedBy, const QString &reason, ocpp::Timestamp at)
{
    const std::optional<Transaction> transaction = row(id);
    if (!transaction || !transaction->isOpen())
        return false;
    closeAs(*transaction, closedBy, reason, at);
    if (!openOn(transaction->station, transaction->connector))
        Connectors(db_).endLoad(transaction->station, transaction->connector, std::nullopt);
    deriveEnergyOf(id);
    return db_.ok();
}

bool Transactions::reopen(qint64 id)
{
    const std::optional<Transaction> transaction = row(id);
    if (!transaction || transaction->stoppedAt || transaction->closedBy != "operator"_L1 || neighbour(*transaction, true))
        return false;
    db_.run(u"UPDATE transactions SET closed_by = '', close_reason = '', stop_received = NULL, meter_until = NULL "
            "WHERE id = ?"_s,
            {id});
    deriveEnergyOf(id);
    return db_.ok();
}

std::optional<Transaction> Transactions::candidateFor(const Stop &stop)
{
    const std::optional<Transaction> found = matchStop(stop);
    return found && !found->stoppedAt ? found : std::nullopt;
}

std::optional<Transaction> Transactions::assign(const Stop &stop, qint64 id)
{
    const std::optional<Transaction> transaction = row(id);
    if (!transaction || transaction->station != stop.station || transaction->stoppedAt)
        return std::nullopt;
    Stop matched = stop;
    matched.transactionId = 0; // found by a person: flagged as one that was matched without its id
    MeterValues(db_).merge(id, stop.transactionData, stop.received);
    return book(matched, *transaction).transaction;
}

void Transactions::closeAs(const Transaction &transaction, const QString &closedBy, const QString &reason,
                           ocpp::Timestamp at)
{
    db_.run(u"UPDATE transactions SET closed_by = ?, close_reason = ?, stop_received = ? WHERE id = ?"_s,
            {closedBy, reason, at, transaction.id});
    note(db_, transaction);
    ChargingProfiles(db_).transactionEnded(transaction.station, transaction.connector, transaction.id);
}

void Transactions::setStatus(qint64 id, const QString &status, const QString &parentIdTag)
{
    db_.run(u"UPDATE transactions SET status = ?, parent_id_tag = ? WHERE id = ?"_s, {status, parentIdTag, id});
}

// ---- reading

std::optional<Transaction> Transactions::row(qint64 id)
{
    return db_.row<Transaction>(u"WHERE id = ?"_s, {id});
}

std::optional<Transaction> Transactions::find(qint64 id)
{
    std::optional<Transaction> found = row(id);
    if (found)
        fillEnergySoFar(*found);
    return found;
}

std::optional<Transaction> Transactions::runningAt(const QString &station, int connector, ocpp::Timestamp time,
                                                   ocpp::Timestamp received)
{
    auto running = db_.row<Transaction>(u"WHERE station = ? AND connector = ? AND started_at <= ? "
                                        "AND (stopped_at IS NULL OR stopped_at >= ?) "
                                        "ORDER BY started_at DESC, id DESC LIMIT 1"_s,
                                        {station, connector, time, time});
    return running && !wasFollowed(*running, time, received) ? running : openOn(station, connector);
}

/// One without a stop was over, at the latest, when the next one began on its connector. Both by the station's clock and
/// by ours, because either may be wrong.
bool Transactions::wasFollowed(const Transaction &transaction, ocpp::Timestamp time, ocpp::Timestamp received)
{
    if (transaction.stoppedAt || transaction.connector <= 0)
        return false;
    const std::optional<Transaction> next = neighbour(transaction, true);
    return next && next->startedAt <= time && next->began <= believedTime(time, received);
}

std::optional<Transaction> Transactions::openOn(const QString &station, int connector)
{
    return db_.row<Transaction>(u"WHERE station = ? AND connector = ? AND stopped_at IS NULL AND closed_by = '' "
                                "ORDER BY id DESC LIMIT 1"_s,
                                {station, connector});
}

QList<Transaction> Transactions::list(const TransactionFilter &filter)
{
    Filter where;
    if (!filter.station.isEmpty())
        where.where(u"station = ?"_s, {filter.station});
    if (!filter.idTag.isEmpty())
        where.where(u"id_tag_key = ?"_s, {folded(filter.idTag)});
    if (filter.state == TransactionState::Open)
        where.where(u"stopped_at IS NULL AND closed_by = ''"_s, {});
    else if (filter.state == TransactionState::Closed)
        where.where(u"(stopped_at IS NOT NULL OR closed_by <> '')"_s, {});
    if (filter.from)
        where.where(u"started_at >= ?"_s, {*filter.from});
    if (filter.to)
        where.where(u"started_at < ?"_s, {*filter.to});
    const bool areFew = filter.state == TransactionState::Open;
    if (filter.after > 0 && !areFew)
        where.where(u"id < ?"_s, {filter.after});
    if (!areFew)
        where.finish(u"ORDER BY id DESC"_s, filter.limit);
    QList<Transaction> found = db_.rows<Transaction>(where.tail(), where.values());
    if (areFew)
        cutPage(found, filter);
    for (Transaction &transaction : found)
        fillEnergySoFar(transaction);
    return found;
}

int Transactions::openCount(const QString &idTag)
{
    return static_cast<int>(db_.number(u"SELECT count(*) FROM transactions WHERE id_tag_key = ? "
                                       "AND stopped_at IS NULL AND closed_by = '' AND status = 'Accepted'"_s,
                                       {folded(idTag)}));
}

} // namespace store
