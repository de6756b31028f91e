// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/error.h"

#include <optional>

namespace ui {

/// Why there is no central system to show.
struct StartFailure {
    enum class Kind {
        DataFolder, ///< `place`, the folder, cannot be used
        Database, ///< `database` says why, or its setting is not understood
        OtherDatabase, ///< the engine that runs has its data in `place`, not in `wanted`
        Address, ///< stations cannot connect to `place`, an address with its port
        Api, ///< the control API does not start
        Files, ///< the file server does not start
    };
    Kind kind = Kind::DataFolder;
    QString place{};
    QString wanted{};
    std::optional<store::Error> database{};
    QString detail{}; ///< to copy, in English, with the options of the command line
};

struct StartWords {
    QString text; ///< what, why, what to do
    QString detail;
};

StartWords startWords(const StartFailure &failure);

} // namespace ui
