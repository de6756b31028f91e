// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/energy.h"
#include "store/logblocks.h"
#include "store/metervalues.h"
#include "store/transactions.h"

using namespace Qt::Literals::StringLiterals;

namespace store {

namespace {

/// These are not the derivation's, so a new derivation keeps them.
bool isKept(const QString &flag)
{
    return flag == "matched"_L1 || flag == "pruned"_L1;
}

} // namespace

std::optional<Transaction> Transactions::neighbour(const Transaction &transaction, bool next)
{
    static const QString before = u"WHERE station = ? AND connector = ? AND (began, id) < (?, ?) "
                                  "ORDER BY began DESC, id DESC LIMIT 1"_s;
    static const QString after = u"WHERE station = ? AND connector = ? AND (began, id) > (?, ?) "
                                 "ORDER BY began, id LIMIT 1"_s;
    return db_.row<Transaction>(next ? after : before, {transaction.station, transaction.connector,
                                                        transaction.began, transaction.id});
}

void Transactions::extendMeter(qint64 id)
{
    db_.run(u"UPDATE transactions SET meter_until = ? WHERE id = ?"_s, {lastId(db_, "meter_values"_L1), id});
}

ocpp::Timestamp Transactions::endOf(const Transaction &transaction)
{
    if (transaction.stoppedAt)
        return *transaction.stoppedAt;
    const std::optional<Transaction> next = neighbour(transaction, true);
    return next ? next->startedAt : ocpp::Timestamp::max();
}

void Transactions::derive(Transaction &transaction)
{
    if (transaction.flags.contains("pruned"_L1))
        return; // the readings are gone: what was derived from them stays
    EnergyEvidence evidence;
    evidence.start = {transaction.startedAt, static_cast<double>(transaction.meterStartWh)};
    evidence.over = !transaction.isOpen();
    if (transaction.stopReceived)
        evidence.lasted = *transaction.stopReceived - transaction.startReceived;
    if (transaction.stoppedAt && transaction.meterStopWh)
        evidence.stop = {*transaction.stoppedAt, static_cast<double>(*transaction.meterStopWh)};
    else if (const std::optional<Transaction> next = neighbour(transaction, true))
        evidence.nextStart = {next->startedAt, static_cast<double>(next->meterStartWh)};
    for (const MeterValue &value : MeterValues(db_).ofTransaction(transaction)) {
        if (value.energyWh)
            evidence.readings.append({value.time, *value.energyWh});
    }
    const Energy energy = deriveEnergy(evidence);
    transaction.energyWh = energy.wh;
    transaction.energySource = energy.source;
    transaction.flags.removeIf([](const QString &flag) { return !isKept(flag); });
    transaction.flags = energy.flags + transaction.flags;
}

void Transactions::deriveEnergyOf(qint64 id)
{
    std::optional<Transaction> transaction = row(id);
    if (!transaction)
        return;
    derive(*transaction);
    db_.update(*transaction);
    db_.noteChange(Table::Transactions, transaction->station, QString::number(id));
}

void Transactions::fillEnergySoFar(Transaction &transaction)
{
    if (transaction.isOpen())
        derive(transaction);
}

} // namespace store
