// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/error.h"
#include "store/location.h"

#include <QString>

class QSqlError;

namespace store {

/// Where SQLite and PostgreSQL differ; everything else is written once.
class Dialect {
public:
    static const Dialect &of(Backend backend);
    virtual ~Dialect() = default;

    /// The driver's name in QtSql.
    virtual QString driverName() const = 0;
    /// Fills in what CREATE TABLE says differently: {id}, {id32}, {logid}, {blob}.
    virtual QString schema(const QString &text) const = 0;
    /// Starts a transaction that will write.
    virtual QString beginWriting() const = 0;
    /// Starts a transaction that reads one snapshot.
    virtual QString beginReading() const = 0;
    /// What the driver's error means.
    virtual Error explain(const QSqlError &error, const Location &location) const = 0;
};

} // namespace store
