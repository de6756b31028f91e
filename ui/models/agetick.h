// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTimer;

namespace ui {

/// Its timeout() comes every ten seconds for as long as the application runs: "3 min ago" grows older by itself, wherever it
/// stands. Made when it is first asked for. GUI thread.
QTimer &ageTick();

} // namespace ui
