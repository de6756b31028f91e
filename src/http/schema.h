// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/answer.h"
#include "http/property.h"

namespace http {

// What is wrong with this value, to follow the member's name: "must be ..."; nothing if it fits.
std::optional<QString> problemWith(const Shape &shape, const QJsonValue &value);

// Sets the members that `body` has. Members that the table does not know, or with values that do not fit, are
// refused (422) before anything is set; read-only ones are ignored.
Answer<void> assign(const Schema &schema, const QJsonObject &body, void *row);

// As in an OpenAPI 3.1 document (JSON Schema 2020-12).
QJsonObject schemaOf(const Shape &shape);
QJsonObject schemaOf(const Schema &schema);

} // namespace http
