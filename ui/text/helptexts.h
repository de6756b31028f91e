// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace ui {

/// Every sentence of help in ocpp's field tables, in translation context "ocpp": src/ has no tr(), so they stand here a
/// second time for the translator. tst_commandform holds the list against the tables.
std::span<const char *const> helpTexts();

} // namespace ui
