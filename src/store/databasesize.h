// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

namespace store {

/// What the database takes on its disk, without what SQLite has still in its journal.
qint64 databaseBytes(Database &db);

} // namespace store
