// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/storetest.h"
#include "store/transactions.h"

// Shared by the tests of transactions and meter values. The station is CP1.
namespace books {

using namespace Qt::Literals::StringLiterals;

/// A database with the station CP1.
std::unique_ptr<store::Database> fresh();
store::Transaction start(const QString &tag = u"TAG"_s, qint64 seconds = 0, qint64 meter = 1000, int connector = 1);
store::Stop stopOf(qint64 id, qint64 seconds = 3600, qint64 meter = 8000);
/// One reading of the import register.
ocpp::MeterValue sample(qint64 seconds, double wh);
/// MeterValues.req with one reading.
void meter(store::Database &db, std::optional<qint64> transaction, qint64 seconds, double wh, int connector = 1);

} // namespace books
