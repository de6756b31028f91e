// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/exchange/csvexport.h"

namespace ui {

struct MessageFilter;

/// All messages that pass the filter, newest first, as who helps from afar asks for them; secrets are masked.
CsvTable messageTable(const MessageFilter &filter);

} // namespace ui
