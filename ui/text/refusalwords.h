// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace store {
struct CommandRefusal;
}

namespace ui {

/// Why a command did not get into the queue, for the owner: what, why, what to do.
QString refusalWords(const store::CommandRefusal &refusal);

} // namespace ui
