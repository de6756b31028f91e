// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace store {
class Database;
}

/// The stations of samplesite behind the fuses of a depot, sharing what those bear.
namespace sampleloads {

void fill(store::Database &db);

} // namespace sampleloads
