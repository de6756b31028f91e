// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page.h"

namespace ui {

void Page::focusHome()
{
    if (home_ && home_->isVisibleTo(this))
        home_->setFocus();
}

} // namespace ui
