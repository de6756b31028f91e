// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/field.h"

#include <QJsonObject>

namespace ocpp {

// The strict way out: whatever the struct holds, the JSON satisfies the schema.
QJsonObject encodeObject(std::span<const Field> fields, const void *source);

} // namespace ocpp
