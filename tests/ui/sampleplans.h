// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

/// On top of samplesite::fill(): what is desired of its stations, and what is reserved.
namespace sampleplans {

/// Local lists in every state of being kept in step, and reservations of every outcome.
void fill(store::Database &db);

} // namespace sampleplans
