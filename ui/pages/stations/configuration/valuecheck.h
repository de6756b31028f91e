// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/stations/configuration/configurationrow.h"

namespace ui {

/// The items of a comma-separated list, trimmed.
QStringList listItems(const QString &value);

/// How many items this station's list may have (its key "...MaxLength"); nothing: it did not say.
std::optional<int> mostItems(const KeyFacts *facts, const QList<ConfigurationRow> &configuration);

/// Why `value` cannot be sent as this key's value; empty: it can. Says what is allowed.
QString valueComplaint(const KeyFacts *facts, KeyKind kind, const QString &value, std::optional<int> mostItems = {});

} // namespace ui
