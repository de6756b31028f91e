// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace ctl {

// A script that completes nouns, verbs and options: "bash", "zsh" or "fish"; nothing for another shell.
std::optional<QString> completionScript(const QString &shell);

} // namespace ctl
