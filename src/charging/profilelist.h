// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charging/composite.h"

#include <tl/expected.hpp>

namespace charging {

struct InputError {
    QString path{}; ///< JSON pointer into the array; empty: all of it
    QString text{}; ///< plain English: what, why, what to do
};

/// Reads a JSON array of SetChargingProfile requests, in the order in which a station gets them. Strict: what a station
/// would have to refuse is an error; all of them, at most one of each request that breaks the schema.
tl::expected<QList<PlacedProfile>, QList<InputError>> readProfiles(const QByteArray &json);

} // namespace charging
