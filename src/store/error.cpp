// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/error.h"

namespace store {

bool Error::concernsWholeDatabase() const
{
    return kind != Kind::Constraint && kind != Kind::Other;
}

} // namespace store
