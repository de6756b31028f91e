// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/transactions.h"

namespace store {

/// What became of a transaction, as a person asks for it.
enum class TransactionFate {
    Any,
    Charging,
    Finished, ///< the station's stop is known
    ClosedByUs, ///< by the operator or the next start; no stop came
    Doubtful, ///< has a flag, or its tag was not accepted
};

/// Which transactions a person wants to see. Empty parts let everything through.
struct TransactionQuery {
    QString text{}; ///< words; each is part of the station, the tag or its owner's name, or is the id
    QString station{};
    QString idTag{}; ///< case-insensitive
    TransactionFate fate = TransactionFate::Any;
    std::optional<ocpp::Timestamp> from{}; ///< startedAt, included
    std::optional<ocpp::Timestamp> to{}; ///< startedAt, excluded
    std::optional<ocpp::Timestamp> chargedSince{}; ///< open, or ended then or later, whenever it began

    friend bool operator==(const TransactionQuery &, const TransactionQuery &) = default;
};

/// Where a transaction stands in the book: by its start, as the station says. One that is told late has a higher id than
/// its neighbours.
struct BookPlace {
    ocpp::Timestamp startedAt{};
    qint64 id = 0;

    friend auto operator<=>(const BookPlace &, const BookPlace &) = default;
};
BookPlace placeOf(const Transaction &transaction);

struct TransactionTotal {
    qint64 count = 0;
    qint64 open = 0;
    double energyWh = 0; ///< of those that are over, and of the open ones so far
    bool withoutOpen = false; ///< too many are open: energyWh is without them
};

/// Reads the book of transactions in pages, latest start first, for lists and exports.
class TransactionBook {
public:
    /// More open ones than this are left out of the total: each has its energy derived anew.
    static constexpr int mostDerived = 200;

    explicit TransactionBook(Database &db) : db_(db) {}

    /// Those that stand before `after` (nothing: from the latest), with the energy so far of open ones.
    QList<Transaction> page(const TransactionQuery &query, const std::optional<BookPlace> &after, int limit);
    /// The one with this id, if it passes.
    std::optional<Transaction> find(const TransactionQuery &query, qint64 id);
    TransactionTotal total(const TransactionQuery &query);

private:
    QList<Transaction> withEnergySoFar(QList<Transaction> found);

    Database &db_;
};

} // namespace store
