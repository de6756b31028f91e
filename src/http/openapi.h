// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace http {

// The OpenAPI 3.1 document, derived from the route table and the resources' tables.
QJsonObject openApiDocument(const QString &version);

} // namespace http
