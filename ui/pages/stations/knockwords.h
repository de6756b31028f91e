// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/knocks.h"

#include <QString>

namespace ui {

/// Why a station was not let in, in plain words. An unknown reason is shown as it is.
QString knockReason(const store::Knock &knock);
/// Whether registering it would let it in: nobody knows it yet.
bool isAcceptable(const store::Knock &knock);

} // namespace ui
