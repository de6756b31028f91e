// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/picture.h"

#include <tl/expected.hpp>

namespace plot {

/// For the process that draws: {"pictures": [{"station", ..., "lines", "periods", "profiles"}]}. The words stay here.
QByteArray toJson(const QList<CompositePicture> &pictures);
/// The error says what is wrong. Unknown members are passed over.
tl::expected<QList<CompositePicture>, QString> picturesIn(const QByteArray &json);

} // namespace plot
