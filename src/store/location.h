// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/error.h"

#include <QMap>
#include <QString>

namespace store {

enum class Backend { Sqlite, PostgreSql };

/// Where the rows live: one SQLite file, or a database on a PostgreSQL server.
struct Location {
    Backend backend = Backend::Sqlite;
    QString file{};                   ///< SQLite: absolute path
    QString host{};                   ///< PostgreSQL: name, address, or the directory of the Unix socket
    int port = 5432;
    QString database{};
    QString user{};
    QString password{};
    QMap<QString, QString> options{}; ///< PostgreSQL: further libpq parameters, such as sslmode

    /// Fit for a log or the window's title: never contains the password.
    QString display() const;
};

/// Reads what `--database` says.
///   sqlite                      <dataDir>/stationmaster.sqlite
///   sqlite:FILE                 FILE, relative to the working directory
///   postgresql://user:password@host:port/database?host=/socket/dir&sslmode=require
/// Every part of the PostgreSQL form may be percent-encoded. Kind::Other when the text cannot be understood.
Outcome<Location> parseLocation(const QString &text, const QString &dataDir);

} // namespace store
