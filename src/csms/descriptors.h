// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace csms {

/// Lets this process open at least `wanted` files and sockets at a time, as far as the system permits without
/// privileges: service managers and shells begin with 1024. How many it may open now; at most `wanted` is of interest,
/// so a system without such a limit answers that. Any thread.
qsizetype allowDescriptors(qsizetype wanted);

} // namespace csms
