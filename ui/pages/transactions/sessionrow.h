// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/transactionbook.h"
#include "ui/models/column.h"

#include <span>

namespace ui {

/// One line of the Transactions page.
struct SessionRow {
    store::Transaction transaction;
    QString name; ///< whose tag it is; empty: nobody's known
    QString connectorStatus{}; ///< of an open session's connector

    [[nodiscard]] qint64 key() const { return transaction.id; }
    [[nodiscard]] store::BookPlace place() const { return store::placeOf(transaction); }
    /// "Anna Berg", or the tag where no name is known.
    [[nodiscard]] QString person() const { return name.isEmpty() ? transaction.idTag : name; }
};

std::span<const Column<SessionRow>> sessionColumns();
int startColumn();
int durationColumn();
/// The translation context of the titles.
inline constexpr auto sessionColumnsContext = "ui::SessionRow";

/// On the reader's thread: with the names of their tags and, while they are open, the state of their connectors.
QList<SessionRow> named(store::Database &db, const QList<store::Transaction> &transactions);

} // namespace ui
