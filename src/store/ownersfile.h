// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace store {

/// An empty file that only its owner may read, for SQLite to fill: it will hold the tags of people. Any thread. False if it
/// could not be made, or is not kept from others because its disk knows no permissions.
bool makeOwnersFile(const QString &path);

} // namespace store
