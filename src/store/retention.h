// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

#include <chrono>

namespace store {

/// How long bulky rows stay. Zero keeps them for ever. Transactions are never removed.
struct RetentionPolicy {
    std::chrono::days frames{30};
    std::chrono::days meterValues{365};
    std::chrono::days statusHistory{365};
    std::chrono::days stationEvents{365};
    std::chrono::days commands{365}; ///< finished ones, and requests for certificates that ended
    std::chrono::days seenTags{365}; ///< not seen since then
    std::chrono::days attention{365}; ///< what a person has settled
};

/// Prunes old rows in steps small enough to run between two batches of the writer.
class Retention {
public:
    static constexpr int rowsPerStep = 500;

    explicit Retention(Database &db) : db_(db) { }

    /// Removes at most rowsPerStep rows per table, the oldest. Meter values of open transactions stay; a transaction
    /// that loses some gets the flag "pruned" and keeps its energy.
    /// Gives the number of rows removed: 0 means there is nothing left to do.
    int step(const RetentionPolicy &policy, ocpp::Timestamp now);

private:
    int pruneLogs(const RetentionPolicy &policy, ocpp::Timestamp now);
    int pruneSettled(const RetentionPolicy &policy, ocpp::Timestamp now);
    void flagTransactions(const QString &doomed, Values values);

    Database &db_;
};

} // namespace store
