// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/transactionbook.h"
#include "ui/exchange/csvexport.h"

namespace ui {

/// The sessions that pass `query` as a table for a file: newest first, names of columns as they will stay.
CsvTable sessionTable(const store::TransactionQuery &query, qint64 expectedRows);

} // namespace ui
