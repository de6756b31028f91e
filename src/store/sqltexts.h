// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/columns.h"

#include <QString>

namespace store {

/// The statements that follow from a column table. Built once per connection and table.
struct SqlTexts {
    explicit SqlTexts(const RowTable &table);

    QString select{};    ///< "SELECT a, b FROM t ", the tail follows
    QString insert{};    ///< without the generated column
    QString insertNew{}; ///< the same, nothing happens if a unique index has the row
    QString update{};    ///< plain columns by key; empty without plain columns
    QString save{};      ///< insert or update by key
    bool generatesId = false;

    /// INSERT of several rows.
    static QString insertRows(const RowTable &table, int rows);
};

} // namespace store
