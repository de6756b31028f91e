// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/commandrequest.h"
#include "ui/commands/formcontext.h"

namespace ui {

/// The tags a form offers, with the names of their owners. Of very many the first; that there are more stands at the end.
QList<Choice> tagChoices(store::Database &db);

/// Why a command was not queued, in the words of the window's language.
struct Refusal {
    QString words{};
    QString path{}; ///< JSON pointer to the member that is wrong; empty: none
};

/// store::enqueue, where the idTag may be the name of a person as it was typed. What is neither a tag nor one person's name
/// is refused. On the writer, inside a transaction.
tl::expected<store::Command, Refusal> enqueueByName(store::Database &db, store::CommandRequest request);

} // namespace ui
