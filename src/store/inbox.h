// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/attention.h"
#include "store/transactions.h"

namespace store {

/// What a person decides about stops that could not be booked (behaviour 6).
class Inbox {
public:
    explicit Inbox(Database &db) : db_(db) {}

    /// The session that a parked stop probably ends. Nothing if it is no stop, or none fits.
    std::optional<Transaction> sessionFor(const Parked &parked);
    /// Books a parked stop as that session's and resolves the matter. The session as it was before; nothing if it
    /// cannot be.
    std::optional<Transaction> assign(qint64 parked, qint64 transaction, ocpp::Timestamp at);
    /// Takes assign() back: the session is again as it was `before`.
    void unassign(qint64 parked, const Transaction &before);
    /// Whether unassign() brings everything back: readings that came with a stop stay in the session.
    static bool canUnassign(const Parked &parked);

private:
    std::optional<Stop> stopOf(const Parked &parked);

    Database &db_;
};

} // namespace store
