// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/picture.h"
#include "store/compositecomparison.h"

namespace ui {

/// All lines that are known, computed first. Any thread.
plot::CompositePicture pictureOf(const store::CompositeComparison &comparison, ocpp::Timestamp now,
                                 const charging::ReasonWords &reasons);

} // namespace ui
