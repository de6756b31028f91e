// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/overview/attentionitem.h"
#include "ui/widgets/statemark.h"

namespace ui {

/// How one matter stands in the list: what, what to do about it, and the one click that does it.
struct AttentionWords {
    Mark mark{};
    QString title{}; ///< what and where
    QString proposal{}; ///< why, and what helps
    QString tooltip{}; ///< the specification's words, or the message
    QString primary{}; ///< the button that does what is proposed
    QString secondary{}; ///< empty: none
    bool canAct = true; ///< false: the button has to wait; the proposal says for what
};

AttentionWords attentionWords(const AttentionItem &item);

} // namespace ui
