// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ui {

/// A ChargePointErrorCode (7.6) for the owner: what it is, and what helps.
struct ErrorWords {
    QString what; ///< "current leaks to earth"
    QString advice; ///< one or two sentences
};

/// An unknown code is shown as it is spelled.
ErrorWords errorWords(const QString &errorCode);

} // namespace ui
