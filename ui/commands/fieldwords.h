// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/field.h"

#include <QString>

namespace ui {

/// "Connector" for connectorId; a name without an entry is spelled out ("retryInterval": "Retry interval").
QString fieldWord(QLatin1StringView name);
/// "Out of service" for Inoperative; a value without an entry stays as it is.
QString valueWord(QLatin1StringView value);
/// The specification's name, help, range, length and clause of a field, for its tooltip.
QString fieldTooltip(const ocpp::Field &field);
/// The specification's sentence in the person's language.
QString helpText(const ocpp::Field &field);

} // namespace ui
