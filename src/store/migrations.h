// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

#include <QList>
#include <QString>

#include <span>

namespace store {

/// One step of the schema, never changed after a release: its checksum is remembered in the database.
struct Migration {
    int version;                       ///< 1, 2, 3, ...
    QLatin1StringView name;
    std::span<const char *const> statements; ///< in the words of Dialect::schema()
};

/// Every step there is, in order.
std::span<const Migration> migrations();
/// The version this program writes.
int currentVersion();
/// SHA-256 of the step's text, hexadecimal.
QString checksum(const Migration &migration);

/// The database's version: 0 for an empty one. Only reads. Kind::Damaged if it holds tables that are not ours,
/// Kind::NewerVersion if it is newer than `steps`, Kind::Other if an applied step was another one.
Outcome<int> schemaVersion(Database &db, std::span<const Migration> steps);

/// Brings the database to the last of `steps`, each in its own transaction. Several nodes may start at once.
/// A SQLite file that has a version is backed up first, beside itself; the backup's name contains the version.
Outcome<void> migrate(Database &db, std::span<const Migration> steps);

} // namespace store
