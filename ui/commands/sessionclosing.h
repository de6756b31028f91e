// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace store {
class Database;
struct Transaction;
}

namespace ui {

struct ClosedSession {
    bool happened = false; ///< false: it has an end meanwhile
    std::optional<double> energyWh{};
};

/// Closes a session whose end was lost, with what is known of its meter; store::Transactions::reopen() takes it back. On
/// the writer's thread.
ClosedSession closeByHand(store::Database &db, qint64 session);

/// "Session 12 is closed with 3.40 kWh."
QString closedWords(qint64 session, const ClosedSession &closed);

/// Why a person closed it; as it is stored, where another program gave the reason.
QString closeReasonWords(const store::Transaction &session);

} // namespace ui
