// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/knocks.h"

#include <QString>

namespace ui {

struct KnockRow;

/// Whether it said who it is. Others are remembered under their address.
bool isNamed(const store::Knock &knock);
/// "CP01", or "somebody at 192.168.1.131".
QString knockName(const store::Knock &knock);
/// Why a station was not let in, in plain words. An unknown reason is shown as it is.
QString knockReason(const store::Knock &knock);
/// What helps. Empty: nobody knows.
QString knockAdvice(const KnockRow &row);
/// Whether nobody knows it yet, so that registering it might let it in.
bool isAcceptable(const store::Knock &knock);

} // namespace ui
